package parser

import (
	"strings"
	"unicode"

	"gouji/parser/document"
	"gouji/parser/form"
)

// Of a fax a recogniser makes out half the characters of a label or fewer: 6.属于四类过程性信息
// becomes 总恨于四关尘程性信和以, which by itself is like nothing. A person still knows the
// table: its merged cells are those of the form, and each label is more like the one
// in its place than like its neighbours. This file says how well a printed row agrees
// with a row of the form, alignment.go finds the rows that belong together, and
// lexicon_shape.go reads the labels so.

// What speaks for a printed row being one of the form; 1 is a label read without error.
const (
	// chance, share of the characters: so much alike are two labels by chance.
	chance = 0.1
	// fullLabel, characters: labels at least so long count in full, shorter ones by
	// their share of it, since noise is easily like 其他.
	fullLabel = 6
	// sameCell is for a label's cell that is merged as the form's is; otherCell is for
	// one that is not, for a cell that the form does not have there, and for words
	// where the form has a figure.
	sameCell, otherCell = 0.1, -0.25
	// wordy, ideographs: the digits of a figure are never misread as so many.
	wordy = 4
)

// pattern is a table of the form as it is printed.
type pattern struct {
	table  *form.Table
	grid   *form.Grid
	cover  [][]*form.GridCell
	labels map[*form.GridCell][]rune // folded
}

func newPattern(t *form.Table) *pattern {
	g := t.Grid()
	p := &pattern{table: t, grid: g, cover: g.Cover(), labels: map[*form.GridCell][]rune{}}
	for i := range g.Cells {
		p.labels[&g.Cells[i]] = []rune(fold(g.Cells[i].Text))
	}
	return p
}

// starts reports whether a cell of the form begins at the position.
func (p *pattern) starts(row, column int) bool {
	c := p.cover[row][column]
	return c.Row == row && c.Column == column
}

// ideal is the agreement of the table when it is read without error.
func (p *pattern) ideal() float64 {
	sum := 0.0
	for i := range p.grid.Cells {
		if c := &p.grid.Cells[i]; c.Kind != form.Value {
			sum += p.importance(c)*(1-chance) + sameCell
		}
	}
	return sum
}

// importance is how much a label counts, at most 1.
func (p *pattern) importance(c *form.GridCell) float64 {
	return min(1, float64(len(p.labels[c]))/fullLabel)
}

// shownRow is a row of a table as the page shows it, spread over a pattern's columns.
type shownRow struct {
	table *document.Table
	row   int
	cells []*document.Cell // by the pattern's column; nil where there is none
}

// begins reports whether a cell of the row begins at the column.
func (s *shownRow) begins(column int) bool {
	c := s.cells[column]
	return c != nil && c.Row == s.row && (column == 0 || s.cells[column-1] != c)
}

// spans reports whether a cell of the row covers just the columns of the form's.
func (s *shownRow) spans(official *form.GridCell) bool {
	first, after := official.Column, official.Column+official.ColumnSpan
	return s.begins(first) && s.cells[after-1] == s.cells[first] && (after == len(s.cells) || s.cells[after] != s.cells[first])
}

// blank reports whether nothing was read at the column: the rest of a merged cell
// that a page break cut, or one whose frame is faint, tells nothing.
func (s *shownRow) blank(column int) bool {
	return s.cells[column] == nil || strings.TrimSpace(s.cells[column].Text) == ""
}

// agreement is how much speaks for a printed row being the form's row.
func (p *pattern) agreement(s *shownRow, row int) float64 {
	sum := 0.0
	for column, official := range p.cover[row] {
		starts := p.starts(row, column)
		switch {
		case official.Kind == form.Value:
			sum += figureAgreement(s, official)
		case starts && s.begins(column):
			sum += p.labelAgreement(s, official)
		case starts != s.begins(column) && !s.blank(column):
			sum += otherCell
		}
	}
	return sum
}

func figureAgreement(s *shownRow, official *form.GridCell) float64 {
	if !s.spans(official) || ideographs(s.cells[official.Column].Text) >= wordy {
		return otherCell
	}
	return 0
}

func ideographs(text string) int {
	n := 0
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

func (p *pattern) labelAgreement(s *shownRow, official *form.GridCell) float64 {
	said := []rune(fold(s.cells[official.Column].Printed()))
	like := likeness(said, p.labels[official], official.RowSpan > 1)
	sum := p.importance(official) * (like - chance)
	if s.spans(official) {
		return sum + sameCell
	}
	return sum + otherCell
}

// likeness is the share of characters, 0 to 1, that two labels have in common in the
// same order; or in any, for labels that are printed downwards: those are read in
// whatever order.
func likeness(said, label []rune, anyOrder bool) float64 {
	same := commonInOrder(said, label)
	if anyOrder {
		same = max(same, commonInAll(said, label))
	}
	return 2 * float64(same) / float64(max(1, len(said)+len(label)))
}

// commonInOrder is the length of the longest common subsequence.
func commonInOrder(a, b []rune) int {
	longest := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := longest[j+1]
			if x == y {
				longest[j+1] = diagonal + 1
			} else {
				longest[j+1] = max(above, longest[j])
			}
			diagonal = above
		}
	}
	return longest[len(b)]
}

func commonInAll(a, b []rune) int {
	count := map[rune]int{}
	for _, r := range a {
		count[r]++
	}
	n := 0
	for _, r := range b {
		if count[r] > 0 {
			count[r]--
			n++
		}
	}
	return n
}
