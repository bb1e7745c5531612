package layout

import (
	"cmp"
	"slices"

	"gouji/parser/document"
)

// Edge is a line of a table: rulings that lie on one line, joined where they
// touch. Breaks are the places along it where two rulings met or one ended:
// programs that draw a border for each cell leave a column's edge there.
type Edge struct {
	At     float64   `json:"at"`   // y of a horizontal edge, x of a vertical one
	From   float64   `json:"from"` // along the edge
	To     float64   `json:"to"`
	Breaks []float64 `json:"breaks,omitempty"`
}

// Edges are the lines of a page by direction, from the top (or left).
type Edges struct {
	Horizontal []Edge `json:"horizontal"`
	Vertical   []Edge `json:"vertical"`
}

// NewEdges joins rulings into edges: the drawn ones, or the sides of shaded
// areas. Those bound cells only where nothing is drawn.
func NewEdges(rulings []Ruling, shaded bool, t Tolerances) Edges {
	var horizontal, vertical []Edge
	for _, r := range rulings {
		x, y := r.Box.Center()
		switch {
		case (r.Source == Shade) != shaded, max(r.Box.Width(), r.Box.Height()) < t.ShortRuling:
		case r.Horizontal():
			horizontal = append(horizontal, Edge{At: y, From: r.Box.X0, To: r.Box.X1})
		default:
			vertical = append(vertical, Edge{At: x, From: r.Box.Y0, To: r.Box.Y1})
		}
	}
	return Edges{joinEdges(horizontal, t), joinEdges(vertical, t)}
}

// joinEdges snaps edges that lie on one line to it and joins those that touch.
func joinEdges(edges []Edge, t Tolerances) []Edge {
	slices.SortStableFunc(edges, func(a, b Edge) int { return cmp.Compare(a.At, b.At) })
	var joined []Edge
	for start := 0; start < len(edges); {
		end := start + 1
		for end < len(edges) && edges[end].At-edges[start].At <= t.Snap {
			end++
		}
		joined = append(joined, joinCollinear(edges[start:end], t)...)
		start = end
	}
	return joined
}

func joinCollinear(edges []Edge, t Tolerances) []Edge {
	at := 0.0
	for _, e := range edges {
		at += e.At / float64(len(edges))
	}
	slices.SortStableFunc(edges, func(a, b Edge) int { return cmp.Compare(a.From, b.From) })
	var joined []Edge
	for _, e := range edges {
		n := len(joined)
		if n == 0 || e.From > joined[n-1].To+t.Touch {
			joined = append(joined, Edge{At: at, From: e.From, To: e.To, Breaks: []float64{e.From, e.To}})
			continue
		}
		last := &joined[n-1]
		last.To = max(last.To, e.To)
		last.Breaks = append(last.Breaks, e.From, e.To)
	}
	for i := range joined {
		joined[i].Breaks = cluster(joined[i].Breaks, t.Snap)
	}
	return joined
}

// cluster gives the means of the groups that values closer than snap form.
func cluster(values []float64, snap float64) []float64 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	var means []float64
	for start := 0; start < len(sorted); {
		end, sum := start, 0.0
		for end < len(sorted) && sorted[end]-sorted[start] <= snap {
			sum += sorted[end]
			end++
		}
		means = append(means, sum/float64(end-start))
		start = end
	}
	return means
}

// covers is the share of [from, to] that the edges at a place along them cover.
func covers(edges []Edge, at, from, to float64, t Tolerances) float64 {
	covered := 0.0
	for _, e := range edges {
		if abs(e.At-at) <= t.Snap {
			covered += max(0, min(e.To, to)-max(e.From, from))
		}
	}
	return covered / (to - from)
}

func abs(x float64) float64 { return max(x, -x) }

// Region is a part of the page whose edges hang together: a table's lines.
type Region struct {
	Box   document.Box `json:"box"`
	Edges Edges        `json:"edges"`
}

// Regions parts edges by what touches what. Horizontal edges that touch no
// vertical one form regions of their own, see openRegions; boxes that touch
// nothing are brought together, see closeBoxes.
func Regions(edges Edges, t Tolerances) []Region {
	return closeBoxes(regionsOf(edges, t), t)
}

func regionsOf(edges Edges, t Tolerances) []Region {
	group := newGroups(len(edges.Horizontal) + len(edges.Vertical))
	for i, h := range edges.Horizontal {
		for j, v := range edges.Vertical {
			if meets(h, v, t) {
				group.join(i, len(edges.Horizontal)+j)
			}
		}
	}
	byRoot := map[int]*Region{}
	var order []int
	region := func(i int) *Region {
		root := group.root(i)
		if byRoot[root] == nil {
			byRoot[root] = &Region{}
			order = append(order, root)
		}
		return byRoot[root]
	}
	for i, h := range edges.Horizontal {
		r := region(i)
		r.Edges.Horizontal = append(r.Edges.Horizontal, h)
		r.Box = widen(r.Box, h.From, h.At, h.To, h.At)
	}
	for j, v := range edges.Vertical {
		r := region(len(edges.Horizontal) + j)
		r.Edges.Vertical = append(r.Edges.Vertical, v)
		r.Box = widen(r.Box, v.At, v.From, v.At, v.To)
	}
	var regions, lonely []Region
	for _, root := range order {
		if r := *byRoot[root]; len(r.Edges.Vertical) == 0 {
			lonely = append(lonely, r)
		} else {
			regions = append(regions, r)
		}
	}
	return append(regions, openRegions(lonely, t)...)
}

func widen(b document.Box, x0, y0, x1, y1 float64) document.Box {
	if b == (document.Box{}) {
		return document.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}
	}
	return document.Box{X0: min(b.X0, x0), Y0: min(b.Y0, y0), X1: max(b.X1, x1), Y1: max(b.Y1, y1)}
}

func meets(h, v Edge, t Tolerances) bool {
	return h.From-t.Touch <= v.At && v.At <= h.To+t.Touch && v.From-t.Touch <= h.At && h.At <= v.To+t.Touch
}

// groups is a union-find over small integers.
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) root(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(a, b int) {
	a, b = g.root(a), g.root(b)
	g[max(a, b)] = min(a, b)
}

// openRegions groups the horizontal edges of tables that have no vertical
// ones: edges below each other, no farther apart than a row is high.
func openRegions(lonely []Region, t Tolerances) []Region {
	slices.SortStableFunc(lonely, func(a, b Region) int { return cmp.Compare(a.Box.Y0, b.Box.Y0) })
	var regions []Region
	for _, one := range lonely {
		n := len(regions)
		if n == 0 || !continues(regions[n-1].Box, one.Box, t) {
			regions = append(regions, one)
			continue
		}
		last := &regions[n-1]
		last.Edges.Horizontal = append(last.Edges.Horizontal, one.Edges.Horizontal...)
		last.Box = last.Box.Union(one.Box)
	}
	return regions
}

func continues(above, below document.Box, t Tolerances) bool {
	shared := min(above.X1, below.X1) - max(above.X0, below.X0)
	return below.Y0-above.Y1 <= t.RowHeight && shared > min(above.Width(), below.Width())/2
}
