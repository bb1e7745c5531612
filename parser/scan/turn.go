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

// legibility is what the recogniser thinks of the Chinese characters that it read.
type legibility struct {
	characters int
	sure       float64 // the sum over them, percent
}

// weigh counts the Chinese characters of what was read.
func (l *legibility) weigh(readings []reading) {
	for _, c := range readings {
		if char := []rune(c.text); len(char) == 1 && unicode.Is(unicode.Han, char[0]) {
			l.characters++
			l.sure += c.sure
		}
	}
}

// confidence is the mean of all characters', in percent; 0 where too few were read.
func (l *legibility) confidence() float64 {
	if l.characters < telling {
		return 0
	}
	return l.sure / float64(l.characters)
}

// anyWayUp reads a page the other ways up until it is legible, upside down first, as
// sheets are fed most often; where it never is, it is taken as it stands, of which
// the recogniser is so sure. A faint page is not legible whichever way, and at a glance
// no other looks better.
func (t *Tesseract) anyWayUp(ctx context.Context, gray *image.Gray, standing layout.Page, sure float64) (layout.Page, error) {
	for _, turn := range []int{2, 1, 3} {
		page := layout.Page{Number: standing.Number, Width: standing.Width, Height: standing.Height}
		if turn%2 == 1 {
			page.Width, page.Height = page.Height, page.Width
		}
		r := t.straight(righted(gray, turn), page)
		seen, err := r.glance(ctx)
		if err != nil {
			return standing, err
		}
		if seen <= sure {
			continue
		}
		read, seen, err := r.upright(ctx)
		if err != nil {
			return standing, err
		}
		if seen >= legible {
			return layout.AsDisplayed(read, turn), nil
		}
	}
	return standing, nil
}

// glimpses is how many lines tell at a glance whether a page is legible: some two hundred
// characters.
const glimpses = 16

// glance reads a few lines of words, from all over the page; sure is as of upright.
func (r *reader) glance(ctx context.Context) (sure float64, err error) {
	_, texts := r.strips()
	var some []strip
	for i := range min(glimpses, len(texts)) {
		some = append(some, texts[i*len(texts)/min(glimpses, len(texts))])
	}
	all, err := r.each(ctx, some, chinese)
	var l legibility
	for _, readings := range all {
		l.weigh(readings)
	}
	return l.confidence(), err
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
