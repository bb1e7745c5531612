package html

import (
	"context"
	"strconv"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gouji/parser/document"
)

// walker goes through the article in document order and makes its blocks.
type walker struct {
	ctx    context.Context
	limits Limits
	sender Sender
	shapes shapes
	doc    *document.Document

	flow  flow // the paragraph being collected
	level int  // of the heading being read, 0 outside
	pre   int  // how many <pre> are open
	cells int  // grid positions used so far
	err   error

	stop    *dom.Node // where to stop, nil to read all
	stopped bool
}

// blocksOf makes the document of an article.
func blocksOf(ctx context.Context, a article, sender Sender, limits Limits) (*document.Document, error) {
	w := &walker{ctx: ctx, limits: limits, sender: sender, shapes: a.shapes,
		doc: &document.Document{Format: document.HTML, Reader: "html"}}
	w.children(a.root)
	w.endParagraph()
	if w.err != nil {
		return nil, w.err
	}
	w.dropChrome()
	w.headline(a)
	w.number()
	w.doc.Incomplete = undecodable(w.doc)
	return w.doc, nil
}

func (w *walker) children(n *dom.Node) {
	for c := n.FirstChild; c != nil && w.err == nil && !w.stopped; c = c.NextSibling {
		w.node(c)
	}
}

func (w *walker) node(n *dom.Node) {
	if n == w.stop {
		w.stopped = true
		return
	}
	switch n.Type {
	case dom.TextNode:
		w.write(n.Data)
	case dom.ElementNode:
		w.element(n)
	}
}

func (w *walker) write(text string) {
	if w.pre == 0 {
		w.flow.write(text)
		return
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			w.endParagraph()
		}
		w.flow.writePre(line)
	}
}

func (w *walker) element(n *dom.Node) {
	switch n.DataAtom {
	case atom.Head, atom.Input, atom.Select, atom.Textarea, atom.Datalist:
	case atom.Button:
		w.button(n)
	case atom.Br:
		w.lineBreak()
	case atom.Img:
		w.picture(n)
	case atom.Table:
		w.table(n)
	case atom.Pre:
		w.pre++
		w.block(n)
		w.pre--
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading(n)
	case atom.Li:
		w.item(n)
	default:
		if !isBlock(n) {
			w.children(n)
			return
		}
		w.block(n)
	}
}

// longestButton is in characters; what is longer is text that stands in a
// <button> because its end tag is missing.
const longestButton = 20

func (w *walker) button(n *dom.Node) {
	runes := 0
	for c := n.FirstChild; c != nil; c = following(c, n) {
		if c.Type == dom.TextNode {
			runes += inkRunes(c.Data)
		}
	}
	if runes > longestButton {
		w.block(n)
	}
}

// lineBreak ends the paragraph: content systems write a whole report into one
// <div> with <br> between its paragraphs. A heading stays one.
func (w *walker) lineBreak() {
	if w.level > 0 {
		w.flow.breakLine()
		return
	}
	w.endParagraph()
}

func (w *walker) block(n *dom.Node) {
	w.endParagraph()
	w.children(n)
	w.endParagraph()
}

func (w *walker) heading(n *dom.Node) {
	w.endParagraph()
	w.level = int(n.Data[1] - '0')
	w.children(n)
	w.endParagraph()
	w.level = 0
}

// item reads a list item with the number that the browser draws before it.
func (w *walker) item(n *dom.Node) {
	w.endParagraph()
	number := itemNumber(n)
	at := len(w.doc.Blocks)
	w.children(n)
	w.endParagraph()
	if number == "" || at == len(w.doc.Blocks) || w.doc.Blocks[at].Paragraph == nil {
		return
	}
	p := w.doc.Blocks[at].Paragraph
	if p.Raw == "" {
		p.Raw = p.Text
	}
	p.Text, p.Number = number+p.Text, number
}

// itemNumber is "2." for the second item of a plain ordered list; empty when
// the list has bullets or none.
func itemNumber(li *dom.Node) string {
	list := li.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return ""
	}
	if kind, ok := attribute(list, "type"); ok && kind != "1" {
		return ""
	}
	css := style(list) + ";" + style(li)
	if strings.Contains(css, "list-style") && !strings.Contains(css, "decimal") {
		return ""
	}
	n := 1
	if start, err := strconv.Atoi(attributeOr(list, "start")); err == nil {
		n = start
	}
	for c := list.FirstChild; c != li; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			n++
		}
	}
	return strconv.Itoa(n) + "."
}

func (w *walker) endParagraph() {
	text, raw := w.flow.take()
	if text == "" || w.err != nil {
		return
	}
	if w.err = timeout(w.ctx); w.err != nil {
		return
	}
	p := &document.Paragraph{Text: text, Raw: raw, Level: w.level}
	w.doc.Blocks = append(w.doc.Blocks, document.Block{Paragraph: p})
}

// picture counts a picture that may hold a table: of unknown width or at least
// 100 pixels wide.
func (w *walker) picture(n *dom.Node) {
	if width, known := pictureWidth(n); !known || width >= document.TableWidth {
		w.doc.Pictures++
		if data := w.sender.picture(attributeOr(n, "src")); data != nil && len(w.doc.Shown) < document.MostPictures {
			w.doc.Show(document.Picture{Data: data})
		}
	}
}

func pictureWidth(n *dom.Node) (pixels int, known bool) {
	for _, declared := range []string{attributeOr(n, "width"), declared(style(n), "width")} {
		pixels, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(declared), "px"))
		if err == nil {
			return pixels, true
		}
	}
	return 0, false
}

// number gives every block its place, counted over what is left.
func (w *walker) number() {
	paragraphs, tables := 0, 0
	for _, b := range w.doc.Blocks {
		if b.Paragraph != nil {
			paragraphs++
			b.Paragraph.Where = document.Place{Paragraph: paragraphs}
			continue
		}
		tables++
		b.Table.Where = document.Place{Table: tables}
		for i := range b.Table.Cells {
			c := &b.Table.Cells[i]
			c.Where = document.Place{Table: tables, Row: c.Row + 1, Column: c.Column + 1}
		}
	}
}

// undecodable says that the text has characters that could not be decoded.
func undecodable(doc *document.Document) string {
	n := 0
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			n += strings.Count(b.Paragraph.Text, "\uFFFD")
			continue
		}
		for _, c := range b.Table.Cells {
			n += strings.Count(c.Text, "\uFFFD")
		}
	}
	if n == 0 {
		return ""
	}
	return "网页里有 " + strconv.Itoa(n) + " 处文字无法按其编码读出"
}

func attributeOr(n *dom.Node, key string) string {
	value, _ := attribute(n, key)
	return value
}

func isBlock(n *dom.Node) bool {
	if blockElements[n.Data] {
		return true
	}
	display := declared(style(n), "display")
	return display == "block" || display == "flex" || display == "table"
}

var blockElements = set("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
	"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr",
	"html", "legend", "main", "menu", "nav", "ol", "optgroup", "option", "p", "section", "summary", "table", "tbody",
	"td", "tfoot", "th", "thead", "tr", "ul")
