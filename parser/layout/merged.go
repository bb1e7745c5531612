package layout

import (
	"slices"

	"gouji/parser/document"
)

// In an open lattice the sides of cells are read from the breaks in the rulings
// below them. Programs break a ruling at every column, also under a merged
// cell, so some of these sides are not there: text runs across them, or stands
// in the middle of several of them.

// mergeUnderText takes away the sides that text contradicts.
func (l *Lattice) mergeUnderText(glyphs []Glyph, t Tolerances) {
	for _, line := range Lines(glyphs, t) {
		for i, b := range line.Glyphs {
			l.mergeBetween(b.Box.X0+straddle*b.Box.Width(), b.Box.X1-straddle*b.Box.Width(), b.Box)
			if i > 0 && runOn(line.Glyphs[i-1], b, t) {
				a, _ := line.Glyphs[i-1].Box.Center()
				x, _ := b.Box.Center()
				l.mergeBetween(a, x, b.Box)
			}
		}
	}
	l.mergeCentred(glyphs, t)
}

// straddle is the share of a glyph's width that a side must leave free at
// either end: print may touch the border of its cell.
const straddle = 0.2

// runOn reports whether two neighbours belong to one run of text.
func runOn(a, b Glyph, t Tolerances) bool {
	reach := t.Space
	if isDigit(a.Rune) && isDigit(b.Rune) {
		reach = closeDigits
	}
	return b.Box.X0-a.Box.X1 <= reach*min(a.Size, b.Size)
}

// mergeBetween takes away the sides between two places on a line of text.
func (l *Lattice) mergeBetween(from, to float64, line document.Box) {
	_, y := line.Center()
	row, left, ok := l.at(from, y)
	_, right, ok2 := l.at(to, y)
	if !ok || !ok2 {
		return
	}
	top, bottom := l.extent(row, left)
	for c := left; c < right; c++ {
		for r := top; r < bottom; r++ {
			l.Right[r][c] = false
		}
	}
}

// extent is the range of rows that a cell is merged over.
func (l *Lattice) extent(row, column int) (top, bottom int) {
	top, bottom = row, row+1
	for top > 0 && !l.Below[top-1][column] {
		top--
	}
	for bottom < l.Rows() && !l.Below[bottom-1][column] {
		bottom++
	}
	return top, bottom
}

// mergeCentred merges a label with the empty cells beside it when it stands in
// the middle of them together and not in the middle of its own cell.
func (l *Lattice) mergeCentred(glyphs []Glyph, t Tolerances) {
	blocks := l.blocks()
	texts := make([]document.Box, len(blocks))
	labels := make([]bool, len(blocks))
	for i, held := range l.distribute(blocks, glyphs) {
		for _, g := range held {
			texts[i] = texts[i].Union(g.Box)
			labels[i] = labels[i] || g.Rune >= 0x2E80 && !isDigit(g.Rune)
		}
	}
	for i, b := range blocks {
		left, right := emptyAround(blocks, texts, i)
		x, _ := texts[i].Center()
		from, to, ok := l.centredOn(x, b, left, right, t)
		// A figure beside blanks says nothing by itself: its head must be merged.
		if ok && (labels[i] || l.mergedAbove(b.top, from, to)) {
			l.merge(block{top: b.top, bottom: b.bottom, left: from, right: to})
		}
	}
}

// emptyAround is how far empty cells of the same rows reach on both sides.
func emptyAround(blocks []block, texts []document.Box, i int) (left, right int) {
	b := blocks[i]
	left, right = b.left, b.right
	free := func(j int) bool {
		return blocks[j].top == b.top && blocks[j].bottom == b.bottom && texts[j] == document.Box{}
	}
	for j := i - 1; j >= 0 && blocks[j].right == left && free(j); j-- {
		left = blocks[j].left
	}
	for j := i + 1; j < len(blocks) && blocks[j].left == right && free(j); j++ {
		right = blocks[j].right
	}
	return left, right
}

// mergedAbove reports whether the row above has one cell over just these columns.
func (l *Lattice) mergedAbove(row, from, to int) bool {
	if row == 0 || from > 0 && !l.Right[row-1][from-1] || !l.Right[row-1][to-1] {
		return false
	}
	return !slices.Contains(l.Right[row-1][from:to-1], true)
}

// merge takes away the upright sides inside a block.
func (l *Lattice) merge(b block) {
	for row := b.top; row < b.bottom; row++ {
		for c := b.left; c < b.right-1; c++ {
			l.Right[row][c] = false
		}
	}
}

// centredOn finds the narrowest range of columns around the block, within
// [left, right), whose middle is x; false when the block's own middle is.
func (l *Lattice) centredOn(x float64, b block, left, right int, t Tolerances) (from, to int, ok bool) {
	best := 0.0
	for f := left; f <= b.left; f++ {
		for e := b.right; e <= right; e++ {
			width := l.Xs[e] - l.Xs[f]
			if abs(x-(l.Xs[f]+l.Xs[e])/2) <= t.Snap && (!ok || width < best) {
				from, to, best, ok = f, e, width, true
			}
		}
	}
	return from, to, ok
}
