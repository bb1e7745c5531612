package rtf

import "gouji/parser/wordml"

// rowShape is a row's description as far as it is read.
type rowShape struct {
	wordml.RowShape
	next wordml.CellShape // of the cell whose \cellx comes
}

// table takes what describes a row, and what ends cells and rows.
func (r *reader) table(t token) bool {
	row := &r.row
	if r.nested {
		row = &r.inner
	}
	switch t.word {
	case "trowd":
		*row = rowShape{RowShape: wordml.RowShape{Edges: []int{0}}}
	case "trleft":
		if len(row.Cells) == 0 {
			row.Edges = []int{t.value}
		}
	case "clvmgf":
		row.next.Down = wordml.Restart
	case "clvmrg":
		row.next.Down = wordml.Proceed
	case "clmgf":
		row.next.Across = wordml.Restart
	case "clmrg":
		row.next.Across = wordml.Proceed
	case "cellx":
		r.edge(row, t.value)
	case "cell":
		r.end(wordml.Marked{Depth: 1, CellEnd: true})
	case "nestcell":
		r.end(wordml.Marked{Depth: max(r.depth, 2), CellEnd: true})
	case "row":
		r.endRow(1, &r.row)
	case "nestrow":
		r.endRow(max(r.depth, 2), &r.inner)
	default:
		return false
	}
	return true
}

func (r *reader) edge(row *rowShape, at int) {
	if len(row.Edges) == 0 {
		row.Edges = []int{0} // without \trowd
	}
	if len(row.Cells) < maxCells {
		row.Edges = append(row.Edges, at)
		row.Cells = append(row.Cells, row.next)
	}
	row.next = wordml.CellShape{}
}

// endRow ends a row; text that no \cell has ended is a cell of it.
func (r *reader) endRow(depth int, row *rowShape) {
	if len(r.story.open.Runs) > 0 {
		r.end(wordml.Marked{Depth: depth, CellEnd: true})
	}
	if r.rows++; r.rows > maxRows {
		r.tooMuch("表格超过 %d 行", maxRows)
	}
	shape := row.RowShape
	shape.Deleted = r.look.Deleted
	r.end(wordml.Marked{Depth: depth, RowEnd: true, Row: shape})
}
