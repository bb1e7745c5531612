// Package ofd reads what an OFD file draws (GB/T 33190-2016, the national format
// of fixed pages): bytes go in, layout pages come out, each with its visible
// glyphs and rulings, as package pdf gives them of a PDF. It knows no table.
//
// The way of a file, in the terms of the standard: the archive is opened under the
// limits of package docx (archive.go); OFD.xml names the documents, each its pages,
// templates and resources (root.go, resources.go); a page's layers are walked
// (page.go) and their text, path, image and composite objects drawn (text.go,
// delta.go, path.go, colour.go) on package ink's page. Pages that are nothing but a
// picture can be had as one, to be recognised (picture.go).
//
// The bargain is that of package pdf: every glyph that a person sees is reported
// once, with the box that it has on the page, in points; what nobody sees is left
// out; a glyph of which something is a guess carries a Doubt. Nothing in the file
// is run, and nothing outside of it is asked for.
//
//	file, err := ofd.Open(ctx, data, ofd.Limits{})
//	content, err := file.Read(ctx)
//
// What was written on a page later, its annotations, is drawn as the page is. Every
// digit of a font that the file brings is looked at (font.go), for it may be drawn
// otherwise than the text says.
//
// BUG(gouji): Clip areas are ignored, so what a clip hides is reported. Seals, which are
// the pictures of signatures, and attachments are not read: no figure of a report
// stands in them. The width of a glyph is taken from the distance to the next one, and
// fonts that are bare CFF or Type 1 are not looked at.
package ofd

import (
	"cmp"
	"context"
	"fmt"

	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/pdf"
)

// Limits bounds the work that one file may cause; a zero field means its default.
type Limits struct {
	Archive docx.Limits // of the archive and its XML
	Pages   int         // most pages, default that of package pdf
	// Judge is asked about every kind of digit that a font of the file draws; nil
	// when nobody asks.
	Judge pdf.Judge
}

// File is an opened OFD file.
type File struct {
	archive *archive
	types   *typefaces
	pages   []*pageRef
	authors []string
}

// Open reads what pages a file has. Errors are *document.Error: Corrupt, Encrypted,
// Unsupported, TooLarge or Timeout.
func Open(ctx context.Context, data []byte, limits Limits) (*File, error) {
	a, err := openArchive(ctx, data, limits.Archive)
	if err != nil {
		return nil, err
	}
	f := &File{archive: a, types: &typefaces{archive: a, judge: limits.Judge, known: map[string]*typeface{}}}
	if err := f.readRoot(); err != nil {
		return nil, err
	}
	most := limits.Pages
	if most <= 0 {
		most = pdf.DefaultPages
	}
	if len(f.pages) > most {
		return nil, document.Exceeded(document.Pages, "OFD 有 %d 页，超过上限 %d 页", len(f.pages), most)
	}
	return f, ctx.Err()
}

// Authors are those that the file's own properties name.
func (f *File) Authors() []string { return f.authors }

// Read reads all pages. Errors are those of Open.
func (f *File) Read(ctx context.Context) (*pdf.Content, error) {
	content := &pdf.Content{}
	var lost []int
	spent := &budget{}
	for i, ref := range f.pages {
		page, err := f.draw(ref, i+1, spent, nil)
		switch {
		case ctx.Err() != nil:
			return nil, document.TimedOut(ctx)
		case fatal(err):
			return nil, err
		case err != nil:
			lost = append(lost, i+1)
		case spent.exceeded():
			return nil, document.Exceeded(document.Content, "OFD 内容太多：前 %d 页已有 %d 字、%d 个图形", i+1, spent.glyphs, spent.objects)
		}
		content.Pages = append(content.Pages, page)
	}
	if len(lost) > 0 && len(lost) == len(f.pages) {
		return nil, document.Errorf(document.Corrupt, "OFD 已损坏，没有一页读得出来")
	}
	content.Hidden = spent.hidden
	f.archive.report(content, lost)
	content.Lie = f.types.lie()
	content.Damage = cmp.Or(content.Damage, content.Lie)
	return content, nil
}

// budget counts what was drawn.
type budget struct{ glyphs, objects, hidden int }

func (b *budget) exceeded() bool { return b.glyphs > pdf.MaxGlyphs || b.objects > pdf.MaxObjects }

func lostPages(lost []int) string {
	return fmt.Sprintf("有 %d 页读不出来（%s）", len(lost), pdf.PageList(lost))
}
