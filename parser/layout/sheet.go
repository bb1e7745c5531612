package layout

import (
	"cmp"
	"slices"

	"gouji/parser/document"
)

// sheet is a table in the making: the grids of its parts, one under the other.
type sheet struct {
	cuts     []cut // between the columns of all parts, in the first part's place
	parts    []part
	rows     int
	lastPage int
}

// cut is where two columns meet: at a place, or somewhere in the free strip between
// the figures of both.
type cut struct {
	at   float64
	free span
}

func (c cut) shifted(by float64) cut {
	return cut{c.at + by, span{c.free.from + by, c.free.to + by}}
}

// distance is the least between the places where two cuts may lie.
func (c cut) distance(o cut) float64 {
	return max(0, c.free.from-o.free.to, o.free.from-c.free.to)
}

// cuts are those between the columns, from one side to the other.
func (l *Lattice) cuts() []cut {
	list := make([]cut, len(l.Xs))
	for i, x := range l.Xs {
		list[i] = cut{x, l.strip(i)}
	}
	return list
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
	sh := &sheet{cuts: g.Lattice.cuts()}
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
	cuts := g.Lattice.cuts()
	width, other := sh.cuts[len(sh.cuts)-1].at-sh.cuts[0].at, cuts[len(cuts)-1].at-cuts[0].at
	if abs(width-other) > 2*t.Seam {
		return false
	}
	few, many, shift := cuts, sh.cuts, sh.cuts[0].at-cuts[0].at
	if len(few) > len(many) {
		few, many, shift = many, few, -shift
	}
	shared := 0
	for _, c := range few {
		if nearest(many, c.shifted(shift), t.Seam) >= 0 {
			shared++
		}
	}
	return shared == len(few) || shared >= minShared && 2*shared > len(few)
}

// minShared is how many cuts two halves must share, when not all, to be one
// table: both outer sides and two columns.
const minShared = 4

func (sh *sheet) append(s *Stage, g *Grid, t Tolerances) {
	shift := sh.cuts[0].at - g.Lattice.Xs[0]
	for _, c := range g.Lattice.cuts() {
		c = c.shifted(shift)
		if nearest(sh.cuts, c, t.Seam) < 0 {
			i, _ := slices.BinarySearchFunc(sh.cuts, c, func(a, b cut) int { return cmp.Compare(a.at, b.at) })
			sh.cuts = slices.Insert(sh.cuts, i, c)
		}
	}
	sh.add(s, g, shift)
}

// nearest is the index of the closest cut, -1 when none is within reach.
func nearest(cuts []cut, c cut, reach float64) int {
	best := -1
	for i, o := range cuts {
		if o.distance(c) <= reach && (best < 0 || abs(o.at-c.at) < abs(cuts[best].at-c.at)) {
			best = i
		}
	}
	return best
}

func (sh *sheet) finish() *document.Table {
	table := &document.Table{Rows: sh.rows, Columns: len(sh.cuts) - 1}
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
	column := sh.column(p, c.Column)
	end := sh.column(p, c.Column+c.ColumnSpan)
	return document.Cell{
		Row: p.row + c.Row, Column: column, RowSpan: c.RowSpan, ColumnSpan: max(1, end-column),
		Text: c.Text, Raw: c.Raw, Doubt: c.Doubt, Confidence: c.Confidence, Where: p.place(c.Box),
	}
}

// column is the index of the sheet's cut that a part's was joined with.
func (sh *sheet) column(p part, i int) int {
	c := cut{p.grid.Lattice.Xs[i], p.grid.Lattice.strip(i)}.shifted(p.shift)
	best := 0
	for i, o := range sh.cuts {
		if d := o.distance(c) - sh.cuts[best].distance(c); d < 0 || d == 0 && abs(o.at-c.at) < abs(sh.cuts[best].at-c.at) {
			best = i
		}
	}
	return best
}
