package validate

import "gouji/parser/form"

// follows says which rules' findings explain those of a rule: the first that
// is there is the cause.
var follows = map[string][]string{
	tableMissing.ID:                 {sectionMissing.ID},
	templateMixed.ID:                {templateOutdated.ID},
	disclosureBlocks.ID:             {templateOutdated.ID, templateMixed.ID},
	applicationsRows.ID:             {templateOutdated.ID, templateMixed.ID},
	figureBlank.ID:                  {totalBlank.ID},
	figureMixed.ID:                  {figureBlank.ID, figureDash.ID},
	remediesTotalOnly.ID:            {figureBlank.ID},
	dateEarly.ID:                    {yearConflict.ID},
	applicationsColumnSwap.ID:       {applicationsOutcomeSum.ID, applicationsBalance.ID},
	applicationsTotalZero.ID:        {applicationsOutcomeSum.ID},
	applicationsCarriedOutExcess.ID: {applicationsBalance.ID},
	narrativeRemedies.ID:            {remediesSum.ID, narrativeNoRemedies.ID},
	narrativeReceived.ID:            {narrativeNoneReceived.ID},
	narrativeAllDone.ID:             {narrativeCarriedOut.ID},
}

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
			cause[i] = sameSuspect(list, i)
		}
	}
	return cause
}

func causeOf(list []Finding, i int) int {
	for _, rule := range follows[list[i].Rule] {
		for j := range list {
			if list[j].Rule == rule && related(&list[i], &list[j]) {
				return j
			}
		}
	}
	return -1
}

// related reports whether two findings can have to do with each other: those
// about cells must share one or be of the same table's blanks.
func related(f, cause *Finding) bool {
	switch f.Rule {
	case tableMissing.ID:
		return f.section == cause.section || cause.section == 0
	case figureBlank.ID:
		return len(f.Figures) == len(cause.Figures) && shareCell(f, cause)
	case figureMixed.ID:
		return f.table == cause.table
	case remediesTotalOnly.ID:
		return cause.table == form.Remedies
	case applicationsColumnSwap.ID, applicationsTotalZero.ID, applicationsCarriedOutExcess.ID, narrativeRemedies.ID:
		return shareCell(f, cause)
	}
	return true
}

func shareCell(f, g *Finding) bool {
	for _, id := range f.Figures {
		if contains(g.Figures, id) {
			return true
		}
	}
	return false
}

// sameSuspect is the first finding before i that names the same cell.
func sameSuspect(list []Finding, i int) int {
	if list[i].Suspect == nil {
		return -1
	}
	for j := range list[:i] {
		if s := list[j].Suspect; s != nil && s.Figure == list[i].Suspect.Figure {
			return j
		}
	}
	return -1
}
