package layout

import "gouji/parser/document"

// Page is what a page format draws on one page, in the page as displayed:
// rotation applied, origin at the top left, points, y downwards.
type Page struct {
	Number   int            `json:"number"` // from 1
	Width    float64        `json:"width"`
	Height   float64        `json:"height"`
	Glyphs   []Glyph        `json:"glyphs"` // in the file's drawing order
	Rulings  []Ruling       `json:"rulings"`
	Pictures []document.Box `json:"pictures,omitempty"`
	// Layer is text that nobody sees, such as a recogniser puts below a scan: no part
	// of the page, but another reading of what is.
	Layer []Glyph `json:"-"`
}

// Glyph is one visible character.
type Glyph struct {
	// Rune is the character, Kangxi and CJK-radical code points mapped to
	// their ideographs; Raw is the code point in the file when it differs, else 0.
	Rune rune `json:"rune"`
	Raw  rune `json:"raw,omitempty"`
	// Box spans the advance width and the font's ascent to descent, so that
	// glyphs of one line have about the same height whatever their ink.
	Box  document.Box `json:"box"`
	Size float64      `json:"size"` // font size as displayed, points
	// Angle is the direction of reading in degrees clockwise from left to
	// right, as displayed: 0 for ordinary text, 90 for text read downwards.
	Angle float64 `json:"angle,omitempty"`
	// Doubt says why the rune may not be what the page shows; empty when sure.
	Doubt string `json:"doubt,omitempty"`
	// Confidence, 0 to 1, is the recogniser's own in a picture's character; 0
	// for a character that the file itself gives.
	Confidence float64 `json:"confidence,omitempty"`
}

// Ruling is a straight line as drawn, horizontal or vertical: its box is long
// in one direction and as thin as the pen (or the filled rectangle) in the other.
type Ruling struct {
	Box    document.Box `json:"box"`
	Source Source       `json:"source"`
}

// Source says what was drawn to make a ruling.
type Source string

// The ways in which programs draw table lines.
const (
	Stroke Source = "stroke" // a stroked segment, or a side of a stroked rectangle
	Fill   Source = "fill"   // a filled rectangle as thin as a line
	Shade  Source = "shade"  // the edge of a filled area, such as a shaded cell: it may bound a cell, but nothing is drawn there
)

// Horizontal reports whether the ruling runs across the page.
func (r Ruling) Horizontal() bool { return r.Box.Width() >= r.Box.Height() }
