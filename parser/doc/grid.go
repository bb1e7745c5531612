package doc

import "gouji/parser/wordml"

// rowShape is what a row's properties say of its cells, edges in twentieths of
// a point.
type rowShape struct{ wordml.RowShape }

// apply reads the properties of a row. Cells that are inserted, deleted or
// moved by later changes are told by a new sprmTDefTable: Word writes it whole.
func (r *rowShape) apply(s sprm) {
	b := reader{s.operand}
	switch s.code {
	case sprmTDefTable:
		r.define(b)
	case sprmTVertMerge:
		if at := b.u8(0); at < len(r.Cells) {
			r.Cells[at].Down = []wordml.Merge{wordml.Unmerged, wordml.Proceed, wordml.Unmerged, wordml.Restart}[b.u8(1)&3]
		}
	case sprmTMerge, sprmTSplit:
		for at := b.u8(0); at < min(b.u8(1), len(r.Cells)); at++ {
			r.Cells[at].Across = wordml.Unmerged
			if s.code == sprmTMerge {
				r.Cells[at].Across = wordml.Proceed
			}
		}
		if s.code == sprmTMerge && b.u8(0) < len(r.Cells) {
			r.Cells[b.u8(0)].Across = wordml.Restart
		}
	}
}

const cellSize = 20 // bytes of a TC80, [MS-DOC] 2.9.313

// define reads a TDefTableOperand, [MS-DOC] 2.9.316. Cells at the end may have
// no TC80: they are like any other.
func (r *rowShape) define(b reader) {
	n := b.u8(0)
	*r = rowShape{wordml.RowShape{Cells: make([]wordml.CellShape, n)}}
	for i := range n + 1 {
		r.Edges = append(r.Edges, b.i16(1+2*i))
	}
	left := 0 // the flags of the cell to the left
	for i := range n {
		flags := b.u16(1 + 2*(n+1) + cellSize*i)
		r.Cells[i].Down = []wordml.Merge{wordml.Unmerged, wordml.Proceed, wordml.Unmerged, wordml.Restart}[flags>>5&3]
		r.Cells[i].Across = across(left&3, flags&3)
		left = flags
	}
}

// across tells a cell's part in a group of merged cells side by side: the
// first of the group is the first, whatever number it has, since programs
// disagree about which of 1 and 2 that is.
func across(left, own int) wordml.Merge {
	switch {
	case own == 0:
		return wordml.Unmerged
	case left == 0 || left == own && own == 2:
		return wordml.Restart
	}
	return wordml.Proceed
}
