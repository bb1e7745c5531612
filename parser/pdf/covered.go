package pdf

import (
	"image"
	"math"
	"slices"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// Who edits a finished PDF puts a white area over a number and another number on it:
// both are in the text of the page. And a layer may be switched off.

// A program that makes scans searchable may draw its reading first and the scan
// over it, or in white upon the scan: in ordinary ink, so that only the page as drawn
// says that nobody sees it. Such text is a recogniser's, with its mistakes, and must not
// pass for the page's.

const (
	// coverDPI, dots per inch, is enough to see whether any text leaves ink: a
	// character of 10 points is 7 pixels high.
	coverDPI = 50.0
	// faintest, of 255: a pixel that text makes darker or lighter by no more is seen by
	// nobody.
	faintest = 16
	// barely, of 255: text of less opacity may be unseen.
	barely = 26
)

// cover is a picture that is drawn over all texts before it, by their number.
type cover struct {
	box   document.Box
	texts int
}

// large reports whether a picture may be a scan, or a part of one.
func (c cover) large() bool { return c.box.Width() >= insetWidth && c.box.Height() >= insetHeight }

// unseen are the text objects that lie below or upon pictures and leave no ink: the page
// looks the same without them. A picture may be a watermark, which hides nothing.
func (d *drawing) unseen(page uint64, size *layout.Page) map[uint64]bool {
	candidates := d.maybeUnseen()
	if len(candidates) == 0 {
		return nil
	}
	with, err := d.thumbnail(page, size, coverDPI)
	d.activate(d.handles(candidates), 0)
	without, failure := d.thumbnail(page, size, coverDPI)
	d.activate(d.handles(candidates), 1)
	if err != nil || failure != nil {
		return nil
	}
	return d.inkless(page, candidates, func(i int) bool { return sameWithin(d.boxes[i], with, without) })
}

// inkless are those of the texts without ink on the page. In a font that the file does
// not bring, Chinese has none for PDFium alone: such text is unseen where all is that
// something lies over.
func (d *drawing) inkless(page uint64, texts []int, same func(int) bool) map[uint64]bool {
	all := !slices.ContainsFunc(texts, func(i int) bool { return !same(i) })
	hidden := map[uint64]bool{}
	for _, i := range texts {
		if same(i) && (all && !d.layers[i] || d.hasInk(page, d.texts[i])) {
			hidden[d.texts[i]] = true
		}
	}
	return hidden
}

// hasInk reports whether a text object leaves ink when it is drawn by itself.
func (d *drawing) hasInk(page, text uint64) bool {
	if d.yes("FPDFFont_GetIsEmbedded", d.call("FPDFTextObj_GetFont", text)) {
		return true
	}
	bitmap := d.call("FPDFTextObj_GetRenderedBitmap", d.handle, page, text, uint64(math.Float32bits(1)))
	if bitmap == 0 {
		return false
	}
	defer d.call("FPDFBitmap_Destroy", bitmap)
	size := d.count("FPDFBitmap_GetHeight", bitmap) * d.count("FPDFBitmap_GetStride", bitmap)
	view, ok := d.module.Memory().Read(uint32(d.call("FPDFBitmap_GetBuffer", bitmap)), uint32(size))
	return ok && slices.ContainsFunc(view, func(b byte) bool { return b != 0 })
}

// maybeUnseen are the indexes of the texts that have a picture or a white area over
// them, are of a layer, or are drawn upon a picture in white or hardly opaque.
func (d *drawing) maybeUnseen() (list []int) {
	for i, box := range d.boxes {
		over, upon := d.layers[i] || d.patched(i), false
		for _, p := range d.pictures {
			if p.large() && p.box.Contains(box.Center()) {
				over, upon = over || i < p.texts, true
			}
		}
		if over || upon && d.pale(d.texts[i]) {
			list = append(list, i)
		}
	}
	return list
}

// patched reports whether a white area lies over a text.
func (d *drawing) patched(text int) bool {
	return slices.ContainsFunc(d.patches, func(p cover) bool { return text < p.texts && p.box.Contains(d.boxes[text].Center()) })
}

// pale reports whether a text object is filled in white or hardly opaque.
func (d *drawing) pale(object uint64) bool {
	_, white := d.colour("FPDFPageObj_GetFillColor", object)
	return white || d.word(3) < barely
}

func (d *drawing) handles(texts []int) []uint64 {
	list := make([]uint64, len(texts))
	for n, i := range texts {
		list[n] = d.texts[i]
	}
	return list
}

func (r *reading) activate(objects []uint64, active uint64) {
	for _, object := range objects {
		r.call("FPDFPageObj_SetIsActive", object, active)
	}
}

// thumbnail is the page drawn small.
func (r *reading) thumbnail(page uint64, size *layout.Page, dpi float64) (*image.RGBA, error) {
	width, height := size.Width*dpi/72, size.Height*dpi/72
	if !(width >= 1 && height >= 1 && width*height <= mostPixels) {
		return nil, tooManyPixels(width, height)
	}
	picture, err := r.draw(page, int(width), int(height))
	if err != nil {
		return nil, err
	}
	return picture.(*image.RGBA), nil
}

// sameWithin reports whether two thumbnails show the same in a box of the page, a pixel
// around it included.
func sameWithin(box document.Box, a, b *image.RGBA) bool {
	part := pixelsOf(box, coverDPI).Inset(-1).Intersect(a.Rect)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for i := a.PixOffset(part.Min.X, y); i < a.PixOffset(part.Max.X, y); i++ {
			if d := int(a.Pix[i]) - int(b.Pix[i]); d > faintest || d < -faintest {
				return false
			}
		}
	}
	return true
}

// pixelsOf is a box of the page on a picture of it.
func pixelsOf(b document.Box, dpi float64) image.Rectangle {
	scale := dpi / 72
	return image.Rect(int(math.Floor(b.X0*scale)), int(math.Floor(b.Y0*scale)), int(math.Ceil(b.X1*scale)), int(math.Ceil(b.Y1*scale)))
}
