package pdf

// What people typed into a finished PDF stands in annotations: the fields of a form,
// and the free text of a typewriter tool. PDFium has their text only once it is put
// into the page.

// PDFium's numbers for kinds of annotations.
const (
	freeText = 3
	widget   = 20
)

// mostAnnotations are looked at on a page: the official form has 200 cells.
const mostAnnotations = 5000

// typed puts into a page the text of its annotations, as it is displayed, and gives the
// page loaded anew. Other annotations, seals and notes above all, are none of the text.
func (r *reading) typed(page uint64, number int) uint64 {
	count := min(r.count("FPDFPage_GetAnnotCount", page), mostAnnotations)
	if count == 0 {
		return page
	}
	// Drawing the page makes the appearances of fields that have a value alone.
	if _, err := r.draw(page, 1, 1); err != nil {
		return page
	}
	kept := 0
	for i := count - 1; i >= 0; i-- {
		if r.carriesText(page, i) {
			kept++
			continue
		}
		r.call("FPDFPage_RemoveAnnot", page, uint64(i))
	}
	const displayed, changed = 0, 1
	if kept == 0 || r.call("FPDFPage_Flatten", page, displayed) != changed {
		return page
	}
	r.call("FPDF_ClosePage", page)
	return r.call("FPDF_LoadPage", r.handle, uint64(number-1))
}

// carriesText reports whether an annotation is text that somebody typed.
func (r *reading) carriesText(page uint64, index int) bool {
	annotation := r.call("FPDFPage_GetAnnot", page, uint64(index))
	if annotation == 0 {
		return false
	}
	defer r.call("FPDFPage_CloseAnnot", annotation)
	switch r.call("FPDFAnnot_GetSubtype", annotation) {
	case freeText:
		return true
	case widget:
		drawn := r.drawsText(annotation)
		r.unshown = r.unshown || !drawn && r.hasValue(annotation)
		return drawn
	}
	return false
}

// hasValue reports whether a field of a form has a value, and draws nothing. Buttons
// have one too, which is no text.
func (r *reading) hasValue(annotation uint64) bool {
	const empty, button = 2, 8 // bytes: the end of a text in UTF-16, and the text Btn
	return r.call("FPDFAnnot_GetStringValue", annotation, r.keys.value, 0, 0) > empty &&
		r.call("FPDFAnnot_GetStringValue", annotation, r.keys.kind, 0, 0) != button &&
		r.count("FPDFAnnot_GetObjectCount", annotation) == 0
}

// unshownValue is why nothing is sure where a field has a value and no looks, and
// PDFium, for want of a font, can make none: the cell would pass for blank.
const unshownValue = "表单里填写的内容没有给出样子，读不出来"

// drawsText reports whether text is among what an annotation draws by itself: a
// signature draws pictures, and forms within forms.
func (r *reading) drawsText(annotation uint64) bool {
	for i := range min(r.count("FPDFAnnot_GetObjectCount", annotation), maxPageObjects) {
		object := r.call("FPDFAnnot_GetObject", annotation, uint64(i))
		if r.objects++; r.full() {
			return false
		}
		if r.call("FPDFPageObj_GetType", object) == textObject {
			return true
		}
	}
	return false
}
