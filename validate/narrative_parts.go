package validate

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"gouji/parser/claim"
)

// proportionRules are the rules about numbers of the text among themselves.
var proportionRules = []*Rule{narrativeParts, narrativePercent, narrativeChange}

var narrativeParts = &Rule{
	ID: "narrative-parts", Code: "N11", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"正文列举的各项之和与总数不符", "The listed parts do not add up to the whole"},
	Ground:  practice("已公开的年报中，正文列举的各项之和超过总数"),
	Applies: Text{"正文用同一单位列出总数和各项的报告；有“余”“约”“等”的，各项重叠的，不比较", "reports whose text lists a whole and its parts in one unit; not where numbers are rounded or parts overlap"},
	Formula: Text{"其中各项之和≤总数；“分别为”各项之和＝总数",
		"the listed parts add up to no more than the whole; where the list names all parts, to the whole"},
	Why: Text{"正文先写总数，再列出各项，各项之和却超过总数（或写明分别为各项而不足总数）。多因各项由不同科室提供，或改了一处没有改另一处。",
		"The text gives a whole and lists its parts, which add up to more (or, where it says that these are all, to less): the parts came from different offices, or one number was changed and the others not."},
	Mend:  Text{"核对总数和各项；各项有重叠的，在正文写明。", "Check the whole and the parts; where parts overlap, say so."},
	Check: checkParts,
}

func checkParts(r *Subject) []Finding {
	var list []Finding
	for i := range r.claims {
		if f := wrongParts(&r.claims[i]); f != nil && !r.partsOfMore(i, *f.Want) {
			list = append(list, *f)
		}
	}
	return list
}

// partsOfMore reports whether the parts may be those of several numbers
// together: 举办活动5次、培训3次，其中线上2次、线下6次.
func (s *Subject) partsOfMore(whole int, parts float64) bool {
	w := &s.claims[whole]
	together := w.Quantity.Value
	for i := range s.claims[:whole] {
		c := &s.claims[i]
		if c.Sentence == w.Sentence && c.Kind == claim.Count && c.Quantity.Unit == w.Quantity.Unit {
			together += c.Quantity.Value
		}
	}
	return together > w.Quantity.Value && parts <= together
}

// wrongParts adds up the parts that are listed of a whole, each rounded as it
// is printed.
func wrongParts(whole *claim.Claim) *Finding {
	sum, slack := 0.0, whole.Quantity.Slack+epsilon
	var numbers []string
	for _, part := range whole.Parts {
		if !part.Quantity.Closed() || part.Quantity.Unit != whole.Quantity.Unit {
			return nil
		}
		sum, slack = sum+part.Quantity.Value, slack+part.Quantity.Slack
		numbers = append(numbers, Number(part.Quantity.Value))
	}
	value := whole.Quantity.Value
	if len(numbers) == 0 || !whole.Quantity.Closed() || sum <= value+slack && (!whole.Complete || sum >= value-slack) {
		return nil
	}
	last := whole.Parts[len(whole.Parts)-1]
	said := whole.Sentence.Text[whole.From:last.To]
	f := Finding{Where: whole.Where, Got: &value, Want: &sum, Message: Text{
		fmt.Sprintf("正文写“%s”，各项 %s = %s，总数 %s", said, strings.Join(numbers, " + "), Number(sum), Number(value)),
		fmt.Sprintf("The text says %q: the parts %s = %s, the whole is %s", said, strings.Join(numbers, " + "), Number(sum), Number(value))}}
	if sum < value {
		f.Severity = Info
	}
	return &f
}

var narrativePercent = &Rule{
	ID: "narrative-percent", Code: "N12", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"正文的百分比与件数不符", "A percentage of the text does not fit its numbers"},
	Ground:  logic("百分比由部分和总数算出"),
	Applies: Text{"正文写明占比或办结率等并同时写出件数的报告", "reports whose text gives a share or a rate beside the numbers"},
	Formula: Text{"占比、率＝部分÷总数，误差不超过所写的末位",
		"share or rate = part / whole, to one unit of the last digit printed"},
	Limits: []*Limit{percentRounding},
	Why: Text{"正文写的百分比，用同一句里的件数（或表三的总数）算不出来。多因沿用旧稿，或件数改后没有重算。",
		"The percentage cannot be computed from the numbers of its sentence, nor from the totals of table three: it was kept from an earlier draft."},
	Mend:  Text{"用核对后的件数重新计算百分比。", "Compute the percentage anew from the checked numbers."},
	Check: checkPercent,
}

// percentRounding allows cutting off as well as rounding.
var percentRounding = &Limit{
	Name: "narrative-percent-rounding", Unit: "last digits", Value: 1,
	Why: Text{"四舍五入或直接截去尾数，误差都不超过末位的1", "rounding and cutting off both stay within one unit of the last digit"},
}

// fitsPercent reports whether a number of percent is what it should be, to the
// digits that are printed.
func (s *Subject) fitsPercent(printed claim.Quantity, should float64) bool {
	return math.Abs(printed.Value-should) <= s.limit(percentRounding)*math.Pow10(-printed.Decimals)+epsilon
}

func checkPercent(r *Subject) []Finding {
	var list []Finding
	for i := range r.claims {
		c := &r.claims[i]
		if c.Kind != claim.Share || !c.Sure() || !c.Quantity.Exact() || c.Timely || c.Of == nil {
			continue
		}
		if f := r.wrongShare(c, r.countsBefore(i)); f != nil {
			list = append(list, *f)
		}
	}
	return list
}

// countsBefore are the counts of a claim's sentence that stand before it and
// have the unit of the last of them; none when any of them is rounded.
func (s *Subject) countsBefore(i int) []*claim.Claim {
	var list []*claim.Claim
	of := s.claims[i].Of
	for j := range s.claims[:i] {
		c := &s.claims[j]
		if c.Sentence != of.Sentence || c.Kind != claim.Count || c.From > of.From || c.Quantity.Unit != of.Quantity.Unit {
			continue
		}
		if !c.Quantity.Exact() {
			return nil
		}
		list = append(list, c)
	}
	return list
}

// wrongShare is the finding when no part and whole that may be meant give the
// percentage.
func (s *Subject) wrongShare(c *claim.Claim, counts []*claim.Claim) *Finding {
	if len(counts) == 0 {
		return nil
	}
	part := counts[len(counts)-1].Quantity.Value
	wholes := s.wholes(c, counts)
	if len(wholes) == 0 || part > wholes[0] {
		return nil
	}
	for _, p := range trailingSums(counts) {
		for _, whole := range wholes {
			if whole == 0 || s.fitsPercent(c.Quantity, 100*p/whole) {
				return nil
			}
		}
	}
	said := c.Sentence.Text[counts[len(counts)-1].From:c.To]
	whole := nearestWhole(wholes, part, c.Quantity.Value)
	got, want := c.Quantity.Value, 100*part/whole
	share := Number(math.Round(want*100) / 100)
	return &Finding{Where: c.Where, Got: &got, Want: &want, Message: Text{
		fmt.Sprintf("正文写“%s”，%s ÷ %s = %s%%", said, Number(part), Number(whole), share),
		fmt.Sprintf("The text says %q, but %s / %s = %s%%", said, Number(part), Number(whole), share)}}
}

// nearestWhole is the whole by which the share comes closest to what is printed.
func nearestWhole(wholes []float64, part, printed float64) float64 {
	return slices.MinFunc(wholes, func(a, b float64) int {
		return cmp.Compare(math.Abs(100*part/a-printed), math.Abs(100*part/b-printed))
	})
}

// trailingSums are the last count, and it with those before: 予以公开52件、部分公开18件，占54.3%.
func trailingSums(counts []*claim.Claim) []float64 {
	var list []float64
	sum := 0.0
	for i := len(counts) - 1; i >= 0; i-- {
		sum += counts[i].Quantity.Value
		list = append(list, sum)
	}
	return list
}

// wholes are what a share may be of: the numbers before the part in its
// sentence, the nearest first; of applications also the totals of table three.
// A rate has a whole only where the sentence says so: 应解读20件，已解读18件，解读率90%.
func (s *Subject) wholes(c *claim.Claim, counts []*claim.Claim) []float64 {
	if stem := rateStem.FindStringSubmatch(c.Text); stem != nil {
		return s.rateWholes(stem[1], counts)
	}
	var list []float64
	part := counts[len(counts)-1]
	for i := len(counts) - 2; i >= 0; i-- {
		if v := counts[i].Quantity.Value; v >= part.Quantity.Value {
			list = append(list, v)
		}
	}
	if part.Object == claim.Application || strings.Contains(c.Sentence.Text, "申请") {
		list = append(list, s.tableWholes(part.Quantity.Value)...)
	}
	return list
}

// rateStem is what a rate is of: 办结率, 解读率.
var rateStem = regexp.MustCompile(`(\p{Han}{2})率`)

// taken says that the first of two numbers is what had to be done.
var taken = regexp.MustCompile(`应|收到|受理|新收|接到|发现|需`)

// looked says that the first of two numbers is what was looked at, or sent out,
// where the second follows with nothing but what became of them: 抽查60个，合格57个.
var looked = regexp.MustCompile(`检查|抽查|抽检|抽取|发放`)

// rateWholes is the number of those that had to be done, where the last count
// says of the same how many were; of applications also those of table three.
func (s *Subject) rateWholes(stem string, counts []*claim.Claim) []float64 {
	if len(counts) < 2 {
		return nil
	}
	done, due := counts[len(counts)-1], counts[len(counts)-2]
	text := done.Sentence.Text
	said := due.Sentence.ClauseBefore(due.From) + due.Text
	known := taken.MatchString(said) || looked.MatchString(said) && strings.TrimLeft(text[due.To:done.From], ",已") == stem
	if !known || !strings.Contains(text[due.To:done.To], stem) || strings.Contains(text[due.To:done.From], "其中") {
		return nil
	}
	list := []float64{due.Quantity.Value}
	if due.Object == claim.Application {
		list = append(list, s.tableWholes(0)...)
	}
	return list
}

// tableWholes are the totals of table three that a share may be of, no less than
// the part.
func (s *Subject) tableWholes(part float64) []float64 {
	var list []float64
	for _, d := range append(receivedReadings[:2:2], reading{plus: []string{handledTotal}}) {
		if v, sure := d.value(s); sure && v >= part {
			list = append(list, v)
		}
	}
	return list
}
