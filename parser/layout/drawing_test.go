package layout

import (
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"

	"gouji/parser/document"
)

// Test pages are drawn in text. A column is 6 pt wide and a row 12 pt high; an
// ideograph takes two columns. "---" is one ruling, "--+--" are two that meet,
// "|" is one too, all else is print.
//
//	+----+----+
//	|甲  | 12 |
//	+----+----+
const (
	drawnColumn = 6.0
	drawnRow    = 12.0
)

// draw makes a page of A4 size from a drawing whose first line is skipped.
func draw(number int, drawing string) Page {
	page := Page{Number: number, Width: 595, Height: 842}
	d := canvasOf(drawing)
	for y, row := range d {
		page.addRulings(d, y)
		for x, r := range row {
			page.add(d, x, y, r)
		}
	}
	return page
}

// canvas is a drawing by row and column; the second half of an ideograph is 0.
type canvas [][]rune

func canvasOf(drawing string) canvas {
	var d canvas
	for _, line := range strings.Split(strings.TrimPrefix(drawing, "\n"), "\n") {
		var row []rune
		for _, r := range line {
			row = append(row, r)
			if runewidth.RuneWidth(r) == 2 {
				row = append(row, 0)
			}
		}
		d = append(d, row)
	}
	return d
}

func (d canvas) has(x, y int, set string) bool {
	return y >= 0 && y < len(d) && x >= 0 && x < len(d[y]) && strings.ContainsRune(set, d[y][x])
}

// addRulings draws a row's runs of "-", each from the middle of the "+" at one
// end to that at the other.
func (p *Page) addRulings(d canvas, y int) {
	for x := 0; x < len(d[y]); x++ {
		if !d.has(x, y, "-+") || !d.has(x+1, y, "-+") {
			continue
		}
		end := x + 1
		for d.has(end, y, "-") && d.has(end+1, y, "-+") {
			end++
		}
		middle := float64(y)*drawnRow + drawnRow/2
		p.rule(float64(x)*drawnColumn+drawnColumn/2, middle, float64(end)*drawnColumn+drawnColumn/2, middle)
		x = end - 1
	}
}

func (p *Page) add(d canvas, x, y int, r rune) {
	left, top := float64(x)*drawnColumn, float64(y)*drawnRow
	middle := left + drawnColumn/2
	switch {
	case r == '|':
		p.rule(middle, top-drawnRow/2, middle, top+1.5*drawnRow)
		return
	case r == '+' && d.has(x, y+1, "|+"):
		p.rule(middle, top+drawnRow/2, middle, top+1.5*drawnRow)
	}
	if r == '+' || r == ' ' || r == 0 || r == '-' && (d.has(x+1, y, "-+") || d.has(x-1, y, "-+")) {
		return
	}
	box := document.Box{X0: left, Y0: top, X1: left + float64(runewidth.RuneWidth(r))*drawnColumn, Y1: top + drawnRow}
	p.Glyphs = append(p.Glyphs, Glyph{Rune: r, Box: box, Size: drawnRow})
}

func (p *Page) rule(x0, y0, x1, y1 float64) {
	p.Rulings = append(p.Rulings, Ruling{document.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}, Stroke})
}

// documentOf is the document of pages, read without a deadline.
func documentOf(pages []Page) *document.Document {
	return Assemble(Stages(pages, DefaultTolerances), DefaultTolerances)
}

// tell writes a document down: paragraphs as they are, tables row by row, each
// cell with its spans where they are not 1×1, doubtful ones with a question mark.
func tell(d *document.Document) string {
	var out strings.Builder
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			fmt.Fprintf(&out, "¶ %s\n", b.Paragraph.Text)
			continue
		}
		tellTable(&out, b.Table)
	}
	return out.String()
}

func tellTable(out *strings.Builder, table *document.Table) {
	row := -1
	for _, c := range table.Cells {
		if c.Row != row {
			if row >= 0 {
				out.WriteString("\n")
			}
			row = c.Row
		}
		fmt.Fprintf(out, "[%s%s]", strings.ReplaceAll(c.Text, "\n", "⏎"), spans(c))
	}
	out.WriteString("\n")
}

func spans(c document.Cell) string {
	s := ""
	if c.RowSpan > 1 || c.ColumnSpan > 1 {
		s = fmt.Sprintf(" %d×%d", c.RowSpan, c.ColumnSpan)
	}
	if c.Doubt != "" {
		s += " ?"
	}
	return s
}
