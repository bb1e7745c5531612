package workbook

import (
	"strings"

	"gouji/corpus"
	"gouji/corpus/store"
	"gouji/parser/document"
	"gouji/validate"
	"gouji/validate/mend"
)

// entry is one line of 问题清单: a finding, or something else that the office must
// know of a report.
type entry struct {
	kind    string // 错误, 警告, 提示, 存疑, 缺漏 …
	look    look   // of the kind
	code    string
	place   string
	text    string
	finding *validate.Finding // nil for what no rule says
	card    store.Card        // of its rule
	where   document.Place
	follows bool // it is a consequence of the entry above
}

// entries are all that is to be said of a file, in the order in which it is mended.
func (b *book) entries(r corpus.Result) []entry {
	if r.Err != nil {
		return []entry{{kind: "没能读取", look: isError, text: r.Err.Message}}
	}
	var list []entry
	for _, item := range mend.Items(r.Findings) {
		for i := range item.Heads {
			list = append(list, b.entry(r, &item.Heads[i], i > 0))
		}
		for i := range item.Follows {
			list = append(list, b.entry(r, &item.Follows[i], true))
		}
	}
	list = append(list, reserves(r)...)
	for _, f := range mend.Suppressed(r.Findings) {
		e := b.entry(r, &f, false)
		e.kind, e.look = "豁免", faint
		e.text += "（已豁免至" + f.Suppressed.Until + "：" + f.Suppressed.Reason + "）"
		list = append(list, e)
	}
	return list
}

var severityLooks = map[validate.Severity]look{validate.Error: isError, validate.Warning: isWarning, validate.Info: isInfo}

func (b *book) entry(r corpus.Result, f *validate.Finding, follows bool) entry {
	return entry{kind: mend.Severity(f.Severity).ZH, look: severityLooks[f.Severity], code: f.Code, place: mend.Place(r.Report, *f).ZH,
		text: f.Message.ZH, finding: f, card: b.cards[f.Rule], where: f.Where, follows: follows}
}

// reserves are what keeps the program from being sure of a report.
func reserves(r corpus.Result) []entry {
	var list []entry
	if doubts := mend.Untold(r.Report, r.Findings); len(doubts) > 0 {
		var ids []string
		for _, f := range doubts {
			ids = append(ids, f.ID)
		}
		list = append(list, entry{kind: "存疑", look: doubted, where: doubts[0].Where, place: validate.PlaceText(doubts[0].Where).ZH,
			text: validate.CellList(ids).ZH + "没有读准，不参与核对，请看原件（" + doubts[0].Doubt + "）"})
	}
	for _, doubt := range r.Report.Doubts() {
		list = append(list, entry{kind: "请核对", look: doubted, text: doubt})
	}
	if r.Report.Incomplete != "" {
		list = append(list, entry{kind: "缺漏", look: doubted, text: "文件有一部分没能读出：" + r.Report.Incomplete})
	}
	return list
}

// suspect names the cells that are probably wrong, and what they should hold.
func (e *entry) suspect() string {
	if e.finding == nil {
		return ""
	}
	list := e.finding.Suspects
	if len(list) == 0 && e.finding.Suspect != nil {
		list = []validate.Suspect{*e.finding.Suspect}
	}
	var words []string
	for _, s := range list {
		words = append(words, mend.CellName(s.Figure).ZH+" → "+validate.Number(s.Value))
	}
	return strings.Join(words, "\n")
}

// explanation is what would settle a finding, said to be a guess where it is one.
func (e *entry) explanation() string {
	if e.finding == nil || e.finding.Explanation.ZH == "" {
		return ""
	}
	return mend.Certainty(*e.finding).ZH + "：" + e.finding.Explanation.ZH
}
