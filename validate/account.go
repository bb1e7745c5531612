package validate

import (
	"cmp"
	"slices"

	"gouji/parser/form"
)

// account is what can be said of sums that are broken together: the ways to
// explain them that are equally small. One way alone names its cells; of
// several none is better than the others.
type account struct {
	system *system
	broken []int // the equations that it explains
	ways   []way // the likeliest first
	all    bool  // they are all there are of that size
	alone  bool  // nothing else of the report is broken or cannot be assessed
}

// explainSums explains what is broken in a report.
func (r *Subject) explainSums() {
	r.accounts, r.suspects = map[string]*account{}, map[string]*Suspect{}
	for _, a := range accountsOf(r) {
		suspect := a.suspect()
		for _, i := range a.broken {
			name := a.system.equations[i].sum.name()
			r.accounts[name] = a
			if suspect != nil {
				r.suspects[name] = suspect
			}
		}
	}
}

func accountsOf(r *Subject) []*account {
	if !slices.ContainsFunc(r.sums, func(s sum) bool { return s.broken() }) {
		return nil
	}
	e := newEvidence(r)
	var list []*account
	for _, s := range systemsOf(r) {
		if !s.settled() {
			list = append(list, e.accounts(s)...)
		}
	}
	assessed := !slices.ContainsFunc(r.sums, func(s sum) bool { return !s.assessed })
	for _, a := range list {
		a.alone = len(list) == 1 && assessed
	}
	return list
}

// accounts explains a system: it parts what is broken into what has to do with
// each other by any of the smallest explanations.
func (e *evidence) accounts(s *system) []*account {
	ways, all := explain(s, func(cell int, value float64) bool { return e.possible(s, cell, value) })
	if len(ways) == 0 {
		return []*account{{system: s, broken: s.broken(), ways: e.noCases(s), all: true}}
	}
	ways = likeliest(ways, s.strain)
	ways = likeliest(ways, func(w way) int { return -e.told(s, w) })
	joined := newParts(len(s.equations))
	for _, w := range ways {
		for _, part := range s.partsOf(w) {
			touched := s.brokenBy(part)
			for _, i := range touched[1:] {
				joined.join(touched[0], i)
			}
		}
	}
	var list []*account
	for _, members := range joined.list() {
		if s.equations[members[0]].broken() {
			list = append(list, s.account(members, ways, joined, all))
		}
	}
	return list
}

// account explains the equations of one part of what is broken.
func (s *system) account(members []int, ways []way, joined parts, all bool) *account {
	a := &account{system: s, broken: members, all: all}
	var seen [][]edit
	for _, w := range ways {
		var mine way
		for _, part := range s.partsOf(w) {
			if joined.of(s.brokenBy(part)[0]) == joined.of(members[0]) {
				mine = append(mine, part...)
			}
		}
		slices.SortStableFunc(mine, func(a, b slip) int { return byCell(a.edits[0], b.edits[0]) })
		edits := mine.edits()
		if !slices.ContainsFunc(seen, func(other []edit) bool { return slices.Equal(other, edits) }) {
			seen, a.ways = append(seen, edits), append(a.ways, mine)
		}
	}
	slices.SortStableFunc(a.ways, func(v, w way) int { return cmp.Compare(s.strain(v), s.strain(w)) })
	return a
}

// likeliest keeps the ways that weigh least.
func likeliest(ways []way, weight func(way) int) []way {
	if len(ways) < 2 {
		return ways
	}
	weights := make([]int, len(ways))
	for i, w := range ways {
		weights[i] = weight(w)
	}
	least := slices.Min(weights)
	var kept []way
	for i, w := range ways {
		if weights[i] == least {
			kept = append(kept, w)
		}
	}
	return kept
}

// edits are all the changes of a way, column by column.
func (w way) edits() []edit {
	var list []edit
	for _, c := range w {
		list = append(list, c.edits...)
	}
	slices.SortFunc(list, byCell)
	return list
}

// strain weighs explanations with equally many slips: fewer cells are likelier;
// then, when slips of the hand explain every number, that is no coincidence.
func (s *system) strain(w way) int {
	strain, mistyped := 0, true
	for _, c := range w {
		strain += 2 * len(c.edits)
		mistyped = mistyped && (c.kind != wrongNumber || s.crossed(c.edits[0].cell) && s.mistyped(c.edits[0]))
	}
	if !mistyped {
		strain++
	}
	return strain
}

// crossed reports whether a cell stands in more than one equation. In one alone,
// as in table four, digits would decide by themselves, and of the numbers that
// they name there one in four is wrong.
func (s *system) crossed(cell int) bool { return len(s.unknowns[cell].terms) > 1 }

// mistyped reports whether a slip of the hand explains a number of two digits or
// more; 1 may become 10 by any other error as well.
func (s *system) mistyped(e edit) bool {
	printed := s.unknowns[e.cell].value
	return min(printed, e.value) >= 10 && slipOfDigits(printed, e.value) != noSlip
}

// partsOf parts a way into slips that share equations.
func (s *system) partsOf(w way) []way {
	joined := newParts(len(w))
	first := map[int]int{}
	for i, c := range w {
		for _, e := range c.edits {
			for _, t := range s.unknowns[e.cell].terms {
				if j, met := first[t.at]; met {
					joined.join(j, i)
				} else {
					first[t.at] = i
				}
			}
		}
	}
	var list []way
	for _, members := range joined.list() {
		var part way
		for _, i := range members {
			part = append(part, w[i])
		}
		list = append(list, part)
	}
	return list
}

// brokenBy lists the broken equations that slips touch.
func (s *system) brokenBy(w way) []int {
	var list []int
	for _, e := range w.edits() {
		for _, t := range s.unknowns[e.cell].terms {
			if s.equations[t.at].broken() && !slices.Contains(list, t.at) {
				list = append(list, t.at)
			}
		}
	}
	return list
}

// named are the cells of the one smallest explanation; none where several are
// equally small, or where our own reading may be at fault.
func (a *account) named() []Suspect {
	if a == nil {
		return nil
	}
	if len(a.ways) != 1 || !a.all || a.doubt() != nil {
		return nil
	}
	var list []Suspect
	for _, e := range a.ways[0].edits() {
		list = append(list, Suspect{a.system.unknowns[e.cell].id, e.value})
	}
	return list
}

// suspect is the one cell whose change settles all that it broke.
func (a *account) suspect() *Suspect {
	if list := a.named(); len(list) == 1 {
		return &list[0]
	}
	return nil
}

// clears reports whether other cells are named than the one with the id.
func (a *account) clears(id string) bool {
	if a == nil {
		return false
	}
	list := a.named()
	return len(list) > 0 && !slices.ContainsFunc(list, func(s Suspect) bool { return s.Figure == id })
}

// doubt is the cell that the reader doubts and that stands where the smallest
// explanations have the error: then digits may have strayed from the one cell
// into the other, and the report be right.
func (a *account) doubt() *unknown {
	s := a.system
	for i := range s.unknowns {
		u := &s.unknowns[i]
		if u.figure == nil || u.figure.Doubt == "" {
			continue
		}
		near := func(e edit) bool { return neighbours(u.id, s.unknowns[e.cell].id) }
		if len(a.ways) > 0 && !slices.ContainsFunc(a.ways, func(w way) bool { return !slices.ContainsFunc(w.edits(), near) }) {
			return u
		}
	}
	return nil
}

// neighbours reports whether two cells stand in one row, or one above the other.
func neighbours(a, b string) bool {
	p, _ := form.Find(a)
	q, _ := form.Find(b)
	if p.Table.Key != q.Table.Key {
		return false
	}
	if p.Table.Key == form.Remedies { // one row, three groups
		return groupKey(p) == groupKey(q)
	}
	if p.Row.Key == q.Row.Key {
		return true
	}
	return p.Column.Key == q.Column.Key && adjacent(p, q)
}

// adjacent reports whether two rows of a block follow each other.
func adjacent(p, q form.Cell) bool {
	at := func(key string) int {
		return slices.IndexFunc(p.Block.Rows, func(r form.Row) bool { return r.Key == key })
	}
	i, j := at(p.Row.Key), at(q.Row.Key)
	return i >= 0 && j >= 0 && (i-j == 1 || j-i == 1)
}
