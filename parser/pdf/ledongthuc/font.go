package ledongthuc

import (
	"strings"

	"gouji/parser/pdf/ink"

	library "github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// letter is what one code of a font stands for.
type letter struct {
	runes    []rune
	doubt    string
	width    float64 // in parts of the font size
	oneSpace bool    // the single-byte code 32, which word spacing widens
}

// font tells the letters of strings.
type font struct {
	composite bool
	vertical  bool
	toUnicode *cmap
	encoding  *cmap       // of a composite font that defines its own
	coding    coding      // of a composite font
	simple    [256]letter // of a simple font
	widths    map[int]float64
	usual     float64 // width of glyphs without one of their own
}

// coding is how a composite font's codes are to be read.
type coding int

const (
	glyphNumbers coding = iota // Identity: codes are glyph numbers
	unicode2                   // UniGB-UCS2, UniGB-UTF16
	gbk
	unknownCoding
)

// font returns the parsed font of a dictionary.
func (r *reading) font(v library.Value) *font {
	key := v.String() // names the objects it refers to, so it names the font
	if f, ok := r.fonts[key]; ok {
		return f
	}
	f := parseFont(v)
	r.fonts[key] = f
	return f
}

func parseFont(v library.Value) *font {
	f := &font{usual: 1, widths: map[int]float64{}}
	if data := stream(v.Key("ToUnicode")); len(data) > 0 {
		f.toUnicode = parseCmap(data)
	}
	if v.Key("Subtype").Name() == "Type0" {
		f.parseComposite(v)
	} else {
		f.parseSimple(v)
	}
	return f
}

func (f *font) parseComposite(v library.Value) {
	f.composite = true
	encoding := v.Key("Encoding")
	if encoding.Kind() == library.Stream {
		f.encoding = parseCmap(stream(encoding))
		f.vertical = encoding.Key("WMode").Int64() == 1
	} else {
		f.vertical = strings.HasSuffix(encoding.Name(), "-V")
		f.coding = codingOf(encoding.Name())
	}
	descendant := v.Key("DescendantFonts").Index(0)
	if usual := descendant.Key("DW"); !usual.IsNull() {
		f.usual = usual.Float64() / 1000
	}
	f.parseWidths(descendant.Key("W"))
}

func codingOf(encoding string) coding {
	switch {
	case strings.HasPrefix(encoding, "Identity"):
		return glyphNumbers
	case strings.HasPrefix(encoding, "Uni"):
		return unicode2
	case strings.HasPrefix(encoding, "GB"):
		return gbk
	}
	return unknownCoding
}

// parseWidths reads [first [w w w] first last w …].
func (f *font) parseWidths(w library.Value) {
	const mostGlyphs = 1 << 16
	for i := 0; i+1 < w.Len(); {
		first, second := int(w.Index(i).Int64()), w.Index(i+1)
		if second.Kind() == library.Array {
			for j := range min(second.Len(), mostGlyphs) {
				f.widths[first+j] = second.Index(j).Float64() / 1000
			}
			i += 2
			continue
		}
		width := w.Index(i+2).Float64() / 1000
		for cid := first; cid <= min(int(second.Int64()), first+mostGlyphs); cid++ {
			f.widths[cid] = width
		}
		i += 3
	}
}

// letters takes a string apart.
func (f *font) letters(s string) (letters []letter) {
	if !f.composite {
		for i := range len(s) {
			letters = append(letters, f.simple[s[i]])
		}
		return letters
	}
	for len(s) > 0 {
		var c code
		c, s = f.take(s)
		letters = append(letters, f.letter(c))
	}
	return letters
}

// take cuts the next code off a composite font's string.
func (f *font) take(s string) (code, string) {
	switch {
	case f.encoding != nil:
		return f.encoding.take(s, 2)
	case f.coding == gbk && s[0] < 0x80:
		return codeOf(s[:1]), s[1:]
	}
	n := min(2, len(s))
	if f.coding == unicode2 && n == 2 && s[0]&0xFC == 0xD8 { // a surrogate pair
		n = min(4, len(s))
	}
	return codeOf(s[:n]), s[n:]
}

// letter is what a composite font's code stands for.
func (f *font) letter(c code) letter {
	l := letter{oneSpace: c.length == 1 && c.value == ' '}
	cid := int(c.value)
	switch {
	case f.encoding != nil:
		cid = f.encoding.cid(c)
	case f.coding == unicode2:
		cid = asciiGlyph(c.value, 1)
	case f.coding == gbk:
		cid = asciiGlyph(c.value, 814)
	}
	var ok bool
	if l.width, ok = f.widths[cid]; !ok {
		l.width = f.usual
	}
	l.runes, l.doubt = f.text(c)
	return l
}

// asciiGlyph is the number that the character collection Adobe-GB1 gives an
// ASCII character, its space being first; -1 for others.
func asciiGlyph(value uint32, first int) int {
	if value < ' ' || value > '~' {
		return -1
	}
	return first + int(value) - ' '
}

// text is what a composite font's code says, and why that may be wrong.
func (f *font) text(c code) ([]rune, string) {
	if f.toUnicode != nil {
		if runes := f.toUnicode.text(c); len(runes) > 0 {
			return runes, ""
		}
	}
	switch {
	case f.encoding != nil:
	case f.coding == unicode2:
		return utf16Text(string(c.bytes())), ""
	case f.coding == gbk:
		if decoded, err := simplifiedchinese.GBK.NewDecoder().Bytes(c.bytes()); err == nil {
			return []rune(string(decoded)), ""
		}
	}
	return []rune{rune(c.value & 0xFFFF)}, ink.NoMapping
}

func (c code) bytes() []byte {
	out := make([]byte, c.length)
	for i := range out {
		out[i] = byte(c.value >> (8 * (c.length - 1 - i)))
	}
	return out
}
