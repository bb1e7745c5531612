package layout

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"gouji/parser/document"
)

// pageNumber is a line that is nothing but a page number: 4, - 4 -, — 4 —,
// ·4·, 第4页, 第 4 页 共 6 页, 4/6, P. 9, Page 4 of 6.
var pageNumber = regexp.MustCompile(`(?i)^[-—–－―~·•.（(\[]*(第|p\.?|page)?\d{1,4}(页|(页)?[,，/／、]?(共|of|/|／)?\d{1,4}(页)?)?[-—–－―~·•.)）\]]*$`)

// furniture is what stands at the edges of the pages, so that what recurs there
// can be told.
type furniture struct {
	// seen are the texts, digits folded, with the number of pages that have them
	// at that height.
	seen map[furnitureKey]int
	// outer are the lines that stand outside of all else on their page.
	outer []Line
	// narrow are the places of recognised lines that may be page numbers.
	narrow []document.Box
}

type furnitureKey struct {
	text string
	y    int // tens of points
}

const (
	// repeatedOn is the least number of pages that make a repeated line a head.
	repeatedOn = 3
	// outerOn is that number for lines outside of all else: a browser prints the
	// date and the address above and below a report of two pages too.
	outerOn = 2
)

func newFurniture(pages []Stage, t Tolerances) furniture {
	f := furniture{seen: map[furnitureKey]int{}}
	for _, p := range pages {
		f.outer = append(f.outer, outermost(p, t)...)
		for _, l := range p.Lines {
			if !atEdge(l, p.Page, t) {
				continue
			}
			f.seen[keyOf(l)]++
			if misreadable(l, p.Page) {
				f.narrow = append(f.narrow, l.Box)
			}
		}
	}
	return f
}

// outermost are the lines above and below all else on a page, page numbers aside.
func outermost(p Stage, t Tolerances) []Line {
	var all document.Box
	for _, g := range p.Grids {
		all = all.Union(g.Region.Box)
	}
	lines := slices.DeleteFunc(slices.Clone(p.Lines), func(l Line) bool { return pageNumber.MatchString(squeeze(l.Text)) })
	for _, l := range lines {
		all = all.Union(l.Box)
	}
	return slices.DeleteFunc(lines, func(l Line) bool {
		return !atEdge(l, p.Page, t) || l.Box.Y0 != all.Y0 && l.Box.Y1 != all.Y1
	})
}

// holds reports whether the line is no part of the report's text: a page
// number, or a running head or foot. Only lines at the page's edge can be.
func (f furniture) holds(l Line, p Page, t Tolerances) bool {
	if !atEdge(l, p, t) {
		return false
	}
	return pageNumber.MatchString(squeeze(l.Text)) || f.seen[keyOf(l)] >= repeatedOn || f.surrounds(l, t) || misreadable(l, p) && f.recurs(l, t)
}

// surrounds reports whether enough pages have the line in the same place outside
// of all else. The organ's name opens the title of one page and may stand alone on
// the last, below the report; but not in the same place.
func (f furniture) surrounds(l Line, t Tolerances) bool {
	n := 0
	for _, o := range f.outer {
		there := abs(o.Box.X0-l.Box.X0) < t.Touch && abs(o.Box.Y0-l.Box.Y0) < t.Touch
		if there && o.Size < l.Size*t.Size && l.Size < o.Size*t.Size && keyOf(o).text == keyOf(l).text {
			n++
		}
	}
	return n >= outerOn
}

const (
	// footWidth, points: a page number is no wider.
	footWidth = 60
	// footFrom, share of the page's width: it begins no farther left, where the
	// last words of a paragraph stand.
	footFrom = 0.3
)

// misreadable reports whether a recognised line may be a page number: - 2 - in
// small print came as -取-.
func misreadable(l Line, p Page) bool {
	return l.Glyphs[0].Confidence > 0 && l.Box.Width() < footWidth && l.Box.X0 > footFrom*p.Width
}

// recurs reports whether another page has such a line in the same place.
func (f furniture) recurs(l Line, t Tolerances) bool {
	n := 0
	for _, b := range f.narrow {
		if abs(b.X0-l.Box.X0) < t.Touch && abs(b.X1-l.Box.X1) < t.Touch && abs(b.Y0-l.Box.Y0) < t.Touch && abs(b.Y1-l.Box.Y1) < t.Touch {
			n++
		}
	}
	return n > 1
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
