package odt

import (
	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/wordml"
	"gouji/parser/xmltree"
)

// walk goes through the text.
type walk struct {
	styles *styles
	lists  *lists

	pictures   int
	archive    *docx.Archive     // nil for a flat file
	packed     map[string]string // pictures that stand in the text itself, in base64
	revisions  document.Revisions
	rows       int
	cells      int
	characters int
	steps      int
	exhausted  *document.Error
}

// Limits of a text; a report has some hundred rows.
const (
	maxRows       = 10_000
	maxCells      = 60_000
	maxColumns    = 1000
	maxCharacters = 5_000_000
	maxSteps      = 3 * xmltree.MaxNodes // nodes that are read; those of repeated rows again
)

func newWalk(p *parts) *walk {
	return &walk{styles: readStyles(p), lists: readLists(p), archive: p.archive, packed: map[string]string{}}
}

// item is the place of a block in lists; the zero value is outside of them.
type item struct {
	style  string // of the list
	list   int
	level  int  // from 1
	marked bool // the number stands at the next paragraph
}

// blocks are those in a node: the body, a section, a cell, a text box.
func (w *walk) blocks(n *node) []wordml.Block {
	var list []wordml.Block
	w.into(&list, n, &item{})
	return list
}

// into adds the blocks in a node.
func (w *walk) into(list *[]wordml.Block, n *node, at *item) {
	if n == nil || w.exhausted != nil {
		return
	}
	for _, child := range n.Children {
		w.block(list, child, at)
	}
}

// goesOn counts a node and reports whether it may be read.
func (w *walk) goesOn() bool {
	if w.steps++; w.steps > maxSteps {
		w.tooMuch("正文的内容超过 %d 项", maxSteps)
	}
	return w.exhausted == nil
}

func (w *walk) block(list *[]wordml.Block, n *node, at *item) {
	if !w.goesOn() {
		return
	}
	switch n.Name {
	case "text:p", "text:h":
		if p := w.paragraph(n, at); p != nil {
			*list = append(*list, wordml.Block{Paragraph: p})
		}
	case "text:list", "text:numbered-paragraph":
		w.list(list, n, at)
	case "table:table":
		*list = append(*list, wordml.Block{Rows: w.table(n)})
	case "text:tracked-changes":
		w.changes(n)
	case "text:section":
		if n.Attribute("text:display") != "none" {
			w.into(list, n, at)
		}
	case "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index",
		"text:user-index", "text:alphabetical-index", "text:bibliography", "text:index-body", "text:index-title":
		w.into(list, n, at)
	default:
		w.floating(list, n)
	}
}

// floating is a drawing that stands on a page and at no paragraph.
func (w *walk) floating(list *[]wordml.Block, n *node) {
	anchor := wordml.Paragraph{List: wordml.Unset, Level: wordml.Unset, Outline: wordml.Unset}
	t := &typist{walk: w, open: &anchor}
	t.drawing(n)
	if len(anchor.Boxes)+len(anchor.Pictures) > 0 {
		*list = append(*list, wordml.Block{Paragraph: &anchor})
	}
}

// changes counts what editing left. Deleted text stands here and not in the
// text, inserted text there.
func (w *walk) changes(n *node) {
	for _, region := range n.Children {
		for _, change := range region.Children {
			switch change.Name {
			case "text:insertion":
				w.revisions.Insertions++
			case "text:deletion":
				w.revisions.Deletions++
			}
		}
	}
}

// list reads a list. One in another has the other's style unless it names its own.
func (w *walk) list(blocks *[]wordml.Block, n *node, around *item) {
	in := item{style: n.Attribute("text:style-name"), list: around.list, level: around.level + 1}
	if in.style == "" {
		in.style = around.style
	}
	if in.list == 0 || in.style != around.style {
		in.list = w.lists.use(in.style, n)
	}
	if n.Name == "text:numbered-paragraph" {
		in.level, in.marked = n.Number("text:level", 1), true
		w.into(blocks, n, &in)
		return
	}
	for _, child := range n.Children {
		in.marked = child.Name == "text:list-item"
		w.into(blocks, child, &in)
	}
}

// paragraph reads one; nil for one that is hidden.
func (w *walk) paragraph(n *node, at *item) *wordml.Paragraph {
	style := n.Attribute("text:style-name")
	p := &wordml.Paragraph{Style: w.styles.id(style), List: wordml.Unset, Level: wordml.Unset, Outline: wordml.Unset}
	if n.Name == "text:h" {
		p.Outline = n.Number("text:outline-level", 1) - 1
	}
	switch {
	case at.level > 0 && at.marked && at.list != wordml.Unset:
		p.List, p.Level = at.list, min(at.level, levelCount)-1
	case at.level == 0 && n.Name == "text:h" && !w.styles.unnumbered(style) && n.Attribute("text:is-list-header") != "true":
		if list := w.lists.outline(p.Outline); list != wordml.Unset {
			p.List, p.Level = list, p.Outline
		}
	}
	at.marked = false
	t := &typist{walk: w, open: p, space: true}
	t.inline(n, w.styles.look("paragraph", style, wordml.Look{}))
	if t.hidden {
		return nil
	}
	return p
}
