package main

import (
	"slices"
	"strings"

	"gouji/parser/form"
)

// Grid is a statutory table laid out, with the texts of its figures.
type Grid struct {
	*form.Grid
	Widths []float64 // of the columns, in parts of 1
}

// Cell is one cell of a Grid.
type Cell = form.GridCell

// grids lays a table out: one grid, or one for every block of table two.
func (r *Report) grids(key string, style *Style) []*Grid {
	t := r.table(key)
	switch {
	case t == nil:
		return nil
	case key == form.Disclosure && style.TablesApart:
		var grids []*Grid
		for i := range t.Blocks {
			grids = append(grids, r.grid(&form.Table{Key: key, Blocks: t.Blocks[i : i+1]}, style))
		}
		return grids
	}
	return []*Grid{r.grid(t, style)}
}

// widths are those of the columns of each table.
var widths = map[string][]float64{
	form.Disclosure:   {0.34, 0.22, 0.22, 0.22},
	form.Applications: slices.Concat([]float64{0.05, 0.1, 0.29}, slices.Repeat([]float64{0.08}, 7)),
	form.Remedies:     slices.Repeat([]float64{1.0 / 15}, 15),
}

func (r *Report) grid(t *form.Table, style *Style) *Grid {
	t = withSubtotals(t, style)
	g := &Grid{t.Grid(), widths[t.Key]}
	for i := range g.Cells {
		if cell := &g.Cells[i]; cell.Kind == form.Value {
			cell.Text = r.figureIn(t, cell.Of, style)
		}
	}
	return g
}

// withSubtotals puts before each group of table three a row of its sums where the
// style wants them. Such a row has the group's label and no key.
func withSubtotals(t *form.Table, style *Style) *form.Table {
	if !style.Subtotals || t.Key != form.Applications {
		return t
	}
	block := t.Blocks[0]
	block.Rows = nil
	group := ""
	for _, row := range t.Blocks[0].Rows {
		if len(row.Under) == 2 && row.Under[1] != group {
			group = row.Under[1]
			block.Rows = append(block.Rows, form.Row{Label: group, Under: row.Under[:1]})
		}
		block.Rows = append(block.Rows, row)
	}
	more := *t
	more.Blocks = []form.Block{block}
	return &more
}

func (r *Report) figureIn(t *form.Table, f form.Figure, style *Style) string {
	if f.Row.Key != "" || t.Key != form.Applications {
		return r.text(f.ID(t.Key), style)
	}
	total := 0.0
	for _, member := range t.Blocks[0].Rows {
		if len(member.Under) == 2 && member.Under[1] == f.Row.Label {
			total += r.Figures[form.ID(t.Key, member.Key, f.Column.Key)].Value
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
