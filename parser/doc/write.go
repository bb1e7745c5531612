package doc

import (
	"strconv"
	"strings"
)

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// writer writes the XML of a WordprocessingML part.
type writer struct{ strings.Builder }

func (w *writer) text(parts ...string) {
	for _, s := range parts {
		w.WriteString(s)
	}
}

// value writes an element with a number for its value; none for unset.
func (w *writer) value(name string, value int) {
	if value != unset {
		w.text("<w:", name, ` w:val="`, strconv.Itoa(value), `"/>`)
	}
}

// word writes an element with a word for its value; none for an empty one.
func (w *writer) word(name, value string) {
	if value != "" {
		w.text("<w:", name, ` w:val="`, value, `"/>`)
	}
}

// flag writes an element that is there or not.
func (w *writer) flag(name string, on bool) {
	if on {
		w.text("<w:", name, "/>")
	}
}

func (s *story) xml() string {
	w := &writer{}
	w.text("<w:document ", wordSpace, "><w:body>")
	w.blocks(s.blocks)
	w.text("</w:body></w:document>")
	return w.String()
}

func (w *writer) blocks(list []block) {
	for _, b := range list {
		if b.paragraph != nil {
			w.paragraph(b.paragraph)
			continue
		}
		w.table(b.rows)
	}
}

func (w *writer) paragraph(p *paragraph) {
	w.text("<w:p><w:pPr>")
	w.word("pStyle", styleID(p.style))
	if p.list != unset || p.level != unset {
		w.text("<w:numPr>")
		w.value("ilvl", p.level)
		w.value("numId", p.list)
		w.text("</w:numPr>")
	}
	w.value("outlineLvl", p.outline)
	w.text("<w:rPr>")
	w.flag("ins", p.mark.inserted && !p.cell)
	w.flag("del", p.mark.deleted && !p.cell)
	w.text("</w:rPr></w:pPr>")
	for _, r := range p.runs {
		w.run(r)
	}
	w.text("</w:p>")
}

func (w *writer) run(r textRun) {
	wrap := ""
	switch {
	case r.deleted:
		wrap = "w:del"
	case r.inserted:
		wrap = "w:ins"
	}
	if wrap != "" {
		w.text("<", wrap, ">")
	}
	w.text("<w:r><w:rPr>")
	w.flag("vanish", r.hidden)
	w.flag("strike", r.struck)
	if r.raised {
		w.word("vertAlign", "superscript")
	}
	if r.white {
		w.word("color", "FFFFFF")
	}
	w.text("</w:rPr>")
	w.characters(r.text)
	w.text("</w:r>")
	if wrap != "" {
		w.text("</", wrap, ">")
	}
}

// characters writes text; line breaks and tabs are elements of their own.
func (w *writer) characters(text []rune) {
	open := false
	toggle := func(on bool) {
		switch {
		case on && !open:
			w.text(`<w:t xml:space="preserve">`)
		case !on && open:
			w.text("</w:t>")
		}
		open = on
	}
	for _, r := range text {
		switch r {
		case '\n', '\t':
			toggle(false)
			w.text(map[rune]string{'\n': "<w:br/>", '\t': "<w:tab/>"}[r])
		default:
			toggle(true)
			w.text(escape(r))
		}
	}
	toggle(false)
}

func escape(r rune) string {
	switch r {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case 0xFFFE, 0xFFFF:
		return "\uFFFD"
	}
	return string(r)
}

func (w *writer) table(rows []row) {
	edges := columnsOf(rows)
	w.text("<w:tbl>")
	for _, r := range rows {
		w.row(r, edges)
	}
	w.text("</w:tbl>")
}

// row writes a row; a row that does not say where its cells stand leaves that
// to the reader of the XML, who doubts it.
func (w *writer) row(r row, edges []int) {
	w.text("<w:tr>")
	known := len(r.shape.cells) >= len(r.cells) && len(edges) > 1
	if known {
		w.text("<w:trPr>")
		if before := column(edges, r.shape.edges[0]); before > 0 {
			w.value("gridBefore", before)
		}
		if after := len(edges) - 1 - column(edges, r.shape.edges[len(r.cells)]); after > 0 {
			w.value("gridAfter", after)
		}
		w.text("</w:trPr>")
	}
	for i, cell := range r.cells {
		w.text("<w:tc>")
		if known {
			w.cellProperties(r.shape, i, edges)
		}
		w.blocks(cell)
		w.text("</w:tc>")
	}
	w.text("</w:tr>")
}

func (w *writer) cellProperties(shape rowShape, i int, edges []int) {
	w.text("<w:tcPr>")
	span := column(edges, shape.edges[i+1]) - column(edges, shape.edges[i])
	w.value("gridSpan", max(span, 1))
	w.merge("vMerge", shape.cells[i].down)
	w.merge("hMerge", shape.cells[i].across)
	w.text("</w:tcPr>")
}

func (w *writer) merge(name string, m merge) {
	switch m {
	case restart:
		w.word(name, "restart")
	case proceed:
		w.flag(name, true)
	}
}
