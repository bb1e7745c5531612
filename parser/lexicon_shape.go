package parser

import (
	"cmp"
	"slices"
	"sync"

	"gouji/parser/document"
	"gouji/parser/form"
)

const (
	// agreesEnough, share of the agreement of a table that is read without error: so
	// much must be left. Of a bad fax it is a third, of noise in the form's cells a tenth.
	agreesEnough = 0.25
	// clearLead, in the unit of agreement: so much less the whole must agree when a row
	// belongs elsewhere, or is of the other edition. It is half of a label.
	clearLead = 0.5
	// tellingLabel, share of the characters: a label of which so much was made out says
	// what its place says; tellingLead, so much less must be like any other label of
	// the table.
	tellingLabel, tellingLead = 0.5, 0.2
)

// Why labels that were told by their place, and the figures beside them, are not sure.
const (
	labelByPlace  = "扫描件上这一格的字认不清，是按它在表中的位置认出的"
	rowByPlace    = "扫描件上这一行的行名认不清，是按表格线和各行的顺序对上的"
	columnByPlace = "扫描件上这一列的列名认不清，是按表格线和各列的顺序对上的"
	tableByPlace  = "扫描件上表格的行名、列名大多认不清，是按表格线和行列的顺序认出的"
)

// patterns are the tables of all editions as they are printed, by their keys.
var patterns = sync.OnceValue(func() map[string][]*pattern {
	list := map[string][]*pattern{}
	for _, f := range form.All() {
		for i := range f.Tables {
			t := &f.Tables[i]
			list[t.Key] = append(list[t.Key], newPattern(t))
		}
	}
	return list
})

// readByShape reads the labels of recognised tables by their place in the form, where
// a table as a whole can be no other. The figures beside labels that could not be read
// by themselves are doubtful. The cells that hold a part of a label are left alone.
func readByShape(tables []*document.Table, parts map[*document.Cell]bool) {
	for _, key := range []string{form.Disclosure, form.Applications, form.Remedies} {
		for _, rows := range rowRuns(tables, key) {
			if f := fittest(patterns()[key], rows); f != nil {
				f.write(parts)
			}
		}
	}
}

// rowRuns are the rows of recognised tables that have the columns of the form's, those
// of tables that follow each other together: blocks of table two are often printed
// apart, and a page break may leave halves.
func rowRuns(tables []*document.Table, key string) [][]*shownRow {
	var runs [][]*shownRow
	open := false
	for _, t := range tables {
		spread := patterns()[key][0].grid.Spread(t.Columns)
		if spread == nil || !isRecognised(t) {
			open = false
			continue
		}
		if !open {
			runs, open = append(runs, nil), true
		}
		last := &runs[len(runs)-1]
		*last = append(*last, shownRows(t, spread)...)
	}
	return runs
}

func isRecognised(t *document.Table) bool {
	return slices.ContainsFunc(t.Cells, func(c document.Cell) bool { return c.Confidence > 0 })
}

func shownRows(t *document.Table, spread []int) []*shownRow {
	var list []*shownRow
	for row, line := range t.Grid() {
		s := &shownRow{table: t, row: row, cells: make([]*document.Cell, len(spread))}
		for at, column := range spread {
			if line[column] >= 0 {
				s.cells[at] = &t.Cells[line[column]]
			}
		}
		list = append(list, s)
	}
	return list
}

// fitting is rows as they belong to those of a table of the form.
type fitting struct {
	*pattern
	alignment
	rows []*shownRow
}

func newFitting(p *pattern, rows []*shownRow) *fitting {
	return &fitting{p, align(len(rows), p.grid.Rows, func(i, j int) float64 { return p.agreement(rows[i], j) }), rows}
}

// fittest is the fitting in the edition that agrees best, nil when too little does.
// Rows that may belong elsewhere belong to none in it, and those that say something
// else in an edition that agrees as well.
func fittest(editions []*pattern, rows []*shownRow) *fitting {
	var list []*fitting
	for _, p := range editions {
		list = append(list, newFitting(p, rows))
	}
	slices.SortStableFunc(list, func(a, b *fitting) int { return cmp.Compare(b.total, a.total) })
	best := list[0]
	if best.total < agreesEnough*best.ideal() {
		return nil
	}
	for i := range best.at {
		if best.lead[i] < clearLead || slices.ContainsFunc(list[1:], func(other *fitting) bool { return best.rivalled(other, i) }) {
			best.at[i] = -1
		}
	}
	return best
}

// rivalled reports whether another edition agrees as well and reads the row otherwise.
func (f *fitting) rivalled(other *fitting, row int) bool {
	if f.total-other.total >= clearLead {
		return false
	}
	a, b := f.at[row], other.at[row]
	return a < 0 || b < 0 || !slices.EqualFunc(f.cover[a], other.cover[b], func(a, b *form.GridCell) bool { return a.Text == b.Text && a.Kind == b.Kind })
}

// inPlace is a label of the form and the cell that stands in its place.
type inPlace struct {
	official *form.GridCell
	cell     *document.Cell
}

// said is what was read in the cell and is the form's label.
func (l inPlace) said() bool { return fold(l.cell.Text) == fold(l.official.Text) }

// telling reports whether what was read in the cell is like the label and much less
// like any other: 白欧于四类过程性生起 is 6.属于四类过程性信息, and in its place.
func (l inPlace) telling(p *pattern) bool {
	said, label := []rune(fold(l.cell.Printed())), p.labels[l.official]
	own := likeness(said, label, false)
	return own >= tellingLabel && !slices.ContainsFunc(p.grid.Cells, func(c form.GridCell) bool {
		return c.Text != "" && c.Text != l.official.Text && likeness(said, []rune(fold(c.Text)), false) > own-tellingLead
	})
}

// another reports whether the cell surely says another label: a unit may have changed
// the order of the columns.
func (l inPlace) another(p *pattern) bool {
	return l.cell.Raw == "" && slices.ContainsFunc(p.grid.Cells, func(c form.GridCell) bool { return c.Text != "" && fold(c.Text) == fold(l.cell.Text) })
}

// labelsInPlace are those of the rows that belong to one of the form.
func (f *fitting) labelsInPlace() []inPlace {
	var list []inPlace
	for i, s := range f.rows {
		if f.at[i] < 0 {
			continue
		}
		for column, official := range f.cover[f.at[i]] {
			if official.Kind != form.Value && f.starts(f.at[i], column) && s.begins(column) {
				list = append(list, inPlace{official, s.cells[column]})
			}
		}
	}
	return list
}

// write puts the form's labels where they could not be read, and doubts the figures
// beside them.
func (f *fitting) write(parts map[*document.Cell]bool) {
	guessed, labels := guesses{}, f.labelsInPlace()
	for _, l := range labels {
		if l.said() || parts[l.cell] || l.another(f.pattern) {
			continue
		}
		if !l.telling(f.pattern) {
			l.cell.Doubt, guessed[l.official] = labelByPlace, true
		}
		l.cell.Text, l.cell.Raw = l.official.Text, l.cell.Printed()
	}
	mostly := float64(len(labels)-len(guessed)) < wellRead*float64(len(labels))
	for i, s := range f.rows {
		if mostly {
			s.table.Inferred = tableByPlace
		}
		if f.at[i] >= 0 {
			f.doubtFigures(s, f.at[i], guessed)
		}
	}
}

func (f *fitting) doubtFigures(s *shownRow, row int, guessed guesses) {
	for column, official := range f.cover[row] {
		c := s.cells[column]
		if official.Kind != form.Value || c == nil || c.Doubt != "" {
			continue
		}
		switch {
		case guessed.row(f.pattern, official):
			c.Doubt = rowByPlace
		case guessed.column(f.pattern, official):
			c.Doubt = columnByPlace
		}
	}
}

// guesses are the labels that were told by their place.
type guesses map[*form.GridCell]bool

// row reports whether the label left of a figure is one.
func (g guesses) row(p *pattern, figure *form.GridCell) bool {
	for column := figure.Column - 1; column >= 0; column-- {
		if label := p.cover[figure.Row][column]; label.Kind != form.Value {
			return g[label]
		}
	}
	return false
}

// column reports whether the head above a figure is one; of table four also the head
// above that, since 结果维持 heads three columns.
func (g guesses) column(p *pattern, figure *form.GridCell) bool {
	for row := figure.Row - 1; row >= 0; row-- {
		if head := p.cover[row][figure.Column]; head.Kind == form.Head {
			return g[head] || p.table.Key == form.Remedies && head.Row > 0 && g[p.cover[head.Row-1][figure.Column]]
		}
	}
	return false
}
