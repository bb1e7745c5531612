// Package mend puts what was found in a report as an office would hear it: what is
// to be mended, each thing once and its consequences below it, in words that say
// where to look. Whoever shows findings to people, in a terminal, a workbook, a
// page or a letter, takes the order and the words from here.
package mend

import (
	"slices"

	"gouji/validate"
)

// Item is one thing for the office to mend: findings that one suspect cell
// explains, and those that follow from them.
type Item struct {
	Heads   []validate.Finding // at least one; more when they share a suspect
	Follows []validate.Finding
}

// Items orders findings into what is to be mended: each consequence below its
// cause, each suspect once, the heaviest first. What the office lives with is not
// to be mended.
func Items(findings []validate.Finding) []Item {
	var list []Item
	place := map[int]int{}                 // index of a finding → its item
	suspects := map[validate.Suspect]int{} // suspect → its item
	for i, f := range findings {
		if f.Suppressed != nil || rootOf(findings, i) != i {
			continue
		}
		if f.Suspect != nil {
			if at, known := suspects[*f.Suspect]; known {
				list[at].Heads = append(list[at].Heads, f)
				place[i] = at
				continue
			}
			suspects[*f.Suspect] = len(list)
		}
		place[i] = len(list)
		list = append(list, Item{Heads: []validate.Finding{f}})
	}
	for i, f := range findings {
		if _, head := place[i]; head || f.Suppressed != nil {
			continue
		}
		if at, ok := place[rootOf(findings, i)]; ok {
			list[at].Follows = append(list[at].Follows, f)
		} else {
			list = append(list, Item{Heads: []validate.Finding{f}})
		}
	}
	slices.SortStableFunc(list, func(a, b Item) int { return weight(a) - weight(b) })
	return list
}

// Suppressed are the findings that the office lives with.
func Suppressed(findings []validate.Finding) []validate.Finding {
	var list []validate.Finding
	for _, f := range findings {
		if f.Suppressed != nil {
			list = append(list, f)
		}
	}
	return list
}

// Tally counts the findings that head items, by severity.
func Tally(list []Item) validate.Summary {
	var heads []validate.Finding
	for _, it := range list {
		heads = append(heads, it.Heads...)
	}
	return validate.Summarize(heads)
}

// Rules is the set of the rules that head items, by id.
func Rules(list []Item) map[string]bool {
	set := map[string]bool{}
	for _, it := range list {
		for _, f := range it.Heads {
			set[f.Rule] = true
		}
	}
	return set
}

// weight orders items, the heaviest first.
func weight(it Item) int {
	return slices.Index([]validate.Severity{validate.Error, validate.Warning, validate.Info}, it.Heads[0].Severity)
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
