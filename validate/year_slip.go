package validate

import (
	"fmt"
	"regexp"
	"strings"

	"gouji/parser/claim"
)

// yearRules are the rules about the years that the text names.
var yearRules = []*Rule{yearSlip}

var yearSlip = &Rule{
	ID: "year-slip", Code: "N13", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"正文把往年写成报告年度", "The text names an earlier year as its own"},
	Ground: practice("正文说的是报告年度的情况"),
	Formula: Text{"正文以报告年度叙述本年情况；同段有比较的不算",
		"the text tells of the reported year; paragraphs that compare years do not count"},
	Why: Text{"有的句子以往年开头叙述工作，同段又没有与本年比较，多因从上年报告复制后漏改年份。",
		"A sentence tells of an earlier year, and its paragraph compares it with nothing: usually copied from last year's report."},
	Mend:    Text{"核对年份和数字；确实说往年的，写明与本年的关系。", "Check year and figures; where last year is meant, say what it is setAgainst with."},
	Follows: []string{"year-conflict"},
	Check:   checkYearSlip,
}

var (
	// toldYear opens a sentence with a year and goes on with the organ: 2023年，我局
	// 主动公开…. A bare 2023年收到申请60件 or 2023年度部门决算 may well mean that year.
	toldYear = regexp.MustCompile(`^(?:[(]?[一二三四五六七八九十\d]+[)、.][^。,]{0,15}?[,:]?)?(20\d\d)年度?,?(?:全年)?,?(?:我\p{Han}{1,2}|本机关|本单位|本街道|全[局委镇乡县市区])`)
	// setAgainst: the paragraph sets the year against another one.
	setAgainst = regexp.MustCompile(`今年|本年|同比|去年|上年|上一年|相比|对比|比较|较20|比20|增[加长幅]|减少|下降|上升|提高|以来|起,|往年|历年|近[两三四五]年`)
)

// deepestYear is the last byte at which the year of a sentence can begin, behind
// its sub-heading.
const deepestYear = 70

func checkYearSlip(r *Subject) []Finding {
	if r.Year == 0 || r.year != 0 && r.year != r.Year {
		return nil // which year is the reported one, year-conflict asks
	}
	for _, s := range r.prose {
		if at := strings.Index(s.Text, "20"); at < 0 || at > deepestYear || s.Section < 1 || s.Section > 4 || planned.MatchString(s.Text) {
			continue
		}
		m := toldYear.FindStringSubmatch(s.Text)
		if m == nil || atoi(m[1]) >= r.Year || comparesYears(r, s) {
			continue
		}
		got, want := float64(atoi(m[1])), float64(r.Year)
		return []Finding{{Where: s.Where, Got: &got, Want: &want, Message: Text{
			fmt.Sprintf("%d年的报告，正文写“%s”", r.Year, opening(s.Text)),
			fmt.Sprintf("The report is for %d; the text says %q", r.Year, opening(s.Text))}}}
	}
	return nil
}

// comparesYears reports whether the paragraph of a sentence names the reported
// year too, or compares.
func comparesYears(r *Subject, s claim.Sentence) bool {
	for _, other := range r.prose {
		if other.Paragraph == s.Paragraph && (strings.Contains(other.Text, fmt.Sprint(r.Year)) || setAgainst.MatchString(other.Text)) {
			return true
		}
	}
	return false
}
