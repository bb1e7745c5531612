package rollup

import (
	"fmt"
	"slices"
	"strings"

	"gouji/parser/form"
	"gouji/validate"
	"gouji/validate/mend"
	"gouji/validate/register"
)

// Text is words in Chinese and English.
type Text = validate.Text

var statusTexts = map[Status]Text{
	Counted:   {ZH: "已计入", EN: "counted"},
	Absent:    {ZH: "没有读到报告", EN: "no report was read"},
	Differing: {ZH: "几份报告的数字不同", EN: "several reports that differ"},
	Unsure:    {ZH: "报告的单位或年度没有认准", EN: "a report whose organ or year is not sure"},
}

// Text says what became of a unit.
func (s Status) Text() Text { return statusTexts[s] }

var gradeTexts = map[Grade]Text{
	Whole:    {ZH: "齐全", EN: "whole"},
	Unfilled: {ZH: "只缺空白", EN: "short of blanks only"},
	Short:    {ZH: "缺单位", EN: "short of units"},
	Partial:  {ZH: "有数不可靠", EN: "short of numbers that are sure"},
	Empty:    {ZH: "没有数可加", EN: "nothing to add"},
}

// Text says how far a cell can be relied on.
func (g Grade) Text() Text { return gradeTexts[g] }

// Text says why a number is missing: 空白, or 存疑，读作 12（数字被空格隔开）.
func (g *Gap) Text() Text {
	switch g.Why {
	case NoCell:
		if g.Unit.Report.Incomplete != "" {
			return Text{ZH: "没有读到这一格，文件没有读全", EN: "the cell was not read, nor the whole of the file"}
		}
		return Text{ZH: "报告没有这一格", EN: "the report has no such cell"}
	case Blank:
		return Text{ZH: "空白", EN: "blank"}
	case Dash:
		return Text{ZH: "填“" + g.Figure.Raw + "”", EN: fmt.Sprintf("filled with %q", g.Figure.Raw)}
	case Unreadable:
		return Text{ZH: "不是数：“" + g.Figure.Raw + "”", EN: fmt.Sprintf("no number: %q", g.Figure.Raw)}
	case Doubtful:
		return Text{ZH: "存疑，读作“" + g.Figure.Raw + "”：" + g.Figure.Doubt, EN: fmt.Sprintf("doubtful, read as %q: %s", g.Figure.Raw, g.Figure.Doubt)}
	}
	return Status(g.Why).Text()
}

// kindTexts say it of several cells at once.
var kindTexts = map[Why]string{
	NoCell: "没有这些格", Blank: "空白", Dash: "填符号", Unreadable: "不是数", Doubtful: "存疑",
}

// Remarks are what is to be known of a unit beside its status.
func (r *Rollup) Remarks(u *Unit) []Text {
	var list []Text
	if u.Own {
		list = append(list, Text{ZH: "计为本级自己的报告", EN: "counted as the parent's own"})
	}
	for _, table := range tables {
		if t := r.Form.Table(table); u.Tables[table] == Within {
			list = append(list, Text{ZH: t.Name + "不计：它的政府的全域报告已含", EN: t.English + " left out: its government's area-wide report has it"})
		}
	}
	return slices.Concat(list, r.remarksOnReport(u))
}

func (r *Rollup) remarksOnReport(u *Unit) []Text {
	var list []Text
	if u.Report == nil {
		return nil
	}
	if n := len(u.Sent.Files); n > 1 {
		list = append(list, textf("%d份报告一致，计一份", "%d reports agree, one is counted", n))
	}
	for _, t := range u.OtherEditions(r.Form) {
		name := r.Form.Table(t.Key)
		list = append(list, Text{ZH: fmt.Sprintf("%s不是%s年格式", name.Name, r.Form.Edition), EN: fmt.Sprintf("%s is not of the form of %s", name.English, r.Form.Edition)})
	}
	if s := u.Tallies(); s.Error > 0 {
		list = append(list, textf("报告有错误%d处，数字可能还要改", "%d errors to be mended in the report: its numbers may change", s.Error))
	}
	if u.Report.Incomplete != "" {
		list = append(list, textf("文件没有读全：%s", "the file was not read whole: %s", u.Report.Incomplete))
	}
	return list
}

// textf is words in both languages with the same arguments.
func textf(zh, en string, args ...any) Text {
	return Text{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}
}

// Hints are what an office should know before it uses the numbers.
func (r *Rollup) Hints() []Text {
	return slices.Concat(r.ownHints(), r.scopeHints(), r.dataHints())
}

// ownHints say whether the parent's own cases are in.
func (r *Rollup) ownHints() []Text {
	if len(r.Offices) > 0 {
		names := strings.Join(r.Offices, "、")
		return []Text{{ZH: fmt.Sprintf("读到了%s的报告，名录里它不在%s之下，没有计入；要计为本级的，加 --own %s", names, r.Parent.Name, r.Offices[0]),
			EN: fmt.Sprintf("A report of %s was read, which the register does not have below %s: it was not added; to count it as the parent's own, add --own %s", names, r.Parent.Name, r.Offices[0])}}
	}
	own := slices.ContainsFunc(r.Units, func(u *Unit) bool {
		return u.Own || register.GovernmentOf(u.Name) == register.Key(r.Parent.Name)
	})
	if own {
		return nil
	}
	return []Text{{ZH: fmt.Sprintf("各单位之中没有代表%s自己的报告，本级自己收到的申请等不在各单位之和里；另有报告的，用 --own 计入", r.Parent.Name),
		EN: fmt.Sprintf("No report among the units is of %s itself, so its own cases are not in the sums; if there is one, count it by --own", r.Parent.Name)}}
}

// scopeHints say where the register leaves open what a report counts.
func (r *Rollup) scopeHints() []Text {
	var list []Text
	if len(r.Comparison.Skipped) > 0 {
		zh, en := r.tableNames(r.Comparison.Skipped)
		list = append(list, Text{ZH: fmt.Sprintf("按名录，%s的%s只计本机关，没有与各单位之和比较", r.Parent.Name, zh),
			EN: fmt.Sprintf("By the register, %s of %s count only its own cases: not compared with the sums", en, r.Parent.Name)})
	}
	if len(r.Comparison.Unscoped) > 0 && r.Comparison.Report != nil {
		zh, en := r.tableNames(r.Comparison.Unscoped)
		list = append(list, Text{ZH: fmt.Sprintf("名录没有写明%s的%s是否计全域，差异仅供参考", r.Parent.Name, zh),
			EN: fmt.Sprintf("The register does not say whether %s of %s count the whole area: differences may mean nothing", en, r.Parent.Name)})
	}
	parent := Unit{Report: r.Comparison.Report}
	for _, t := range parent.OtherEditions(r.Form) {
		name := r.Form.Table(t.Key)
		list = append(list, Text{ZH: fmt.Sprintf("本级报告的%s不是%s年格式，两版都有的格才能比较", name.Name, r.Form.Edition),
			EN: fmt.Sprintf("%s of the parent's own report is not of the form of %s: only cells of both forms are compared", name.English, r.Form.Edition)})
	}
	return list
}

func (r *Rollup) tableNames(keys []string) (zh, en string) {
	var names, english []string
	for _, key := range keys {
		t := r.Form.Table(key)
		names, english = append(names, t.Name), append(english, t.English)
	}
	return strings.Join(names, "、"), strings.Join(english, ", ")
}

func (r *Rollup) dataHints() []Text {
	var list []Text
	if n := len(r.Unread); n > 0 {
		list = append(list, textf("另有%d个文件没能读取，或看不出是哪个单位、哪一年的，没有报告的单位可能在其中", "%d files could not be read, or name no organ or year: units without a report may be among them", n))
	}
	if n := len(r.Unlisted); n > 0 && r.Count(Counted) < len(r.Units) {
		list = append(list, textf("另有%d份报告的单位不在名录里，没有计入，请核对有没有别名或认错：%[2]s", "%d reports are of organs that the register does not have and were not added; look for other names or misreadings: %[2]s", n, first(r.Unlisted, named)))
	}
	if n := len(r.Beside); n > 0 {
		list = append(list, Text{ZH: fmt.Sprintf("用别的格式填报的单位有%d个数，%s年格式没有这些格，没有计入", n, r.Form.Edition),
			EN: fmt.Sprintf("%d numbers of units that filled another form have no cell in that of %s: they were not added", n, r.Form.Edition)})
	}
	if c := r.Find("disclosure.procurement.amount"); c != nil && c.Value != 0 {
		list = append(list, Text{ZH: "采购总金额的表头没有写单位，各单位可能有填元的、有填万元的，请核对", EN: "The head of the amount of procurement names no unit: some may be in yuan and some in 万元"})
	}
	if n := len(r.Unbalanced); n > 0 {
		list = append(list, Text{ZH: fmt.Sprintf("各单位之和有%d处勾稽关系不平，因为有单位的报告不平", n),
			EN: fmt.Sprintf("%d sums of the form do not hold between the totals, because they do not hold in units' reports", n)})
	}
	return list
}

// named is how many names a sentence has before it is cut short.
const named = 5

// first names the first of a list: 甲局、乙局等.
func first(names []string, most int) string {
	if len(names) <= most {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:most], "、") + "等"
}

// cellName is a cell as a letter would call it.
func cellName(c *Cell) Text { return mend.CellName(c.ID) }

// Count counts the units of a status.
func (r *Rollup) Count(s Status) int {
	n := 0
	for _, u := range r.Units {
		if u.Status == s {
			n++
		}
	}
	return n
}

// Tally counts the cells of each grade, in one table or, for an empty key, in all.
func (r *Rollup) Tally(table string) map[Grade]int {
	counts := map[Grade]int{}
	for _, c := range r.Cells {
		if table == "" || c.Table.Key == table {
			counts[c.Grade()]++
		}
	}
	return counts
}

var kinds = map[register.Kind]string{
	register.Government: "政府", register.Office: "办公室", register.Department: "部门", register.Township: "乡镇街道", register.Authorised: "其他",
}

// editionOf names the editions of a report's tables: 表二2019 表三2021.
func editionsOf(u *Unit, f *form.Form) string {
	if u.Report == nil {
		return ""
	}
	var list []string
	for _, t := range u.Report.Tables {
		if edition := string(t.Edition); edition != "" {
			list = append(list, f.Table(t.Key).Name+edition)
		}
	}
	return strings.Join(list, " ")
}
