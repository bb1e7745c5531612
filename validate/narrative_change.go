package validate

import (
	"fmt"
	"math"

	"gouji/parser/claim"
)

var narrativeChange = &Rule{
	ID: "narrative-change", Code: "N22", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"正文的同比与上年报告不符", "A comparison with last year does not fit last year's report"},
	Ground:  logic("同比由本年数和上年报告的同一项数字算出"),
	Applies: Text{"正文写明与上年比较、且有上年报告的", "reports whose text compares with last year, where last year's report is known"},
	Needs:   []Need{NeedsPrevious},
	Formula: Text{"增减件数＝本年数－上年数；增减幅度＝（本年数－上年数）÷上年数，误差不超过所写的末位",
		"difference = this year - last year; growth = difference / last year, to one unit of the last digit printed"},
	Limits: []*Limit{percentRounding},
	Why: Text{"用本年数和上年报告的数算不出正文写的增减。多因上年数取自别处、增减方向写反，或沿用旧稿。",
		"The change cannot be computed from this year's number and last year's report: last year's number came from elsewhere, more and less were exchanged, or a draft was kept."},
	Mend:  Text{"对照上年报告重新计算；上年数有更正的，在正文说明。", "Compute it anew from last year's report; if that was corrected since, say so."},
	Check: checkChange,
}

func checkChange(r *Subject) []Finding {
	var list []Finding
	for i := range r.claims {
		c := &r.claims[i]
		comparable := r.Previous != nil && c.Kind == claim.Change && c.Sure() && c.Quantity.Exact() && c.Of != nil
		if !comparable || !c.Of.Quantity.Exact() || !r.isOwn(c.Of) || c.Base != 0 && c.Base != r.Year-1 {
			continue
		}
		if f := r.wrongChange(c); f != nil {
			list = append(list, *f)
		}
	}
	return list
}

// wrongChange is the finding when no number of last year that may be meant
// gives the change.
func (s *Subject) wrongChange(c *claim.Claim) *Finding {
	meant := s.readingsOf(c.Object, c.Act)
	if len(meant) == 0 {
		return nil
	}
	first, sure := meant[0].value(s.Previous)
	if !sure || first == 0 {
		return nil
	}
	for i := range meant {
		before, sure := meant[i].value(s.Previous)
		if now, also := meant[i].value(s); also && s.fitsChange(c.Quantity, before, now) {
			return nil
		}
		if sure && s.fitsChange(c.Quantity, before, c.Of.Quantity.Value) {
			return nil
		}
	}
	said := c.Sentence.Text[c.Of.From:c.To]
	now, got := c.Of.Quantity.Value, c.Quantity.Value
	want, should := s.change(c.Quantity, first, now)
	table, told := tableOf(meant.ids()[0]), meant.tell(s.Previous)
	return &Finding{Where: c.Where, Figures: meant.ids(), Got: &got, Want: &want, Message: Text{
		fmt.Sprintf("正文写“%s”，上年报告%s%s，应为%s", said, table.ZH, told.ZH, should.ZH),
		fmt.Sprintf("The text says %q; last year's %s has %s: it should be %s", said, table.EN, told.EN, should.EN)}}
}

// fitsChange reports whether a change is that from one number to another.
func (s *Subject) fitsChange(printed claim.Quantity, before, now float64) bool {
	if printed.Unit != "%" {
		return printed.Value == now-before
	}
	return before != 0 && s.fitsPercent(printed, 100*(now-before)/before)
}

// change is the change from one number to another, as the text would say it.
func (s *Subject) change(printed claim.Quantity, before, now float64) (float64, Text) {
	value, unit := now-before, printed.Unit
	if unit == "%" {
		value = math.Round(10000*value/before) / 100
	}
	size := Number(math.Abs(value)) + unit
	switch {
	case value > 0:
		return value, Text{"增长" + size, "up " + size}
	case value < 0:
		return value, Text{"下降" + size, "down " + size}
	}
	return value, Text{"持平", "unchanged"}
}

// readingsOf are the numbers of the tables that a claim of an act may mean.
func (s *Subject) readingsOf(object claim.Object, act claim.Act) readings {
	switch object {
	case claim.Application:
		return s.applicationReadings(act)
	case claim.Licensing, claim.Penalty, claim.Coercion:
		id := decisionCells[object]
		return readings{{cellText(id), []string{id}, nil}}
	}
	for _, k := range remedyKinds {
		if k.object == object {
			return readings{{k.name, k.totals, nil}}
		}
	}
	return documentReadings(object, act)
}

var decisionCells = map[claim.Object]string{
	claim.Licensing: "disclosure.licensing.decisions",
	claim.Penalty:   "disclosure.penalties.decisions",
	claim.Coercion:  "disclosure.coercion.decisions",
}

func (s *Subject) applicationReadings(act claim.Act) readings {
	switch act {
	case claim.Received:
		return receivedReadings
	case claim.Closed, claim.Answered:
		return s.closedReadings()
	case claim.Handled:
		return append(s.closedReadings(), receivedReadings...)
	}
	for _, g := range outcomeGroups {
		if g.act == act {
			return readings{g.reading(s)}
		}
	}
	return nil
}
