package letter

import (
	"encoding/xml"
	"strings"
)

// printer writes a template's content with its placeholders filled in.
type printer struct {
	template *Template
	values   values
	sections int // {{节}} that stand so far
	out      strings.Builder
}

// scope is where a placeholder stands.
type scope struct {
	item  fields // of the list that is repeated; nil outside
	inRow bool   // a cell must keep its paragraph
}

// inside writes what an element holds, its tags included.
func (p *printer) inside(e *element) { p.within(e, scope{}) }

func (p *printer) within(e *element, s scope) {
	at := e.start
	for i := 0; i < len(e.children); {
		c := e.children[i]
		p.copy(at, c.start)
		until := i + 1
		list := ""
		if s.item == nil {
			list = listOf(c)
		}
		for list != "" && until < len(e.children) && listOf(e.children[until]) == list {
			until++
		}
		if list != "" {
			p.repeat(e.children[i:until], p.values.lists[list])
		} else {
			p.one(c, s)
		}
		at, i = e.children[until-1].end, until
	}
	p.copy(at, e.end)
}

func (p *printer) copy(from, to int) { p.out.WriteString(p.template.content[from:to]) }

// one writes an element once.
func (p *printer) one(e *element, s scope) {
	switch {
	case e.name == "p":
		p.paragraph(e, s)
	case len(e.children) == 0:
		p.copy(e.start, e.end)
	default:
		s.inRow = s.inRow || e.name == "tc"
		p.within(e, s)
	}
}

// repeat writes elements for every thing of a list.
func (p *printer) repeat(block []*element, items []fields) {
	for _, item := range items {
		for _, e := range block {
			p.one(e, scope{item: item})
		}
	}
}

// listOf is the list that a paragraph or a row of a table is to be repeated for,
// empty for none.
func listOf(e *element) string {
	if e.name != "p" && e.name != "tr" {
		return ""
	}
	for _, match := range placeholder.FindAllStringSubmatch(e.words(), -1) {
		if match[2] != "" {
			return match[1]
		}
	}
	return ""
}

// paragraph writes a paragraph, if it has something to say.
func (p *printer) paragraph(e *element, s scope) {
	texts := e.texts()
	filled, stands := p.filled(texts, s)
	if !stands && !s.inRow {
		return
	}
	at := e.start
	var walk func(*element)
	walk = func(e *element) {
		for _, c := range e.children {
			switch c.name {
			case "t":
				p.copy(at, c.start)
				p.out.WriteString(filled[c])
				at = c.end
			case "p":
				p.copy(at, c.start)
				p.paragraph(c, s)
				at = c.end
			default:
				walk(c)
			}
		}
	}
	walk(e)
	p.copy(at, e.end)
}

// filled are the text elements of a paragraph with their values; stands is false when
// it has placeholders and all of them stand for nothing.
func (p *printer) filled(texts []*element, s scope) (xml map[*element]string, stands bool) {
	joined := ""
	for _, t := range texts {
		joined += t.text
	}
	matches := placeholder.FindAllStringSubmatchIndex(joined, -1)
	spans, stands := p.spans(joined, matches, s)
	xml, at := map[*element]string{}, 0
	for _, t := range texts {
		xml[t] = textElement(part(joined, spans, at, at+len(t.text)))
		at += len(t.text)
	}
	return xml, stands
}

// span is a placeholder in the text of a paragraph, and its value.
type span struct {
	from, to int
	value    string
	section  bool // {{节}}
}

// standing is what a placeholder means for whether its paragraph stands.
type standing int

const (
	neutral standing = iota // a condition that holds, a section's numeral
	full
	empty
	barred // a condition that does not hold
)

// spans are the placeholders of a paragraph's text, and whether it stands.
func (p *printer) spans(text string, matches [][]int, s scope) ([]span, bool) {
	var spans []span
	count := map[standing]int{}
	for _, m := range matches {
		name, field := text[m[2]:m[3]], ""
		if m[4] >= 0 {
			field = text[m[4]:m[5]]
		}
		value, standing := p.value(name, field, s)
		count[standing]++
		spans = append(spans, span{from: m[0], to: m[1], value: value, section: name == sectionName})
	}
	if count[barred] > 0 || count[empty] > 0 && count[full] == 0 {
		return spans, false
	}
	p.number(spans)
	return spans, true
}

func (p *printer) value(name, field string, s scope) (string, standing) {
	value := p.values.single[name]
	switch list, condition := strings.CutPrefix(name, onlyIf); {
	case name == sectionName, condition && len(p.values.lists[list]) > 0:
		return "", neutral
	case condition:
		return "", barred
	case field != "":
		value = s.item[field]
	}
	if value == "" {
		return "", empty
	}
	return value, full
}

// number gives the sections of a paragraph that stands their numerals.
func (p *printer) number(spans []span) {
	for i := range spans {
		if spans[i].section {
			spans[i].value = numerals[min(p.sections, len(numerals)-1)]
			p.sections++
		}
	}
}

var numerals = []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

// part is the text from one place to another with values in place of the
// placeholders; a value stands where its placeholder begins.
func part(text string, spans []span, from, to int) string {
	var out strings.Builder
	at := from
	for _, s := range spans {
		if s.to <= from || s.from >= to {
			continue
		}
		if s.from >= from {
			out.WriteString(text[at:s.from] + s.value)
		}
		at = min(s.to, to)
	}
	return out.String() + text[at:to]
}

// textElement is text as WordprocessingML. A text that holds a line break is two
// elements: a break cannot stand in one.
func textElement(text string) string {
	var out strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			out.WriteString("<w:br/>")
		}
		out.WriteString(`<w:t xml:space="preserve">`)
		xml.EscapeText(&out, []byte(line))
		out.WriteString("</w:t>")
	}
	return out.String()
}
