package scan

import (
	"bytes"
	"context"
	"image"
	"unicode"

	"gouji/parser/layout"
)

const (
	// legible, percent: where the recogniser is as sure of the Chinese characters of
	// a page on average, the page stands upright. Of scans it is 98 to 99 of upright
	// pages, and 80 to 85 of those read the wrong way up.
	legible = 92.0
	// telling is how many characters the average is worth something of.
	telling = 10
)

// weigh counts the Chinese characters of what was read.
func (r *reader) weigh(readings []reading) {
	for _, c := range readings {
		if char := []rune(c.text); len(char) == 1 && unicode.Is(unicode.Han, char[0]) {
			r.characters++
			r.sure += c.sure
		}
	}
}

// confidence is the mean of all characters', in percent; 0 where too few were read.
func (r *reader) confidence() float64 {
	if r.characters < telling {
		return 0
	}
	return r.sure / float64(r.characters)
}

// anyWayUp reads a page the other ways up until it is legible, upside down first, as
// sheets are fed most often; where it never is, it is taken as it stands.
func (t *Tesseract) anyWayUp(ctx context.Context, gray *image.Gray, standing layout.Page) (layout.Page, error) {
	for _, turn := range []int{2, 1, 3} {
		page := layout.Page{Number: standing.Number, Width: standing.Width, Height: standing.Height}
		if turn%2 == 1 {
			page.Width, page.Height = page.Height, page.Width
		}
		read, sure, err := t.upright(ctx, righted(gray, turn), page)
		if err != nil {
			return standing, err
		}
		if sure >= legible {
			return layout.AsDisplayed(read, turn), nil
		}
	}
	return standing, nil
}

// righted turns a picture whose text runs so many quarter turns clockwise back.
func righted(p *image.Gray, turn int) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	from := func(x, y int) (int, int) { return w - 1 - x, h - 1 - y }
	size := image.Rect(0, 0, w, h)
	switch turn {
	case 1:
		size, from = image.Rect(0, 0, h, w), func(x, y int) (int, int) { return w - 1 - y, x }
	case 3:
		size, from = image.Rect(0, 0, h, w), func(x, y int) (int, int) { return y, h - 1 - x }
	}
	out := image.NewGray(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			fromX, fromY := from(x, y)
			out.Pix[y*out.Stride+x] = p.Pix[fromY*p.Stride+fromX]
		}
	}
	return out
}

func copyOf(p *image.Gray) *image.Gray {
	return &image.Gray{Pix: bytes.Clone(p.Pix), Stride: p.Stride, Rect: p.Rect}
}
