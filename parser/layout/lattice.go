package layout

import (
	"slices"

	"gouji/parser/document"
)

// Lattice is a region cut along all its lines: Xs and Ys are where any edge
// runs. Right[row][column] and Below[row][column] say whether the elementary
// cell has a side there; where it has none, it is merged with its neighbour.
type Lattice struct {
	Xs    []float64 `json:"xs"`
	Ys    []float64 `json:"ys"`
	Right [][]bool  `json:"-"`
	Below [][]bool  `json:"-"`
	// ends are the sides, by row and column, at which the line below ends and
	// does not only break: no cell is merged over those.
	ends map[[2]int]bool
	// free are the strips that the cuts in Xs may lie in, where text alone tells
	// them; nil where all are drawn.
	free []span
	// Guessed says how sides that nothing draws were found; empty when all
	// are drawn.
	Guessed string `json:"guessed,omitempty"`
}

// NewLattice cuts a region with vertical edges. A side that is missing around
// the outside (no rule at a page break, no left border) is where the edges of
// the other direction end.
func NewLattice(r Region, t Tolerances) Lattice {
	l := Lattice{
		Xs: cuts(r.Edges.Vertical, r.Box.X0, r.Box.X1, t),
		Ys: cuts(r.Edges.Horizontal, r.Box.Y0, r.Box.Y1, t),
	}
	l.sides(func(row, column int) (right, below bool) {
		right = covers(r.Edges.Vertical, l.Xs[column+1], l.Ys[row], l.Ys[row+1], t) >= t.Side
		below = covers(r.Edges.Horizontal, l.Ys[row+1], l.Xs[column], l.Xs[column+1], t) >= t.Side
		return right, below
	})
	return l
}

// cuts are the places of edges, and the ends of the region they lie in.
func cuts(edges []Edge, from, to float64, t Tolerances) []float64 {
	places := make([]float64, len(edges))
	for i, e := range edges {
		places[i] = e.At
	}
	return stretched(places, from, to, t)
}

// stretched clusters places and the region's ends. The outermost cuts reach the
// ends: what stands in the region stands between two of them.
func stretched(places []float64, from, to float64, t Tolerances) []float64 {
	cuts := cluster(append(places, from, to), t.Snap)
	if n := len(cuts); n > 1 {
		cuts[0], cuts[n-1] = min(cuts[0], from), max(cuts[n-1], to)
	}
	return cuts
}

// sides fills Right and Below; the outermost sides always exist. A lattice of
// more than maxCells stays without: it is a drawing, and would take hours.
func (l *Lattice) sides(has func(row, column int) (right, below bool)) {
	if l.tooFine() {
		return
	}
	rows, columns := l.Rows(), l.Columns()
	l.Right, l.Below = make([][]bool, rows), make([][]bool, rows)
	for row := range rows {
		l.Right[row], l.Below[row] = make([]bool, columns), make([]bool, columns)
		for column := range columns {
			right, below := has(row, column)
			l.Right[row][column] = right || column == columns-1
			l.Below[row][column] = below || row == rows-1
		}
	}
}

// tooFine reports whether the lattice has more elementary cells than any table.
func (l *Lattice) tooFine() bool { return l.Rows()*l.Columns() > maxCells }

// strip is where a cut between columns may lie.
func (l *Lattice) strip(cut int) span {
	if l.free == nil {
		return span{l.Xs[cut], l.Xs[cut]}
	}
	return l.free[cut]
}

// Rows is the number of bands between the horizontal cuts.
func (l *Lattice) Rows() int { return max(0, len(l.Ys)-1) }

// Columns is the number of bands between the vertical cuts.
func (l *Lattice) Columns() int { return max(0, len(l.Xs)-1) }

// at gives the elementary cell around a point.
func (l *Lattice) at(x, y float64) (row, column int, ok bool) {
	row, column = band(l.Ys, y), band(l.Xs, x)
	return row, column, row >= 0 && column >= 0
}

// band is the index of the interval that holds the value, -1 outside of all.
func band(cuts []float64, value float64) int {
	if len(cuts) < 2 || value < cuts[0] || value > cuts[len(cuts)-1] {
		return -1
	}
	i, _ := slices.BinarySearch(cuts, value)
	return max(0, i-1)
}

// block is a merged cell as a range of elementary ones, ends excluded.
type block struct {
	top, left, bottom, right int
	doubt                    string
}

// blocks merges elementary cells over the sides that they do not have.
func (l *Lattice) blocks() []block {
	columns := l.Columns()
	group := newGroups(l.Rows() * columns)
	for row := range l.Rows() {
		for column := range columns {
			here := row*columns + column
			if !l.Right[row][column] {
				group.join(here, here+1)
			}
			if !l.Below[row][column] {
				group.join(here, here+columns)
			}
		}
	}
	var blocks []block
	for _, members := range group.members() {
		blocks = append(blocks, rectangles(members, columns)...)
	}
	slices.SortFunc(blocks, func(a, b block) int {
		if a.top != b.top {
			return a.top - b.top
		}
		return a.left - b.left
	})
	return blocks
}

// distribute gives each block the glyphs whose middle lies in it.
func (l *Lattice) distribute(blocks []block, glyphs []Glyph) [][]Glyph {
	owner := l.owners(blocks)
	held := make([][]Glyph, len(blocks))
	for _, g := range glyphs {
		if row, column, ok := l.at(g.Box.Center()); ok {
			i := owner[row][column]
			held[i] = append(held[i], g)
		}
	}
	return held
}

// owners gives, by row and column, the index of the block there.
func (l *Lattice) owners(blocks []block) [][]int {
	owner := make([][]int, l.Rows())
	for row := range owner {
		owner[row] = make([]int, l.Columns())
	}
	for i, b := range blocks {
		for row := b.top; row < b.bottom; row++ {
			for column := b.left; column < b.right; column++ {
				owner[row][column] = i
			}
		}
	}
	return owner
}

// members are the groups, each with its members in rising order.
func (g groups) members() [][]int {
	byRoot := map[int]int{}
	var lists [][]int
	for i := range g {
		root := g.root(i)
		n, ok := byRoot[root]
		if !ok {
			n = len(lists)
			byRoot[root] = n
			lists = append(lists, nil)
		}
		lists[n] = append(lists[n], i)
	}
	return lists
}

// rectangles makes blocks from the elementary cells of a group. A group that
// is no rectangle has lost a part of its border: it is cut into its rows.
func rectangles(members []int, columns int) []block {
	b := block{top: members[0] / columns, left: columns}
	for _, m := range members {
		b.left, b.right = min(b.left, m%columns), max(b.right, m%columns+1)
		b.bottom = m/columns + 1
	}
	if (b.bottom-b.top)*(b.right-b.left) == len(members) {
		return []block{b}
	}
	var strips []block
	for _, m := range members {
		row, column := m/columns, m%columns
		if n := len(strips); n > 0 && strips[n-1].top == row && strips[n-1].right == column {
			strips[n-1].right++
			continue
		}
		strips = append(strips, block{row, column, row + 1, column + 1, "表格线不完整，单元格的范围由推定得出"})
	}
	return strips
}

// box is the block's rectangle on the page.
func (l *Lattice) box(b block) document.Box {
	return document.Box{X0: l.Xs[b.left], Y0: l.Ys[b.top], X1: l.Xs[b.right], Y1: l.Ys[b.bottom]}
}
