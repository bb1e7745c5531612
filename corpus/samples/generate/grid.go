package main

import (
	"slices"
	"strings"

	"gouji/parser/form"
)

// Grid is a statutory table laid out: which cell covers which positions.
type Grid struct {
	Columns  int
	Rows     int
	Cells    []Cell    // by row, then by column
	Widths   []float64 // of the columns, in parts of 1
	HeadRows int
}

// Cell is one cell of a Grid.
type Cell struct {
	Row, Column, RowSpan, ColumnSpan int
	Kind                             Kind
	Text                             string
}

// Kind says what a cell is for, since renderers show them differently.
type Kind int

// The kinds of cells.
const (
	Label   Kind = iota // of a row
	Group               // merged label over rows
	Outcome             // the merged label of all outcomes, one narrow column
	Head                // of a column or columns
	Title               // 第二十条第（一）项
	Value
)

func (g *Grid) put(c Cell) {
	g.Cells = append(g.Cells, c)
	g.Rows = max(g.Rows, c.Row+c.RowSpan)
	g.Columns = max(g.Columns, c.Column+c.ColumnSpan)
}

func (g *Grid) sort() {
	slices.SortStableFunc(g.Cells, func(a, b Cell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Column - b.Column
	})
}

// grids lays a table out: one grid, or one for every block of table two.
func (r *Report) grids(key string, style *Style) []*Grid {
	t := r.table(key)
	if t == nil {
		return nil
	}
	switch key {
	case form.Disclosure:
		return r.disclosureGrids(t, style)
	case form.Applications:
		return []*Grid{r.applicationsGrid(t, style)}
	}
	return []*Grid{r.remediesGrid(t, style)}
}

// disclosureGrids stacks the blocks of table two over four columns: labels,
// and three for figures, which blocks of fewer columns merge.
func (r *Report) disclosureGrids(t *form.Table, style *Style) []*Grid {
	var grids []*Grid
	grid := &Grid{Widths: []float64{0.34, 0.22, 0.22, 0.22}}
	for i := range t.Blocks {
		r.disclosureBlock(grid, t, &t.Blocks[i], style)
		if style.TablesApart || i == len(t.Blocks)-1 {
			grids = append(grids, grid)
			grid = &Grid{Widths: grid.Widths}
		}
	}
	return grids
}

func (r *Report) disclosureBlock(g *Grid, t *form.Table, b *form.Block, style *Style) {
	spans := map[int][]int{1: {3}, 2: {1, 2}, 3: {1, 1, 1}}[len(b.Columns)]
	g.put(Cell{g.Rows, 0, 1, 4, Title, b.Heading})
	head := g.Rows
	g.put(Cell{head, 0, 1, 1, Head, b.Corner})
	for _, row := range b.Rows {
		g.put(Cell{g.Rows, 0, 1, 1, Label, row.Label})
	}
	at := 1
	for c, column := range b.Columns {
		g.put(Cell{head, at, 1, spans[c], Head, column.Label})
		for n, row := range b.Rows {
			id := form.ID(t.Key, row.Key, column.Key)
			g.put(Cell{head + 1 + n, at, 1, spans[c], Value, r.text(id, style)})
		}
		at += spans[c]
	}
	g.sort()
}

// applicationsGrid has three columns of labels, merged by the groups, and the
// figures right of them; its head is three rows deep.
func (r *Report) applicationsGrid(t *form.Table, style *Style) *Grid {
	const labels = 3
	b := &t.Blocks[0]
	g := &Grid{Widths: slices.Concat([]float64{0.05, 0.1, 0.29}, repeat(0.08, len(b.Columns)))}
	r.heads(g, b.Columns, labels)
	g.put(Cell{0, 0, g.HeadRows, labels, Group, b.Corner})
	open := map[int]int{} // label column → index of the group's cell that still grows
	var under []string
	for _, row := range r.rowsOf(b, style) {
		at := g.Rows
		shared := common(under, row.Under)
		for level, label := range row.Under {
			if level < shared {
				g.Cells[open[level]].RowSpan++
				continue
			}
			kind := Group
			if level == 0 {
				kind = Outcome
			}
			open[level] = len(g.Cells)
			g.put(Cell{at, level, 1, 1, kind, label})
		}
		under = row.Under
		level := len(row.Under)
		g.put(Cell{at, level, 1, labels - level, Label, row.Label})
		for c, column := range b.Columns {
			g.put(Cell{at, labels + c, 1, 1, Value, r.figureIn(t, row, column.Key, style)})
		}
	}
	g.sort()
	return g
}

func repeat(width float64, n int) []float64 { return slices.Repeat([]float64{width}, n) }

func common(a, b []string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// heads lays the heads of the columns out from grid column first on.
func (r *Report) heads(g *Grid, columns []form.Column, first int) {
	for _, column := range columns {
		g.HeadRows = max(g.HeadRows, len(column.Under)+1)
	}
	open := map[int]int{}
	var under []string
	for c, column := range columns {
		shared := common(under, column.Under)
		for level, label := range column.Under {
			if level < shared {
				g.Cells[open[level]].ColumnSpan++
				continue
			}
			open[level] = len(g.Cells)
			g.put(Cell{level, first + c, 1, 1, Head, label})
		}
		under = column.Under
		level := len(column.Under)
		g.put(Cell{level, first + c, g.HeadRows - level, 1, Head, column.Label})
	}
}

func (r *Report) remediesGrid(t *form.Table, style *Style) *Grid {
	b := &t.Blocks[0]
	g := &Grid{Widths: repeat(1/float64(len(b.Columns)), len(b.Columns))}
	r.heads(g, b.Columns, 0)
	for c, column := range b.Columns {
		g.put(Cell{g.HeadRows, c, 1, 1, Value, r.text(form.ID(t.Key, column.Key), style)})
	}
	g.sort()
	return g
}

// rowsOf are the rows of table three, before each group a row of its sums
// where the style wants them. Such a row has the group's label and no key.
func (r *Report) rowsOf(b *form.Block, style *Style) []form.Row {
	if !style.Subtotals {
		return b.Rows
	}
	var rows []form.Row
	var under []string
	for _, row := range b.Rows {
		if len(row.Under) == 2 && common(under, row.Under) < 2 {
			rows = append(rows, form.Row{Label: row.Under[1], Under: row.Under[:1]})
		}
		under = row.Under
		rows = append(rows, row)
	}
	return rows
}

func (r *Report) figureIn(t *form.Table, row form.Row, column string, style *Style) string {
	if row.Key != "" {
		return r.text(form.ID(t.Key, row.Key, column), style)
	}
	total := 0.0
	for _, member := range t.Blocks[0].Rows {
		if len(member.Under) == 2 && member.Under[1] == row.Label {
			total += r.Figures[form.ID(t.Key, member.Key, column)].Value
		}
	}
	return plain(total)
}

// text is a figure as the style prints it.
func (r *Report) text(id string, style *Style) string {
	figure := r.Figures[id]
	switch {
	case figure.Text != "" || figure.State != Number:
		return figure.Text
	case style.Digits != nil:
		return style.Digits(figure.Value)
	}
	return plain(figure.Value)
}

// mixedDigits prints large figures with thousand separators and small ones
// in digits as wide as ideographs, as reports pasted together do.
func mixedDigits(v float64) string {
	if v >= 1000 {
		return thousands(plain(v))
	}
	return strings.Map(func(c rune) rune { return c - '!' + '！' }, plain(v))
}

func thousands(digits string) string {
	whole, fraction, decimal := strings.Cut(digits, ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if decimal {
		whole += "." + fraction
	}
	return whole
}
