package validate

import (
	"fmt"
)

// narrativeRules are the rules about what the text says.
var narrativeRules = []*Rule{narrativeReceived, narrativeCarriedOut, narrativeCarriedIn, narrativeAllDone, narrativeNoneReceived, narrativeRemedies, narrativeNoRemedies}

var narrativeReceived = &Rule{
	ID: "narrative-received", Code: "N01", Severity: Warning, Since: "0.1",
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
	claims := receivedSaid(r)
	if !sure || len(claims) == 0 || values[0] == 0 && values[1] == 0 {
		return nil
	}
	accepted := acceptedReceived(r, values)
	for _, c := range claims {
		if c.value == 0 || accepted[c.value] {
			return nil
		}
	}
	return []Finding{claimFinding(claims[0], values[0], []string{carriedInTotal, newTotal}, Text{
		fmt.Sprintf("正文写“%s”，表三本年新收 %s（加上年结转 %s）", claims[0].quote, number(values[0]), number(values[0]+values[1])),
		fmt.Sprintf("The text says %q; table three has %s new (%s with those carried in)", claims[0].quote, number(values[0]), number(values[0]+values[1]))})}
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
func claimFinding(c said, table float64, figures []string, m Text) Finding {
	got, want := c.value, table
	return Finding{Message: m, Where: c.where, Figures: figures, Got: &got, Want: &want}
}

var narrativeCarriedOut = &Rule{
	ID: "narrative-carried-out", Code: "N03", Severity: Warning, Since: "0.1",
	Title:  Text{"正文与表三的结转下年数不一致", "The text's number carried out is not the table's"},
	Ground: logic("正文和表三说的是同一批申请"),
	Formula: Text{"正文的结转下年件数＝四、结转下年度继续办理总计",
		"carried out in the text = total of row 四"},
	Why: Text{"正文写的结转下年件数不等于表三“四、结转下年度继续办理”的总计。",
		"The text's number of applications carried out is not the total of row 四 of table three."},
	Mend:  Text{"以台账为准，统一正文和表三。", "Bring text and table into line with the register."},
	Check: checkClaims(carriedOutTotal, Text{"结转下年", "carried out"}, carriedOutSaid),
}

func carriedOutSaid(r *Subject) []said { return find(r, carriedOutAfter, carriedOutFirst) }

var narrativeCarriedIn = &Rule{
	ID: "narrative-carried-in", Code: "N04", Severity: Warning, Since: "0.1",
	Title:  Text{"正文与表三的上年结转数不一致", "The text's number carried in is not the table's"},
	Ground: logic("正文和表三说的是同一批申请"),
	Formula: Text{"正文的上年结转件数＝二、上年结转总计",
		"carried in in the text = total of row 二"},
	Why: Text{"正文写的上年结转件数不等于表三“二、上年结转”的总计。",
		"The text's number of applications carried in is not the total of row 二 of table three."},
	Mend:  Text{"以台账为准，统一正文和表三。", "Bring text and table into line with the register."},
	Check: checkClaims(carriedInTotal, Text{"上年结转", "carried in"}, carriedInSaid),
}

func carriedInSaid(r *Subject) []said { return find(r, carriedInAfter, carriedInFirst) }

// checkClaims compares what the prose claims with one cell of table three.
// Prose that names the cell's number anywhere is taken to mean it there.
func checkClaims(id string, name Text, claims func(*Subject) []said) func(*Subject) []Finding {
	return func(r *Subject) []Finding {
		value, sure := r.Figure(id).Sure()
		list := claims(r)
		if !sure || len(list) == 0 {
			return nil
		}
		for _, c := range list {
			if c.value == value || suspectIs(r, id, c.value) {
				return nil
			}
		}
		return []Finding{claimFinding(list[0], value, []string{id}, Text{
			fmt.Sprintf("正文写“%s”，表三%s %s", list[0].quote, name.ZH, number(value)),
			fmt.Sprintf("The text says %q; table three has %s %s", list[0].quote, number(value), name.EN)})}
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
	c := saysAllDone(r)
	if !sure || value <= 0 || c == nil || suspectIs(r, carriedOutTotal, 0) || anySays(carriedOutSaid(r), value) {
		return nil
	}
	return []Finding{claimFinding(*c, value, []string{carriedOutTotal}, Text{
		fmt.Sprintf("正文写“%s”，表三结转下年 %s", c.quote, number(value)),
		fmt.Sprintf("The text says %q; table three carries out %s", c.quote, number(value))})}
}

var narrativeNoneReceived = &Rule{
	ID: "narrative-none-received", Code: "N07", Severity: Error, Since: "0.1",
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
	claims := receivedSaid(r)
	if c := saysNoneReceived(r); c != nil {
		claims = append(claims, *c)
	}
	for _, c := range claims {
		if c.value > 0 == (values[0] > 0) || c.value == values[0]+values[1] || suspectIs(r, newTotal, c.value) {
			return nil
		}
	}
	if len(claims) == 0 {
		return nil
	}
	return []Finding{claimFinding(claims[0], values[0], []string{newTotal}, Text{
		fmt.Sprintf("正文写“%s”，表三本年新收 %s", claims[0].quote, number(values[0])),
		fmt.Sprintf("The text says %q; table three has %s new applications", claims[0].quote, number(values[0]))})}
}

var narrativeRemedies = &Rule{
	ID: "narrative-remedies", Code: "N08", Severity: Warning, Since: "0.1",
	Title:  Text{"正文与表四的复议、诉讼件数不一致", "The text's number of cases is not table four's"},
	Ground: logic("正文和表四说的是同一批案件"),
	Formula: Text{"正文的复议件数＝表四行政复议总计；诉讼件数＝直接起诉总计＋复议后起诉总计",
		"reviews in the text = total of table four; suits = direct + after reconsideration"},
	Why: Text{"正文写的行政复议件数不等于表四总计；行政诉讼按直接起诉与复议后起诉合计比较。",
		"The text's number of cases is not that of table four; both branches of litigation are added up."},
	Mend:    Text{"核对案件台账，统一正文和表四。", "Bring text and table into line with the register of cases."},
	Follows: []string{"remedies-sum", "narrative-no-remedies"},
	Check:   checkRemedies,
}

func checkRemedies(r *Subject) []Finding {
	var list []Finding
	for i := range remedyKinds {
		k := &remedyKinds[i]
		total, sure := k.total(r)
		claims := remediesSaid(r, k)
		if !sure || len(claims) == 0 || anySays(claims, total) {
			continue
		}
		list = append(list, claimFinding(claims[0], total, k.totals, Text{
			fmt.Sprintf("正文写“%s”，表四%s共 %s", claims[0].quote, k.name.ZH, number(total)),
			fmt.Sprintf("The text says %q; table four has %s cases of %s", claims[0].quote, number(total), k.name.EN)}))
	}
	return list
}

func anySays(claims []said, value float64) bool {
	for _, c := range claims {
		if c.value == value {
			return true
		}
	}
	return false
}

var narrativeNoRemedies = &Rule{
	ID: "narrative-no-remedies", Code: "N09", Severity: Error, Since: "0.1",
	Title:  Text{"正文说没有复议、诉讼，表四却有", "The text says there were no cases, table four has some"},
	Ground: logic("正文和表四说的是同一批案件"),
	Formula: Text{"正文说没有复议、诉讼时，表四相应总计＝0",
		"totals of table four = 0 where the text says there were no cases"},
	Why: Text{"正文说没有因政府信息公开发生行政复议或行政诉讼，表四的总计却不是0。",
		"The text says that there was no reconsideration or litigation, but a total of table four is not 0."},
	Mend:  Text{"核对案件台账，统一正文和表四。", "Bring text and table into line with the register of cases."},
	Check: checkNoRemedies,
}

func checkNoRemedies(r *Subject) []Finding {
	var list []Finding
	for i := range remedyKinds {
		k := &remedyKinds[i]
		total, sure := k.total(r)
		c := saysNoRemedy(r, k)
		if !sure || total <= 0 || c == nil {
			continue
		}
		list = append(list, claimFinding(*c, total, k.totals, Text{
			fmt.Sprintf("正文写“%s”，表四%s共 %s", c.quote, k.name.ZH, number(total)),
			fmt.Sprintf("The text says %q; table four has %s cases of %s", c.quote, number(total), k.name.EN)}))
	}
	return list
}
