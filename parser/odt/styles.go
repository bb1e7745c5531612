package odt

import (
	"strconv"
	"strings"

	"gouji/parser/docx"
	"gouji/parser/wordml"
)

// styles are the styles by family and name, and in the order of the file.
type styles struct {
	byName map[string]*style
	list   []*style
}

// style is what the reader wants of a style:style.
type style struct {
	id, family, name, parent string
	list                     *string // its list style; "" for none at all
	look                     [4]answer
}

// answer is what a style says of a property.
type answer int

const (
	silent answer = iota
	yes
	no
)

// Properties of a look.
const (
	hidden = iota
	struck
	raised
	white
)

// readStyles reads the common styles, and those that the content has for
// itself. Those that styles.xml has for itself are of headers and footers.
func readStyles(p *parts) *styles {
	all := &styles{byName: map[string]*style{}}
	for _, from := range []*node{p.styles.Find("office:styles"), p.content.Find("office:automatic-styles")} {
		if from == nil {
			continue
		}
		for _, n := range from.Children {
			if n.Name == "style:style" {
				all.add(n)
			}
		}
	}
	return all
}

func (all *styles) add(n *node) {
	name := n.Attribute("style:name")
	s := &style{id: "s" + strconv.Itoa(len(all.list)), family: n.Attribute("style:family"), name: name, parent: n.Attribute("style:parent-style-name")}
	if shown := n.Attribute("style:display-name"); shown != "" {
		s.name = shown
	}
	if list, given := n.Given("style:list-style-name"); given {
		s.list = &list
	}
	s.look = lookOf(n.Find("style:text-properties"))
	all.list = append(all.list, s)
	all.byName[s.family+"/"+name] = s
}

func lookOf(n *node) (look [4]answer) {
	if n == nil {
		return look
	}
	say := func(property int, attribute string, means func(string) bool) {
		if value, given := n.Given(attribute); given {
			look[property] = no
			if means(value) {
				look[property] = yes
			}
		}
	}
	say(hidden, "text:display", func(v string) bool { return v == "none" })
	say(struck, "style:text-line-through-type", func(v string) bool { return v != "none" })
	say(struck, "style:text-line-through-style", func(v string) bool { return v != "none" })
	say(raised, "style:text-position", isRaised)
	say(white, "xsl-fo-compatible:color", func(v string) bool { return docx.PaleHex(strings.TrimPrefix(v, "#")) })
	return look
}

// isRaised tells "super 58%" and "33% 58%" from "0% 100%".
func isRaised(position string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(position), " ")
	return first == "super" || first == "sub" || strings.Trim(first, "0%+-.") != ""
}

// chain is the style and those that it is based on, nearest first.
func (all *styles) chain(family, name string) []*style {
	var list []*style
	for s := all.byName[family+"/"+name]; s != nil && len(list) < 20; s = all.byName[family+"/"+s.parent] {
		list = append(list, s)
	}
	return list
}

// look is that of text in the style, where it stands in text of the look around.
func (all *styles) look(family, name string, around wordml.Look) wordml.Look {
	list := all.chain(family, name)
	for property, field := range []*bool{&around.Hidden, &around.Struck, &around.Raised, &around.White} {
		for _, s := range list {
			if s.look[property] != silent {
				*field = s.look[property] == yes
				break
			}
		}
	}
	return around
}

func (all *styles) id(name string) string {
	if s := all.byName["paragraph/"+name]; s != nil {
		return s.id
	}
	return ""
}

// unnumbered reports whether a heading's style takes it out of the outline's
// numbers.
func (all *styles) unnumbered(name string) bool {
	for _, s := range all.chain("paragraph", name) {
		if s.list != nil {
			return *s.list == ""
		}
	}
	return false
}

func (all *styles) xml() string {
	w := &wordml.Writer{}
	w.Text("<w:styles ", wordml.Space, ">")
	for _, s := range all.list {
		if s.family != "paragraph" {
			continue
		}
		w.Text(`<w:style w:type="paragraph" w:styleId="`, s.id, `"><w:name w:val="`, wordml.Attribute(s.name), `"/>`)
		w.Word("basedOn", all.id(s.parent))
		w.Text("</w:style>")
	}
	w.Text("</w:styles>")
	return w.String()
}
