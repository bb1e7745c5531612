package document

// Table is a grid of Rows × Columns positions, covered by cells.
//
// A cell stands once, at its top left position; its spans say what it covers.
// Positions that no cell covers exist in ragged tables and are legal.
// A table that a page break cut is one Table; Parts has a place for each piece.
type Table struct {
	Rows    int     `json:"rows"`
	Columns int     `json:"columns"`
	Cells   []Cell  `json:"cells"` // by row, then by column
	Where   Place   `json:"where"` // the first part's place
	Parts   []Place `json:"parts,omitempty"`
	// Breaks are the rows, from 0, that a page break stands above: the row
	// there may be the rest of the row before it, cut in two.
	Breaks []int `json:"breaks,omitempty"`
	// Doubt says why the whole grid had to be guessed (no rulings, say); empty
	// when the file itself draws or declares it.
	Doubt string `json:"doubt,omitempty"`
	// Inferred says why what its labels say had to be told by the table's shape and
	// their order; empty when most of them could be read.
	Inferred string `json:"inferred,omitempty"`
}

// Cell is one cell, merged or not.
type Cell struct {
	Row        int `json:"row"`    // from 0
	Column     int `json:"column"` // from 0
	RowSpan    int `json:"row_span,omitempty"`
	ColumnSpan int `json:"column_span,omitempty"`

	// Text is what a person reads in the cell, lines joined by "\n"; a line
	// break that the layout made and one that the author made look the same.
	Text string `json:"text"`
	// Raw is the text exactly as the file has it; empty when equal to Text.
	Raw   string `json:"raw,omitempty"`
	Where Place  `json:"where"`
	// Doubt says why the reader is not sure that this text, and no other,
	// stands in this cell; empty when it is sure.
	Doubt string `json:"doubt,omitempty"`
	// Confidence, 0 to 1, is a recogniser's in the least sure of the cell's
	// characters; 0 where nothing was recognised.
	Confidence float64 `json:"confidence,omitempty"`
}

// Printed is the cell's text exactly as the file has it.
func (c *Cell) Printed() string {
	if c.Raw != "" {
		return c.Raw
	}
	return c.Text
}

// Grid gives for every position of the table the index in Cells of the cell
// that covers it, or -1. Where two cells claim a position the first one has it.
func (t *Table) Grid() [][]int {
	grid := make([][]int, t.Rows)
	for r := range grid {
		grid[r] = make([]int, t.Columns)
		for c := range grid[r] {
			grid[r][c] = -1
		}
	}
	for i, cell := range t.Cells {
		for r := cell.Row; r < min(cell.Row+max(cell.RowSpan, 1), t.Rows); r++ {
			for c := cell.Column; c < min(cell.Column+max(cell.ColumnSpan, 1), t.Columns); c++ {
				if grid[r][c] < 0 {
					grid[r][c] = i
				}
			}
		}
	}
	return grid
}
