package pdf

import (
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
)

// PDFium's numbers for kinds of page objects.
const (
	textObject  = 1
	pathObject  = 2
	imageObject = 3
	formObject  = 5
)

// deepestForm bounds how form XObjects may nest; PDFium itself stops at 40.
const deepestForm = 40

// drawing is the walk over one page's objects.
type drawing struct {
	*reading
	bounds   document.Box
	rulings  []layout.Ruling
	pictures []document.Box
	texts    []uint64 // text objects, for the walk over characters
}

// readDrawing adds the page's rulings and pictures; it returns the page's text
// objects, made ready for PDFium's text page.
func (r *reading) readDrawing(page uint64, shown matrix, to *layout.Page) (texts []uint64) {
	d := &drawing{reading: r, bounds: document.Box{X1: to.Width, Y1: to.Height}}
	for i := range r.count("FPDFPage_CountObjects", page) {
		if r.err != nil || r.objects > maxObjects {
			break
		}
		d.object(r.call("FPDFPage_GetObject", page, uint64(i)), shown, 0)
	}
	to.Rulings = joined(d.rulings)
	to.Pictures = d.pictures
	return d.texts
}

// object draws one page object, whose parent's space is mapped to the page.
func (d *drawing) object(handle uint64, shown matrix, depth int) {
	d.objects++
	switch d.call("FPDFPageObj_GetType", handle) {
	case textObject:
		d.prepare(handle)
		d.texts = append(d.texts, handle)
	case pathObject:
		d.path(handle, d.objectMatrix(handle).then(shown))
	case imageObject:
		d.image(d.objectMatrix(handle).then(shown).box(0, 0, 1, 1))
	case formObject:
		d.form(handle, shown, depth)
	}
}

func (d *drawing) form(handle uint64, shown matrix, depth int) {
	if depth >= deepestForm {
		return
	}
	shown = d.objectMatrix(handle).then(shown)
	for i := range d.count("FPDFFormObj_CountObjects", handle) {
		if d.err != nil || d.objects > maxObjects {
			return
		}
		d.object(d.call("FPDFFormObj_GetObject", handle, uint64(i)), shown, depth+1)
	}
}

func (d *drawing) objectMatrix(handle uint64) matrix {
	if !d.yes("FPDFPageObj_GetMatrix", handle, d.at(0)) {
		return identity
	}
	return d.matrix()
}

// image notes a picture, or a ruling where a program draws lines as pictures
// one pixel high.
func (d *drawing) image(box document.Box) {
	switch {
	case !overlap(box, d.bounds):
	case line(box):
		d.rule(box, layout.Fill)
	case box.Width() >= pictureWidth && box.Height() >= pictureHeight:
		d.pictures = append(d.pictures, box)
	}
}

// line reports whether a filled box is as thin as a line.
func line(b document.Box) bool {
	thin, long := min(b.Width(), b.Height()), max(b.Width(), b.Height())
	return thin <= thickest && long > 2*thin || long < shortest // a dot of a dotted line
}

func (d *drawing) rule(box document.Box, source layout.Source) {
	if overlap(fattened(box), d.bounds) {
		d.rulings = append(d.rulings, layout.Ruling{Box: box, Source: source})
	}
}

// fattened gives a line without thickness an inside, so that it can overlap.
func fattened(b document.Box) document.Box {
	const hair = 0.01
	return document.Box{X0: b.X0 - hair, Y0: b.Y0 - hair, X1: b.X1 + hair, Y1: b.Y1 + hair}
}
