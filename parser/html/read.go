// Package html reads a web page, as saved or as a word processor exports it,
// into a document.Document: the report's paragraphs and tables in reading
// order, without the site around it.
//
// The story in the order of the files: charset.go finds out in what encoding
// the bytes are; sieve.go lets through what matters of the markup, within
// limits; golang.org/x/net/html builds the tree that a browser would build;
// hidden.go takes out what a browser would not show; article.go leaves out the
// menus and footers; title.go keeps the headline that stands outside the
// article; blocks.go walks the rest; shape.go tells tables that only lay out
// the page from tables of figures; table.go builds the grid of the latter.
//
// The bargain: every visible character of the article stands in one paragraph
// or cell. What is left out around it is chosen by what it is (links, known
// chrome), never by where the text would be convenient to cut: when in doubt
// it stays. A cell whose text needed a guess is marked doubtful.
//
//	doc, err := html.Read(ctx, page, html.Limits{})
package html

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	dom "golang.org/x/net/html"

	"gouji/parser/document"
)

// Limits bound the work on one page, so that a hostile one ends in an error
// of kind too-large. The zero value of a field means its default.
type Limits struct {
	// Bytes of the file. Default 16 MiB: a long report with its site's menus
	// has 0.3 MB, one exported by Word with inline pictures some MB.
	Bytes int
	// Nodes is the number of tags and pieces of text. Default 400,000: a
	// report has 5,000, and a node costs some 150 bytes of memory.
	Nodes int
	// Depth of nested elements. Default and maximum 500, just under what
	// golang.org/x/net/html refuses (512); real pages stay below 60.
	Depth int
	// Cells is the number of grid positions of all tables together, spans
	// multiplied out. Default 60,000: the official tables have 500.
	Cells int
}

const maxDepth = 500

// MostBytes is how many bytes a page may have.
func (l Limits) MostBytes() int { return l.withDefaults().Bytes }

func (l Limits) withDefaults() Limits {
	fill := func(field *int, value int) {
		if *field <= 0 {
			*field = value
		}
	}
	fill(&l.Bytes, 16<<20)
	fill(&l.Nodes, 400_000)
	fill(&l.Depth, maxDepth)
	fill(&l.Cells, 60_000)
	l.Depth = min(l.Depth, maxDepth)
	return l
}

// Read reads an HTML or XHTML page. The error, if any, is a *document.Error:
// too-large beyond the limits, timeout when ctx ends, no-text for a page
// without visible text, corrupt for an empty file.
func Read(ctx context.Context, data []byte, limits Limits) (*document.Document, error) {
	return ReadAs(ctx, data, Sender{}, limits)
}

// Sender is what came along with a page; the zero value is nothing.
type Sender struct {
	// Charset is what the header of a message names ("gb2312"), empty when it names
	// none. The bytes have the last word, as in decode.
	Charset string
	// Picture is the picture of an address as the page writes it, nil for one that
	// did not come along.
	Picture func(address string) []byte
}

// ReadAs reads a page that a sender packed with what it shows.
func ReadAs(ctx context.Context, data []byte, sender Sender, limits Limits) (*document.Document, error) {
	limits = limits.withDefaults()
	if len(data) == 0 {
		return nil, document.Errorf(document.Corrupt, "文件是空的")
	}
	if len(data) > limits.Bytes {
		return nil, document.Exceeded(document.Memory, "网页有 %d 字节，超过上限 %d 字节", len(data), limits.Bytes)
	}
	text := decode(data, sender.Charset)
	root, s, err := parse(ctx, text, limits)
	if err != nil {
		return nil, err
	}
	hidden, drawn := takeOutHidden(root)
	page := findArticle(ctx, root)
	doc, err := blocksOf(ctx, page, sender, limits)
	if err != nil {
		return nil, err
	}
	if len(doc.Blocks) == 0 && len(doc.Shown) == 0 {
		return nil, noText(doc.Pictures)
	}
	if len(s.tables) > 0 {
		noteCut(doc)
	} else if endless(text) {
		doc.Incomplete = joinDoubts(doc.Incomplete, "网页没有结尾，后面的内容可能缺失")
	}
	doc.Damage = cmp.Or(zeros(text), s.tears.told(s.tables))
	if hidden > 0 && len(doc.Tables()) == 0 {
		doc.Incomplete = joinDoubts(doc.Incomplete, fmt.Sprintf("网页把 %d 张表格设为不显示，没有读取", hidden))
	}
	if drawn > 0 && len(doc.Tables()) == 0 {
		doc.Incomplete = joinDoubts(doc.Incomplete, fmt.Sprintf("网页里有 %d 幅有文字的 SVG 图，没有读取，可能是表格", drawn))
	}
	return doc, nil
}

func noText(pictures int) error {
	if pictures > 0 {
		return document.Errorf(document.NoText, "网页里没有文字，只有 %d 张图片", pictures)
	}
	return document.Errorf(document.NoText, "网页里没有可见的文字")
}

// noteCut says that the page ends within a table, as one does whose download
// broke off. Of a figure in its last cell, digits may be missing.
func noteCut(doc *document.Document) {
	doc.Incomplete = joinDoubts(doc.Incomplete, "网页在表格中间中断，后面的内容没有")
	if last := doc.Blocks[len(doc.Blocks)-1].Table; last != nil {
		cell := &last.Cells[len(last.Cells)-1]
		cell.Doubt = joinDoubts("网页在这一格中断", cell.Doubt)
	}
}

// parse builds the tree of the page. The sieve tells how the page went through it.
func parse(ctx context.Context, text string, limits Limits) (root *dom.Node, s *sieve, err error) {
	s = newSieve(ctx, text, limits.Nodes)
	root, err = dom.Parse(s)
	var told *document.Error
	switch {
	case errors.As(err, &told):
		return nil, nil, told
	case err != nil:
		// The parser has one refusal of its own: too many open elements.
		return nil, nil, document.Exceeded(document.Content, "网页的标签嵌套过深：%w", err)
	case deeper(root, limits.Depth) && limits.Depth == maxDepth: // no flag helps
		return nil, nil, document.Exceeded(document.Content, "网页的标签嵌套超过 %d 层", maxDepth)
	case deeper(root, limits.Depth):
		return nil, nil, document.Exceeded(document.Depth, "网页的标签嵌套超过 %d 层", limits.Depth)
	}
	return root, s, nil
}

// deeper reports whether elements below root nest deeper than limit. It must
// not recurse: it is what makes recursion over the tree safe.
func deeper(root *dom.Node, limit int) bool {
	depth := 0
	for n := root; ; {
		if n.FirstChild != nil {
			n = n.FirstChild
			if depth++; depth > limit {
				return true
			}
			continue
		}
		for n.NextSibling == nil {
			if n == root || n.Parent == nil {
				return false
			}
			n = n.Parent
			depth--
		}
		n = n.NextSibling
	}
}

// timeout is the error for a context that has ended, nil while it has not.
func timeout(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return document.Errorf(document.Timeout, "读取网页超时：%w", err)
	}
	return nil
}
