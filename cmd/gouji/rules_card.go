package main

import (
	"slices"
	"strings"

	"gouji/validate"
	"gouji/validate/mend"
)

// card explains a rule.
func (p *program) card(rule *validate.Rule) string {
	s := p.sheet()
	s.line(s.paint.bold(rule.Code+"  "+rule.Title.In(p.lang)) + "  " + s.paint.severity(rule.Severity, mend.Severity(rule.Severity).In(p.lang)))
	s.line(s.paint.dim(rule.ID))
	for _, field := range p.fields(rule) {
		s.hang("  "+s.paint.dim(pad(field[0], s.columns.note))+"  ", 4+s.columns.note, field[1])
	}
	return s.String()
}

// fields are the parts of a rule's explanation, each with its name.
func (p *program) fields(rule *validate.Rule) [][2]string {
	var fields [][2]string
	add := func(zh, en, text string) {
		if text != "" {
			fields = append(fields, [2]string{p.say(zh, en), text})
		}
	}
	add("问题", "why", rule.Why.In(p.lang))
	add("公式", "formula", rule.Formula.In(p.lang))
	add("适用", "applies", p.applies(rule))
	add("依据", "ground", mend.Ground(rule.Ground).In(p.lang))
	for _, limit := range rule.Limits {
		add("界限", "limit", p.limit(limit))
	}
	for _, said := range p.exampleMessages(rule) {
		add("例子", "example", said)
	}
	add("改法", "to do", rule.Mend.In(p.lang))
	add("版本", "since", rule.Since)
	return fields
}

// applies says which reports a rule is about, and what it needs beside them.
func (p *program) applies(rule *validate.Rule) string {
	var parts []string
	if rule.Applies.ZH != "" {
		parts = append(parts, rule.Applies.In(p.lang))
	}
	for _, need := range rule.Needs {
		parts = append(parts, map[validate.Need]string{
			validate.NeedsPrevious: p.say("要有同一机关上一年的报告", "needs the organ's report for the year before"),
			validate.NeedsRegister: p.say("要有单位名册（--register）", "needs a register of units (--register)"),
			validate.NeedsOthers:   p.say("要和同批其他报告比较", "needs other reports of the run"),
		}[need])
	}
	return strings.Join(parts, p.say("；", "; "))
}

func (p *program) limit(l *validate.Limit) string {
	return p.sayf("%s = %s（%s）：%s", "%s = %s (%s): %s", l.Name, validate.Number(l.Value), l.UnitText().In(p.lang), l.Why.In(p.lang))
}

// examplesShown is how many messages a card quotes.
const examplesShown = 2

// exampleMessages are what the program says of the rule's bad examples.
func (p *program) exampleMessages(rule *validate.Rule) []string {
	var said []string
	_, examples := rule.Examples()
	for _, e := range examples {
		if message := p.exampleMessage(rule, e); message != "" && !slices.Contains(said, message) && len(said) < examplesShown {
			said = append(said, message)
		}
	}
	return said
}

// exampleMessage is the first thing that the rule says of an example.
func (p *program) exampleMessage(rule *validate.Rule, e validate.Example) string {
	findings, err := e.CheckWith(validate.Options{Rules: p.ownRules()})
	if err != nil {
		return "" // the examples are tested: it cannot be
	}
	for _, f := range findings {
		if f.Rule == rule.ID {
			return f.Message.In(p.lang)
		}
	}
	return ""
}
