package scan

import "math"

const (
	// knotsAlong and knotsDown, of a surface: a fold bends rulings within a tenth of
	// the page's width, and changes little from row to row.
	knotsAlong, knotsDown = 17, 6
	// smooth and even are the weights of the second and the first differences between
	// knots, beside the one of each sample: between rulings a surface goes on as they
	// do, and far from all it becomes level.
	smooth, even = 1.0, 0.01
	// anchored is the weight of no displacement at all, which rulings leave open.
	anchored = 1e-6
)

// surface is how far rulings lie below where they belong, in pixels: knots on a net
// over the page, straight between them.
type surface struct {
	wide, high float64 // of a mesh, in pixels
	knots      [knotsAlong * knotsDown]float64
}

// corner is a knot that has a say at a place.
type corner struct {
	knot   int
	weight float64
}

func newSurface(width, height int) *surface {
	return &surface{wide: float64(max(width, 1)) / (knotsAlong - 1), high: float64(max(height, 1)) / (knotsDown - 1)}
}

// corners are the four knots around a place.
func (s *surface) corners(x, y float64) [4]corner {
	x, y = min(max(x/s.wide, 0), knotsAlong-1), min(max(y/s.high, 0), knotsDown-1)
	column, row := min(int(x), knotsAlong-2), min(int(y), knotsDown-2)
	fx, fy := x-float64(column), y-float64(row)
	first := row*knotsAlong + column
	return [4]corner{
		{first, (1 - fx) * (1 - fy)}, {first + 1, fx * (1 - fy)},
		{first + knotsAlong, (1 - fx) * fy}, {first + knotsAlong + 1, fx * fy},
	}
}

func (s *surface) at(x, y float64) float64 {
	sum := 0.0
	for _, c := range s.corners(x, y) {
		sum += c.weight * s.knots[c.knot]
	}
	return sum
}

// fit finds the surface that makes each ruling level, wherever that level is, by least
// squares: the knots and the levels of the rulings are what is looked for.
func fit(traces []trace, width, height int) *surface {
	s := newSurface(width, height)
	knots := len(s.knots)
	n := newNormal(knots + len(traces))
	for i, t := range traces {
		for _, p := range t {
			c := s.corners(p.x, p.y)
			n.add(append(c[:], corner{knots + i, 1}), p.y, 1)
		}
	}
	n.stiffen()
	copy(s.knots[:], n.solved())
	return s
}

// stiffen adds that neighbouring knots are alike.
func (n *normal) stiffen() {
	line := func(first, step, count int) {
		for i := range count {
			at := first + i*step
			n.add([]corner{{at, 1}}, 0, anchored)
			if i > 0 {
				n.add([]corner{{at, 1}, {at - step, -1}}, 0, even)
			}
			if i > 1 {
				n.add([]corner{{at, 1}, {at - step, -2}, {at - 2*step, 1}}, 0, smooth)
			}
		}
	}
	for row := range knotsDown {
		line(row*knotsAlong, 1, knotsAlong)
	}
	for column := range knotsAlong {
		line(column, knotsAlong, knotsDown)
	}
}

// normal are the normal equations of least squares, the right side in the last column.
type normal [][]float64

func newNormal(unknown int) normal {
	n := make(normal, unknown)
	for i := range n {
		n[i] = make([]float64, unknown+1)
	}
	return n
}

// add adds the equation that the corners' sum has a value.
func (n normal) add(sum []corner, value, weight float64) {
	for _, a := range sum {
		row := n[a.knot]
		for _, b := range sum {
			row[b.knot] += weight * a.weight * b.weight
		}
		row[len(n)] += weight * a.weight * value
	}
}

// solved are the unknowns, by elimination; the equations have full rank, symmetric and
// positive, so that no pivot is looked for.
func (n normal) solved() []float64 {
	for i, row := range n {
		for _, below := range n[i+1:] {
			if factor := below[i] / row[i]; factor != 0 {
				for k := i; k <= len(n); k++ {
					below[k] -= factor * row[k]
				}
			}
		}
	}
	x := make([]float64, len(n))
	for i := len(n) - 1; i >= 0; i-- {
		rest := n[i][len(n)]
		for k := i + 1; k < len(n); k++ {
			rest -= n[i][k] * x[k]
		}
		if x[i] = rest / n[i][i]; math.IsNaN(x[i]) || math.IsInf(x[i], 0) {
			x[i] = 0
		}
	}
	return x
}
