package wordml

import (
	"slices"
	"strings"
)

// deleted reports whether a change that was tracked deleted the row: nothing is left
// in it, and text was deleted in it or its mark was. Word deletes the mark with the
// row; LibreOffice writes that of the row before.
func (r Row) deleted() bool {
	was := r.Shape.Deleted
	for _, cell := range r.Cells {
		left, gone := rest(cell)
		if left {
			return false
		}
		was = was || gone
	}
	return was
}

// rest tells of blocks whether anything in them is left to be seen, and whether text
// in them was deleted.
func rest(blocks []Block) (left, gone bool) {
	add := func(inner []Block) {
		l, g := rest(inner)
		left, gone = left || l, gone || g
	}
	for _, b := range blocks {
		for _, row := range b.Rows {
			add(slices.Concat(row.Cells...))
		}
		if b.Paragraph == nil {
			continue
		}
		left = left || len(b.Paragraph.Pictures) > 0
		add(slices.Concat(b.Paragraph.Boxes...))
		for _, run := range b.Paragraph.Runs {
			gone = gone || run.Deleted
			left = left || !run.Deleted && strings.TrimSpace(string(run.Text)) != ""
		}
	}
	return left, gone
}
