package parser

import (
	"strings"
	"unicode/utf8"

	"gouji/parser/form"
)

// wording is a label ready to be compared: its numeral, and the rest folded.
type wording struct {
	number numeral
	body   string
	runes  []rune
	bare   string // without the explanation in brackets at its end; empty when it has none
}

func wordingOf(s string) wording {
	n, body := cutNumeral(fold(s))
	w := wording{number: n, body: body, runes: []rune(body)}
	if at := strings.IndexByte(body, '('); at > 0 {
		w.bare = body[:at]
	}
	return w
}

// candidate is an official label that a printed one may mean.
type candidate struct {
	official string
	words    wording
	variants []wording
	under    []string // merged labels that lead to it, folded without numeral
}

func newCandidate(label string, variants, under []string) candidate {
	c := candidate{official: label, words: wordingOf(label)}
	for _, v := range variants {
		c.variants = append(c.variants, wordingOf(v))
	}
	for _, u := range under {
		c.under = append(c.under, wordingOf(u).body)
	}
	return c
}

// agreement is how well a printed label fits a candidate; lower cost is better.
type agreement struct {
	cost  int
	match Match
}

const noCost = 1 << 20

// Costs of a label that differs. A character weighs as much as a wrong group:
// 结果维持 below 行政复议 is not 结果纠正, nor is it 结果维持 below 复议后起诉.
const (
	costCharacter = 2
	costGroup     = 2
	costNumeral   = 1
	clearlyBetter = 2
)

// compare says how well a printed label fits the candidate.
func (c *candidate) compare(w wording, groups []string) agreement {
	best := c.compareBody(w)
	if best.match == NoMatch {
		return best
	}
	if w.number.value > 0 && c.words.number.value > 0 && w.number != c.words.number {
		best.match = min(best.match, Variant)
		if w.number.value != c.words.number.value {
			best.cost += costNumeral
			best.match = Near
		}
	}
	if w.number.value == 0 && c.words.number.value > 0 {
		best.match = min(best.match, Variant)
	}
	if !c.agreesWith(groups) {
		best.cost += costGroup
	}
	return best
}

func (c *candidate) compareBody(w wording) agreement {
	if w.body == c.words.body {
		return agreement{0, Exact}
	}
	for _, v := range c.variants {
		if w.body == v.body {
			return agreement{0, Variant}
		}
	}
	if w.bare != "" && w.bare == c.words.body {
		return agreement{0, Variant} // 规章（设区的市提供相关数据）
	}
	best := c.words.near(w)
	for i := range c.variants {
		if a := c.variants[i].near(w); a.cost < best.cost {
			best = a
		}
	}
	return best
}

// near compares a printed wording with an official one character by character.
func (official *wording) near(w wording) agreement {
	limit := tolerance(len(official.runes))
	if d := distance(w.runes, official.runes, limit); d <= limit {
		return agreement{d * costCharacter, Near}
	}
	return agreement{noCost, NoMatch}
}

// agreesWith reports whether the groups a label stands in fit the candidate's;
// where either side has none there is nothing to disagree with.
func (c *candidate) agreesWith(groups []string) bool {
	if len(groups) == 0 || len(c.under) == 0 {
		return true
	}
	innermost := c.under[len(c.under)-1]
	for _, g := range groups {
		if sameGroup(g, innermost) {
			return true
		}
	}
	return false
}

// sameGroup compares folded group labels, wordings known from practice included.
func sameGroup(printed, official string) bool {
	if printed == official {
		return true
	}
	for _, v := range form.GroupVariants[official] {
		if printed == fold(v) {
			return true
		}
	}
	limit := tolerance(utf8.RuneCountInString(official))
	if limit == 0 || len(printed)-len(official) > limit*utf8.UTFMax || len(official)-len(printed) > limit*utf8.UTFMax {
		return false
	}
	return distance([]rune(printed), []rune(official), limit) <= limit
}

// choose returns the index of the candidate that a printed label means, -1 when
// none is clearly better than the others.
func choose(list []candidate, w wording, groups []string) (int, Match) {
	at, best, second := -1, agreement{cost: noCost}, noCost
	for i := range list {
		a := list[i].compare(w, groups)
		if a.match == NoMatch {
			continue
		}
		if a.cost < best.cost || a.cost == best.cost && a.match > best.match {
			at, best, second = i, a, best.cost
		} else {
			second = min(second, a.cost)
		}
	}
	if at < 0 || second-best.cost < clearlyBetter && !(best.cost == 0 && second > 0) {
		return -1, NoMatch
	}
	return at, best.match
}
