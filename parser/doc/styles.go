package doc

import (
	"strconv"
	"unicode/utf16"
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
	for i := range length {
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
	w := &writer{}
	w.text("<w:styles ", wordSpace, ">")
	for i, s := range list {
		if s == nil {
			continue
		}
		w.text(`<w:style w:type="paragraph" w:styleId="`, styleID(i), `"`)
		if i == 0 {
			w.text(` w:default="1"`)
		}
		w.text(">")
		w.text(`<w:name w:val="`, attribute(s.name), `"/>`)
		if s.base != noStyle {
			w.word("basedOn", styleID(s.base))
		}
		w.text("<w:pPr>")
		if s.shape.list != unset {
			w.text("<w:numPr>")
			w.value("ilvl", s.shape.level)
			w.value("numId", s.shape.list)
			w.text("</w:numPr>")
		}
		w.value("outlineLvl", s.shape.outline)
		w.text("</w:pPr><w:rPr>")
		w.flag("vanish", s.look.hidden)
		w.text("</w:rPr></w:style>")
	}
	w.text("</w:styles>")
	return w.String()
}

// attribute makes a text fit to stand in an attribute.
func attribute(text string) string {
	out := ""
	for _, r := range text {
		switch {
		case r == '"':
			out += "&quot;"
		case r >= ' ':
			out += escape(r)
		}
	}
	return out
}
