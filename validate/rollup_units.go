package validate

import (
	"fmt"
	"slices"

	"gouji/parser/document"
	"gouji/parser/form"
	"gouji/validate/register"
)

// unitsNamed is how many units a message names before it is cut short.
const unitsNamed = 10

// unitList names units: 甲局、乙局等12个单位.
func unitList(units []*register.Unit) Text {
	var names []Text
	for _, u := range units[:min(len(units), unitsNamed)] {
		names = append(names, Text{u.Name, u.Name})
	}
	list := both(names, enumeration)
	if len(units) > unitsNamed {
		list.ZH += fmt.Sprintf("等%d个单位", len(units))
		list.EN += fmt.Sprintf(" and others, %d units", len(units))
	}
	return list
}

var rollupIncomplete = &Rule{
	ID: "rollup-incomplete", Code: "R03", Severity: Info, Since: "0.2",
	Title:  Text{"下级报告不齐，没有核对汇总", "Reports of units below are missing"},
	Ground: logic("下级报告不齐时，合计与汇总数没有可比性"),
	Why: Text{"按名录有下级单位的报告没有读到，汇总数没有核对。可能没有报送，没有放进来，或文件读不出。",
		"By the register, reports of some units below were not read, so the roll-up was not checked: they were not sent, not put in, or could not be read."},
	Mend:    Text{"补齐下级单位的报告再检查。", "Add the reports of the units below and check again."},
	Applies: Text{"名录写明有表的口径为“全域”、且读到了部分下级报告的单位", "units with an area-wide table of which some reports below were read"},
	Needs:   []Need{NeedsRegister, NeedsOthers},
	Formula: Text{"名录里的下级单位都有一份本年的报告", "every unit below has a report for the year"},
	Check:   checkIncomplete,
}

func checkIncomplete(r *Subject) []Finding {
	if len(areaTables(r)) == 0 || len(r.absent) == 0 || len(r.Children) == 0 || r.amongMisread {
		return nil
	}
	list := unitList(r.absent)
	return []Finding{{Message: Text{
		fmt.Sprintf("下级%d个单位，没有读到%d年的报告%d份，汇总没有核对：%s", len(r.Children)+len(r.absent)+len(r.unclear), r.Year, len(r.absent), list.ZH),
		fmt.Sprintf("Of %d units below, %d have no report for %d, so the roll-up was not checked: %s", len(r.Children)+len(r.absent)+len(r.unclear), len(r.absent), r.Year, list.EN)}}}
}

var rollupTwice = &Rule{
	ID: "rollup-twice", Code: "R04", Severity: Warning, Since: "0.2",
	Title:  Text{"下级单位会被重复计算", "A unit below would be counted twice"},
	Ground: logic("政府的全域数据已含其办公室；一个单位只计一份报告"),
	Why: Text{"下级里既有政府的全域报告，又有它的办公室作为机关的报告，相加就重复了；或一个下级单位有几份数字不同的报告。",
		"Among the units below stand a government with area-wide numbers and its own office, which those include; or a unit sent several reports that differ."},
	Mend:    Text{"在名录里把办公室的上级改为该政府；重复的报告只留一份。", "In the register put the office below that government; keep one report a unit."},
	Applies: areaWide, Needs: []Need{NeedsRegister, NeedsOthers},
	Formula: Text{"同一上级之下，没有口径为“全域”的政府和它的办公室并列；每个单位一份报告", "no area-wide government beside its own office below one unit; one report a unit"},
	Check:   checkTwice,
}

// countedTwice are the offices below a unit that stand beside the government
// whose office they are, while that counts them in the table.
func countedTwice(r *Subject, table string) []*register.Unit {
	var units []*register.Unit
	for _, child := range r.Children {
		units = append(units, child.Unit)
	}
	return register.CountedTwice(units, table)
}

func checkTwice(r *Subject) []Finding {
	tables := areaTables(r)
	if len(tables) == 0 {
		return nil
	}
	var offices []*register.Unit
	for _, table := range tables {
		offices = append(offices, countedTwice(r, table)...)
	}
	slices.SortStableFunc(offices, func(a, b *register.Unit) int { return a.Line - b.Line })
	var list []Finding
	if offices = slices.Compact(offices); len(offices) > 0 {
		names := unitList(offices)
		list = append(list, Finding{Message: Text{
			fmt.Sprintf("下级既有政府的全域报告，又有其办公室的报告，相加会重复：%s", names.ZH),
			fmt.Sprintf("Units below that their government counts already: %s", names.EN)}})
	}
	if len(r.unclear) > 0 {
		names := unitList(r.unclear)
		list = append(list, Finding{Message: Text{
			fmt.Sprintf("下级单位%d年的报告不止一份而数字不同，不知道计哪份：%s", r.Year, names.ZH),
			fmt.Sprintf("Units below with several reports for %d that differ: %s", r.Year, names.EN)}})
	}
	return list
}

var (
	feeTimes = &Limit{Name: "fee-times", Unit: "times", Value: 1000,
		Why: Text{"以元填报的数是以万元填报的一万倍，各单位收费本来也相差很大", "yuan for 万元 is ten thousand times; units differ by much anyway"}}
	feeYuan = &Limit{Name: "fee-yuan", Unit: "10,000 yuan", Value: 100000,
		Why: Text{"一个单位一年收费十亿元以上极少见", "a unit hardly collects 100,000 万元 of fees a year"}}
	feeUnits = &Limit{Name: "fee-units", Unit: "pieces", Value: 5,
		Why: Text{"单位太少时看不出一般的大小", "of few units the usual size cannot be told"}}
)

var rollupFeeUnit = &Rule{
	ID: "rollup-fee-unit", Code: "R05", Severity: Warning, Since: "0.2",
	Title:  Text{"收费金额比同级单位大得多，可能以元填报", "Fees are far above those of units alike: yuan for 万元?"},
	Ground: practice("下级报告里元、万元混用"),
	Why: Text{"行政事业性收费的单位是万元。这个单位的数比同一上级的其他单位大上千倍，多半填的是元。",
		"Fees are in 万元. This unit's number is thousands of times those of the others below one unit: it is probably in yuan."},
	Mend:    Text{"核对单位，按万元填写。", "Check the unit of the amount; write 万元."},
	Applies: Text{"名录里同一上级有几个收费单位，且本单位表二口径不是“全域”", "units with others alike below one unit, whose table two is not area-wide"},
	Needs:   []Need{NeedsRegister, NeedsOthers},
	Formula: Text{"收费金额＜同级单位中位数的1000倍", "amount < 1000 times the median of the units alike"},
	Limits:  []*Limit{feeTimes, feeYuan, feeUnits},
	Check:   checkFeesAlike,
}

func checkFeesAlike(r *Subject) []Finding {
	fee := r.Figure("disclosure.fees.amount")
	amount, sure := fee.Sure()
	if !sure || r.Parent == nil || amount < r.limit(feeYuan) || r.Unit.Scope[form.Disclosure] == register.Area {
		return nil
	}
	others := feesBeside(r)
	if float64(len(others)) < r.limit(feeUnits) {
		return nil
	}
	median := others[len(others)/2]
	if amount < median*r.limit(feeTimes) {
		return nil
	}
	return []Finding{{Where: fee.Where, Figures: []string{fee.ID}, Message: Text{
		fmt.Sprintf("表二行政事业性收费 %s 万元，%s下其他%d个单位的中位数是 %s 万元：可能填的是元", Number(amount), r.Unit.Parent, len(others), Number(median)),
		fmt.Sprintf("Fees are %s 万元, the median of %d other units below %s is %s: perhaps yuan", Number(amount), len(others), r.Unit.Parent, Number(median))}}}
}

// feesBeside are the fees, above 0, of the other units below the same one, in order.
func feesBeside(r *Subject) []float64 {
	var list []float64
	for _, other := range r.siblings() {
		if amount, sure := other.Figure("disclosure.fees.amount").Sure(); sure && amount > 0 && other.Unit != r.Unit {
			list = append(list, amount)
		}
	}
	slices.Sort(list)
	return list
}

var registerMissing = &Rule{
	ID: "register-missing", Code: "R07", Severity: Info, Since: "0.2",
	Title:  Text{"报送的单位与名录不符", "Reports and register of units do not agree"},
	Ground: logic("名录里的单位各应有一份报告"),
	Why: Text{"名录里有单位没有读到报告，或报告的机关不在名录里。可能没有报送，文件读不出，或题目用了名录没有的名称。",
		"A unit of the register has no report here, or a report's organ is not in the register: not sent, not readable, or titled otherwise."},
	Mend:    Text{"催报或补齐；名称不同的，在名录里加别名。", "Ask for the report; add another name to the register as an alias."},
	Applies: Text{"给了 --register 时", "with --register"},
	Needs:   []Need{NeedsRegister, NeedsOthers},
	Formula: Text{"名录的单位＝读到报告的单位，逐年", "units of the register = organs of the reports, year by year"},
	Check:   checkUnlisted, CheckRun: checkMissing,
}

// checkUnlisted tells of a report whose organ the register does not have, unless
// the register is hardly about the organs of the run.
func checkUnlisted(r *Subject) []Finding {
	if !r.unlisted {
		return nil
	}
	return []Finding{{Message: Text{
		fmt.Sprintf("名录里没有“%s”", r.Organ), fmt.Sprintf("%q is not in the register", r.Organ)}}}
}

// checkMissing tells of the units without a report, for each year of the run.
// Of a year for which most are missing, the run is not the whole collection.
func checkMissing(s *Set) []Finding {
	units := s.options.Register.Units
	sent := map[int]map[*register.Unit]bool{}
	var years []int
	for _, subject := range s.subjects {
		if subject.Unit == nil || subject.Year == 0 {
			continue
		}
		if sent[subject.Year] == nil {
			sent[subject.Year] = map[*register.Unit]bool{}
			years = append(years, subject.Year)
		}
		sent[subject.Year][subject.Unit] = true
	}
	slices.Sort(years)
	var list []Finding
	for _, year := range years {
		list = append(list, missingIn(units, sent[year], year)...)
	}
	for i := range list {
		list[i].Message = s.besideMisread(list[i].Message)
	}
	return list
}

// besideMisread adds to what seems to be missing that it may be among the scans
// whose organ or year is not sure.
func (s *Set) besideMisread(said Text) Text {
	number := s.misread()
	if number == 0 {
		return said
	}
	return Text{
		fmt.Sprintf("%s；有%d份扫描件的单位或年度没有认准，请核对是否在其中", said.ZH, number),
		fmt.Sprintf("%s; check whether it is among the %d scans whose organ or year is not sure", said.EN, number)}
}

func missingIn(units []register.Unit, sent map[*register.Unit]bool, year int) []Finding {
	if 2*len(sent) < len(units) {
		return []Finding{{Message: Text{
			fmt.Sprintf("名录有%d个单位，%d年只读到%d个单位的报告", len(units), year, len(sent)),
			fmt.Sprintf("The register has %d units; reports for %d were read of %d", len(units), year, len(sent))}}}
	}
	var list []Finding
	for i := range units {
		if u := &units[i]; !sent[u] {
			list = append(list, Finding{Where: document.Place{Row: u.Line}, Message: Text{
				fmt.Sprintf("没有读到“%s”%d年的报告（名录%d个单位，读到%d个）", u.Name, year, len(units), len(sent)),
				fmt.Sprintf("No report of %q for %d was read (%d units in the register, %d read)", u.Name, year, len(units), len(sent))}})
		}
	}
	return list
}
