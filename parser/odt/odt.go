// Package odt reads OpenDocument texts (.odt): they are translated to the XML
// that package docx reads, so that everything about paragraphs, numbers and
// merged cells is decided in one place.
//
//	d, err := odt.Read(ctx, data, docx.Limits{})
//
// The way of a file, in the terms of OpenDocument 1.3, part 3: the archive is
// opened under the limits of package docx; package xmltree reads content.xml and
// styles.xml; styles.go resolves what styles say of hidden and struck text;
// lists.go translates list styles to numbering; body.go, inline.go and table.go
// walk the text, picture.go finds the pictures that it shows. Package wordml writes
// it out.
//
// The bargain is that of docx: deleted text is out, inserted text in, hidden
// text out, fields as they were printed last. Not read: notes, comments, headers
// and footers, covered cells, which nobody sees.
package odt

import (
	"context"
	"strings"

	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/wordml"
)

// Read reads an ODT file. The error, if any, is a *document.Error: Encrypted,
// Corrupt, Unsupported, TooLarge or Timeout.
func Read(ctx context.Context, data []byte, limits docx.Limits) (*document.Document, error) {
	p, err := open(ctx, data, limits)
	if err != nil {
		return nil, err
	}
	w := newWalk(p)
	blocks := w.blocks(p.content.Find("office:body").Find("office:text"))
	if w.exhausted != nil {
		return nil, w.exhausted
	}
	d, err := docx.Compose(ctx, docx.Parts{
		Document: wordml.Document(blocks), Styles: w.styles.xml(), Numbering: w.lists.xml(), Picture: w.picture,
	}, limits)
	if err != nil {
		return nil, err
	}
	d.Format, d.Reader = document.ODT, "odt"
	d.Pictures, d.Revisions = w.pictures, w.revisions
	d.AddAuthors(p.authors()...)
	d.Incomplete = strings.Join(p.incomplete, "；")
	d.Damage = p.damage
	return d, nil
}

// parts are the files of the archive that are read.
type parts struct {
	content, styles, meta *node
	incomplete            []string
	damage                string        // why nothing that was read is sure
	archive               *docx.Archive // nil for a flat file
}

func open(ctx context.Context, data []byte, limits docx.Limits) (*parts, error) {
	if IsFlat(data) {
		return openFlat(ctx, data, limits)
	}
	archive, err := docx.OpenArchive(ctx, data, limits)
	if err != nil {
		return nil, err
	}
	if manifest, err := archive.Part("META-INF/manifest.xml"); err == nil && strings.Contains(manifest, "encryption-data") {
		return nil, document.Errorf(document.Encrypted, "文件有打开密码，请去掉密码后再读")
	}
	p := &parts{archive: archive}
	if err := p.readContent(ctx, archive); err != nil {
		return nil, err
	}
	switch {
	case p.content.Find("office:body").Find("office:text") != nil:
	case p.damage != "":
		return nil, document.Errorf(document.Corrupt, "%s", p.damage)
	default:
		return nil, document.Errorf(document.Unsupported, "这是 OpenDocument 文件，里面没有文字正文")
	}
	if p.styles, err = optional(ctx, archive, "styles.xml"); err != nil {
		p.incomplete = append(p.incomplete, "styles.xml 读不出来，标题级别、自动编号和隐藏文字可能不准")
	}
	p.meta, _ = optional(ctx, archive, "meta.xml")
	return p, ctx.Err()
}

// readContent reads the part that holds the text, as far as it goes when the
// archive shows that it is damaged.
func (p *parts) readContent(ctx context.Context, archive *docx.Archive) error {
	if lost := archive.Lost(); lost != "" {
		p.incomplete = append(p.incomplete, lost)
	}
	text, damaged := archive.Part("content.xml")
	if damaged != nil && text == "" {
		return damaged
	}
	content, err := parse(ctx, "content.xml", text, archive.Depth())
	if p.content = content; damaged == nil || content == nil {
		return err
	}
	p.damage = "content.xml 已损坏（校验不符），读出的内容可能缺失或错误"
	p.incomplete = append(p.incomplete, "content.xml 已损坏")
	return ctx.Err()
}

// optional is a part that a text may lack.
func optional(ctx context.Context, archive *docx.Archive, name string) (*node, error) {
	text, err := archive.Part(name)
	if err != nil || text == "" {
		return nil, err
	}
	return parse(ctx, name, text, archive.Depth())
}

// authors are who wrote the text first and last.
func (p *parts) authors() []string {
	meta := p.meta.Find("office:meta")
	return []string{meta.Find("meta:initial-creator").Text(), meta.Find("dc:creator").Text()}
}
