package scan

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"image"
	"io"
	"math"
	"sync"
)

// A shape is what a sign looks like, whatever its size: how much of each field
// of a grid laid over it is ink, and how wide it is for its height.
const (
	gridWidth  = 12
	gridHeight = 16
	fields     = gridWidth * gridHeight
)

type shape struct {
	field [fields]uint8
	width float64 // width for height
}

// model is the shape of a sign in some font.
type model struct {
	sign rune
	shape
}

// The shapes of the ten digits and of / and + in fonts that reports are set
// in, written by parser/scan/shapes. A record is the sign, 100 times the
// width, and the fields.
//
//go:embed shapes.bin.gz
var packedModels []byte

var models = sync.OnceValue(func() []model {
	unpacked, err := gzip.NewReader(bytes.NewReader(packedModels))
	if err != nil {
		panic(err) // it is part of the program
	}
	data, err := io.ReadAll(unpacked)
	if err != nil {
		panic(err)
	}
	var list []model
	for ; len(data) >= 2+fields; data = data[2+fields:] {
		m := model{sign: rune(data[0]), shape: shape{width: float64(data[1]) / 100}}
		copy(m.field[:], data[2:])
		list = append(list, m)
	}
	return list
})

// shapeOf lays the grid over a sign.
func shapeOf(c component) shape {
	w, h := c.box.Dx(), c.box.Dy()
	s := shape{width: float64(w) / float64(h)}
	var ink, all [fields]float64
	field := func(x, y int) int { return y*gridHeight/h*gridWidth + x*gridWidth/w }
	if w < gridWidth || h < gridHeight { // each pixel covers several fields
		return s.fine(c)
	}
	for y := range h {
		for x := range w {
			all[field(x, y)]++
		}
	}
	for _, r := range c.runs {
		for x := r.x0; x < r.x1; x++ {
			ink[field(x-c.box.Min.X, r.y-c.box.Min.Y)]++
		}
	}
	for i := range s.field {
		s.field[i] = uint8(255 * ink[i] / all[i])
	}
	return s
}

// fine lays the grid over a sign of fewer pixels than fields.
func (s shape) fine(c component) shape {
	small := newBitmap(c.box.Dx(), c.box.Dy())
	for _, r := range c.runs {
		for x := r.x0; x < r.x1; x++ {
			small.ink[(r.y-c.box.Min.Y)*small.w+x-c.box.Min.X] = 1
		}
	}
	for i := range s.field {
		x, y := i%gridWidth*small.w/gridWidth, i/gridWidth*small.h/gridHeight
		s.field[i] = 255 * small.ink[y*small.w+x]
	}
	return s
}

const (
	// widthWeight is what a difference of a whole height in width counts, in
	// the unit of the mean difference of fields, 0 to 255.
	widthWeight = 120.0
	// farthest, in that unit: a sign farther from every model is none of them.
	farthest = 60.0
	// clearly: the nearest model of another sign must be so many times farther.
	clearly = 1.12
)

// nearest is the sign whose models a shape is nearest to, and whether it
// clearly is.
func nearest(s shape) (sign rune, sure bool) {
	best, other := math.Inf(1), math.Inf(1)
	for i := range models() {
		m := &models()[i]
		d := m.distance(&s, other)
		switch {
		case d < best && m.sign == sign:
			best = d
		case d < best:
			best, other, sign = d, best, m.sign
		case m.sign != sign:
			other = min(other, d)
		}
	}
	return sign, best < farthest && other > clearly*best
}

// distance gives up beyond a limit.
func (m *model) distance(s *shape, limit float64) float64 {
	d := widthWeight * math.Abs(m.width-s.width)
	if d >= limit {
		return d
	}
	sum := 0
	for i, f := range m.field {
		difference := int(f) - int(s.field[i])
		sum += max(difference, -difference)
	}
	return d + float64(sum)/fields
}

// shapes reads a number by the shapes of its signs; sure when every one is clear.
func (r *reader) shapes(l *textLine, signs []component) (text string, sure bool) {
	sure = true
	for _, c := range signs {
		sign, clear := punctuation(c, l)
		if sign == 0 {
			sign, clear = nearest(shapeOf(c))
		}
		text += string(sign)
		sure = sure && clear
	}
	return text, sure
}

// punctuation knows the signs that are small for their line, by where they
// stand and how wide they are; 0 for any other.
func punctuation(c component, l *textLine) (rune, bool) {
	w, h, line := float64(c.box.Dx()), float64(c.box.Dy()), float64(l.box.Dy())
	switch {
	case w > 2*h && (len(l.marks) == 1 || h < line/3):
		return '-', true
	case len(l.marks) > 1 && h < line*low && w < line*0.35:
		if float64(c.box.Max.Y-l.baseline()) > descent*line {
			return ',', true
		}
		return '.', true
	}
	return 0, false
}

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

// ShapeRecord is the record of a sign for the models, drawn light on dark; nil
// when nothing is as light as the level.
func ShapeRecord(sign rune, picture *image.Gray, level uint8) []byte {
	b := newBitmap(picture.Rect.Dx(), picture.Rect.Dy())
	for i, pixel := range picture.Pix {
		if pixel >= level {
			b.ink[i] = 1
		}
	}
	list := componentsOf(runsOf(b))
	if len(list) != 1 {
		return nil
	}
	s := shapeOf(list[0])
	return append([]byte{byte(sign), byte(min(100*s.width, 255))}, s.field[:]...)
}
