package layout

import (
	"cmp"
	"slices"
)

// A page printed with its tracked changes shows what was deleted with a line
// through it, beside what was put in its place: 9 struck out and 7 read as 97.

const struckDoubt = "数字上有删除线或与线条重叠，可能是修订时删去的内容"

// A line strikes a digit out where it runs between these parts of its height,
// over most of its width; an underline runs lower.
const (
	struckTop    = 0.3
	struckBottom = 0.75
	struckWidth  = 0.7
)

// doubtStruck marks the digits that a ruling strikes out.
func doubtStruck(glyphs []Glyph, rulings []Ruling) []Glyph {
	lines := strokesAcross(rulings)
	if len(lines) == 0 || len(lines) > maxEdges {
		return glyphs
	}
	marked := slices.Clone(glyphs)
	for i := range marked {
		if g := &marked[i]; g.Doubt == "" && isDigit(g.Rune) && struck(g, lines) {
			g.Doubt = struckDoubt
		}
	}
	return marked
}

// strokesAcross are the horizontal lines that are drawn, from the top.
func strokesAcross(rulings []Ruling) []Ruling {
	var lines []Ruling
	for _, r := range rulings {
		if r.Horizontal() && r.Source != Shade {
			lines = append(lines, r)
		}
	}
	slices.SortStableFunc(lines, func(a, b Ruling) int { return cmp.Compare(a.Box.Y0, b.Box.Y0) })
	return lines
}

func struck(g *Glyph, lines []Ruling) bool {
	top, bottom := g.Box.Y0+struckTop*g.Box.Height(), g.Box.Y0+struckBottom*g.Box.Height()
	from, _ := slices.BinarySearchFunc(lines, top, func(r Ruling, y float64) int { return cmp.Compare(r.Box.Y0, y) })
	for _, r := range lines[from:] {
		if r.Box.Y1 > bottom {
			return false
		}
		if min(r.Box.X1, g.Box.X1)-max(r.Box.X0, g.Box.X0) > struckWidth*g.Box.Width() {
			return true
		}
	}
	return false
}
