package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gouji/validate"
	"gouji/validate/mend"
)

// rules is the command that lists the rules, or explains some.
func (p *program) rules() *cobra.Command {
	c := &cobra.Command{
		Use:   p.say("rules [规则…]", "rules [RULE…]"),
		Short: p.say("列出全部规则，或解释几条", "list the rules, or explain some"),
		Long: p.say("列出全部规则；给出编号（A08）或名称（applications-row-sum）时，解释这一条：\n公式、依据、常见原因、改法和例子。选项可以只列一部分。",
			"Lists the rules. Given a code (A08) or an id (applications-row-sum) it explains that\nrule: its formula, ground, usual cause, what to do, and an example. Options list a part."),
		Example: "  gouji rules\n  gouji rules A08\n  gouji rules --theme N --severity error\n  gouji rules --search " + p.say("结转", "carried") + "\n  gouji rules --format md",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return p.ruleNames(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	var format string
	var wanted ruleFilter
	c.Flags().Var(choose(&format, "text", "md", "json"), "format", p.say("输出`格式`：text、md、json", "output `FORMAT`: text, md or json"))
	wanted.flags(p, c.Flags())
	var config string
	c.Flags().StringVar(&config, "config", "", p.say("连同本单位规定`文件`里的规则", "with the rules of the office's `FILE`"))
	c.AddCommand(p.rulesTest())
	c.RunE = func(_ *cobra.Command, args []string) error {
		if config != "" {
			if err := p.useHouse(config); err != nil {
				return err
			}
		}
		rules, err := p.chosenRules(args)
		if err != nil {
			return err
		}
		if rules = wanted.choose(rules, p.lang); len(rules) == 0 {
			return p.misuse("没有符合条件的规则；全部规则见 gouji rules", "no rule fits; see: gouji rules")
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
		return p.markdownPage(rules)
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
		return slices.Concat(validate.Rules(), p.ownRules()), nil
	}
	var list []*validate.Rule
	for _, name := range names {
		rule := p.findRule(name)
		if rule == nil {
			return nil, p.unknownRule(name)
		}
		list = append(list, rule)
	}
	return list, nil
}

// findRule finds a rule of the catalogue or of the office by id or code.
func (p *program) findRule(name string) *validate.Rule {
	for _, rule := range p.ownRules() {
		if name == rule.ID || strings.EqualFold(name, rule.Code) {
			return rule
		}
	}
	return validate.Find(name)
}

// ownRules are the office's own.
func (p *program) ownRules() []*validate.Rule {
	var list []*validate.Rule
	if p.house != nil {
		for _, own := range p.house.Own {
			list = append(list, own.Rule)
		}
	}
	return list
}

// unknownRule says that there is no such rule or, of a code that the catalogue
// leaves out, why.
func (p *program) unknownRule(name string) error {
	for _, o := range validate.OmittedRules() {
		if strings.EqualFold(o.Code, name) {
			return p.misuse("%s（%s）不检查：%s", "%s (%s) is not checked: %s", o.Code, o.Title.In(p.lang), o.Because.In(p.lang))
		}
	}
	return p.misuse("没有 %s 这条规则；全部规则见 gouji rules", "no rule %s; see: gouji rules", name)
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

// list prints a rule a line, below the name of its theme.
func (p *program) list(rules []*validate.Rule) string {
	codes, ids := 0, 0
	for _, rule := range rules {
		codes = max(codes, narrow.StringWidth(rule.Code))
		ids = max(ids, len(rule.ID))
	}
	s := p.sheet()
	theme := validate.Theme{}
	for _, rule := range rules {
		if t := validate.ThemeOf(rule.Code); t != theme {
			theme = t
			s.line(s.paint.dim("── " + t.Letter + " " + t.Name.In(p.lang)))
		}
		severity := s.paint.severity(rule.Severity, pad(mend.Severity(rule.Severity).In(p.lang), s.columns.label))
		s.line(s.paint.bold(pad(rule.Code, codes)) + "  " + severity + "  " + pad(rule.ID, ids) + "  " + rule.Title.In(p.lang))
	}
	s.line("")
	s.line(p.sayf("共 %d 条规则", "%d rules", len(rules)))
	if len(rules) == len(validate.Rules())+len(p.ownRules()) {
		p.listOmitted(&s)
	}
	return s.String()
}

func (p *program) listOmitted(s *sheet) {
	for _, o := range validate.OmittedRules() {
		s.line(p.sayf("不检查 %s %s：%s", "not checked: %s %s: %s", o.Code, o.Title.In(p.lang), o.Because.In(p.lang)))
	}
}
