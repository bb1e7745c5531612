package layout

import "slices"

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
func figuresIn(l Line, t Tolerances) int {
	n := 0
	for _, text := range runTexts(l, t) {
		if text != "" && (numeric(text) || isStroke(text)) {
			n++
		}
	}
	return n
}

// isStroke reports whether a text is a sign that offices print for nothing.
func isStroke(s string) bool { return s == "/" || s == "-" || s == "—" || s == "无" }

// newBandLattice cuts a region at its rulings into rows, and at the gaps
// between figures into columns. Text that runs across a gap keeps its cell
// whole there, and so does text in the middle of several blank cells.
func newBandLattice(r Region, glyphs []Glyph, t Tolerances) Lattice {
	lines := uprightLines(glyphs, t)
	l := Lattice{Xs: []float64{r.Box.X0}, Ys: cuts(r.Edges.Horizontal, r.Box.Y0, r.Box.Y1, t), Guessed: bandDoubt}
	for _, gap := range bandGaps(lines, t) {
		l.Xs = append(l.Xs, (gap.from+gap.to)/2)
	}
	l.Xs = append(l.Xs, r.Box.X1)
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

// bandGaps are the strips between the columns of figures that no other text of
// theirs, a head or a label, reaches into.
func bandGaps(lines []Line, t Tolerances) []span {
	var figures, others []span
	for _, line := range lines {
		found := runs(line, t)
		switch {
		case figuresIn(line, t) > 0:
			figures = append(figures, found...)
		case len(found) > 1:
			others = append(others, found...)
		}
	}
	columns := columnsOf(figures)
	narrowFirst(others)
	for _, run := range others {
		reach(columns, run)
	}
	return between(columns)
}

// runsAcross reports whether one run of a line's text stands on both sides of x.
func runsAcross(l Line, x float64, t Tolerances) bool {
	for i, g := range l.Glyphs {
		if g.Box.X0+t.Straddle*g.Box.Width() < x && x < g.Box.X1-t.Straddle*g.Box.Width() {
			return true
		}
		if i > 0 && l.Glyphs[i-1].Box.X1 <= x && x <= g.Box.X0 && runOn(l.Glyphs[i-1], g, t) {
			return true
		}
	}
	return false
}
