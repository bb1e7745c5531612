package validate

import (
	"fmt"
	"regexp"
	"strings"

	"gouji/parser"
	"gouji/parser/claim"
)

// publicationRules are the rules about title, dates and publication.
var publicationRules = []*Rule{titleIncomplete, yearConflict, dateEarly, periodWrong, revisionsLeft}

var titleIncomplete = &Rule{
	ID: "title-incomplete", Code: "P04", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"标题不完整", "The title is incomplete"},
	Ground: practice("标题写明单位、年度和“政府信息公开工作年度报告”"),
	Formula: Text{"标题有单位、年度和“政府信息公开工作年度报告”",
		"the title names organ, year and kind of report"},
	Why: Text{"标题应写明单位、年度和报告名称，否则汇总和检索时无法识别。",
		"A title should name the organ, the year and the kind of report, or it cannot be filed and found."},
	Mend:  Text{"改为“单位＋年度＋政府信息公开工作年度报告”。", "Use organ, year and 政府信息公开工作年度报告."},
	Check: checkTitle,
}

// kindOfReport allows the wordings that ministries and cities themselves use.
var kindOfReport = regexp.MustCompile(`政府信息公开.*(?:报告|年报)`)

func checkTitle(r *Subject) []Finding {
	title := claim.Flat(r.Title)
	if title == "" {
		return nil
	}
	var zh, en []string
	lacks := func(missing bool, name Text) {
		if missing {
			zh, en = append(zh, name.ZH), append(en, name.EN)
		}
	}
	lacks(r.Organ == "", Text{"单位名称", "the organ"})
	lacks(titleYear.FindString(title) == "", Text{"年度", "the year"})
	lacks(!kindOfReport.MatchString(title), Text{"“政府信息公开工作年度报告”", "the kind of report"})
	if len(zh) == 0 {
		return nil
	}
	return []Finding{{Message: Text{
		fmt.Sprintf("标题“%s”缺少%s", r.Title, strings.Join(zh, "、")),
		fmt.Sprintf("Title %q lacks %s", r.Title, strings.Join(en, ", "))}}}
}

var yearConflict = &Rule{
	ID: "year-conflict", Code: "P05", Severity: Error, Since: "0.1",
	Words:  true,
	Title:  Text{"标题年度与正文年度不一致", "The title's year is not the text's"},
	Ground: logic("一份年度报告只有一个年度"),
	Formula: Text{"标题年度＝统计期限年度＝正文年度",
		"year of the title = year of the period = year of the text"},
	Why: Text{"标题写的年度与统计期限或正文通篇所说的年度不同，多因从上年文件改写时漏改。与往年比较的话不算。",
		"The title names another year than the statistics period or the text throughout; last year's file was probably edited. Comparisons with other years do not count."},
	Mend:  Text{"核对年度，统一标题、统计期限和正文。", "Bring title, period and text to the same year."},
	Check: checkYear,
}

func checkYear(r *Subject) []Finding {
	title, named := yearOfTitle(r)
	text := r.year
	if !named || text == 0 || title == text {
		return checkProseYear(r, named)
	}
	got, want := float64(title), float64(text)
	f := Finding{Got: &got, Want: &want, Message: Text{
		fmt.Sprintf("标题写%d年，正文写%d年", title, text),
		fmt.Sprintf("The title says %d, the text %d", title, text)}}
	if p := r.Period; p != nil && p.To.Year == text {
		f.Where = p.Where
		f.Message = Text{fmt.Sprintf("标题写%d年，统计期限是%d年", title, text),
			fmt.Sprintf("The title says %d, the statistics period is %d", title, text)}
		return []Finding{f}
	}
	_, first := yearsSaid(r)
	f.Where = first[text].Where
	return []Finding{f}
}

// checkProseYear sets the prose against the statistics period, with which the
// title agrees or about which it says nothing.
func checkProseYear(r *Subject, named bool) []Finding {
	enough := enoughMentions
	if named {
		enough = manyMentions
	}
	prose, told := yearOfProse(r, enough)
	if !told || r.year == 0 || prose == r.year {
		return nil
	}
	_, first := yearsSaid(r)
	got, want := float64(r.year), float64(prose)
	return []Finding{{Severity: Warning, Where: first[prose].Where, Got: &got, Want: &want, Message: Text{
		fmt.Sprintf("统计期限是%d年，正文写%d年", r.year, prose),
		fmt.Sprintf("The statistics period is %d, the text says %d", r.year, prose)}}}
}

var dateEarly = &Rule{
	ID: "date-early", Code: "P06", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"落款日期早于统计期结束", "Dated before its period ends"},
	Ground: logic("统计期到12月31日为止"),
	Formula: Text{"落款日期晚于报告年度的12月31日",
		"date after 31 December of the reported year"},
	Why: Text{"报告落款时统计期还没有结束，年末的申请可能没有计入；也可能是年份写错。",
		"The report is dated before its period was over: late cases may be missing, or the year is wrong."},
	Mend:    Text{"核对日期；提前成稿的，补上年末的数。", "Check the date; add what came in at the end of the year."},
	Follows: []string{"year-conflict"},
	Check:   checkDate,
}

func checkDate(r *Subject) []Finding {
	if r.Date == nil || r.Year == 0 || r.Date.Year > r.Year {
		return nil
	}
	d := r.Date
	return []Finding{{Where: d.Where, Message: Text{
		fmt.Sprintf("落款日期%d年%d月%d日，%d年的统计期到12月31日才结束", d.Year, d.Month, d.Day, r.Year),
		fmt.Sprintf("Dated %d-%02d-%02d; the period of %d ends on 31 December", d.Year, d.Month, d.Day, r.Year)}}}
}

var periodWrong = &Rule{
	ID: "period-wrong", Code: "N14", Severity: Error, Since: "0.1",
	Words:  true,
	Title:  Text{"统计期限有误", "The statistics period is wrong"},
	Ground: practice("统计期限为当年1月1日至12月31日"),
	Formula: Text{"统计期限＝当年1月1日至12月31日",
		"period = 1 January to 31 December of one year"},
	Why: Text{"统计期限应为一年，从1月1日到12月31日；起止颠倒或跨年，多因只改了一处年份。",
		"The period runs from 1 January to 31 December. An inverted period or one over two years comes from changing only one of the dates."},
	Mend:  Text{"改正起止日期；年中成立的单位请在正文说明。", "Correct the dates; an organ set up during the year should say so."},
	Check: checkPeriod,
}

func checkPeriod(r *Subject) []Finding {
	p := r.Period
	if p == nil || isWholeYear(p) || ofSchool(r) {
		return nil
	}
	f := Finding{Where: p.Where, Message: Text{
		fmt.Sprintf("统计期限写作%s至%s，应为当年1月1日至12月31日", dateText(p.From), dateText(p.To)),
		fmt.Sprintf("The period is given as %s to %s; it should be 1 January to 31 December", isoDate(p.From), isoDate(p.To))}}
	if p.From.Year == p.To.Year && dayOfYear(p.From) < dayOfYear(p.To) {
		f.Severity = Warning // an organ set up or dissolved within the year
	}
	return []Finding{f}
}

// ofSchool reports whether it is a school's report, which covers a school year
// under the Ministry of Education's rules.
func ofSchool(r *Subject) bool { return strings.Contains(r.Title, "学年") }

func isWholeYear(p *parser.Period) bool {
	return p.From.Year == p.To.Year && dayOfYear(p.From) == 101 && dayOfYear(p.To) == 1231
}

// dayOfYear orders the days of a year: 1231 is its last.
func dayOfYear(d parser.Date) int { return d.Month*100 + d.Day }

func dateText(d parser.Date) string { return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day) }

func isoDate(d parser.Date) string { return fmt.Sprintf("%d-%02d-%02d", d.Year, d.Month, d.Day) }

var revisionsLeft = &Rule{
	ID: "revisions-left", Code: "P13", Severity: Warning, Since: "0.1",
	Title:  Text{"文件里留有修订痕迹或批注", "Tracked changes or comments are left"},
	Ground: practice("公开的文件应是定稿"),
	Formula: Text{"修订＝0且批注＝0",
		"no tracked changes and no comments"},
	Why: Text{"Word文件里还有修订或批注：公开后别人能看到改动前的数字，不同程序显示的数也可能不同。",
		"The Word file still has tracked changes or comments: readers see old numbers, and programs show different ones."},
	Mend:  Text{"接受或拒绝全部修订，删除批注后再公开。", "Accept or reject all changes and delete the comments before publishing."},
	Check: checkRevisions,
}

func checkRevisions(r *Subject) []Finding {
	e := r.Revisions
	if !e.Any() {
		return nil
	}
	return []Finding{{Message: Text{
		fmt.Sprintf("文件里有插入%d处、删除%d处、批注%d条没有处理", e.Insertions, e.Deletions, e.Comments),
		fmt.Sprintf("%d insertions, %d deletions and %d comments are left in the file", e.Insertions, e.Deletions, e.Comments)}}}
}
