package pdf

import "math"

// inkless is the width, in points, below which PDFium takes a text object for
// empty and leaves it out of the text.
const inkless = 0.01

// prepare makes PDFium report a text object as it is shown, and tells whether it is of
// a layer.
func (d *drawing) prepare(object uint64) (layer bool) {
	layer = d.unmask(object)
	d.call("FPDFPageObj_GetBounds", object, d.at(0), d.at(1), d.at(2), d.at(3))
	if d.float(2)-d.float(0) < inkless {
		d.widen(object)
	}
	return layer
}

// unmask takes away the text that the file gives for a piece of text in place
// of what its font says (ActualText): the page may show 7 and the file say 97. It tells
// whether the object is marked as one of a layer (OC).
func (d *drawing) unmask(object uint64) (layer bool) {
	const stringType, oc = 3, 'O' | 'C'<<16 // in UTF-16
	for i := d.count("FPDFPageObj_CountMarks", object) - 1; i >= 0; i-- {
		mark := d.call("FPDFPageObj_GetMark", object, uint64(i))
		const size = 6 // bytes of OC with the end
		if d.yes("FPDFPageObjMark_GetName", mark, d.at(0), size, d.at(2)) && d.word(2) == size {
			layer = layer || d.word(0) == oc
		}
		if d.call("FPDFPageObjMark_GetParamValueType", mark, d.keys.actual) == stringType {
			d.call("FPDFPageObj_RemoveMark", object, mark)
		}
	}
	return layer
}

// widen gives a text object without ink a width: PDFium adds the pen's to
// outlined text. A single ideograph in a font that the file does not contain
// has no ink, for PDFium has no Chinese font to put in its place; a reader on
// an office PC sees it.
func (d *drawing) widen(object uint64) {
	const fill, fillAndStroke, clip = 0, 2, 4
	mode := d.call("FPDFTextObj_GetTextRenderMode", object)
	if mode&^clip != fill {
		return
	}
	d.call("FPDFTextObj_SetTextRenderMode", object, mode|fillAndStroke)
	one := math.Float64bits(1)
	d.call("FPDFPageObj_Transform", object, one, 0, 0, one, 0, 0) // makes PDFium measure it again
}
