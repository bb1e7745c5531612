package claim

import (
	"regexp"
	"strings"

	"gouji/parser/document"
)

// Paragraph is a paragraph of a report's prose as printed.
type Paragraph struct {
	Text    string
	Section int // the official section it stands in, 0 before the first
	Where   document.Place
}

// Sentence is a stretch of prose up to a full stop.
type Sentence struct {
	Text      string // in half width and without spaces (Flat)
	Section   int    // the official section it stands in, 0 before the first
	Paragraph int    // the index of its paragraph
	Topic     Topic  // what the heading above it is about
	Where     document.Place
}

// Topic is what the sub-heading above a sentence is about. Below
// （二）依申请公开情况 an application needs no other name than 申请.
type Topic int

// The topics that matter for what a number counts.
const (
	NoTopic      Topic = iota // no sub-heading yet in this section
	Applications              // 依申请公开
	Remedies                  // 政府信息公开行政复议、行政诉讼
	OtherTopic                // any other sub-heading
)

var (
	stops            = regexp.MustCompile(`[。;!?]`)
	subheading       = regexp.MustCompile(`^(?:[(][一二三四五六七八九十\d]+[)]|[一二三四五六七八九十\d]+[、.]|[一二三四五六七八九十]是)`)
	applicationsHead = regexp.MustCompile(`^[^,:]{0,16}依法?申请`)
	remediesHead     = regexp.MustCompile(`^[^,:]{0,8}信息公开[^,:]{0,16}(?:复议|诉讼)`)
)

// Sentences gives the sentences of paragraphs in order. A sub-heading's topic
// lasts until the next one or the end of its section.
func Sentences(paragraphs []Paragraph) []Sentence {
	var list []Sentence
	topic := NoTopic
	for i, p := range paragraphs {
		if i > 0 && p.Section != paragraphs[i-1].Section {
			topic = NoTopic
		}
		for _, text := range stops.Split(Flat(p.Text), -1) {
			topic = topicOf(text, topic)
			if text != "" {
				list = append(list, Sentence{text, p.Section, i, topic, p.Where})
			}
		}
	}
	return list
}

// topicOf is the topic below a sentence that may be a sub-heading.
func topicOf(text string, before Topic) Topic {
	switch {
	case !subheading.MatchString(text):
		return before
	case applicationsHead.MatchString(text):
		return Applications
	case remediesHead.MatchString(text):
		return Remedies
	}
	return OtherTopic
}

// onRemedies reports whether cases need no other name here than 行政复议: departments
// have other cases as well, but tell of them elsewhere.
func (s *Sentence) onRemedies() bool {
	return s.Section == 4 || s.Topic == Applications || s.Topic == Remedies
}

// ClauseBefore is what stands before a position in its clause.
func (s *Sentence) ClauseBefore(at int) string {
	return s.Text[clauseStart(s.Text[:at]):at]
}

// clauseStart is where the clause begins that a text ends in. Brackets that are
// closed again begin none: 4个县(市、区)没有发生.
func clauseStart(text string) int {
	depth := 0
	for i := len(text) - 1; i >= 0; i-- {
		switch c := text[i]; {
		case c == ')':
			depth++
		case c == '(' && depth > 0:
			depth--
		case depth == 0 && strings.IndexByte(",(:", c) >= 0:
			return i + 1
		}
	}
	return 0
}

// ClauseAround is the whole clause that a position stands in.
func (s *Sentence) ClauseAround(at int) string {
	after, _, _ := strings.Cut(s.Text[at:], ",")
	return s.ClauseBefore(at) + after
}
