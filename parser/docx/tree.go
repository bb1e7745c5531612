package docx

import "strings"

// node is a paragraph or a table as the file has it.
type node struct {
	paragraph *paragraph
	table     *table
}

// paragraph is a w:p. Its number is not known yet: numbers are counted in
// reading order, and which paragraphs are read is known only with the whole.
type paragraph struct {
	text    []string
	style   string // id of its style, empty for the default
	number  numberRef
	outline int    // w:outlineLvl from 0; unset when the paragraph has none
	joined  bool   // its mark is deleted: it and the next are one paragraph
	boxes   []node // text boxes that are anchored in it
	// pictures are the relationships' ids of the pictures in it.
	pictures []string
	// embedded is the relationship's id of the file that stands in the place of the
	// paragraph, w:altChunk; empty for a paragraph that is one.
	embedded string
	control  int    // the number of the content control that its last digits stand in; 0 for none
	doubt    string // why digits in it may be none of the figure; empty when there are none
}

func newParagraph() *paragraph {
	return &paragraph{number: numberRef{unset, unset}, outline: unset}
}

// numberRef says of which list and level a paragraph is.
type numberRef struct{ list, level int }

// unset is the value of properties that a paragraph or style does not have:
// their 0 has a meaning of its own.
const unset = -1

func (p *paragraph) add(text string) {
	if text != "" {
		p.text = append(p.text, text)
	}
}

func (p *paragraph) plain() string { return strings.Join(p.text, "") }

// table is a w:tbl.
type table struct {
	grid []int // widths of w:gridCol, twentieths of a point; often wrong
	rows []row
	// inner is the number of cells of the largest real table in its cells.
	inner int
}

// row is a w:tr that is shown.
type row struct {
	before, after           int // grid columns left out at its ends
	beforeWidth, afterWidth int
	cells                   []cell
}

// cell is a w:tc.
type cell struct {
	span     int // grid columns, from 1
	width    int // w:tcW; unset when it is automatic
	unit     string
	vertical merge
	sideways merge
	deleted  bool
	content  []node
}

// merge is a cell's part in a merged group, vertically or (w:hMerge, long out
// of use) sideways.
type merge int

const (
	unmerged merge = iota
	restart
	proceed
)

func (t *table) size() (cells int) {
	for _, row := range t.rows {
		cells += len(row.cells)
	}
	return cells
}

// real reports whether the table is more than a frame or a list: it has two
// rows and two columns at least.
func (t *table) real() bool {
	wide := false
	for _, row := range t.rows {
		wide = wide || len(row.cells) > 1
	}
	return wide && len(t.rows) > 1
}

// weight is the number of cells of the largest real table in it or that it is.
func (t *table) weight() int {
	if t.real() {
		return max(t.size(), t.inner)
	}
	return t.inner
}

// layout reports whether the table only places others on the page: one of
// them has more cells than itself.
func (t *table) layout() bool { return t.inner > t.size() }

// frames reports whether the table is a frame around pictures: it holds some, and no
// text. Offices put the scanned pages of a report into one.
func (t *table) frames() bool {
	whole := []node{{table: t}}
	return !shown(whole) && len(picturesIn(whole)) > 0
}

// picturesIn are the pictures in the blocks.
func picturesIn(list []node) []string {
	var found []string
	for _, n := range list {
		if n.paragraph != nil {
			found = append(append(found, n.paragraph.pictures...), picturesIn(n.paragraph.boxes)...)
			continue
		}
		for _, row := range n.table.rows {
			for _, cell := range row.cells {
				found = append(found, picturesIn(cell.content)...)
			}
		}
	}
	return found
}

// shown reports whether there is text in the blocks.
func shown(list []node) bool {
	for _, n := range list {
		if n.table != nil {
			for _, row := range n.table.rows {
				for _, cell := range row.cells {
					if shown(cell.content) {
						return true
					}
				}
			}
			continue
		}
		if strings.TrimSpace(n.paragraph.plain()) != "" || shown(n.paragraph.boxes) {
			return true
		}
	}
	return false
}
