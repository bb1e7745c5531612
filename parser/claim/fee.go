package claim

import (
	"regexp"
	"strings"
)

// What reports say of fees: the money that was collected for processing
// information (信息处理费) or for the trade (行政事业性收费), and that no notice to
// pay was sent. Money of notices, tariffs and what was let off is not it.

const (
	processing = "信息处理费"
	ofTrade    = "行政事业性收费"
	notice     = "费通知"
)

// fees gives what a sentence says of fees.
func fees(s *Sentence) []Claim {
	if !strings.Contains(s.Text, processing) && !strings.Contains(s.Text, notice) && !strings.Contains(s.Text, ofTrade) {
		return nil
	}
	var list []Claim
	if at := noNotice.FindStringIndex(s.Text); at != nil && !twice.MatchString(s.ClauseBefore(at[0])) && !strings.HasPrefix(s.Text[at[1]:], "的") {
		c := state(s, None, Notified, at)
		c.Object = Fee
		list = append(list, c)
	}
	l := lineOf(s)
	for i, t := range l.tokens {
		if (t.kind == money || t.kind == bare) && collected(s, t) {
			list = append(list, l.fee(i))
		}
	}
	return list
}

// fee is the claim of a sum that was collected.
func (l *line) fee(at int) Claim {
	c := l.bare(at, at)
	c.Act, c.Object, c.Quantity = Collected, Fee, l.tokens[at].quantity
	l.setContext(&c, at)
	before := l.Text[:c.From]
	trade, own := strings.LastIndex(before, ofTrade), strings.LastIndex(before, processing)
	switch {
	case trade > own:
		c.Object = TradeFee
	case own < 0 || otherFee.MatchString(before[own+len(processing):]):
		c.doubt("没有说是什么费用")
	}
	clause := strings.LastIndex(before, ",") + 1
	c.From, c.Text = clause, l.Text[clause:c.To]
	return c
}

var (
	noNotice = regexp.MustCompile(`(?:未|没有|未曾|无)(?:依法|依规)?(?:向[^,]{0,12})?(?:发出|发送|发放|开具|作出|下达|送达|制发|出具)过?(?:任何)?(?:政府信息公开)?(?:信息处理费)?(?:的)?(?:收费|缴费)通知` +
		`|(?:收费|缴费)通知书?的?(?:件数|份数|数量|情况)?(?:(?:和|、)总金额)?(?:(?:以及|和|、)实际收取的?总?金额)?(?:共计?|均|都)?(?:为|是|:)?0(?:件|份|次|张|,|$)`)

	// charging is what a clause says whose money was collected.
	charging = regexp.MustCompile(`收取|收缴|收到|实收|收入|征收|收费|处理费|缴纳|缴费`)
	// summing continues the clause before: 收取信息处理费2笔,共计400元.
	summing = regexp.MustCompile(`^(?:共计?|合计|总计|总额|总?金额|共收取)`)
	// otherMoney is not what was collected.
	otherMoney = regexp.MustCompile(`通知|应收|应缴|应当|拟收|减免|免收|免除|免予|退还|退回|标准|每|未缴|逾期|未收|不收|没有|罚|预算|财政拨款|同比|增长|下降|减少`)
	// otherFee, named after the fee, is what the amount is of: 生活垃圾处理费.
	otherFee = regexp.MustCompile(`[^收缴免计]费(?:[^用]|$)`)
	// tariff follows the price of one piece or page: 100元/件.
	tariff = regexp.MustCompile(`^(?:/|每|一件|一页|以[上下]|的标准|的?部分)`)
)

// collected reports whether an amount is money that was collected. A number
// without a unit counts only where the clause ends with it.
func collected(s *Sentence, t token) bool {
	after := s.Text[t.to:]
	ends := after == "" || strings.HasPrefix(after, ",") || strings.HasPrefix(after, ")")
	if t.kind == bare && !ends || tariff.MatchString(after) {
		return false
	}
	clauses := strings.Split(s.Text[:t.from], ",")
	clause := clauses[len(clauses)-1]
	if otherMoney.MatchString(clause) {
		return false
	}
	if charging.MatchString(clause) {
		return t.kind == money || feeEnds.MatchString(clause)
	}
	previous := strings.Join(clauses[max(0, len(clauses)-2):len(clauses)-1], "")
	return t.kind == money && summing.MatchString(clause) && charging.MatchString(previous) && !otherMoney.MatchString(previous)
}

// feeEnds: only right after 信息处理费 is a bare number an amount.
var feeEnds = regexp.MustCompile(`信息处理费(?:用)?(?:金额|总额|数额|收入|收取)*(?:共计?|合计|总计|为|是|:)*$`)
