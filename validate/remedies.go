package validate

import (
	"fmt"

	"gouji/parser"
	"gouji/parser/form"
)

// remedyRules are the rules about table four.
var remedyRules = []*Rule{remediesSum, remediesTotalOnly}

var remediesSum = &Rule{
	ID: "remedies-sum", Code: "D01–D03", Severity: Error, Since: "0.1",
	Title:  Text{"四种结果之和不等于总计", "The four results do not add up to the total"},
	Ground: form2021("表四“总计”列"),
	Formula: Text{"每组：结果维持＋结果纠正＋其他结果＋尚未审结＝总计",
		"each group: upheld + corrected + other + pending = total"},
	Why: Text{"行政复议、未经复议直接起诉、复议后起诉，各自的四种结果之和必须等于总计。",
		"For reconsideration and both kinds of litigation the four results must add up to the total."},
	Mend:  Text{"核对该组五个数。", "Check the five numbers of the group."},
	Check: sumsOf("remedies-sum"),
}

var remediesTotalOnly = &Rule{
	ID: "remedies-total-only", Code: "D08", Severity: Warning, Since: "0.1",
	Title:  Text{"只填了一种结果和总计", "Only one result and the total are filled in"},
	Ground: logic("表四：总计等于其中一项，其余空白"),
	Formula: Text{"总计等于一项时，其余各项填0而不留空",
		"where the total equals one result the others hold 0, not blanks"},
	Why: Text{"总计等于其中一种结果，其余三格空白：可能只是没有填0，也可能数字挪了位置。",
		"The total equals one result and the other three are blank: zeros were left out, or a number slipped into the wrong cell."},
	Mend:    Text{"其余各格填0，并核对这一项是否填对了位置。", "Write 0 in the others and check that the number stands in its place."},
	Follows: []string{"figure-blank"},
	Check:   checkTotalOnly,
}

func checkTotalOnly(r *Subject) []Finding {
	var list []Finding
	figures := r.cells
	for _, s := range r.sums {
		if s.Relation.Rule != "remedies-sum" {
			continue
		}
		total, sure := figures[s.Right[0]].Sure()
		part := onlyPart(figures, s.Left)
		if !sure || total == 0 || part == nil || part.Value != total {
			continue
		}
		cell, _ := form.Find(part.ID)
		place := s.place()
		list = append(list, Finding{Where: part.Where, Figures: []string{part.ID, s.Right[0]}, Message: Text{
			fmt.Sprintf("%s：%s %s，总计 %s，其余空白", place.ZH, cell.Column.Label, number(total), number(total)),
			fmt.Sprintf("%s: only %s is filled in, and equals the total %s", place.EN, s.part(part.ID).EN, number(total))}})
	}
	return list
}

// onlyPart is the one part that holds a number while all others are blank.
func onlyPart(figures map[string]*parser.Figure, ids []string) *parser.Figure {
	var only *parser.Figure
	for _, id := range ids {
		f := figures[id]
		if _, sure := f.Sure(); sure && only == nil {
			only = f
			continue
		}
		if f == nil || f.State != parser.Blank || f.Doubt != "" {
			return nil
		}
	}
	return only
}
