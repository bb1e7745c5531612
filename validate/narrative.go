package validate

import (
	"fmt"

	"gouji/parser/claim"
)

// narrativeRules are the rules about what the text says.
var narrativeRules = []*Rule{narrativeReceived, narrativeCarriedOut, narrativeCarriedIn, narrativeAllDone, narrativeNoneReceived, narrativeRemedies, narrativeNoRemedies}

var narrativeReceived = &Rule{
	ID: "narrative-received", Code: "N01", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"正文与表三的申请数量不一致", "The text's number of applications is not the table's"},
	Ground: logic("正文和表三说的是同一批申请"),
	Formula: Text{"正文的收到件数＝本年新收，或本年新收＋上年结转",
		"received in the text = new, or new + carried in"},
	Why: Text{"正文写的收到（受理）件数，既不等于表三本年新收，也不等于新收加上年结转。多因改了一处没有改另一处。",
		"The text's number of applications is neither the new ones of table three nor those with the ones carried in."},
	Mend:    Text{"以台账为准，统一正文和表三。", "Bring text and table into line with the register."},
	Follows: []string{"narrative-none-received"},
	Check:   checkReceived,
}

const (
	newTotal        = "applications.new.total"
	carriedInTotal  = "applications.carried_in.total"
	handledTotal    = "applications.total.total"
	carriedOutTotal = "applications.carried_out.total"
)

func checkReceived(r *Subject) []Finding {
	values, sure := allSure(r, []string{newTotal, carriedInTotal})
	claims := r.said(claim.Application, claim.Received)
	if !sure || len(claims) == 0 || values[0] == 0 && values[1] == 0 {
		return nil
	}
	accepted := acceptedReceived(r, values)
	for _, c := range claims {
		if c.Quantity.Value == 0 || accepted[c.Quantity.Value] {
			return nil
		}
	}
	elsewhere := otherNumber(claims)
	return []Finding{claimFinding(claims[0], values[0], []string{carriedInTotal, newTotal}, Text{
		fmt.Sprintf("正文写“%s”，表三本年新收 %s（加上年结转 %s）", claims[0].Text, Number(values[0]), Number(values[0]+values[1])) + elsewhere.ZH,
		fmt.Sprintf("The text says %q; table three has %s new (%s with those carried in)", claims[0].Text, Number(values[0]), Number(values[0]+values[1])) + elsewhere.EN})}
}

// otherNumber tells of a second number that the text has for the same: then it
// contradicts itself as well as the table.
func otherNumber(claims []claim.Claim) Text {
	for _, c := range claims[1:] {
		if c.Quantity.Value != claims[0].Quantity.Value {
			return Text{fmt.Sprintf("，正文另一处写“%s”", c.Text), fmt.Sprintf("; elsewhere the text says %q", c.Text)}
		}
	}
	return Text{}
}

// acceptedReceived are the numbers that 收到 may mean: with or without what was
// carried in, also after the one cell is put right that the sums show to be wrong.
func acceptedReceived(r *Subject, values []float64) map[float64]bool {
	accepted := map[float64]bool{values[0]: true, values[0] + values[1]: true}
	for _, s := range r.suspects {
		switch s.Figure {
		case newTotal:
			accepted[s.Value], accepted[s.Value+values[1]] = true, true
		case carriedInTotal:
			accepted[values[0]+s.Value] = true
		}
	}
	return accepted
}

// claimFinding sets what the prose says against what the table has.
func claimFinding(c claim.Claim, table float64, figures []string, m Text) Finding {
	got, want := c.Quantity.Value, table
	return Finding{Message: m, Where: c.Where, Figures: figures, Got: &got, Want: &want}
}

var narrativeCarriedOut = &Rule{
	ID: "narrative-carried-out", Code: "N03", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"正文与表三的结转下年数不一致", "The text's number carried out is not the table's"},
	Ground: logic("正文和表三说的是同一批申请"),
	Formula: Text{"正文的结转下年件数＝四、结转下年度继续办理总计",
		"carried out in the text = total of row 四"},
	Why: Text{"正文写的结转下年件数不等于表三“四、结转下年度继续办理”的总计。",
		"The text's number of applications carried out is not the total of row 四 of table three."},
	Mend:  Text{"以台账为准，统一正文和表三。", "Bring text and table into line with the register."},
	Check: checkClaims(carriedOutTotal, Text{"结转下年", "carried out"}, claim.CarriedOut),
}

var narrativeCarriedIn = &Rule{
	ID: "narrative-carried-in", Code: "N04", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"正文与表三的上年结转数不一致", "The text's number carried in is not the table's"},
	Ground: logic("正文和表三说的是同一批申请"),
	Formula: Text{"正文的上年结转件数＝二、上年结转总计",
		"carried in in the text = total of row 二"},
	Why: Text{"正文写的上年结转件数不等于表三“二、上年结转”的总计。",
		"The text's number of applications carried in is not the total of row 二 of table three."},
	Mend:  Text{"以台账为准，统一正文和表三。", "Bring text and table into line with the register."},
	Check: checkClaims(carriedInTotal, Text{"上年结转", "carried in"}, claim.CarriedIn),
}

// checkClaims compares what the prose claims with one cell of table three.
// Prose that names the cell's number anywhere is taken to mean it there.
func checkClaims(id string, name Text, act claim.Act) func(*Subject) []Finding {
	return func(r *Subject) []Finding {
		value, sure := r.Figure(id).Sure()
		list := r.said(claim.Application, act)
		if act == claim.CarriedIn { // of those carried out narrative-all-done tells
			list = append(list, r.stated(claim.None, claim.Application, act)...)
		}
		if !sure || len(list) == 0 {
			return nil
		}
		for _, c := range list {
			if c.Quantity.Value == value || suspectIs(r, id, c.Quantity.Value) {
				return nil
			}
		}
		return []Finding{claimFinding(list[0], value, []string{id}, Text{
			fmt.Sprintf("正文写“%s”，表三%s %s", list[0].Text, name.ZH, Number(value)),
			fmt.Sprintf("The text says %q; table three has %s %s", list[0].Text, Number(value), name.EN)})}
	}
}

// suspectIs reports whether the sums already show that the cell should hold
// the value: then the text is right and the fault is told elsewhere.
func suspectIs(r *Subject, id string, value float64) bool {
	for _, s := range r.suspects {
		if s.Figure == id && s.Value == value {
			return true
		}
	}
	return false
}

var narrativeAllDone = &Rule{
	ID: "narrative-all-done", Code: "N06", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"正文说全部办结，表三仍有结转", "The text says all is done, the table carries cases out"},
	Ground: logic("全部办结就没有结转下年度继续办理的申请"),
	Formula: Text{"正文说全部办结时，结转下年度＝0",
		"carried out = 0 where the text says that all is done"},
	Why: Text{"正文说申请已全部办结（或没有结转），表三“四、结转下年度继续办理”却不是0。按期答复与结转并不矛盾，这里不指按期答复。",
		"The text says that all applications are closed, but row 四 of table three is not 0. Answering in time is no contradiction and is not meant here."},
	Mend:    Text{"改写正文，或核对结转数。", "Reword the text or check the number carried out."},
	Follows: []string{"narrative-carried-out"},
	Check:   checkAllDone,
}

func checkAllDone(r *Subject) []Finding {
	value, sure := r.Figure(carriedOutTotal).Sure()
	done := append(r.stated(claim.All, claim.Application, claim.Closed), r.stated(claim.None, claim.Application, claim.CarriedOut)...)
	if !sure || value <= 0 || len(done) == 0 || suspectIs(r, carriedOutTotal, 0) ||
		anySays(r.said(claim.Application, claim.CarriedOut), value) {
		return nil
	}
	c := done[0]
	return []Finding{claimFinding(c, value, []string{carriedOutTotal}, Text{
		fmt.Sprintf("正文写“%s”，表三结转下年 %s", c.Text, Number(value)),
		fmt.Sprintf("The text says %q; table three carries out %s", c.Text, Number(value))})}
}

var narrativeNoneReceived = &Rule{
	ID: "narrative-none-received", Code: "N07", Severity: Error, Since: "0.1",
	Words:  true,
	Title:  Text{"正文与表三在有无申请上矛盾", "Text and table disagree whether there were applications"},
	Ground: logic("正文和表三说的是同一批申请"),
	Formula: Text{"正文说未收到申请⇔本年新收＝0",
		"text says none received ⇔ new = 0"},
	Why: Text{"正文说没有收到申请而表三有数，或正文说收到了而表三是0。",
		"The text says that no application came in while the table has some, or the other way round."},
	Mend:  Text{"以台账为准，统一正文和表三。", "Bring text and table into line with the register."},
	Check: checkNoneReceived,
}

func checkNoneReceived(r *Subject) []Finding {
	values, sure := allSure(r, []string{newTotal, carriedInTotal})
	if !sure {
		return nil
	}
	claims := append(r.said(claim.Application, claim.Received), r.stated(claim.None, claim.Application, claim.Received)...)
	for _, c := range claims {
		if c.Quantity.Value > 0 == (values[0] > 0) || c.Quantity.Value == values[0]+values[1] || suspectIs(r, newTotal, c.Quantity.Value) {
			return nil
		}
	}
	if len(claims) == 0 {
		return nil
	}
	return []Finding{claimFinding(claims[0], values[0], []string{newTotal}, Text{
		fmt.Sprintf("正文写“%s”，表三本年新收 %s", claims[0].Text, Number(values[0])),
		fmt.Sprintf("The text says %q; table three has %s new applications", claims[0].Text, Number(values[0]))})}
}

func anySays(claims []claim.Claim, value float64) bool {
	for _, c := range claims {
		if c.Quantity.Value == value {
			return true
		}
	}
	return false
}
