package html

import (
	"slices"
	"strings"

	"gouji/parser/document"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The reasons why a cell's text may not be what the report says.
const (
	struckDoubt  = "单元格里有划去的文字"
	inputDoubt   = "单元格里的内容是网页输入框的值"
	raisedDoubt  = "单元格里有上标或下标，可能是注释而不是数字的一部分"
	pictureDoubt = "单元格里有图片，图片里的文字读不出来"
	nestedDoubt  = "单元格里套着另一张表"
	brokenDoubt  = "单元格里有无法按编码读出的文字"
)

// cellReader reads what stands in one cell: blocks and <br> part lines. A
// small table nested in the cell of a table of figures is read as lines, its
// cells parted by spaces, and the cell is doubtful.
type cellReader struct {
	flow     flow
	text     string
	raw      string
	pictures int
	pre      int
	doubts   []string
}

func readCell(td *dom.Node) *cellReader {
	r := &cellReader{}
	r.children(td)
	r.text, r.raw = r.flow.take()
	if strings.ContainsRune(r.text, '\uFFFD') {
		r.suspect(brokenDoubt)
	}
	return r
}

func (r *cellReader) doubt() string { return joinDoubts(r.doubts...) }

func (r *cellReader) suspect(reason string) {
	if !slices.Contains(r.doubts, reason) {
		r.doubts = append(r.doubts, reason)
	}
}

func (r *cellReader) children(n *dom.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == dom.ElementNode:
			r.element(c)
		case c.Type == dom.TextNode && r.pre > 0:
			r.flow.writePre(c.Data)
		case c.Type == dom.TextNode:
			r.flow.write(c.Data)
		}
	}
}

func (r *cellReader) element(n *dom.Node) {
	switch n.DataAtom {
	case atom.Br:
		r.flow.breakLine()
	case atom.Img:
		r.picture(n)
	case atom.Input, atom.Textarea, atom.Select:
		r.control(n)
	case atom.Sup, atom.Sub:
		r.doubtful(n, raisedDoubt)
	case atom.Del:
		r.doubtful(n, struckDoubt)
	case atom.Table:
		r.nested(n)
	case atom.Td, atom.Th:
		r.flow.space()
		r.children(n)
	case atom.Pre:
		r.pre++
		r.block(n)
		r.pre--
	default:
		r.other(n)
	}
}

func (r *cellReader) other(n *dom.Node) {
	css := style(n)
	switch align := declared(css, "vertical-align"); {
	case strings.Contains(declared(css, "text-decoration")+declared(css, "text-decoration-line"), "line-through"):
		r.doubtful(n, struckDoubt)
	case align == "super" || align == "sub":
		r.doubtful(n, raisedDoubt)
	case n.DataAtom == atom.Li || n.DataAtom == atom.Tr || isHeading(n) || isBlock(n):
		r.block(n)
	default:
		r.children(n)
	}
}

func (r *cellReader) block(n *dom.Node) {
	r.flow.breakLine()
	r.children(n)
	r.flow.breakLine()
}

// doubtful reads n and suspects the cell when n has any text.
func (r *cellReader) doubtful(n *dom.Node, reason string) {
	if hasText(n) {
		r.suspect(reason)
	}
	r.children(n)
}

// nested reads a table inside the cell; a wrapper around one cell is no table.
func (r *cellReader) nested(table *dom.Node) {
	cells := 0
	for n := table.FirstChild; n != nil; n = following(n, table) {
		if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			cells++
		}
	}
	if cells > 1 {
		r.suspect(nestedDoubt)
	}
	r.block(table)
}

// picture suspects the cell unless the picture is a spacer.
func (r *cellReader) picture(n *dom.Node) {
	width, known := pictureWidth(n)
	if known && width <= 3 {
		return
	}
	if !known || width >= document.TableWidth {
		r.pictures++
	}
	r.suspect(pictureDoubt)
}

// control reads the value that a form control shows.
func (r *cellReader) control(n *dom.Node) {
	r.suspect(inputDoubt)
	switch n.DataAtom {
	case atom.Input:
		switch kind := strings.ToLower(attributeOr(n, "type")); kind {
		case "", "text", "number", "tel", "button", "submit":
			r.flow.write(attributeOr(n, "value"))
		}
	case atom.Textarea:
		r.children(n)
	case atom.Select:
		if option := shownOption(n); option != nil {
			r.children(option)
		}
	}
}

// shownOption is the selected option of a <select>, or else its first.
func shownOption(list *dom.Node) *dom.Node {
	var shown *dom.Node
	for n := list.FirstChild; n != nil; n = following(n, list) {
		if n.DataAtom != atom.Option {
			continue
		}
		if _, selected := attribute(n, "selected"); selected || shown == nil {
			shown = n
		}
	}
	return shown
}

func joinDoubts(doubts ...string) string {
	doubts = slices.DeleteFunc(slices.Clone(doubts), func(d string) bool { return d == "" })
	return strings.Join(doubts, "；")
}

func isHeading(n *dom.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// hasText reports whether anything readable stands in n.
func hasText(n *dom.Node) bool {
	for c := n; c != nil; c = following(c, n) {
		if c.Type == dom.TextNode && readable(c.Data) != "" {
			return true
		}
	}
	return false
}
