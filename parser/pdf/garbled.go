package pdf

import (
	"slices"
	"unicode"

	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

const (
	// garbledShare is the part of a page's glyphs of unknown meaning from which its
	// text is nonsense. Honest pages have a few: bullets, ticks, a seal.
	garbledShare = 0.3
	// foreignShare is that part where the rest is not Chinese either: the numbers of
	// glyphs, taken for characters, are Latin letters and Arabic ones as well.
	foreignShare = 0.1
	// garbledGlyphs is the least number of them: fewer are no line of print.
	garbledGlyphs = 20
	// leastHan is the part of ideographs below which a page is not Chinese: the
	// tables of the form have more, all figures of three digits.
	leastHan = 0.1
)

// garbled tells of each page whether fonts say so little that makes sense of its
// glyphs that only the page as drawn can be read. One such page gives away the short
// ones, which have the same fonts.
func garbled(pages []layout.Page) []bool {
	list := make([]bool, len(pages))
	for i := range pages {
		unknown, foreign := meaning(pages[i].Glyphs)
		share := float64(unknown) / float64(max(1, len(pages[i].Glyphs)))
		list[i] = unknown >= garbledGlyphs && (share >= garbledShare || foreign && share >= foreignShare)
	}
	if slices.Contains(list, true) {
		for i := range pages {
			unknown, foreign := meaning(pages[i].Glyphs)
			list[i] = list[i] || unknown > 0 && foreign
		}
	}
	return list
}

// meaning counts the glyphs of which the fonts say nothing that makes sense, and
// tells whether the page is in another script than Chinese.
func meaning(glyphs []layout.Glyph) (unknown int, foreign bool) {
	han := 0
	for i := range glyphs {
		switch glyphs[i].Doubt {
		case ink.NoMapping, ink.NoMeaning, ink.PrivateUse:
			unknown++
		default:
			if unicode.Is(unicode.Han, glyphs[i].Rune) {
				han++
			}
		}
	}
	return unknown, float64(han) < leastHan*float64(len(glyphs))
}
