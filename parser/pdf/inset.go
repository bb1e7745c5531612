package pdf

import (
	"slices"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

const (
	// insetWidth and insetHeight, points: the least of a picture that can hold a
	// table of the form to be read. Table four, the lowest, had 47 points; logos and
	// seals are narrower.
	insetWidth, insetHeight = 200.0, 40.0
	// overprint, glyphs: a picture on which more text stands is its background. A
	// page number or a mark of the program that made the file has fewer.
	overprint = 12
	// sameInset, share of the picture's area: one that lies on another so far is
	// that one again.
	sameInset = 0.5
)

// Insets are the pictures among the text of a page that are large enough to hold a
// table, and hold no text already: a screenshot that was pasted into a report.
func Insets(page layout.Page) []document.Box {
	var list []document.Box
	for _, box := range page.Pictures {
		box = common(box, document.Box{X1: page.Width, Y1: page.Height})
		if box.Width() < insetWidth || box.Height() < insetHeight || len(layout.Inside(page.Glyphs, box)) > overprint {
			continue
		}
		again := func(other document.Box) bool {
			return ink.Overlap(box, other) && area(common(box, other)) > sameInset*area(box)
		}
		if !slices.ContainsFunc(list, again) {
			list = append(list, box)
		}
	}
	return list
}

func common(a, b document.Box) document.Box {
	return document.Box{X0: max(a.X0, b.X0), Y0: max(a.Y0, b.Y0), X1: min(a.X1, b.X1), Y1: min(a.Y1, b.Y1)}
}

func area(b document.Box) float64 { return b.Width() * b.Height() }
