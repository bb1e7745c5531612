package rtf

import (
	"strconv"
	"strings"

	"gouji/parser/wordml"
)

// sheet is the style sheet: names and levels tell headings. Looks and numbers
// of styles stand at each paragraph again.
type sheet struct {
	depth int // of the groups that are styles
	open  style
	list  []style
	known map[int]bool
}

type style struct {
	name              string
	id, base, outline int
	foreign           bool // not of paragraphs
}

func styleID(number int) string { return "s" + strconv.Itoa(number) }

func (s *sheet) at(depth int) bool { return depth == s.depth }

func (s *sheet) begin() { s.open = style{base: wordml.Unset, outline: wordml.Unset} }

// take reads a property of the style; one without \s is number 0.
func (s *sheet) take(t token) {
	switch t.word {
	case "s":
		s.open.id = t.value
	case "sbasedon":
		s.open.base = t.value
	case "outlinelevel":
		s.open.outline = t.value
	case "cs", "ds", "ts":
		s.open.foreign = true
	}
}

// end adds the style; of two with one number the first counts.
func (s *sheet) end(name string) {
	s.open.name = strings.TrimRight(strings.TrimSpace(name), ";")
	if s.open.foreign || s.known[s.open.id] {
		return
	}
	if s.known == nil {
		s.known = map[int]bool{}
	}
	s.known[s.open.id] = true
	s.list = append(s.list, s.open)
}

func (s *sheet) xml() string {
	w := &wordml.Writer{}
	w.Text("<w:styles ", wordml.Space, ">")
	for _, st := range s.list {
		w.Text(`<w:style w:type="paragraph" w:styleId="`, styleID(st.id), `"><w:name w:val="`, wordml.Attribute(st.name), `"/>`)
		if st.base != wordml.Unset && st.base != st.id {
			w.Word("basedOn", styleID(st.base))
		}
		w.Text("<w:pPr>")
		w.Value("outlineLvl", st.outline)
		w.Text("</w:pPr></w:style>")
	}
	w.Text("</w:styles>")
	return w.String()
}
