package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gouji/parser/document"
)

// levels is how many levels a list has.
const levels = 9

// maxLists is how many definitions and lists are read, and maxNumberText how
// long the text of a number may be, in bytes: a few hundred definitions are
// common in files that were copied together, more than ten bytes are not.
const (
	maxLists      = 20_000
	maxNumberText = 255
)

// numbering is word/numbering.xml: what automatic numbers look like.
type numbering struct {
	abstracts map[int]*abstract
	lists     map[int]*list
}

// abstract is a w:abstractNum: a definition that several lists may share, and
// with it one count.
type abstract struct {
	levels    [levels]level
	styleLink string // the style whose list has the levels, if they are not here
}

// list is a w:num.
type list struct {
	abstract  int
	starts    [levels]int // where the list starts anew; unset where it goes on
	overrides [levels]*level
}

// level is a w:lvl.
type level struct {
	start   int
	format  string // w:numFmt
	text    string // "第%1章": %1 is the number of the first level
	style   string // the paragraph style that has this level
	restart int    // w:lvlRestart; unset: restarts after any higher level
	legal   bool   // all its numbers are decimal
	defined bool
}

func readNumbering(s *scanner) *numbering {
	n := &numbering{abstracts: map[int]*abstract{}, lists: map[int]*list{}}
	if !s.root() {
		return n
	}
	s.each(func() {
		if len(n.abstracts)+len(n.lists) > maxLists {
			s.exceed(document.Content, "编号定义超过 %d 个", maxLists)
			return
		}
		switch s.local {
		case "abstractNum":
			n.abstracts[s.number("abstractNumId", unset)] = readAbstract(s)
		case "num":
			n.lists[s.number("numId", unset)] = readList(s)
		}
	})
	return n
}

func readAbstract(s *scanner) *abstract {
	a := &abstract{}
	s.each(func() {
		switch s.local {
		case "numStyleLink":
			a.styleLink, _ = s.attr("val")
		case "lvl":
			if at := s.number("ilvl", unset); at >= 0 && at < levels {
				a.levels[at] = readLevel(s)
			}
		}
	})
	return a
}

func readList(s *scanner) *list {
	l := &list{abstract: unset}
	for i := range l.starts {
		l.starts[i] = unset
	}
	s.each(func() {
		switch s.local {
		case "abstractNumId":
			l.abstract = s.number("val", unset)
		case "lvlOverride":
			if at := s.number("ilvl", unset); at >= 0 && at < levels {
				readOverride(s, l, at)
			}
		}
	})
	return l
}

func readOverride(s *scanner, l *list, at int) {
	s.each(func() {
		switch s.local {
		case "startOverride":
			l.starts[at] = s.number("val", unset)
		case "lvl":
			lvl := readLevel(s)
			l.overrides[at] = &lvl
		}
	})
}

func readLevel(s *scanner) level {
	l := level{format: "decimal", restart: unset, defined: true}
	s.each(func() {
		switch s.local {
		case "start":
			l.start = s.number("val", 0)
		case "numFmt":
			l.format, _ = s.attr("val")
		case "lvlText":
			l.text, _ = s.attr("val")
		case "pStyle":
			l.style, _ = s.attr("val")
		case "lvlRestart":
			l.restart = s.number("val", unset)
		case "isLgl":
			l.legal = s.on()
		case "AlternateContent":
			readCustomFormat(s, &l)
		}
	})
	return l
}

// readCustomFormat reads the format of a level that Word writes twice: its
// own ("01, 02", in the choice) and, for other programs, a common one. The
// last one read is the common one.
func readCustomFormat(s *scanner, l *level) {
	s.each(func() {
		s.each(func() {
			if s.local == "numFmt" {
				l.format, _ = s.attr("val")
			}
		})
	})
}

// counter gives paragraphs their numbers in reading order.
type counter struct {
	*numbering
	styles  *styles
	counts  map[int]*[levels]int // by abstract; unset until the level is met
	started map[int]bool         // lists that have been met
}

func newCounter(n *numbering, s *styles) *counter {
	return &counter{n, s, map[int]*[levels]int{}, map[int]bool{}}
}

// next is the number of the next paragraph ("一、"); empty when it has none.
func (c *counter) next(p *paragraph) string {
	ref := c.reference(p)
	l := c.lists[ref.list]
	if ref.list <= 0 || l == nil || ref.level >= levels {
		return ""
	}
	id, a := c.definition(l)
	if a == nil {
		return ""
	}
	if ref.level < 0 {
		ref.level = c.levelOf(p.style, a)
	}
	if !l.level(a, ref.level).defined {
		return ""
	}
	return l.print(a, ref.level, c.advance(id, ref, a))
}

// reference is the list and level of a paragraph, from itself or its style.
func (c *counter) reference(p *paragraph) numberRef {
	ref := p.number
	for _, st := range c.styles.chain(p.style) {
		if ref.list == unset {
			ref.list = st.number.list
		}
		if ref.level == unset && p.number.list == unset {
			ref.level = st.number.level
		}
	}
	if p.number.list != unset {
		ref.level = max(ref.level, 0)
	}
	return ref
}

// definition is the abstract of a list, looked for behind a style if need be.
func (c *counter) definition(l *list) (int, *abstract) {
	a := c.abstracts[l.abstract]
	if a == nil || a.styleLink == "" {
		return l.abstract, a
	}
	for _, st := range c.styles.chain(a.styleLink) {
		if linked := c.lists[st.number.list]; linked != nil {
			return linked.abstract, c.abstracts[linked.abstract]
		}
	}
	return l.abstract, a
}

// levelOf is the level that a style has in the definition.
func (c *counter) levelOf(id string, a *abstract) int {
	for _, st := range c.styles.chain(id) {
		for at := range a.levels {
			if a.levels[at].style == st.id {
				return at
			}
		}
	}
	return 0
}

// advance counts the paragraph and gives the counts as they stand at it.
func (c *counter) advance(id int, ref numberRef, a *abstract) *[levels]int {
	counts, l := c.countsOf(id), c.lists[ref.list]
	if !c.started[ref.list] {
		c.started[ref.list] = true
		for at, start := range l.starts {
			if start != unset {
				counts[at] = unset
			}
		}
	}
	for at := 0; at <= ref.level; at++ {
		if counts[at] == unset {
			counts[at] = l.startOf(a, at)
		} else if at == ref.level {
			counts[at]++
		}
	}
	for at := ref.level + 1; at < levels; at++ {
		if after := l.level(a, at).restart; after == unset || after > ref.level {
			counts[at] = unset
		}
	}
	return counts
}

func (c *counter) countsOf(id int) *[levels]int {
	if c.counts[id] == nil {
		c.counts[id] = &[levels]int{}
		for at := range c.counts[id] {
			c.counts[id][at] = unset
		}
	}
	return c.counts[id]
}

func (l *list) level(a *abstract, at int) level {
	if l.overrides[at] != nil {
		return *l.overrides[at]
	}
	return a.levels[at]
}

func (l *list) startOf(a *abstract, at int) int {
	if l.starts[at] != unset {
		return l.starts[at]
	}
	return l.level(a, at).start
}

// print fills the level's text with the counts. Bullets are no numbers: a "-"
// before a figure would make it negative.
func (l *list) print(a *abstract, at int, counts *[levels]int) string {
	own := l.level(a, at)
	if own.format == "bullet" || len(own.text) > maxNumberText {
		return ""
	}
	var out strings.Builder
	for rest := own.text; rest != ""; {
		if len(rest) > 1 && rest[0] == '%' && rest[1] >= '1' && rest[1] <= '9' {
			part := int(rest[1] - '1')
			format := l.level(a, part).format
			if own.legal {
				format = "decimal"
			}
			out.WriteString(numeral(format, max(counts[part], 0)))
			rest = rest[2:]
			continue
		}
		_, size := utf8.DecodeRuneInString(rest)
		out.WriteString(rest[:size])
		rest = rest[size:]
	}
	return out.String()
}

// numbered puts the number before the text. A space stands between them only
// where they would run together: 第一章 总则, but 一、总则.
func numbered(number, text string) string {
	last, _ := utf8.DecodeLastRuneInString(number)
	first, _ := utf8.DecodeRuneInString(text)
	if text != "" && number != "" && (unicode.IsLetter(last) || unicode.IsDigit(last)) && !unicode.IsSpace(first) {
		return number + " " + text
	}
	return number + text
}
