package validate

import (
	"gouji/parser"
	"gouji/parser/document"
)

// Finding is one thing that is wrong with a report.
type Finding struct {
	Rule     string // Rule.ID
	Code     string // the family's member that fired: A03
	Severity Severity
	Message  Text           // both sides, with the numbers
	Where    document.Place // where to look first
	Figures  []string       // ids of the cells it is about, the total last
	Got      *float64       // what is printed
	Want     *float64       // what should stand there for the relation to hold
	Suspect  *Suspect       // the one cell whose change settles all it broke
	// Suspects are the cells of the one smallest explanation of what is broken
	// together, column by column; none where several are equally small.
	Suspects []Suspect
	// Explanation tells the smallest explanation: what to change so that the sums
	// hold; that several changes are equally small; that the file should be looked
	// at. Empty for a finding that is no sum, and where errors are too many.
	Explanation Text
	// Other is the file that it compares the report with.
	Other *parser.Source
	// Passages are of the report and of that file, side by side; at most a few.
	Passages []Parallel
	// Cause is the index, in the report's findings, of the finding that this
	// one follows from; -1 when it stands for itself.
	Cause int
	// Suppressed is the office's decision to live with it, nil for most.
	Suppressed *Suppression

	rule    *Rule    // that made it
	account *account // what explains it, for a broken sum
	section int      // the official section it is about, where a rule says so
	table   string   // the key of the table it is about, where a rule says so
}

// RuleOf returns the rule that made a finding, be it of the catalogue or the
// office's own; nil when there is none of that id.
func RuleOf(f Finding) *Rule {
	if f.rule != nil {
		return f.rule
	}
	return byID[f.Rule]
}

// Suspect names the one cell whose change to Value would settle every broken
// relation that it takes part in.
type Suspect struct {
	Figure string  `json:"figure"`
	Value  float64 `json:"value"`
}
