package validate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gouji/parser"
	"gouji/validate/register"
	"gouji/validate/similar"
)

// copies is what of a report's words stands in other reports.
type copies struct {
	lastYear  *copied // the organ's own report for the year before
	problems  *copied // the same, of section five alone
	elsewhere *copied // the closest of other organs' reports for the year
}

// copied is what of a report's words stands in one other.
type copied struct {
	from     *Subject
	sections []int
	similar.Overlap
	figures  int // large counts, when it states the same counts in the same order; else 0
	more     int // other organs with as much in common
	passages []Parallel
}

// Parallel is two passages that stand beside each other: of the report and of
// the one that it is compared with.
type Parallel struct {
	Here  parser.Passage `json:"here"`
	There parser.Passage `json:"there"`
}

// library keeps the words of reports while a set is linked.
type library map[*Subject]*writing

func (l library) of(s *Subject) *writing {
	if l[s] == nil {
		l[s] = writingOf(s)
	}
	return l[s]
}

// linkCopies finds what reports have in common with last year's and with those
// of other organs.
func (s *Set) linkCopies() {
	words := library{}
	for _, subject := range s.subjects {
		if subject.Previous != nil && legible(subject) && legible(subject.Previous) {
			subject.linkLastYear(words)
		}
	}
	for _, list := range s.voices() {
		linkElsewhere(list, words)
	}
}

// legible reports whether all the words of a report are known.
func legible(s *Subject) bool { return s.Incomplete == "" }

func (s *Subject) linkLastYear(words library) {
	here, there := words.of(s), words.of(s.Previous)
	if o := similar.Compare(here.text, there.text); o.Share() >= min(s.limit(copiedFromLastYear), s.limit(identicalText)) {
		s.copies.lastYear = newCopied(s.Previous, here, there, o)
	}
	here, there = here.in(5), there.in(5)
	if o := similar.Compare(here.text, there.text); o.Share() >= s.limit(copiedFromLastYear) {
		s.copies.problems = newCopied(s.Previous, here, there, o)
	}
}

// parallels is how many passages a finding shows beside each other.
const parallels = 3

func newCopied(from *Subject, here, there *writing, o similar.Overlap) *copied {
	c := &copied{from: from, Overlap: o}
	for _, p := range here.pieces {
		if !slices.Contains(c.sections, p.section) {
			c.sections = append(c.sections, p.section)
		}
	}
	if slices.Equal(here.figures, there.figures) {
		c.figures = here.large
	}
	for _, m := range here.text.Beside(there.text, parallels) {
		c.passages = append(c.passages, Parallel{shortened(here.pieces[m.Here].printed), shortened(there.pieces[m.There].printed)})
	}
	return c
}

// longestPassage is what is shown of a passage, in characters.
const longestPassage = 120

func shortened(p parser.Passage) parser.Passage {
	if characters := []rune(p.Text); len(characters) > longestPassage {
		p.Text = string(characters[:longestPassage]) + "…"
	}
	return p
}

// voice is a report of an organ among those of others.
type voice struct {
	*Subject
	organ string
}

// voices are the reports of each year, by organs that can be told apart.
func (s *Set) voices() [][]voice {
	byYear := map[int][]voice{}
	for _, subject := range s.subjects {
		sameYear := subject.year == 0 || subject.year == subject.Year
		if organ := organKey(subject); organ != "" && subject.Year != 0 && sameYear && legible(subject) {
			byYear[subject.Year] = append(byYear[subject.Year], voice{subject, organ})
		}
	}
	var list [][]voice
	for _, year := range slices.Sorted(maps.Keys(byYear)) {
		if len(byYear[year]) > 1 {
			list = append(list, byYear[year])
		}
	}
	return list
}

func organKey(s *Subject) string {
	if s.Unit != nil {
		return register.Key(s.Unit.Name)
	}
	return register.Key(s.Organ)
}

// akin reports whether two names may mean one organ: 民政局 is somebody's, and
// 某县审批局 may write its second name in brackets.
func akin(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return strings.HasSuffix(b, a) || strings.Contains(b, a) && strings.Contains(b, "(")
}

// linkElsewhere finds the reports of a year that say the same as another organ's.
func linkElsewhere(list []voice, words library) {
	documents, organs := make([]similar.Document, len(list)), map[string]bool{}
	for i, v := range list {
		documents[i] = similar.Document{Text: words.of(v.Subject).text, Group: v.organ}
		organs[v.organ] = true
	}
	search := similar.Search{
		Least: list[0].limit(copiedFromOthers), Shortest: int(list[0].limit(copiedLength)),
		CommonIn: int(max(list[0].limit(commonReports), list[0].limit(commonShare)*float64(len(organs)))),
		Akin:     func(a, b int) bool { return akin(list[a].organ, list[b].organ) },
	}
	alike := make([][]similar.Pair, len(list)) // by report, which stands first in each
	for _, p := range search.Pairs(documents) {
		alike[p.First] = append(alike[p.First], p)
		alike[p.Second] = append(alike[p.Second], similar.Pair{First: p.Second, Second: p.First, Overlap: similar.Overlap{Here: p.There, There: p.Here}})
	}
	for i, v := range list {
		v.linkClosest(list, alike[i], words)
	}
}

func (v voice) linkClosest(list []voice, alike []similar.Pair, words library) {
	if len(alike) == 0 {
		return
	}
	organs := map[string]bool{}
	for _, p := range alike {
		organs[list[p.Second].organ] = true
	}
	closest := slices.MaxFunc(alike, func(a, b similar.Pair) int { return cmp.Compare(a.Share(), b.Share()) })
	other := list[closest.Second].Subject
	v.copies.elsewhere = newCopied(other, words.of(v.Subject), words.of(other), closest.Overlap)
	v.copies.elsewhere.more = len(organs) - 1
}
