package validate

import (
	"fmt"

	"gouji/parser/claim"
)

// remedyKind is a kind of remedy as the prose counts it: both branches of
// litigation are one.
type remedyKind struct {
	object claim.Object
	name   Text
	totals []string // figure ids that add up to its number
}

var remedyKinds = []remedyKind{
	{claim.Reconsideration, Text{"行政复议", "reconsideration"}, []string{"remedies.reconsideration.total"}},
	{claim.Litigation, Text{"行政诉讼", "litigation"},
		[]string{"remedies.litigation_direct.total", "remedies.litigation_after_reconsideration.total"}},
}

// total is the printed number of cases of a kind, when the reader is sure of it.
func (k *remedyKind) total(r *Subject) (float64, bool) {
	values, sure := allSure(r, k.totals)
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum, sure
}

var narrativeRemedies = &Rule{
	ID: "narrative-remedies", Code: "N08", Severity: Warning, Since: "0.1",
	Words:  true,
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
		claims := r.said(k.object, claim.Happened)
		if !sure || len(claims) == 0 || anySays(claims, total) {
			continue
		}
		list = append(list, claimFinding(claims[0], total, k.totals, Text{
			fmt.Sprintf("正文写“%s”，表四%s共 %s", claims[0].Text, k.name.ZH, Number(total)),
			fmt.Sprintf("The text says %q; table four has %s cases of %s", claims[0].Text, Number(total), k.name.EN)}))
	}
	return list
}

var narrativeNoRemedies = &Rule{
	ID: "narrative-no-remedies", Code: "N09", Severity: Error, Since: "0.1",
	Words:  true,
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
		none := r.stated(claim.None, k.object, claim.Happened)
		if !sure || total <= 0 || len(none) == 0 {
			continue
		}
		c := none[0]
		list = append(list, claimFinding(c, total, k.totals, Text{
			fmt.Sprintf("正文写“%s”，表四%s共 %s", c.Text, k.name.ZH, Number(total)),
			fmt.Sprintf("The text says %q; table four has %s cases of %s", c.Text, Number(total), k.name.EN)}))
	}
	return list
}
