package doc

import "slices"

// rowShape is what a row's properties say of its cells.
type rowShape struct {
	edges []int // of the cells from left to right, twentieths of a point; one more than there are cells
	cells []cellShape
}

// cellShape is a cell's part in merged groups.
type cellShape struct {
	down, across merge
}

type merge int

const (
	unmerged merge = iota
	restart
	proceed
)

// apply reads the properties of a row. Cells that are inserted, deleted or
// moved by later changes are told by a new sprmTDefTable: Word writes it whole.
func (r *rowShape) apply(s sprm) {
	b := reader{s.operand}
	switch s.code {
	case sprmTDefTable:
		r.define(b)
	case sprmTVertMerge:
		if at := b.u8(0); at < len(r.cells) {
			r.cells[at].down = []merge{unmerged, proceed, unmerged, restart}[b.u8(1)&3]
		}
	case sprmTMerge, sprmTSplit:
		for at := b.u8(0); at < min(b.u8(1), len(r.cells)); at++ {
			r.cells[at].across = unmerged
			if s.code == sprmTMerge {
				r.cells[at].across = proceed
			}
		}
		if s.code == sprmTMerge && b.u8(0) < len(r.cells) {
			r.cells[b.u8(0)].across = restart
		}
	}
}

const cellSize = 20 // bytes of a TC80, [MS-DOC] 2.9.313

// define reads a TDefTableOperand, [MS-DOC] 2.9.316. Cells at the end may have
// no TC80: they are like any other.
func (r *rowShape) define(b reader) {
	n := b.u8(0)
	*r = rowShape{cells: make([]cellShape, n)}
	for i := range n + 1 {
		r.edges = append(r.edges, b.i16(1+2*i))
	}
	left := 0 // the flags of the cell to the left
	for i := range n {
		flags := b.u16(1 + 2*(n+1) + cellSize*i)
		r.cells[i].down = []merge{unmerged, proceed, unmerged, restart}[flags>>5&3]
		r.cells[i].across = across(left&3, flags&3)
		left = flags
	}
}

// across tells a cell's part in a group of merged cells side by side: the
// first of the group is the first, whatever number it has, since programs
// disagree about which of 1 and 2 that is.
func across(left, own int) merge {
	switch {
	case own == 0:
		return unmerged
	case left == 0 || left == own && own == 2:
		return restart
	}
	return proceed
}

// near is how far apart two edges may be that are one, in twentieths of a
// point: programs round widths, and no column is as narrow as 2 points.
const near = 40

// columnsOf are the distinct edges of a table's rows, from the left.
func columnsOf(rows []row) []int {
	var all []int
	for _, r := range rows {
		all = append(all, r.shape.edges...)
	}
	slices.Sort(all)
	var distinct []int
	for _, edge := range all {
		if len(distinct) == 0 || edge-distinct[len(distinct)-1] > near {
			distinct = append(distinct, edge)
		}
	}
	return distinct
}

// column is the index of the distinct edge that an edge is one with.
func column(distinct []int, edge int) int {
	i, _ := slices.BinarySearch(distinct, edge-near)
	return min(i, len(distinct)-1)
}
