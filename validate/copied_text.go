package validate

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gouji/parser"
	"gouji/parser/claim"
	"gouji/validate/similar"
)

// What one report may have copied from another is what it says in words of its
// own: the overview, the problems, and a long last section. All reports share
// the preface, headings, set phrases and the statements that nothing happened;
// these are no text here, and so a unit with nothing to tell has none to copy.

// writing is a report's own words as they are compared.
type writing struct {
	pieces  []piece
	text    *similar.Text // of the pieces, in their order
	figures []string      // counts that it states, in order, as printed
	large   int           // of these, those that no two years share by chance
}

// piece is a sentence.
type piece struct {
	section int
	printed parser.Passage
	flat    string // as claims are read, until its counts are taken
	masked  string // of that the own words, numbers as #, the organ's names as @
}

// longSection is how many characters of its own the last section must have to
// take part: it may tell of a year's work, but mostly of fees.
const longSection = 200

// writingOf gives the words of a report.
func writingOf(s *Subject) *writing {
	w := &writing{}
	names := strings.NewReplacer(namesOf(s)...)
	for _, number := range []int{1, 5, 6} {
		pieces := piecesOf(s.Section(number), names)
		if number < 6 || lengthOf(pieces) >= longSection {
			w.pieces = append(w.pieces, pieces...)
		}
	}
	for i := range w.pieces {
		w.count(w.pieces[i].flat)
		w.pieces[i].flat = "" // a year's writings are kept at once
	}
	w.text = textOf(w.pieces)
	return w
}

// in is the part of the words that stands in a section.
func (w *writing) in(section int) *writing {
	part := &writing{}
	for _, p := range w.pieces {
		if p.section == section {
			part.pieces = append(part.pieces, p)
		}
	}
	part.text = textOf(part.pieces)
	return part
}

func textOf(pieces []piece) *similar.Text {
	var masked []string
	for _, p := range pieces {
		masked = append(masked, p.masked)
	}
	return similar.NewText(masked)
}

func lengthOf(pieces []piece) int {
	sum := 0
	for _, p := range pieces {
		sum += utf8.RuneCountInString(p.masked)
	}
	return sum
}

var sentenceEnd = regexp.MustCompile(`[^。；！？;!?]+[。；！？;!?]*`)

func piecesOf(section *parser.Section, names *strings.Replacer) []piece {
	if section == nil {
		return nil
	}
	var list []piece
	for _, passage := range section.Passages {
		for _, sentence := range sentenceEnd.FindAllString(passage.Text, -1) {
			flat := claim.Flat(sentence)
			if masked := ownWords(flat, names); masked != "" {
				printed := parser.Passage{Text: strings.TrimSpace(sentence), Where: passage.Where}
				list = append(list, piece{section.Official, printed, flat, masked})
			}
		}
	}
	return list
}

var (
	numbering = regexp.MustCompile(`^(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十\d]{1,3}[、.]|[一二三四五六七八九十]是)`)
	// A heading on its own line, or closed by a stop within the paragraph.
	headingOnly = regexp.MustCompile(`^[^,:。;!?]{0,16}[。:]?$`)
	// setPhrase is what an office writes because the others do.
	setPhrase = regexp.MustCompile(`为指导|为指引|为统领|为遵循|重要(?:思想|讲话|指示|论述)|精神$|精神和|信息公开条例|国办公开办函|国令第|国务院令` +
		`|(?:未曾?|没有?|无|零)[^#]{0,10}(?:收到|接到|受理|接收|发生|产生|收取|收费|发出|出现|存在|提起|引发|申请|复议|诉讼|追究|投诉|举报)` +
		`|需要报告的(?:其他)?事项|存在的(?:主要)?问题`)
	anyNumber = regexp.MustCompile(`\d+(?:\.\d+)?`)
	ownSelf   = regexp.MustCompile(`(?:我|本|全)(?:省|市|县|区|旗|州|盟|镇|乡|街道|局|委|办|厅|院|部门|单位|机关)`)
)

// ownWords is a sentence without what is nobody's own, masked; empty when
// nothing is left that could be compared.
func ownWords(flat string, names *strings.Replacer) string {
	flat = strings.TrimRight(flat, "。;!?")
	numbered := numbering.FindString(flat)
	flat = flat[len(numbered):]
	if numbered != "" && headingOnly.MatchString(flat) {
		return ""
	}
	var kept []string
	for _, clause := range strings.FieldsFunc(flat, func(r rune) bool { return r == ',' || r == ':' }) {
		if clause = anyNumber.ReplaceAllString(clause, "#"); !setPhrase.MatchString(clause) {
			kept = append(kept, clause)
		}
	}
	masked := ownSelf.ReplaceAllString(names.Replace(strings.Join(kept, ",")), "@")
	if utf8.RuneCountInString(masked) < similar.Width {
		return ""
	}
	return masked
}

var region = regexp.MustCompile(`^\p{Han}{1,8}?(?:自治区|自治州|省|市|州|盟|县|区|旗|镇|乡|街道)`)

// namesOf pairs the names of a report's organ, the longest first, with their
// mask: a template that was copied has them exchanged.
func namesOf(s *Subject) []string {
	names := ownNames(s.Organ)
	if s.Unit != nil {
		for _, name := range append([]string{s.Unit.Name}, s.Unit.Aliases...) {
			names = append(names, ownNames(name)...)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	var pairs []string
	for _, name := range names {
		pairs = append(pairs, name, "@")
	}
	return pairs
}

// ownNames are the ways of writing an organ: in full, the places that its name
// begins with, these without 县 or 镇, and what is left without them.
func ownNames(organ string) []string {
	organ = claim.Flat(organ)
	names, rest := []string{organ}, organ
	for {
		place := region.FindString(rest)
		if place == "" {
			break
		}
		rest = rest[len(place):]
		_, size := utf8.DecodeLastRuneInString(place)
		names = append(names, place, place[:len(place)-size], rest)
	}
	return slices.DeleteFunc(names, func(name string) bool { return utf8.RuneCountInString(name) < 2 })
}

// statedCount is a count of what a year brought, which another year has by
// chance only when it is small; 20个工作日 and 100% stand in the law.
var statedCount = regexp.MustCompile(`(\d+(?:\.\d+)?)(?:[余多万亿]*)(?:人次|件次|件|条|份|次|人|个|篇|期|场|项|起|宗|例|户|家|名|元|%)`)

const largeCount = 10

func (w *writing) count(flat string) {
	for _, at := range statedCount.FindAllStringSubmatchIndex(flat, -1) {
		printed := flat[at[0]:at[1]]
		if strings.HasPrefix(flat[at[1]:], "工作日") || printed == "100%" {
			continue
		}
		w.figures = append(w.figures, printed)
		if value, err := strconv.ParseFloat(flat[at[2]:at[3]], 64); err == nil && value >= largeCount {
			w.large++
		}
	}
}
