package parser

import (
	"fmt"
	"slices"
	"strings"

	"gouji/parser/form"
)

// sectionPlan is what the facts say of the report's sections.
type sectionPlan struct {
	absent map[int]bool
	stated []Section // as printed, in order
	prose  map[int][]Passage
	whole  map[int]bool // all paragraphs are given
}

func newSectionPlan() sectionPlan {
	return sectionPlan{absent: map[int]bool{}, prose: map[int][]Passage{}, whole: map[int]bool{}}
}

// officialSections are the six of the form; editions do not differ in them.
func officialSections() []form.Section { return form.Of(form.Edition2021).Sections }

// setSection reads: section 五 absent, section 二 "…" [match], section other "…".
func setSection(d *draft, words []factWord) error {
	if len(words) < 2 {
		return ErrArguments
	}
	number, err := sectionNumber(words[0].text)
	if err != nil {
		return err
	}
	if words[1].text == "absent" && !words[1].quoted {
		d.plan.absent[number] = true
		return nil
	}
	text, match, told, err := textAndMatch(words[1:])
	s := statedSection(number, text)
	if told {
		s.Match = match
	}
	d.plan.stated = append(d.plan.stated, s)
	return err
}

// sectionNumber reads 一 to 六; other is 0.
func sectionNumber(s string) (int, error) {
	if s == "other" {
		return 0, nil
	}
	n, rest := cutIdeographs(s)
	if rest != "" || n < 1 || n > len(officialSections()) {
		return 0, fmt.Errorf("%w: no section %s", ErrArguments, s)
	}
	return n, nil
}

// statedSection is a section with a heading as printed.
func statedSection(official int, heading string) Section {
	s := Section{Official: official, Heading: heading}
	w := wordingOf(heading)
	s.Number = w.number.value
	s.Title = heading
	for i := range heading {
		if s.Number > 0 && fold(heading[i:]) == w.body {
			s.Title = strings.TrimSpace(heading[i:])
			break
		}
	}
	if official > 0 {
		o := officialSections()[official-1]
		s.Match = wordingMatch(s.Title, o.Title, o.Variants)
	}
	return s
}

// officialHeading is a section's heading as the form has it: 一、总体情况.
func officialHeading(s form.Section) string {
	return strings.Split("一二三四五六", "")[s.Number-1] + "、" + s.Title
}

// addText reads: text 一 "…".
func addText(d *draft, words []factWord) error {
	if len(words) != 2 {
		return ErrArguments
	}
	number, err := sectionNumber(words[0].text)
	if err != nil {
		return err
	}
	text, err := oneText(words[1:])
	d.plan.prose[number] = append(d.plan.prose[number], Passage{Text: text})
	return err
}

// setWhole reads: whole preface 一 五.
func setWhole(d *draft, words []factWord) error {
	for _, w := range words {
		if w.text == "preface" {
			d.report.PrefaceExcerpt = false
			continue
		}
		number, err := sectionNumber(w.text)
		if err != nil {
			return err
		}
		d.plan.whole[number] = true
	}
	return nil
}

// sections puts the stated headings, in the order stated, where the official
// order has any of them, and the official wording everywhere else.
func (p *sectionPlan) sections() []Section {
	var list []Section
	next := p.takeOther(&list, 0)
	for _, o := range officialSections() {
		switch {
		case p.isStated(o.Number):
			if next < len(p.stated) {
				list = append(list, p.stated[next])
				next = p.takeOther(&list, next+1)
			}
		case !p.absent[o.Number]:
			list = append(list, statedSection(o.Number, officialHeading(o)))
		}
	}
	list = append(list, p.stated[next:]...)
	for i := range list {
		list[i].Passages = p.prose[list[i].Official]
		list[i].Excerpt = !p.whole[list[i].Official]
		delete(p.prose, list[i].Official)
	}
	return list
}

// takeOther appends the headings from next on that are none of the six.
func (p *sectionPlan) takeOther(list *[]Section, next int) int {
	for next < len(p.stated) && p.stated[next].Official == 0 {
		*list = append(*list, p.stated[next])
		next++
	}
	return next
}

func (p *sectionPlan) isStated(number int) bool {
	return slices.ContainsFunc(p.stated, func(s Section) bool { return s.Official == number })
}
