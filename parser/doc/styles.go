package doc

import (
	"strconv"
	"unicode/utf16"

	"gouji/parser/wordml"
)

// styles are the paragraph styles by index; nil where the file has none.
type styles []*style

type style struct {
	name  string
	base  int
	shape shape
	look  look
}

const (
	noStyle        = 0xFFF
	paragraphStyle = 1
)

func styleID(index int) string { return "s" + strconv.Itoa(index) }

// readStyles reads the STSH, [MS-DOC] 2.9.271.
func (f *file) readStyles() styles {
	b := reader{f.part(styleSheet)}
	header := b.u16(0)
	count, fixed := b.u16(2), b.u16(4)
	var list styles
	at := 2 + header
	for range count {
		if at+2 > len(b.data) {
			break
		}
		size := b.u16(at)
		list = append(list, readStyle(reader{b.bytes(at+2, size)}, fixed))
		at += 2 + size
	}
	return list
}

// readStyle reads an STD, [MS-DOC] 2.9.258; nil for one that is not a
// paragraph style or is not there.
func readStyle(b reader, fixed int) *style {
	if len(b.data) < fixed || b.u16(2)&0xF != paragraphStyle {
		return nil
	}
	s := &style{base: b.u16(2) >> 4, shape: newShape(0)}
	length := b.u16(fixed)
	var name []uint16
	for i := range min(length, len(b.data)/2) { // a length may be anything
		name = append(name, uint16(b.u16(fixed+2+2*i)))
	}
	s.name = string(utf16.Decode(name))
	at := even(fixed + 2 + 2*length + 2)
	if size := b.u16(at); size >= 2 {
		s.shape.apply(b.bytes(at+4, size-2))
	}
	at = even(at + 2 + b.u16(at))
	s.look.apply(b.bytes(at+2, b.u16(at)))
	return s
}

// even is where the next part of a style begins: at an even offset.
func even(at int) int { return at + at&1 }

func (list styles) xml() string {
	w := &wordml.Writer{}
	w.Text("<w:styles ", wordml.Space, ">")
	for i, s := range list {
		if s == nil {
			continue
		}
		w.Text(`<w:style w:type="paragraph" w:styleId="`, styleID(i), `"`)
		if i == 0 {
			w.Text(` w:default="1"`)
		}
		w.Text(">")
		w.Text(`<w:name w:val="`, wordml.Attribute(s.name), `"/>`)
		if s.base != noStyle {
			w.Word("basedOn", styleID(s.base))
		}
		w.Text("<w:pPr>")
		if s.shape.list != unset {
			w.Text("<w:numPr>")
			w.Value("ilvl", s.shape.level)
			w.Value("numId", s.shape.list)
			w.Text("</w:numPr>")
		}
		w.Value("outlineLvl", s.shape.outline)
		w.Text("</w:pPr><w:rPr>")
		w.Flag("vanish", s.look.Hidden)
		w.Text("</w:rPr></w:style>")
	}
	w.Text("</w:styles>")
	return w.String()
}
