package validate

import (
	"slices"
	"strings"
	"sync"

	"gouji/parser/claim"
	"gouji/parser/form"
)

// evidence is what is known beside the sums: it rules out explanations, or
// decides between those that are equally small.
type evidence struct {
	subject *Subject
	cases   map[string]float64 // what the prose says of table four, see casesSaid
	totals  func() []totalSaid // and of table three
}

func newEvidence(r *Subject) *evidence {
	return &evidence{r, casesSaid(r), sync.OnceValue(func() []totalSaid { return totalsSaid(r) })}
}

// possible reports whether the value can stand in the cell.
func (e *evidence) possible(s *system, at int, value float64) bool {
	if !s.unknowns[at].known || !wholeCount(value) {
		return false
	}
	cell, ok := form.Find(s.unknowns[at].id)
	return ok && (cell.Table.Key != form.Remedies || e.remedyPossible(s, cell, value))
}

// remedyPossible weighs what a change in table four would mean, since its
// sums alone never single out a cell. Cases cannot outnumber the applications
// they are about, and the text may tell their number.
func (e *evidence) remedyPossible(s *system, cell form.Cell, value float64) bool {
	total := groupTotal(s, cell, value)
	if received, sure := e.received(); sure && total > received {
		return false
	}
	told, ok := e.cases[groupKey(cell)]
	return !ok || told == total
}

// noCases explains a group of table four by its being empty, where no
// application came in or the text says that there were no cases.
func (e *evidence) noCases(s *system) []way {
	cell, _ := form.Find(s.unknowns[0].id)
	if cell.Table.Key != form.Remedies {
		return nil
	}
	received, sure := e.received()
	told, said := e.cases[groupKey(cell)]
	if !(sure && received == 0) && !(said && told == 0) {
		return nil
	}
	var w way
	for i, u := range s.unknowns {
		if u.value != 0 {
			w = append(w, slip{edits: []edit{{cell: i}}})
		}
	}
	return []way{w}
}

// groupKey is the column key of the total of a cell's group.
func groupKey(cell form.Cell) string {
	group, _, _ := strings.Cut(cell.Column.Key, ".")
	return group + ".total"
}

// groupTotal is the number of cases of a cell's group after the change; a cell
// of table four stands in one sum.
func groupTotal(s *system, cell form.Cell, value float64) float64 {
	group := s.equations[0].sum
	if group.Right[0] == cell.ID {
		return value
	}
	return group.right
}

// casesSaid is what the prose says of a group's number of cases, by the column
// key of its total. Litigation is told for both branches together: what one of
// them has is then left for the other, when its own sum holds.
func casesSaid(r *Subject) map[string]float64 {
	said := map[string]float64{}
	for i := range remedyKinds {
		k := &remedyKinds[i]
		claims := r.said(k.object, claim.Happened)
		none := len(r.stated(claim.None, k.object, claim.Happened)) > 0
		for _, id := range k.totals {
			rest, sure := othersHold(r, k.totals, id)
			key := strings.TrimPrefix(id, form.Remedies+".")
			switch {
			case none:
				said[key] = 0
			case len(claims) == 1 && sure && rest <= claims[0].Quantity.Value:
				said[key] = claims[0].Quantity.Value - rest
			}
		}
	}
	return said
}

// othersHold adds up totals but one; false when not all of their sums hold.
func othersHold(r *Subject, totals []string, but string) (rest float64, hold bool) {
	for _, s := range r.sums {
		if total := s.Right[0]; total == but || !slices.Contains(totals, total) {
			continue
		}
		if !s.assessed || s.broken() {
			return 0, false
		}
		rest += s.right
	}
	return rest, true
}

// received is the number of applications that the year had to deal with.
func (e *evidence) received() (float64, bool) {
	values, sure := allSure(e.subject, []string{newTotal, carriedInTotal})
	if !sure {
		return 0, false
	}
	return values[0] + values[1], true
}

// totalSaid is what the prose says of a total of table three.
type totalSaid struct {
	id     string
	claims []claim.Claim
}

func totalsSaid(r *Subject) []totalSaid {
	var list []totalSaid
	for _, row := range []struct {
		id  string
		act claim.Act
	}{{newTotal, claim.Received}, {carriedInTotal, claim.CarriedIn}, {handledTotal, claim.Closed}, {carriedOutTotal, claim.CarriedOut}} {
		if claims := r.said(claim.Application, row.act); len(claims) > 0 && r.Figure(row.id) != nil {
			list = append(list, totalSaid{row.id, claims})
		}
	}
	return list
}

// told counts the statements of the prose that hold after the changes of a way.
func (e *evidence) told(s *system, w way) int {
	edits, number := w.edits(), 0
	for _, t := range e.totals() {
		value := e.after(s, edits, t.id)
		holds := anySays(t.claims, value)
		if t.id == newTotal { // 收到 may mean with those carried in
			holds = holds || anySays(t.claims, value+e.after(s, edits, carriedInTotal))
		}
		if holds {
			number++
		}
	}
	return number
}

// after is a cell's value after changes.
func (e *evidence) after(s *system, edits []edit, id string) float64 {
	for _, c := range edits {
		if s.unknowns[c.cell].id == id {
			return c.value
		}
	}
	value, _ := e.subject.Figure(id).Sure()
	return value
}

// nameSuspects tells with each broken sum what explains it.
func nameSuspects(r *Subject, list []Finding) {
	for i := range list {
		if f := &list[i]; isSum(f.Rule) {
			f.explain(r, r.accounts[f.Rule+" "+totalOf(f)])
		}
	}
}

// explain tells with a finding what explains it.
func (f *Finding) explain(r *Subject, a *account) {
	if a == nil {
		return
	}
	f.account = a
	f.Suspect, f.Suspects = a.suspect(), a.named()
	f.Explanation = a.text(r)
}

// totalOf is the cell by which a broken sum is known: the last.
func totalOf(f *Finding) string { return f.Figures[len(f.Figures)-1] }

// name tells a sum from all others of the report.
func (s *sum) name() string { return s.Relation.Rule + " " + s.Right[0] }

func isSum(rule string) bool {
	switch rule {
	case applicationsBalance.ID, applicationsOutcomeSum.ID, applicationsRowSum.ID, remediesSum.ID:
		return true
	}
	return false
}
