package validate

import (
	"strings"

	"gouji/parser"
	"gouji/parser/claim"
	"gouji/validate/register"
)

// Subject is a report as the rules see it: beside the report, what the run and
// the office's register know of it. That is nil or empty where they know
// nothing, and rules that need it then say nothing.
//
// The subject that a rule is given is prepared, so that rules share the work:
// figures by id, sums with the cells that explain the broken ones, the prose as
// sentences. Those that it points to are not, since a set holds thousands: of
// them there are the report, Figure and sentences. Those that they point to in
// turn, and those of files and lastYear, may be heads (AddStored): siblings loads
// Parent's Children, filesAfter the files.
type Subject struct {
	*parser.Report
	// Previous is the same organ's report for the year before, nil also when
	// there are several that differ.
	Previous *Subject
	// Unit is the organ in the register; Parent the report, for the same year, of
	// the unit that it reports to, Children those of the units that report to it.
	Unit     *register.Unit
	Parent   *Subject
	Children []*Subject

	index        int               // in the order of the run
	organs       map[string]string // of the run and the register: names by their keys
	files        []*Subject        // of the run that are this report: itself, a copy, another format, a second one
	lastYear     []*Subject        // every file that could be Previous
	missed       bool              // there is none, though the run goes back that far
	absent       []*register.Unit  // units that report to this one and sent no report
	unclear      []*register.Unit  // those that sent several that differ
	amongMisread bool              // the run has scans whose organ or year is not sure
	unlisted     bool              // the register has most organs of the run, and not this one
	copies       copies            // what of its words stands in other reports
	options      *Options
	year         int // that the text is about, 0 when it does not tell

	load   func() (*parser.Report, error) // for a stored report, of which Report is the head
	view   *view                          // of the subject that a rule is given
	broken error                          // what linking could not load

	cells    map[string]*parser.Figure
	tables   map[string][]*parser.Figure // in the form's order
	sums     []sum
	prose    []claim.Sentence
	claims   []claim.Claim       // what the prose says of numbers
	certain  []claim.Claim       // those of them that rules may hold against the report
	accounts map[string]*account // what explains a broken sum, by its name
	suspects map[string]*Suspect // the one cell that does, where there is one
}

func newSubject(r *parser.Report, o *Options) *Subject {
	s := &Subject{Report: r, options: o}
	s.year, _ = yearOfText(s)
	return s
}

// prepared is the subject with all that rules work with.
func (s *Subject) prepared() *Subject {
	full := *s
	full.prose = sentencesOf(s.Report)
	full.claims = claim.Read(full.prose)
	full.certain = full.certainClaims()
	full.cells = make(map[string]*parser.Figure, len(s.Figures))
	full.tables = map[string][]*parser.Figure{}
	for i := range s.Figures {
		f := &s.Figures[i]
		table, _, _ := strings.Cut(f.ID, ".")
		full.cells[f.ID], full.tables[table] = f, append(full.tables[table], f)
	}
	full.sums = sumsIn(s.Report, full.cells)
	full.explainSums()
	return &full
}

// siblings are the reports of all units that report to the same one.
func (s *Subject) siblings() []*Subject {
	if s.Parent == nil {
		return nil
	}
	return s.view.all(s.Parent.Children)
}

// whole returns the section of the official number when all that it says is
// known; nil when it is missing or only partly known. What a report does not say
// can be held against it only then.
func (s *Subject) whole(number int) *parser.Section {
	section := s.Section(number)
	if section == nil || section.Excerpt || s.Incomplete != "" {
		return nil
	}
	return section
}

// Figure returns the figure with the id, nil when the document has no such cell.
func (s *Subject) Figure(id string) *parser.Figure {
	if s.cells == nil {
		return s.Report.Figure(id)
	}
	return s.cells[id]
}

// sentences is the prose, also of a subject that is not prepared.
func (s *Subject) sentences() []claim.Sentence {
	if s.prose == nil {
		return sentencesOf(s.Report)
	}
	return s.prose
}
