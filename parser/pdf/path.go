package pdf

import (
	"math"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// maxSegments is the longest path that may be a table's lines; longer ones are
// drawings, such as the outline of a map.
const maxSegments = 20_000

// PDFium's numbers for kinds of path segments.
const (
	lineSegment   = 0
	bezierSegment = 1
	moveSegment   = 2
)

// outline is one part of a path, from a move to the next, on the displayed page.
type outline struct {
	points []point
	curved []bool // curved[i]: the way from points[i-1] to points[i] is no straight line
	closed bool
}

// paint is how a path is painted.
type paint struct {
	filled, stroked bool
	pen             float64 // stroke width in points as displayed
	white           bool    // the fill is white
}

// path turns a painted path into rulings.
func (d *drawing) path(handle uint64, shown matrix) {
	paint := d.paint(handle, shown)
	if !paint.filled && !paint.stroked {
		return
	}
	outlines := d.outlines(handle, shown)
	if paint.stroked {
		for _, o := range outlines {
			d.stroke(o, paint.pen)
		}
	}
	if paint.filled && !paint.white {
		d.fill(outlines, !paint.stroked)
	}
}

func (d *drawing) paint(handle uint64, shown matrix) (p paint) {
	if !d.yes("FPDFPath_GetDrawMode", handle, d.at(0), d.at(1)) {
		return p
	}
	p.filled, p.stroked = d.word(0) != 0, d.word(1) != 0
	if p.filled {
		var seen bool
		seen, p.white = d.colour("FPDFPageObj_GetFillColor", handle)
		p.filled = seen
	}
	if p.stroked {
		seen, white := d.colour("FPDFPageObj_GetStrokeColor", handle)
		p.stroked = seen && !white
		d.call("FPDFPageObj_GetStrokeWidth", handle, d.at(0))
		p.pen = d.float(0) * shown.scale()
	}
	return p
}

// colour tells whether a path's colour is seen at all, and whether it is white.
// A pattern has no colour that PDFium tells: it is seen.
func (d *drawing) colour(function string, handle uint64) (seen, white bool) {
	if !d.yes(function, handle, d.at(0), d.at(1), d.at(2), d.at(3)) {
		return true, false
	}
	const nearlyWhite = 250
	white = min(d.word(0), d.word(1), d.word(2)) >= nearlyWhite
	return d.word(3) > 0, white
}

func (d *drawing) outlines(handle uint64, shown matrix) (list []outline) {
	count := d.count("FPDFPath_CountSegments", handle)
	if count > maxSegments {
		return nil
	}
	d.objects += count / 8
	for i := range count {
		segment := d.call("FPDFPath_GetPathSegment", handle, uint64(i))
		if !d.yes("FPDFPathSegment_GetPoint", segment, d.at(0), d.at(1)) {
			return list
		}
		p := shown.apply(point{d.float(0), d.float(1)})
		kind := d.call("FPDFPathSegment_GetType", segment)
		if kind == moveSegment || len(list) == 0 {
			list = append(list, outline{})
		}
		o := &list[len(list)-1]
		o.points = append(o.points, p)
		o.curved = append(o.curved, kind == bezierSegment)
		o.closed = kind != moveSegment && d.yes("FPDFPathSegment_GetClose", segment)
	}
	return list
}

// stroke adds the outline's straight sides as drawn with a pen.
func (d *drawing) stroke(o outline, pen float64) {
	for i := 1; i < len(o.points); i++ {
		if !o.curved[i] {
			d.side(o.points[i-1], o.points[i], pen)
		}
	}
	if n := len(o.points); o.closed && n > 2 {
		d.side(o.points[n-1], o.points[0], pen)
	}
}

// side adds a ruling for the way from a to b if it runs along an axis.
func (d *drawing) side(a, b point, pen float64) {
	box := around(a, b)
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
func (d *drawing) fill(outlines []outline, edges bool) {
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
func (o outline) straight() bool {
	for _, curved := range o.curved {
		if curved {
			return false
		}
	}
	return true
}

// shape is the outline's box, and whether it fills that box: a rectangle
// along the axes.
func (o outline) shape() (box document.Box, upright bool) {
	box = around(o.points...)
	for _, p := range o.points {
		onSide := math.Min(p.x-box.X0, box.X1-p.x) <= slant
		onEdge := math.Min(p.y-box.Y0, box.Y1-p.y) <= slant
		if !onSide || !onEdge {
			return box, false
		}
	}
	return box, len(o.points) >= 4
}

// frame reports whether the inner outline leaves of the outer box only a frame
// as thin as lines: how browsers draw the border of a whole cell.
func frame(outer document.Box, inner outline) bool {
	box, upright := inner.shape()
	gaps := [4]float64{box.X0 - outer.X0, box.Y0 - outer.Y0, outer.X1 - box.X1, outer.Y1 - box.Y1}
	for _, gap := range gaps {
		if gap < 0 || gap > thickest {
			return false
		}
	}
	return upright && inner.straight() && gaps != [4]float64{}
}

func (d *drawing) frame(outer, inner document.Box) {
	d.rule(document.Box{X0: outer.X0, Y0: outer.Y0, X1: outer.X1, Y1: inner.Y0}, layout.Fill)
	d.rule(document.Box{X0: outer.X0, Y0: inner.Y1, X1: outer.X1, Y1: outer.Y1}, layout.Fill)
	d.rule(document.Box{X0: outer.X0, Y0: outer.Y0, X1: inner.X0, Y1: outer.Y1}, layout.Fill)
	d.rule(document.Box{X0: inner.X1, Y0: outer.Y0, X1: outer.X1, Y1: outer.Y1}, layout.Fill)
}

// shade adds the edges of a filled area, unless it is the page's background.
func (d *drawing) shade(box document.Box) {
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
