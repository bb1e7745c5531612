package word

import "fmt"

// Table is a table; its cells cover every position once.
type Table struct {
	Widths []int // of the columns, twips
	Height int   // the least of a row, twips
	Head   int   // rows that are repeated on every page
	Cells  []Cell
}

// Cell is a cell of a Table.
type Cell struct {
	Row, Column, RowSpan, ColumnSpan int
	Style                            Style
	Lines                            []string // a paragraph each
	Fill                             string   // colour of the ground, RRGGBB; empty for none
}

// Table adds a table.
func (d *Document) Table(t *Table) {
	fmt.Fprintf(&d.body, `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`,
		t.across(0, len(t.Widths)))
	for _, width := range t.Widths {
		fmt.Fprintf(&d.body, `<w:gridCol w:w="%d"/>`, width)
	}
	d.body.WriteString(`</w:tblGrid>`)
	for row, cells := range t.cover() {
		d.row(t, row, cells)
	}
	d.body.WriteString(`</w:tbl>`)
}

// across is the width of some columns.
func (t *Table) across(first, columns int) int {
	width := 0
	for _, w := range t.Widths[first : first+columns] {
		width += w
	}
	return width
}

// cover gives for every position the cell that covers it.
func (t *Table) cover() [][]*Cell {
	var cover [][]*Cell
	for i := range t.Cells {
		c := &t.Cells[i]
		for len(cover) < c.Row+c.RowSpan {
			cover = append(cover, make([]*Cell, len(t.Widths)))
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for column := c.Column; column < c.Column+c.ColumnSpan; column++ {
				cover[r][column] = c
			}
		}
	}
	return cover
}

func (d *Document) row(t *Table, row int, cells []*Cell) {
	d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if t.Height > 0 {
		fmt.Fprintf(&d.body, `<w:trHeight w:val="%d" w:hRule="atLeast"/>`, t.Height)
	}
	if row < t.Head {
		d.body.WriteString(`<w:tblHeader/>`)
	}
	d.body.WriteString(`</w:trPr>`)
	for column := 0; column < len(cells); column += cells[column].ColumnSpan {
		d.cell(t, cells[column], row)
	}
	d.body.WriteString(`</w:tr>`)
}

// cell writes a cell or, below its first row, what goes on of it.
func (d *Document) cell(t *Table, c *Cell, row int) {
	fmt.Fprintf(&d.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, t.across(c.Column, c.ColumnSpan))
	if c.ColumnSpan > 1 {
		fmt.Fprintf(&d.body, `<w:gridSpan w:val="%d"/>`, c.ColumnSpan)
	}
	switch {
	case c.RowSpan > 1 && c.Row == row:
		d.body.WriteString(`<w:vMerge w:val="restart"/>`)
	case c.RowSpan > 1:
		d.body.WriteString(`<w:vMerge/>`)
	}
	if c.Fill != "" {
		fmt.Fprintf(&d.body, `<w:shd w:val="clear" w:color="auto" w:fill="%s"/>`, c.Fill)
	}
	d.body.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
	lines := c.Lines
	if len(lines) == 0 || c.Row != row {
		lines = []string{""} // a cell must have a paragraph
	}
	for _, line := range lines {
		d.Paragraph(c.Style, line)
	}
	d.body.WriteString(`</w:tc>`)
}
