package odt

import (
	"strings"

	"gouji/parser/wordml"
)

// grid is a table on its way to rows whose cells have edges.
type grid struct {
	*walk
	rows  []wordml.Row
	spans map[int]span // cells that reach down, by their first column
	bare  bool         // no covered cell is written, as pandoc writes tables
}

// span is a cell that reaches into the rows below.
type span struct{ columns, rows int }

// step is the width of a column: where they really stand does not matter.
const step = 1000

func (w *walk) table(n *node) []wordml.Row {
	g := &grid{walk: w, spans: map[int]span{}, bare: !hasCovered(n)}
	g.section(n)
	return g.rows
}

// hasCovered reports whether a table writes the places that its wide and high
// cells cover, as OpenDocument demands.
func hasCovered(n *node) bool {
	for _, child := range n.Children {
		switch child.Name {
		case "table:covered-table-cell":
			return true
		case "table:table-header-rows", "table:table-rows", "table:table-row-group", "table:table-row":
			if hasCovered(child) {
				return true
			}
		}
	}
	return false
}

// section reads the rows of a table, or of a group of rows.
func (g *grid) section(n *node) {
	for _, child := range n.Children {
		switch child.Name {
		case "table:table-header-rows", "table:table-rows", "table:table-row-group":
			g.section(child)
		case "table:table-row":
			for range max(child.Number("table:number-rows-repeated", 1), 1) {
				if g.walk.rows++; g.walk.rows > maxRows {
					g.tooMuch("表格超过 %d 行", maxRows)
				}
				if g.exhausted != nil {
					return
				}
				g.row(child)
			}
		}
	}
}

// line is a row that is being read.
type line struct {
	wordml.Row
	at   int // the column that comes next
	free int // the first column that no cell of the row covers
}

func (g *grid) row(n *node) {
	r := &line{}
	for _, cell := range n.Children {
		if !strings.HasSuffix(cell.Name, "table-cell") {
			continue
		}
		for range max(cell.Number("table:number-columns-repeated", 1), 1) {
			if g.cells++; g.cells > maxCells || r.at >= maxColumns {
				g.tooMuch("表格超过 %d 格", maxCells)
				return
			}
			g.skipCovered(r)
			g.cell(r, cell)
			r.at++
		}
	}
	g.skipCovered(r)
	r.Shape.Edges = append(r.Shape.Edges, r.free*step)
	g.rows = append(g.rows, r.Row)
}

// skipCovered goes on to the next free column where the covered ones are not
// written: a cell then stands where it would in HTML.
func (g *grid) skipCovered(r *line) {
	if !g.bare {
		return
	}
	for r.at = max(r.at, r.free); g.spans[r.at].rows > 0; r.at = r.free {
		g.proceed(r, g.spans[r.at])
	}
}

// proceed puts the lower part of a cell above into its row.
func (g *grid) proceed(r *line, above span) {
	if above.rows--; above.rows == 0 {
		delete(g.spans, r.at)
	} else {
		g.spans[r.at] = above
	}
	r.put(wordml.CellShape{Down: wordml.Proceed}, above.columns, nil)
}

// cell puts a cell into its row. A covered one is the lower part of a cell
// above, or stands below the width of the one before.
func (g *grid) cell(r *line, n *node) {
	if n.Name == "table:table-cell" {
		s := span{columns: clamp(n.Number("table:number-columns-spanned", 1)), rows: n.Number("table:number-rows-spanned", 1)}
		shape := wordml.CellShape{}
		delete(g.spans, r.at)
		if s.rows > 1 {
			shape.Down = wordml.Restart
			g.spans[r.at] = span{s.columns, s.rows - 1}
		}
		r.put(shape, s.columns, g.blocks(n))
		return
	}
	above, covered := g.spans[r.at]
	switch {
	case covered:
		g.proceed(r, above)
	case r.at >= r.free: // covered by nothing: the place is empty
		r.put(wordml.CellShape{}, 1, nil)
	}
}

func clamp(columns int) int { return min(max(columns, 1), maxColumns) }

// put adds a cell at the column that comes next.
func (r *line) put(shape wordml.CellShape, columns int, content []wordml.Block) {
	r.Shape.Edges = append(r.Shape.Edges, r.at*step)
	r.Shape.Cells = append(r.Shape.Cells, shape)
	r.Cells = append(r.Cells, content)
	r.free = r.at + columns
}
