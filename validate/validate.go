package validate

import (
	"sort"

	"gouji/parser"
)

// Run returns what is wrong with a report, looked at by itself.
func Run(r *parser.Report) []Finding { return RunWith(r, Options{}) }

// RunWith is Run with what an office brings.
func RunWith(r *parser.Report, o Options) []Finding {
	set := NewSet(o)
	set.Add(r)
	set.Link()
	findings, _ := set.Check(0) // fails only for stored reports
	return findings
}

// check asks every rule.
func check(subject *Subject) []Finding {
	var list []Finding
	for _, rule := range subject.options.InForce() {
		unread := rule.Words && subject.Recognised || rule.Named && subject.OrganDoubt != "" || rule.Edition && subject.TemplateDoubt != ""
		if rule.Check == nil || unread || subject.Damaged && !rule.Damaged {
			continue
		}
		for _, f := range rule.Check(subject) {
			list = append(list, rule.fill(f, subject.options))
		}
	}
	nameSuspects(subject, list)
	list = arrange(list, causes(list))
	subject.suppress(list)
	return list
}

// fill adds what is the rule's own to a finding.
func (rule *Rule) fill(f Finding, o *Options) Finding {
	f.rule, f.Rule = rule, rule.ID
	if f.Code == "" {
		f.Code = rule.Code
	}
	if f.Severity == "" {
		f.Severity = rule.Severity
	}
	if severity, set := o.Severities[rule.ID]; set {
		f.Severity = severity
	}
	f.Cause = -1
	return f
}

// weight orders severities, heaviest first.
var weight = map[Severity]int{Error: 0, Warning: 1, Info: 2}

// arrange puts every cause before its consequences and numbers Cause anew.
func arrange(list []Finding, cause []int) []Finding {
	var roots []int
	below := map[int][]int{}
	for i := range list {
		if root := rootOf(cause, i); root == i {
			roots = append(roots, i)
		} else {
			below[root] = append(below[root], i)
		}
	}
	sort.SliceStable(roots, func(a, b int) bool {
		return weight[list[roots[a]].Severity] < weight[list[roots[b]].Severity]
	})
	var done []Finding
	for _, root := range roots {
		at := len(done)
		done = append(done, list[root])
		for _, i := range below[root] {
			f := list[i]
			f.Cause = at
			done = append(done, f)
		}
	}
	return done
}

// rootOf follows causes to the first of them.
func rootOf(cause []int, i int) int {
	for cause[i] >= 0 {
		i = cause[i]
	}
	return i
}
