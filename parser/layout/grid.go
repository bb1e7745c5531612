package layout

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"gouji/parser/document"
)

// Grid is a table of one page: its lattice, and its cells filled with text.
type Grid struct {
	Region  Region  `json:"region"`
	Lattice Lattice `json:"lattice"`
	Cells   []Cell  `json:"cells"` // by row, then by column
}

// Cell is a cell of a Grid, in elementary rows and columns of its lattice.
type Cell struct {
	Row        int          `json:"row"`
	Column     int          `json:"column"`
	RowSpan    int          `json:"row_span"`
	ColumnSpan int          `json:"column_span"`
	Box        document.Box `json:"box"`
	Text       string       `json:"text"`
	Raw        string       `json:"raw,omitempty"`
	Doubt      string       `json:"doubt,omitempty"`
	Confidence float64      `json:"confidence,omitempty"` // least of the recognised glyphs'

	glyphs []Glyph
}

// The limits beyond which lines on a page are a drawing and no table: the
// largest table met has 29 rows and 16 columns.
const (
	maxEdges = 3000  // in one direction on one page
	maxCells = 20000 // elementary cells of one region
)

// ruledGrids finds the tables that edges enclose and fills their cells. Glyphs
// that stand in no table are returned too.
func ruledGrids(ctx context.Context, glyphs []Glyph, edges Edges, t Tolerances) (grids []Grid, rest []Glyph) {
	if len(edges.Horizontal) > maxEdges || len(edges.Vertical) > maxEdges {
		return nil, glyphs
	}
	rest = glyphs
	for _, r := range tableRegions(glyphs, edges, t) {
		if ctx.Err() != nil {
			break
		}
		grid, ok := newGrid(r, rest, t)
		if !ok {
			continue
		}
		grids = append(grids, grid)
		rest = outside(rest, grid.Region.Box)
	}
	return grids, rest
}

// outside are the glyphs whose middle lies outside the box.
func outside(glyphs []Glyph, b document.Box) []Glyph {
	return slices.DeleteFunc(slices.Clone(glyphs), func(g Glyph) bool { return b.Contains(g.Box.Center()) })
}

// tableRegions are the regions that may be tables, the smallest first: a frame
// around the page must not swallow the tables inside it.
func tableRegions(glyphs []Glyph, edges Edges, t Tolerances) []Region {
	var regions []Region
	var lines []Line // needed for open regions only
	for _, r := range Regions(edges, t) {
		if len(r.Edges.Vertical) > 0 {
			regions = append(regions, r)
			continue
		}
		if lines == nil {
			lines = Lines(glyphs, t)
		}
		for _, part := range partByHeadings(r, lines, t) {
			regions = append(regions, coverLastRow(coverFirstRow(part, lines, t), lines, t))
		}
	}
	slices.SortStableFunc(regions, func(a, b Region) int {
		return cmp.Compare(a.Box.Width()*a.Box.Height(), b.Box.Width()*b.Box.Height())
	})
	return regions
}

// newGrid reports false for lines that enclose no table: an underline, a frame.
func newGrid(r Region, glyphs []Glyph, t Tolerances) (Grid, bool) {
	open := len(r.Edges.Vertical) == 0
	l := latticeOf(r, t)
	if l.tooFine() {
		return Grid{}, false
	}
	if open {
		glyphs = Inside(glyphs, r.Box)
		l.mergeUnderText(glyphs, t)
	} else {
		l.coverOverhang(glyphs, r.Edges.Horizontal, t)
		r.Box.Y1 = l.Ys[l.Rows()]
		glyphs = Inside(glyphs, r.Box)
		l.dropSlivers(glyphs)
	}
	l.splitByText(glyphs, t)
	guessed := open && l.crowded(glyphs, t)
	if guessed {
		l = newBandLattice(r, glyphs, t)
	}
	if l.tooFine() || guessed && l.stacked(glyphs, t) || !l.encloses(glyphs, t) {
		return Grid{}, false
	}
	grid := Grid{Region: r, Lattice: l}
	grid.fill(glyphs, t)
	if guessed {
		grid.doubtAll(l.Guessed)
	}
	return grid, true
}

func latticeOf(r Region, t Tolerances) Lattice {
	if len(r.Edges.Vertical) == 0 {
		return newOpenLattice(r, t)
	}
	return NewLattice(r, t)
}

// encloses reports whether the lattice is a table's. One row is enough where
// sides part it into several cells, since the last row of a table may stand alone
// on the next page; but not to hold a table's figures all at once.
func (l *Lattice) encloses(glyphs []Glyph, t Tolerances) bool {
	if l.Rows() == 1 && l.Columns() > 1 {
		return slices.Contains(l.Right[0][:l.Columns()-1], true) && figureRows(glyphs, t) < minFigureRows
	}
	return l.Rows() > 1 && l.Columns() > 1
}

// fill puts every glyph into the one cell that holds its middle.
func (g *Grid) fill(glyphs []Glyph, t Tolerances) {
	l := &g.Lattice
	blocks := l.blocks()
	for i, held := range l.distribute(blocks, glyphs) {
		b := blocks[i]
		g.Cells = append(g.Cells, Cell{
			Row: b.top, Column: b.left, RowSpan: b.bottom - b.top, ColumnSpan: b.right - b.left,
			Box: l.box(b), Doubt: b.doubt, glyphs: held,
		})
	}
	inset := g.inset()
	for i := range g.Cells {
		g.Cells[i].write(inset, t)
	}
	g.doubtSplitNumbers(t)
}

// doubtAll marks every cell that has no doubt of its own.
func (g *Grid) doubtAll(reason string) {
	for i := range g.Cells {
		g.Cells[i].Doubt = cmp.Or(g.Cells[i].Doubt, reason)
	}
}

// inset is the distance that the table keeps between print and sides, its
// cells' padding, in points: that of the fuller cells, since the emptier ones
// say nothing and print may touch a side here and there.
func (g *Grid) inset() float64 {
	var free []float64
	for _, c := range g.Cells {
		if len(c.glyphs) == 0 {
			continue
		}
		print := document.Box{}
		for _, glyph := range c.glyphs {
			print = print.Union(glyph.Box)
		}
		free = append(free, max(0, min(print.X0-c.Box.X0, c.Box.X1-print.X1)))
	}
	return lowQuartile(free)
}

// write sets the cell's text from its glyphs.
func (c *Cell) write(inset float64, t Tolerances) {
	c.Text, c.Raw = joinLines(c.unwrap(Lines(c.glyphs, t), inset))
	for _, glyph := range c.glyphs {
		if glyph.Doubt != "" && c.Doubt == "" {
			c.Doubt = glyph.Doubt
		}
		if glyph.Confidence > 0 && (c.Confidence == 0 || glyph.Confidence < c.Confidence) {
			c.Confidence = glyph.Confidence
		}
	}
	if c.Doubt == "" && unevenDigits(c.glyphs) {
		c.Doubt = "格里的数字大小不一，小的可能是上标或注码"
	}
}

// raisedSize is the share of the size of the figure's own digits below which a
// digit is set as a mark beside it: word processors raise at 0.58 to 0.7.
const raisedSize = 0.8

// unevenDigits reports whether digits of a figure are much smaller than others:
// 12 with the mark of note 1 reads as 121.
func unevenDigits(glyphs []Glyph) bool {
	smallest, largest := 0.0, 0.0
	for _, g := range glyphs {
		switch {
		case !isDigit(g.Rune):
		case largest == 0:
			smallest, largest = g.Size, g.Size
		default:
			smallest, largest = min(smallest, g.Size), max(largest, g.Size)
		}
	}
	return smallest < raisedSize*largest
}

// unwrap joins the lines of a number that is wider than its cell: 262,07 over
// 1. A line that had room for the next digit was not wrapped, and stays.
func (c *Cell) unwrap(lines []Line, inset float64) []Line {
	for _, l := range lines {
		if !numeric(l.Text) {
			return lines
		}
	}
	var joined []Line
	for _, l := range lines {
		n := len(joined)
		if n == 0 || !full(joined[n-1], l, c.Box.Width()-2*inset) {
			joined = append(joined, l)
			continue
		}
		above := &joined[n-1]
		above.Text += l.Text
		above.Raw = ""
		above.Glyphs = append(slices.Clone(above.Glyphs), l.Glyphs...)
		above.Box = l.Box // the last line decides whether a third one goes on
	}
	return joined
}

// full reports whether a line had no room for the first glyph of the next.
func full(line, next Line, room float64) bool {
	return line.Box.Width()+next.Glyphs[0].Box.Width() > room
}

func numeric(s string) bool {
	return strings.Trim(s, "0123456789０１２３４５６７８９,，.") == ""
}

// doubtSplitNumbers marks the cells between which a side runs through what
// looks like one number: digits that stand closer than two cells' would.
func (g *Grid) doubtSplitNumbers(t Tolerances) {
	var digits []Glyph
	holder := map[document.Box]int{}
	for i, c := range g.Cells {
		for _, glyph := range c.glyphs {
			if isDigit(glyph.Rune) {
				digits = append(digits, glyph)
				holder[glyph.Box] = i
			}
		}
	}
	for _, row := range rowsOfGlyphs(digits, t) {
		slices.SortStableFunc(row, func(a, b Glyph) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
		for i := 1; i < len(row); i++ {
			a, b := row[i-1], row[i]
			left, right := holder[a.Box], holder[b.Box]
			if left != right && b.Box.X0-a.Box.X1 < t.CloseDigits*min(a.Size, b.Size) {
				g.Cells[left].Doubt = "数字紧贴或跨越表格线，可能与相邻单元格的数字相连"
				g.Cells[right].Doubt = g.Cells[left].Doubt
			}
		}
	}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }
