package letter

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// element is a part of a document's XML that matters here: it lies at
// content[start:end]. What is between elements is copied
// as it stands, so that nothing of an office's template is lost.
type element struct {
	name       string // p, tr, t, or another in which such may lie
	start, end int
	text       string // of a t, entities resolved
	children   []*element
}

// maxDepth is how deep elements may lie in each other: tables in tables in text
// boxes take a few dozen.
const maxDepth = 500

var errXML = errors.New("模板的内容不是正确的 XML")

// parse finds the elements of a document part.
func parse(content string) (*element, error) {
	root := &element{end: len(content)}
	open := []*element{root}
	d := xml.NewDecoder(strings.NewReader(content))
	for {
		start := int(d.InputOffset())
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil || len(open) > maxDepth {
			return nil, fmt.Errorf("%w：%v", errXML, err)
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: wordName(token.Name), start: start}
			last.children, open = append(last.children, e), append(open, e)
		case xml.EndElement:
			if len(open) == 1 {
				return nil, errXML
			}
			last.end, open = int(d.InputOffset()), open[:len(open)-1]
		case xml.CharData:
			last.text += string(token)
		}
	}
	if len(open) != 1 {
		return nil, errXML
	}
	return root, nil
}

// wordName is the local name of an element of WordprocessingML, empty for others.
func wordName(n xml.Name) string {
	if n.Space != "w" {
		return ""
	}
	return n.Local
}

// texts are the text elements of a paragraph, in order, but not those of paragraphs
// that lie in it, as a text box has.
func (e *element) texts() []*element {
	var list []*element
	for _, c := range e.children {
		switch c.name {
		case "t":
			list = append(list, c)
		case "p":
		default:
			list = append(list, c.texts()...)
		}
	}
	return list
}

// words is the text of an element and all that lies in it.
func (e *element) words() string {
	var text strings.Builder
	e.write(&text)
	return text.String()
}

func (e *element) write(to *strings.Builder) {
	if e.name == "t" {
		to.WriteString(e.text)
	}
	for _, c := range e.children {
		c.write(to)
	}
}
