package pdf

import (
	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
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
	page  *ink.Drawing
	texts []uint64 // text objects, for the walk over characters

	number   int
	boxes    []document.Box // of the texts
	layers   []bool         // of the texts: they may be of a layer that is switched off
	pictures []cover
	patches  []cover // white areas
}

// readDrawing adds the page's rulings and pictures. The text objects that it found are
// made ready for PDFium's text page.
func (r *reading) readDrawing(page uint64, shown ink.Matrix, to *layout.Page) *drawing {
	d := &drawing{reading: r, page: ink.NewDrawing(to.Width, to.Height), number: to.Number}
	for i := range r.count("FPDFPage_CountObjects", page) {
		if r.err != nil || r.full() {
			break
		}
		d.object(r.call("FPDFPage_GetObject", page, uint64(i)), shown, 0)
	}
	d.page.Finish(to)
	return d
}

// object draws one page object, whose parent's space is mapped to the page.
func (d *drawing) object(handle uint64, shown ink.Matrix, depth int) {
	d.objects++
	switch d.call("FPDFPageObj_GetType", handle) {
	case textObject:
		layer := d.prepare(handle)
		d.layers = append(d.layers, layer || depth > 0 && d.layered)
		d.texts, d.boxes = append(d.texts, handle), append(d.boxes, d.bounds(handle, shown))
	case pathObject:
		if white := d.path(handle, d.objectMatrix(handle).Then(shown)); white && len(d.texts) > 0 {
			d.patches = append(d.patches, cover{d.bounds(handle, shown), len(d.texts)})
		}
	case imageObject:
		box := d.objectMatrix(handle).Then(shown).Box(0, 0, 1, 1)
		if d.page.Image(box) {
			d.check(handle)
		}
		d.pictures = append(d.pictures, cover{box, len(d.texts)})
	case formObject:
		d.form(handle, shown, depth)
	}
}

// bounds is the box of an object on the page, whose space is mapped there.
func (d *drawing) bounds(handle uint64, shown ink.Matrix) document.Box {
	if !d.yes("FPDFPageObj_GetBounds", handle, d.at(0), d.at(1), d.at(2), d.at(3)) {
		return document.Box{}
	}
	return shown.Box(d.float(0), d.float(1), d.float(2), d.float(3))
}

func (d *drawing) form(handle uint64, shown ink.Matrix, depth int) {
	if depth >= deepestForm {
		return
	}
	shown = d.objectMatrix(handle).Then(shown)
	for i := range d.count("FPDFFormObj_CountObjects", handle) {
		if d.err != nil || d.full() {
			return
		}
		d.object(d.call("FPDFFormObj_GetObject", handle, uint64(i)), shown, depth+1)
	}
}

func (d *drawing) objectMatrix(handle uint64) ink.Matrix {
	if !d.yes("FPDFPageObj_GetMatrix", handle, d.at(0)) {
		return ink.Identity
	}
	return d.matrix()
}
