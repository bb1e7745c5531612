package main

import (
	"slices"

	"gouji/validate"
)

// item is one thing for the office to mend: findings that one suspect cell
// explains, and those that follow from them.
type item struct {
	heads   []validate.Finding // at least one; more when they share a suspect
	follows []validate.Finding
}

// items orders findings into what is to be mended: each consequence below its
// cause, each suspect once. What the office lives with is not to be mended.
func items(findings []validate.Finding) []item {
	var list []item
	place := map[int]int{}                 // index of a finding → its item
	suspects := map[validate.Suspect]int{} // suspect → its item
	for i, f := range findings {
		if f.Suppressed != nil {
			continue
		}
		if f.Cause >= 0 && f.Cause < len(findings) && f.Cause != i {
			continue
		}
		if f.Suspect != nil {
			if at, known := suspects[*f.Suspect]; known {
				list[at].heads = append(list[at].heads, f)
				place[i] = at
				continue
			}
			suspects[*f.Suspect] = len(list)
		}
		place[i] = len(list)
		list = append(list, item{heads: []validate.Finding{f}})
	}
	for i, f := range findings {
		if _, head := place[i]; head || f.Suppressed != nil {
			continue
		}
		if at, ok := place[rootOf(findings, i)]; ok {
			list[at].follows = append(list[at].follows, f)
		} else {
			list = append(list, item{heads: []validate.Finding{f}})
		}
	}
	slices.SortStableFunc(list, func(a, b item) int { return weight(a) - weight(b) })
	return list
}

// suppressed are the findings that the office lives with.
func suppressed(findings []validate.Finding) []validate.Finding {
	var list []validate.Finding
	for _, f := range findings {
		if f.Suppressed != nil {
			list = append(list, f)
		}
	}
	return list
}

// weight orders items, the heaviest first.
func weight(it item) int {
	return slices.Index([]validate.Severity{validate.Error, validate.Warning, validate.Info}, it.heads[0].Severity)
}

// rootOf follows the causes of a finding up to the first, at most as many
// steps as there are findings.
func rootOf(findings []validate.Finding, i int) int {
	for range findings {
		cause := findings[i].Cause
		if cause < 0 || cause >= len(findings) || cause == i {
			return i
		}
		i = cause
	}
	return i
}

// tally counts the findings that head items, by severity.
func tally(list []item) validate.Summary {
	var heads []validate.Finding
	for _, it := range list {
		heads = append(heads, it.heads...)
	}
	return validate.Summarize(heads)
}

// rulesOf is the set of the rules that head items, by id.
func rulesOf(list []item) map[string]bool {
	set := map[string]bool{}
	for _, it := range list {
		for _, f := range it.heads {
			set[f.Rule] = true
		}
	}
	return set
}
