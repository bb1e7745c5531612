// Package xmltree reads the XML of a part of an archive into a tree, under limits:
// so deep, so many nodes, no DTD and so no entities, and nothing from outside.
//
//	root, err := xmltree.Parse(ctx, xmltree.Part{Name: "content.xml", Source: text, Depth: 256}, local)
package xmltree

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"gouji/parser/document"
)

// Node is an element, or text between elements. A nil Node is one that is not
// there: it has no attributes and no children.
type Node struct {
	Name       string // as the reader of the format names it, "text:p"; empty for text
	Characters string
	Attributes []Attribute
	Children   []*Node
}

// Attribute is one of an element's.
type Attribute struct{ Name, Value string }

// MaxNodes is how many nodes a part may have; a report has ten thousand.
const MaxNodes = 600_000

// Part is the XML of a part.
type Part struct {
	Name   string // for messages
	Source string // UTF-8, whatever its declaration says
	Depth  int    // so deep elements may nest
}

// Parse reads a part into a tree, elements and attributes called what named makes
// of their names; one that is damaged gives, beside the error, what stands before
// the damage. Errors are *document.Error: Corrupt, TooLarge or Timeout.
func Parse(ctx context.Context, part Part, named func(xml.Name) string) (*Node, error) {
	decoder := xml.NewDecoder(strings.NewReader(part.Source))
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 already
	root := &Node{}
	open, known := []*Node{root}, names{named: named, known: map[xml.Name]string{}}
	for count := 0; ; count++ {
		if count%4096 == 0 && ctx.Err() != nil {
			return nil, document.TimedOut(ctx)
		}
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF) && len(root.Children) > 0:
			return root.last(), nil
		case err != nil:
			return root.last(), document.Errorf(document.Corrupt, "%s 损坏或不完整：%w", part.Name, err)
		case count > MaxNodes:
			return nil, document.Exceeded(document.Content, "%s 的内容过多，不像是年度报告", part.Name)
		case len(open) > part.Depth:
			return nil, document.Exceeded(document.Depth, "%s 的标签嵌套超过 %d 层", part.Name, part.Depth)
		}
		if open, err = grow(open, token, known); err != nil {
			return nil, err
		}
	}
}

// names are the names of a part: it has some hundred, each thousand times.
type names struct {
	named func(xml.Name) string
	known map[xml.Name]string
}

func (n names) of(name xml.Name) string {
	short, ok := n.known[name]
	if !ok {
		short = n.named(name)
		n.known[name] = short
	}
	return short
}

// grow adds what a token brings to the innermost open Node.
func grow(open []*Node, token xml.Token, known names) ([]*Node, error) {
	parent := open[len(open)-1]
	switch token := token.(type) {
	case xml.StartElement:
		n := &Node{Name: known.of(token.Name)}
		for _, a := range token.Attr {
			n.Attributes = append(n.Attributes, Attribute{known.of(a.Name), a.Value})
		}
		parent.Children = append(parent.Children, n)
		return append(open, n), nil
	case xml.EndElement:
		return open[:len(open)-1], nil
	case xml.CharData:
		if len(open) > 1 {
			parent.Children = append(parent.Children, &Node{Characters: string(token)})
		}
	case xml.Directive:
		return nil, document.Errorf(document.Corrupt, "文件带有 DTD 声明，这种格式不用它")
	}
	return open, nil
}

// Kids are the children; none of a nil Node.
func (n *Node) Kids() []*Node {
	if n == nil {
		return nil
	}
	return n.Children
}

// last is the last child; nil when there is none.
func (n *Node) last() *Node {
	if len(n.Children) == 0 {
		return nil
	}
	return n.Children[len(n.Children)-1]
}

// Find is the first child of the name.
func (n *Node) Find(name string) *Node {
	if n == nil {
		return nil
	}
	for _, child := range n.Children {
		if child.Name == name {
			return child
		}
	}
	return nil
}

// Attribute is that of the name; empty when there is none.
func (n *Node) Attribute(name string) string {
	value, _ := n.Given(name)
	return value
}

// Given is the attribute of the name, and whether there is one.
func (n *Node) Given(name string) (string, bool) {
	if n == nil {
		return "", false
	}
	for _, a := range n.Attributes {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// Number is an attribute that is a whole number; missing when there is none.
func (n *Node) Number(name string, missing int) int {
	value, err := strconv.Atoi(strings.TrimSpace(n.Attribute(name)))
	if err != nil {
		return missing
	}
	return value
}

// Text is the text of a Node that has no children but text.
func (n *Node) Text() string {
	if n == nil {
		return ""
	}
	var out strings.Builder
	for _, child := range n.Children {
		out.WriteString(child.Characters)
	}
	return out.String()
}
