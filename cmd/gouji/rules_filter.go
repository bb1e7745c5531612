package main

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"gouji/validate"
)

// ruleFilter says which rules of the catalogue are wanted; the zero value all.
type ruleFilter struct {
	theme    string // letters of themes: N, or SN
	severity string
	basis    string
	needs    string
	search   string // a part of the id, the title or the explanation
}

const anyValue = "any"

func (f *ruleFilter) flags(p *program, flags *pflag.FlagSet) {
	flags.StringVar(&f.theme, "theme", "", p.say("只列这些`类别`，按编号首字母：S、C、A、B、D、N、Y、R、P、F、X", "only these `THEMES`, by the letter of their codes: S, C, A, B, D, N, Y, R, P, F, X"))
	flags.Var(choose(&f.severity, anyValue, "error", "warning", "info"), "severity", p.say("只列这一`级别`", "only this `SEVERITY`"))
	flags.Var(choose(&f.basis, anyValue, "official", "practice", "logic"), "basis", p.say("只列这种`依据`：official 正式规定、practice 通行做法、logic 由含义推得", "only this kind of `GROUND`: official, practice or logic"))
	flags.Var(choose(&f.needs, anyValue, "nothing", "previous", "register", "others"), "needs", p.say("只列要用到这种`材料`的：previous 上年报告、register 单位名册、others 同批其他报告、nothing 只看本报告", "only rules that `NEED` this beside the report: previous, register, others or nothing"))
	flags.StringVar(&f.search, "search", "", p.say("只列名称或说明里有这个`词`的", "only rules with this `WORD` in their name or explanation"))
}

// choose keeps the rules that fit.
func (f *ruleFilter) choose(rules []*validate.Rule, lang string) []*validate.Rule {
	var list []*validate.Rule
	for _, rule := range rules {
		if f.fits(rule, lang) {
			list = append(list, rule)
		}
	}
	return list
}

func (f *ruleFilter) fits(rule *validate.Rule, lang string) bool {
	return (f.theme == "" || strings.Contains(strings.ToUpper(f.theme), rule.Code[:1])) &&
		accepts(f.severity, string(rule.Severity)) &&
		accepts(f.basis, string(rule.Ground.Basis)) &&
		f.fitsNeeds(rule) &&
		strings.Contains(strings.ToLower(searched(rule, lang)), strings.ToLower(f.search))
}

func accepts(wanted, value string) bool { return wanted == anyValue || wanted == value }

func (f *ruleFilter) fitsNeeds(rule *validate.Rule) bool {
	switch f.needs {
	case anyValue:
		return true
	case "nothing":
		return len(rule.Needs) == 0
	}
	return slices.Contains(rule.Needs, validate.Need(f.needs))
}

// searched is the text of a rule that --search looks into.
func searched(rule *validate.Rule, lang string) string {
	return strings.Join([]string{rule.ID, rule.Title.In(lang), rule.Why.In(lang), rule.Mend.In(lang), rule.Formula.In(lang)}, "\n")
}
