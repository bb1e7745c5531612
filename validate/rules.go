package validate

// rules is the catalogue, in the order of the codes; reports' findings of
// equal weight stand in this order.
var rules = []*Rule{
	sectionMissing, sectionOrder, sectionHeading, tableMissing,
	templateOutdated, templateMixed, disclosureBlocks,
	applicationsRows, applicationsColumns, rowLabel, applicationsSubtotal, remediesColumns,

	figureBlank, figureDash, figureMixed, figureBad, figureNegative, figureFraction, figureSplit, totalBlank,

	applicationsBalance, applicationsOutcomeSum, applicationsRowSum,
	applicationsColumnSwap, applicationsTotalZero, applicationsCarriedOutExcess,

	disclosureRegulations, disclosureInForce,

	remediesSum, remediesTotalOnly,

	narrativeReceived, narrativeCarriedOut, narrativeCarriedIn, narrativeAllDone,
	narrativeNoneReceived, narrativeRemedies, narrativeNoRemedies, periodWrong,

	titleIncomplete, yearConflict, dateEarly, revisionsLeft,
}

// Rules returns the catalogue in the order of the codes. The rules are shared:
// do not change them.
func Rules() []*Rule { return append([]*Rule(nil), rules...) }

// Find returns the rule with the id, or with the code: A15, or A03 for the
// family A01–A07. It returns nil when there is none.
func Find(name string) *Rule {
	for _, rule := range rules {
		if rule.ID == name || rule.hasCode(name) {
			return rule
		}
	}
	return nil
}
