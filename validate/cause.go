package validate

import "slices"

// causes gives for each finding the index of the one that it follows from, -1
// for one that stands for itself. Every cause stands for itself or has one
// that does: chains end.
func causes(list []Finding) []int {
	cause := make([]int, len(list))
	for i := range list {
		cause[i] = causeOf(list, i)
	}
	for i := range list {
		if cause[i] < 0 {
			cause[i] = sameAccount(list, i)
		}
	}
	return cause
}

// followed are the rules that the findings of a rule follow from; an office's own
// rules follow from none.
func followed(id string) []string {
	if rule := byID[id]; rule != nil {
		return rule.Follows
	}
	return nil
}

func causeOf(list []Finding, i int) int {
	for _, rule := range followed(list[i].Rule) {
		for j := range list {
			if list[j].Rule == rule && related(&list[i], &list[j]) {
				return j
			}
		}
	}
	return -1
}

// related reports whether two findings can have to do with each other: what
// both of them name, a section, a table, cells, must agree.
func related(f, cause *Finding) bool {
	if f.section != 0 && cause.section != 0 && f.section != cause.section {
		return false
	}
	if f.table != "" && cause.table != "" && f.table != cause.table {
		return false
	}
	if f.Rule == figureBlank.ID { // a blank more than the cause names is one of its own
		return len(f.Figures) == len(cause.Figures) && shareCell(f, cause)
	}
	return len(f.Figures) == 0 || len(cause.Figures) == 0 || shareCell(f, cause)
}

func shareCell(f, g *Finding) bool {
	for _, id := range f.Figures {
		if slices.Contains(g.Figures, id) {
			return true
		}
	}
	return false
}

// sameAccount is the first finding before i that has the same explanation.
func sameAccount(list []Finding, i int) int {
	if list[i].account == nil || !isSum(list[i].Rule) {
		return -1
	}
	return slices.IndexFunc(list[:i], func(f Finding) bool { return f.account == list[i].account && isSum(f.Rule) })
}
