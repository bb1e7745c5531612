package main

import (
	"fmt"
	"strings"

	"gouji/validate"
)

func (p *program) markdownList(rules []*validate.Rule) string {
	var b strings.Builder
	fmt.Fprintln(&b, p.say("| 编号 | 级别 | 名称 | 问题 | 依据 |", "| code | severity | id | problem | ground |"))
	fmt.Fprintln(&b, "|---|---|---|---|---|")
	for _, rule := range rules {
		fmt.Fprintf(&b, "| %s | %s | `%s` | %s | %s |\n", rule.Code, p.severity(rule.Severity), rule.ID,
			cell(rule.Title.In(p.lang)), cell(p.ground(rule.Ground)))
	}
	return b.String()
}

func (p *program) markdownCard(rule *validate.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s %s\n\n`%s` · %s\n\n", rule.Code, rule.Title.In(p.lang), rule.ID, p.severity(rule.Severity))
	for _, field := range p.fields(rule) {
		fmt.Fprintf(&b, "- **%s** %s\n", field[0], field[1])
	}
	return b.String()
}

// cell keeps a text from ending its cell of a Markdown table.
func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }

// rulesJSON is the catalogue as an array, a rule a line.
func (p *program) rulesJSON(rules []*validate.Rule) string {
	type ground struct {
		Source string         `json:"source"`
		Clause string         `json:"clause"`
		Basis  validate.Basis `json:"basis"`
	}
	type record struct {
		ID       string            `json:"id"`
		Code     string            `json:"code"`
		Severity validate.Severity `json:"severity"`
		Title    string            `json:"title"`
		Ground   ground            `json:"ground"`
		Why      string            `json:"why"`
		Mend     string            `json:"mend"`
		Since    string            `json:"since"`
	}
	var lines []string
	for _, r := range rules {
		data, err := encode(record{r.ID, r.Code, r.Severity, r.Title.In(p.lang),
			ground(r.Ground), r.Why.In(p.lang), r.Mend.In(p.lang), r.Since})
		if err != nil {
			panic(err) // strings always encode
		}
		lines = append(lines, string(data))
	}
	return "[\n" + strings.Join(lines, ",\n") + "\n]\n"
}
