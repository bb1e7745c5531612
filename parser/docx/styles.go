package docx

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// styles is what the reader wants of word/styles.xml. The zero value and nil
// have no styles.
type styles struct {
	byID map[string]*style
	// standard is the id of the paragraph style that those without one have.
	standard string
}

// style is a paragraph or character style; what it does not set it has from
// the style that it is based on.
type style struct {
	id      string
	base    string
	name    string
	outline int
	number  numberRef
	look    look
}

// readStyles reads the part; one that is damaged gives the styles before the damage.
func readStyles(s *scanner) *styles {
	list := &styles{byID: map[string]*style{}}
	if !s.root() {
		return list
	}
	s.each(func() {
		if s.local != "style" {
			return
		}
		kind, _ := s.attr("type")
		if kind == "table" {
			return // most of the part, and of no use here
		}
		id, _ := s.attr("styleId")
		if standard, _ := s.attr("default"); kind == "paragraph" && (standard == "1" || standard == "true") {
			list.standard = id
		}
		list.byID[id] = readStyle(s, id)
	})
	return list
}

func readStyle(s *scanner, id string) *style {
	st := &style{id: id, outline: unset, number: numberRef{unset, unset}}
	s.each(func() {
		switch s.local {
		case "name":
			st.name, _ = s.attr("val")
		case "basedOn":
			st.base, _ = s.attr("val")
		case "pPr":
			readStyleParagraph(s, st)
		case "rPr":
			s.each(func() { s.readLook(&st.look) })
		}
	})
	return st
}

func readStyleParagraph(s *scanner, st *style) {
	s.each(func() {
		switch s.local {
		case "outlineLvl":
			st.outline = s.number("val", unset)
		case "numPr":
			st.number = s.numberRef()
		}
	})
}

// chain is the style with the id and those that it is based on, nearest
// first. Word allows eleven; a circle ends there too.
func (l *styles) chain(id string) []*style {
	if l == nil {
		return nil
	}
	if id == "" {
		id = l.standard
	}
	var list []*style
	for st := l.byID[id]; st != nil && len(list) < 20; st = l.byID[st.base] {
		list = append(list, st)
	}
	return list
}

// look is that of text in the style, where it stands in text of the look around.
func (l *styles) look(id string, around look) look {
	for _, st := range slices.Backward(l.chain(id)) {
		around = st.look.over(around)
	}
	return around
}

// bodyLevel is the outline level from 0 that means body text.
const bodyLevel = 9

// level is the outline level from 1 of a paragraph in the style; 0 for body text.
func (l *styles) level(id string) int {
	list := l.chain(id)
	for _, st := range list {
		if st.outline != unset {
			return outlineLevel(st.outline)
		}
		if level := headingLevel(st.name); level > 0 {
			return level
		}
	}
	if len(list) == 0 {
		return headingLevel(id) // no styles part: the id is all there is
	}
	return 0
}

func outlineLevel(outline int) int {
	if outline < 0 || outline >= bodyLevel {
		return 0
	}
	return outline + 1
}

var headingName = regexp.MustCompile(`^(?i:heading|标题)\s*([1-9])$`)

// headingLevel tells the built-in heading styles by their names. Word writes
// the English name whatever its language; WPS writes 标题 1 at times.
func headingLevel(name string) int {
	if name == "标题" || strings.EqualFold(name, "title") {
		return 1
	}
	if match := headingName.FindStringSubmatch(name); match != nil {
		level, _ := strconv.Atoi(match[1])
		return level
	}
	return 0
}
