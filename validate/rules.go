package validate

import (
	"cmp"
	"slices"
	"strings"
)

// rules is the catalogue, in the order of the codes; reports' findings of
// equal weight stand in this order. Each theme's file has its own list.
var rules = catalogue(
	sectionRules, outlineRules, templateRules, tableRules, labelRules, citationRules, prefaceRules, overviewRules, closingRules,
	cellRules, wordingRules, shareRules, wholeRules, itemRules, powerRules, previousRules, feeRules,
	applicationRules, disclosureRules, remedyRules,
	phraseRules, yearRules, authorRules,
	narrativeRules, copiedRules, outcomeRules, documentRules, proportionRules,
	publicationRules,
	lastYearRules, rollupRules, deadlineRules, fileRules, privacyRules,
)

func catalogue(lists ...[]*Rule) []*Rule {
	all := slices.Concat(lists...)
	slices.SortStableFunc(all, func(a, b *Rule) int {
		return cmp.Or(cmp.Compare(themeIndex(a.Code), themeIndex(b.Code)),
			cmp.Compare(a.Code, b.Code))
	})
	return all
}

func themeIndex(code string) int {
	return slices.IndexFunc(Themes, func(t Theme) bool { return strings.HasPrefix(code, t.Letter) })
}

// Rules returns the catalogue in the order of the codes. The rules are shared:
// do not change them.
func Rules() []*Rule { return append([]*Rule(nil), rules...) }

// Find returns the rule with the id, or with the code: A15, or A03 for the
// family A01–A07, in either case of letters. It returns nil when there is none.
func Find(name string) *Rule {
	if rule := byID[strings.ToLower(name)]; rule != nil {
		return rule
	}
	for _, rule := range rules {
		if rule.hasCode(strings.ToUpper(name)) {
			return rule
		}
	}
	return nil
}

// byID finds the rules of the catalogue.
var byID = func() map[string]*Rule {
	index := map[string]*Rule{}
	for _, rule := range rules {
		index[rule.ID] = rule
	}
	return index
}()
