package parser

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"gouji/parser/form"
)

// heading is a line that may begin a section.
type heading struct {
	first, last int // the lines that print it
	number      int
	loose       bool // the numeral is in digits or brackets, as those of sub-headings are: 1.总体情况
	printed     string
	title       string // without its numeral
	rest        string // the prose that follows it in the same paragraph
	official    int    // the section that its wording means, 0 for none
	match       Match
}

const (
	longestHeading  = 40 // characters of a heading that stands alone
	longestHeadline = 3  // lines that a heading may be broken over
)

// titleWords are the titles of the six sections with the wordings met in practice.
var titleWords = sync.OnceValue(func() []candidate {
	var list []candidate
	for _, s := range form.Of(form.Edition2021).Sections {
		list = append(list, newCandidate(s.Title, s.Variants, nil))
	}
	return list
})

var (
	headNumber = regexp.MustCompile(`^\s*(?:第\s*([一二三四五六七八九十]+)\s*(?:部分|章)[、，．.:：\s]*|([一二三四五六七八九十]+)\s*[、，,．.。:：]\s*|([一二三四五六七八九十]+)\s+)(\S.*)?$`)
	bareNumber = regexp.MustCompile(`^\s*([一二三四五六七八九十]+)\s*[、，,．.]?\s*$`)
	leadYear   = regexp.MustCompile(`^(?:20\d\d|二[〇○零]..)年度?`)
	leaders    = regexp.MustCompile(`[.…·\s]{3,}\d*$`)
)

// headingAt reads the lines from i on as a heading; false when they are none.
func headingAt(lines []line, i int) (heading, bool) {
	h := heading{first: i, last: i}
	if lines[i].table {
		return h, false
	}
	text := lines[i].text
	if len(text) > longestPlain && !opensNumbered(text) {
		return h, false
	}
	h.number, h.title = cutHeadNumber(text)
	if h.number == 0 {
		h.cutTightNumber()
		h.title = strings.TrimLeft(h.title, "、．. 　") // 、收到和处理… lost its numeral
	}
	h.printed = text
	h.judge()
	if h.official == 0 || h.match == Near {
		h.joinNext(lines)
	}
	if h.official == 0 {
		h.splitSentence()
	}
	if h.number == 0 && (h.official == 0 || h.match == Near && lines[i].level == 0) {
		return h, false
	}
	return h, h.official > 0 || isHeadline(h.title)
}

// longestPlain is the most bytes of a heading without a numeral, so that body
// text is passed over quickly.
const longestPlain = 3 * longestHeading

// opensNumbered reports whether a text may begin with an ideographic numeral.
func opensNumbered(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(text))
	return r == '第' || r == '十' || strings.ContainsRune(ideographDigits, r)
}

// cutTightNumber reads numerals that only a title known from the forms makes
// one: 一总体情况, 1.总体情况, （一）总体情况.
func (h *heading) cutTightNumber() {
	n, rest := cutNumeral(fold(h.title))
	if n.value == 0 {
		n.value, rest = cutIdeographs(fold(h.title))
		n.style = '一'
	}
	if n.value == 0 {
		return
	}
	if official, m := officialTitle(rest); official > 0 && m > Near {
		h.number, h.title, h.loose = n.value, rest, n.style != '一'
	}
}

// cutHeadNumber splits 一、总体情况 into 1 and its title.
func cutHeadNumber(text string) (int, string) {
	if m := bareNumber.FindStringSubmatch(text); m != nil {
		n, _ := cutIdeographs(m[1])
		return n, ""
	}
	m := headNumber.FindStringSubmatch(text)
	if m == nil {
		return 0, text
	}
	n, _ := cutIdeographs(m[1] + m[2] + m[3])
	return n, strings.TrimSpace(m[4])
}

// judge decides which official section the title means.
func (h *heading) judge() { h.official, h.match = officialTitle(h.title) }

func officialTitle(title string) (int, Match) {
	folded := strings.TrimRight(fold(leaders.ReplaceAllString(title, "")), ",.:;")
	w := wording{body: folded, runes: []rune(folded)}
	if at, m := choose(titleWords(), w, nil); at >= 0 {
		return at + 1, m
	}
	if short := leadYear.ReplaceAllString(folded, ""); short != folded {
		w = wording{body: short, runes: []rune(short)}
		if at, m := choose(titleWords(), w, nil); at >= 0 {
			return at + 1, min(m, Variant)
		}
	}
	return 0, NoMatch
}

// joinNext reads a heading that is broken over lines: 三、收到和处理政府信息公开
// above 申请情况, or 一、 above its title.
func (h *heading) joinNext(lines []line) {
	title, printed := h.title, h.printed
	for n := 1; n < longestHeadline && h.first+n < len(lines); n++ {
		next := lines[h.first+n]
		if next.table || utf8.RuneCountInString(title+next.text) > longestHeading {
			return
		}
		title, printed = title+next.text, printed+next.text
		if official, m := officialTitle(title); official > 0 && (m > h.match || h.official == 0) && (h.number > 0 || m == Exact) {
			h.title, h.printed, h.official, h.match, h.last = title, printed, official, m, h.first+n
			return
		}
	}
}

// splitSentence finds the title at the head of a paragraph that goes on with
// its first sentence: 一、总体情况。2024年… or 一、总体情况 本年度…
func (h *heading) splitSentence() {
	if h.number == 0 {
		return
	}
	for i, r := range h.title {
		if i > longestPlain {
			return
		}
		if !strings.ContainsRune("。．.：:；; 　\t,，（(", r) || i == 0 {
			continue
		}
		official, m := officialTitle(h.title[:i])
		if official == 0 {
			continue
		}
		if enumerates(h.title[i:]) {
			return
		}
		at := strings.Index(h.printed, h.title)
		h.printed = strings.TrimSpace(h.printed[:at+i])
		h.rest = strings.TrimSpace(strings.TrimLeft(h.title[i:], "。．.：:；; 　\t,，"))
		h.title, h.official, h.match = h.title[:i], official, m
		return
	}
}

// enumerates reports whether a text names several sections: the outline in a
// preface, 一、总体情况，二、主动公开政府信息情况…
func enumerates(text string) bool {
	folded, named := fold(text), 0
	for _, c := range titleWords() {
		if strings.Contains(folded, c.words.body) {
			named++
		}
	}
	return named > 1
}

// isHeadline reports whether a title in unknown wording stands alone as a heading.
func isHeadline(title string) bool {
	return title != "" && utf8.RuneCountInString(title) <= longestHeading && !strings.ContainsAny(title, "。；;！？")
}
