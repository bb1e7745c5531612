package wordml

import (
	"strconv"
	"strings"
)

// Space declares the prefix of the elements.
const Space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// pictureSpaces declare the prefixes of the elements that show pictures.
const pictureSpaces = ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// Writer writes the XML of a part.
type Writer struct{ strings.Builder }

// Text writes what is XML already.
func (w *Writer) Text(parts ...string) {
	for _, s := range parts {
		w.WriteString(s)
	}
}

// Value writes an element with a number for its value; none for Unset.
func (w *Writer) Value(name string, value int) {
	if value != Unset {
		w.Text("<w:", name, ` w:val="`, strconv.Itoa(value), `"/>`)
	}
}

// Word writes an element with a word for its value; none for an empty one.
func (w *Writer) Word(name, value string) {
	if value != "" {
		w.Text("<w:", name, ` w:val="`, value, `"/>`)
	}
}

// Flag writes an element that is there or not.
func (w *Writer) Flag(name string, on bool) {
	if on {
		w.Text("<w:", name, "/>")
	}
}

// Document is the XML of the document part.
func Document(blocks []Block) string {
	w := &Writer{}
	w.Text("<w:document ", Space, pictureSpaces, "><w:body>")
	w.blocks(blocks)
	w.Text("</w:body></w:document>")
	return w.String()
}

func (w *Writer) blocks(list []Block) {
	for _, b := range list {
		if b.Paragraph != nil {
			w.paragraph(b.Paragraph)
			continue
		}
		w.table(b.Rows)
	}
}

func (w *Writer) paragraph(p *Paragraph) {
	w.Text("<w:p><w:pPr>")
	w.Word("pStyle", p.Style)
	if p.List != Unset || p.Level != Unset {
		w.Text("<w:numPr>")
		w.Value("ilvl", p.Level)
		w.Value("numId", p.List)
		w.Text("</w:numPr>")
	}
	w.Value("outlineLvl", p.Outline)
	w.Text("<w:rPr>")
	w.Flag("ins", p.Mark.Inserted)
	w.Flag("del", p.Mark.Deleted)
	w.Text("</w:rPr></w:pPr>")
	for _, r := range p.Runs {
		w.run(r)
	}
	for _, box := range p.Boxes {
		w.Text("<w:r><w:pict><w:txbxContent>")
		w.blocks(box)
		w.Text("</w:txbxContent></w:pict></w:r>")
	}
	for _, name := range p.Pictures {
		w.Text(`<w:r><w:drawing><a:blip r:embed="`, Attribute(name), `"/></w:drawing></w:r>`)
	}
	w.Text("</w:p>")
}

func (w *Writer) run(r Run) {
	wrap := ""
	switch {
	case r.Deleted:
		wrap = "w:del"
	case r.Inserted:
		wrap = "w:ins"
	}
	if wrap != "" {
		w.Text("<", wrap, ">")
	}
	w.Text("<w:r><w:rPr>")
	w.Flag("vanish", r.Hidden)
	w.Flag("strike", r.Struck)
	if r.Raised {
		w.Word("vertAlign", "superscript")
	}
	if r.White {
		w.Word("color", "FFFFFF")
	}
	w.Text("</w:rPr>")
	w.characters(r.Text)
	w.Text("</w:r>")
	if wrap != "" {
		w.Text("</", wrap, ">")
	}
}

// characters writes text; line breaks and tabs are elements of their own.
func (w *Writer) characters(text []rune) {
	open := false
	toggle := func(on bool) {
		switch {
		case on && !open:
			w.Text(`<w:t xml:space="preserve">`)
		case !on && open:
			w.Text("</w:t>")
		}
		open = on
	}
	for _, r := range text {
		switch r {
		case '\n', '\t':
			toggle(false)
			w.Text(map[rune]string{'\n': "<w:br/>", '\t': "<w:tab/>"}[r])
		default:
			toggle(true)
			w.Text(escape(r))
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

func (w *Writer) table(rows []Row) {
	edges := columnsOf(rows)
	w.Text("<w:tbl>")
	for _, r := range rows {
		w.row(r, edges)
	}
	w.Text("</w:tbl>")
}

// row writes a row; a row that does not say where its cells stand leaves that
// to the reader of the XML, who doubts it.
func (w *Writer) row(r Row, edges []int) {
	w.Text("<w:tr><w:trPr>")
	w.Flag("del", r.deleted())
	known := r.Shape.tells(len(r.Cells)) && len(edges) > 1
	if known {
		if before := column(edges, r.Shape.Edges[0]); before > 0 {
			w.Value("gridBefore", before)
		}
		if after := len(edges) - 1 - column(edges, r.Shape.Edges[len(r.Cells)]); after > 0 {
			w.Value("gridAfter", after)
		}
	}
	w.Text("</w:trPr>")
	for i, cell := range r.Cells {
		w.Text("<w:tc>")
		if known {
			w.cellProperties(r.Shape, i, edges)
		}
		w.blocks(cell)
		w.Text("</w:tc>")
	}
	w.Text("</w:tr>")
}

// tells reports whether the shape is of so many cells. In a sound file it is: of
// a row that lost the end of a cell, two numbers would be one in a known column.
func (s RowShape) tells(cells int) bool { return len(s.Cells) == cells && len(s.Edges) == cells+1 }

func (w *Writer) cellProperties(shape RowShape, i int, edges []int) {
	w.Text("<w:tcPr>")
	span := column(edges, shape.Edges[i+1]) - column(edges, shape.Edges[i])
	w.Value("gridSpan", max(span, 1))
	w.merge("vMerge", shape.Cells[i].Down)
	w.merge("hMerge", shape.Cells[i].Across)
	w.Text("</w:tcPr>")
}

func (w *Writer) merge(name string, m Merge) {
	switch m {
	case Restart:
		w.Word(name, "restart")
	case Proceed:
		w.Flag(name, true)
	}
}

// Attribute makes a text fit to stand in an attribute.
func Attribute(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case r == '"':
			out.WriteString("&quot;")
		case r >= ' ':
			out.WriteString(escape(r))
		}
	}
	return out.String()
}
