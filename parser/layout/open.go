package layout

import (
	"cmp"
	"slices"

	"gouji/parser/document"
)

// newOpenLattice cuts a region that has horizontal edges only. Its columns are
// where programs left breaks in the rulings, a border for each cell; a cell's
// sides reach up from the ends of the line below it. What breaks do not show,
// splitByText finds by the gaps between figures.
func newOpenLattice(r Region, t Tolerances) Lattice {
	var breaks []float64
	for _, e := range r.Edges.Horizontal {
		breaks = append(breaks, e.Breaks...)
	}
	l := Lattice{
		Xs:      stretched(breaks, r.Box.X0, r.Box.X1, t),
		Ys:      cuts(r.Edges.Horizontal, r.Box.Y0, r.Box.Y1, t),
		Guessed: "没有竖线，列由横线断点和文字位置得出",
	}
	l.ends = map[[2]int]bool{}
	l.sides(func(row, column int) (right, below bool) {
		x := l.Xs[column+1]
		if under := passing(r.Edges.Horizontal, x, l.Ys[row+1], t); under != nil {
			right = slices.ContainsFunc(under.Breaks, func(b float64) bool { return abs(b-x) <= t.Snap })
			l.ends[[2]int{row, column}] = abs(under.From-x) <= t.Snap || abs(under.To-x) <= t.Snap
		}
		below = covers(r.Edges.Horizontal, l.Ys[row+1], l.Xs[column], l.Xs[column+1], t) >= t.Side
		return right, below
	})
	return l
}

// passing is the nearest edge that passes or touches x, at or below y. Where a
// page break has cut the cell's bottom off, the nearest edge above is.
func passing(edges []Edge, x, y float64, t Tolerances) *Edge {
	var nearest *Edge
	distance := 0.0
	for i, e := range edges {
		if x < e.From-t.Snap || x > e.To+t.Snap {
			continue
		}
		d := e.At - y
		if d < -t.Snap {
			d = 1e6 - d // above: only when nothing is below
		}
		if nearest == nil || d < distance {
			nearest, distance = &edges[i], d
		}
	}
	return nearest
}

// coverFirstRow widens an open region over the row above its first edge: a
// table that draws only the lines below its cells has none above the first.
// The row is the text as near to the first edge as text is to the others.
func coverFirstRow(r Region, lines []Line, t Tolerances) Region {
	reach, size := r.padding(lines)
	if size == 0 {
		reach, size = r.loneRow(lines, t)
	}
	top := r.Box.Y0
	for {
		above := slices.IndexFunc(lines, func(l Line) bool {
			gap := top - l.Box.Y1
			return within(l.Box, r.Box) && gap > -t.Snap && gap < reach+t.Snap && l.Box.Y0 < top-t.Snap && l.Size < size*t.Size
		})
		if above < 0 {
			break
		}
		// The next lines up are the same cell's, as near as lines of text are.
		top, reach = lines[above].Box.Y0, lines[above].Box.Height()/2
	}
	r.Box.Y0 = min(r.Box.Y0, top)
	return r
}

// loneRow is the distance and the size of a row of figures that stands above the
// region's only edge: the end of a table that the page before began.
func (r *Region) loneRow(lines []Line, t Tolerances) (distance, size float64) {
	for _, l := range lines {
		gap := r.Box.Y0 - l.Box.Y1
		if within(l.Box, r.Box) && gap > -t.Snap && gap < 2*l.Box.Height() && figuresIn(l, t) >= manyFigures {
			return gap, l.Size
		}
	}
	return 0, 0
}

// coverLastRow widens an open region over a row of figures below its last edge:
// a table that draws only the lines between its rows has none below the last.
// Several rows there are no last row, but the body of a table with ruled head.
func coverLastRow(r Region, lines []Line, t Tolerances) Region {
	reach, bottom := r.headroom(lines)+t.Snap, r.Box.Y1
	for _, l := range lines {
		gap := l.Box.Y0 - r.Box.Y1
		if !within(l.Box, r.Box) || gap <= -t.Snap || l.Box.Y1 <= bottom+t.Snap || !figureRow(l, t) {
			continue
		}
		if bottom > r.Box.Y1 && l.Box.Y0-bottom < 2*reach {
			return r
		}
		if bottom == r.Box.Y1 && gap < reach {
			bottom = l.Box.Y1
		}
	}
	r.Box.Y1 = wrappedBelow(bottom, r, lines, t)
	return r
}

// wrappedBelow goes down over the lines of labels that are higher than the last
// row, each as near to what is above as lines of text are: a group's label that
// goes on over the page break, a wrapped row's. A line that opens an item is the
// heading after the table; below a ruling only a narrow one is a label's rest.
func wrappedBelow(bottom float64, r Region, lines []Line, t Tolerances) float64 {
	widest := r.Box.Width() / 2
	if bottom == r.Box.Y1 {
		widest /= 2
	}
	for _, l := range lines {
		gap := l.Box.Y0 - bottom
		label := l.Box.Width() < widest && len(runs(l, t)) == 1 && !opensItem.MatchString(l.Text)
		if label && within(l.Box, r.Box) && gap > -t.Snap && gap < l.Box.Height()/2 && l.Box.Y1 > bottom {
			bottom = l.Box.Y1
		}
	}
	return bottom
}

// headroom is the usual distance from an edge to the text below it, inside the
// region.
func (r *Region) headroom(lines []Line) float64 {
	var gaps []float64
	for _, e := range r.Edges.Horizontal {
		nearest := -1.0
		for _, l := range lines {
			gap := l.Box.Y0 - e.At
			if within(l.Box, r.Box) && gap >= 0 && l.Box.Y1 <= r.Box.Y1 && (nearest < 0 || gap < nearest) {
				nearest = gap
			}
		}
		if nearest >= 0 {
			gaps = append(gaps, nearest)
		}
	}
	return median(gaps)
}

// padding is the usual distance from text to the edge below it, and size the
// usual size of the text, inside the region.
func (r *Region) padding(lines []Line) (padding, size float64) {
	var gaps, sizes []float64
	for _, l := range lines {
		if _, y := l.Box.Center(); !within(l.Box, r.Box) || y < r.Box.Y0 || y > r.Box.Y1 {
			continue
		}
		sizes = append(sizes, l.Size)
		for _, e := range r.Edges.Horizontal {
			if gap := e.At - l.Box.Y1; gap >= 0 {
				gaps = append(gaps, gap)
				break
			}
		}
	}
	return median(gaps), median(sizes)
}

// within reports whether a line's middle lies between the box's sides.
func within(line, box document.Box) bool {
	x, _ := line.Center()
	return box.X0 <= x && x <= box.X1
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// partByHeadings parts an open region where a section's heading stands between
// two of its edges: those are two tables.
func partByHeadings(r Region, lines []Line, t Tolerances) []Region {
	_, size := r.padding(lines)
	edges := slices.Clone(r.Edges.Horizontal)
	slices.SortStableFunc(edges, func(a, b Edge) int { return cmp.Compare(a.At, b.At) })
	high := t.HeadingBand * usualDistance(edges, t)
	var parts []Region
	for i, e := range edges {
		if i == 0 || headingBetween(lines, edges[i-1].At, e.At, high, size, t) {
			parts = append(parts, Region{})
		}
		last := &parts[len(parts)-1]
		last.Edges.Horizontal = append(last.Edges.Horizontal, e)
		last.Box = widen(last.Box, e.From, e.At, e.To, e.At)
	}
	return parts
}

// usualDistance is the usual distance from an edge to the next one below.
func usualDistance(edges []Edge, t Tolerances) float64 {
	var distances []float64
	for i := 1; i < len(edges); i++ {
		if d := edges[i].At - edges[i-1].At; d > t.Snap {
			distances = append(distances, d)
		}
	}
	return median(distances)
}

// headingBetween reports whether what stands between two edges is a heading:
// larger than the table's print, or a single line alone in a high band.
func headingBetween(lines []Line, top, bottom, high, size float64, t Tolerances) bool {
	var inside []Line
	for _, l := range lines {
		if _, y := l.Box.Center(); top < y && y < bottom {
			inside = append(inside, l)
		}
	}
	if len(inside) == 1 && bottom-top > high && len(runs(inside[0], t)) == 1 {
		return true
	}
	return slices.ContainsFunc(inside, func(l Line) bool { return l.Size > size*t.Size })
}
