package metafile

import (
	"gouji/parser/document"
	"gouji/parser/pdf/ink"
)

// outline is points of the file on the page.
func (d *device) outline(points []ink.Point, closed, curved bool) ink.Outline {
	m := d.shown()
	o := ink.Outline{Points: make([]ink.Point, len(points)), Curved: make([]bool, len(points)), Closed: closed}
	for i, p := range points {
		o.Points[i], o.Curved[i] = m.Apply(p), curved
	}
	d.points += len(points)
	return o
}

// line draws along points from the first to the last.
func (d *device) line(points []ink.Point, curved bool) {
	if len(points) < 2 {
		return
	}
	o := d.outline(points, false, curved)
	if d.inPath {
		d.path = append(d.path, o)
		return
	}
	d.paint([]ink.Outline{o}, true, false)
}

// lineTo goes on from where the pen stands.
func (d *device) lineTo(points []ink.Point, curved bool) {
	if len(points) == 0 {
		return
	}
	d.line(append([]ink.Point{d.at}, points...), curved)
	d.at = points[len(points)-1]
}

// shapes draws closed outlines, filled.
func (d *device) shapes(list [][]ink.Point) {
	var outlines []ink.Outline
	for _, points := range list {
		if len(points) > 2 {
			outlines = append(outlines, d.outline(points, true, false))
		}
	}
	if d.inPath {
		d.path = append(d.path, outlines...)
		return
	}
	d.paint(outlines, true, true)
}

// paint draws with the pen, or fills with the brush, or both.
func (d *device) paint(outlines []ink.Outline, stroke, fill bool) {
	paint := ink.Paint{
		Stroked: stroke && !d.pen.none, Pen: d.pen.width * d.shown().Scale(),
		Filled: fill && !d.brush.none, White: d.brush.white,
	}
	if len(outlines) == 0 || !paint.Stroked && !paint.Filled {
		return
	}
	if paint.Filled {
		for _, o := range outlines {
			d.cover(ink.Around(o.Points...))
		}
	}
	d.ink.Path(outlines, paint)
}

// endPath paints the path that was drawn.
func (d *device) endPath(stroke, fill bool) {
	d.paint(d.path, stroke, fill)
	d.path = nil
}

func (d *device) closeFigure() {
	if n := len(d.path); n > 0 {
		d.path[n-1].Closed = true
	}
}

// fill fills a rectangle of the file's units.
func (d *device) fill(corners [2]ink.Point, b brush) {
	a, c := corners[0], corners[1]
	if b.none || a.X == c.X || a.Y == c.Y {
		return
	}
	o := d.outline([]ink.Point{a, {X: c.X, Y: a.Y}, c, {X: a.X, Y: c.Y}}, true, false)
	d.cover(ink.Around(o.Points...))
	d.ink.Path([]ink.Outline{o}, ink.Paint{Filled: true, White: b.white})
}

// What is done with the pixels of a rectangle, [MS-WMF] 2.1.1.31.
const (
	patCopy   = 0x00F00021
	blackness = 0x00000042
	whiteness = 0x00FF0062
)

// blit fills a rectangle without a bitmap, as programs draw lines; other operations
// mark what is there.
func (d *device) blit(at, size ink.Point, operation uint32) {
	corners := [2]ink.Point{at, {X: at.X + size.X, Y: at.Y + size.Y}}
	switch operation {
	case patCopy:
		d.fill(corners, d.brush)
	case blackness:
		d.fill(corners, brush{})
	case whiteness:
		d.fill(corners, brush{white: true})
	}
}

// cover is an area that was filled after so many glyphs had been drawn.
type cover struct {
	box   document.Box
	after int
}

// thinCover, points: a lower or narrower area is a line, and covers nothing.
const thinCover = 3.0

func (d *device) cover(box document.Box) {
	if len(d.glyphs) > 0 && min(box.Width(), box.Height()) > thinCover {
		d.covers = append(d.covers, cover{box, len(d.glyphs)})
	}
	d.full = d.full || len(d.covers) > mostCovers
}

// mostCovers bounds the areas that are compared with each glyph below them.
const mostCovers = 20_000

// coveredDigit is the doubt of a digit that something was drawn over.
const coveredDigit = "这个数字画好以后又被盖住，图上可能看不见"

// doubtCovered marks the digits that were drawn over.
func (d *device) doubtCovered() {
	budget := mostCompared
	for _, c := range d.covers {
		for i := range d.glyphs[:c.after] {
			if budget--; budget < 0 {
				d.foreign = true
				return
			}
			if g := &d.glyphs[i]; g.Doubt == "" && g.Rune >= '0' && g.Rune <= '9' && c.box.Contains(g.Box.Center()) {
				g.Doubt = coveredDigit
			}
		}
	}
}

// mostCompared bounds how often a glyph is compared with an area: 500 shaded cells of
// a thousand glyphs are half a million.
const mostCompared = 50_000_000
