package validate

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"gouji/parser/form"
)

// itemRules are the rules about table two of the 2019 form.
var itemRules = []*Rule{disclosurePublicTotal, disclosureItemsAsDecisions, disclosureProcurementUnit}

var oldForm = Text{"2019年格式的表二", "table two of the 2019 form"}

var disclosurePublicTotal = &Rule{
	ID: "disclosure-public-total", Code: "B05", Severity: Warning, Since: "0.2",
	Title:  Text{"对外公开总数量少于本年新公开", "Fewer documents public in all than newly published"},
	Ground: logic("本年新公开的文件包括在对外公开总数量里"),
	Formula: Text{"对外公开总数量≥本年新公开数量",
		"public in all ≥ newly published"},
	Why: Text{"对外公开总数量是历年累计，不会少于本年新公开的数量。多因总数量漏填，或三栏口径不同。本年新公开可以多于本年新制作，旧文件可以以后公开。",
		"The total counts all years, so it is at least what was published this year; usually it was left out. More may be published than made, since older documents are."},
	Mend:    Text{"核对对外公开总数量。", "Check the total."},
	Applies: oldForm,
	Check:   checkPublicTotal,
}

func checkPublicTotal(s *Subject) []Finding {
	var list []Finding
	for _, row := range documentRows {
		ids := []string{form.ID(form.Disclosure, row, "published"), form.ID(form.Disclosure, row, "public_total")}
		v, sure := allSure(s, ids)
		if !sure || v[1] >= v[0] {
			continue
		}
		cell, _ := form.Of(form.Edition2019).Find(ids[1])
		f := s.at(ids, Text{
			fmt.Sprintf("表二“%s”：本年新公开 %s，对外公开总数量只有 %s", cell.Row.Label, Number(v[0]), Number(v[1])),
			fmt.Sprintf("%s: %s newly published, but only %s public in all", plain(row), Number(v[0]), Number(v[1]))})
		list = append(list, f)
	}
	return list
}

// documentRows are the rows of table two that count documents.
var documentRows = []string{"regulations", "normative_documents"}

var disclosureItemsAsDecisions = &Rule{
	ID: "disclosure-items-as-decisions", Code: "B06", Severity: Warning, Since: "0.2",
	Title:  Text{"处理决定数量像是事项数", "Decisions look like a number of items"},
	Ground: practice("事项数与处理决定数混淆：有的单位按“上年、增减、本年”填写三栏"),
	Formula: Text{"上一年项目数量＋本年增/减≠处理决定数量",
		"previous items + change ≠ decisions"},
	Why: Text{"前两栏数的是事项，第三栏数的是一年里作出的决定，两者没有加减关系。上年项目加增减恰好等于处理决定数量，多因把三栏当成了上年、增减、本年。",
		"The first two columns count items, the third the decisions of a year; they do not add up. Where they do, the three columns were probably read as last year, change, this year."},
	Mend:    Text{"第三栏填一年里作出的处理决定的件数。", "Write the number of decisions made in the year in the third column."},
	Applies: oldForm,
	Limits:  []*Limit{itemsSize, itemsSlackSize},
	Check:   checkItemsAsDecisions,
}

var (
	itemsSize = &Limit{Name: "items-as-decisions-size", Unit: "pieces", Value: 8,
		Why: Text{"几件的数恰好相加，可能只是巧合", "small numbers add up by chance"}}
	itemsSlackSize = &Limit{Name: "items-as-decisions-slack", Unit: "pieces", Value: 100,
		Why: Text{"百件以上相差1也不是巧合：716－417＝299，填的是298", "from a hundred on, off by one is no chance either: 716 − 417 = 299 with 298 printed"}}
)

func checkItemsAsDecisions(s *Subject) []Finding {
	var list []Finding
	for _, row := range []string{"licensing", "other_services", "penalties", "coercion"} {
		id := func(column string) string { return form.ID(form.Disclosure, row, column) }
		ids := []string{id("previous_items"), id("change"), id("decisions")}
		v, sure := allSure(s, ids)
		if !sure || v[1] == 0 || v[2] < s.limit(itemsSize) || !addsUp(s, v) {
			continue
		}
		cell, _ := form.Find(ids[2])
		list = append(list, s.at(ids, Text{
			fmt.Sprintf("表二“%s”：上一年项目数量 %s 加本年增/减 %s 得 %s，处理决定数量填 %s，像是把事项数当成了决定数",
				cell.Row.Label, Number(v[0]), Number(v[1]), Number(v[0]+v[1]), Number(v[2])),
			fmt.Sprintf("%s: %s previous items with a change of %s make %s, and %s decisions are reported: items may have been counted for decisions",
				plain(row), Number(v[0]), Number(v[1]), Number(v[0]+v[1]), Number(v[2]))}))
	}
	return list
}

func addsUp(s *Subject, v []float64) bool {
	slack := 0.0
	if v[2] >= s.limit(itemsSlackSize) {
		slack = 1
	}
	return math.Abs(v[0]+v[1]-v[2]) <= slack
}

var disclosureProcurementUnit = &Rule{
	ID: "disclosure-procurement-unit", Code: "B07", Severity: Info, Since: "0.2",
	Title:  Text{"采购总金额看不出单位", "The unit of the procurement amount is unclear"},
	Ground: practice("表头没有写单位，公开的报告里元和万元都有"),
	Formula: Text{"采购总金额写明元或万元，或数额只能是其中一种",
		"the amount names its unit, or its size allows only one"},
	Why: Text{"旧格式的表头没有写明采购总金额的单位。平均每个项目的数额当作元、当作万元都说得通时，读者和汇总程序无法判断。",
		"The old form names no unit for the procurement amount. Where the average project makes sense in yuan and in units of 10,000 alike, nobody can tell."},
	Mend:    Text{"写明单位，并核对数额。", "Name the unit and check the amount."},
	Applies: oldForm,
	Limits:  []*Limit{procurementLow, procurementHigh},
	Check:   checkProcurementUnit,
}

var (
	procurementLow = &Limit{Name: "procurement-unit-low", Unit: "amount per project", Value: 1000,
		Why: Text{"一个采购项目不到1000元的很少：更小的数应是万元", "projects of less than 1,000 yuan are rare: smaller numbers are 10,000 yuan"}}
	procurementHigh = &Limit{Name: "procurement-unit-high", Unit: "amount per project", Value: 20000,
		Why: Text{"一个采购项目超过2亿元的很少：更大的数应是元", "projects of more than 200 million yuan are rare: larger numbers are yuan"}}
)

func checkProcurementUnit(s *Subject) []Finding {
	ids := []string{"disclosure.procurement.items", "disclosure.procurement.amount"}
	v, sure := allSure(s, ids)
	if !sure || v[0] <= 0 || namesUnit(s, ids[1]) {
		return nil
	}
	if average := v[1] / v[0]; average < s.limit(procurementLow) || average > s.limit(procurementHigh) {
		return nil
	}
	return []Finding{s.at(ids, Text{
		fmt.Sprintf("表二“政府集中采购”：%s 个项目，采购总金额填 %s，看不出是元还是万元", Number(v[0]), Number(v[1])),
		fmt.Sprintf("procurement: %s projects for %s; whether in yuan or in 10,000 yuan cannot be told", Number(v[0]), Number(v[1]))})}
}

// namesUnit reports whether the amount's cell, its column's head or the text
// says in what unit the money is.
func namesUnit(s *Subject, id string) bool {
	if strings.Contains(s.Figure(id).Raw, "元") {
		return true
	}
	for _, b := range s.Table(form.Disclosure).Blocks {
		for _, column := range b.Columns {
			if column.Key == "amount" && strings.Contains(column.Printed, "元") {
				return true
			}
		}
	}
	for _, sentence := range s.prose {
		if procurementMoney.MatchString(sentence.Text) {
			return true
		}
	}
	return false
}

var procurementMoney = regexp.MustCompile(`采购.*\d(?:万|亿)?元`)
