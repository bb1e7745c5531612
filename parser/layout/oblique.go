package layout

import "math"

// Text that stands askew is not the report's: it is a watermark laid over the
// page, or the ring of a seal. Its digits would fall into the cells below it.

// askew, degrees: text farther than this from all four directions of reading
// is oblique. Scans that lie crooked on the glass are turned by 3 at most.
const askew = 8

// upstanding gives the glyphs that stand along the page's sides. A page whose
// text is oblique as a whole keeps it.
func upstanding(glyphs []Glyph) []Glyph {
	var kept []Glyph
	for _, g := range glyphs {
		if !oblique(g) {
			kept = append(kept, g)
		}
	}
	if 2*len(kept) < len(glyphs) {
		return glyphs
	}
	return kept
}

func oblique(g Glyph) bool {
	return math.Abs(g.Angle-math.Round(g.Angle/90)*90) > askew
}
