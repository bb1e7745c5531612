package main

import (
	"slices"
	"strings"

	"gouji/validate"
)

// failures lists the files that could not be read, each with its reason.
func (t *text) failures() string {
	if len(t.failed) == 0 {
		return ""
	}
	s := t.sheet
	s.line(s.paint.bold(t.p.sayf("没能读取 %d 份", "%d could not be read", len(t.failed))))
	column := 0
	for _, r := range t.failed {
		column = max(column, narrow.StringWidth(clean(t.p.name(r.Source.Path))))
	}
	column = min(column, max(t.sheet.width/2, 30))
	for _, r := range t.failed {
		name := clean(t.p.name(r.Source.Path))
		if narrow.StringWidth(name) > column { // too long for the column: the reason goes below
			s.line("  " + name)
			name = ""
		}
		s.hang("  "+pad(name, column)+"  ", column+4, r.Err.Message)
	}
	s.line("")
	return s.String()
}

// enough is how many reports with findings make an overview worth having.
const enough = 10

// overview lists the rules that most reports break.
func (t *text) overview() string {
	if len(t.pages) < enough {
		return ""
	}
	var rules []*validate.Rule
	for _, rule := range t.p.inForce() {
		if t.broken[rule.ID] > 1 {
			rules = append(rules, rule)
		}
	}
	slices.SortStableFunc(rules, func(a, b *validate.Rule) int { return t.broken[b.ID] - t.broken[a.ID] })
	s, codes := t.sheet, 0
	for _, rule := range rules[:min(len(rules), 5)] {
		codes = max(codes, narrow.StringWidth(rule.Code))
	}
	s.line(s.paint.bold(t.p.say("最常见的问题", "most frequent")))
	for _, rule := range rules[:min(len(rules), 5)] {
		number := t.p.sayf("%4d 份", "%4d reports", t.broken[rule.ID])
		s.line("  " + number + "  " + pad(rule.Code, codes) + "  " + rule.Title.In(t.p.lang))
	}
	s.line("")
	return s.String()
}

// foot sums up the batch.
func (t *text) foot() string {
	p, c, s := t.p, t.counts, t.sheet
	var parts []string
	add := func(number int, zh, en string) {
		if number > 0 {
			parts = append(parts, p.sayf(zh, en, number))
		}
	}
	add(c.errors, "有错误 %d 份", "%d with errors")
	add(c.warnings, "有警告 %d 份", "%d with warnings")
	add(c.infos, "只有提示 %d 份", "%d with notes only")
	add(c.unsure, "有存疑 %d 份", "%d not read for sure")
	add(c.clean, "没有发现问题 %d 份", "%d without findings")
	add(len(t.failed), "没能读取 %d 份", "%d not read")
	s.line(s.paint.bold(p.sayf("共 %d 份：", "%d reports: ", c.files)) + strings.Join(parts, p.say("，", ", ")))
	if c.found != (validate.Summary{}) {
		words := strings.Join(t.tallyWords(&s, c.found), p.say("，", ", "))
		if c.follows > 0 {
			words += p.sayf("（另有 %d 处是连带的）", " (%d more follow from them)", c.follows)
		}
		s.line(p.say("问题：", "findings: ") + words)
	}
	if c.suppressed > 0 {
		s.line(p.sayf("已豁免：%d 处", "exempt: %d findings", c.suppressed))
	}
	return s.String()
}
