package scan

import (
	"image"

	"golang.org/x/image/draw"

	"gouji/parser/layout"
)

const (
	// fewPixels, dots per inch: a picture with fewer is enlarged to about DPI before it
	// is read. A screenshot has 96: its rulings are a pixel wide, its digits are six or
	// seven high, and all that is measured in points would be rounded to a pixel or two.
	fewPixels = 200
	// mostEnlarged, times, is enough for 72 dots to the inch; mostPixels bounds what
	// comes out.
	mostEnlarged = 4
	mostPixels   = 20_000_000
)

// enlarged is the picture of a page with enough pixels: each becomes as many across
// as down.
func enlarged(gray *image.Gray, page layout.Page) *image.Gray {
	size := gray.Rect.Size()
	times := enlargement(size, float64(size.X)*72/page.Width)
	if times == 1 {
		return gray
	}
	out := image.NewGray(image.Rect(0, 0, size.X*times, size.Y*times))
	draw.CatmullRom.Scale(out, out.Rect, gray, gray.Rect, draw.Src, nil)
	return out
}

func enlargement(size image.Point, dpi float64) int {
	times := 1
	for dpi < fewPixels && float64(times)*dpi < fewPixels*1.25 && times < mostEnlarged && size.X*size.Y*(times+1)*(times+1) <= mostPixels {
		times++
	}
	return times
}
