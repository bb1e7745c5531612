package validate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Rule is one check of a report, with all that must be said about it.
type Rule struct {
	ID       string // readable: applications-row-sum
	Code     string // what offices cite: A15; a family is written A01–A07
	Title    Text
	Ground   Ground
	Severity Severity
	Why      Text   // what is wrong when it fires, and the usual cause
	Mend     Text   // what the unit should do
	Since    string // the version of the program that brought it

	// Words is set in a rule that judges characters or prose. A recogniser of
	// scanned pages misreads some, so such a rule is not asked about those.
	Words bool
	// Edition is set in a rule about the edition of the form: it says nothing where a
	// scan does not surely show which one was used.
	Edition bool
	// Named is set in a rule that takes from the organ's name what the organ may do.
	// It is not asked where the name was recognised in a picture and is not sure.
	Named bool
	// Damaged is set in a rule that is asked of damaged files too. No other is:
	// where nothing that was read is sure, nothing can be held against it.
	Damaged bool

	// Applies says which reports the rule is about; empty for all.
	Applies Text
	// Needs is what the rule looks at beside the report itself.
	Needs []Need
	// Formula is the test in short: 新收＋上年结转＝总计＋结转下年.
	Formula Text
	// Limits are the thresholds that Check uses.
	Limits []*Limit
	// Follows names the rules whose findings explain those of this one: the
	// first that is there is the cause (cause.go).
	Follows []string

	// Own are the examples of an office's own rule; those of the catalogue stand
	// in files (Examples).
	Own []Example

	// Check returns what is wrong with the subject. Findings need only the
	// parts that the rule decides; Run fills in the rule's own.
	Check func(*Subject) []Finding
	// CheckRun, of a rule about the run as a whole and not only about a report of
	// it, does the same for the set; Check may then be nil. Its findings stand in
	// the register: Where.Row is a line of it.
	CheckRun func(*Set) []Finding
}

// Need is something beside the report itself that a rule looks at. Where a
// run has none of it, the rule says nothing.
type Need string

// What rules may need.
const (
	NeedsPrevious Need = "previous" // the same organ's report for the year before
	NeedsRegister Need = "register" // the office's list of units
	NeedsOthers   Need = "others"   // other reports of the run
)

// Text is a sentence in both languages of the program.
type Text struct{ ZH, EN string }

// Ground is what a rule rests on.
type Ground struct {
	Source string // 国办公开办函〔2021〕30号, 《政府信息公开条例》…; empty for Practice and Logic
	Clause string // where in it: 第五十条, 表三表头注
	Basis  Basis
}

// Basis says how binding a ground is, so that practice is never shown as law.
type Basis string

// The kinds of ground.
const (
	Official Basis = "official" // a regulation or a notice in force
	Practice Basis = "practice" // seen in published reports and their reviews
	Logic    Basis = "logic"    // follows from what the words mean
)

// Severity says how much a finding weighs.
type Severity string

// The severities, heaviest first.
const (
	Error   Severity = "error"   // an official relation or a required part is broken
	Warning Severity = "warning" // a strong sign that a person must look at
	Info    Severity = "info"    // worth knowing
)

// Codes are the rule's codes: all of a family, A01 to A07, or the one.
func (rule *Rule) Codes() []string {
	first, last, family := strings.Cut(rule.Code, "–")
	if !family {
		return []string{rule.Code}
	}
	var list []string
	from, _ := strconv.Atoi(first[1:])
	to, _ := strconv.Atoi(last[1:])
	for n := from; n <= to; n++ {
		list = append(list, fmt.Sprintf("%c%02d", first[0], n))
	}
	return list
}

// hasCode reports whether the code is the rule's, or one of its family's.
func (rule *Rule) hasCode(code string) bool {
	return rule.Code == code || slices.Contains(rule.Codes(), code)
}
