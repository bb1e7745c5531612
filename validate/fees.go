package validate

import (
	"fmt"
	"math"
	"regexp"

	"gouji/parser/claim"
)

// feeRules are the rules about the fee for processing information (信息处理费)
// and the row of table three for those who did not pay it.
var feeRules = []*Rule{feeUnpaidUntold, feeUntold, feeStep, feeNotInTable, feeExceedsTable, feeNoticeDenied, feeFewApplications, feeMoneyUnit}

// measures of the fee, 国办函〔2020〕109号.
func feeMeasures(clause string) Ground {
	return Ground{"国办函〔2020〕109号《政府信息公开信息处理费管理办法》", clause, Official}
}

const (
	feeUnpaidTotal = "applications.other.fee_unpaid.total"
	yuanToTable    = 10000 // 元 in one 万元, the unit of table two
)

// feeCollected is the fee that the text says was collected, in yuan: false when
// it says none for certain, or several amounts.
func feeCollected(s *Subject) (yuan float64, said claim.Claim, ok bool) {
	for _, c := range s.said(claim.Fee, claim.Collected) {
		amount := inYuanOf(&c)
		if amount <= 0 {
			continue
		}
		if ok && amount != yuan {
			return 0, claim.Claim{}, false
		}
		yuan, said, ok = amount, c, true
	}
	return yuan, said, ok
}

// inYuanOf is a claimed amount in yuan; 0 when no unit is printed.
func inYuanOf(c *claim.Claim) float64 {
	switch c.Quantity.Unit {
	case "元":
		return c.Quantity.Value
	case "万元":
		return math.Round(c.Quantity.Value*yuanToTable*100) / 100
	}
	return 0
}

// feeFinding is a finding about what the text says of the fee.
func feeFinding(c *claim.Claim, figures []string, m Text) []Finding {
	return []Finding{{Message: m, Where: c.Where, Figures: figures}}
}

var feeUnpaidUntold = &Rule{
	ID: "applications-fee-unpaid", Code: "A21", Severity: Warning, Since: "0.2",
	Title:  Text{"有逾期未缴费的申请，正文没有说收费", "Fees were not paid, and the text says nothing of fees"},
	Ground: form2021("第六部分：收取信息处理费情况在此处报告"),
	Formula: Text{"（六）2.逾期未缴纳费用＞0时，正文写明收费通知或信息处理费的情况",
		"where 2. under （六） is not 0 the text speaks of the fee or of notices to pay"},
	Why: Text{"表三有申请人逾期未按收费通知缴费的件数，说明发过收费通知，第六部分应写明收费的情况；也可能是别的情形填错了行。",
		"Table three counts applicants who did not pay, so notices were sent and section six should report on them; or other cases stand in the wrong row."},
	Mend:    Text{"在第六部分写明发出收费通知和收取的情况；填错行的，移到相应的行。", "Report the notices and the money in section six, or move the cases to their row."},
	Applies: Text{"2021年格式的表三", "table three of the 2021 form"},
	Follows: []string{"section-missing", "other-matters-empty", "applications-row-sum"},
	Check:   checkFeeUnpaidUntold,
}

func checkFeeUnpaidUntold(s *Subject) []Finding {
	unpaid, sure := s.Figure(feeUnpaidTotal).Sure()
	if !sure || unpaid <= 0 || s.whole(6) == nil || saysFee(s) {
		return nil
	}
	f := s.at([]string{feeUnpaidTotal}, Text{
		fmt.Sprintf("表三（六）2.逾期未按收费通知缴费 %s 件，全文没有说收费通知或信息处理费", Number(unpaid)),
		fmt.Sprintf("Table three has %s applications whose fee was not paid, but the text speaks nowhere of fees", Number(unpaid))})
	return []Finding{f}
}

var feeUntold = &Rule{
	ID: "fee-untold", Code: "F01", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"没有报告信息处理费", "Nothing is said of the processing fee"},
	Ground: form2021("第六部分：收取信息处理费情况在此处报告"),
	Formula: Text{"2021年起：正文写明收取信息处理费的情况",
		"since 2021 the text tells what processing fee was charged"},
	Why: Text{"第六部分写了别的事项，全文却没有提到信息处理费。没有收取的也要写明。",
		"Section six reports other matters, but nothing speaks of the processing fee. None charged must be said as well."},
	Mend:    Text{"在第六部分写明收取信息处理费的情况，没有的写“未收取信息处理费”。", "Say in section six what fee was charged, or that none was."},
	Applies: Text{"2021年及以后的报告", "reports for 2021 and later"},
	Follows: []string{"section-missing", "other-matters-empty", "applications-fee-unpaid", "placeholder-left"},
	Check:   checkFeeUntold,
}

// checkFeeUntold leaves a section that is empty or holds 无 to other-matters-empty.
func checkFeeUntold(s *Subject) []Finding {
	section, text := s.whole(6), ownText(s, 6)
	if section == nil || text == "" || nothingToTell.MatchString(text) || s.Year < firstFeeYear || saysFee(s) {
		return nil
	}
	return []Finding{{section: 6, Where: section.Where, Message: Text{
		"第六部分和全文都没有说信息处理费", "Neither section six nor the rest of the text speaks of the processing fee"}}}
}

var feeNoticeDenied = &Rule{
	ID: "fee-notice-denied", Code: "F05", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"正文说没有发收费通知，表三却有逾期未缴费的", "The text denies notices to pay that the table implies"},
	Ground: logic("申请人逾期未按收费通知缴费，先要发出收费通知"),
	Formula: Text{"正文说未发出收费通知时，（六）2.逾期未缴纳费用＝0",
		"2. under （六） = 0 where the text says that no notice was sent"},
	Why: Text{"没有发出收费通知，就不会有逾期未按通知缴费的申请。“未收取信息处理费”与此不矛盾：发了通知，申请人没有缴。",
		"Without a notice nobody can fail to pay upon it. That no fee was collected is no contradiction: the notice was sent and not paid."},
	Mend:    Text{"核对收费通知，改正文或改表三。", "Check the notices; correct the text or the table."},
	Applies: Text{"2021年格式的表三", "table three of the 2021 form"},
	Follows: []string{"applications-row-sum"},
	Check:   checkFeeNoticeDenied,
}

func checkFeeNoticeDenied(s *Subject) []Finding {
	unpaid, sure := s.Figure(feeUnpaidTotal).Sure()
	denials := s.stated(claim.None, claim.Fee, claim.Notified)
	if !sure || unpaid <= 0 || len(denials) == 0 {
		return nil
	}
	return feeFinding(&denials[0], []string{feeUnpaidTotal}, Text{
		fmt.Sprintf("正文写“%s”，表三（六）2.逾期未按收费通知缴费 %s 件", denials[0].Text, Number(unpaid)),
		fmt.Sprintf("The text says %q; table three has %s applications whose fee was not paid upon a notice", denials[0].Text, Number(unpaid))})
}

var feeFewApplications = &Rule{
	ID: "fee-few-applications", Code: "F06", Severity: Info, Since: "0.2",
	Words:  true,
	Title:  Text{"申请很少而收了信息处理费", "A fee, although there were few applications"},
	Ground: feeMeasures("按件计收：同一申请人一个自然月内10件以下的不收费"),
	Formula: Text{"收取信息处理费＞0时，新收＋上年结转＞10件",
		"new + carried in > 10 where a fee was collected"},
	Why: Text{"按件计收的，同一申请人一个月10件以下不收费，全年不到11件就收不到。正文没有说按量（页数）计收；那仍有可能，所以只作提示。",
		"By the piece the first ten of a month are free, so eleven are needed. The text does not say that it went by the page, which is possible, hence only a note."},
	Mend:    Text{"核对是否按量计收；不是的，核对金额和件数。", "Check whether it was charged by the page; if not, check the amount and the numbers."},
	Limits:  []*Limit{freePieces},
	Follows: []string{"narrative-received", "narrative-none-received", "fee-money-unit"},
	Check:   checkFeeFewApplications,
}

var freePieces = &Limit{Name: "fee-free-pieces", Unit: "pieces", Value: 10,
	Why: Text{"同一申请人一个自然月内10件以下不收费", "ten applications of one applicant a month are free"}}

// byVolume tells that the fee went by pages, as it may for a single application.
var byVolume = regexp.MustCompile(`按量|按页|\d页`)

func checkFeeFewApplications(s *Subject) []Finding {
	v, sure := allSure(s, []string{carriedInTotal, newTotal})
	yuan, c, ok := feeCollected(s)
	if !sure || !ok || v[0]+v[1] > s.limit(freePieces) || byVolume.MatchString(c.Sentence.Text) {
		return nil
	}
	return feeFinding(&c, []string{carriedInTotal, newTotal}, Text{
		fmt.Sprintf("正文写“%s”（%s 元），表三新收与上年结转共 %s 件", c.Text, Number(yuan), Number(v[0]+v[1])),
		fmt.Sprintf("The text says %q (%s yuan); table three has %s applications in all", c.Text, Number(yuan), Number(v[0]+v[1]))})
}
