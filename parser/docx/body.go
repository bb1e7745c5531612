package docx

import (
	"gouji/parser/document"
)

// walk reads the document part into a tree of nodes.
type walk struct {
	*scanner
	limits Limits
	styles *styles

	revisions  document.Revisions
	pictures   int
	incomplete string

	paragraphs, rows, cells int
	fields                  fields
	shaded                  bool // the cell is dark: white text is seen

	controls int // how many content controls were met
	control  int // the number of the innermost around what is read, from 1; 0 for none
}

// body reads the blocks of the whole part.
func (w *walk) body() []node {
	if !w.root() {
		w.fail(document.Corrupt, "正文部件是空的")
		return nil
	}
	if w.space != word || w.local != "document" {
		w.fail(document.Unsupported, "正文不是 Word 文档，而是 <%.40s>", w.local)
		return nil
	}
	var list []node
	w.each(func() {
		if w.space == word && w.local == "body" {
			list = w.blocks()
		}
	})
	return list
}

// blocks reads the paragraphs and tables in the element that was entered last.
func (w *walk) blocks() []node {
	var list []node
	w.inside(func() { w.block(&list) })
	return list
}

func (w *walk) block(list *[]node) {
	if w.space != word {
		return
	}
	switch w.local {
	case "p":
		if w.count(&w.paragraphs, w.limits.Paragraphs, "段落") {
			*list = append(*list, node{paragraph: w.paragraph()})
		}
	case "tbl":
		*list = append(*list, node{table: w.table()})
	case "altChunk":
		if w.count(&w.paragraphs, w.limits.Paragraphs, "段落") {
			*list = append(*list, node{paragraph: w.embedded()})
		}
	case "subDoc":
		w.incomplete = "文件里嵌有另一个文件（" + w.local + "），它的内容没有读"
	}
}

func (w *walk) embedded() *paragraph {
	p := newParagraph()
	p.embedded, _ = w.attr("id")
	if p.embedded == "" {
		w.incomplete = "文件里嵌有另一个文件（altChunk），但没有说是哪一个"
	}
	return p
}

func (w *walk) count(n *int, limit int, what string) bool {
	if *n++; *n > limit {
		w.exceed(document.Content, "%s超过 %d 个", what, limit)
	}
	return *n <= limit
}

// inside visits the children of the element that was entered last and sees
// through what only wraps them: content controls, links, insertions, and of
// an AlternateContent the first choice (the fallback says the same again).
func (w *walk) inside(visit func()) {
	w.each(func() { w.unwrap(visit) })
}

func (w *walk) unwrap(visit func()) {
	switch {
	case w.space == compat && w.local == "AlternateContent":
		w.alternate(visit)
		return
	case w.space != word:
		visit()
		return
	}
	switch w.local {
	case "sdt":
		around := w.control
		w.controls++
		w.control = w.controls
		w.inside(visit)
		w.control = around
	case "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo":
		w.inside(visit)
	case "ins", "moveTo":
		w.revisions.Insertions++
		w.inside(visit)
	case "del", "moveFrom":
		w.revisions.Deletions++
	default:
		visit()
	}
}

func (w *walk) alternate(visit func()) {
	taken := false
	w.each(func() {
		if w.space == compat && !taken {
			taken = true
			w.inside(visit)
		}
	})
}
