// Package doc reads Word 97–2003 files (.doc, and .wps of WPS Office, which is
// the same format): the binary is translated to the XML that package docx
// reads, so that everything about paragraphs, numbers and merged cells is
// decided in one place.
//
//	d, err := doc.Read(ctx, data, docx.Limits{})
//
// The way of a file, in the terms of [MS-DOC]: the OLE container is opened by
// github.com/richardlehane/mscfb (file.go); the FIB tells where things are
// (fib.go); the piece table gives the characters (pieces.go); the PLCs of
// bin tables give each paragraph and run its properties (bins.go), written as
// SPRMs (sprm.go); styles (styles.go) and lists (lists.go) are translated; the
// story is walked once, character by character, into paragraphs, cells and rows
// (story.go, grid.go); pictures are looked up where its characters say (picture.go,
// art.go); all is written out by package wordml.
//
// The bargain is that of docx: deleted text is out, inserted text in, hidden
// text out. Not read: footnotes, headers, comments; text boxes come at the end.
package doc

import (
	"context"

	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/wordml"
)

// Read reads a DOC file; the passwords are tried in order if it needs one. The
// error, if any, is a *document.Error: Encrypted, Corrupt, Unsupported, TooLarge or
// Timeout.
func Read(ctx context.Context, data []byte, limits docx.Limits, passwords ...string) (*document.Document, error) {
	f, err := open(data, passwords)
	if err != nil {
		return nil, err
	}
	s, err := f.story(ctx)
	if err != nil {
		return nil, err
	}
	d, err := docx.Compose(ctx, docx.Parts{
		Document: wordml.Document(s.blocks), Styles: f.styles.xml(), Numbering: f.lists.XML(), Picture: f.picture,
	}, limits)
	if err != nil {
		return nil, err
	}
	d.Format, d.Reader = document.DOC, "doc"
	d.Incomplete, d.Damage = s.incomplete, f.damage()
	if f.cut {
		notWhole(d)
	}
	return d, nil
}
