package html

import (
	"unicode"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shape is what tells a table of figures from one that lays out the page.
type shape struct {
	rows   int // rows with cells
	widest int // cells in the row that has most
	plain  int // rows of two or more short cells
	nested int // rows of the tables inside it, at any depth, wrappers left out

	runes    int  // characters of all cells
	longest  int  // characters of the longest cell
	headings bool // a cell holds <h1>…<h6> with text
	blocks   int  // paragraphs in the cell that has most
}

// Bounds of a cell of figures, in characters and paragraphs. The longest
// official label, 申请人逾期未按收费通知要求缴纳费用…, has 41 characters.
const (
	shortCell  = 80
	proseCell  = 300
	manyBlocks = 4
)

// isLayout reports that the table's cells are places on the page: it has one
// column, or one row of two (a signature pushed to the right), or holds tables
// or prose and no rows of figures to speak of.
func (s shape) isLayout() bool {
	if s.widest <= 1 || s.rows == 1 && s.widest == 2 {
		return true
	}
	prose := s.longest > proseCell && s.longest*2 > s.runes
	if s.plain >= 2 && s.plain*2 >= s.rows {
		return prose || s.nested >= s.plain
	}
	return prose || s.nested > 0 || s.headings || s.blocks >= manyBlocks && s.longest > shortCell
}

// shapes remembers the shape of each table: nested ones are asked for again
// and again.
type shapes map[*dom.Node]shape

func (m shapes) of(table *dom.Node) shape {
	if s, ok := m[table]; ok {
		return s
	}
	var s shape
	for _, group := range rowGroups(table) {
		for _, tr := range group {
			m.addRow(&s, tr)
		}
	}
	m[table] = s
	return s
}

func (m shapes) addRow(s *shape, tr *dom.Node) {
	cells := cellsOf(tr)
	if len(cells) == 0 {
		return
	}
	s.rows++
	s.widest = max(s.widest, len(cells))
	plain, any := len(cells) >= 2, false
	for _, td := range cells {
		var c cellShape
		m.measure(&c, td)
		s.nested += c.nested
		s.runes += c.runes
		s.longest = max(s.longest, c.runes)
		s.blocks = max(s.blocks, c.blocks)
		s.headings = s.headings || c.headings
		plain = plain && c.runes <= shortCell && c.nested == 0
		any = any || c.runes > 0
	}
	if plain && any {
		s.plain++
	}
}

// cellShape is what stands in one cell.
type cellShape struct {
	runes, blocks, nested int
	headings              bool
}

func (m shapes) measure(c *cellShape, n *dom.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type == dom.TextNode:
			c.runes += inkRunes(child.Data)
		case child.Type != dom.ElementNode:
		case child.DataAtom == atom.Table:
			m.addTable(c, child)
		default:
			before := c.runes
			m.measure(c, child)
			m.addBlock(c, child, c.runes-before)
		}
	}
}

func (m shapes) addTable(c *cellShape, table *dom.Node) {
	inner := m.of(table)
	c.runes += inner.runes
	c.nested += inner.nested
	c.headings = c.headings || inner.headings
	if inner.widest > 1 {
		c.nested += inner.rows
	}
}

func (m shapes) addBlock(c *cellShape, n *dom.Node, runes int) {
	if runes == 0 {
		return
	}
	if isHeading(n) {
		c.headings = true
	}
	if isHeading(n) || n.DataAtom == atom.P || n.DataAtom == atom.Li {
		c.blocks++
	}
}

// inkRunes counts the characters that leave ink.
func inkRunes(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) && !invisible(r) {
			n++
		}
	}
	return n
}
