package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"gouji/corpus/dataset/panel"
	"gouji/corpus/dataset/table"
	"gouji/validate/register"
)

// join makes one unit of those that a person says are one.
func (u *units) join(order []*entry, decisions []panel.Decision) error {
	byKey := map[string]*unit{} // of names in reports, as far as they name one unit
	for _, e := range order {
		if e.unit != nil && e.unit.source != unplaced {
			byKey[register.Key(e.organ)] = e.unit
		}
	}
	var problems []error
	for _, d := range decisions {
		if d.Same {
			problems = append(problems, joinTwo(d, byKey[register.Key(d.A)].whole(), byKey[register.Key(d.B)].whole()))
		}
	}
	return errors.Join(problems...)
}

func joinTwo(d panel.Decision, a, b *unit) error {
	switch {
	case a == nil:
		return fmt.Errorf("--panel 第%d行：没有“%s”的报告，或这个名称说不清是哪里的单位", d.Line, d.A)
	case b == nil:
		return fmt.Errorf("--panel 第%d行：没有“%s”的报告，或这个名称说不清是哪里的单位", d.Line, d.B)
	case a == b:
		return nil
	case a.row != nil && b.row != nil:
		return fmt.Errorf("--panel 第%d行：名录里“%s”和“%s”是两个单位", d.Line, a.id, b.id)
	}
	if a.latest(b) {
		a, b = b, a
	}
	b.absorb(a)
	return nil
}

// latest reports whether the unit, not another, names both: the one that a register
// has, or else the one that reported last.
func (u *unit) latest(other *unit) bool {
	if (u.row != nil) != (other.row != nil) {
		return u.row != nil
	}
	last := func(u *unit) int { return slices.Max(append(u.years, 0)) }
	return cmp.Or(cmp.Compare(last(u), last(other)), cmp.Compare(other.id, u.id)) > 0
}

func (u *unit) absorb(other *unit) {
	other.into = u
	for _, name := range other.names {
		u.names = insert(u.names, name)
	}
	for _, year := range other.years {
		u.years = insert(u.years, year)
	}
	if u.row == nil {
		u.source = byPerson
	}
}

// whole is the unit that a unit was made part of, or itself.
func (u *unit) whole() *unit {
	for u != nil && u.into != nil {
		u = u.into
	}
	return u
}

// candidates are the pairs of units that may be one and of which nobody has decided.
func (x *index) candidates(order []*entry) []panel.Candidate {
	organs := map[*unit]*panel.Organ{}
	var list []panel.Organ
	for _, u := range x.units.list {
		if u.source != unplaced {
			list = append(list, panel.Organ{Name: u.id, Settled: u.row != nil, Years: u.years, In: map[int][]float64{}, Out: map[int][]float64{}})
		}
	}
	for i := range list {
		organs[x.units.byID[list[i].Name]] = &list[i]
	}
	for _, e := range order {
		if o := organs[e.unit]; o != nil && e.year != 0 && e.duplicateOf == "" {
			o.In[e.year], o.Out[e.year] = e.carried.in, e.carried.out
		}
	}
	return slices.DeleteFunc(panel.Propose(list), func(c panel.Candidate) bool {
		return slices.ContainsFunc(x.options.Panel, func(d panel.Decision) bool { return sameNames(d, c) })
	})
}

func sameNames(d panel.Decision, c panel.Candidate) bool {
	a, b := register.Key(d.A), register.Key(d.B)
	one, other := register.Key(c.A.Name), register.Key(c.B.Name)
	return a == one && b == other || a == other && b == one
}

// candidatesSheet is the list that a person fills in.
func candidatesSheet() *sheet[panel.Candidate] {
	years := func(of func(panel.Candidate) *panel.Organ) func(panel.Candidate) string {
		return func(c panel.Candidate) string { return spaced(of(c).Years) }
	}
	earlier, later := func(c panel.Candidate) *panel.Organ { return c.A }, func(c panel.Candidate) *panel.Organ { return c.B }
	return &sheet[panel.Candidate]{columns: []column[panel.Candidate]{
		text(panel.ColumnA, "", "", func(c panel.Candidate) string { return c.A.Name }),
		text("years_a", "", "", years(earlier)),
		text(panel.ColumnB, "", "", func(c panel.Candidate) string { return c.B.Name }),
		text("years_b", "", "", years(later)),
		number("score", "", "", func(c panel.Candidate) table.Value { return table.Float(c.Score) }),
		text("evidence", "", "", func(c panel.Candidate) string { return c.Evidence.ZH }),
		text("evidence_en", "", "", func(c panel.Candidate) string { return c.Evidence.EN }),
		text(panel.ColumnConfirm, "", "", func(panel.Candidate) string { return "" }),
	}}
}

// propose writes the list, with a byte order mark: people open it in Excel. What it
// says is no data of the reports, so it is no table of the dataset.
func (to *folder) propose(list []panel.Candidate) error {
	if len(list) == 0 {
		return nil
	}
	f, err := to.create(candidatesName)
	if err != nil {
		return err
	}
	s := candidatesSheet()
	w := table.NewCSV(f, s.described(), true)
	for _, c := range list {
		err = errors.Join(err, w.Write(s.row(c, nil)))
	}
	return errors.Join(err, w.Close(), f.Close())
}
