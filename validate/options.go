package validate

import (
	"slices"

	"gouji/validate/register"
)

// Options is what an office brings to a run: its register of units and its house
// rules (package house). The zero value is the catalogue as it stands, for
// reports that know nothing of each other's units.
type Options struct {
	Register *register.Register // nil when the office keeps none
	Limits   map[string]float64 // thresholds set otherwise, by Limit.Name

	Off        map[string]bool     // rules that are not asked, by Rule.ID
	Severities map[string]Severity // severities set otherwise, by Rule.ID
	Rules      []*Rule             // the office's own, asked after the catalogue
	Suppress   []*Suppression      // findings that the office lives with

	// Deadlines are the last days for publishing that a place sets for a kind of
	// unit, where they are not those of the Regulations.
	Deadlines map[register.Kind]register.Day
	// Topics are what a place wants said in section 一 beside what the notice names.
	Topics []Topic
}

// Topic is something that a section must speak of.
type Topic struct {
	Name  string   // 公众参与
	Words []string // one of them must be there
}

// InForce returns the rules that a run asks: those of the catalogue that are not
// off, then the office's own.
func (o *Options) InForce() []*Rule {
	var list []*Rule
	for _, rule := range slices.Concat(rules, o.Rules) {
		if !o.Off[rule.ID] {
			list = append(list, rule)
		}
	}
	return list
}
