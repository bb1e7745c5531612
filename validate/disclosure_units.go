package validate

import (
	"fmt"
	"regexp"

	"gouji/parser"
	"gouji/parser/claim"
	"gouji/parser/document"
	"gouji/parser/form"
	"gouji/validate/register"
)

// powerRules are the rules about what table two should hold for the kind of
// organ. Where the register does not tell the kind, only names that leave no
// doubt count.
var powerRules = []*Rule{disclosureFeesUnit, disclosureNoDecisions, disclosureUnexpectedLicensing, disclosureAllZero, disclosureNoDocuments}

const feesAmount = "disclosure.fees.amount"

var disclosureFeesUnit = &Rule{
	ID: "disclosure-fees-unit", Code: "B04", Severity: Warning, Since: "0.2",
	Title:  Text{"收费金额像是以元填写的", "The fees seem to be given in yuan"},
	Ground: form2021("表二“行政事业性收费”：本年收费金额（单位：万元）"),
	Formula: Text{"本年收费金额的单位是万元：格里、正文不写同样数字的“元”，数额不到上年的1000倍",
		"the fees are in 10,000 yuan: neither cell nor text gives the same number in yuan, and it is less than a thousand times last year's"},
	Why: Text{"这一栏的单位是万元。格里写着“元”，正文里同一个数后面跟着“元”，或数额是上年的一千倍以上，多半是照财务报表的元直接填了进来。",
		"The column is in 10,000 yuan. Where the cell says 元, the text has the same number with 元, or the amount is a thousand times last year's, an amount in yuan was probably copied in."},
	Mend:    Text{"除以10000，换算成万元后填写。", "Divide by 10,000 and fill in the result."},
	Applies: Text{"2021年格式的表二", "table two of the 2021 form"},
	Limits:  []*Limit{feesTimes},
	Follows: []string{"template-outdated"},
	Check:   checkFeesUnit,
}

var feesTimes = &Limit{Name: "fees-unit-times", Unit: "times", Value: 1000,
	Why: Text{"把元填成万元，数额会是一万倍；收费一年里增加千倍的没有见过",
		"yuan for 10,000 yuan make it ten thousand times; fees that grew a thousandfold were never seen"}}

func checkFeesUnit(s *Subject) []Finding {
	f := s.Figure(feesAmount)
	if f == nil || f.State != parser.Number || f.Value <= 0 {
		return nil
	}
	at := []*parser.Figure{f}
	if printed := halfWidth(f); inYuan.MatchString(printed) {
		return []Finding{about(at, Text{
			fmt.Sprintf("表二“行政事业性收费”填“%s”，这一栏的单位是万元", printed),
			fmt.Sprintf("fees are given as %q in a column of 10,000 yuan", printed)})}
	}
	if _, sure := f.Sure(); !sure {
		return nil
	}
	if quote, where := yuanInText(s, f.Value); quote != "" {
		found := about(at, Text{
			fmt.Sprintf("表二“行政事业性收费”填 %s（万元），正文写“%s”", Number(f.Value), quote),
			fmt.Sprintf("fees are %s (in 10,000 yuan); the text says %q", Number(f.Value), quote)})
		found.Where = where
		return []Finding{found}
	}
	return feesGrown(s, f.Value)
}

var inYuan = regexp.MustCompile(`\d\s*元$`)

// feesGrown compares with last year's fees.
func feesGrown(s *Subject, now float64) []Finding {
	before, _, sure := beforeAndNow(s, feesAmount)
	if !sure || before[0] <= 0 || now < s.limit(feesTimes)*before[0] {
		return nil
	}
	return []Finding{s.beside([]string{feesAmount}, Text{
		fmt.Sprintf("表二“行政事业性收费”填 %s 万元，上年 %s 万元，是上年的%s倍", Number(now), Number(before[0]), fmt.Sprintf("%.0f", now/before[0])),
		fmt.Sprintf("fees are %s, in 10,000 yuan, and were %s the year before: %.0f times as much", Number(now), Number(before[0]), now/before[0])})}
}

var disclosureNoDecisions = &Rule{
	ID: "disclosure-no-decisions", Code: "B08", Severity: Info, Since: "0.2",
	Named:  true,
	Title:  Text{"执法部门没有许可、处罚、强制决定", "An enforcing organ without any decision"},
	Ground: logic("公安、市场监管、交通运输部门日常都有许可和处罚"),
	Formula: Text{"公安、市场监管、交通运输部门：行政许可＋行政处罚＋行政强制＞0",
		"police, market regulation, transport: licensing + penalties + coercion > 0"},
	Why: Text{"公安、市场监管、交通运输部门每天都办许可和处罚，三项全是0多因漏填，或由下属执法队伍另行统计。",
		"Police, market regulation and transport license and punish every day; three zeros usually mean that the rows were left out or counted by a subordinate team."},
	Mend:    Text{"对照执法台账填写；职权已划走的，在正文说明。", "Fill in from the records; if the powers have moved, say so in the text."},
	Applies: Text{"名称为公安局、市场监督管理局、交通运输局的单位", "organs named 公安局, 市场监督管理局 or 交通运输局"},
	Follows: []string{"disclosure-decisions-change"},
	Check:   checkNoDecisions,
}

// enforcing organs are known by the end of their name.
var enforcing = regexp.MustCompile(`(?:公安局|市场监督管理局|市场监管局|交通运输局)$`)

func checkNoDecisions(s *Subject) []Finding {
	if !enforcing.MatchString(s.Organ) {
		return nil
	}
	ids := decisionIDs()
	v, sure := allSure(s, ids)
	if !sure || v[0]+v[1]+v[2] != 0 {
		return nil
	}
	return []Finding{s.at(ids, Text{
		s.Organ + "的行政许可、行政处罚、行政强制全部填0",
		s.Organ + " reports no licensing, no penalty and no coercion"})}
}

func decisionIDs() []string {
	var ids []string
	for _, row := range decisionRows {
		ids = append(ids, form.ID(form.Disclosure, row, "decisions"))
	}
	return ids
}

var disclosureUnexpectedLicensing = &Rule{
	ID: "disclosure-unexpected-licensing", Code: "B09", Severity: Info, Since: "0.2",
	Named:  true,
	Title:  Text{"没有许可职能的部门填了行政许可", "Licensing by an organ without such powers"},
	Ground: logic("审计、信访、机关事务等部门没有行政许可事项，统计部门极少"),
	Formula: Text{"审计、信访、机关事务、统计部门：行政许可≤10",
		"audit, petitions, office services, statistics: licensing ≤ 10"},
	Why: Text{"审计、信访、机关事务部门没有行政许可事项，市县统计部门也很少。填了许可数，多因把其他办件当成许可，或表格错了行。",
		"Audit, petition and office-service organs license nothing, statistics hardly anything. A number there usually counts other business, or slipped by a row."},
	Mend:    Text{"核对这一数字是不是行政许可决定。", "Check that these are licensing decisions."},
	Applies: Text{"名称为审计局、信访局、机关事务管理局（中心）、统计局的单位", "organs named 审计局, 信访局, 机关事务管理局 or 统计局"},
	Limits:  []*Limit{unexpectedLicensing},
	Check:   checkUnexpectedLicensing,
}

var unexpectedLicensing = &Limit{Name: "unexpected-licensing", Unit: "pieces", Value: 10,
	Why: Text{"统计部门的涉外调查等许可，一年不过几件", "the few licences of statistics, such as for foreign surveys, are some a year"}}

var internalOrgan = regexp.MustCompile(`(?:审计局|信访局|机关事务(?:管理|服务)?(?:局|中心)|统计局)$`)

func checkUnexpectedLicensing(s *Subject) []Finding {
	id := form.ID(form.Disclosure, "licensing", "decisions")
	value, sure := s.Figure(id).Sure()
	if !sure || value <= s.limit(unexpectedLicensing) || !internalOrgan.MatchString(s.Organ) {
		return nil
	}
	return []Finding{s.at([]string{id}, Text{
		fmt.Sprintf("%s填了行政许可 %s 件", s.Organ, Number(value)),
		fmt.Sprintf("%s reports %s licensing decisions", s.Organ, Number(value))})}
}

var disclosureAllZero = &Rule{
	ID: "disclosure-all-zero", Code: "B10", Severity: Info, Since: "0.2",
	Title:  Text{"表二全部为0", "Table two is 0 throughout"},
	Ground: logic("没有文件、许可、处罚和收费的单位，表二才会全是0"),
	Formula: Text{"上年表二有数的单位：表二不全为0",
		"table two is not all 0 for organs that had figures last year"},
	Why: Text{"小单位的表二全是0很平常，不提示。上年有数的单位全部填0（或空白）的，才提示核对是否漏填。",
		"Small organs often have nothing to report, and nothing is said of them. It is where last year's table had figures that it may have been left unfilled."},
	Mend:    Text{"核对表二各栏是否漏填。", "Check whether table two was left unfilled."},
	Needs:   []Need{NeedsPrevious},
	Follows: []string{"disclosure-no-decisions", "disclosure-decisions-change", "figure-blank"},
	Check:   checkDisclosureAllZero,
}

func checkDisclosureAllZero(s *Subject) []Finding {
	cells := figuresOf(s, form.Disclosure)
	if !nothingIn(cells) {
		return nil
	}
	if s.Previous == nil || !somethingIn(figuresOf(s.Previous, form.Disclosure)) {
		return nil
	}
	return []Finding{{table: form.Disclosure, Where: cells[0].Where, Other: &s.Previous.Source, Message: Text{
		"表二全部为0，上年有数", "Table two is 0 throughout; last year's had figures"}}}
}

// nothingIn reports whether the figures are surely 0 or blank, and not all blank.
func nothingIn(figures []*parser.Figure) bool {
	zeros := 0
	for _, f := range figures {
		switch value, sure := f.Sure(); {
		case sure && value == 0:
			zeros++
		case f.State != parser.Blank || f.Doubt != "":
			return false
		}
	}
	return zeros > 0
}

func somethingIn(figures []*parser.Figure) bool {
	for _, f := range figures {
		if value, sure := f.Sure(); sure && value != 0 {
			return true
		}
	}
	return false
}

var disclosureNoDocuments = &Rule{
	ID: "disclosure-no-documents", Code: "B11", Severity: Info, Since: "0.2",
	Named:  true,
	Title:  Text{"政府没有现行有效的规范性文件", "A government without normative documents in force"},
	Ground: logic("县级以上政府都有现行有效的行政规范性文件"),
	Formula: Text{"县级以上政府：行政规范性文件现行有效件数＞0",
		"governments from county level up: normative documents in force > 0"},
	Why: Text{"县级以上政府一般都有现行有效的行政规范性文件。填0多因只数了当年制发的，没有填历年累计。许可、处罚、强制的决定不多的，说明表二只计少数几件事，不提示。",
		"Governments from county level up have normative documents in force. A zero usually means that only this year's were counted. Nothing is said where there are few decisions, since such a table covers little."},
	Mend:    Text{"按公布的现行有效文件目录填写。", "Fill in the number from the published list of documents in force."},
	Applies: Text{"县级以上政府，2021年格式的表二", "governments from county level up, table two of the 2021 form"},
	Limits:  []*Limit{noDocumentsSize},
	Follows: []string{"disclosure-in-force", "disclosure-in-force-change"},
	Check:   checkNoDocuments,
}

var noDocumentsSize = &Limit{Name: "no-documents-size", Unit: "pieces", Value: 100,
	Why: Text{"决定上百件的，表二是按全县（市）填的", "with a hundred decisions the table covers the region"}}

// decisionsIn adds up the decisions of table two of which the reader is sure.
func decisionsIn(s *Subject) float64 {
	sum := 0.0
	for _, id := range decisionIDs() {
		value, _ := s.Figure(id).Sure()
		sum += value
	}
	return sum
}

// governsRegion reports whether the organ is surely a government from county
// level up: as the register says, else by its name.
func governsRegion(s *Subject) bool {
	if s.Unit != nil && s.Unit.Kind != "" {
		return s.Unit.Kind == register.Government
	}
	return regionGovernment.MatchString(s.Organ)
}

// regionGovernment leaves out what ends in 区 alone: it may be a zone.
var regionGovernment = regexp.MustCompile(`\p{Han}(?:[省市县旗区州](?:人民)?政府|[省市县旗]|自治州|自治区)$`)

func checkNoDocuments(s *Subject) []Finding {
	id := form.ID(form.Disclosure, "normative_documents", "in_force")
	value, sure := s.Figure(id).Sure()
	if !sure || value != 0 || !governsRegion(s) || decisionsIn(s) < s.limit(noDocumentsSize) {
		return nil
	}
	return []Finding{s.at([]string{id}, Text{
		s.Organ + "的行政规范性文件现行有效件数填0",
		s.Organ + " reports no normative document in force"})}
}

// yuanInText finds administrative fees that the text gives as the same number of
// yuan.
func yuanInText(s *Subject, value float64) (quote string, where document.Place) {
	for _, c := range s.said(claim.TradeFee, claim.Collected) {
		if c.Quantity.Unit == "元" && c.Quantity.Value == value {
			return c.Text, c.Where
		}
	}
	return "", where
}
