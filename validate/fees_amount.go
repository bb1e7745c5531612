package validate

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gouji/parser/claim"
)

var feeStep = &Rule{
	ID: "fee-step", Code: "F02", Severity: Info, Since: "0.2",
	Words:  true,
	Title:  Text{"信息处理费不是10元的倍数", "The processing fee is no multiple of ten yuan"},
	Ground: feeMeasures("按件计收每件100元起，按量计收每页10元起"),
	Formula: Text{"信息处理费÷10元是整数",
		"the fee is a multiple of 10 yuan"},
	Why: Text{"按件计收每件100元、200元……，按量计收每页10元、20元、40元，合计总是10元的倍数。不是的，多因数字写错，或把复制、邮寄等费用算在里面。",
		"The tariff is 100 yuan and more a piece, 10, 20 or 40 a page: sums are multiples of ten. Otherwise a digit is wrong, or copying and postage were counted."},
	Mend:    Text{"对照缴款记录核对金额。", "Check the amount against the payments."},
	Limits:  []*Limit{feeSmallest},
	Follows: []string{"fee-money-unit"},
	Check:   checkFeeStep,
}

var feeSmallest = &Limit{Name: "fee-step", Unit: "yuan", Value: 10,
	Why: Text{"最低的收费标准是每页10元", "the lowest tariff is 10 yuan a page"}}

func checkFeeStep(s *Subject) []Finding {
	yuan, c, ok := feeCollected(s)
	if !ok || yuan == 0 || math.Abs(math.Remainder(yuan, s.limit(feeSmallest))) < 0.005 {
		return nil
	}
	return feeFinding(&c, nil, Text{
		fmt.Sprintf("正文写“%s”，%s 元不是 %s 元的倍数", c.Text, Number(yuan), Number(s.limit(feeSmallest))),
		fmt.Sprintf("The text says %q; %s yuan is no multiple of %s", c.Text, Number(yuan), Number(s.limit(feeSmallest)))})
}

var feeNotInTable = &Rule{
	ID: "fee-not-in-table", Code: "F03", Severity: Info, Since: "0.2",
	Words:  true,
	Title:  Text{"收了信息处理费，表二收费金额是0", "A processing fee, but no fees in table two"},
	Ground: practice("多地明确信息处理费按行政事业性收费管理，宜计入表二的收费金额"),
	Formula: Text{"收取信息处理费＞0时，表二本年收费金额＞0",
		"fees in table two > 0 where a processing fee was collected"},
	Why: Text{"四川、河南、安徽等地明确信息处理费按行政事业性收费管理。正文写收了，表二收费金额却是0，两处口径可能不同；当地不计入的不用改。",
		"Several provinces treat the processing fee as an administrative fee. The text says that some was collected while table two has 0: the two may count differently, which may be right where it is not so treated."},
	Mend:    Text{"按当地口径核对是否应计入表二。", "Check by local rules whether it belongs into table two."},
	Applies: Text{"2021年格式的表二", "table two of the 2021 form"},
	Follows: []string{"fee-money-unit"},
	Check:   checkFeeNotInTable,
}

func checkFeeNotInTable(s *Subject) []Finding {
	amount, sure := s.Figure(feesAmount).Sure()
	yuan, c, ok := feeCollected(s)
	if !sure || !ok || amount != 0 {
		return nil
	}
	return feeFinding(&c, []string{feesAmount}, Text{
		fmt.Sprintf("正文写“%s”（%s 元），表二“行政事业性收费”为 0", c.Text, Number(yuan)),
		fmt.Sprintf("The text says %q (%s yuan); the fees of table two are 0", c.Text, Number(yuan))})
}

var feeExceedsTable = &Rule{
	ID: "fee-exceeds-table", Code: "F04", Severity: Info, Since: "0.2",
	Words:  true,
	Title:  Text{"信息处理费多于表二的收费金额", "The processing fee is more than the fees of table two"},
	Ground: practice("多地明确信息处理费按行政事业性收费管理，宜计入表二的收费金额"),
	Formula: Text{"信息处理费（元）÷10000≤表二本年收费金额（万元）",
		"fee in yuan ÷ 10,000 ≤ fees of table two in 10,000 yuan"},
	Why: Text{"表二的收费金额包括信息处理费的，不会比它还少。多因其中一处单位弄错，或表二没有计入。",
		"Where table two counts the processing fee, it cannot be less. One of the two may be in the wrong unit, or table two leaves the fee out."},
	Mend:    Text{"核对两处的单位和口径。", "Check unit and coverage of both."},
	Applies: Text{"2021年格式的表二", "table two of the 2021 form"},
	Follows: []string{"fee-money-unit"},
	Check:   checkFeeExceedsTable,
}

// checkFeeExceedsTable allows for the table's rounding.
func checkFeeExceedsTable(s *Subject) []Finding {
	amount, sure := s.Figure(feesAmount).Sure()
	yuan, c, ok := feeCollected(s)
	if !sure || !ok || amount <= 0 {
		return nil
	}
	half := math.Pow10(-decimals(halfWidth(s.Figure(feesAmount)))) / 2
	if yuan/yuanToTable <= amount+half+epsilon {
		return nil
	}
	return feeFinding(&c, []string{feesAmount}, Text{
		fmt.Sprintf("正文写“%s”（%s 万元），表二“行政事业性收费”只有 %s 万元", c.Text, Number(yuan/yuanToTable), Number(amount)),
		fmt.Sprintf("The text says %q (%s in 10,000 yuan); table two has %s", c.Text, Number(yuan/yuanToTable), Number(amount))})
}

var feeMoneyUnit = &Rule{
	ID: "fee-money-unit", Code: "F07", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"信息处理费的单位不明或不合理", "The unit of the processing fee is missing or implausible"},
	Ground: logic("最低的收费标准是10元，一个机关一年收不到百万元"),
	Formula: Text{"信息处理费写明单位，数额在10元至100万元之间",
		"the fee has a unit and lies between 10 yuan and a million"},
	Why: Text{"没有写单位，读者不知道是元还是万元；不到10元（如0.04元）或超过100万元的，多因元、万元写错。",
		"Without a unit nobody knows whether yuan or 10,000 yuan are meant; less than ten yuan or more than a million usually come from the wrong one."},
	Mend:   Text{"写明单位，核对金额。", "Name the unit and check the amount."},
	Limits: []*Limit{feeLeast, feeMost},
	Check:  checkFeeMoneyUnit,
}

var (
	feeLeast = &Limit{Name: "fee-least", Unit: "yuan", Value: 10,
		Why: Text{"最低的收费标准是每页10元", "the lowest tariff is 10 yuan a page"}}
	feeMost = &Limit{Name: "fee-most", Unit: "yuan", Value: 1e6,
		Why: Text{"每件几百元，百万元要有上千件收费的申请", "at some hundred yuan a piece a million takes thousands of paying applications"}}
)

func checkFeeMoneyUnit(s *Subject) []Finding {
	for _, c := range s.said(claim.Fee, claim.Collected) {
		yuan := inYuanOf(&c)
		switch {
		case c.Quantity.Value == 0:
		case c.Quantity.Unit == "" && slices.ContainsFunc(s.prose, unitApart):
		case c.Quantity.Unit == "":
			return feeFinding(&c, nil, Text{
				fmt.Sprintf("正文写“%s”，没有写单位", c.Text), fmt.Sprintf("The text says %q, without a unit", c.Text)})
		case yuan < s.limit(feeLeast) || yuan > s.limit(feeMost):
			return feeFinding(&c, nil, Text{
				fmt.Sprintf("正文写“%s”，合 %s 元，单位可能写错", c.Text, Number(yuan)),
				fmt.Sprintf("The text says %q, which is %s yuan: the unit may be wrong", c.Text, Number(yuan))})
		}
	}
	return nil
}

// unitApart finds a unit that stands apart from the amounts: 单位：元.
func unitApart(s claim.Sentence) bool {
	return strings.Contains(s.Text, "单位:元") || strings.Contains(s.Text, "单位:万元")
}
