package scan

import (
	"image"
	"image/draw"
	"math"
)

// bitmap is ink on paper: 1 where there is ink.
type bitmap struct {
	w, h int
	ink  []uint8
}

func newBitmap(w, h int) *bitmap { return &bitmap{w, h, make([]uint8, w*h)} }

func (b *bitmap) at(x, y int) bool {
	return x >= 0 && y >= 0 && x < b.w && y < b.h && b.ink[y*b.w+x] != 0
}

// transposed exchanges x and y, so that vertical lines can be looked for as
// horizontal ones.
func (b *bitmap) transposed() *bitmap {
	t := newBitmap(b.h, b.w)
	for y := range b.h {
		for x := range b.w {
			t.ink[x*b.h+y] = b.ink[y*b.w+x]
		}
	}
	return t
}

const (
	// stampRed, of 255: a pixel whose red exceeds its green and blue by this
	// much is of a stamp; from tint on it is of the edge of one.
	stampRed, tint = 40, 12
	// stampPrint, share of a stamp's pixels: on no more of them is there print.
	stampPrint = 0.25

	// strong and weak, share of the mean around: a pixel darker than the first
	// is ink; one darker than the second is ink where it hangs together with
	// such: the thin strokes of small print at 150 dots to the inch are grey.
	// Grey paper and shaded rows lie above both.
	strong = 0.78
	weak   = 0.91
	// window, inches: how far the surroundings reach.
	window = 0.25
)

// grayOf drops colour, and red stamps with it: where the picture is red, the
// stamp's own ink counts as white, and print below it is darker than that. It is
// told by brightness, since JPEG smears colours over two pixels and more, and
// the rim of a stamp has its darkness without its red.
func grayOf(picture *image.RGBA) *image.Gray {
	b := picture.Bounds()
	gray := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	stamp := stampLevel(picture)
	for i := range gray.Pix {
		pixel := picture.Pix[4*i : 4*i+3]
		film := min(max(redness(pixel)-tint, 0), stampRed-tint) // how much of a stamp is there
		white := 255 - (255-stamp)*film/(stampRed-tint)
		gray.Pix[i] = uint8(min(255*luma(pixel)/white, 255))
	}
	return gray
}

func redness(rgb []uint8) int { return int(rgb[0]) - int(max(rgb[1], rgb[2])) }

// luma is brightness as JPEG has it, of 255.
func luma(rgb []uint8) int { return (299*int(rgb[0]) + 587*int(rgb[1]) + 114*int(rgb[2])) / 1000 }

// stampLevel is how bright, of 255, the ink of a picture's stamps is.
func stampLevel(picture *image.RGBA) int {
	var counts [256]int
	all := 0
	for i := 0; i < len(picture.Pix); i += 4 {
		if pixel := picture.Pix[i : i+3]; redness(pixel) > stampRed {
			counts[luma(pixel)]++
			all++
		}
	}
	return max(int(quantile(&counts, stampPrint*float64(all))), 1)
}

// inkOf tells ink from paper by the mean of the surroundings (Bradley and Roth,
// Adaptive Thresholding Using the Integral Image, 2007), with hysteresis.
func inkOf(gray *image.Gray, dpi float64) *bitmap {
	w, h := gray.Rect.Dx(), gray.Rect.Dy()
	sums := integral(gray)
	b := newBitmap(w, h)
	reach := int(dpi * window / 2)
	for y := range h {
		top, bottom := max(0, y-reach), min(h, y+reach+1)
		for x := range w {
			left, right := max(0, x-reach), min(w, x+reach+1)
			area := (right - left) * (bottom - top)
			sum := sumIn(sums, w, image.Rect(left, top, right, bottom))
			pixel := float64(int(gray.Pix[y*gray.Stride+x]) * area)
			switch {
			case pixel < strong*float64(sum):
				b.ink[y*w+x] = 2
			case pixel < weak*float64(sum):
				b.ink[y*w+x] = 1
			}
		}
	}
	b.clearSurround(gray, sums, dpi)
	b.dropWeak()
	return b
}

// dropWeak takes away the ink that hangs together with no strong ink.
func (b *bitmap) dropWeak() {
	for _, c := range componentsOf(runsOf(b)) {
		if !b.strong(c) {
			for _, r := range c.runs {
				clear(b.ink[r.y*b.w+r.x0 : r.y*b.w+r.x1])
			}
		}
	}
}

func (b *bitmap) strong(c component) bool {
	for _, r := range c.runs {
		for _, level := range b.ink[r.y*b.w+r.x0 : r.y*b.w+r.x1] {
			if level > 1 {
				return true
			}
		}
	}
	return false
}

// integral holds at (x, y) the sum of all pixels above and left of it.
func integral(gray *image.Gray) []int {
	w, h := gray.Rect.Dx(), gray.Rect.Dy()
	sums := make([]int, (w+1)*(h+1))
	for y := range h {
		row := 0
		for x := range w {
			row += int(gray.Pix[y*gray.Stride+x])
			sums[(y+1)*(w+1)+x+1] = sums[y*(w+1)+x+1] + row
		}
	}
	return sums
}

// sumIn is the sum of the pixels in a box of a picture so wide.
func sumIn(sums []int, w int, box image.Rectangle) int {
	top, bottom := box.Min.Y*(w+1), box.Max.Y*(w+1)
	return sums[bottom+box.Max.X] - sums[top+box.Max.X] - sums[bottom+box.Min.X] + sums[top+box.Min.X]
}

// turned rotates a picture about its middle by degrees, clockwise as seen.
func turned(gray *image.Gray, degrees float64) *image.Gray {
	return drawnFrom(gray, turning(gray.Rect, degrees))
}

// turning tells for a place on a turned picture where that was.
func turning(size image.Rectangle, degrees float64) func(x, y float64) (float64, float64) {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	cx, cy := float64(size.Dx())/2, float64(size.Dy())/2
	return func(x, y float64) (float64, float64) {
		dx, dy := x-cx, y-cy
		return cx + dx*cos + dy*sin, cy - dx*sin + dy*cos
	}
}

// drawnFrom makes a picture each of whose places was elsewhere on another; what comes
// in from outside is white.
func drawnFrom(gray *image.Gray, from func(x, y float64) (float64, float64)) *image.Gray {
	w, h := gray.Rect.Dx(), gray.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			fromX, fromY := from(float64(x), float64(y))
			out.Pix[y*out.Stride+x] = between(gray, fromX, fromY)
		}
	}
	return out
}

// between is the colour at a point between pixels, weighed by distance.
func between(gray *image.Gray, x, y float64) uint8 {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	if x0 < 0 || y0 < 0 || x0+1 >= gray.Rect.Dx() || y0+1 >= gray.Rect.Dy() {
		return 0xFF
	}
	fx, fy := x-float64(x0), y-float64(y0)
	at := y0*gray.Stride + x0
	top := float64(gray.Pix[at])*(1-fx) + float64(gray.Pix[at+1])*fx
	bottom := float64(gray.Pix[at+gray.Stride])*(1-fx) + float64(gray.Pix[at+gray.Stride+1])*fx
	return uint8(top*(1-fy) + bottom*fy + 0.5)
}

func inRGBA(picture image.Image) *image.RGBA {
	if already, ok := picture.(*image.RGBA); ok {
		return already
	}
	b := picture.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(out, out.Rect, picture, b.Min, draw.Src)
	return out
}
