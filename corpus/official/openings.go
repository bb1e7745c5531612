package official

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode"

	"gouji/corpus/word"
)

// opening is an empty cell of a Word file: where in the XML something can be written.
type opening struct {
	from, to      int    // what is replaced: the inside of the cell's first paragraph
	before, after string // what must stand around a run there
	prefix        string // of the names: w
	properties    string // w:rPr of what stood there, so that it looks as the form wants it
}

// fill is the XML of a run in the opening.
func (o *opening) fill(text, highlight string) string {
	properties := o.properties
	if highlight != "" {
		properties = o.highlighted(highlight)
	}
	w := o.prefix + ":"
	return o.before + "<" + w + "r>" + properties + "<" + w + `t xml:space="preserve">` + word.Escape(text) + "</" + w + "t></" + w + "r>" + o.after
}

// followHighlight are the properties of a run that the schema has after its highlight.
var followHighlight = []string{"u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"}

// highlighted is the properties with a highlight, at the place that the schema has
// for it.
func (o *opening) highlighted(colour string) string {
	w := o.prefix + ":"
	mark := "<" + w + "highlight " + w + `val="` + colour + `"/>`
	if o.properties == "" || strings.HasSuffix(o.properties, "/>") && strings.Count(o.properties, "<") == 1 {
		return "<" + w + "rPr>" + mark + "</" + w + "rPr>"
	}
	if strings.Contains(o.properties, "<"+w+"highlight") {
		return o.properties
	}
	at := strings.LastIndex(o.properties, "</")
	for _, name := range followHighlight {
		for _, end := range []string{" ", "/", ">"} {
			if i := strings.Index(o.properties, "<"+w+name+end); i >= 0 {
				at = min(at, i)
			}
		}
	}
	return o.properties[:at] + mark + o.properties[at:]
}

// openings finds the empty cells of a document part, in its order. A cell that a
// merged one above covers is none, nor is one that holds anything but text.
func openings(document string) ([]opening, error) {
	s := &search{text: document, decoder: xml.NewDecoder(strings.NewReader(document))}
	for {
		s.before = int(s.decoder.InputOffset())
		token, err := s.decoder.RawToken()
		if errors.Is(err, io.EOF) {
			return s.found, nil
		}
		if err != nil {
			return nil, err
		}
		s.see(token)
	}
}

// search is the way through a document part.
type search struct {
	text    string
	decoder *xml.Decoder
	before  int // where the token begins
	path    []string
	cells   []*cell // those that are open, the innermost last
	found   []opening
}

// cell is a w:tc while it is open.
type cell struct {
	opening
	depth     int // of its first paragraph; 0 before that
	done      bool
	taken     bool // it holds something, or is covered
	marked    bool // what is in its first paragraph has a counterpart elsewhere, and must stay
	inherited string
	mark      int // where w:rPr begins
}

func (s *search) see(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		s.path = append(s.path, t.Name.Local)
		s.start(t)
	case xml.EndElement:
		s.end(t.Name.Local)
		s.path = s.path[:max(len(s.path)-1, 0)]
	case xml.CharData:
		if c := s.cell(); c != nil && s.in("t") && strings.TrimFunc(string(t), unicode.IsSpace) != "" {
			c.taken = true
		}
	}
}

func (s *search) cell() *cell {
	if len(s.cells) == 0 {
		return nil
	}
	return s.cells[len(s.cells)-1]
}

// in reports whether the innermost open element has the name.
func (s *search) in(name string) bool { return len(s.path) > 0 && s.path[len(s.path)-1] == name }

// holds are elements that make a cell more than an empty one.
var holds = map[string]bool{"sdt": true, "drawing": true, "pict": true, "object": true, "fldSimple": true, "fldChar": true, "sym": true, "ins": true, "del": true}

// marks are elements that come in pairs, which may lie in two cells.
var marks = map[string]bool{"bookmarkStart": true, "bookmarkEnd": true, "commentRangeStart": true, "commentRangeEnd": true, "permStart": true, "permEnd": true}

func (s *search) start(t xml.StartElement) {
	if t.Name.Local == "tc" {
		if outer := s.cell(); outer != nil {
			outer.taken = true
		}
		s.cells = append(s.cells, &cell{})
		return
	}
	c := s.cell()
	switch {
	case c == nil:
	case holds[t.Name.Local]:
		c.taken = true
	case marks[t.Name.Local]:
		c.marked = true
	case t.Name.Local == "vMerge":
		c.taken = c.taken || attribute(t, "val") != "restart"
	case t.Name.Local == "p" && c.depth == 0:
		s.paragraph(c, t)
	case t.Name.Local == "rPr":
		c.mark = s.before
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// paragraph opens the first paragraph of a cell. One that ends in its own tag is
// taken apart.
func (s *search) paragraph(c *cell, t xml.StartElement) {
	after := int(s.decoder.InputOffset())
	c.depth, c.prefix, c.from = len(s.path), t.Name.Space, after
	if tag := s.text[s.before:after]; strings.HasSuffix(tag, "/>") {
		c.from, c.to, c.done = s.before, after, true
		c.before, c.after = strings.TrimSuffix(tag, "/>")+">", "</"+t.Name.Space+":p>"
	}
}

func (s *search) end(name string) {
	c, after := s.cell(), int(s.decoder.InputOffset())
	switch {
	case c == nil:
	case name == "tc":
		s.cells = s.cells[:len(s.cells)-1]
		if c.done && !c.taken {
			s.found = append(s.found, c.result())
		}
	case c.done || c.depth == 0:
	case name == "pPr" && len(s.path) == c.depth+1:
		c.from = after
	case name == "rPr" && len(s.path) == c.depth+2:
		s.properties(c, s.text[c.mark:after])
	case name == "p" && len(s.path) == c.depth:
		c.to, c.done = s.before, true
	}
}

// result is the opening of a cell that is whole.
func (c *cell) result() opening {
	o := c.opening
	if o.properties == "" {
		o.properties = c.inherited
	}
	if c.marked && o.before == "" {
		o.to = o.from
	}
	return o
}

// properties takes those of the first run, or else of the paragraph's mark.
func (s *search) properties(c *cell, found string) {
	switch around := s.path[len(s.path)-2]; {
	case around == "r" && c.properties == "":
		c.properties = found
	case around == "pPr":
		c.inherited = found
	}
}
