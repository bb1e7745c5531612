package pdf

import (
	"bytes"
	"image"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// A program that makes scans searchable may draw its reading first and the scan
// over it: in ordinary ink, so that nothing but the order says that nobody sees it.
// Such text is a recogniser's, with its mistakes, and must not pass for the page's.

const (
	// pageSized is the part of the page that a scan covers.
	pageSized = 0.8
	// coverDPI, dots per inch, is enough to see whether any text leaves ink: a
	// character of 10 points is 7 pixels high.
	coverDPI = 50.0
)

// cover notes that a picture is drawn over all text before it.
func (d *drawing) cover(picture document.Box) {
	across := min(picture.X1, d.width) - max(picture.X0, 0)
	down := min(picture.Y1, d.height) - max(picture.Y0, 0)
	if across > 0 && down > 0 && across*down >= pageSized*d.width*d.height {
		d.covered = len(d.texts)
	}
}

// unseen are those of the text objects that a picture hides: the page looks the same
// without them. A picture may be a watermark, which hides nothing.
func (r *reading) unseen(page uint64, covered []uint64, size *layout.Page) map[uint64]bool {
	if len(covered) == 0 {
		return nil
	}
	with, err := r.thumbnail(page, size)
	r.activate(covered, 0)
	without, failure := r.thumbnail(page, size)
	r.activate(covered, 1)
	if err != nil || failure != nil || !bytes.Equal(with, without) {
		return nil
	}
	hidden := make(map[uint64]bool, len(covered))
	for _, object := range covered {
		hidden[object] = true
	}
	return hidden
}

func (r *reading) activate(objects []uint64, active uint64) {
	for _, object := range objects {
		r.call("FPDFPageObj_SetIsActive", object, active)
	}
}

// thumbnail is the page drawn small.
func (r *reading) thumbnail(page uint64, size *layout.Page) ([]byte, error) {
	width, height := size.Width*coverDPI/72, size.Height*coverDPI/72
	if !(width >= 1 && height >= 1 && width*height <= mostPixels) {
		return nil, tooManyPixels(width, height)
	}
	picture, err := r.draw(page, int(width), int(height))
	if err != nil {
		return nil, err
	}
	return picture.(*image.RGBA).Pix, nil
}
