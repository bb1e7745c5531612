package ofd

import (
	"math"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

// noPlace is the doubt of a digit whose place the file does not tell.
const noPlace = "文件没有说明这个数字的位置，是按通常的字宽排的"

// narrow is the width of a letter or digit, in em, when nothing tells it.
const narrow = 0.5

// writing is a text object being drawn.
type writing struct {
	*canvas
	brush
	size    float64 // font size in the object's space
	stretch float64 // HScale
	turn    float64 // CharDirection, radians clockwise
	white   bool
	face    *typeface   // nil where the glyphs are not the file's
	chosen  map[int]int // the glyphs that the object gives, by the place of the character
	at      int         // the place of the next character
	x, y    float64     // where the next character stands, in the object's space
}

// text draws a text object: it is filled unless it says not to, in black unless it
// says in what.
func (c *canvas) text(n *node, b brush) {
	w := &writing{canvas: c, brush: b, size: first(n.Attribute("Size"), 0), stretch: first(n.Attribute("HScale"), 1)}
	w.turn = first(n.Attribute("CharDirection"), 0) * math.Pi / 180
	if w.face = c.types.of(c.fonts[n.Attribute("Font")]); w.face != nil {
		w.chosen = transforms(n)
	}
	c.pieces++
	fill, stroke := b.look.fill, b.look.stroke
	filled := flag(n, "Fill", true) && (!fill.given || fill.seen)
	stroked := flag(n, "Stroke", false) && stroke.given && stroke.seen
	w.white = filled && fill.white && !stroked || !filled && stroke.white
	visible := (filled || stroked) && b.look.alpha > 0 && w.size*b.shown.Scale() >= ink.SmallestSize
	for _, code := range n.Kids() {
		if code.Name != "TextCode" {
			continue
		}
		text := written(code.Text())
		if !visible {
			c.hidden += len(text)
			continue
		}
		if c.glyphs += len(text); c.exceeded() {
			return
		}
		w.code(code, text)
	}
}

// first is the attribute as a number, or what it is when it is missing.
func first(attribute string, missing float64) float64 {
	if list := numbers(attribute); len(list) == 1 {
		return list[0]
	}
	return missing
}

// written is the characters of a text code. A backslash and four hexadecimal digits
// are a character that XML cannot have; line breaks are the XML writer's.
func written(s string) []rune {
	var list []rune
	for s != "" {
		if s[0] == '\\' && len(s) >= 5 {
			if code, err := strconv.ParseUint(s[1:5], 16, 16); err == nil {
				list, s = append(list, rune(code)), s[5:]
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(s)
		if s = s[size:]; r != '\n' && r != '\r' && r != '\t' {
			list = append(list, r)
		}
	}
	return list
}

// code draws one text code. Coordinates that it does not give are as they were.
func (w *writing) code(n *node, text []rune) {
	w.x, w.y = first(n.Attribute("X"), w.x), first(n.Attribute("Y"), w.y)
	s, known := newSteps(n, text), true
	for _, r := range text {
		dx, dy := s.next(r)
		if !ink.Blank(r) {
			w.place(r, dx, known)
		}
		w.at++
		if dx == 0 && dy == 0 {
			dx, known = w.usual(r)*w.size*w.stretch, false
		}
		w.x, w.y = w.x+dx, w.y+dy
	}
}

// steps are the distances between the characters of a text code; they are 0 where
// the file does not tell them.
type steps struct {
	x, y  []float64
	units bool // they count UTF-16 units, as programs in Java have it
	at    int
}

func newSteps(n *node, text []rune) *steps {
	units := len(utf16.Encode(text))
	s := &steps{x: deltas(n.Attribute("DeltaX"), units), y: deltas(n.Attribute("DeltaY"), units)}
	s.units = units > len(text) && max(len(s.x), len(s.y)) >= units-1
	return s
}

// next is the way from a character to the one after.
func (s *steps) next(r rune) (dx, dy float64) {
	units := 1
	if s.units {
		units = utf16.RuneLen(r)
	}
	for range units {
		if s.at < len(s.x) {
			dx += s.x[s.at]
		}
		if s.at < len(s.y) {
			dy += s.y[s.at]
		}
		s.at++
	}
	return dx, dy
}

// usual is the width of a character in em.
func (w *writing) usual(r rune) float64 {
	if ink.Wide(r) {
		return 1
	}
	return narrow
}

// place adds a character where the text stands. Its box ends where the next one
// begins, if that is about where it would end anyway.
func (w *writing) place(r rune, dx float64, known bool) {
	width := w.usual(r)
	if em := w.size * w.stretch; w.turn == 0 && em > 0 && dx/em > 0.4*width && dx/em < 1.3*width {
		width = dx / em
	}
	sin, cos := math.Sincos(w.turn)
	toPage := ink.Matrix{w.size * w.stretch, 0, 0, w.size, 0, 0}.
		Then(ink.Matrix{cos, sin, -sin, cos, w.x, w.y}).Then(w.shown)
	box := toPage.Box(0, -ink.Ascent, width, ink.Descent)
	if !ink.Overlap(box, w.bounds) {
		w.hidden++
		return
	}
	w.note(r)
	w.print = append(w.print, ink.Glyph{Glyph: w.printed(r, box, toPage, known), Object: w.pieces})
}

// setDigit is a digit that a font of the file draws.
type setDigit struct {
	index int // of the glyph in the print
	face  *typeface
}

// note looks at the digit that is the next glyph.
func (w *writing) note(said rune) {
	if w.face == nil || said < '0' || said > '9' {
		return
	}
	glyph, given := w.chosen[w.at]
	if !given {
		glyph = -1
	}
	w.types.look(w.face, said, glyph)
	w.digits = append(w.digits, setDigit{len(w.print), w.face})
}

// doubtDigits marks the digits of the fonts that lie about one: what lies about one
// digit is believed about none.
func (c *canvas) doubtDigits() {
	for _, d := range c.digits {
		if g := &c.print[d.index]; g.Doubt == "" {
			g.Doubt = d.face.lie
		}
	}
}

func (w *writing) printed(raw rune, box document.Box, toPage ink.Matrix, known bool) layout.Glyph {
	g := layout.Glyph{Box: box, Size: math.Hypot(toPage[2], toPage[3]), Angle: toPage.Angle()}
	g.Rune, g.Raw, g.Doubt = ink.Character(raw)
	switch {
	case g.Doubt != "" || !unicode.IsDigit(g.Rune):
	case w.white:
		g.Doubt = ink.White
	case !known:
		g.Doubt = noPlace
	}
	return g
}
