package wordml

// Marked is a paragraph of a file that writes its tables as marks in the text:
// how deep it stands in tables, and whether it ends a cell or a row there. One
// that ends a row is the row's mark and has no text.
type Marked struct {
	*Paragraph
	Depth           int
	CellEnd, RowEnd bool
	Row             RowShape // of the row that it ends
}

// maxDepth is how deep tables may stand in each other; reports know two.
const maxDepth = 20

// Nest makes blocks of the paragraphs of a story.
func Nest(list []Marked) []Block { return nest(list, 0) }

// nest makes blocks of paragraphs: those that stand deeper than depth are
// tables, each from the first such paragraph to the last before one that does not.
func nest(list []Marked, depth int) []Block {
	var blocks []Block
	for i := 0; i < len(list); {
		if list[i].Depth <= depth || depth == maxDepth {
			blocks = append(blocks, Block{Paragraph: list[i].Paragraph})
			i++
			continue
		}
		end := i
		for end < len(list) && list[end].Depth > depth {
			end++
		}
		blocks = append(blocks, Block{Rows: rowsOf(list[i:end], depth+1)})
		i = end
	}
	return blocks
}

func rowsOf(list []Marked, depth int) []Row {
	var rows []Row
	var open Row
	start := 0
	for i, p := range list {
		switch {
		case p.Depth != depth:
		case p.RowEnd:
			open.Shape = p.Row
			rows = append(rows, open)
			open, start = Row{}, i+1
		case p.CellEnd:
			open.Cells = append(open.Cells, nest(list[start:i+1], depth))
			start = i + 1
		}
	}
	if start < len(list) {
		open.Cells = append(open.Cells, nest(list[start:], depth))
	}
	if len(open.Cells) > 0 {
		rows = append(rows, open)
	}
	return rows
}
