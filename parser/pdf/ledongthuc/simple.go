package ledongthuc

import (
	"strconv"
	"strings"
	"sync"

	"gouji/parser/pdf/ink"

	library "github.com/ledongthuc/pdf"
)

// parseSimple fills the table of a font with one-byte codes.
func (f *font) parseSimple(v library.Value) {
	descriptor := v.Key("FontDescriptor")
	unit := 0.001
	if v.Key("Subtype").Name() == "Type3" {
		unit = v.Key("FontMatrix").Index(0).Float64()
	}
	named := differences(v.Key("Encoding").Key("Differences"))
	decoder := sync.OnceValue(func() library.TextEncoding { return (&library.Font{V: v}).Encoder() })
	widths := simpleWidths(v, descriptor)
	sure := trusted(v, descriptor)
	for i := range f.simple {
		l := &f.simple[i]
		l.oneSpace = i == ' '
		l.width = widths[i] * unit
		l.runes, l.doubt = f.simpleText(byte(i), named[byte(i)], decoder)
		if !sure && named[byte(i)] == "" && l.doubt == "" && f.mapped(byte(i)) == nil {
			l.doubt = ink.NoMapping
		}
	}
}

// simpleWidths are the widths of a font's codes, in the font's units.
func simpleWidths(v, descriptor library.Value) (widths [256]float64) {
	stated, first := v.Key("Widths"), int(v.Key("FirstChar").Int64())
	missing, base := descriptor.Key("MissingWidth").Float64(), v.Key("BaseFont").Name()
	for i := range widths {
		switch n := i - first; {
		case stated.Len() == 0:
			widths[i] = standardWidth(base, i)
		case n >= 0 && n < stated.Len():
			widths[i] = stated.Index(n).Float64()
		default:
			widths[i] = missing
		}
	}
	return widths
}

// helvetica has the widths of Helvetica's glyphs from space to tilde, in
// thousandths of the font size.
var helvetica = [95]float64{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

// standardWidth stands in for the widths that files may leave out for the
// fonts that every viewer has: Helvetica, and Times, which is a little
// narrower, and Courier.
func standardWidth(font string, i int) float64 {
	const courier, times = 600, 0.9
	switch {
	case strings.HasPrefix(font, "Courier"):
		return courier
	case i < ' ' || i > '~':
		return helvetica['0'-' ']
	case strings.HasPrefix(font, "Times"):
		return times * helvetica[i-' ']
	}
	return helvetica[i-' ']
}

// trusted reports whether a font's codes without a name are those of its
// encoding: not so where a symbolic font has an order of its own.
func trusted(v, descriptor library.Value) bool {
	const symbolic = 4
	encoding := v.Key("Encoding")
	if encoding.Kind() == library.Name || encoding.Key("BaseEncoding").Kind() == library.Name {
		return true
	}
	return descriptor.Key("Flags").Int64()&symbolic == 0 && v.Key("Subtype").Name() != "Type3"
}

// mapped is what ToUnicode says of a code.
func (f *font) mapped(b byte) []rune {
	if f.toUnicode == nil {
		return nil
	}
	if runes := f.toUnicode.text(code{uint32(b), 1}); len(runes) > 0 {
		return runes
	}
	return f.toUnicode.text(code{uint32(b), 2}) // some programs write <0041> for one-byte codes
}

// simpleText is what a one-byte code says: by ToUnicode, by its glyph's name,
// or by the font's encoding as the library knows it.
func (f *font) simpleText(b byte, glyph string, decoder func() library.TextEncoding) ([]rune, string) {
	if runes := f.mapped(b); runes != nil {
		return runes, ""
	}
	if glyph == ".notdef" {
		return nil, ""
	}
	if r := namedRune(glyph); r != 0 {
		return []rune{r}, ""
	}
	if f.toUnicode != nil && glyph == "" {
		return []rune{rune(b)}, ink.NoMapping
	}
	runes := []rune(decoder().Decode(string([]byte{b})))
	// The library leaves a code as it is when it does not know the glyph's name.
	if glyph != "" && len(runes) == 1 && runes[0] == rune(b) {
		return runes, ink.NoMapping
	}
	if len(runes) == 0 {
		return []rune{rune(b)}, ink.NoMapping
	}
	return runes, ""
}

// differences reads [code /name /name code /name …].
func differences(v library.Value) map[byte]string {
	names := map[byte]string{}
	at := 0
	for i := range v.Len() {
		switch item := v.Index(i); item.Kind() {
		case library.Integer:
			at = int(item.Int64())
		case library.Name:
			if at >= 0 && at < 256 {
				names[byte(at)] = item.Name()
			}
			at++
		}
	}
	return names
}

// asciiNames are the names of the glyphs from space to tilde that are not
// their own letter.
const asciiNames = `space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash
zero one two three four five six seven eight nine colon semicolon less equal greater question at
A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore
grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde`

var ascii = asciiTable()

func asciiTable() map[string]rune {
	table := map[string]rune{}
	for i, name := range strings.Fields(asciiNames) {
		table[name] = rune(' ' + i)
	}
	return table
}

// namedRune is the character that a glyph's name says: an ASCII name, uni4E00
// or u4E00; 0 for others.
func namedRune(glyph string) rune {
	glyph, _, _ = strings.Cut(glyph, ".")
	if r, ok := ascii[glyph]; ok {
		return r
	}
	digits, found := strings.CutPrefix(glyph, "uni")
	if !found {
		digits, found = strings.CutPrefix(glyph, "u")
	}
	if !found || len(digits) < 4 || len(digits) > 6 {
		return 0
	}
	value, err := strconv.ParseUint(digits, 16, 21)
	if err != nil {
		return 0
	}
	return rune(value)
}
