package store

import (
	"fmt"
	"slices"
	"strings"

	"gouji/corpus"
	"gouji/parser"
	"gouji/validate"
)

// unit is the files of one organ for one year.
type unit struct {
	organ    string
	year     int
	paths    []string
	findings []validate.Finding // that the office does not live with
	reports  []*parser.Report   // as far as they are kept
	unread   bool               // a file could not be read
}

// units joins the files of a run by organ and year; a file that does not name
// both stands for itself.
func (s *Store) units(run *Run) ([]*unit, error) {
	var list []*unit
	byIssue := map[string]*unit{}
	for r, err := range s.rows(run.Number) {
		if err != nil {
			return nil, err
		}
		if r.role != roleReport {
			continue
		}
		result, err := s.result(run, r)
		if err != nil {
			return nil, err
		}
		u := &unit{organ: r.organ.String, year: int(r.year.Int64)}
		switch known := byIssue[u.issue()]; {
		case known != nil:
			u = known
		case u.issue() != "":
			byIssue[u.issue()] = u
			fallthrough
		default:
			list = append(list, u)
		}
		u.take(result)
	}
	return list, nil
}

// issue names the report; empty when it names no organ or no year.
func (u *unit) issue() string {
	if u.organ == "" || u.year == 0 {
		return ""
	}
	return fmt.Sprint(u.year, u.organ)
}

// names are all that the unit may be found by, the best first.
func (u *unit) names() []string {
	if issue := u.issue(); issue != "" {
		return append([]string{issue}, u.paths...)
	}
	return u.paths
}

// take adds a file.
func (u *unit) take(r corpus.Result) {
	u.paths = append(u.paths, r.Source.Path)
	u.unread = u.unread || r.Err != nil
	if r.Report != nil {
		u.reports = append(u.reports, r.Report)
	}
	for _, f := range r.Findings {
		if f.Suppressed == nil {
			u.findings = append(u.findings, f)
		}
	}
}

// rereads reports whether the unit was read well enough to say that a finding of
// an earlier reading is gone.
func (u *unit) rereads(f validate.Finding) bool {
	poor := func(r *parser.Report) bool {
		return r.Incomplete != "" || len(f.Figures) == 0 && r.Recognised ||
			slices.ContainsFunc(f.Figures, func(id string) bool { return lost(r, id) })
	}
	return !u.unread && !slices.ContainsFunc(u.reports, poor)
}

// lost reports whether nobody can say what stands in a cell: it is doubtful, or its
// table is gone, which mends none of its sums. A row that a form does not have is
// rightly gone.
func lost(r *parser.Report, id string) bool {
	if figure := r.Figure(id); figure != nil {
		return figure.Doubt != ""
	}
	table, _, _ := strings.Cut(id, ".")
	return r.Table(table) == nil
}
