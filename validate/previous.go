package validate

import (
	"fmt"
	"math"

	"gouji/parser"
	"gouji/parser/form"
)

// previousRules are the rules that set the figures of tables two and four beside
// those of the organ's report for the year before. An organ may be reformed,
// merged or lose a power: what differs is a question, not a fault.
var previousRules = []*Rule{figureMagnitude, disclosureInForceChange, disclosureDecisionsChange, disclosureRepealedExcess,
	remediesWithoutReview, remediesPendingLost}

// beforeAndNow gives the values of cells in the report for the year before and
// in this one, when the reader is sure of all of them.
func beforeAndNow(s *Subject, ids ...string) (before, now []float64, sure bool) {
	if s.Previous == nil {
		return nil, nil, false
	}
	now, sure = allSure(s, ids)
	before, also := allSure(s.Previous, ids)
	return before, now, sure && also
}

// beside is a finding that compares with last year's report.
func (s *Subject) beside(ids []string, m Text) Finding {
	f := s.at(ids, m)
	f.Other = &s.Previous.Source
	return f
}

var figureMagnitude = &Rule{
	ID: "figure-magnitude", Code: "C13", Severity: Warning, Since: "0.2",
	Title:  Text{"与上年相差悬殊", "Far from last year's figure"},
	Ground: practice("元误作万元、多填少填几位，与上年对照才看得出来"),
	Formula: Text{"本年与上年相差不到50倍（较大的数≥1000）",
		"less than fifty times last year's figure or a fiftieth of it, from 1,000 on"},
	Why: Text{"同一格的数与上年相差五十倍以上，多因单位弄错（元、万元），或多填、漏填了几位数字。机构改革、职能划转也会如此。",
		"A cell differs from last year's by fifty times or more: usually yuan for 10,000 yuan, or digits too many or too few. Reforms of the organ may do it too."},
	Mend:    Text{"核对这一格的单位和位数；确有其事的，在正文说明。", "Check unit and digits; explain in the text what really happened."},
	Needs:   []Need{NeedsPrevious},
	Limits:  []*Limit{magnitudeTimes, magnitudeSize},
	Follows: []string{"disclosure-fees-unit", "disclosure-decisions-change"},
	Check:   checkMagnitude,
}

var (
	magnitudeTimes = &Limit{Name: "magnitude-times", Unit: "times", Value: 50,
		Why: Text{"业务量一年里很少增减几十倍", "business seldom grows or shrinks by tens of times within a year"}}
	magnitudeSize = &Limit{Name: "magnitude-size", Unit: "pieces", Value: 1000,
		Why: Text{"小的数成倍增减很平常，集中申请能使几件变成几百件", "small numbers multiply easily: one applicant can turn three cases into hundreds"}}
)

func checkMagnitude(s *Subject) []Finding {
	if s.Previous == nil {
		return nil
	}
	before := map[string]float64{}
	for i := range s.Previous.Figures {
		f := &s.Previous.Figures[i]
		before[f.ID], _ = f.Sure()
	}
	times, size := s.limit(magnitudeTimes), s.limit(magnitudeSize)
	list := eachTable(s, func(f *parser.Figure) bool {
		now, _ := f.Sure()
		low, high := math.Min(now, before[f.ID]), math.Max(now, before[f.ID])
		return low > 0 && high >= size && high > times*low && measureOf(f) != form.Change
	}, func(name Text, found []*parser.Figure) Text {
		cell, last := cellText(found[0].ID), before[found[0].ID]
		return Text{
			fmt.Sprintf("%s有%d格与上年相差%s倍以上：%s本年 %s，上年 %s", name.ZH, len(found), Number(times), cell.ZH, Number(found[0].Value), Number(last)),
			fmt.Sprintf("%s: %s more than %s times last year's or less than that part of it: %s is %s, was %s", name.EN, cellCount(len(found)), Number(times), cell.EN, Number(found[0].Value), Number(last))}
	})
	for i := range list {
		list[i].Other = &s.Previous.Source
	}
	return list
}

var disclosureInForceChange = &Rule{
	ID: "disclosure-in-force-change", Code: "B03", Severity: Warning, Since: "0.2",
	Title:  Text{"现行有效件数与上年接不上", "Documents in force do not follow from last year's"},
	Ground: logic("上年现行有效的，加本年制发、减本年废止，一般就是本年现行有效的"),
	Formula: Text{"本年现行有效－上年现行有效＝本年制发－本年废止",
		"in force − in force last year = issued − repealed"},
	Why: Text{"上年现行有效件数加本年制发、减本年废止，与本年现行有效件数不同。可能是漏计；有效期届满、集中清理、机构改革或改变口径也会如此，表里没有这些栏目。",
		"Last year's number in force, plus those issued, minus those repealed, is not this year's. Some may have been missed; expiry, a general review, a reform or another way of counting also do it, and the form has no place for them."},
	Mend:    Text{"核对清单；因有效期届满、清理等造成的，在正文说明。", "Check the list of documents; explain expiry or a review in the text."},
	Applies: Text{"2021年格式的表二", "table two of the 2021 form"},
	Needs:   []Need{NeedsPrevious},
	Follows: []string{"disclosure-in-force", "disclosure-repealed-excess", "figure-magnitude"},
	Check:   checkInForceChange,
}

func checkInForceChange(s *Subject) []Finding {
	var list []Finding
	for _, row := range documentRows {
		id := func(column string) string { return form.ID(form.Disclosure, row, column) }
		ids := []string{id("issued"), id("repealed"), id("in_force")}
		v, sure := allSure(s, ids)
		before, _, also := beforeAndNow(s, ids[2])
		if !sure || !also || v[2]-before[0] == v[0]-v[1] {
			continue
		}
		got, want := v[2], before[0]+v[0]-v[1]
		cell, _ := form.Find(ids[2])
		f := s.beside(ids, Text{
			fmt.Sprintf("表二“%s”：上年现行有效 %s + 本年制发 %s - 本年废止 %s = %s，本年现行有效填 %s",
				cell.Row.Label, Number(before[0]), Number(v[0]), Number(v[1]), Number(want), Number(got)),
			fmt.Sprintf("%s: %s in force last year + %s issued - %s repealed = %s, but %s are in force",
				plain(row), Number(before[0]), Number(v[0]), Number(v[1]), Number(want), Number(got))})
		f.Got, f.Want = &got, &want
		list = append(list, f)
	}
	return list
}

var disclosureDecisionsChange = &Rule{
	ID: "disclosure-decisions-change", Code: "B12", Severity: Warning, Since: "0.2",
	Title:  Text{"处理决定数量比上年骤增骤减", "Decisions rose or fell abruptly"},
	Ground: logic("同一机关的许可、处罚、强制数量一般不会一年里增减九成以上"),
	Formula: Text{"本年不少于上年的十分之一，不多于上年的十倍（较大的数≥100）",
		"at least a tenth and at most ten times of last year's number, from 100 on"},
	Why: Text{"许可、处罚、强制的决定数量比上年减少九成以上或增加到十倍以上，多因漏填、漏位，或把下级的数计入、漏掉。审批职能划转、机构合并也会如此。",
		"Decisions fell by more than nine tenths or rose more than tenfold: digits or a part of the figures may be missing, or subordinate units were counted in one year only. A transfer of powers or a merger does it too."},
	Mend:    Text{"对照执法台账核对；职能划转等原因在正文说明。", "Check against the records; explain a transfer of powers in the text."},
	Needs:   []Need{NeedsPrevious},
	Limits:  []*Limit{decisionsTimes, decisionsSize},
	Follows: []string{"template-outdated"},
	Check:   checkDecisionsChange,
}

var (
	decisionsTimes = &Limit{Name: "decisions-change-times", Unit: "times", Value: 10,
		Why: Text{"减少九成以上或增加到十倍以上", "a fall by more than nine tenths, a rise to more than ten times"}}
	decisionsSize = &Limit{Name: "decisions-change-size", Unit: "pieces", Value: 100,
		Why: Text{"小的数一年里成倍增减很平常", "small numbers change by far more"}}
)

func checkDecisionsChange(s *Subject) []Finding {
	var list []Finding
	for _, row := range decisionRows {
		id := form.ID(form.Disclosure, row, "decisions")
		before, now, sure := beforeAndNow(s, id)
		if !sure {
			continue
		}
		low, high := math.Min(now[0], before[0]), math.Max(now[0], before[0])
		if high < s.limit(decisionsSize) || high <= s.limit(decisionsTimes)*low || low < 0 {
			continue
		}
		list = append(list, s.beside([]string{id}, Text{
			fmt.Sprintf("%s %s，上年 %s", cellText(id).ZH, Number(now[0]), Number(before[0])), // named as elsewhere, so that no list of cells repeats it
			fmt.Sprintf("%s: %s decisions, %s the year before", plain(row), Number(now[0]), Number(before[0]))}))
	}
	return list
}

// decisionRows are the rows of table two that count decisions in both forms.
var decisionRows = []string{"licensing", "penalties", "coercion"}

var disclosureRepealedExcess = &Rule{
	ID: "disclosure-repealed-excess", Code: "B13", Severity: Warning, Since: "0.2",
	Title:  Text{"废止的规章多于上年现行有效的", "More regulations repealed than there were"},
	Ground: logic("只能废止现行有效的规章"),
	Formula: Text{"规章：本年废止≤上年现行有效＋本年制发",
		"regulations: repealed ≤ in force last year + issued"},
	Why: Text{"本年废止的规章，比上年现行有效的和本年制发的加起来还多。可能是上年的现行有效件数漏填，或把废止的规范性文件计入了规章。",
		"More regulations were repealed than were in force last year and issued this year together: last year's number may be short, or repealed normative documents were counted."},
	Mend:    Text{"核对规章清单和上年的现行有效件数。", "Check the list of regulations and last year's number in force."},
	Applies: Text{"2021年格式的表二", "table two of the 2021 form"},
	Needs:   []Need{NeedsPrevious},
	Follows: []string{"disclosure-regulations"},
	Check:   checkRepealedExcess,
}

func checkRepealedExcess(s *Subject) []Finding {
	ids := []string{"disclosure.regulations.issued", "disclosure.regulations.repealed"}
	v, sure := allSure(s, ids)
	before, _, also := beforeAndNow(s, "disclosure.regulations.in_force")
	if !sure || !also || v[1] <= before[0]+v[0] {
		return nil
	}
	return []Finding{s.beside(ids, Text{
		fmt.Sprintf("表二“规章”：本年废止 %s，上年现行有效 %s、本年制发 %s", Number(v[1]), Number(before[0]), Number(v[0])),
		fmt.Sprintf("regulations: %s repealed, with %s in force last year and %s issued", Number(v[1]), Number(before[0]), Number(v[0]))})}
}

const (
	reviewTotal   = "remedies.reconsideration.total"
	reviewPending = "remedies.reconsideration.pending"
	afterTotal    = "remedies.litigation_after_reconsideration.total"
)

var remediesWithoutReview = &Rule{
	ID: "remedies-without-review", Code: "D04", Severity: Info, Since: "0.2",
	Title:  Text{"有复议后起诉而两年都没有复议", "Suits after reconsideration without any reconsideration"},
	Ground: logic("复议后起诉的，先有行政复议"),
	Formula: Text{"复议后起诉＞0时，本年或上年行政复议＞0",
		"after reconsideration > 0 needs reconsideration > 0 this year or last"},
	Why: Text{"复议后起诉的案件，复议一般在本年或上年。两年都没有复议，可能是直接起诉的填错了组；更早的复议也有可能。",
		"A suit after reconsideration usually follows one of this year or last. With none in both years, direct suits may stand in the wrong group; an older reconsideration is possible."},
	Mend:    Text{"核对案件是否应填在“未经复议直接起诉”。", "Check whether the cases belong to direct litigation."},
	Needs:   []Need{NeedsPrevious},
	Follows: []string{"remedies-sum"},
	Check:   checkWithoutReview,
}

func checkWithoutReview(s *Subject) []Finding {
	ids := []string{reviewTotal, afterTotal}
	v, sure := allSure(s, ids)
	before, _, also := beforeAndNow(s, reviewTotal)
	if !sure || !also || v[1] <= 0 || v[0] != 0 || before[0] != 0 {
		return nil
	}
	return []Finding{s.beside(ids, Text{
		fmt.Sprintf("表四复议后起诉 %s 件，本年和上年行政复议都是0", Number(v[1])),
		fmt.Sprintf("Table four has %s suits after reconsideration, but no reconsideration this year or last", Number(v[1]))})}
}

var remediesPendingLost = &Rule{
	ID: "remedies-pending-lost", Code: "D07", Severity: Info, Since: "0.2",
	Title:  Text{"上年未审结的复议多于本年全部复议", "More reviews pending last year than there are this year"},
	Ground: logic("上年尚未审结的案件，本年一般会有结果"),
	Formula: Text{"上年尚未审结≤本年行政复议总计",
		"pending last year ≤ this year's total"},
	Why: Text{"上年尚未审结的行政复议，比本年的总计还多：这些案件在本年应有结果。表四没有结转栏，各地计法不同，所以只作提示。",
		"More reviews were pending last year than this year's table counts in all; they should have ended this year. The form has no row for cases carried in and practice differs, so this is only a note."},
	Mend:    Text{"核对上年未审结的案件是否计入了本年。", "Check whether last year's pending cases are counted."},
	Needs:   []Need{NeedsPrevious},
	Follows: []string{"remedies-sum"},
	Check:   checkPendingLost,
}

func checkPendingLost(s *Subject) []Finding {
	total, sure := s.Figure(reviewTotal).Sure()
	before, _, also := beforeAndNow(s, reviewPending)
	if !sure || !also || before[0] <= total {
		return nil
	}
	return []Finding{s.beside([]string{reviewTotal}, Text{
		fmt.Sprintf("上年表四行政复议尚未审结 %s 件，本年总计只有 %s 件", Number(before[0]), Number(total)),
		fmt.Sprintf("%s reviews were pending last year, but this year's total is %s", Number(before[0]), Number(total))})}
}
