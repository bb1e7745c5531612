package main

import (
	"cmp"
	"slices"
	"strings"

	"gouji/corpus"
	"gouji/parser"
	"gouji/validate"
	"gouji/validate/mend"
)

// text prints findings for people: the worst report first, each finding with
// its place, its equation, what would explain it and what to do. It waits for the
// last report, and keeps of each only its printed page.
type text struct {
	p      *program
	sheet  sheet // width and colours of every page
	pages  []page
	failed []corpus.Result
	counts counts
	broken map[string]int // reports with a finding of the rule that heads an item, by rule id
	brief  bool           // only the sums
}

// page is what is said of one report.
type page struct {
	summary validate.Summary
	doubts  int
	body    string
}

// counts are the numbers at the foot of the text.
type counts struct {
	files                                  int
	suppressed                             int // findings that the office lives with
	errors, warnings, infos, unsure, clean int // files, by the worst that is said of them
	found                                  validate.Summary
	follows                                int
}

func (p *program) newText() *text {
	return &text{p: p, sheet: p.sheet(), broken: map[string]int{}}
}

func (t *text) Print(r corpus.Result) error {
	if r.Source.Format == corpus.Register {
		t.register(r)
		return nil
	}
	t.counts.files++
	if r.Err != nil {
		r.Document, r.Report = nil, nil
		t.failed = append(t.failed, r)
		return nil
	}
	list := mend.Items(r.Findings)
	summary, doubts := mend.Tally(list), mend.Untold(r.Report, r.Findings)
	for id := range mend.Rules(list) {
		t.broken[id]++
	}
	exempt := len(mend.Suppressed(r.Findings))
	unsure := len(mend.Doubtful(r.Report)) > 0 || r.Report.Incomplete != ""
	t.counts.add(summary, len(r.Findings)-exempt, unsure)
	t.counts.suppressed += exempt
	if len(list) > 0 || unsure || exempt > 0 {
		t.add(page{summary, len(doubts), t.page(r, list, summary, doubts)})
	}
	return nil
}

func (t *text) add(p page) {
	if t.brief {
		p.body = ""
	}
	t.pages = append(t.pages, p)
}

// register takes what is said of the register: a page like any other, but no
// report that counts.
func (t *text) register(r corpus.Result) {
	r.Report = &parser.Report{}
	list := mend.Items(r.Findings)
	summary := mend.Tally(list)
	t.counts.say(summary, len(r.Findings))
	t.add(page{summary, 0, t.page(r, list, summary, nil)})
}

// say adds what is said, of whatever it is said.
func (c *counts) say(s validate.Summary, findings int) {
	c.found.Error += s.Error
	c.found.Warning += s.Warning
	c.found.Info += s.Info
	c.follows += findings - s.Error - s.Warning - s.Info
}

func (c *counts) add(s validate.Summary, findings int, unsure bool) {
	c.say(s, findings)
	switch {
	case s.Error > 0:
		c.errors++
	case s.Warning > 0:
		c.warnings++
	case unsure:
		c.unsure++
	case s.Info > 0:
		c.infos++
	default:
		c.clean++
	}
}

func (t *text) Close() error {
	slices.SortStableFunc(t.pages, func(a, b page) int {
		return cmp.Or(
			cmp.Compare(b.summary.Error, a.summary.Error),
			cmp.Compare(b.summary.Warning, a.summary.Warning),
			cmp.Compare(b.summary.Info, a.summary.Info),
			cmp.Compare(b.doubts, a.doubts))
	})
	var out strings.Builder
	for _, page := range t.pages {
		if !t.brief {
			out.WriteString(page.body + "\n")
		}
	}
	out.WriteString(t.overview())
	out.WriteString(t.failures())
	out.WriteString(t.foot())
	_, err := t.p.out.Write([]byte(out.String()))
	return err
}

// page renders one report.
func (t *text) page(r corpus.Result, list []mend.Item, summary validate.Summary, doubts []parser.Figure) string {
	s := t.sheet
	t.head(&s, r, summary)
	advised := map[string]bool{}
	for _, it := range list {
		t.item(&s, r.Report, it, advised)
	}
	t.suppressed(&s, r)
	if len(doubts) > 0 {
		t.doubts(&s, doubts)
	}
	for _, doubt := range r.Report.Doubts() {
		s.entry(validate.Warning, t.p.say("请核对", "check"), "", doubt)
	}
	if r.Report.Incomplete != "" {
		s.entry(validate.Warning, t.p.say("缺漏", "partial"), "", t.p.say("文件有一部分没能读出：", "part of the file could not be read: ")+r.Report.Incomplete)
	}
	return s.String()
}

func (t *text) head(s *sheet, r corpus.Result, summary validate.Summary) {
	p := t.p
	organ := r.Report.Organ
	switch {
	case r.Source.Format == corpus.Register:
		organ = p.say("单位名录", "register of units")
	case organ == "":
		organ = p.say("（题目没有写明机关）", "(organ not named)")
	}
	title := []string{s.paint.bold(clean(organ))}
	if r.Report.Year > 0 {
		title = append(title, s.paint.bold(p.sayf("%d年度", "%d", r.Report.Year)))
	}
	if r.Report.OrganDoubt != "" || r.Report.YearDoubt != "" {
		title = append(title, p.say("（请核对单位和年度）", "(check organ and year)"))
	}
	s.line(strings.Join(append(title, t.tallyWords(s, summary)...), "  "))
	about := []string{clean(p.name(r.Source.Path))}
	switch r.Report.Template {
	case "":
	case parser.Mixed:
		about = append(about, p.say("新旧格式混用", "mixed forms"))
	default:
		about = append(about, p.sayf("%s年格式", "form of %s", r.Report.Template))
	}
	s.line(s.paint.dim(strings.Join(about, " · ")))
}

func (t *text) tallyWords(s *sheet, summary validate.Summary) []string {
	var words []string
	for _, part := range []struct {
		severity validate.Severity
		number   int
	}{{validate.Error, summary.Error}, {validate.Warning, summary.Warning}, {validate.Info, summary.Info}} {
		if part.number > 0 {
			words = append(words, s.paint.severity(part.severity, t.p.sayf("%s %d", "%s %d", mend.Severity(part.severity).In(t.p.lang), part.number)))
		}
	}
	return words
}

// item renders one thing to mend. What to do is said once a rule and report.
func (t *text) item(s *sheet, r *parser.Report, it mend.Item, advised map[string]bool) {
	p := t.p
	for i, f := range it.Heads {
		label := ""
		if i == 0 || f.Severity != it.Heads[0].Severity {
			label = mend.Severity(f.Severity).In(t.p.lang)
		}
		s.entry(f.Severity, label, f.Code, mend.Sentence(r, f).In(t.p.lang))
	}
	for _, f := range it.Heads {
		if f.Other != nil {
			s.note(p.say("对照", "beside"), clean(p.name(f.Other.Path)))
		}
		for _, pair := range f.Passages {
			s.beside(p.say("本报告", "here"), pair.Here.Text, p.say("对照", "beside"), pair.There.Text)
		}
	}
	t.follows(s, r, it.Follows)
	first := it.Heads[0]
	if explanation := first.Explanation.In(p.lang); explanation != "" {
		s.note(mend.Certainty(first).In(p.lang), explanation)
	}
	if len(first.Figures) > 1 && first.Got == nil && !strings.Contains(first.Message.In(p.lang), mend.CellName(first.Figures[0]).In(p.lang)) {
		s.note(p.say("涉及", "cells"), validate.CellList(first.Figures).In(p.lang))
	}
	if rule := validate.RuleOf(first); rule != nil && !advised[first.Rule] {
		advised[first.Rule] = true
		s.note(p.say("改法", "to do"), rule.Mend.In(p.lang))
	}
}

// shown is how many consequences are told in full.
const shown = 3

// follows lists the consequences of an item, the first few in full.
func (t *text) follows(s *sheet, r *parser.Report, list []validate.Finding) {
	for i, f := range list[:min(len(list), shown)] {
		label := ""
		if i == 0 {
			label = t.p.say("连带", "follows")
		}
		s.note(label, f.Code+" "+mend.Sentence(r, f).In(t.p.lang))
	}
	if rest := list[min(len(list), shown):]; len(rest) > 0 {
		s.note("", t.p.sayf("另有 %d 处（%s）", "and %d more (%s)", len(rest), codes(rest)))
	}
}

func codes(list []validate.Finding) string {
	var words []string
	for _, f := range list {
		words = append(words, f.Code)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	if len(words) > 8 {
		words = append(words[:8], "…")
	}
	return strings.Join(words, " ")
}

// suppressed lists the findings that the office lives with, each with why and
// until when.
func (t *text) suppressed(s *sheet, r corpus.Result) {
	for i, f := range mend.Suppressed(r.Findings) {
		label := ""
		if i == 0 {
			label = t.p.say("豁免", "exempt")
		}
		s.entry(validate.Info, label, f.Code, mend.Sentence(r.Report, f).In(t.p.lang)+
			t.p.sayf("（已豁免至%s：%s）", " (exempt until %s: %s)", f.Suppressed.Until, f.Suppressed.Reason))
	}
}

func (t *text) doubts(s *sheet, figures []parser.Figure) {
	var ids []string
	for _, f := range figures {
		ids = append(ids, f.ID)
	}
	s.entry(validate.Warning, t.p.say("存疑", "unsure"), "", t.p.sayf("%s没有读准，不参与核对，请看原件（%s）", "%s: not read for sure, left out of the checks (%s)",
		validate.CellList(ids).In(t.p.lang), figures[0].Doubt))
}
