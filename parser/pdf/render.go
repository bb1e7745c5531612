package pdf

import (
	"context"
	"image"
	"math"

	"gouji/parser/document"
)

// mostPixels bounds a rendered page: A3 at 300 dots per inch has 17 million,
// and PDFium's memory holds four bytes for each.
const mostPixels = 20_000_000

// Render draws a page, counted from 1, as it is displayed, on white. Errors
// are as Read's; a picture too large for the sandbox's memory is too-large.
func (e *Engine) Render(ctx context.Context, data []byte, page int, dpi float64) (image.Image, error) {
	return e.rendered(ctx, data, drawn{page: page, dpi: dpi})
}

// RenderWithoutText draws what of a page is no text; else it is as Render.
func (e *Engine) RenderWithoutText(ctx context.Context, data []byte, page int, dpi float64) (image.Image, error) {
	return e.rendered(ctx, data, drawn{page: page, dpi: dpi, textless: true})
}

// drawn is what is to be drawn.
type drawn struct {
	page     int
	dpi      float64
	textless bool
}

func (e *Engine) rendered(ctx context.Context, data []byte, what drawn) (image.Image, error) {
	if err := e.plausible(data, Limits{Bytes: len(data)}.WithDefaults()); err != nil {
		return nil, err
	}
	var picture image.Image
	err := e.use(ctx, func(l *library) (err error) {
		picture, err = e.render(l, data, what)
		return err
	})
	return picture, err
}

func (e *Engine) render(l *library, data []byte, what drawn) (image.Image, error) {
	address := l.load(data)
	defer l.free(address)
	handle, err := l.open(address, data, e.Passwords)
	if err != nil {
		return nil, err
	}
	defer l.call("FPDF_CloseDocument", handle)
	page := l.call("FPDF_LoadPage", handle, uint64(what.page-1))
	if page == 0 {
		return nil, noPage(what.page)
	}
	defer l.call("FPDF_ClosePage", page)
	if what.textless {
		l.hideTexts(l.count("FPDFPage_CountObjects", page), page, "FPDFPage_GetObject", 0)
	}
	scale := what.dpi / 72
	width := math.Ceil(scale * float64(math.Float32frombits(uint32(l.call("FPDF_GetPageWidthF", page)))))
	height := math.Ceil(scale * float64(math.Float32frombits(uint32(l.call("FPDF_GetPageHeightF", page)))))
	if !(width >= 1 && height >= 1 && width*height <= mostPixels) {
		return nil, tooManyPixels(width, height)
	}
	return l.draw(page, int(width), int(height))
}

// hideTexts takes out the texts of so many objects of a page or a form.
func (l *library) hideTexts(count int, parent uint64, get string, depth int) {
	for i := range count {
		object := l.call(get, parent, uint64(i))
		switch kind := l.call("FPDFPageObj_GetType", object); {
		case kind == textObject:
			l.call("FPDFPageObj_SetIsActive", object, 0)
		case kind == formObject && depth < deepestForm:
			l.hideTexts(l.count("FPDFFormObj_CountObjects", object), object, "FPDFFormObj_GetObject", depth+1)
		}
		if l.err != nil {
			return
		}
	}
}

func noPage(number int) error {
	return document.Errorf(document.Corrupt, "PDF 的第 %d 页读不出来", number)
}

func tooManyPixels(width, height float64) error {
	return document.Exceeded(document.Content, "页面有 %.0f × %.0f 个像素，画不下", width, height)
}

// draw renders a loaded page into a picture of the size.
func (l *library) draw(page uint64, width, height int) (image.Image, error) {
	const opaque, white, withAnnotations, reversedBytes = 0, 0xFFFFFFFF, 1, 0x10
	w, h := uint64(width), uint64(height)
	bitmap := l.call("FPDFBitmap_Create", w, h, opaque)
	if bitmap == 0 {
		return nil, tooManyPixels(float64(width), float64(height))
	}
	defer l.call("FPDFBitmap_Destroy", bitmap)
	l.call("FPDFBitmap_FillRect", bitmap, 0, 0, w, h, white)
	l.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, w, h, 0, withAnnotations|reversedBytes)
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	view, ok := l.module.Memory().Read(uint32(l.call("FPDFBitmap_GetBuffer", bitmap)), uint32(len(picture.Pix)))
	if !ok {
		return nil, errMemory
	}
	copy(picture.Pix, view)
	for i := 3; i < len(picture.Pix); i += 4 {
		picture.Pix[i] = 0xFF // PDFium leaves the fourth byte of opaque bitmaps undefined
	}
	return picture, nil
}
