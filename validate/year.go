package validate

import (
	"regexp"
	"strconv"
	"strings"

	"gouji/parser/claim"
)

// statement of the reporting year: it opens a sentence, after the sentence's
// own numbering at most, or stands before the organ: 2024年度本机关.
var (
	openingYear = regexp.MustCompile(`^(?:[(（]?[一二三四五六七八九十\d]+[)）、.][^。,]{0,15}?[,:]?)?(20\d\d)年度?([^。]?)`)
	organYear   = regexp.MustCompile(`(20\d\d)年度?(?:本机关|本单位|我局|我委|我办|我镇|我乡|我县|我市|我区|我厅|我院|我街道)`)
	titleYear   = regexp.MustCompile(`(?:^|[^\d])((?:19|20)\d\d)年?`)

	// A date, a time span or a comparison names a year but not the reporting one.
	notReporting = regexp.MustCompile(`^[\d至到-底末初以同相来起前后第之的]`)
	// What is planned or looked back upon names other years.
	planned = regexp.MustCompile(`下一步|将|计划|打算|继续|今后|来年|明年|相比|同比|比20|较20|与20|自20|以来|印发|发布的|〔20|\(20|截至|今年|决算|年报|年度报告`)
)

// yearsSaid counts the years that the prose names as the reporting one.
func yearsSaid(r *Subject) (counts map[int]int, first map[int]claim.Sentence) {
	counts, first = map[int]int{}, map[int]claim.Sentence{}
	for _, s := range r.sentences() {
		if s.Section == 5 || !strings.Contains(s.Text, "20") {
			continue
		}
		years := reportingYears(&s)
		if len(years) == 0 || planned.MatchString(s.Text) {
			continue
		}
		for _, year := range years {
			if counts[year] == 0 {
				first[year] = s
			}
			counts[year]++
		}
	}
	return counts, first
}

func reportingYears(s *claim.Sentence) []int {
	var list []int
	if m := openingYear.FindStringSubmatch(s.Text); m != nil && !notReporting.MatchString(m[2]) {
		list = append(list, atoi(m[1]))
	}
	for _, m := range organYear.FindAllStringSubmatchIndex(s.Text, -1) {
		if m[0] > 0 {
			list = append(list, atoi(s.Text[m[2]:m[3]]))
		}
	}
	return list
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// yearOfText is the year that the report's text is about: that of its
// statistics period, else the only one that the prose names as its own, at
// least twice. False when it does not tell.
func yearOfText(r *Subject) (int, bool) {
	if p := r.Period; p != nil && p.From.Year == p.To.Year {
		return p.To.Year, true
	}
	return yearOfProse(r, enoughMentions)
}

// yearOfProse is the only year that the prose names as its own, when it does so
// often enough.
func yearOfProse(r *Subject, enough int) (int, bool) {
	counts, _ := yearsSaid(r)
	if len(counts) != 1 {
		return 0, false
	}
	for year, n := range counts {
		if n >= enough {
			return year, true
		}
	}
	return 0, false
}

// One slip of the pen is no second opinion on the year; against title and
// period together it takes more.
const (
	enoughMentions = 2
	manyMentions   = 3
)

// yearOfTitle is the one year that the title names; false when it names none
// or several.
func yearOfTitle(r *Subject) (int, bool) {
	year := 0
	for _, m := range titleYear.FindAllStringSubmatch(claim.Flat(r.Title), -1) {
		if y := atoi(m[1]); year != 0 && y != year {
			return 0, false
		}
		year = atoi(m[1])
	}
	return year, year != 0
}
