package workbook

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"gouji/corpus/store"
	"gouji/validate/mend"
)

// ruleCounts counts what 规则统计 tells, by rule id.
type ruleCounts struct{ reports, heads, follows map[string]int }

func newRuleCounts() *ruleCounts {
	return &ruleCounts{map[string]int{}, map[string]int{}, map[string]int{}}
}

// add takes the entries of one file. What the office lives with does not count.
func (c *ruleCounts) add(list []entry) {
	met := map[string]bool{}
	for i := range list {
		e := &list[i]
		if e.finding == nil || e.finding.Suppressed != nil {
			continue
		}
		id := e.finding.Rule
		if !met[id] {
			met[id] = true
			c.reports[id]++
		}
		if e.follows {
			c.follows[id]++
		} else {
			c.heads[id]++
		}
	}
}

const rulesName = "规则统计"

var ruleHeads = []string{"编码", "规则", "级别", "涉及报告", "占已读出的", "问题", "连带", "核对的是什么", "常见原因", "改法", "依据"}

var ruleWidths = []float64{10, 34, 7, 9, 9, 7, 7, 44, 44, 30, 40}

// writeRules writes 规则统计: the rules that most reports break first.
func (b *book) writeRules() error {
	s, err := b.sheet(layout{name: rulesName, widths: ruleWidths, frozen: 2, heads: 3, paper: paperA4, tab: "548235", narrow: true})
	if err != nil {
		return err
	}
	about := fmt.Sprintf("这次用了 %d 条规则；没有报告违反的也列出，在最后。", len(b.run.Rules))
	if err := s.titled(fmt.Sprintf("第%d次核对：%s", b.run.Number, rulesName), about); err != nil {
		return err
	}
	if err := s.headed(30, ruleHeads...); err != nil {
		return err
	}
	cards := slices.Clone(b.run.Rules)
	slices.SortStableFunc(cards, func(x, y store.Card) int { return b.rules.reports[y.ID] - b.rules.reports[x.ID] })
	for _, card := range cards {
		if err := s.add(b.ruleRow(card)); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) ruleRow(card store.Card) []excelize.Cell {
	c, words := b.rules, plain
	if c.reports[card.ID] == 0 {
		words = faint
	}
	share := 0.0
	if read := b.survey.files - b.survey.failed; read > 0 {
		share = float64(c.reports[card.ID]) / float64(read)
	}
	return []excelize.Cell{
		b.text(words, card.Code), b.text(words, card.Title.ZH), b.text(severityLooks[card.Severity], mend.Severity(card.Severity).ZH),
		b.value(number, c.reports[card.ID]), b.value(percent, share), b.value(number, c.heads[card.ID]), b.value(number, c.follows[card.ID]),
		b.text(words, card.Formula.ZH), b.text(words, card.Why.ZH), b.text(words, card.Mend.ZH), b.text(words, mend.Ground(card.Ground).ZH),
	}
}
