package html

import (
	"slices"
	"strconv"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gouji/parser/document"
)

// The HTML standard's bounds on spans ("algorithm for processing rows").
const (
	maxColumnSpan = 1000
	maxRowSpan    = 65534
)

// table reads a table of figures as a Table, and descends into one that only
// lays out the page. Its caption is a paragraph before it.
func (w *walker) table(n *dom.Node) {
	w.endParagraph()
	if w.shapes.of(n).isLayout() {
		w.children(n)
		w.endParagraph()
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Caption {
			w.block(c)
		}
	}
	g := grid{table: &document.Table{}, limit: w.limits.Cells - w.cells}
	for _, group := range acrossGroups(rowGroups(n), g.limit) {
		for i, tr := range group {
			if w.err = timeout(w.ctx); w.err != nil {
				return
			}
			w.doc.Pictures += g.row(tr, len(group)-i)
			if g.full() {
				w.err = document.Exceeded(document.Content, "网页里的表格超过 %d 个单元格", w.limits.Cells)
				return
			}
		}
		g.endGroup()
	}
	w.cells += g.table.Rows * len(g.open)
	g.finish()
	if len(g.table.Cells) > 0 {
		w.doc.Blocks = append(w.doc.Blocks, document.Block{Table: g.table})
	}
}

// rowGroups are the rows of a table in the order in which they are shown: the
// head first and the foot last, wherever they stand in the source.
func rowGroups(table *dom.Node) [][]*dom.Node {
	var head, body, foot [][]*dom.Node
	for c := table.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Thead:
			if head == nil {
				head = append(head, rowsOf(c))
				continue
			}
			body = append(body, rowsOf(c))
		case atom.Tfoot:
			if foot == nil {
				foot = append(foot, rowsOf(c))
				continue
			}
			body = append(body, rowsOf(c))
		case atom.Tbody:
			body = append(body, rowsOf(c))
		}
	}
	groups := append(append(head, body...), foot...)
	return withoutSizingRow(groups)
}

// acrossGroups makes one group of all where only row spans that reach out of theirs make
// a rectangle of the rows: LibreOffice saves each row in a tbody of its own, and browsers
// then show 自然人 above the labels.
func acrossGroups(groups [][]*dom.Node, limit int) [][]*dom.Node {
	one := [][]*dom.Node{slices.Concat(groups...)}
	if len(groups) < 2 || isRectangle(groups, limit) || !isRectangle(one, limit) {
		return groups
	}
	return one
}

// isRectangle reports whether the cells of each row cover as many columns as those of
// the first, those from above included, and leave none free.
func isRectangle(groups [][]*dom.Node, limit int) bool {
	g := grid{table: &document.Table{}, limit: limit}
	for _, group := range groups {
		for i, tr := range group {
			columns := len(g.open)
			for column, cells := 0, cellsOf(tr); len(cells) > 0; cells = cells[1:] {
				_, column = g.place(cells[0], column, len(group)-i)
			}
			if slices.Contains(g.open, 0) || g.table.Rows > 0 && len(g.open) != columns || g.full() {
				return false
			}
			g.endRow()
		}
		g.endGroup()
	}
	return true
}

func rowsOf(group *dom.Node) []*dom.Node {
	var rows []*dom.Node
	for c := group.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Tr {
			rows = append(rows, c)
		}
	}
	return rows
}

// withoutSizingRow drops the empty last row of height 0 that Word writes to
// give the columns their widths.
func withoutSizingRow(groups [][]*dom.Node) [][]*dom.Node {
	if len(groups) == 0 {
		return groups
	}
	last := groups[len(groups)-1]
	if len(last) == 0 {
		return groups
	}
	tr := last[len(last)-1]
	if height, ok := attribute(tr, "height"); ok && height == "0" && !hasText(tr) {
		groups[len(groups)-1] = last[:len(last)-1]
	}
	return groups
}

func cellsOf(tr *dom.Node) []*dom.Node {
	var cells []*dom.Node
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, c)
		}
	}
	return cells
}

// grid places cells as the HTML standard says: each at the first position of
// its row that no rowspan from above covers.
type grid struct {
	table *document.Table
	open  []int // by column, the rows, from the current one on, that are covered
	limit int   // of grid positions
}

const overlapDoubt = "这个单元格的跨列与上面单元格的跨行重叠，位置可能不对"

// row places the cells of a row; left counts the rows of its group from this
// one on. It returns the number of pictures in them.
func (g *grid) row(tr *dom.Node, left int) (pictures int) {
	column := 0
	for _, td := range cellsOf(tr) {
		cell, end := g.place(td, column, left)
		reading := readCell(td)
		cell.Text, cell.Raw, cell.Doubt = reading.text, reading.raw, reading.doubt()
		pictures += reading.pictures
		if cell.Column+cell.ColumnSpan < end {
			cell.Doubt = joinDoubts(overlapDoubt, cell.Doubt)
		}
		g.table.Cells = append(g.table.Cells, cell)
		column = end
		if g.full() {
			return pictures
		}
	}
	g.endRow()
	return pictures
}

// place covers the positions of a cell, at the first free one of its row from the column
// on; end is the column behind the span that it asks for.
func (g *grid) place(td *dom.Node, column, left int) (cell document.Cell, end int) {
	for column < len(g.open) && g.open[column] > 0 {
		column++
	}
	wanted := columnSpan(td)
	cell = document.Cell{Row: g.table.Rows, Column: column, RowSpan: rowSpan(td, left), ColumnSpan: g.free(column, wanted)}
	g.cover(cell)
	return cell, column + wanted
}

// free is the part of a column span that is not covered from above.
func (g *grid) free(column, wanted int) int {
	for i := 1; i < wanted && column+i < len(g.open); i++ {
		if g.open[column+i] > 0 {
			return i
		}
	}
	return wanted
}

func (g *grid) cover(c document.Cell) {
	for len(g.open) < c.Column+c.ColumnSpan {
		g.open = append(g.open, 0)
	}
	for i := c.Column; i < c.Column+c.ColumnSpan; i++ {
		g.open[i] = c.RowSpan
	}
}

func (g *grid) endRow() {
	g.table.Rows++
	for i := range g.open {
		g.open[i] = max(g.open[i]-1, 0)
	}
}

// endGroup ends all row spans: none reaches out of its thead, tbody or tfoot.
func (g *grid) endGroup() { clear(g.open) }

// full reports that the table has more positions than allowed.
func (g *grid) full() bool { return (g.table.Rows+1)*len(g.open) > g.limit }

// finish cuts off the columns at the right in which no cell begins: they only
// come from spans that are too large, or are a width that no row divides.
func (g *grid) finish() {
	t := g.table
	for _, c := range t.Cells {
		t.Columns = max(t.Columns, c.Column+1)
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		c.ColumnSpan = min(c.ColumnSpan, t.Columns-c.Column)
	}
}

// columnSpan reads colspan. Zero and garbage mean 1, as in browsers.
func columnSpan(td *dom.Node) int {
	n, ok := span(td, "colspan")
	if !ok || n == 0 {
		return 1
	}
	return min(n, maxColumnSpan)
}

// rowSpan reads rowspan, clipped to the rows left in the group. Zero means all
// of them.
func rowSpan(td *dom.Node, left int) int {
	n, ok := span(td, "rowspan")
	switch {
	case !ok:
		return 1
	case n == 0:
		return left
	}
	return min(n, left, maxRowSpan)
}

// span reads the digits that a span attribute begins with.
func span(td *dom.Node, key string) (n int, ok bool) {
	value := strings.TrimSpace(attributeOr(td, key))
	value = strings.TrimPrefix(value, "+")
	end := 0
	for end < len(value) && value[end] >= '0' && value[end] <= '9' {
		end++
	}
	if end == 0 {
		return 0, false
	}
	n, err := strconv.Atoi(value[:end])
	if err != nil { // too many digits for an int
		return maxRowSpan, true
	}
	return n, true
}
