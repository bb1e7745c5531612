package parser

import (
	"strings"

	"gouji/parser/document"
)

// readSections finds the headings among the lines and what stands below them.
// It gives the lines before the first heading apart.
func readSections(lines []line) (preface []line, sections []Section) {
	heads := chooseHeadings(lines)
	if len(heads) == 0 {
		return lines, nil
	}
	for i, h := range heads {
		end := len(lines)
		if i+1 < len(heads) {
			end = heads[i+1].first
		}
		sections = append(sections, sectionOf(h, lines, end))
	}
	return lines[:heads[0].first], sections
}

func sectionOf(h heading, lines []line, end int) Section {
	s := Section{
		Number: h.number, Heading: h.printed, Title: strings.TrimRight(h.title, "。：:；"),
		Official: h.official, Match: h.match, Where: span(lines[h.first : h.last+1]),
	}
	if h.rest != "" {
		s.Passages = append(s.Passages, Passage{h.rest, lines[h.last].where})
	}
	s.Passages = append(s.Passages, passages(lines[h.last+1:end])...)
	return s
}

func passages(lines []line) []Passage {
	var list []Passage
	for _, l := range lines {
		if !l.table {
			list = append(list, Passage{l.text, l.where})
		}
	}
	return list
}

// span is the place of lines that belong together.
func span(lines []line) document.Place {
	where := lines[0].where
	for _, l := range lines[1:] {
		if l.where.Page == where.Page {
			where.Box = where.Box.Union(l.where.Box)
		}
	}
	return where
}

// chooseHeadings decides which lines are the headings of sections.
func chooseHeadings(lines []line) []heading {
	var possible []heading
	for i := 0; i < len(lines); i++ {
		if h, ok := headingAt(lines, i); ok && !(lines[i].cell && h.official == 0) {
			possible = append(possible, h)
			i = h.last
		}
	}
	possible = dropContents(possible, lines)
	return inOrderOf(possible)
}

// dropContents leaves out a table of contents: headings on lines one after the
// other, with nothing between them, that come again below.
func dropContents(list []heading, lines []line) []heading {
	run, seen := 0, map[int]bool{}
	for run < len(list) && !seen[list[run].official] && (run == 0 || list[run].first == list[run-1].last+1) {
		seen[list[run].official] = list[run].official > 0
		run++
	}
	if run < 3 {
		return list
	}
	again := 0
	for _, h := range list[:run] {
		for _, later := range list[run:] {
			if h.official > 0 && later.official == h.official {
				again++
				break
			}
		}
	}
	if 2*again > run {
		return list[run:]
	}
	return list
}

// inOrderOf keeps the headings whose wording is known and, of the others, those
// whose numeral goes on from the section before: 一、加强领导 within a section
// does not, nor does a numeral whose own section comes with its known wording. Where
// others have ideographic numerals, one in digits or brackets stands in for a section
// that is not there otherwise: 1. 总体情况, whose numeral a site made of a list's.
func inOrderOf(list []heading) []heading {
	known := map[int]bool{}
	numbered := 0
	for _, h := range list {
		if h.official > 0 && h.number > 0 && !h.loose {
			known[h.official] = true
			numbered++
		}
	}
	var kept []heading
	last, seen := 0, map[int]bool{}
	for _, h := range list {
		switch {
		case h.loose && (h.number != h.official || numbered > 0 && (known[h.official] || seen[h.official] || last >= h.official)):
			continue // a sub-heading: （一）主动公开政府信息情况
		case h.official > 0 && h.number == 0 && (seen[h.official] || known[h.official] || numbered > 3 && h.match != Exact):
			continue
		case h.official == 0 && !(h.number == last+1 && !known[h.number]):
			continue
		case h.official == 0 && h.number <= 6:
			h.official = h.number
		}
		seen[h.official] = true
		last = max(h.number, h.official)
		kept = append(kept, h)
	}
	return onlyOfReport(kept)
}

// onlyOfReport drops everything when no heading is known from the forms: the
// numbered parts of some other text.
func onlyOfReport(list []heading) []heading {
	for _, h := range list {
		if h.match != NoMatch {
			return list
		}
	}
	return nil
}
