package layout

import (
	"cmp"
	"slices"
)

// Rulings that run unbroken from side to side tell a table's rows and nothing
// of its columns. Those are where its figures stand.

const bandDoubt = "表格没有竖线，列由文字位置推定"

// manyFigures on one line of one cell stand in several columns.
const manyFigures = 3

// crowded reports whether rows of figures stand undivided in the lattice's
// cells.
func (l *Lattice) crowded(glyphs []Glyph, t Tolerances) bool {
	rows := 0
	for _, held := range l.distribute(l.blocks(), glyphs) {
		for _, line := range uprightLines(held, t) {
			if figuresIn(line, t) >= manyFigures {
				return true
			}
		}
		rows += figureRows(held, t)
	}
	return rows >= minCrowded
}

// figuresIn is the number of figures that stand apart on a line.
func figuresIn(l Line, t Tolerances) int { return len(figureRuns(l, t)) }

// figureRuns are the runs of a line that are figures.
func figureRuns(l Line, t Tolerances) []span {
	var figures []span
	texts := runTexts(l, t)
	for i, run := range runs(l, t) {
		if texts[i] != "" && (numeric(texts[i]) || isStroke(texts[i])) {
			figures = append(figures, run)
		}
	}
	return figures
}

// isStroke reports whether a text is a sign that offices print for nothing.
func isStroke(s string) bool { return s == "/" || s == "-" || s == "—" || s == "无" }

// newBandLattice cuts a region at its rulings into rows, and into columns at the
// gaps between figures and where rulings end. Text that runs across a cut keeps
// its cell whole there, and so does text in the middle of several blank cells.
func newBandLattice(r Region, glyphs []Glyph, t Tolerances) Lattice {
	lines := uprightLines(glyphs, t)
	l := Lattice{Ys: cuts(r.Edges.Horizontal, r.Box.Y0, r.Box.Y1, t), Guessed: bandDoubt}
	for _, c := range bandCuts(r, lines, t) {
		l.Xs = append(l.Xs, (c.from+c.to)/2)
		l.free = append(l.free, c)
	}
	l.sides(func(row, column int) (right, below bool) {
		x := l.Xs[column+1]
		right = !slices.ContainsFunc(lines, func(line Line) bool {
			_, y := line.Box.Center()
			return l.Ys[row] <= y && y < l.Ys[row+1] && runsAcross(line, x, t)
		})
		return right, covers(r.Edges.Horizontal, l.Ys[row+1], l.Xs[column], x, t) >= t.Side
	})
	if !l.tooFine() {
		l.mergeCentred(glyphs, t)
	}
	return l
}

// bandCuts are the places where columns meet, the region's sides among them, each
// with the strip that it may lie in. A ruling below a part of the columns only
// ends where two of them meet: one below 申请人情况 begins where the labels end.
func bandCuts(r Region, lines []Line, t Tolerances) []span {
	figures, columns := figureColumns(lines, t)
	found := append(between(columns), span{r.Box.X0, r.Box.X0}, span{r.Box.X1, r.Box.X1})
	for _, x := range ruleEnds(r.Edges.Horizontal, t) {
		end := span{x, x}
		if i := slices.IndexFunc(found, func(s span) bool { return s.from-t.Snap <= x && x <= s.to+t.Snap }); i >= 0 {
			found[i] = end
		} else if !slices.ContainsFunc(figures, func(f span) bool { return f.from < x && x < f.to }) {
			found = append(found, end)
		}
	}
	slices.SortFunc(found, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	return found
}

// ruleEnds are the places at which rulings begin or end.
func ruleEnds(edges []Edge, t Tolerances) []float64 {
	var ends []float64
	for _, e := range edges {
		ends = append(ends, e.From, e.To)
	}
	return cluster(ends, t.Snap)
}

// stacked reports whether several rows of figures stand between two rulings: a
// table with a line below its head and one at its end.
func (l *Lattice) stacked(glyphs []Glyph, t Tolerances) bool {
	rows := make([]int, l.Rows())
	for _, line := range uprightLines(glyphs, t) {
		x, y := line.Box.Center()
		if row, _, ok := l.at(x, y); ok && figureRow(line, t) {
			rows[row]++
		}
	}
	return slices.ContainsFunc(rows, func(n int) bool { return n > 1 })
}

// figureColumns are the runs that are figures, and the columns that they and the
// labels beside them stand in, as wide as the heads that reach into no second one.
// The lowest heads come first: they have one column each, those above several.
func figureColumns(lines []Line, t Tolerances) (figures, columns []span) {
	var all []span
	for _, line := range lines {
		if found := figureRuns(line, t); len(found) > 0 {
			all = append(all, runs(line, t)...)
			figures = append(figures, found...)
		}
	}
	columns = columnsOf(all)
	for _, line := range slices.Backward(lines) {
		if found := runs(line, t); len(found) > 1 && figuresIn(line, t) == 0 {
			for _, run := range found {
				reach(columns, run)
			}
		}
	}
	return figures, columns
}

// runsAcross reports whether one run of a line's text stands on both sides of x.
func runsAcross(l Line, x float64, t Tolerances) bool {
	for i, g := range l.Glyphs {
		if g.Box.X0+t.Straddle*g.Box.Width() < x && x < g.Box.X1-t.Straddle*g.Box.Width() {
			return true
		}
		if i == 0 || !runOn(l.Glyphs[i-1], g, t) {
			continue
		}
		before, _ := l.Glyphs[i-1].Box.Center()
		after, _ := g.Box.Center()
		if before < x && x < after {
			return true
		}
	}
	return false
}
