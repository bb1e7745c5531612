package dataset

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"gouji/corpus"
	"gouji/corpus/dataset/panel"
	"gouji/corpus/store"
	"gouji/parser"
	"gouji/validate/register"
)

// index is what is known of all reports before the first is written: who is told
// apart from whom, and which reports are about the same organ and year.
type index struct {
	runs     []*run
	entries  map[string]*entry // by report id
	units    *units
	summary  *Summary
	options  Options
	proposed []panel.Candidate
}

// run is a part of the dataset.
type run struct {
	store.Part
	number   int // from 1
	register *register.Register
	digest   string // of the contents of its files
}

// entry is a report.
type entry struct {
	id          string
	run         *run
	file        int    // number of the first file that it was read from
	organ       string // empty when unknown or doubtful
	year        int    // 0 when unknown or doubtful
	unit        *unit  // nil when the organ is
	duplicateOf string // id of the first report of the same unit and year
	issue       int    // how many reports of its unit and year there are, itself counted
	carried     *carried
}

// reportID names a report by its content. 64 bits: among a million reports two
// share a name with a probability of one in 37 million.
func reportID(sha256 string) string {
	if len(sha256) < 16 {
		return ""
	}
	return "r" + sha256[:16]
}

func newIndex(ctx context.Context, parts []store.Part, o Options) (*index, error) {
	x := &index{entries: map[string]*entry{}, summary: &Summary{}, options: o}
	var order []*entry
	for i, part := range parts {
		r, err := newRun(i+1, part, o)
		if err != nil {
			return nil, err
		}
		x.runs = append(x.runs, r)
		entries, err := x.read(ctx, r)
		if err != nil {
			return nil, err
		}
		order = append(order, entries...)
	}
	var err error
	if x.units, err = unitsOf(order, o.Panel); err != nil {
		return nil, err
	}
	x.findDuplicates(order)
	x.proposed = x.candidates(order)
	x.count(order)
	return x, nil
}

func newRun(number int, part store.Part, o Options) (*run, error) {
	r := &run{Part: part, number: number, register: o.Register}
	if units := part.Run.Units; units != nil && r.register == nil {
		var err error
		if r.register, err = register.Read(units.Path, units.Data); err != nil {
			return nil, fmt.Errorf("%s：%w", units.Path, err)
		}
	}
	return r, nil
}

// read goes through a run once and notes its reports, each content once.
func (x *index) read(ctx context.Context, r *run) ([]*entry, error) {
	var list []*entry
	sum := newDigest()
	for result, err := range r.Store.Results(r.Run) {
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return nil, err
		}
		x.summary.Files++
		sum.add(result.Source.SHA256)
		id := reportID(result.Source.SHA256)
		switch {
		case result.Source.Format == corpus.Register:
			x.summary.Files--
		case result.Report == nil:
			x.summary.Unread++
		case x.entries[id] == nil:
			e := newEntry(id, r, result.Report)
			x.entries[id] = e
			list = append(list, e)
		}
	}
	r.digest = sum.String()
	return list, nil
}

func newEntry(id string, r *run, report *parser.Report) *entry {
	e := &entry{id: id, run: r, carried: carriedOf(report)}
	if report.OrganDoubt == "" {
		e.organ = report.Organ
	}
	if report.YearDoubt == "" {
		e.year = report.Year
	}
	return e
}

// findDuplicates tells the reports of one unit and year apart: all are kept, and
// those after the first name it.
func (x *index) findDuplicates(order []*entry) {
	type issue struct {
		unit *unit
		year int
	}
	same := map[issue][]*entry{}
	for _, e := range order {
		e.issue = 1
		if e.unit != nil && e.year != 0 {
			key := issue{e.unit, e.year}
			same[key] = append(same[key], e)
		}
	}
	for _, list := range same { // each list is in order, and none touches another
		for _, e := range list {
			e.issue = len(list)
			if e != list[0] {
				e.duplicateOf = list[0].id
			}
		}
	}
}

func (x *index) count(order []*entry) {
	s := x.summary
	s.Reports, s.Units, s.Candidates = len(order), len(x.units.list), len(x.proposed)
	for _, e := range order {
		if e.duplicateOf != "" {
			s.Duplicates++
		}
		if e.year != 0 {
			s.LastYear = max(s.LastYear, e.year)
			s.FirstYear = min(cmp.Or(s.FirstYear, e.year), e.year)
		}
	}
	for _, r := range x.runs {
		if !slices.Contains(s.Programs, r.Run.Program) {
			s.Programs = append(s.Programs, r.Run.Program)
		}
	}
}
