package validate

import (
	"gouji/parser"
)

// Set is reports that are checked together, so that rules can compare the years
// of one organ, the files of one report and the units of one register.
//
//	set := validate.NewSet(validate.Options{})
//	set.Add(this)
//	set.AddPrevious(last) // only to compare with: gets no findings
//	set.Link()
//	findings := set.Check(0)
//
// Add and AddPrevious are not safe for several goroutines; after Link, Check is.
type Set struct {
	options  Options
	subjects []*Subject // those to check, in the order of Add
	earlier  []*Subject // those only to compare with
}

// NewSet makes an empty set.
func NewSet(o Options) *Set { return &Set{options: o} }

// Add puts in a report to check and returns its index.
func (s *Set) Add(r *parser.Report) int {
	s.subjects = append(s.subjects, newSubject(r, &s.options))
	return len(s.subjects) - 1
}

// AddPrevious puts in a report that others are only compared with.
func (s *Set) AddPrevious(r *parser.Report) {
	s.earlier = append(s.earlier, newSubject(r, &s.options))
}

// Link finds what the reports are to each other.
func (s *Set) Link() {}

// Check returns what is wrong with the report of the index. Every cause is
// followed by its consequences, which point at it; causes stand by severity,
// then in the order of the catalogue. The same set always gives the same findings.
func (s *Set) Check(index int) []Finding { return check(s.subjects[index]) }
