package ink

import (
	"math"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// overprinted is how far, in parts of its box, two copies of one glyph may
// stand apart to be one glyph printed twice. Programs that fake bold shift by
// 0.02 to 0.05 of the font size, shadows fall up to 0.15 away; two digits that
// are set tight are still 0.7 of their width apart.
const overprinted = 0.35

// Spread parts the characters that PDFium puts in one and the same box: one
// glyph that stands for several characters (a ligature, or text reGlyph by
// the file's ActualText). Each gets its share of the box.
func Spread(glyphs []Glyph) []Glyph {
	for i := 0; i < len(glyphs); {
		j := i + 1
		for j < len(glyphs) && glyphs[j].Object == glyphs[i].Object && glyphs[j].Box == glyphs[i].Box {
			j++
		}
		for k := i; k < j && j-i > 1; k++ {
			glyphs[k].Box = share(glyphs[k].Glyph, k-i, j-i)
		}
		i = j
	}
	return glyphs
}

// share is the n-th of so many equal parts of the box in reading direction.
func share(g layout.Glyph, n, of int) document.Box {
	from, to := float64(n)/float64(of), float64(n+1)/float64(of)
	b := g.Box
	switch {
	case g.Angle > 45 && g.Angle < 135:
		b.Y0, b.Y1 = g.Box.Y0+from*g.Box.Height(), g.Box.Y0+to*g.Box.Height()
	case g.Angle > 225 && g.Angle < 315:
		b.Y0, b.Y1 = g.Box.Y1-to*g.Box.Height(), g.Box.Y1-from*g.Box.Height()
	default:
		b.X0, b.X1 = g.Box.X0+from*g.Box.Width(), g.Box.X0+to*g.Box.Width()
	}
	return b
}

// Once drops every glyph that was already printed at almost the same place.
func Once(glyphs []Glyph) []layout.Glyph {
	type tile struct {
		r    rune
		x, y int
	}
	const side = 8 // points, larger than the shift of any text of 20 points
	seen := map[tile][]document.Box{}
	list := make([]layout.Glyph, 0, len(glyphs))
	for _, g := range glyphs {
		x, y := int(math.Floor(g.Box.X0/side)), int(math.Floor(g.Box.Y0/side))
		if printed(g.Glyph, func(dx, dy int) []document.Box { return seen[tile{g.Rune, x + dx, y + dy}] }) {
			continue
		}
		at := tile{g.Rune, x, y}
		seen[at] = append(seen[at], g.Box)
		list = append(list, g.Glyph)
	}
	return list
}

// printed reports whether one of the boxes in the tiles around is the glyph's own.
func printed(g layout.Glyph, near func(dx, dy int) []document.Box) bool {
	right, down := overprinted*g.Box.Width(), overprinted*g.Box.Height()
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			for _, b := range near(dx, dy) {
				if math.Abs(b.X0-g.Box.X0) < right && math.Abs(b.Y0-g.Box.Y0) < down {
					return true
				}
			}
		}
	}
	return false
}
