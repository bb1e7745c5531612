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
			l.mergeBetween(b.Box.X0+t.Straddle*b.Box.Width(), b.Box.X1-t.Straddle*b.Box.Width(), b.Box)
			if i > 0 && runOn(line.Glyphs[i-1], b, t) {
				a, _ := line.Glyphs[i-1].Box.Center()
				x, _ := b.Box.Center()
				l.mergeBetween(a, x, b.Box)
			}
		}
	}
	l.mergeCentred(glyphs, t)
}

// runOn reports whether two neighbours belong to one run of text.
func runOn(a, b Glyph, t Tolerances) bool {
	reach := t.CloseText
	if isDigit(a.Rune) && isDigit(b.Rune) {
		reach = t.CloseDigits
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
	l.merge(block{top: top, bottom: bottom, left: left, right: right + 1})
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

// print is what stands in the blocks of a lattice.
type print struct {
	blocks []block
	texts  []document.Box // around each block's text; zero when it is empty
	labels []bool         // whether the text has an ideograph
	owner  [][]int        // by row and column: the block there
}

func (l *Lattice) print(glyphs []Glyph) print {
	blocks := l.blocks()
	p := print{blocks, make([]document.Box, len(blocks)), make([]bool, len(blocks)), l.owners(blocks)}
	for i, held := range l.distribute(blocks, glyphs) {
		for _, g := range held {
			p.texts[i] = p.texts[i].Union(g.Box)
			p.labels[i] = p.labels[i] || g.Rune >= 0x2E80 && !isDigit(g.Rune)
		}
	}
	return p
}

// mergeCentred merges text with the empty cells beside it when it stands in the
// middle of them together: a label always, above other labels with as many as
// there are; a figure, which says nothing by itself, where its head is merged.
func (l *Lattice) mergeCentred(glyphs []Glyph, t Tolerances) {
	p := l.print(glyphs)
	for i, b := range p.blocks {
		left, right := p.emptyAround(i)
		x, _ := p.texts[i].Center()
		head := p.labels[i] && p.headOver(b.bottom, left, right)
		from, to, ok := l.centredOn(x, b, block{left: left, right: right}, head, t)
		if ok && (p.labels[i] || l.mergedAbove(b.top, from, to)) {
			l.merge(block{top: b.top, bottom: b.bottom, left: from, right: to})
		}
	}
}

// headOver reports whether the first text in each column below is a label.
func (p *print) headOver(row, left, right int) bool {
	for c := left; c < right; c++ {
		r := row
		for r < len(p.owner) && p.texts[p.owner[r][c]] == (document.Box{}) {
			r++
		}
		if r == len(p.owner) || !p.labels[p.owner[r][c]] {
			return false
		}
	}
	return true
}

// emptyAround is how far empty cells of the same rows reach on both sides.
func (p *print) emptyAround(i int) (left, right int) {
	b := p.blocks[i]
	left, right = b.left, b.right
	free := func(j int) bool {
		return p.blocks[j].top == b.top && p.blocks[j].bottom == b.bottom && p.texts[j] == document.Box{}
	}
	for j := i - 1; j >= 0 && p.blocks[j].right == left && free(j); j-- {
		left = p.blocks[j].left
	}
	for j := i + 1; j < len(p.blocks) && p.blocks[j].left == right && free(j); j++ {
		right = p.blocks[j].right
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

// merge takes away the upright sides inside a block, but for those at which a
// line below one of its rows ends.
func (l *Lattice) merge(b block) {
	for c := b.left; c < b.right-1; c++ {
		if l.endsIn(b, c) {
			continue
		}
		for row := b.top; row < b.bottom; row++ {
			l.Right[row][c] = false
		}
	}
}

func (l *Lattice) endsIn(b block, column int) bool {
	for row := b.top; row < b.bottom; row++ {
		if l.ends[[2]int{row, column}] {
			return true
		}
	}
	return false
}

// centredOn finds the narrowest range of columns around the block, or the
// widest, within the reach, whose middle is x.
func (l *Lattice) centredOn(x float64, b, reach block, widest bool, t Tolerances) (from, to int, ok bool) {
	best := 0.0
	for f := reach.left; f <= b.left; f++ {
		for e := b.right; e <= reach.right; e++ {
			width := l.Xs[e] - l.Xs[f]
			left, right := l.strip(f), l.strip(e)
			middle := span{(left.from+right.from)/2 - t.Snap, (left.to+right.to)/2 + t.Snap}
			if middle.from <= x && x <= middle.to && (!ok || width < best != widest) {
				from, to, best, ok = f, e, width, true
			}
		}
	}
	return from, to, ok
}
