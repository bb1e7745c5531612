package validate

import (
	"fmt"

	"gouji/parser"
	"gouji/parser/form"
)

// remedyRules are the rules about table four.
var remedyRules = []*Rule{remediesSum, remediesTotalOnly, remediesCorrectedShare, remediesReviewsExcess}

var remediesSum = &Rule{
	ID: "remedies-sum", Code: "D01–D03", Severity: Error, Since: "0.1",
	Title:  Text{"四种结果之和不等于总计", "The four results do not add up to the total"},
	Ground: form2021("表四“总计”列"),
	Formula: Text{"每组：结果维持＋结果纠正＋其他结果＋尚未审结＝总计",
		"each group: upheld + corrected + other + pending = total"},
	Why: Text{"行政复议、未经复议直接起诉、复议后起诉，各自的四种结果之和必须等于总计。",
		"For reconsideration and both kinds of litigation the four results must add up to the total."},
	Mend:   Text{"核对该组五个数。", "Check the five numbers of the group."},
	Limits: []*Limit{explanationsListed},
	Check:  sumsOf("remedies-sum"),
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
			fmt.Sprintf("%s：%s %s，总计 %s，其余空白", place.ZH, cell.Column.Label, Number(total), Number(total)),
			fmt.Sprintf("%s: only %s is filled in, and equals the total %s", place.EN, s.part(part.ID).EN, Number(total))}})
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

var remediesCorrectedShare = &Rule{
	ID: "remedies-corrected-share", Code: "D05", Severity: Info, Since: "0.2",
	Title:  Text{"结果纠正的比例偏高", "A large share of cases was corrected"},
	Ground: logic("被纠正的案件说明答复或处理有误"),
	Formula: Text{"结果纠正÷总计≤30%（总计≥10件）",
		"corrected ÷ total ≤ 30%, from ten cases on"},
	Why: Text{"被纠正的案件占三成以上：答复的质量值得注意，也可能“结果纠正”与“结果维持”填反了。",
		"More than three in ten cases were corrected: the answers deserve a look, or the columns upheld and corrected were mixed up."},
	Mend:    Text{"核对两栏是否填反；属实的，宜在第五部分说明原因和改进。", "Check the two columns; if they are right, section 五 should say why and what changes."},
	Limits:  []*Limit{correctedShare, correctedSize},
	Follows: []string{"remedies-sum"},
	Check:   checkCorrectedShare,
}

var (
	correctedShare = &Limit{Name: "corrected-share", Unit: "share", Value: 0.3,
		Why: Text{"十件里有三件以上被纠正，就值得看一看", "with more than three in ten corrected a look is worth while"}}
	correctedSize = &Limit{Name: "corrected-size", Unit: "pieces", Value: 10,
		Why: Text{"几件案件的比例没有意义", "the share of a few cases means nothing"}}
)

func checkCorrectedShare(s *Subject) []Finding {
	var list []Finding
	for _, group := range []string{"reconsideration", "litigation_direct", "litigation_after_reconsideration"} {
		ids := []string{form.ID(form.Remedies, group, "corrected"), form.ID(form.Remedies, group, "total")}
		v, sure := allSure(s, ids)
		if !sure || v[1] < s.limit(correctedSize) || v[0] <= s.limit(correctedShare)*v[1] {
			continue
		}
		cell, _ := form.Find(ids[1])
		name, share := cell.Column.Under[len(cell.Column.Under)-1], percent(v[0], v[1])
		list = append(list, s.at(ids, Text{
			fmt.Sprintf("表四%s %s 件，结果纠正 %s 件，占%s", name, Number(v[1]), Number(v[0]), share),
			fmt.Sprintf("%s: %s of %s cases corrected (%s)", plain(group), Number(v[0]), Number(v[1]), share)}))
	}
	return list
}

var remediesReviewsExcess = &Rule{
	ID: "remedies-reviews-excess", Code: "D06", Severity: Warning, Since: "0.2",
	Title:  Text{"行政复议远多于办理的申请", "Far more reviews than applications handled"},
	Ground: logic("表四只计因本机关政府信息公开引起的复议"),
	Formula: Text{"行政复议总计≤3×（七）总计（复议≥10件）",
		"reconsideration ≤ 3 × （七）总计, from ten cases on"},
	Why: Text{"行政复议的件数是办理的申请的三倍以上。多因把作为复议机关审理的案件，或与信息公开无关的复议也填进了表四。",
		"There are more than three times as many reviews as applications handled: cases that the organ decided as reviewing authority, or that are not about disclosure, were probably counted."},
	Mend:    Text{"只填因本机关政府信息公开工作被申请复议的案件。", "Count only reviews of the organ's own disclosure work."},
	Limits:  []*Limit{reviewsTimes, reviewsSize},
	Follows: []string{"remedies-sum", "applications-outcome-sum", "applications-total-zero", "applications-all-zero"},
	Check:   checkReviewsExcess,
}

var (
	reviewsTimes = &Limit{Name: "reviews-times", Unit: "times", Value: 3,
		Why: Text{"一件申请很少引起几件复议", "one application seldom leads to several reviews"}}
	reviewsSize = &Limit{Name: "reviews-size", Unit: "pieces", Value: 10,
		Why: Text{"几件复议可能针对往年的答复", "a few may be about answers of earlier years"}}
)

func checkReviewsExcess(s *Subject) []Finding {
	ids := []string{handledTotal, reviewTotal}
	v, sure := allSure(s, ids)
	if !sure || v[1] < s.limit(reviewsSize) || v[1] <= s.limit(reviewsTimes)*v[0] {
		return nil
	}
	return []Finding{s.at(ids, Text{
		fmt.Sprintf("表四行政复议总计 %s 件，表三（七）总计只有 %s 件", Number(v[1]), Number(v[0])),
		fmt.Sprintf("Table four has %s reviews, table three only %s applications handled", Number(v[1]), Number(v[0]))})}
}
