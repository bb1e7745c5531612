package scan

import (
	"cmp"
	"image"
	"math"
	"slices"

	"gouji/parser/layout"
)

// A book that is pressed on the glass rises at its fold, and a telephone sees the paper
// from aside: rulings bend and lean, farther than a ruling is thick. Such a page is made
// flat along its own rulings before anything is looked for.

const (
	// bent, points, and bentShare: a page is not flat where so much of its rulings
	// runs so far from straight. What a printer and a scanner do is a tenth of it.
	bent      = 0.5
	bentShare = 0.08
	// sampled, points: a ruling's place is taken this often.
	sampled = 2.0
	// mostTraces bounds the rulings that shape a page. The largest table has 29 rows,
	// and a page some forty rulings.
	mostTraces = 150
	// stray, points: a line that keeps so far from what the others tell is none of a
	// table: a scratch, the edge of the paper.
	stray = 1.5
)

// place is a point of a picture, in pixels.
type place struct{ x, y float64 }

// trace is the course of a ruling from left to right.
type trace []place

// bend is how far from where it belongs each place of a page is seen, in pixels.
type bend struct {
	down   *surface
	across *surface // of the page with x and y exchanged
}

// bendOf tells the bend of a page; false when it lies flat.
func bendOf(ink *bitmap, dpi float64) (bend, bool) {
	turned := ink.transposed()
	level, upright := tracesOf(ink, dpi), tracesOf(turned, dpi)
	if !areBent(level, dpi) && !areBent(upright, dpi) {
		return bend{}, false
	}
	return bend{fitted(level, ink, dpi), fitted(upright, turned, dpi)}, true
}

// seen is where a place of the flat page is on the bent one.
func (b bend) seen(x, y float64) (float64, float64) {
	dx, dy := b.across.at(y, x), b.down.at(x, y)
	return x + b.across.at(y+dy, x+dx), y + b.down.at(x+dx, y+dy)
}

// fitted is the surface that straightens rulings, those that stray left out.
func fitted(traces []trace, b *bitmap, dpi float64) *surface {
	s := fit(traces, b.w, b.h)
	kept := slices.DeleteFunc(slices.Clone(traces), func(t trace) bool {
		return t.apart(s) > stray*dpi/72
	})
	return fit(kept, b.w, b.h)
}

// apart is how far a ruling is from level when the surface is taken off, in pixels:
// the root of the mean square.
func (t trace) apart(s *surface) float64 {
	sum, squares := 0.0, 0.0
	for _, p := range t {
		y := p.y - s.at(p.x, p.y)
		sum, squares = sum+y, squares+y*y
	}
	n := float64(len(t))
	return math.Sqrt(max(0, squares/n-sum/n*sum/n))
}

// areBent reports whether enough of the rulings is far from the mean of its own. One
// alone is a scratch.
func areBent(traces []trace, dpi float64) bool {
	far, all, rulings := 0, 0, 0
	for _, t := range traces {
		own := t.far(bent * dpi / 72)
		if own > 0 {
			rulings++
		}
		far, all = far+own, all+len(t)
	}
	return rulings > 1 && float64(far) > bentShare*float64(all)
}

// far is how many places of a ruling are farther from its mean than so many pixels.
func (t trace) far(most float64) int {
	mean, count := 0.0, 0
	for _, p := range t {
		mean += p.y / float64(len(t))
	}
	for _, p := range t {
		if math.Abs(p.y-mean) > most {
			count++
		}
	}
	return count
}

// tracesOf finds the courses of long thin lines that run about level, however they bend.
func tracesOf(b *bitmap, dpi float64) []trace {
	var list []trace
	for _, c := range componentsOf(lineRuns(b, dpi)) {
		if c.box.Dx() >= pixels(longLine, dpi) {
			if t := c.course(dpi); len(t) >= int(longLine/sampled/2) {
				list = append(list, t)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b trace) int { return cmp.Compare(len(b), len(a)) })
	return list[:min(len(list), mostTraces)]
}

// course is the middle of a line where it is thin.
func (c component) course(dpi float64) trace {
	step := max(1, pixels(sampled, dpi))
	n := c.box.Dx()/step + 1
	top, bottom := make([]int, n), make([]int, n)
	for _, r := range c.runs {
		for i := (r.x0 - c.box.Min.X + step - 1) / step; c.box.Min.X+i*step < r.x1; i++ {
			if bottom[i] == 0 || r.y < top[i] {
				top[i] = r.y
			}
			bottom[i] = max(bottom[i], r.y+1)
		}
	}
	var t trace
	for i := range n {
		if thick := bottom[i] - top[i]; thick > 0 && float64(thick) <= thickLine*dpi/72+2 {
			t = append(t, place{float64(c.box.Min.X + i*step), float64(top[i]+bottom[i]) / 2})
		}
	}
	return t
}

// layerFlattened moves a layer as its page is made flat.
func (b bend) layerFlattened(layer []layout.Glyph, dpi float64) []layout.Glyph {
	list := slices.Clone(layer)
	for i := range list {
		box := &list[i].Box
		x, y := box.Center()
		x, y = x*dpi/72, y*dpi/72
		dx, dy := b.across.at(y, x)*72/dpi, b.down.at(x, y)*72/dpi
		box.X0, box.X1, box.Y0, box.Y1 = box.X0-dx, box.X1-dx, box.Y0-dy, box.Y1-dy
	}
	return list
}

// laidFlat is the picture of a page with its rulings level and upright, a copy, its
// ink, and how far it was turned and bent.
func laidFlat(gray *image.Gray, dpi float64) (*image.Gray, *bitmap, pose) {
	ink := inkOf(gray, dpi)
	p := pose{degrees: skewOf(ink)}
	page := copyOf(gray)
	if p.degrees != 0 {
		page = turned(gray, p.degrees)
		ink = inkOf(page, dpi)
	}
	if p.bend, p.isBent = bendOf(ink, dpi); p.isBent {
		turn := turning(gray.Rect, p.degrees)
		page = drawnFrom(gray, func(x, y float64) (float64, float64) { return turn(p.bend.seen(x, y)) })
		ink = inkOf(page, dpi)
	}
	return page, ink, p
}

// pose is how a page lay on the glass.
type pose struct {
	degrees float64 // by which it was turned, clockwise as seen, to stand straight
	bend    bend    // seen after that
	isBent  bool
}

// layer is a page's layer on the straightened page.
func (p pose) layer(page layout.Page, dpi float64) []layout.Glyph {
	layer := page.Layer
	if p.degrees != 0 {
		layer = layerTurned(page, p.degrees)
	}
	if p.isBent {
		layer = p.bend.layerFlattened(layer, dpi)
	}
	return layer
}
