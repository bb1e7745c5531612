package layout

// Browsers break a page between two rows of a table's head, and close at the
// break only the cells that end there. A cell that goes on to the next page stays
// open, and text higher than its upper half hangs out of it, below the rulings:
//
//	|    行政复议     |       行政诉讼       |
//	+--------+--------+----------------------+
//	| 结果维 | 结果纠 |   未经复议直接起诉   |
//	|   持       正   +----------------------+

// coverOverhang lowers the lattice's last cut below the text that hangs out of
// its open cells. Where all are open there was no break, but a table without its
// last ruling: what stands below it is no part of it.
func (l *Lattice) coverOverhang(glyphs []Glyph, edges []Edge, t Tolerances) {
	open := l.openBelow(edges, t)
	last := len(l.Ys) - 1
	if len(open) == 0 {
		return
	}
	bottom := l.Ys[last]
	for _, line := range uprightLines(below(glyphs, bottom), t) {
		if line.Box.Y0-l.Ys[last] > line.Box.Height()/2 || !hangs(line, open, t) {
			return
		}
		l.Ys[last] = line.Box.Y1
	}
}

// openBelow are the cells of the last row, by their range along x, that no edge
// closes below; none when no other cell is closed there.
func (l *Lattice) openBelow(edges []Edge, t Tolerances) []span {
	var open []span
	closed := false
	last := l.Rows() - 1
	for left, right := 0, 1; right <= l.Columns(); right++ {
		if !l.Right[last][right-1] {
			continue
		}
		cell := span{l.Xs[left], l.Xs[right]}
		if covers(edges, l.Ys[last+1], cell.from, cell.to, t) < t.Side {
			open = append(open, cell)
		} else {
			closed = true
		}
		left = right
	}
	if !closed {
		return nil
	}
	return open
}

// hangs reports whether every run of a line's text stands in one of the cells.
func hangs(l Line, cells []span, t Tolerances) bool {
	for _, run := range runs(l, t) {
		held := false
		for _, c := range cells {
			held = held || c.from <= run.from && run.to <= c.to
		}
		if !held {
			return false
		}
	}
	return true
}

// below are the glyphs whose middle lies below y.
func below(glyphs []Glyph, y float64) []Glyph {
	var list []Glyph
	for _, g := range glyphs {
		if _, middle := g.Box.Center(); middle > y {
			list = append(list, g)
		}
	}
	return list
}
