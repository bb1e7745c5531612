package layout

import (
	"cmp"
	"slices"
)

// dropSlivers takes out the rows that are too low for the smallest print of the
// table and hold none: between the borders that two cells of one row draw at
// different heights. wkhtmltopdf ends a wrapped label 4 pt above its figures.
func (l *Lattice) dropSlivers(glyphs []Glyph) {
	if len(glyphs) == 0 {
		return
	}
	smallest := slices.MinFunc(glyphs, func(a, b Glyph) int { return cmp.Compare(a.Size, b.Size) }).Size
	printed := l.printedRows(glyphs)
	for row := l.Rows() - 1; row > 0; row-- {
		if !printed[row] && l.Ys[row+1]-l.Ys[row] < smallest {
			l.dropRow(row)
		}
	}
}

// printedRows says which rows hold the middle of a glyph.
func (l *Lattice) printedRows(glyphs []Glyph) []bool {
	printed := make([]bool, l.Rows())
	for _, g := range glyphs {
		if row, _, ok := l.at(g.Box.Center()); ok {
			printed[row] = true
		}
	}
	return printed
}

// dropRow gives a row's height to the one above it, which ends where either ended.
func (l *Lattice) dropRow(row int) {
	for column, below := range l.Below[row] {
		l.Below[row-1][column] = l.Below[row-1][column] || below
	}
	l.Ys = slices.Delete(l.Ys, row, row+1)
	l.Right = slices.Delete(l.Right, row, row+1)
	l.Below = slices.Delete(l.Below, row, row+1)
}
