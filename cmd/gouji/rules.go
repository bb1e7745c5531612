package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"gouji/validate"
)

// rules is the command that lists the rules, or explains one.
func (p *program) rules() *cobra.Command {
	c := &cobra.Command{
		Use:   p.say("rules [规则…]", "rules [RULE…]"),
		Short: p.say("列出全部规则，或解释一条", "list the rules, or explain one"),
		Long: p.say("列出全部规则；给出编号（A08）或名称（applications-row-sum）时，解释这一条：\n依据、常见原因和改法。",
			"Lists the rules. Given a code (A08) or an id (applications-row-sum) it explains that\nrule: its ground, the usual cause and what to do."),
		Example: "  gouji rules\n  gouji rules A08\n  gouji rules applications-row-sum --format md",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return p.ruleNames(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	var format string
	c.Flags().Var(choose(&format, "text", "md", "json"), "format", p.say("输出`格式`：text、md、json", "output `FORMAT`: text, md or json"))
	c.RunE = func(_ *cobra.Command, args []string) error {
		rules, err := p.chosenRules(args)
		if err != nil {
			return err
		}
		_, err = io.WriteString(p.out, p.catalogue(rules, format, len(args) > 0))
		return err
	}
	return c
}

func (p *program) catalogue(rules []*validate.Rule, format string, cards bool) string {
	switch {
	case format == "json":
		return p.rulesJSON(rules)
	case format == "md" && cards:
		return p.stack(rules, p.markdownCard)
	case format == "md":
		return p.markdownList(rules)
	case cards:
		return p.stack(rules, p.card)
	}
	return p.list(rules)
}

func (p *program) stack(rules []*validate.Rule, card func(*validate.Rule) string) string {
	var cards []string
	for _, rule := range rules {
		cards = append(cards, card(rule))
	}
	return strings.Join(cards, "\n")
}

// chosenRules finds rules by id or code; without names, all.
func (p *program) chosenRules(names []string) ([]*validate.Rule, error) {
	if len(names) == 0 {
		return validate.Rules(), nil
	}
	var list []*validate.Rule
	for _, name := range names {
		rule := ruleNamed(name)
		if rule == nil {
			return nil, p.misuse("没有 %s 这条规则；全部规则见 gouji rules", "no rule %s; see: gouji rules", name)
		}
		list = append(list, rule)
	}
	return list, nil
}

func ruleOf(id string) *validate.Rule {
	for _, rule := range validate.Rules() {
		if rule.ID == id {
			return rule
		}
	}
	return nil
}

// ruleNamed finds a rule by its id, its code, or a code of its family: A03
// belongs to A01–A07.
func ruleNamed(name string) *validate.Rule {
	if rule := ruleOf(strings.ToLower(name)); rule != nil {
		return rule
	}
	code := strings.ToUpper(name)
	for _, rule := range validate.Rules() {
		first, last, family := strings.Cut(rule.Code, "–")
		if rule.Code == code || family && len(code) == len(first) && first <= code && code <= last {
			return rule
		}
	}
	return nil
}

// ruleNames are what the shell offers to complete: ids and codes with titles.
func (p *program) ruleNames() []string {
	var names []string
	for _, rule := range validate.Rules() {
		title := rule.Title.In(p.lang)
		first, _, _ := strings.Cut(rule.Code, "–")
		names = append(names, rule.ID+"\t"+title, first+"\t"+title)
	}
	return names
}

func (p *program) list(rules []*validate.Rule) string {
	codes, ids := 0, 0
	for _, rule := range rules {
		codes = max(codes, narrow.StringWidth(rule.Code))
		ids = max(ids, len(rule.ID))
	}
	s := p.sheet()
	for _, rule := range rules {
		severity := s.paint.severity(rule.Severity, pad(p.severity(rule.Severity), s.columns.label))
		s.line(s.paint.bold(pad(rule.Code, codes)) + "  " + severity + "  " + pad(rule.ID, ids) + "  " + rule.Title.In(p.lang))
	}
	return s.String()
}

// card explains a rule.
func (p *program) card(rule *validate.Rule) string {
	s := p.sheet()
	s.line(s.paint.bold(rule.Code+"  "+rule.Title.In(p.lang)) + "  " + s.paint.severity(rule.Severity, p.severity(rule.Severity)))
	s.line(s.paint.dim(rule.ID))
	for _, field := range p.fields(rule) {
		s.hang("  "+s.paint.dim(pad(field[0], s.columns.note))+"  ", 4+s.columns.note, field[1])
	}
	return s.String()
}

// fields are the parts of a rule's explanation, each with its name.
func (p *program) fields(rule *validate.Rule) [][2]string {
	fields := [][2]string{
		{p.say("问题", "why"), rule.Why.In(p.lang)},
		{p.say("依据", "ground"), p.ground(rule.Ground)},
		{p.say("改法", "to do"), rule.Mend.In(p.lang)},
	}
	if rule.Since != "" {
		fields = append(fields, [2]string{p.say("版本", "since"), rule.Since})
	}
	return fields
}

func (p *program) ground(g validate.Ground) string {
	basis := map[validate.Basis]string{
		validate.Official: p.say("有正式规定", "official"),
		validate.Practice: p.say("依据通行做法，不是规定", "practice, not law"),
		validate.Logic:    p.say("由含义推得", "follows from the meaning"),
	}[g.Basis]
	name := strings.TrimSpace(g.Source + " " + g.Clause)
	if name == "" {
		return basis
	}
	return name + p.say("（"+basis+"）", " ("+basis+")")
}
