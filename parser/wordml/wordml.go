// Package wordml writes WordprocessingML: what another reader (parser/doc,
// parser/rtf, parser/odt; parser/wordxml uses the Writer alone) found in its file, as
// the XML that package docx reads.
//
//	xml := wordml.Document(blocks)
//
// A table is its rows, and a row says where the edges of its cells stand, as
// old Word files do: from the edges of all rows columns.go makes one grid, and
// write.go spans of it.
package wordml

// Block is a paragraph, or the rows of a table.
type Block struct {
	Paragraph *Paragraph
	Rows      []Row
}

// Paragraph is a paragraph as it stands in the file. List and Level are of its
// automatic number, Outline counts from 0: each Unset when there is none.
type Paragraph struct {
	Style                string // id of its style; empty for none
	List, Level, Outline int
	Runs                 []Run
	Boxes                [][]Block // text boxes that it anchors
	Pictures             []string  // names of the pictures in it, by which docx.Parts has them
	Mark                 Look      // of the character that ends it; its deletion joins two paragraphs
}

// Unset is a number that the file does not give.
const Unset = -1

// Run is text of one look. Line breaks and tabs are characters.
type Run struct {
	Look
	Text []rune
}

// Look is what of a run's look says whether its text counts.
type Look struct {
	Deleted, Inserted, Hidden bool
	Struck, Raised, White     bool
}

// Row is a row of a table; each cell has its blocks.
type Row struct {
	Shape RowShape
	Cells [][]Block
}

// RowShape is what a row says of its cells.
type RowShape struct {
	Edges   []int // from left to right, twentieths of a point; one more than there are cells
	Cells   []CellShape
	Deleted bool // the mark that ends the row is deleted
}

// CellShape is a cell's part in merged groups.
type CellShape struct {
	Down, Across Merge
}

// Merge is a cell's part in a merged group.
type Merge int

// A cell stands for itself, is the first of its group, or is covered.
const (
	Unmerged Merge = iota
	Restart
	Proceed
)
