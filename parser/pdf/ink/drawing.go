package ink

import (
	"math"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// What counts as a line, in points.
const (
	thickest = 3.0 // a filled shape thicker than this is an area, not a line
	slant    = 0.6 // a segment that leaves its axis by more is no ruling
	shortest = 2.0 // what stays shorter after dashes are joined is a dot
	// pageSized is the part of the page from which a filled area is its
	// background.
	pageSized = 0.8
	// A picture that could hold a table.
	pictureWidth, pictureHeight = 100, 40
	// bandSeam is how far the bands of one picture may miss each other: printer
	// drivers write a large picture as bands, a pixel of 72 to the inch apart at most.
	bandSeam = 1.0
)

// Drawing collects what is drawn on one page, text apart.
type Drawing struct {
	bounds   document.Box
	rulings  []layout.Ruling
	pictures []document.Box
}

// NewDrawing begins a page of the size in points.
func NewDrawing(width, height float64) *Drawing {
	return &Drawing{bounds: document.Box{X1: width, Y1: height}}
}

// Finish puts the rulings, dashes joined, and the pictures that may hold a
// table on the page.
func (d *Drawing) Finish(page *layout.Page) {
	page.Rulings = joined(d.rulings)
	for _, p := range d.pictures {
		if p.Height() >= pictureHeight {
			page.Pictures = append(page.Pictures, p)
		}
	}
}

// Path adds the rulings that a painted path makes.
func (d *Drawing) Path(outlines []Outline, paint Paint) {
	if paint.Stroked {
		for _, o := range outlines {
			d.stroke(o, paint.Pen)
		}
	}
	if paint.Filled && !paint.White {
		d.fill(outlines, !paint.Stroked)
	}
}

// Image adds a picture, or a ruling where a program draws lines as pictures
// one pixel high, and tells whether it is one that may hold a table, or a band of one.
func (d *Drawing) Image(box document.Box) (picture bool) {
	switch {
	case !Overlap(box, d.bounds):
	case line(box):
		d.rule(box, layout.Fill)
	case box.Width() >= pictureWidth:
		d.band(box)
		return true
	}
	return false
}

// band adds a picture, or puts it to the one drawn before where it goes on above or
// below that, as wide as it is.
func (d *Drawing) band(box document.Box) {
	last := len(d.pictures) - 1
	if last < 0 || !goesOn(d.pictures[last], box) {
		d.pictures = append(d.pictures, box)
		return
	}
	d.pictures[last] = d.pictures[last].Union(box)
}

func goesOn(above, below document.Box) bool {
	near := func(a, b float64) bool { return math.Abs(a-b) <= bandSeam }
	return near(above.X0, below.X0) && near(above.X1, below.X1) && (near(above.Y1, below.Y0) || near(above.Y0, below.Y1))
}

// line reports whether a filled box is as thin as a line.
func line(b document.Box) bool {
	thin, long := min(b.Width(), b.Height()), max(b.Width(), b.Height())
	return thin <= thickest && long > 2*thin || long < shortest // a dot of a dotted line
}

func (d *Drawing) rule(box document.Box, source layout.Source) {
	if Overlap(fattened(box), d.bounds) {
		d.rulings = append(d.rulings, layout.Ruling{Box: box, Source: source})
	}
}

// fattened gives a line without thickness an inside, so that it can overlap.
func fattened(b document.Box) document.Box {
	const hair = 0.01
	return document.Box{X0: b.X0 - hair, Y0: b.Y0 - hair, X1: b.X1 + hair, Y1: b.Y1 + hair}
}
