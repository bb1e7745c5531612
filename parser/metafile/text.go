package metafile

import (
	"math"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

const (
	// usualFont is the size of the font that no file chose, in its own units.
	usualFont = 12.0
	// cellToEm: a font's height given as that of a cell has the accents in it.
	cellToEm = 1 / 1.15
	// narrowEm is the width of a letter or digit, in em, when nothing tells it.
	narrowEm = 0.5
)

// font is what matters of a LogFont, [MS-WMF] 2.2.1.2.
type font struct {
	em      float64 // in the file's units
	turn    float64 // radians counterclockwise
	symbols bool    // its digits are pictures
	chinese bool    // its bytes are GBK
}

// fontOf reads a LogFont, of numbers of four bytes when wide, else of two.
func fontOf(b reader, wide bool) font {
	const symbol, gb2312, standard, anyOne = 2, 134, 0, 1
	height, turn, charset := b.i16(0), b.i16(4), 13
	if wide {
		height, turn, charset = b.i32(0), b.i32(8), 23
	}
	f := font{em: -float64(height), turn: float64(turn) / 10 * math.Pi / 180}
	switch {
	case height > 0:
		f.em = float64(height) * cellToEm
	case height == 0:
		f.em = usualFont
	}
	set := b.u8(charset)
	f.symbols = set == symbol
	f.chinese = set == gb2312 || set == anyOne || set == standard // of a Chinese Windows
	return f
}

// piece is a piece of text to be drawn.
type piece struct {
	text   []rune
	steps  []float64 // from each character to the next, in the file's units
	at     ink.Point
	placed bool // the steps are the file's, not guessed
}

// The bits of the options of text, [MS-EMF] 2.1.11.
const (
	opaque     = 0x2
	clipped    = 0x4
	glyphIndex = 0x10
	noRect     = 0x100
	smallChars = 0x200
	bothWays   = 0x2000 // steps down, too
)

// wideText is characters of UTF-16 and the steps of their units.
func wideText(b reader, number int, steps []float64) ([]rune, []float64) {
	number = max(0, min(number, len(b.data)/2))
	units := make([]uint16, number)
	for i := range units {
		units[i] = uint16(b.u16(2 * i))
	}
	text, own := utf16.Decode(units), []float64(nil)
	for _, r := range text {
		n := max(utf16.RuneLen(r), 1)
		if len(steps) < n {
			return text, nil
		}
		sum := 0.0
		for _, s := range steps[:n] {
			sum += s
		}
		own, steps = append(own, sum), steps[n:]
	}
	return text, own
}

// byteText is characters of the font's own code and the steps of their bytes.
func byteText(data []byte, f font, steps []float64) (text []rune, own []float64) {
	for len(data) > 0 {
		r, n := character(data, f)
		text, data = append(text, r), data[n:]
		if len(steps) < n {
			steps = nil
			continue
		}
		sum := 0.0
		for _, s := range steps[:n] {
			sum += s
		}
		own, steps = append(own, sum), steps[n:]
	}
	if len(own) < len(text) {
		return text, nil
	}
	return text, own
}

// character is the first of some bytes and how many it has.
func character(data []byte, f font) (rune, int) {
	if data[0] < 0x80 {
		return rune(data[0]), 1
	}
	if f.chinese && len(data) > 1 {
		if out, err := simplifiedchinese.GBK.NewDecoder().Bytes(data[:2]); err == nil {
			return []rune(string(out))[0], 2
		}
	}
	return charmap.Windows1252.DecodeByte(data[0]), 1
}

// The bits of the alignment of text, [MS-WMF] 2.1.2.3.
const (
	alignUpdate     = 1
	alignHorizontal = 6
	alignRight      = 2
	alignCenter     = 6
	alignVertical   = 24
	alignTop        = 0
	alignBottom     = 8
)

// mostGuessed is the longest number of which the places of the digits may be guessed:
// they stand in one cell.
const mostGuessed = 14

// write draws a piece of text.
func (d *device) write(p piece) {
	m := d.shown()
	across, em := math.Hypot(m[0], m[1]), d.font.em*math.Hypot(m[2], m[3])
	p.placed = len(p.steps) == len(p.text) && len(p.text) > 0
	if !p.placed {
		p.steps = usualSteps(p.text, d.font.em*share(math.Hypot(m[2], m[3]), across))
	}
	long := 0.0
	for _, s := range p.steps {
		long += s
	}
	if d.align&alignUpdate != 0 {
		p.at = d.at
		d.at.X += long
	}
	w := writing{device: d, em: em, across: across, place: d.baseline(m, p.at, long*across, em), placed: p.placed || len(p.text) <= mostGuessed}
	d.pieces++
	x := 0.0
	for i, r := range p.text {
		if step := p.steps[i] * across; !ink.Blank(r) {
			w.glyph(r, x, step)
		}
		x += p.steps[i] * across
	}
}

func usualSteps(text []rune, em float64) []float64 {
	steps := make([]float64, len(text))
	for i, r := range text {
		steps[i] = em * usual(r)
	}
	return steps
}

func usual(r rune) float64 {
	if ink.Wide(r) {
		return 1
	}
	return narrowEm
}

// baseline maps a line of writing that begins at the origin to the page. Mapping that
// turns y upwards leaves characters upright.
func (d *device) baseline(m ink.Matrix, at ink.Point, long, em float64) ink.Matrix {
	turn := -d.font.turn
	if m[1] != 0 || m[2] != 0 {
		turn += math.Atan2(m[1], m[0])
	}
	x, y := 0.0, 0.0
	switch d.align & alignHorizontal {
	case alignRight:
		x = -long
	case alignCenter:
		x = -long / 2
	}
	switch d.align & alignVertical {
	case alignTop:
		y = ink.Ascent * em
	case alignBottom:
		y = -ink.Descent * em
	}
	sin, cos := math.Sincos(turn)
	p := m.Apply(at)
	return ink.Matrix{1, 0, 0, 1, x, y}.Then(ink.Matrix{cos, sin, -sin, cos, p.X, p.Y})
}

// writing is a line of text that is being drawn.
type writing struct {
	*device
	em, across float64
	place      ink.Matrix
	placed     bool
}

// Reasons why a digit may not be what the picture shows.
const (
	symbolDigit  = "字体是符号字体，这个数字显示出来可能是别的符号"
	clippedDigit = "这个数字有一部分在显示的范围以外，图上可能不完整"
	guessedPlace = "图片没有说明这个数字的位置，是按通常的字宽排的"
)

// glyph draws a character so far along the line. Its box ends where the next one
// begins, if that is about where it would end anyway.
func (w *writing) glyph(r rune, x, step float64) {
	width := usual(r) * w.em
	if step > 0.4*width && step < 1.3*width {
		width = step
	}
	if w.em < ink.SmallestSize {
		return
	}
	box := w.place.Box(x, -ink.Ascent*w.em, x+width, ink.Descent*w.em)
	if w.clip != nil && !w.clip.Contains(box.Center()) {
		return
	}
	g := layout.Glyph{Box: box, Size: w.em, Angle: w.place.Angle()}
	g.Rune, g.Raw, g.Doubt = ink.Character(r)
	if g.Doubt == "" && unicode.IsDigit(g.Rune) {
		g.Doubt = w.doubt(box, width)
	}
	w.glyphs = append(w.glyphs, ink.Glyph{Glyph: g, Object: w.pieces})
}

func (w *writing) doubt(box document.Box, width float64) string {
	const cutOff = 0.2 // share of the digit's width: print may touch the side of its cell
	switch {
	case w.colour&white == white:
		return ink.White
	case w.font.symbols:
		return symbolDigit
	case w.clip != nil && max(w.clip.X0-box.X0, box.X1-w.clip.X1) > cutOff*width:
		return clippedDigit
	case !w.placed:
		return guessedPlace
	}
	return ""
}
