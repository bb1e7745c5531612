package validate

import (
	"fmt"

	"gouji/parser/form"
)

// lastYearRules are the rules that compare a report with the same organ's for
// the year before.
var lastYearRules = []*Rule{yearCarriedOver, yearMissing, yearRenamed, yearSameApplications, yearSameDecisions}

// afterRename says where the comparison ends.
var afterRename = Text{"同一机关上年的报告也在，且机关没有更名、合并", "the same organ's report for the year before is there, and the organ was not renamed or merged"}

var yearCarriedOver = &Rule{
	ID: "year-carried-over", Code: "Y01–Y07", Severity: Error, Since: "0.2",
	Title:  Text{"上年结转与上年报告的结转下年不一致", "Carried in differs from what last year's report carried out"},
	Ground: logic("表三：上年报告的“四、结转下年度继续办理”与本年的“二、上年结转”是同一批申请"),
	Why: Text{"上年年底没有办结的申请，就是本年的上年结转，两份报告的数应当相同。多因本年没有照上年的报告填，或上年报告公布后改了数。",
		"What was left at the end of last year is what this year begins with. Usually this year's number was not taken from last year's report, or that one was changed after it was published."},
	Mend:    Text{"以台账为准核对两年的数；上年报告有误的，按程序更正并在本年报告中说明。", "Check both years against the register of cases; if last year's report is wrong, correct it and say so."},
	Applies: afterRename, Needs: []Need{NeedsPrevious},
	Formula: Text{"本年“二、上年结转政府信息公开申请数量”＝上年“四、结转下年度继续办理”，逐列", "carried_in of this year = carried_out of last year, column by column"},
	Check:   checkCarriedOver,
}

// checkCarriedOver compares the seven columns. Where kinds of applicants differ
// and the totals by just as much, the total is no finding of its own.
func checkCarriedOver(r *Subject) []Finding {
	if r.Previous == nil || renamed(r) {
		return nil
	}
	var list []Finding
	rest := 0.0 // of the total's difference, what the columns before do not explain
	for i, column := range form.Of(form.Edition2021).Table(form.Applications).Blocks[0].Columns {
		in := r.Figure(form.ID(form.Applications, "carried_in", column.Key))
		now, sure := in.Sure()
		before, also := r.Previous.Figure(form.ID(form.Applications, "carried_out", column.Key)).Sure()
		total := column.Key == "total"
		if !sure || !also || now == before || total && len(list) > 0 && now-before == rest {
			continue
		}
		rest += now - before
		list = append(list, Finding{
			Code: fmt.Sprintf("Y%02d", i+1), Where: in.Where, Figures: []string{in.ID},
			Got: &now, Want: &before, Other: &r.Previous.Source, Message: carriedOver(r, column, now, before),
		})
	}
	return list
}

func carriedOver(r *Subject, column form.Column, now, before float64) Text {
	return Text{
		fmt.Sprintf("表三%s列：%d年报告“四、结转下年度继续办理” %s，本年“二、上年结转” %s", column.Label, r.Previous.Year, Number(before), Number(now)),
		fmt.Sprintf("applications, column %s: the report for %d carried out %s, this one carried in %s", plain(column.Key), r.Previous.Year, Number(before), Number(now))}
}

var yearMissing = &Rule{
	ID: "year-missing", Code: "Y08", Severity: Info, Since: "0.2",
	Title:  Text{"没有上年的报告可以对照", "Last year's report is missing"},
	Ground: logic("年度之间的核对需要同一机关上年的报告"),
	Why: Text{"同批其他机关有上年的报告，这个机关没有，或有几份而数字不同，年度之间的勾稽没有核对。多因机关更名、题目写法不同，或上年的报告没有收齐。",
		"Other organs of the run have last year's report and this one does not, or has several that differ, so nothing was compared between the years. Usually it was renamed, is titled otherwise, or the report was not collected."},
	Mend:    Text{"补上上年的报告；更名的，把曾用名写进单位名录。", "Add last year's report; give a former name in the register of units."},
	Applies: Text{"同批多数机关有上年报告，或给了 --previous", "most organs of the run have last year's report, or --previous was given"},
	Needs:   []Need{NeedsPrevious, NeedsOthers},
	Formula: Text{"同一机关、上一年度的报告恰有一份，或几份数字相同", "there is one report of the organ for the year before, or several that agree"},
	Check:   checkYearMissing,
}

func checkYearMissing(r *Subject) []Finding {
	switch {
	case r.missed:
		return []Finding{{Message: Text{
			fmt.Sprintf("没有找到%s%d年的报告，没有作年度间核对", r.Organ, r.Year-1),
			fmt.Sprintf("No report of %s for %d was found; nothing was compared between the years", r.Organ, r.Year-1)}}}
	case len(r.lastYear) > 1 && r.Previous == nil:
		return []Finding{{Other: &r.lastYear[0].Source, Message: Text{
			fmt.Sprintf("%s%d年的报告有%d份，数字不同，不知道以哪份为准，没有作年度间核对%s", r.Organ, r.Year-1, len(r.lastYear), pathsOf(r.lastYear).ZH),
			fmt.Sprintf("There are %d reports of %s for %d that differ; nothing was compared between the years%s", len(r.lastYear), r.Organ, r.Year-1, pathsOf(r.lastYear).EN)}}}
	}
	return nil
}

// filesNamed is how many files a message names before it is cut short.
const filesNamed = 5

// pathsOf names the first of the files in brackets, as far as they have names.
func pathsOf(list []*Subject) Text {
	var names []Text
	for _, s := range list {
		if s.Source.Path != "" {
			names = append(names, Text{s.Source.Path, s.Source.Path})
		}
	}
	if len(names) == 0 {
		return Text{}
	}
	joined := both(names[:min(len(names), filesNamed)], enumeration)
	if len(names) > filesNamed {
		joined.ZH, joined.EN = joined.ZH+"等", joined.EN+" and others"
	}
	return Text{"（" + joined.ZH + "）", " (" + joined.EN + ")"}
}

var yearRenamed = &Rule{
	ID: "year-renamed", Code: "Y09", Severity: Info, Since: "0.2",
	Title:  Text{"机关更名或合并，上年结转没有核对", "The organ was renamed or merged"},
	Ground: logic("更名、合并或职能划转前后，两年的数不一定是同一批申请"),
	Why: Text{"按单位名录，上年报告用的是另一个名称。机关合并、职能划转时，结转的申请可能增减，所以结转数没有核对。",
		"By the register of units last year's report has another name. Cases may have come or gone with the change, so what was carried over was not compared."},
	Mend:    Text{"核对移交的申请；有增减的，在报告中说明。", "Check the cases that were handed over; explain any difference in the report."},
	Applies: Text{"两年报告的题目用了名录里同一单位的不同名称", "the titles of both years have different names of one unit of the register"},
	Needs:   []Need{NeedsPrevious, NeedsRegister},
	Formula: Text{"两年的机关名称相同，或一个是另一个的简称", "both names are the same, or one is short for the other"},
	Check:   checkRenamed,
}

func checkRenamed(r *Subject) []Finding {
	if r.Previous == nil || !renamed(r) {
		return nil
	}
	return []Finding{{Other: &r.Previous.Source, Message: Text{
		fmt.Sprintf("%d年的报告是%s的，本年是%s，按名录是同一单位：上年结转没有与上年报告核对", r.Previous.Year, r.Previous.Organ, r.Organ),
		fmt.Sprintf("The report for %d is of %s, this one of %s, one unit by the register: what was carried over was not compared", r.Previous.Year, r.Previous.Organ, r.Organ)}}}
}
