package docx

import (
	"strings"

	"gouji/parser/document"
)

// filler makes the cells of one table.
//
// A table inside a cell that is more than a list (two rows and two columns at
// least) is a Table of its own, after this one; the text of a smaller one
// belongs to the cell, a line for each of its paragraphs.
type filler struct {
	*composer
	number int
	cells  []filled
	above  map[int]int // by column: the cell that a continued one below joins
	inner  []*table
	// pictures are those in the cells: they are shown after the table.
	pictures []string
}

// filled is a cell with the lines of text in it.
type filled struct {
	document.Cell
	lines []line
}

func (f *filler) row(r int, row row, placed []slot) {
	below := map[int]int{}
	left := unset
	for i, cell := range row.cells {
		at, merged := f.merged(cell, placed[i], left)
		if !merged {
			at = f.open(r, placed[i])
		}
		own := &f.cells[at]
		switch {
		case merged:
			f.extend(own, r, placed[i])
		case cell.vertical == proceed && f.covered(placed[i]):
			own.doubt(oddMerge)
		}
		f.fill(own, cell, merged)
		if cell.vertical != unmerged {
			below[placed[i].from] = at
		}
		left = at
	}
	f.above = below
}

// merged is the cell that this one continues, above it or left of it. Word merges
// downwards only cells of one width: a program that copies the heads of a table
// between its rows leaves a narrow cell that would continue a wide one.
func (f *filler) merged(cell cell, at slot, left int) (int, bool) {
	if cell.sideways == proceed && left != unset {
		return left, true
	}
	above, ok := f.above[at.from]
	fits := ok && (cell.sideways != unmerged || f.cells[above].ColumnSpan == at.to-at.from)
	return above, fits && cell.vertical == proceed
}

// covered reports whether a merged group stands above the place.
func (f *filler) covered(at slot) bool {
	_, ok := f.above[at.from]
	return ok
}

func (f *filler) open(r int, at slot) int {
	f.cells = append(f.cells, filled{Cell: document.Cell{
		Row: r, Column: at.from, RowSpan: 1, ColumnSpan: at.to - at.from, Doubt: at.doubt,
		Where: document.Place{Table: f.number, Row: r + 1, Column: at.from + 1},
	}})
	return len(f.cells) - 1
}

// extend makes the cell cover the place as well.
func (f *filler) extend(own *filled, r int, at slot) {
	own.RowSpan = max(own.RowSpan, r-own.Row+1)
	if at.from > own.Column && own.Row == r { // sideways
		own.ColumnSpan = at.to - own.Column
	}
	own.doubt(at.doubt)
}

// fill adds the cell's text. Of a continued cell Word shows none, and does
// not number it; if there is some, it must not be lost.
func (f *filler) fill(own *filled, cell cell, merged bool) {
	if cell.deleted {
		own.doubt(deletedCell)
		return
	}
	if merged {
		if !shown(cell.content) {
			return
		}
		own.doubt(hiddenText)
	}
	f.lines(own, cell.content)
}

func (f *filler) lines(own *filled, list []node) {
	for _, n := range joined(list) {
		switch {
		case n.table == nil:
			if line := f.line(n.paragraph); line.text != "" {
				own.lines = append(own.lines, line)
			}
			own.doubt(n.paragraph.doubt)
			if n.paragraph.embedded != "" {
				own.doubt(embedded)
			}
			f.pictures = append(f.pictures, n.paragraph.pictures...)
			if shown(n.paragraph.boxes) {
				own.doubt(floating)
			}
			f.lines(own, n.paragraph.boxes)
		case n.table.weight() > 0:
			f.inner = append(f.inner, n.table)
		default:
			f.small(own, n.table)
		}
	}
}

func (f *filler) small(own *filled, t *table) {
	for _, row := range t.rows {
		for _, cell := range row.cells {
			f.lines(own, cell.content)
		}
	}
}

func (c *filled) doubt(reason string) {
	switch {
	case reason == "" || strings.Contains(c.Doubt, reason):
	case c.Doubt == "":
		c.Doubt = reason
	default:
		c.Doubt += "；" + reason
	}
}

// finished is the cells with their lines joined.
func (f *filler) finished() []document.Cell {
	cells := make([]document.Cell, len(f.cells))
	for i, cell := range f.cells {
		var text, raw []string
		for _, line := range cell.printed() {
			text, raw = append(text, line.text), append(raw, line.raw)
		}
		whole := line{"", strings.Join(text, "\n"), strings.Join(raw, "\n")}
		cells[i] = cell.Cell
		cells[i].Text, cells[i].Raw = whole.text, whole.changed()
	}
	return cells
}

// printed is the cell's lines without blank ones, unless all are: a template
// has U+3000 where a figure should stand, and that is what is printed.
func (c *filled) printed() []line {
	var lines []line
	for _, line := range c.lines {
		if strings.TrimSpace(line.text) != "" {
			lines = append(lines, line)
		}
	}
	if lines == nil {
		return c.lines
	}
	return lines
}
