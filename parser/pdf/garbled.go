package pdf

import (
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

const (
	// garbledShare is the part of a page's glyphs of unknown meaning from which its
	// text is nonsense. Honest pages have a few: bullets, ticks, a seal.
	garbledShare = 0.3
	// garbledGlyphs is the least number of them: fewer are no line of print.
	garbledGlyphs = 20
)

// garbled reports whether fonts say of so many glyphs nothing that makes sense that
// only the page as drawn can be read.
func garbled(glyphs []layout.Glyph) bool {
	unknown := 0
	for i := range glyphs {
		switch glyphs[i].Doubt {
		case ink.NoMapping, ink.NoMeaning, ink.PrivateUse:
			unknown++
		}
	}
	return unknown >= garbledGlyphs && float64(unknown) >= garbledShare*float64(len(glyphs))
}
