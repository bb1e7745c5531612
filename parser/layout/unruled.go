package layout

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"gouji/parser/document"
)

// A table without rulings, or with a frame alone, is found by its figures:
// runs of digits that stand apart from all other text, row under row. Where
// its rows and columns end is a guess, and every cell says so.

const unruledDoubt = "表格没有框线，行列由文字位置推定"

// minFigureRows is how many rows of figures make a table of loose text.
const minFigureRows = 3

// maxLooseLines is how many lines a table of loose text may have; the longest
// met has 60.
const maxLooseLines = 1000

// unruledGrids finds tables among the glyphs that stand in no ruled one.
func unruledGrids(ctx context.Context, glyphs []Glyph, t Tolerances) (grids []Grid, rest []Glyph) {
	rest = glyphs
	lines := uprightLines(glyphs, t)
	for _, area := range figureAreas(lines, t) {
		if len(area) > maxLooseLines || ctx.Err() != nil {
			continue
		}
		l := looseLattice(area, t)
		if l.Rows() < 2 || l.Columns() < 2 || l.tooFine() {
			continue
		}
		grid := Grid{Region: Region{Box: l.box(block{bottom: l.Rows(), right: l.Columns()})}, Lattice: l}
		grid.fill(Inside(rest, grid.Region.Box), t)
		for i := range grid.Cells {
			grid.Cells[i].Doubt = unruledDoubt
		}
		grids = append(grids, grid)
		rest = outside(rest, grid.Region.Box)
	}
	return grids, rest
}

// figureAreas are the runs of lines that hold a table: figure rows, what is
// between them, and the head above the first.
func figureAreas(lines []Line, t Tolerances) [][]Line {
	var areas [][]Line
	first, last, rows := -1, -1, 0
	flush := func() {
		if rows >= minFigureRows {
			areas = append(areas, lines[headAbove(lines, first, usualGap(lines[first:last+1]), t):last+1])
		}
		first, last, rows = -1, -1, 0
	}
	for i, l := range lines {
		if first >= 0 && (l.Box.Y0-lines[last].Box.Y1 > t.RowHeight || l.Size > lines[first].Size*t.Size) {
			flush()
		}
		if figureRow(l, t) {
			if first < 0 {
				first = i
			}
			last = i
			rows++
		}
	}
	flush()
	return areas
}

// figureRow reports whether a line is a label and figures that stand apart.
func figureRow(l Line, t Tolerances) bool {
	texts := runTexts(l, t)
	return len(texts) > 1 && slices.ContainsFunc(texts[1:], func(s string) bool { return s != "" && numeric(s) })
}

func figureRows(glyphs []Glyph, t Tolerances) int {
	n := 0
	for _, l := range uprightLines(glyphs, t) {
		if figureRow(l, t) {
			n++
		}
	}
	return n
}

// runTexts are the texts of the line's runs.
func runTexts(l Line, t Tolerances) []string {
	var texts []string
	next := 0
	for _, r := range runs(l, t) {
		var text strings.Builder
		for next < len(l.Glyphs) && l.Glyphs[next].Box.X0 <= r.to {
			text.WriteRune(l.Glyphs[next].Rune)
			next++
		}
		texts = append(texts, text.String())
	}
	return texts
}

// headAbove goes up from the first figure row over the lines of the table's
// head: as close below each other as the table's own lines, no larger than the
// figures, no numbered heading.
func headAbove(lines []Line, first int, gap float64, t Tolerances) int {
	for first > 0 {
		above, below := lines[first-1], lines[first]
		apart := below.Box.Y0 - above.Box.Y1
		if apart > gap+t.Snap || above.Size > below.Size*t.Size || opensItem.MatchString(above.Text) {
			break
		}
		first--
	}
	return first
}

// usualGap is the usual white between one line and the next, points.
func usualGap(lines []Line) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		gaps = append(gaps, max(0, lines[i].Box.Y0-lines[i-1].Box.Y1))
	}
	return median(gaps)
}

// looseLattice cuts an area at the gaps between its columns and between its
// rows. A run of text that lies across a gap keeps its cell whole.
func looseLattice(area []Line, t Tolerances) Lattice {
	var all []span
	box := document.Box{}
	for _, l := range area {
		box = box.Union(l.Box)
		if figureRow(l, t) {
			all = append(all, runs(l, t)...)
		}
	}
	l := Lattice{Xs: []float64{box.X0}, Ys: rowCuts(area, box, t), Guessed: unruledDoubt}
	for _, gap := range gaps(all) {
		l.Xs = append(l.Xs, (gap.from+gap.to)/2)
	}
	l.Xs = append(l.Xs, box.X1)
	l.sides(func(row, column int) (right, below bool) {
		x := l.Xs[column+1]
		for _, line := range area {
			_, y := line.Box.Center()
			crosses := func(s span) bool { return s.from < x && x < s.to }
			if l.Ys[row] <= y && y < l.Ys[row+1] && slices.ContainsFunc(runs(line, t), crosses) {
				return false, true
			}
		}
		return true, true
	})
	return l
}

// rowCuts are the places between rows: each figure row and each line of a head
// is a row; the lines of a label that is higher than its figures go to the
// figure row nearest to them.
func rowCuts(area []Line, box document.Box, t Tolerances) []float64 {
	var rows []document.Box
	var loose []document.Box
	for _, l := range area {
		if figureRow(l, t) || len(runs(l, t)) > 1 || len(rows) == 0 {
			rows = append(rows, l.Box)
		} else {
			loose = append(loose, l.Box)
		}
	}
	for _, b := range loose {
		i := nearestRow(rows, b)
		if min(abs(b.Y0-rows[i].Y1), abs(rows[i].Y0-b.Y1)) > b.Height()/2 {
			rows = append(rows, b)
			slices.SortFunc(rows, func(a, b document.Box) int { return cmp.Compare(a.Y0, b.Y0) })
			continue
		}
		rows[i] = rows[i].Union(b)
	}
	cuts := []float64{box.Y0}
	for i := 1; i < len(rows); i++ {
		cuts = append(cuts, (rows[i-1].Y1+rows[i].Y0)/2)
	}
	return append(cuts, box.Y1)
}

func nearestRow(rows []document.Box, b document.Box) int {
	best := 0
	_, y := b.Center()
	for i, r := range rows {
		_, at := r.Center()
		_, nearest := rows[best].Center()
		if abs(at-y) < abs(nearest-y) {
			best = i
		}
	}
	return best
}
