package layout

import "gouji/parser/document"

// Some programs draw each cell as a box of its own with space between the
// boxes (cellspacing in HTML). Their lines touch nowhere, so each box would be
// a region of one cell.

// minBoxes is how many separate boxes a page must have before they are taken
// for the cells of a table: fewer are frames and form fields.
const minBoxes = 6

// closeBoxes replaces boxes that stand side by side by boxes that touch: each
// grows by half the usual space between them.
func closeBoxes(regions []Region, t Tolerances) []Region {
	var boxes []document.Box
	var others []Region
	for _, r := range regions {
		if r.single() {
			boxes = append(boxes, r.Box)
		} else {
			others = append(others, r)
		}
	}
	space := spaceBetweenBoxes(boxes, t)
	if len(boxes) < minBoxes || space == 0 {
		return regions
	}
	var horizontal, vertical []Edge
	for _, b := range boxes {
		b = document.Box{X0: b.X0 - space/2, Y0: b.Y0 - space/2, X1: b.X1 + space/2, Y1: b.Y1 + space/2}
		horizontal = append(horizontal, Edge{At: b.Y0, From: b.X0, To: b.X1}, Edge{At: b.Y1, From: b.X0, To: b.X1})
		vertical = append(vertical, Edge{At: b.X0, From: b.Y0, To: b.Y1}, Edge{At: b.X1, From: b.Y0, To: b.Y1})
	}
	closed := Edges{joinEdges(horizontal, t), joinEdges(vertical, t)}
	return append(others, regionsOf(closed, t)...)
}

// single reports whether the region is one closed box.
func (r *Region) single() bool {
	return len(r.Edges.Horizontal) == 2 && len(r.Edges.Vertical) == 2
}

// spaceBetweenBoxes is the usual gap from a box to the next on its right, 0
// when boxes have no neighbours.
func spaceBetweenBoxes(boxes []document.Box, t Tolerances) float64 {
	var gaps []float64
	for _, a := range boxes {
		for _, b := range boxes {
			gap := b.X0 - a.X1
			if gap > 0 && gap <= t.BoxGap && min(a.Y1, b.Y1)-max(a.Y0, b.Y0) > min(a.Height(), b.Height())/2 {
				gaps = append(gaps, gap)
			}
		}
	}
	return median(gaps)
}
