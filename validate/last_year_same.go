package validate

import (
	"fmt"

	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate/register"
)

// renamed reports whether last year's report has another name of the organ.
func renamed(r *Subject) bool { return register.Renamed(r.Organ, r.Previous.Organ) }

var sameApplications = &Limit{
	Name: "same-applications", Unit: "pieces", Value: 10,
	Why: Text{"一年只有几件申请时，两年的表可以碰巧一样", "with few applications two years may be alike by chance"},
}

var yearSameApplications = &Rule{
	ID: "year-same-applications", Code: "Y10", Severity: Warning, Since: "0.2",
	Title:  Text{"表三与上年完全相同", "Table three is the same as last year's"},
	Ground: practice("有机关连续几年报告同样的数据"),
	Why: Text{"表三每一格都与上年的报告相同，多半是在上年的文件上改年份，没有填本年的数。",
		"Every cell of table three is as in last year's report: the file of last year was probably given another year and not filled in."},
	Mend:    Text{"按本年的台账重新填写表三。", "Fill in table three from this year's register of cases."},
	Applies: Text{"两年本年新收都达到一定件数", "both years received enough applications"},
	Needs:   []Need{NeedsPrevious},
	Formula: Text{"表三各格与上年同一格不全相等", "not every cell of table three equals last year's"},
	Limits:  []*Limit{sameApplications},
	Check:   checkSameApplications,
}

func checkSameApplications(r *Subject) []Finding {
	received, sure := r.Figure("applications.new.total").Sure()
	if r.Previous == nil || !sure || received < r.limit(sameApplications) {
		return nil
	}
	cells := figuresOf(r, form.Applications)
	for _, f := range cells {
		now, sure := f.Sure()
		before, also := r.Previous.Figure(f.ID).Sure()
		if !sure || !also || now != before {
			return nil
		}
	}
	return []Finding{{Where: r.Figure("applications.new.total").Where, Figures: []string{"applications.new.total"}, Other: &r.Previous.Source, Message: Text{
		fmt.Sprintf("表三%d格与%d年的报告全部相同（本年新收都是 %s）", len(cells), r.Previous.Year, Number(received)),
		fmt.Sprintf("All %d cells of table three are as in the report for %d (%s new in both)", len(cells), r.Previous.Year, Number(received))}}}
}

var sameDecisions = &Limit{
	Name: "same-decisions", Unit: "pieces", Value: 100,
	Why: Text{"两项以上都达到这个数而都与上年相同，不会是碰巧", "two numbers of this size are not both last year's by chance"},
}

var sameDecisionsAlone = &Limit{
	Name: "same-decisions-alone", Unit: "pieces", Value: 1000,
	Why: Text{"只有一项相同时，几百件还可能碰巧一样", "a single number of some hundreds may be the same by chance"},
}

var yearSameDecisions = &Rule{
	ID: "year-same-decisions", Code: "Y11", Severity: Warning, Since: "0.2",
	Title:  Text{"表二处理决定数量与上年相同", "Numbers of decisions are the same as last year's"},
	Ground: practice("有机关沿用上年的数字"),
	Why: Text{"行政许可、行政处罚、行政强制的决定数量每年都在变，上千件、或有两项上百件而与上年一件不差，多半是沿用了上年的数。",
		"Numbers of permits, penalties and coercive measures change from year to year; thousands, or two numbers of hundreds, that are the same to the last were probably copied."},
	Mend:    Text{"向业务科室核实本年的数量。", "Ask the division in charge for this year's number."},
	Needs:   []Need{NeedsPrevious},
	Formula: Text{"本年处理决定数量≠上年同一项", "this year's number of decisions ≠ last year's"},
	Limits:  []*Limit{sameDecisions, sameDecisionsAlone},
	Check:   checkSameDecisions,
}

func checkSameDecisions(r *Subject) []Finding {
	if r.Previous == nil {
		return nil
	}
	var found []*parser.Figure
	var parts []Text
	for _, row := range []string{"licensing", "penalties", "coercion"} {
		f := r.Figure(form.ID(form.Disclosure, row, "decisions"))
		now, sure := f.Sure()
		before, also := r.Previous.Figure(form.ID(form.Disclosure, row, "decisions")).Sure()
		if sure && also && now == before && now >= r.limit(sameDecisions) {
			cell, _ := form.Find(f.ID)
			found = append(found, f)
			parts = append(parts, Text{cell.Row.Label + " " + Number(now), plain(row) + " " + Number(now)})
		}
	}
	if len(found) == 0 || len(found) == 1 && found[0].Value < r.limit(sameDecisionsAlone) {
		return nil
	}
	list := both(parts, enumeration)
	finding := about(found, Text{
		fmt.Sprintf("表二处理决定数量与%d年的报告一件不差：%s", r.Previous.Year, list.ZH),
		fmt.Sprintf("Numbers of decisions are just those of the report for %d: %s", r.Previous.Year, list.EN)})
	finding.Other = &r.Previous.Source
	return []Finding{finding}
}
