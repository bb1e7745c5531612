package validate

import (
	"gouji/parser"
	"gouji/parser/claim"
	"gouji/validate/register"
)

// Subject is a report prepared for the rules, so that they share the work: its
// figures by id, its sums with the cells that explain the broken ones, its prose
// as sentences and the year that this is about. What the set or the office's
// register knows beside the report is nil or empty where they know nothing:
// rules that need it then say nothing.
type Subject struct {
	*parser.Report
	// Previous is the same organ's report for the year before, nil also when
	// there are several that differ; Others are the other files of the run that
	// are this report too: a copy, another format, or a second one.
	Previous *Subject
	Others   []*Subject
	// Unit is the organ in the register; Parent the report, for the same year, of
	// the unit that it reports to, Children those of the units that report to it.
	Unit     *register.Unit
	Parent   *Subject
	Children []*Subject

	lastYear []*Subject // every file that could be Previous
	options  *Options
	cells    map[string]*parser.Figure
	sums     []sum
	prose    []claim.Sentence
	suspects map[string]*Suspect // by the name of the sum
	year     int                 // that the text is about, 0 when it does not tell
}

func newSubject(r *parser.Report, o *Options) *Subject {
	s := &Subject{Report: r, options: o, cells: map[string]*parser.Figure{}, prose: sentencesOf(r)}
	for i := range r.Figures {
		s.cells[r.Figures[i].ID] = &r.Figures[i]
	}
	s.sums = sumsIn(r, s.cells)
	s.suspects = suspectsIn(s)
	s.year, _ = yearOfText(s)
	return s
}

// Figure returns the figure with the id, nil when the document has no such cell.
func (s *Subject) Figure(id string) *parser.Figure { return s.cells[id] }
