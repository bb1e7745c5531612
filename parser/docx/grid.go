package docx

import "slices"

// slot is where a cell of the tree stands: grid columns [from, to).
type slot struct {
	from, to int
	doubt    string
}

const shortRow = "这一行的格数与表格其他行不同，各格的宽度也说明不了，不能确定这一格在哪一列"

// slots gives every cell its columns, row by row, and how many there are.
//
// The spans count as long as all rows agree on the sum, whatever w:tblGrid
// says: LibreOffice writes spans of 3 over a grid of four columns when it
// comes from HTML. Where rows disagree, the widths of the cells tell, as they
// do on the page; else the cells stand from the left, and are doubtful where
// the row is shorter than most.
func slots(t *table) ([][]slot, int) {
	placed := bySpans(t)
	if !rectangular(t, placed) {
		if edges, ok := byWidths(t, placed); ok {
			placed = edges
		} else {
			doubtOddRows(t, placed)
		}
	}
	return squeeze(placed)
}

func bySpans(t *table) [][]slot {
	placed := make([][]slot, len(t.rows))
	for r, row := range t.rows {
		at := row.before
		for _, cell := range row.cells {
			placed[r] = append(placed[r], slot{from: at, to: at + cell.span})
			at += cell.span
		}
	}
	return placed
}

// rowEnd is the grid column at which a row that has cells ends, columns left
// out included.
func rowEnd(row row, placed []slot) int {
	return placed[len(placed)-1].to + row.after
}

// rectangular reports whether all rows end at one column; a row without cells
// ends nowhere.
func rectangular(t *table, placed [][]slot) bool {
	common := unset
	for r := range placed {
		if len(placed[r]) == 0 {
			continue
		}
		end := rowEnd(t.rows[r], placed[r])
		if common != unset && end != common {
			return false
		}
		common = end
	}
	return true
}

// byWidths takes the edges of the cells for the columns. It is of use only
// when every cell has a width, in one unit, and the rows fit each other: all
// are equally wide, or they have no more edges together than the row with
// most columns.
func byWidths(t *table, spans [][]slot) ([][]slot, bool) {
	placed := make([][]slot, len(t.rows))
	unit := t.unit()
	var edges, ends []int
	for r, row := range t.rows {
		if len(row.cells) == 0 {
			continue
		}
		at, ok := row.skipped(t.grid)
		for _, cell := range row.cells {
			ok = ok && cell.width > 0 && cell.unit == unit
			placed[r] = append(placed[r], slot{from: at, to: at + cell.width})
			edges = append(edges, at, at+cell.width)
			at += cell.width
		}
		if !ok {
			return nil, false
		}
		ends = append(ends, at+row.afterWidth)
	}
	near := tolerance(slices.Max(ends))
	columns, ok := snap(placed, edges, near)
	equal := slices.Max(ends)-slices.Min(ends) <= near
	return placed, ok && (equal || columns <= widest(spans))
}

// tolerance is how far apart two edges may be that are one: programs round
// widths, to some 3 points on a page.
func tolerance(width int) int { return width / 150 }

// widest is the number of columns of the row with most.
func widest(spans [][]slot) (columns int) {
	for _, row := range spans {
		if len(row) > 0 {
			columns = max(columns, row[len(row)-1].to)
		}
	}
	return columns
}

// skipped is the width of the columns left out before the row.
func (r *row) skipped(grid []int) (int, bool) {
	switch {
	case r.before == 0, r.beforeWidth > 0:
		return r.beforeWidth, true
	case r.before > len(grid):
		return 0, false
	}
	width := 0
	for _, column := range grid[:r.before] {
		width += column
	}
	return width, true
}

// unit is that of the first cell's width.
func (t *table) unit() string {
	for _, row := range t.rows {
		for _, cell := range row.cells {
			return cell.unit
		}
	}
	return ""
}

// snap turns edges in units of width to columns, and says how many there are:
// edges that are close are one. It fails on a cell so narrow that its own two
// edges are one.
func snap(placed [][]slot, edges []int, near int) (columns int, ok bool) {
	slices.Sort(edges)
	column := map[int]int{}
	for i, edge := range edges {
		if i > 0 && edge-edges[i-1] > near {
			columns++
		}
		column[edge] = columns
	}
	for _, row := range placed {
		for i := range row {
			row[i].from, row[i].to = column[row[i].from], column[row[i].to]
			if row[i].from == row[i].to {
				return columns, false
			}
		}
	}
	return columns, true
}

// doubtOddRows marks the cells of rows that end elsewhere than most. A row of
// one cell is a title: it stands where it stands.
func doubtOddRows(t *table, placed [][]slot) {
	votes := map[int]int{}
	common := 0
	for r := range placed {
		if len(placed[r]) == 0 {
			continue
		}
		end := rowEnd(t.rows[r], placed[r])
		votes[end]++
		if votes[end] > votes[common] || votes[end] == votes[common] && end > common {
			common = end
		}
	}
	for r := range placed {
		if len(placed[r]) < 2 || rowEnd(t.rows[r], placed[r]) == common {
			continue
		}
		for i := range placed[r] {
			placed[r][i].doubt = shortRow
		}
	}
}

// squeeze drops the columns in which no cell begins: nobody sees them, and
// spans of 3 throughout make three of each.
func squeeze(placed [][]slot) ([][]slot, int) {
	var starts []int
	for _, row := range placed {
		for _, s := range row {
			starts = append(starts, s.from)
		}
	}
	slices.Sort(starts)
	starts = slices.Compact(starts)
	for _, row := range placed {
		for i := range row {
			row[i].from, _ = slices.BinarySearch(starts, row[i].from)
			row[i].to, _ = slices.BinarySearch(starts, row[i].to)
		}
	}
	return placed, len(starts)
}
