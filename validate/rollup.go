package validate

import (
	"fmt"
	"math"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate/register"
)

// rollupRules are the rules that set the report of a unit that collects others'
// against theirs, along the office's register of units.
var rollupRules = []*Rule{rollupSum, rollupLess, rollupIncomplete, rollupTwice, rollupFeeUnit, rollupCarryOver, registerMissing}

// areaWide says for which reports the roll-up is checked.
var areaWide = Text{"名录写明该表口径为“全域”的单位", "units whose table counts the whole area, by the register"}

// areaTables are the tables in which, by the register, a unit counts its own
// cases and those of all units below it. One report often mixes scopes: 淮安's for
// 2024 counts the whole city's applications and its own documents only.
func areaTables(r *Subject) []string {
	var list []string
	for _, t := range form.Of(form.Edition2021).Tables {
		if r.Unit != nil && r.Unit.Scope[t.Key] == register.Area {
			list = append(list, t.Key)
		}
	}
	return list
}

// compared is a cell of the unit that collects, beside those of the units below.
type compared struct {
	figure  *parser.Figure
	value   float64
	sum     float64
	largest *Subject // the unit below with the largest number
	most    float64
}

// compare sets the cells of a table against the children's. A cell that is not
// read for sure in every report is left out: it is not assessable.
func compare(r *Subject, table string) []compared {
	var list []compared
	for _, f := range figuresOf(r, table) {
		value, sure := f.Sure()
		total := AddUp(f.ID, reportsOf(r.Children))
		c := compared{figure: f, value: value, sum: total.Value}
		if sure && total.Whole() && len(r.Children) > 0 {
			list = append(list, c)
		}
	}
	return list
}

func (c *compared) differs() bool { return math.Abs(c.value-c.sum) > epsilon }

// whole reports whether every unit below has just one report, and none of them
// counts for another: then their numbers can be added. Where one counts only its
// own cases, those of the units below it are in no report that is added.
func whole(r *Subject, table string) bool {
	everyOne := len(r.Children) > 0 && len(r.absent) == 0 && len(r.unclear) == 0
	return everyOne && len(countedTwice(r, table)) == 0 && r.reaches(table)
}

// reaches reports whether the reports of the units below make up the whole area.
func (s *Subject) reaches(table string) bool {
	return len(s.options.Register.Addends(s.Unit, table)) == len(s.Children)
}

func reportsOf(subjects []*Subject) []*parser.Report {
	list := make([]*parser.Report, len(subjects))
	for i, s := range subjects {
		list[i] = s.Report
	}
	return list
}

// isCarryOver tells the rows that pass from year to year, which have a rule of
// their own.
func isCarryOver(id string) bool {
	return strings.HasPrefix(id, "applications.carried_in.") || strings.HasPrefix(id, "applications.carried_out.")
}

// sumDiffers gives for each area-wide table the finding on the cells that are
// not the sum of the children's.
func sumDiffers(r *Subject, of func(id string) bool) []Finding {
	var list []Finding
	for _, table := range areaTables(r) {
		if !whole(r, table) {
			continue
		}
		var wrong []compared
		for _, c := range compare(r, table) {
			if of(c.figure.ID) && c.differs() {
				wrong = append(wrong, c)
			}
		}
		if len(wrong) > 0 {
			list = append(list, sumFinding(r, wrong))
		}
	}
	return list
}

// sumFinding tells of the cells in one table. More than all units below have
// together may be the unit's own, unless its office reports beside them.
func sumFinding(r *Subject, wrong []compared) Finding {
	var figures []*parser.Figure
	less := false
	for _, c := range wrong {
		figures = append(figures, c.figure)
		less = less || c.value < c.sum
	}
	shown := mainCell(wrong)
	name, rest := cellText(shown.figure.ID), Text{}
	if n := len(wrong) - 1; n > 0 {
		rest = Text{fmt.Sprintf("；另有%d格也不等", n), fmt.Sprintf("; %s more differ", cellCount(n))}
	}
	f := about(figures, Text{
		fmt.Sprintf("%s：本报告 %s，下级%d个单位之和 %s%s", name.ZH, Number(shown.value), len(r.Children), Number(shown.sum), rest.ZH),
		fmt.Sprintf("%s: %s here, %s in the %d units below%s", name.EN, Number(shown.value), Number(shown.sum), len(r.Children), rest.EN)})
	f.Where = shown.figure.Where
	if len(wrong) == 1 {
		f.Got, f.Want = &shown.value, &shown.sum
	}
	if !less && !hasOffice(r) {
		f.Severity = Info
	}
	return f
}

// mainCell is the cell to name: a total, which is what people compare first.
func mainCell(list []compared) compared {
	for _, c := range list {
		if strings.HasSuffix(c.figure.ID, ".total") {
			return c
		}
	}
	return list[0]
}

// hasOffice reports whether a unit's own cases are in the report of its office.
func hasOffice(r *Subject) bool {
	for _, child := range r.Children {
		if child.Unit.Kind == register.Office {
			return true
		}
	}
	return false
}

var rollupSum = &Rule{
	ID: "rollup-sum", Code: "R01", Severity: Warning, Since: "0.2",
	Title:  Text{"汇总数不等于下级各单位之和", "The roll-up differs from the sum of the units below"},
	Ground: practice("多数地方的政府报告汇总本级部门和下级政府的数据"),
	Why: Text{"口径为全域的表，应等于下级各单位报告之和。多因汇总后有单位改了数，或漏加、重加了一家。多出的也可能是本级自己的数，这时只作提示。",
		"A table that counts the whole area should be the sum of the reports below. Usually a unit changed its numbers after they were added up, or one was left out or added twice. What is more may be the unit's own, and is then only noted."},
	Mend:    Text{"重新汇总下级报告；本级自己的数不在下级各单位之内的，在报告中说明口径。", "Add up the reports again; where own cases are counted beside them, say so."},
	Applies: areaWide, Needs: []Need{NeedsRegister, NeedsOthers},
	Formula: Text{"上级每一格＝Σ下级同一格（下级报告齐全、各格都读准时）", "each cell = Σ of the same cell below (when all reports are there and read for sure)"},
	Follows: []string{"rollup-less"},
	Check: func(r *Subject) []Finding {
		return sumDiffers(r, func(id string) bool { return !isCarryOver(id) })
	},
}

var rollupCarryOver = &Rule{
	ID: "rollup-carry-over", Code: "R06", Severity: Warning, Since: "0.2",
	Title:  Text{"汇总的结转数不等于下级各单位之和", "What is carried over differs from the sum of the units below"},
	Ground: logic("全域的结转申请就是各单位结转申请之和"),
	Why: Text{"口径为全域的表三，上年结转和结转下年度应等于下级各单位之和。多因上级沿用了自己上年的结转数。",
		"In an area-wide table three, what is carried in and out should be the sum of the units below. Usually the collecting unit went on with its own number of last year."},
	Mend:    Text{"按下级报告重新汇总结转数。", "Add up again what the units below carry over."},
	Applies: areaWide, Needs: []Need{NeedsRegister, NeedsOthers},
	Formula: Text{"上级“二、上年结转”“四、结转下年度”各格＝Σ下级同一格", "each cell of carried_in and carried_out = Σ of the same cell below"},
	Follows: []string{"rollup-less"},
	Check:   func(r *Subject) []Finding { return sumDiffers(r, isCarryOver) },
}

var rollupLess = &Rule{
	ID: "rollup-less", Code: "R02", Severity: Warning, Since: "0.2",
	Title:  Text{"汇总数比下级一个单位的还少", "The roll-up is less than one of the units below"},
	Ground: logic("全域的数不会少于其中一个单位的数"),
	Why: Text{"口径为全域的表，比下级一个单位报告的数还少：多半没有汇总下级，或名录的口径写错了。",
		"A table that counts the whole area has less than one unit below reports: the units below were probably not added, or the register has the wrong scope."},
	Mend:    Text{"核实该表的统计口径；是全域的，重新汇总。", "Find out what the table counts; if the whole area, add up again."},
	Applies: areaWide, Needs: []Need{NeedsRegister, NeedsOthers},
	Formula: Text{"上级每一格≥下级最大的同一格", "each cell ≥ the largest of the same cell below"},
	Check:   checkRollupLess,
}

func checkRollupLess(r *Subject) []Finding {
	var list []Finding
	for _, table := range areaTables(r) {
		var wrong []compared
		for _, c := range comparedEach(r, table) {
			if c.value < c.most-epsilon {
				wrong = append(wrong, c)
			}
		}
		if len(wrong) > 0 {
			list = append(list, lessFinding(wrong))
		}
	}
	return list
}

// comparedEach is compare for one child at a time: what another child's report
// does not say matters only to the sum.
func comparedEach(r *Subject, table string) []compared {
	var list []compared
	for _, f := range figuresOf(r, table) {
		value, sure := f.Sure()
		c := compared{figure: f, value: value}
		for _, child := range r.Children {
			if part, known := child.Figure(f.ID).Sure(); known && part > c.most {
				c.largest, c.most = child, part
			}
		}
		if sure && c.largest != nil {
			list = append(list, c)
		}
	}
	return list
}

func lessFinding(wrong []compared) Finding {
	var figures []*parser.Figure
	for _, c := range wrong {
		figures = append(figures, c.figure)
	}
	shown := mainCell(wrong)
	name, rest := cellText(shown.figure.ID), Text{}
	if n := len(wrong) - 1; n > 0 {
		rest = Text{fmt.Sprintf("；另有%d格也是", n), fmt.Sprintf("; so have %s more", cellCount(n))}
	}
	f := about(figures, Text{
		fmt.Sprintf("%s：本报告 %s，下级%s %s%s", name.ZH, Number(shown.value), shown.largest.Organ, Number(shown.most), rest.ZH),
		fmt.Sprintf("%s: %s here, %s in %s below%s", name.EN, Number(shown.value), Number(shown.most), shown.largest.Organ, rest.EN)})
	f.Where, f.Other = shown.figure.Where, &shown.largest.Source
	return f
}
