// Package ink is what the PDF readers share: what a page is made of once a
// reader has taken it apart. Painted outlines and pictures go in and rulings
// come out, with the dashes of one line joined; characters go in and visible
// glyphs come out, each printed once. Everything is in the page as displayed
// (see Display): points, origin at the top left, y downwards.
//
// The bargain: a shape that may be a table's line becomes a ruling, one that
// cannot is left out, and nothing is said of tables.
package ink

import (
	"unicode"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// Glyph is a glyph with the piece of text that drew it, by a number that is
// the reader's own.
type Glyph struct {
	layout.Glyph
	Object uint64
}

// SmallestSize is the font size in points below which text is a program's mark
// and no print.
const SmallestSize = 0.5

// Ascent and Descent are how far glyph boxes reach above and below the line of
// writing, in parts of the font size. They are the same for every font, so that
// the digits and the ideographs of a line stand in boxes of one height; what
// fonts say of themselves differs by a third and is often wrong.
const (
	Ascent  = 0.86
	Descent = 0.14
)

// Blank reports whether a character leaves no ink: spaces, line breaks, and
// signs that only tell programs how to join or turn text.
func Blank(r rune) bool {
	const hangulFiller = 0x3164
	return unicode.IsSpace(r) || r == hangulFiller || unicode.Is(unicode.Cf, r) && r != softHyphen
}

// softHyphen is drawn like a hyphen where a file has it on the page.
const softHyphen = 0xAD

// Wide reports whether a character fills a whole em.
func Wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0xFF61
}

// Reasons why a glyph may not be what the page shows.
const (
	NoMapping  = "字体没有文字对照表，这个字是按编码猜的"
	White      = "数字是白色的，纸上可能看不见"
	NoMeaning  = "字体没有说明这是什么字"
	PrivateUse = "字体用了自造的编码，不知是什么字"
)

// Character tells for a code point of the file what the glyph is, the code
// point itself when it differs, and why the two may be wrong.
func Character(raw rune) (r, other rune, doubt string) {
	if r = document.Ideograph(raw); raw == softHyphen {
		r = '-'
	}
	if r != raw {
		other = raw
	}
	switch {
	case unicode.Is(unicode.Co, raw):
		doubt = PrivateUse
	case !unicode.IsGraphic(r) || raw == unicode.ReplacementChar:
		doubt = NoMeaning
	}
	return r, other, doubt
}

// Overlap reports whether two boxes share an area.
func Overlap(a, b document.Box) bool {
	return a.X0 < b.X1 && b.X0 < a.X1 && a.Y0 < b.Y1 && b.Y0 < a.Y1
}
