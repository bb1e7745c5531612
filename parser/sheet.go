package parser

import (
	"sort"

	"gouji/parser/document"
	"gouji/parser/form"
)

// sheet is a table of the document with what its cells may mean worked out once.
type sheet struct {
	table *document.Table
	grid  [][]int
	cells []gridCell
	used  []bool // by cell: it is part of a statutory table
}

// gridCell is a cell of the document with its text folded for comparing.
type gridCell struct {
	*document.Cell
	words   wording
	count   reading // the text read as the number of a count
	figure  bool    // a number or a sign for nothing
	blank   bool
	meaning *meaning // what its text means in the vocabulary, nil for nothing known
}

func newSheet(t *document.Table) *sheet {
	s := &sheet{table: t, grid: t.Grid(), cells: make([]gridCell, len(t.Cells)), used: make([]bool, len(t.Cells))}
	for i := range t.Cells {
		c := &s.cells[i]
		c.Cell = &t.Cells[i]
		c.count = readNumber(c.Text, form.Count)
		c.figure, c.blank = c.count.figureLike(), c.count.state == Blank
		if c.figure || c.blank {
			continue
		}
		c.words = wordingOf(c.Text)
		c.meaning = knownWord(c.words)
	}
	return s
}

// line gives the cells that cover a grid row, from left to right.
func (s *sheet) line(row int) []*gridCell {
	list := make([]*gridCell, 0, len(s.grid[row]))
	last := -1
	for _, i := range s.grid[row] {
		if i >= 0 && i != last {
			list = append(list, &s.cells[i])
		}
		last = i
	}
	return list
}

// across gives the cells that cover any of the grid rows [top, bottom), from
// left to right and downwards.
func (s *sheet) across(top, bottom int) []*gridCell {
	if bottom == top+1 {
		return s.line(top)
	}
	var list []*gridCell
	seen := map[int]bool{}
	for r := top; r < min(bottom, len(s.grid)); r++ {
		for _, i := range s.grid[r] {
			if i >= 0 && !seen[i] {
				seen[i] = true
				list = append(list, &s.cells[i])
			}
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Column < list[j].Column })
	return list
}

// starting gives the cells with text that begin in a grid row.
func (s *sheet) starting(row int) []*gridCell {
	var list []*gridCell
	for _, c := range s.line(row) {
		if c.Row == row && !c.blank {
			list = append(list, c)
		}
	}
	return list
}

// use marks the cells that begin in the grid rows [top, bottom) as part of a
// statutory table.
func (s *sheet) use(top, bottom int) {
	for r := top; r < min(bottom, len(s.grid)); r++ {
		for _, i := range s.grid[r] {
			if i >= 0 && s.cells[i].Row == r {
				s.used[i] = true
			}
		}
	}
}

// right is the first grid column after the cell.
func (c *gridCell) right() int { return c.Column + max(c.ColumnSpan, 1) }

// bottom is the first grid row below the cell.
func (c *gridCell) bottom() int { return c.Row + max(c.RowSpan, 1) }
