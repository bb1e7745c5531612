package scan

import (
	"bytes"
	"cmp"
	"compress/gzip"
	_ "embed"
	"image"
	"slices"
	"sync"

	"golang.org/x/image/draw"

	"gouji/parser/scan/perceptron"
)

// Signs are those that stand in figures and are told by their shape, the classes
// of the net in this order. The class after the last is whatever else is printed.
const Signs = "0123456789/+"

// The net that tells signs by their shapes, made by parser/scan/shapes.
//
//go:embed shapes.bin.gz
var packedNet []byte

var signNet = sync.OnceValue(func() *perceptron.Net {
	unpacked, err := gzip.NewReader(bytes.NewReader(packedNet))
	if err != nil {
		panic(err) // it is part of the program
	}
	net, err := perceptron.Read(unpacked)
	if err != nil {
		panic(err)
	}
	return net
})

// What the net sees of a sign, whatever its size: how dark each field of a grid
// laid over it is, and how wide and high it is.
const (
	gridWidth  = 12
	gridHeight = 16
	fields     = gridWidth * gridHeight
)

// tones are the grey of the ink and of the paper of a line.
type tones struct{ ink, paper float32 }

const (
	// inkShare and paperShare, of the pixels of a line: so many are darker than
	// its ink, and as dark as its paper or darker. Noise spreads both.
	inkShare, paperShare = 0.04, 0.85
	// leastContrast, of 255: between ink and paper, so that noise is no print.
	leastContrast = 24
)

func tonesOf(gray *image.Gray, box image.Rectangle) tones {
	var counts [256]int
	box = box.Intersect(gray.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for _, pixel := range gray.Pix[y*gray.Stride+box.Min.X : y*gray.Stride+box.Max.X] {
			counts[pixel]++
		}
	}
	all := float64(box.Dx() * box.Dy())
	ink, paper := quantile(&counts, inkShare*all), quantile(&counts, paperShare*all)
	return tones{ink, max(paper, ink+leastContrast)}
}

func quantile(counts *[256]int, n float64) float32 {
	sum := 0
	for level, count := range counts {
		if sum += count; float64(sum) > n {
			return float32(level)
		}
	}
	return 255
}

// look is what the net sees of a sign of a line.
func look(gray *image.Gray, c component, l *textLine, t tones) []float32 {
	small := image.NewGray(image.Rect(0, 0, gridWidth, gridHeight))
	draw.BiLinear.Scale(small, small.Rect, gray, c.box.Intersect(gray.Rect), draw.Src, nil)
	list := make([]float32, 0, fields+2)
	for _, pixel := range small.Pix {
		list = append(list, min(max((t.paper-float32(pixel))/(t.paper-t.ink), 0), 1))
	}
	w, h := float32(c.box.Dx()), float32(c.box.Dy())
	return append(list, min(w/h, 2)/2, h/float32(l.box.Dy()))
}

// clarity is how well shapes tell signs, from the least clear of them.
type clarity int

const (
	vague clarity = iota
	plain
	certain // clear enough to decide between two readings that differ
)

// The probabilities from which a sign is plain and certain. Of fonts that the
// net has not seen, one sign in 1500 told at 0.97 is told wrong.
const (
	plainFrom   = 0.95
	certainFrom = 0.99
	// guessedBelow: of faint signs, the net's guess is wrong more often than what they are
	// likest to on the page.
	guessedBelow = 0.8
)

// nearest is the sign that a look is most probably of, and how probably; ? when it is
// of none.
func nearest(look []float32) (rune, float32) {
	list := signNet().Probabilities(look)
	most := slices.Max(list)
	best := slices.Index(list, most)
	if best >= len(Signs) {
		return '?', 0
	}
	return rune(Signs[best]), most
}

func clarityOf(probability float32) clarity {
	switch {
	case probability >= certainFrom:
		return certain
	case probability >= plainFrom:
		return plain
	}
	return vague
}

// parted are the signs of a line as the net tells them best.
func (r *reader) parted(l *textLine) []component {
	t := tonesOf(r.gray, l.box)
	return l.parted(func(c component) float32 {
		_, probability := nearest(look(r.gray, c, l, t))
		return probability
	})
}

// shapes reads a number by the shapes of its signs, as clear as the least of them.
func (r *reader) shapes(l *textLine, signs []component) (text string, sure clarity) {
	sure = certain
	t := tonesOf(r.gray, l.box)
	for _, c := range signs {
		sign, own := r.sign(c, l, t)
		text += string(sign)
		sure = min(sure, own)
	}
	return text, sure
}

// sign is what a sign of a line is. Of one that was put together from pieces nobody
// can be certain; one that the net only guesses is likened to the clear ones of the page.
func (r *reader) sign(c component, l *textLine, t tones) (rune, clarity) {
	sign, sure := punctuation(c, l)
	if sign == 0 {
		var probability float32
		sign, probability = nearest(look(r.gray, c, l, t))
		sure = clarityOf(probability)
		if probability < guessedBelow && c.box.Dx() <= l.digitWide(float64(l.digit)) {
			sign = cmp.Or(r.likest(c), sign)
		}
	}
	if l.dotted(c) {
		sure = vague
	}
	if c.broken {
		sure = min(sure, plain)
	}
	return sign, sure
}

// punctuation knows the signs that are small for their line, by where they
// stand and how wide they are; 0 for any other.
func punctuation(c component, l *textLine) (rune, clarity) {
	w, h, line := float64(c.box.Dx()), float64(c.box.Dy()), float64(l.box.Dy())
	switch {
	case w > 2*h && (l.isThin(c) && len(l.marks) == 1 || h < line/3 && len(l.marks) > 1):
		return '-', certain
	case w > h && h < line/3 && l.midway(c):
		return '-', plain
	case len(l.marks) > 1 && h < line*low && w < line*0.35:
		if float64(c.box.Max.Y-l.baseline()) > descent*line {
			return ',', certain
		}
		return '.', certain
	}
	return 0, vague
}

// isThin reports whether a sign that stands alone is as thin as a dash. The two
// characters of 规章 that touch are as long for their height.
func (l *textLine) isThin(c component) bool { return c.box.Dy() <= pixels(dashThick, l.dpi) }

// midway reports whether a sign stands in the middle of the line's height, where a
// hyphen that smeared is as high as it is wide.
func (l *textLine) midway(c component) bool {
	middle := float64(c.box.Min.Y+c.box.Max.Y)/2 - float64(l.box.Min.Y)
	height := float64(l.baseline() - l.box.Min.Y)
	return middle > height/3 && middle < height*2/3
}

// dashThick, points: no dash in a cell is thicker; print is twice as high.
const dashThick = 3.0

// descent, share of the line's height: a comma reaches farther below the digits.
const descent = 0.07

// baseline is where the digits of the line stand.
func (l *textLine) baseline() int {
	y := l.box.Min.Y
	for _, m := range l.marks {
		if float64(m.box.Dy()) >= low*float64(l.box.Dy()) {
			y = max(y, m.box.Max.Y)
		}
	}
	return y
}

// LooksOf is what the net sees of the signs of a picture of one line of print,
// 300 dots to the inch, from the left; without points, commas and dashes. For
// the net to learn from.
func LooksOf(picture *image.Gray) [][]float32 {
	lines := textLines(componentsOf(runsOf(inkOf(picture, DPI))), []image.Rectangle{picture.Rect}, DPI)
	if len(lines) != 1 {
		return nil
	}
	l, list := &lines[0], [][]float32(nil)
	t := tonesOf(picture, l.box)
	for _, c := range l.parted(nil) {
		if sign, _ := punctuation(c, l); sign == 0 {
			list = append(list, look(picture, c, l, t))
		}
	}
	return list
}
