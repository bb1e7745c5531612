package parser

import "fmt"

// placing is the figure cells of a row, by printed column.
type placing struct {
	cells [][]*gridCell // by column; nil where the row has no cell
	doubt string        // why the whole row is not sure
	spans []bool        // by column: its cell covers other columns too
}

// place puts the figure cells of a row below the heads of its strip. The grid
// decides where it is one to one; rows whose grid is offset from the head
// still match where there are as many cells as columns. Everything else is doubtful.
func place(st *strip, row *printedRow) *placing {
	if row.placed == nil {
		p := newPlacing(st, row)
		row.placed = &p
	}
	return row.placed
}

func newPlacing(st *strip, row *printedRow) placing {
	var columns []printedColumn
	if row.sheet == st.drawn {
		columns = st.columns
	}
	figures := dropBlanks(row.figures, columns)
	n := len(st.columns)
	p := placing{cells: make([][]*gridCell, n), spans: make([]bool, n)}
	switch {
	case columns != nil && p.byGrid(columns, figures):
	case len(figures) == n:
		p = inOrder(figures)
	case columns == nil:
		p.doubt = fmt.Sprintf("这一页的表没有表头，该行有%d格，表头有%d列", len(figures), n)
		p.firstCells(figures)
	default:
		p.overlapping(columns, figures)
		p.doubt = fmt.Sprintf("该行有%d格，表头有%d列，无法一一对应", len(figures), n)
	}
	return p
}

func inOrder(figures []*gridCell) placing {
	p := placing{cells: make([][]*gridCell, len(figures)), spans: make([]bool, len(figures))}
	for i, c := range figures {
		p.cells[i] = []*gridCell{c}
	}
	return p
}

// firstCells places what there is from the left.
func (p *placing) firstCells(figures []*gridCell) {
	for i, c := range figures {
		if i < len(p.cells) {
			p.cells[i] = []*gridCell{c}
		}
	}
}

// dropBlanks leaves out blank cells below no column: filling at a table's edge.
func dropBlanks(figures []*gridCell, columns []printedColumn) []*gridCell {
	if columns == nil {
		return figures
	}
	var list []*gridCell
	for _, c := range figures {
		if !c.blank || len(overlapped(columns, c)) > 0 {
			list = append(list, c)
		}
	}
	return list
}

func overlapped(columns []printedColumn, c *gridCell) []int {
	var list []int
	for i, p := range columns {
		if c.Column < p.to && p.from < c.right() {
			list = append(list, i)
		}
	}
	return list
}

// byGrid places each cell below the one column that it overlaps; false when
// that is not one to one. A blank cell beside the one with the number is
// filling: Word tables have such slivers.
func (p *placing) byGrid(columns []printedColumn, figures []*gridCell) bool {
	cells := make([][]*gridCell, len(columns))
	placed := 0
	for _, c := range figures {
		at := overlapped(columns, c)
		if len(at) != 1 {
			return false
		}
		here := cells[at[0]]
		switch {
		case here == nil:
			placed++
			cells[at[0]] = []*gridCell{c}
		case here[0].blank:
			cells[at[0]] = []*gridCell{c}
		case !c.blank:
			return false
		}
	}
	if placed < len(columns) {
		return false
	}
	p.cells = cells
	return true
}

// overlapping places each cell below every column that it overlaps.
func (p *placing) overlapping(columns []printedColumn, figures []*gridCell) {
	for _, c := range figures {
		at := overlapped(columns, c)
		for _, i := range at {
			p.cells[i] = append(p.cells[i], c)
			p.spans[i] = p.spans[i] || len(at) > 1
		}
	}
}
