package scan

import (
	"image"
	"slices"
)

const (
	// fusedHeight, times the usual height of a line in the cells of the page: a
	// line that is higher is several whose print overlaps. Digits are a fifth
	// lower than characters.
	fusedHeight = 1.8
	// shortest and tallest, times the usual height: between them lies the pitch
	// of lines that are set without any lead.
	shortest, tallest = 0.8, 1.6
	// sparse, share of the mean row's ink: the row between two lines has less.
	// A large digit has no such row.
	sparse = 0.5
)

// unfused parts the lines of cells that came out as one because their print
// overlaps: three lines of a label were taken for one sign, and that for a digit.
func unfused(lines []textLine) []textLine {
	usual := usualHeight(lines)
	var list []textLine
	for _, l := range lines {
		if l.cell == prose {
			list = append(list, l)
			continue
		}
		list = append(list, l.unfused(usual)...)
	}
	return list
}

// usualHeight is the median of the lines' heights in cells.
func usualHeight(lines []textLine) float64 {
	var heights []int
	for _, l := range lines {
		if l.cell != prose {
			heights = append(heights, l.box.Dy())
		}
	}
	if len(heights) == 0 {
		return 0
	}
	slices.Sort(heights)
	return float64(heights[len(heights)/2])
}

// unfused cuts the first line off where there is least ink, and goes on below.
func (l *textLine) unfused(usual float64) []textLine {
	if float64(l.box.Dy()) <= fusedHeight*usual {
		return []textLine{*l}
	}
	rows, ink := l.profile()
	at := thinnest(rows, int(shortest*usual), min(int(tallest*usual), l.box.Dy()-1))
	if float64(rows[at]*l.box.Dy()) > sparse*float64(ink) {
		return []textLine{*l}
	}
	upper, lower := l.cutAt(l.box.Min.Y + at)
	return append([]textLine{upper}, lower.unfused(usual)...)
}

// profile is how much ink there is in each row, and in all.
func (l *textLine) profile() (rows []int, ink int) {
	rows = make([]int, l.box.Dy()+1)
	for _, m := range l.marks {
		for _, r := range m.runs {
			rows[r.y-l.box.Min.Y] += r.x1 - r.x0
		}
		ink += m.area
	}
	return rows, ink
}

// cutAt parts a line above and below a row.
func (l *textLine) cutAt(y int) (upper, lower textLine) {
	upper, lower = textLine{cell: l.cell, dpi: l.dpi}, textLine{cell: l.cell, dpi: l.dpi}
	for _, m := range l.marks {
		upper.take(m.rows(m.box.Min.Y, y))
		lower.take(m.rows(y, m.box.Max.Y))
	}
	return upper, lower
}

func (l *textLine) take(m component) {
	if m.area > 0 {
		l.marks = append(l.marks, m)
		l.box = l.box.Union(m.box)
	}
}

// rows is the part of a sign from one row up to another.
func (c component) rows(y0, y1 int) component {
	part := component{broken: c.broken}
	for _, r := range c.runs {
		if r.y >= y0 && r.y < y1 {
			part.runs = append(part.runs, r)
			part.area += r.x1 - r.x0
			part.box = part.box.Union(image.Rect(r.x0, r.y, r.x1, r.y+1))
		}
	}
	return part
}
