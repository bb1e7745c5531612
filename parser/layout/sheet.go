package layout

import (
	"gouji/parser/document"
)

// sheet is a table in the making: the grids of its parts, one under the other.
type sheet struct {
	xs       []float64 // vertical cuts of all parts, in the first part's place
	parts    []part
	rows     int
	lastPage int
}

// part is a grid of the sheet, shifted so that its left side is the first
// part's: facing pages may have mirrored margins.
type part struct {
	grid  *Grid
	stage *Stage
	shift float64
	row   int // the sheet's row where it begins
}

func newSheet(s *Stage, g *Grid) *sheet {
	sh := &sheet{xs: g.Lattice.Xs}
	sh.add(s, g, 0)
	return sh
}

func (sh *sheet) add(s *Stage, g *Grid, shift float64) {
	sh.parts = append(sh.parts, part{g, s, shift, sh.rows})
	sh.rows += g.Lattice.Rows()
	sh.lastPage = s.Page.Number
}

// fits reports whether a grid on the next page may go on with this table: as
// wide, and cut where the other is cut. Either half may lack cuts that only
// the other's cells need.
func (sh *sheet) fits(g *Grid, t Tolerances) bool {
	xs := g.Lattice.Xs
	width, other := sh.xs[len(sh.xs)-1]-sh.xs[0], xs[len(xs)-1]-xs[0]
	if abs(width-other) > 2*t.Seam {
		return false
	}
	few, many, shift := xs, sh.xs, sh.xs[0]-xs[0]
	if len(few) > len(many) {
		few, many, shift = many, few, -shift
	}
	shared := 0
	for _, x := range few {
		if nearest(many, x+shift, t.Seam) >= 0 {
			shared++
		}
	}
	return shared == len(few) || shared >= minShared && 2*shared > len(few)
}

// minShared is how many cuts two halves must share, when not all, to be one
// table: both outer sides and two columns.
const minShared = 4

func (sh *sheet) append(s *Stage, g *Grid, t Tolerances) {
	shift := sh.xs[0] - g.Lattice.Xs[0]
	for _, x := range g.Lattice.Xs {
		if nearest(sh.xs, x+shift, t.Seam) < 0 {
			sh.xs = cluster(append(sh.xs, x+shift), 0)
		}
	}
	sh.add(s, g, shift)
}

// nearest is the index of the value closest to x, -1 when none is within reach.
func nearest(values []float64, x, reach float64) int {
	best := -1
	for i, v := range values {
		if d := abs(v - x); d <= reach && (best < 0 || d < abs(values[best]-x)) {
			best = i
		}
	}
	return best
}

func (sh *sheet) finish() *document.Table {
	table := &document.Table{Rows: sh.rows, Columns: len(sh.xs) - 1}
	for i, p := range sh.parts {
		place := p.place(p.grid.Region.Box)
		table.Parts = append(table.Parts, place)
		if i > 0 {
			table.Breaks = append(table.Breaks, p.row)
		}
		for _, c := range p.grid.Cells {
			table.Cells = append(table.Cells, sh.cell(p, c))
		}
	}
	table.Where = table.Parts[0]
	if len(table.Parts) == 1 {
		table.Parts = nil
	}
	return table
}

func (p *part) place(b document.Box) document.Place {
	return document.Place{Page: p.stage.Page.Number, Box: p.stage.frame.out(b)}
}

// cell puts a part's cell into the columns of the whole sheet.
func (sh *sheet) cell(p part, c Cell) document.Cell {
	xs := p.grid.Lattice.Xs
	column := sh.column(xs[c.Column] + p.shift)
	end := sh.column(xs[c.Column+c.ColumnSpan] + p.shift)
	return document.Cell{
		Row: p.row + c.Row, Column: column, RowSpan: c.RowSpan, ColumnSpan: max(1, end-column),
		Text: c.Text, Raw: c.Raw, Doubt: c.Doubt, Confidence: c.Confidence, Where: p.place(c.Box),
	}
}

// column is the index of the sheet's cut that x was joined with.
func (sh *sheet) column(x float64) int {
	best := 0
	for i, v := range sh.xs {
		if abs(v-x) < abs(sh.xs[best]-x) {
			best = i
		}
	}
	return best
}
