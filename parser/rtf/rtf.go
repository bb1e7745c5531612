// Package rtf reads Rich Text Format files (.rtf, and the many .doc that are
// really RTF): they are translated to the XML that package docx reads, so that
// everything about paragraphs, merged cells and tracked changes is decided in
// one place.
//
//	d, err := rtf.Read(ctx, data, docx.Limits{})
//
// The way of a file, in the terms of the RTF specification 1.9: token.go takes
// it apart into groups, control words and text; reader.go walks the tokens once,
// with the state that groups inherit and give back; control.go knows which
// destinations are read and what control words say; charset.go turns bytes of a
// code page into characters; story.go gathers paragraphs, table.go the rows that
// they stand in, styles.go the style sheet, lists.go the tables of lists, picture.go the
// pictures. Package wordml writes it out.
//
// The bargain is that of docx: deleted text is out, inserted text in, hidden
// text out, automatic numbers as they were printed last (\listtext). Not read:
// footnotes, headers, comments, the instructions of fields, and what stands
// behind a destination that nobody knows.
//
// BUG(rtf): numbers in the way of Word 95 (\pn) are not counted anew.
package rtf

import (
	"context"

	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/wordml"
)

// Read reads an RTF file. The error, if any, is a *document.Error: Corrupt,
// TooLarge or Timeout. A file that breaks off is no error: the Document says so
// in Incomplete.
func Read(ctx context.Context, data []byte, limits docx.Limits) (*document.Document, error) {
	r := newReader(ctx, document.Unmarked(data))
	r.read()
	if r.exhausted != nil {
		return nil, r.exhausted
	}
	d, err := docx.Compose(ctx, docx.Parts{Document: wordml.Document(r.blocks()), Styles: r.sheet.xml(), Numbering: r.numbering(), Picture: r.picture}, limits)
	if err != nil {
		return nil, err
	}
	d.Format, d.Reader = document.RTF, "rtf"
	d.Pictures, d.Revisions.Comments = r.pictures, r.comments
	d.AddAuthors(r.authors...)
	if r.cut {
		d.Incomplete = "文件在中途断开，后面的内容没有"
	}
	if r.unpaired {
		d.Damage = "文件里的括号不成对，读出的内容可能缺失或错误"
	}
	if r.junk {
		d.Damage = "文件里有 RTF 不会有的字节，读出的内容可能缺失或错误"
	}
	return d, nil
}

// blocks are those of the body. What a file that breaks off has of its last
// cell may lack digits: it is left out, and its row is too short.
func (r *reader) blocks() []wordml.Block {
	if r.cut && len(r.list) > 0 && r.list[len(r.list)-1].Depth > 0 {
		r.story.open = &wordml.Paragraph{}
	}
	return r.story.blocks()
}
