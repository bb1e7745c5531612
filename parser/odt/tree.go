package odt

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"gouji/parser/document"
)

// node is an element, or text between elements. A nil node is one that is not
// there: it has no attributes and no children.
type node struct {
	name       string // "text:p"; empty for text
	characters string
	attributes []attribute
	children   []*node
}

type attribute struct{ name, value string }

// maxNodes is how many nodes a part may have; a report has ten thousand.
const maxNodes = 600_000

const dublinCore = "http://purl.org/dc/elements/1.1/"

// names are the names of a part by what encoding/xml calls them: a part has
// some hundred, each thousand times.
type names map[xml.Name]string

func (known names) of(name xml.Name) string {
	short, ok := known[name]
	if !ok {
		short = named(name)
		known[name] = short
	}
	return short
}

// named is a name with the short form of its namespace: text:p, whatever prefix
// the file has.
func named(name xml.Name) string {
	space := strings.TrimPrefix(name.Space, "urn:oasis:names:tc:opendocument:xmlns:")
	if space == dublinCore {
		space = "dc"
	}
	return strings.TrimSuffix(space, ":1.0") + ":" + name.Local
}

// parse reads a part, of elements so deep in each other at most, into a tree; one
// that is damaged gives, beside the error, what stands before the damage.
func parse(ctx context.Context, part, source string, depth int) (*node, error) {
	decoder := xml.NewDecoder(strings.NewReader(source))
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 already
	root := &node{}
	open, known := []*node{root}, names{}
	for count := 0; ; count++ {
		if count%4096 == 0 && ctx.Err() != nil {
			return nil, document.Errorf(document.Timeout, "读取超过规定的时间：%w", context.Cause(ctx))
		}
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF) && len(root.children) > 0:
			return root.last(), nil
		case err != nil:
			return root.last(), document.Errorf(document.Corrupt, "%s 损坏或不完整：%w", part, err)
		case count > maxNodes:
			return nil, document.Exceeded(document.Content, "%s 的内容过多，不像是年度报告", part)
		case len(open) > depth:
			return nil, document.Exceeded(document.Depth, "%s 的标签嵌套超过 %d 层", part, depth)
		}
		if open, err = grow(open, token, known); err != nil {
			return nil, err
		}
	}
}

// grow adds what a token brings to the innermost open node.
func grow(open []*node, token xml.Token, known names) ([]*node, error) {
	parent := open[len(open)-1]
	switch token := token.(type) {
	case xml.StartElement:
		n := &node{name: known.of(token.Name)}
		for _, a := range token.Attr {
			n.attributes = append(n.attributes, attribute{known.of(a.Name), a.Value})
		}
		parent.children = append(parent.children, n)
		return append(open, n), nil
	case xml.EndElement:
		return open[:len(open)-1], nil
	case xml.CharData:
		if len(open) > 1 {
			parent.children = append(parent.children, &node{characters: string(token)})
		}
	case xml.Directive:
		return nil, document.Errorf(document.Corrupt, "文件带有 DTD 声明，OpenDocument 不用它")
	}
	return open, nil
}

// last is the last child; nil when there is none.
func (n *node) last() *node {
	if len(n.children) == 0 {
		return nil
	}
	return n.children[len(n.children)-1]
}

// find is the first child of the name.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, child := range n.children {
		if child.name == name {
			return child
		}
	}
	return nil
}

// attribute is that of the name; empty when there is none.
func (n *node) attribute(name string) string {
	value, _ := n.given(name)
	return value
}

func (n *node) given(name string) (string, bool) {
	if n == nil {
		return "", false
	}
	for _, a := range n.attributes {
		if a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// number is an attribute that is a whole number; missing when there is none.
func (n *node) number(name string, missing int) int {
	value, err := strconv.Atoi(strings.TrimSpace(n.attribute(name)))
	if err != nil {
		return missing
	}
	return value
}

// text is the text of a node that has no children but text.
func (n *node) text() string {
	if n == nil {
		return ""
	}
	var out strings.Builder
	for _, child := range n.children {
		out.WriteString(child.characters)
	}
	return out.String()
}
