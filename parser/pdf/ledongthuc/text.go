package ledongthuc

import (
	"cmp"
	"math"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

// textState is the part of the graphics state that text uses.
type textState struct {
	font       *font
	size       float64
	character  float64 // extra space after each glyph
	word       float64 // extra space after each single-byte space
	stretch    float64 // horizontal scaling, 1 for none
	leading    float64
	rise       float64
	mode       int
	text, line ink.Matrix
}

// operateText carries out the operators that set and show text.
func (r *run) operateText(operator string) {
	t := &r.words
	switch operator {
	case "BT":
		t.text, t.line = ink.Identity, ink.Identity
	case "Tf":
		t.size = r.number(1)
		t.font = r.named(r.string(0))
	case "Tc":
		t.character = r.number(0)
	case "Tw":
		t.word = r.number(0)
	case "Tz":
		t.stretch = r.number(0) / 100
	case "TL":
		t.leading = r.number(0)
	case "Ts":
		t.rise = r.number(0)
	case "Tr":
		t.mode = int(r.number(0))
	case "Tm":
		t.text = r.matrix()
		t.line = t.text
	case "Td":
		t.newLine(r.number(0), r.number(1))
	case "TD":
		t.leading = -r.number(1)
		t.newLine(r.number(0), r.number(1))
	case "T*":
		t.newLine(0, -t.leading)
	case "Tj", "TJ", "'", "\"":
		r.showText(operator)
	}
}

// named is the font that the resources have under the name.
func (r *run) named(name string) *font {
	f, ok := r.fonts[name]
	if !ok {
		f = r.font(r.resources.Key("Font").Key(name))
		r.fonts[name] = f
	}
	return f
}

func (t *textState) newLine(x, y float64) {
	t.line = ink.Matrix{1, 0, 0, 1, x, y}.Then(t.line)
	t.text = t.line
}

func (r *run) showText(operator string) {
	t := &r.words
	switch operator {
	case "'":
		t.newLine(0, -t.leading)
	case "\"":
		t.word, t.character = r.number(0), r.number(1)
		t.newLine(0, -t.leading)
	}
	r.objects++
	if len(r.operands) == 0 || t.font == nil {
		return
	}
	last := r.operands[len(r.operands)-1]
	if operator != "TJ" {
		r.show(last.text)
		return
	}
	for _, o := range last.list {
		if o.kind == textKind {
			r.show(o.text)
			continue
		}
		t.advance(-o.number / 1000 * t.size)
	}
}

// advance moves on by so much in the direction of writing.
func (t *textState) advance(by float64) {
	step := ink.Matrix{1, 0, 0, 1, by * t.stretch, 0}
	if t.font.vertical {
		step = ink.Matrix{1, 0, 0, 1, 0, by}
	}
	t.text = step.Then(t.text)
}

// show draws a string.
func (r *run) show(s string) {
	t := &r.words
	for _, l := range t.font.letters(s) {
		r.place(l)
		by := l.width*t.size + t.character
		if t.font.vertical {
			by = -t.size + t.character // the usual height of vertical glyphs is one em
		}
		if l.oneSpace {
			by += t.word
		}
		t.advance(by)
	}
}

// place adds a letter's glyphs where the text stands now.
func (r *run) place(l letter) {
	t := &r.words
	toPage := ink.Matrix{t.size * t.stretch, 0, 0, t.size, 0, t.rise}.Then(t.text).Then(r.shown)
	size := math.Hypot(toPage[2], toPage[3])
	box := toPage.Box(0, -ink.Descent, l.width, ink.Ascent)
	if t.font.vertical {
		box = toPage.Box(-0.5, -1, 0.5, 0)
	}
	for _, raw := range l.runes {
		if ink.Blank(raw) {
			continue
		}
		r.reading.glyphs++
		if r.unseen() || size < ink.SmallestSize || !ink.Overlap(box, r.bounds) {
			r.content.Hidden++
			continue
		}
		r.glyphs = append(r.glyphs, ink.Glyph{Glyph: glyph(raw, cmp.Or(l.doubt, r.pale()), box, size, toPage), Object: r.objects})
	}
}

func glyph(raw rune, doubt string, box document.Box, size float64, toPage ink.Matrix) layout.Glyph {
	g := layout.Glyph{Box: box, Size: size, Angle: toPage.Angle()}
	g.Rune, g.Raw, g.Doubt = ink.Character(raw)
	if doubt != "" {
		g.Doubt = doubt
	}
	return g
}

// whiteText is the doubt of text in white: in a table's head it stands on a dark
// ground, elsewhere nobody sees it.
const whiteText = "字是白色的，页面上未必看得见"

// pale is the doubt of text whose ink is white.
func (r *run) pale() string {
	const stroke = 1
	ink := r.fill
	if r.words.mode&3 == stroke {
		ink = r.stroke
	}
	if ink.white {
		return whiteText
	}
	return ""
}

// unseen reports whether text leaves no ink: rendering modes 3 and 7, or a
// transparent colour.
func (r *run) unseen() bool {
	const stroke, unseen = 1, 3
	switch r.words.mode & 3 {
	case unseen:
		return true
	case stroke:
		return r.stroke.transparent
	}
	return r.fill.transparent
}
