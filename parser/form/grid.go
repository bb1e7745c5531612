package form

import "slices"

// Grid is a table as the notice prints it: which cell covers which positions.
//
//	┌──────────────┬─────────────────┐
//	│              │ 申请人情况        │   cells of heads that columns share
//	│ （…勾稽关系…） ├──────┬──────────┤   are merged over those columns,
//	│              │ 自然人 │ …        │   labels that rows share over the rows
//	├──────┬───────┼──────┼──────────┤
//	│ 三、… │（一）…  │      │          │
type Grid struct {
	Columns  int
	Rows     int
	HeadRows int        // rows of the head of tables three and four; 0 for table two, whose blocks have their own
	Cells    []GridCell // by row, then by column; they cover every position once
}

// GridCell is one printed cell.
type GridCell struct {
	Row, Column         int // of its first position, from 0
	RowSpan, ColumnSpan int
	Kind                Kind
	Text                string // the printed label; empty for a Value
	Of                  Figure // the cell for a figure that it is; zero for others
}

// Figure names the figure of a Value by its row and column.
type Figure struct {
	Row    *Row
	Column *Column
}

// Kind says what a printed cell is for.
type Kind int

// The kinds of printed cells.
const (
	Label   Kind = iota // of a row
	Group               // of several rows: （三）不予公开; also the corner above them
	Outcome             // of all outcomes: 三、本年度办理结果
	Head                // of a column or columns
	Heading             // of a block: 第二十条第（一）项
	Value               // for a figure
)

// ID is the figure's id in a table.
func (f Figure) ID(table string) string { return ID(table, f.Row.Key, f.Column.Key) }

// Grid lays the table out.
func (t *Table) Grid() *Grid {
	g := &Grid{}
	for i := range t.Blocks {
		if t.Blocks[i].Heading != "" {
			g.stack(&t.Blocks[i])
			continue
		}
		g.spread(&t.Blocks[i])
	}
	slices.SortStableFunc(g.Cells, func(a, b GridCell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Column - b.Column
	})
	return g
}

func (g *Grid) put(c GridCell) {
	g.Cells = append(g.Cells, c)
	g.Rows = max(g.Rows, c.Row+c.RowSpan)
	g.Columns = max(g.Columns, c.Column+c.ColumnSpan)
}

// stacked are the columns of table two: labels, and three for figures. Blocks of
// fewer merge them.
const stacked = 4

// Spread tells for each column of the grid which one of a table of so many columns
// stands there: blocks of table two that are printed apart have columns of their
// own instead of merged ones. It is nil for a number that no part of the table has.
func (g *Grid) Spread(columns int) []int {
	var spread []int
	if columns == g.Columns {
		for c := range columns {
			spread = append(spread, c)
		}
		return spread
	}
	if g.HeadRows > 0 || spans[columns-1] == nil {
		return nil
	}
	spread = append(spread, 0)
	for c, n := range spans[columns-1] {
		spread = append(spread, slices.Repeat([]int{c + 1}, n)...)
	}
	return spread
}

// spans are how many of them a block's columns take, by how many columns it has.
var spans = map[int][]int{1: {3}, 2: {1, 2}, 3: {1, 1, 1}}

// stack adds a block of table two below those that are there.
func (g *Grid) stack(b *Block) {
	span := spans[len(b.Columns)]
	g.put(GridCell{Row: g.Rows, RowSpan: 1, ColumnSpan: stacked, Kind: Heading, Text: b.Heading})
	head := g.Rows
	g.put(GridCell{Row: head, RowSpan: 1, ColumnSpan: 1, Kind: Head, Text: b.Corner})
	for _, row := range b.Rows {
		g.put(GridCell{Row: g.Rows, RowSpan: 1, ColumnSpan: 1, Kind: Label, Text: row.Label})
	}
	at := 1
	for c := range b.Columns {
		g.put(GridCell{Row: head, Column: at, RowSpan: 1, ColumnSpan: span[c], Kind: Head, Text: b.Columns[c].Label})
		for r := range b.Rows {
			g.put(GridCell{Row: head + 1 + r, Column: at, RowSpan: 1, ColumnSpan: span[c], Kind: Value, Of: Figure{&b.Rows[r], &b.Columns[c]}})
		}
		at += span[c]
	}
}

// spread lays out table three or four: the columns of labels, as many as the
// deepest row needs, then the columns of figures below their heads.
func (g *Grid) spread(b *Block) {
	labels := 0
	for _, row := range b.Rows {
		if row.Label != "" {
			labels = max(labels, len(row.Under)+1)
		}
	}
	g.heads(b.Columns, labels)
	if labels > 0 {
		g.put(GridCell{RowSpan: g.HeadRows, ColumnSpan: labels, Kind: Group, Text: b.Corner})
	}
	groups := opened{g: g}
	for r := range b.Rows {
		row, at := &b.Rows[r], g.Rows
		groups.rows(row.Under, at)
		if level := len(row.Under); labels > 0 {
			g.put(GridCell{Row: at, Column: level, RowSpan: 1, ColumnSpan: labels - level, Kind: Label, Text: row.Label})
		}
		for c := range b.Columns {
			g.put(GridCell{Row: at, Column: labels + c, RowSpan: 1, ColumnSpan: 1, Kind: Value, Of: Figure{row, &b.Columns[c]}})
		}
	}
}

// heads lays the heads of the columns out, from a grid column on.
func (g *Grid) heads(columns []Column, first int) {
	for _, column := range columns {
		g.HeadRows = max(g.HeadRows, len(column.Under)+1)
	}
	groups := opened{g: g}
	for c, column := range columns {
		groups.columns(column.Under, first+c)
		level := len(column.Under)
		g.put(GridCell{Row: level, Column: first + c, RowSpan: g.HeadRows - level, ColumnSpan: 1, Kind: Head, Text: column.Label})
	}
}

// opened are the merged labels that still grow.
type opened struct {
	g     *Grid
	under []string
	cells []int // by level: the index of its cell
}

// shared is how many of the labels go on; those below them end.
func (o *opened) shared(under []string) int {
	n := 0
	for n < min(len(o.under), len(under)) && o.under[n] == under[n] {
		n++
	}
	o.under, o.cells = under, o.cells[:n]
	return n
}

func (o *opened) open(c GridCell) {
	o.cells = append(o.cells, len(o.g.Cells))
	o.g.put(c)
}

func (o *opened) rows(under []string, row int) {
	for _, cell := range o.cells[:o.shared(under)] {
		o.g.Cells[cell].RowSpan++
	}
	for level := len(o.cells); level < len(under); level++ {
		kind := Group
		if level == 0 {
			kind = Outcome
		}
		o.open(GridCell{Row: row, Column: level, RowSpan: 1, ColumnSpan: 1, Kind: kind, Text: under[level]})
	}
}

func (o *opened) columns(under []string, column int) {
	for _, cell := range o.cells[:o.shared(under)] {
		o.g.Cells[cell].ColumnSpan++
	}
	for level := len(o.cells); level < len(under); level++ {
		o.open(GridCell{Row: level, Column: column, RowSpan: 1, ColumnSpan: 1, Kind: Head, Text: under[level]})
	}
}

// Cover gives for every position of the grid the cell that covers it.
func (g *Grid) Cover() [][]*GridCell {
	cover := make([][]*GridCell, g.Rows)
	for r := range cover {
		cover[r] = make([]*GridCell, g.Columns)
	}
	for i := range g.Cells {
		cell := &g.Cells[i]
		for r := cell.Row; r < cell.Row+cell.RowSpan; r++ {
			for c := cell.Column; c < cell.Column+cell.ColumnSpan; c++ {
				cover[r][c] = cell
			}
		}
	}
	return cover
}
