package ink

import (
	"math"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// Outline is one part of a path, from a move to the next, on the page as displayed.
type Outline struct {
	Points []Point
	Curved []bool // Curved[i]: the way from Points[i-1] to Points[i] is no straight line
	Closed bool
}

// Paint is how a path is painted; nothing of it is set when the path is not seen.
type Paint struct {
	Filled, Stroked bool
	Pen             float64 // stroke width in points as displayed
	White           bool    // the fill is white
}

// stroke adds the outline's straight sides as drawn with a pen.
func (d *Drawing) stroke(o Outline, pen float64) {
	for i := 1; i < len(o.Points); i++ {
		if !o.Curved[i] {
			d.side(o.Points[i-1], o.Points[i], pen)
		}
	}
	if n := len(o.Points); o.Closed && n > 2 {
		d.side(o.Points[n-1], o.Points[0], pen)
	}
}

// side adds a ruling for the way from a to b if it runs along an axis.
func (d *Drawing) side(a, b Point, pen float64) {
	box := Around(a, b)
	switch half := pen / 2; {
	case box.Height() <= slant && box.Width() > box.Height():
		y := (box.Y0 + box.Y1) / 2
		box.Y0, box.Y1 = y-half, y+half
	case box.Width() <= slant && box.Height() > box.Width():
		x := (box.X0 + box.X1) / 2
		box.X0, box.X1 = x-half, x+half
	default:
		return
	}
	// A line as thick as it is long, or very thick, is an area drawn with a pen.
	if pen > thickest && pen*2 > max(box.Width(), box.Height()) {
		return
	}
	d.rule(box, layout.Stroke)
}

// fill adds rulings for filled shapes: thin ones are lines, the rest are areas
// whose edges may bound cells when edges is set.
func (d *Drawing) fill(outlines []Outline, edges bool) {
	for i := 0; i < len(outlines); i++ {
		box, upright := outlines[i].shape()
		switch {
		case !outlines[i].straight():
		case line(box):
			d.rule(box, layout.Fill)
		case !upright:
		case i+1 < len(outlines) && frame(box, outlines[i+1]):
			inner, _ := outlines[i+1].shape()
			d.frame(box, inner)
			i++
		case edges:
			d.shade(box)
		}
	}
}

// straight reports whether the outline has no curves.
func (o Outline) straight() bool {
	for _, curved := range o.Curved {
		if curved {
			return false
		}
	}
	return true
}

// shape is the outline's box, and whether it fills that box: a rectangle
// along the axes.
func (o Outline) shape() (box document.Box, upright bool) {
	box = Around(o.Points...)
	for _, p := range o.Points {
		onSide := math.Min(p.X-box.X0, box.X1-p.X) <= slant
		onEdge := math.Min(p.Y-box.Y0, box.Y1-p.Y) <= slant
		if !onSide || !onEdge {
			return box, false
		}
	}
	return box, len(o.Points) >= 4
}

// frame reports whether the inner Outline leaves of the outer box only a frame
// as thin as lines: how browsers draw the border of a whole cell.
func frame(outer document.Box, inner Outline) bool {
	box, upright := inner.shape()
	gaps := [4]float64{box.X0 - outer.X0, box.Y0 - outer.Y0, outer.X1 - box.X1, outer.Y1 - box.Y1}
	for _, gap := range gaps {
		if gap < 0 || gap > thickest {
			return false
		}
	}
	return upright && inner.straight() && gaps != [4]float64{}
}

func (d *Drawing) frame(outer, inner document.Box) {
	d.rule(document.Box{X0: outer.X0, Y0: outer.Y0, X1: outer.X1, Y1: inner.Y0}, layout.Fill)
	d.rule(document.Box{X0: outer.X0, Y0: inner.Y1, X1: outer.X1, Y1: outer.Y1}, layout.Fill)
	d.rule(document.Box{X0: outer.X0, Y0: outer.Y0, X1: inner.X0, Y1: outer.Y1}, layout.Fill)
	d.rule(document.Box{X0: inner.X1, Y0: outer.Y0, X1: outer.X1, Y1: outer.Y1}, layout.Fill)
}

// shade adds the edges of a filled area, unless it is the page's background.
func (d *Drawing) shade(box document.Box) {
	if box.Width()*box.Height() > pageSized*d.bounds.Width()*d.bounds.Height() {
		return
	}
	for _, edge := range []document.Box{
		{X0: box.X0, Y0: box.Y0, X1: box.X1, Y1: box.Y0},
		{X0: box.X0, Y0: box.Y1, X1: box.X1, Y1: box.Y1},
		{X0: box.X0, Y0: box.Y0, X1: box.X0, Y1: box.Y1},
		{X0: box.X1, Y0: box.Y0, X1: box.X1, Y1: box.Y1},
	} {
		d.rule(edge, layout.Shade)
	}
}
