package rollup

import (
	"slices"

	"gouji/corpus"
	"gouji/parser"
	"gouji/validate"
	"gouji/validate/mend"
	"gouji/validate/register"
)

// season is the reports that a plan needs.
type season struct {
	plan  *Plan
	set   *validate.Set
	items map[*parser.Report][]mend.Item
}

// take looks at a result and keeps what is needed of it: some 25 KB a unit.
func (s *season) take(r *Rollup, result corpus.Result) {
	report := result.Report
	switch {
	case result.Source.Format == corpus.Register:
	case report == nil:
		r.Unread = append(r.Unread, result.Source.Path)
	case !s.plan.Wants(report.Organ, report.Year):
	case report.Organ == "" || report.Year == 0:
		r.Unread = append(r.Unread, result.Source.Path)
	case !s.plan.Concerns(report.Organ):
		r.Unlisted = append(r.Unlisted, report.Organ)
	default:
		s.keep(*report, result)
		s.noteOffice(r, report.Organ)
	}
}

// keep puts a report into the set, without its prose when the set has looked at it.
func (s *season) keep(report parser.Report, result corpus.Result) {
	s.set.Add(&report)
	report.Sections, report.Preface, report.Authors = nil, nil, nil
	s.items[&report] = mend.Items(result.Findings)
}

// noteOffice notes an office of the parent that is nowhere added.
func (s *season) noteOffice(r *Rollup, organ string) {
	if !s.plan.isOffice(organ) || s.plan.isOwn(organ) {
		return
	}
	unit := s.plan.Register.Find(organ)
	listed := unit != nil && (unit == s.plan.Parent || s.plan.below(unit))
	if !listed && !slices.Contains(r.Offices, organ) {
		r.Offices = append(r.Offices, organ)
	}
}

// sortOut finds the report of every unit.
func (s *season) sortOut(r *Rollup) error {
	list := make([]*register.Unit, len(r.Units))
	for i, u := range r.Units {
		list[i] = u.Unit
	}
	sent, err := s.set.Gather(list, r.Year)
	if err != nil {
		return err
	}
	for i, u := range r.Units {
		u.Sent = sent[i]
		u.Status, u.Report = judge(sent[i])
		u.Items = s.items[u.Report]
	}
	r.leaveOutOffices()
	return nil
}

// judge says what became of a unit, and which of its reports counts.
func judge(sent validate.Sent) (Status, *parser.Report) {
	switch {
	case sent.Agreed:
		return Counted, surest(sent.Files)
	case len(sent.Files) > 0:
		return Differing, nil
	case len(sent.Unsure) > 0:
		return Unsure, nil
	}
	return Absent, nil
}

// surest is the first of the reports that have the most cells read for sure: a
// Word file beside the scan of the same report.
func surest(files []*parser.Report) *parser.Report {
	best, most := files[0], -1
	for _, r := range files {
		sure := 0
		for i := range r.Figures {
			if _, ok := r.Figures[i].Sure(); ok {
				sure++
			}
		}
		if sure > most {
			best, most = r, sure
		}
	}
	return best
}

// leaveOutOffices takes out of each table the offices whose government, which sent
// a report too, has counted them already.
func (r *Rollup) leaveOutOffices() {
	for _, table := range tables {
		var counted []*register.Unit
		for _, u := range r.Units {
			if u.Status == Counted && u.Tables[table] == Added {
				counted = append(counted, u.Unit)
			}
		}
		twice := register.CountedTwice(counted, table)
		for _, u := range r.Units {
			if slices.Contains(twice, u.Unit) {
				u.Tables[table] = Within
			}
		}
	}
}
