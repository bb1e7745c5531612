package layout

import (
	"regexp"
	"strings"
	"unicode"
)

// pageNumber is a line that is nothing but a page number: 4, - 4 -, — 4 —,
// ·4·, 第4页, 第 4 页 共 6 页, 4/6, P. 9, Page 4 of 6.
var pageNumber = regexp.MustCompile(`(?i)^[-—–－―~·•.（(\[]*(第|p\.?|page)?\d{1,4}(页|(页)?[,，/／、]?(共|of|/|／)?\d{1,4}(页)?)?[-—–－―~·•.)）\]]*$`)

// furniture are the texts that running heads and feet repeat over the pages,
// digits folded, with the number of pages that have them at that height.
type furniture map[furnitureKey]int

type furnitureKey struct {
	text string
	y    int // tens of points
}

// repeatedOn is the least number of pages that make a repeated line a head.
const repeatedOn = 3

func newFurniture(pages []Stage, t Tolerances) furniture {
	seen := furniture{}
	for _, p := range pages {
		for _, l := range p.Lines {
			if atEdge(l, p.Page, t) {
				seen[keyOf(l)]++
			}
		}
	}
	return seen
}

// holds reports whether the line is no part of the report's text: a page
// number, or a running head or foot. Only lines at the page's edge can be.
func (f furniture) holds(l Line, p Page, t Tolerances) bool {
	if !atEdge(l, p, t) {
		return false
	}
	return pageNumber.MatchString(squeeze(l.Text)) || f[keyOf(l)] >= repeatedOn
}

func atEdge(l Line, p Page, t Tolerances) bool {
	_, y := l.Box.Center()
	return y < t.Edge*p.Height || y > (1-t.Edge)*p.Height
}

func keyOf(l Line) furnitureKey {
	text := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, squeeze(l.Text))
	return furnitureKey{text, int(l.Box.Y0 / 10)}
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
