package main

import (
	"fmt"
	"strings"

	"gouji/parser/form"
)

// table writes a grid as w:tbl.
func (w *wordWriter) table(g *Grid) {
	if w.style.Word.Controls && g.HeadRows == 0 {
		w.WriteString(`<w:sdt><w:sdtPr><w:alias w:val="表二"/></w:sdtPr><w:sdtContent>`)
		defer w.WriteString(`</w:sdtContent></w:sdt>`)
	}
	w.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="` + fmt.Sprint(w.across(g, 0, g.Columns)) +
		`" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for c := range g.Columns {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, w.across(g, c, 1))
	}
	w.WriteString(`</w:tblGrid>`)
	owner := g.Cover()
	for row := range owner {
		w.row(g, owner[row], row)
	}
	w.WriteString(`</w:tbl>`)
}

// across is the width of some columns, twips.
func (w *wordWriter) across(g *Grid, first, columns int) int {
	width := 0.0
	for _, part := range g.Widths[first : first+columns] {
		width += part
	}
	return int(width * w.style.textWidth() * twips)
}

func (w *wordWriter) row(g *Grid, owner []*Cell, row int) {
	skip := 0
	if w.style.Word.Ragged && row > g.HeadRows {
		for skip < len(owner) && owner[skip].Row < row {
			skip += owner[skip].ColumnSpan
		}
	}
	w.WriteString(`<w:tr><w:trPr>`)
	if skip > 0 {
		fmt.Fprintf(w, `<w:gridBefore w:val="%d"/><w:wBefore w:w="%d" w:type="dxa"/>`, skip, w.across(g, 0, skip))
	}
	if w.style.KeepRows {
		w.WriteString(`<w:cantSplit/>`)
	}
	fmt.Fprintf(w, `<w:trHeight w:val="%d" w:hRule="atLeast"/></w:trPr>`, int(or(w.style.RowHeight, 17)*twips))
	for c := skip; c < len(owner); c += owner[c].ColumnSpan {
		w.cell(g, owner[c], row)
	}
	w.WriteString(`</w:tr>`)
}

// cell writes a cell, or in the rows below its first what goes on of it.
func (w *wordWriter) cell(g *Grid, c *Cell, row int) {
	control := w.style.Word.Controls && c.Kind == form.Value && c.Column%2 == 0
	if control {
		w.WriteString(`<w:sdt>` + w.control() + `<w:sdtContent>`)
	}
	fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, w.across(g, c.Column, c.ColumnSpan))
	if c.ColumnSpan > 1 {
		fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, c.ColumnSpan)
	}
	w.merge(c, row)
	w.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
	if c.Row == row {
		w.cellText(c)
	} else {
		w.WriteString(`<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>`)
	}
	w.WriteString(`</w:tc>`)
	if control {
		w.WriteString(`</w:sdtContent></w:sdt>`)
	}
}

func (w *wordWriter) merge(c *Cell, row int) {
	merged := c.RowSpan > 1 && !(w.style.Word.Ragged && c.Kind != form.Head && c.Row > 0)
	switch {
	case merged && c.Row == row:
		w.WriteString(`<w:vMerge w:val="restart"/>`)
	case merged:
		w.WriteString(`<w:vMerge/>`)
	}
	if c.Kind == form.Heading && w.style.Shaded {
		w.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="C6D9F1"/>`)
	}
	if w.style.Vertical == Upright && (c.Kind == form.Outcome || c.Kind == form.Group && c.ColumnSpan == 1) {
		w.WriteString(`<w:textDirection w:val="tbRlV"/>`)
	}
}

func (w *wordWriter) control() string {
	w.controls++
	return fmt.Sprintf(`<w:sdtPr><w:id w:val="%d"/><w:text/></w:sdtPr>`, 1000+w.controls)
}

func (w *wordWriter) cellText(c *Cell) {
	style := "Cell"
	if c.Kind == form.Label || c.Kind == form.Heading {
		style = "CellLeft"
	}
	for _, line := range cellLines(c, w.style) {
		fmt.Fprintf(w, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, w.cellRuns(c, line))
	}
}

// cellLines breaks the label of all outcomes into characters where the style
// writes it one below the other.
func cellLines(c *Cell, style *Style) []string {
	if c.Kind == form.Outcome && style.Vertical == OneByOne {
		return append([]string{"三、"}, strings.Split(strings.TrimPrefix(c.Text, "三、"), "")...)
	}
	return []string{c.Text}
}

func (w *wordWriter) cellRuns(c *Cell, text string) string {
	switch {
	case c.Kind != form.Value:
		return wordRun(text)
	case w.style.Word.Controls && c.Column%2 == 1:
		return `<w:sdt>` + w.control() + `<w:sdtContent>` + wordRun(text) + `</w:sdtContent></w:sdt>`
	case w.style.Word.Tracked && text != "0":
		return w.trackedFigure(text)
	}
	return wordRun(text)
}

// trackedFigure was corrected in its last digit: 1[-9-]{+7+}.
func (w *wordWriter) trackedFigure(text string) string {
	kept, last := text[:len(text)-1], text[len(text)-1:]
	return wordRun(kept) + w.revision("del", "9") + w.revision("ins", last)
}
