package scan

import (
	"image"
	"image/draw"
	"math"
	"slices"
	"strings"
)

// Likeness is what a drawn digit looks like, as probabilities.
type Likeness struct {
	Drawn   bool    // something is drawn at all
	Claimed float64 // that it is the digit that it is said to be
	Other   rune    // the other digit that it is most probably
	Rival   float64 // that it is that one
}

// slants are how far italics lean, for their height: a digit that does not look
// as it is said to is looked at upright before that is believed.
var slants = []float64{0.2, 0.32}

// Compare tells what a picture of a single digit, upright and dark on light, looks
// like. What is cut off by the sides of the picture belongs to its neighbours.
func Compare(said rune, picture *image.Gray) Likeness {
	picture = alone(picture)
	first := likeness(said, picture)
	if !first.Drawn || first.Claimed >= credible {
		return first
	}
	for _, slant := range slants {
		if l := likeness(said, straightened(picture, slant)); l.Claimed >= credible {
			return l
		}
	}
	return first
}

// credible is the probability from which a digit leaning back is taken for the one
// it is said to be: most do not lean, and a leaning 5 is a little like a 6.
const credible = 0.5

func likeness(said rune, picture *image.Gray) Likeness {
	whole := joined(componentsOf(runsOf(darkOf(picture))))
	if whole.area == 0 {
		return Likeness{}
	}
	line := &textLine{box: whole.box, marks: []component{whole}}
	list := signNet().Probabilities(look(picture, whole, line, tones{0, 255}))
	l := Likeness{Drawn: true}
	for digit := '0'; digit <= '9'; digit++ {
		switch p := float64(list[strings.IndexRune(Signs, digit)]); {
		case digit == said:
			l.Claimed = p
		case p > l.Rival:
			l.Other, l.Rival = digit, p
		}
	}
	return l
}

// alone wipes out what the sides cut off, unless that is all there is.
func alone(picture *image.Gray) *image.Gray {
	marks := componentsOf(runsOf(darkOf(picture)))
	cutOff := func(m component) bool {
		return m.box.Min.X == picture.Rect.Min.X || m.box.Max.X == picture.Rect.Max.X
	}
	if !slices.ContainsFunc(marks, cutOff) || !slices.ContainsFunc(marks, func(m component) bool { return !cutOff(m) }) {
		return picture
	}
	wiped := image.NewGray(picture.Rect)
	copy(wiped.Pix, picture.Pix)
	for _, m := range marks {
		if cutOff(m) {
			draw.Draw(wiped, m.box, image.White, image.Point{}, draw.Src)
		}
	}
	return wiped
}

// joined is all marks as one sign.
func joined(marks []component) component {
	whole := component{}
	for _, m := range marks {
		whole.box = whole.box.Union(m.box)
		whole.area += m.area
		whole.runs = append(whole.runs, m.runs...)
	}
	return whole
}

func darkOf(picture *image.Gray) *bitmap {
	b := newBitmap(picture.Rect.Dx(), picture.Rect.Dy())
	for i, tone := range picture.Pix {
		if tone < 128 {
			b.ink[i] = 1
		}
	}
	return b
}

// straightened leans the picture back by so much for its height.
func straightened(p *image.Gray, slant float64) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	wide := image.NewGray(image.Rect(0, 0, w+int(math.Ceil(slant*float64(h))), h))
	for i := range wide.Pix {
		wide.Pix[i] = 255
	}
	for y := range h {
		copy(wide.Pix[y*wide.Stride+int(slant*float64(y)):], p.Pix[y*p.Stride:y*p.Stride+w])
	}
	return wide
}
