package scan

import (
	"image"
	"image/color"
	"testing"

	"gouji/parser/layout"
)

// FuzzPicture takes a page through all that is done to pictures without Tesseract:
// no panic, no hang. Each five bytes draw a rectangle, the first two give the
// resolution and the lean.
func FuzzPicture(f *testing.F) {
	f.Add([]byte{100, 3, 10, 20, 200, 1, 0, 10, 60, 200, 1, 0, 10, 20, 1, 40, 0, 210, 20, 1, 41, 0, 50, 30, 4, 12, 0, 60, 30, 4, 12, 90})
	f.Add([]byte{255, 0, 0, 0, 255, 255, 10})
	f.Fuzz(func(t *testing.T, strokes []byte) {
		if len(strokes) < 2 || len(strokes) > 600 {
			return
		}
		picture, dpi := drawn(strokes[2:]), 20+float64(strokes[0])*2
		gray := grayOf(picture)
		ink := inkOf(gray, dpi)
		skewOf(ink)
		gray = turned(gray, float64(strokes[1])/64-2)
		ink = inkOf(gray, dpi)
		rulings := rulingsOf(ink, dpi)
		rulings.erase(ink, gray)
		page := layout.Page{Number: 1, Width: 256 * 72 / dpi, Height: 256 * 72 / dpi, Rulings: rulings.points(dpi)}
		r := &reader{gray: gray, dpi: dpi, lines: textLines(componentsOf(runsOf(ink)), cellsOf(page, dpi), dpi)}
		figures, texts := r.strips()
		for i := range figures {
			r.shapesOf(&figures[i])
			r.number(&figures[i], nil)
		}
		album([]*image.Gray{sheetOf(gray, figures, sheetWidth, dpi), sheetOf(gray, texts, sheetWidth, dpi)})
	})
}

// drawn is a picture of 256 × 256 pixels with the rectangles: corner, size and shade.
func drawn(strokes []byte) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, 256, 256))
	fill(picture, 0, 0, 256, 256, color.White)
	for ; len(strokes) >= 5; strokes = strokes[5:] {
		x, y, w, h, shade := int(strokes[0]), int(strokes[1]), int(strokes[2]), int(strokes[3]), strokes[4]
		fill(picture, x, y, x+w, y+h, color.RGBA{shade, shade / 2, shade, 255})
	}
	return picture
}

// FuzzSaid reads what a recogniser may say.
func FuzzSaid(f *testing.F) {
	f.Add(`<span class='ocrx_cinfo' title='x_bboxes 10 10 20 30; x_conf 97.5'>7</span>`)
	f.Fuzz(func(t *testing.T, hocr string) {
		lines := []textLine{{}}
		strips := []strip{{lines: []int{0}, from: []image.Rectangle{image.Rect(0, 0, 50, 50)}, to: []image.Rectangle{image.Rect(5, 5, 55, 55)}}}
		r := &reader{gray: paper(), dpi: DPI, lines: lines}
		for _, readings := range back(strips, symbolsOf(hocr)) {
			r.number(&strips[0], readings)
			r.spread(0, mended(readings))
		}
	})
}
