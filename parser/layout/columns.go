package layout

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"gouji/parser/document"
)

// span is a range along x.
type span struct{ from, to float64 }

func (s span) touches(o span) bool { return s.from < o.to && o.from < s.to }

// runs are the parts of a line that wide gaps separate.
func runs(l Line, t Tolerances) []span {
	var list []span
	for _, g := range l.Glyphs {
		n := len(list)
		if n > 0 && g.Box.X0-list[n-1].to <= t.ColumnGap*g.Size {
			list[n-1].to = max(list[n-1].to, g.Box.X1)
			continue
		}
		list = append(list, span{g.Box.X0, g.Box.X1})
	}
	return list
}

// splitByText adds the columns that nothing draws: where cells of one range of
// columns hold several runs of text side by side, row after row, the gaps
// between the runs are sides too. A run that lies across a gap, such as a
// merged head, keeps its cell whole there.
func (l *Lattice) splitByText(glyphs []Glyph, t Tolerances) {
	byRange := map[[2]int][]crowd{}
	blocks := l.blocks()
	for i, held := range l.distribute(blocks, glyphs) {
		c := crowd{block: blocks[i]}
		for _, line := range Lines(held, t) {
			found := runs(line, t)
			c.runs = append(c.runs, found...)
			c.crowded = c.crowded || len(found) > 1
			c.figures = c.figures || figureRow(line, t)
			c.spread = c.spread || spread(line, t)
		}
		key := [2]int{blocks[i].left, blocks[i].right}
		byRange[key] = append(byRange[key], c)
	}
	keys := make([][2]int, 0, len(byRange))
	for key := range byRange {
		keys = append(keys, key)
	}
	// From the right, so that the columns still to be split keep their numbers.
	slices.SortFunc(keys, func(a, b [2]int) int { return cmp.Or(cmp.Compare(b[0], a[0]), cmp.Compare(b[1], a[1])) })
	for _, key := range keys {
		if crowds := byRange[key]; key[1]-key[0] == 1 && manyCrowded(crowds) && (l.Columns() == 1 || !anySpread(crowds)) {
			l.split(key[0], crowds)
		}
	}
}

// crowd is a block with the runs of text in it.
type crowd struct {
	block   block
	runs    []span
	crowded bool // some line of it has more than one run
	figures bool // some line of it has a figure beside other text
	spread  bool // some line of it is a word in letters far apart
}

// spread reports whether a line is one word whose letters are justified over the
// width of its cell: 自 然 人, 本 年 增 / 减. Digits below it are justified likewise.
func spread(l Line, t Tolerances) bool {
	letters := 0
	for _, text := range runTexts(l, t) {
		r, size := utf8.DecodeRuneInString(text)
		if size < len(text) || isDigit(r) {
			return false
		}
		if unicode.Is(unicode.Han, r) {
			letters++
		}
	}
	return letters > 1
}

func anySpread(crowds []crowd) bool {
	return slices.ContainsFunc(crowds, func(c crowd) bool { return c.spread })
}

// maxColumns is the most columns that text alone can make; the widest table
// met has 16.
const maxColumns = 200

// minCrowded is how many cells of a range must hold several runs before they
// are taken for undrawn columns: fewer may be spaced letters or a list.
const minCrowded = 3

// manyCrowded reports whether the cells hold columns. Without a figure beside
// other text in any of them they hold labels in spaced letters: 信息 内容.
func manyCrowded(crowds []crowd) bool {
	n, figures := 0, false
	for _, c := range crowds {
		if c.crowded {
			n++
		}
		figures = figures || c.figures
	}
	return n >= minCrowded && figures
}

// split cuts one column at the gaps between the runs of its crowded cells.
func (l *Lattice) split(column int, crowds []crowd) {
	var all []span
	for _, c := range crowds {
		if c.crowded {
			all = append(all, c.runs...)
		}
	}
	found := gaps(all)
	if l.Rows()*(l.Columns()+len(found)) > maxCells {
		return
	}
	for _, gap := range slices.Backward(found) {
		l.insert(column, (gap.from+gap.to)/2, func(row int) bool {
			for _, c := range crowds {
				if c.block.top <= row && row < c.block.bottom {
					return !slices.ContainsFunc(c.runs, gap.touches)
				}
			}
			return false
		})
	}
}

// gaps are the free strips between the columns that runs stand in.
func gaps(runs []span) []span { return between(columnsOf(runs)) }

// columnsOf finds the columns that runs stand in, from the left. Narrow runs
// make the columns; a wide one that lies over several is a merged cell's, and
// only reaches into the strips beside them. More than maxColumns are no columns
// but a scatter of text.
func columnsOf(runs []span) []span {
	narrowFirst(runs)
	var columns []span
	for _, run := range runs {
		if reach(columns, run) {
			continue
		}
		if columns = append(columns, run); len(columns) > maxColumns {
			return nil
		}
	}
	slices.SortFunc(columns, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	return columns
}

func narrowFirst(runs []span) {
	slices.SortFunc(runs, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.to-a.from, b.to-b.from), cmp.Compare(a.from, b.from))
	})
}

// reach widens the outermost of the columns that the run touches to its ends;
// false when it touches none.
func reach(columns []span, run span) bool {
	var first, last *span
	for i := range columns {
		c := &columns[i]
		if !c.touches(run) {
			continue
		}
		if first == nil || c.from < first.from {
			first = c
		}
		if last == nil || c.to > last.to {
			last = c
		}
	}
	if first == nil {
		return false
	}
	first.from, last.to = min(first.from, run.from), max(last.to, run.to)
	return true
}

// between gives the free strips between columns.
func between(columns []span) []span {
	var free []span
	for i := 1; i < len(columns); i++ {
		free = append(free, span{columns[i-1].to, columns[i].from})
	}
	return free
}

// insert cuts a column in two at x, with a side between them where has says so.
func (l *Lattice) insert(column int, x float64, has func(row int) bool) {
	l.Xs = slices.Insert(l.Xs, column+1, x)
	for row := range l.Right {
		l.Right[row] = slices.Insert(l.Right[row], column, has(row))
		l.Below[row] = slices.Insert(l.Below[row], column, l.Below[row][column])
	}
}

// Inside are the glyphs whose middle lies in the box.
func Inside(glyphs []Glyph, b document.Box) []Glyph {
	var list []Glyph
	for _, g := range glyphs {
		if b.Contains(g.Box.Center()) {
			list = append(list, g)
		}
	}
	return list
}
