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

// library keeps the words of the reports of two years while a set is linked.
type library struct {
	loaded *loaded
	kept   map[*Subject]*writing
}

// of gives the words of a report, nil when it cannot be loaded: then the subject
// that they are wanted for is broken.
func (l *library) of(s, whom *Subject) *writing {
	if words := l.kept[s]; words != nil {
		return words
	}
	report, err := l.loaded.of(s)
	if err != nil {
		whom.broken = err
		return nil
	}
	whole := *s
	whole.Report = report
	words := writingOf(&whole)
	l.kept[s] = words
	return words
}

// forget lets the words of the years before one go.
func (l *library) forget(year int) {
	maps.DeleteFunc(l.kept, func(s *Subject, _ *writing) bool { return s.Year < year })
}

// linkCopies finds what reports have in common with last year's and with those
// of other organs, a year after the other.
func (s *Set) linkCopies() {
	words := &library{&s.loaded, map[*Subject]*writing{}}
	byYear := map[int][]*Subject{}
	for _, subject := range s.subjects {
		byYear[subject.Year] = append(byYear[subject.Year], subject)
	}
	for _, year := range slices.Sorted(maps.Keys(byYear)) {
		words.forget(year - 1)
		for _, subject := range byYear[year] {
			if subject.Previous != nil && legible(subject) && legible(subject.Previous) {
				subject.linkLastYear(words)
			}
		}
		words.forget(year)
		linkElsewhere(voices(byYear[year]), words)
	}
}

// legible reports whether all the words of a report are known.
func legible(s *Subject) bool { return s.Incomplete == "" }

func (s *Subject) linkLastYear(words *library) {
	here, there := words.of(s, s), words.of(s.Previous, s)
	if here == nil || there == nil {
		return
	}
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

// shortened copies a passage: the text that it is a part of may be let go.
func shortened(p parser.Passage) parser.Passage {
	p.Text = strings.Clone(p.Text)
	if characters := []rune(p.Text); len(characters) > longestPassage {
		p.Text = string(characters[:longestPassage]) + "…"
	}
	return p
}

// voice is a report of an organ among those of others.
type voice struct {
	*Subject
	organ string
	words *writing
}

// voices are the reports of a year by organs that can be told apart.
func voices(reports []*Subject) []voice {
	var list []voice
	for _, subject := range reports {
		sameYear := subject.year == 0 || subject.year == subject.Year
		if organ := organKey(subject); organ != "" && subject.Year != 0 && sameYear && legible(subject) {
			list = append(list, voice{Subject: subject, organ: organ})
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
func linkElsewhere(list []voice, words *library) {
	if len(list) < 2 {
		return
	}
	for i := range list {
		list[i].words = words.of(list[i].Subject, list[i].Subject)
	}
	list = slices.DeleteFunc(list, func(v voice) bool { return v.words == nil })
	if len(list) == 0 {
		return
	}
	for i, alike := range alikeIn(list) {
		list[i].linkClosest(list, alike)
	}
}

// alikeIn finds the pairs of each report, which stands first in them.
func alikeIn(list []voice) [][]similar.Pair {
	documents, organs := make([]similar.Document, len(list)), map[string]bool{}
	for i, v := range list {
		documents[i] = similar.Document{Text: v.words.text, Group: v.organ}
		organs[v.organ] = true
	}
	search := similar.Search{
		Least: list[0].limit(copiedFromOthers), Shortest: int(list[0].limit(copiedLength)),
		CommonIn: int(max(list[0].limit(commonReports), list[0].limit(commonShare)*float64(len(organs)))),
		Akin:     func(a, b int) bool { return akin(list[a].organ, list[b].organ) },
	}
	alike := make([][]similar.Pair, len(list))
	for _, p := range search.Pairs(documents) {
		alike[p.First] = append(alike[p.First], p)
		alike[p.Second] = append(alike[p.Second], similar.Pair{First: p.Second, Second: p.First, Overlap: similar.Overlap{Here: p.There, There: p.Here}})
	}
	return alike
}

func (v voice) linkClosest(list []voice, alike []similar.Pair) {
	if len(alike) == 0 {
		return
	}
	organs := map[string]bool{}
	for _, p := range alike {
		organs[list[p.Second].organ] = true
	}
	closest := slices.MaxFunc(alike, func(a, b similar.Pair) int { return cmp.Compare(a.Share(), b.Share()) })
	other := list[closest.Second]
	v.copies.elsewhere = newCopied(other.Subject, v.words, other.words, closest.Overlap)
	v.copies.elsewhere.more = len(organs) - 1
}
