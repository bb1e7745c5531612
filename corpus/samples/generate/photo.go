package main

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// Photo is how a sheet is seen that a camera took, or that lay on the glass as part of
// a book. The zero value is flat and evenly lit, and nothing is seen around it.
type Photo struct {
	Arch  float64 // points by which the middle of the sheet bends down
	Fold  float64 // points by which its left edge does, within a tenth of its width
	Lean  float64 // share by which the foot of the sheet is narrower than its head
	Shade float64 // share of the light that is missing at the left edge
	Lid   float64 // share of the picture's width, dark, at each side of the sheet
}

func variedPhoto(random *rand.Rand) Photo {
	return Photo{
		Arch: one(random, 0.0, 2, 3, -2.5), Fold: one(random, 0.0, 0, 4), Lean: one(random, 0.0, 0.01, 0.02, -0.015),
		Shade: one(random, 0.0, 0.3, 0.5), Lid: one(random, 0.0, 0, 0.01, 0.02),
	}
}

// foldWidth, share of the sheet's width: bend and shade of a fold are down to a third there.
const foldWidth = 0.1

// taken is the picture of a sheet with so many pixels to the inch.
func (p Photo) taken(sheet *image.RGBA, dpi int) *image.RGBA {
	if p == (Photo{}) {
		return sheet
	}
	out := image.NewRGBA(sheet.Rect)
	w, h := float64(sheet.Rect.Dx()), float64(sheet.Rect.Dy())
	for y := range sheet.Rect.Dy() {
		for x := range sheet.Rect.Dx() {
			u, v := p.from(float64(x)/w, float64(y)/h)
			bend := p.Arch*math.Sin(math.Pi*u) + p.Fold*math.Exp(-u/foldWidth)
			light := 1 - p.Shade*math.Exp(-u/foldWidth)
			out.SetRGBA(x, y, lit(sheet, u*w, v*h-bend*float64(dpi)/72, light))
		}
	}
	return out
}

// from is the place on the sheet, in shares of its size, of one in the picture.
func (p Photo) from(x, y float64) (u, v float64) {
	y = (y - 0.5) / (1 - 2*p.Lid)
	x = (x - 0.5) / (1 - 2*p.Lid) * (1 + p.Lean*(y+0.5))
	return x + 0.5, y + 0.5
}

// lit is the colour between the pixels of a sheet, by so much of the light; beside the
// sheet it is dark.
func lit(sheet *image.RGBA, x, y, light float64) color.RGBA {
	left, top := math.Floor(x), math.Floor(y)
	at := image.Pt(int(left), int(top))
	if !at.In(sheet.Rect) {
		return color.RGBA{R: 35, G: 35, B: 35, A: 255}
	}
	next := image.Pt(min(at.X+1, sheet.Rect.Max.X-1), min(at.Y+1, sheet.Rect.Max.Y-1))
	mix := func(part func(color.RGBA) uint8) uint8 {
		above := float64(part(sheet.RGBAAt(at.X, at.Y)))*(1-x+left) + float64(part(sheet.RGBAAt(next.X, at.Y)))*(x-left)
		below := float64(part(sheet.RGBAAt(at.X, next.Y)))*(1-x+left) + float64(part(sheet.RGBAAt(next.X, next.Y)))*(x-left)
		return uint8(light*(above*(1-y+top)+below*(y-top)) + 0.5)
	}
	return color.RGBA{
		R: mix(func(c color.RGBA) uint8 { return c.R }), G: mix(func(c color.RGBA) uint8 { return c.G }),
		B: mix(func(c color.RGBA) uint8 { return c.B }), A: 255,
	}
}
