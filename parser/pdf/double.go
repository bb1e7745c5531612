package pdf

import (
	"image"
	"slices"
	"unicode"

	"gouji/parser/layout"
)

// A program that makes scans searchable may even draw its reading upon the scan, in
// black upon the black print. A person sees the print, a little bolder, and not that
// the text says 3 where it shows 8. Without its text such a page shows the same words
// where the text stands; a page of text upon a background picture shows none there.

const (
	// doubleDPI, dots per inch, at which print is told from what is around it.
	doubleDPI = 100.0
	// fewDoubles, characters: as many may stand by chance where a picture is dark.
	fewDoubles = 20
	// doubled is the part of the characters upon pictures below which there must be
	// print. A recogniser puts a few beside theirs.
	doubled = 0.7
	// inkedBox is the part of a character's box that its print blackens at least; a
	// 1 of thin print has 0.08, a 三 0.15.
	inkedBox = 0.05
	// denser, times: print is where the characters are, and hardly elsewhere on the
	// page; the dark of a photograph is everywhere.
	denser = 3.0
	// darkShare, of the brightness of the paper: ink is darker than this.
	darkShare = 0.7
)

// partDoubles puts the text that doubles a picture's print into the layer, so that the
// picture is looked at.
func (d *drawing) partDoubles(handle uint64, page *layout.Page) {
	upon := func(g layout.Glyph) bool {
		return slices.ContainsFunc(d.pictures, func(p cover) bool { return p.large() && p.box.Contains(g.Box.Center()) })
	}
	var own, double []layout.Glyph
	for _, g := range page.Glyphs {
		if upon(g) {
			double = append(double, g)
		} else {
			own = append(own, g)
		}
	}
	if len(double) < fewDoubles {
		return
	}
	d.activate(d.texts, 0)
	picture, err := d.thumbnail(handle, page, doubleDPI)
	if err != nil || !printBelow(double, picture) {
		return
	}
	page.Glyphs, page.Layer = own, append(page.Layer, double...)
	d.content.Doubled = append(d.content.Doubled, page.Number)
}

// printBelow reports whether a picture shows print where the characters stand.
func printBelow(glyphs []layout.Glyph, picture *image.RGBA) bool {
	page := darknessOf(picture)
	area, dark, below, signs := 0, 0, 0, 0
	for _, g := range glyphs {
		if !unicode.IsLetter(g.Rune) && !unicode.IsDigit(g.Rune) {
			continue
		}
		part := pixelsOf(g.Box, doubleDPI).Intersect(picture.Rect)
		ink, all := page.in(part), part.Dx()*part.Dy()
		if area, dark, signs = area+all, dark+ink, signs+1; float64(ink) >= inkedBox*float64(all) && all > 0 {
			below++
		}
	}
	elsewhere, around := page.in(picture.Rect)-dark, picture.Rect.Dx()*picture.Rect.Dy()-area
	return signs >= fewDoubles && float64(below) >= doubled*float64(signs) &&
		float64(dark)*float64(max(1, around)) >= denser*float64(elsewhere)*float64(area)
}

// darkness is where a picture is dark.
type darkness struct {
	*image.RGBA
	least uint32 // brighter is no ink: the sum of three colours
}

// darknessOf takes the middle of the picture's tones for the paper.
func darknessOf(picture *image.RGBA) darkness {
	var counts [3*0xFF + 1]int
	for i := 0; i < len(picture.Pix); i += 4 {
		counts[brightness(picture.Pix[i:])]++
	}
	half, paper := len(picture.Pix)/8, 0
	for sum := counts[0]; sum <= half && paper < len(counts)-1; sum += counts[paper] {
		paper++
	}
	return darkness{picture, uint32(darkShare * float64(paper))}
}

func brightness(pixel []uint8) uint32 { return uint32(pixel[0]) + uint32(pixel[1]) + uint32(pixel[2]) }

// in counts the dark pixels in a part of the picture.
func (p darkness) in(part image.Rectangle) (dark int) {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for i := p.PixOffset(part.Min.X, y); i < p.PixOffset(part.Max.X, y); i += 4 {
			if brightness(p.Pix[i:]) < p.least {
				dark++
			}
		}
	}
	return dark
}
