package validate

import (
	"math"
	"strings"

	"gouji/parser"
	"gouji/parser/claim"
	"gouji/parser/form"
)

// suspicion finds the cells that alone explain broken sums.
//
// A wrong cell breaks every sum that it stands in, each by the same amount:
// one of the results shows in its row and in its column, a number under
// （七）总计 also in the balance. So a cell is a candidate when all of its sums
// that can be assessed are broken, when one change would settle them all, and
// when a number of things could stand there after the change. It is the suspect
// when for each of those sums no other cell is a candidate. Two faults that do
// not touch each other are so named both; faults that share a sum hide each
// other, and then nothing is named.
type suspicion struct {
	figures map[string]*parser.Figure
	sums    []sum
	of      map[string][]int // the sums that a cell stands in
	cases   map[string]float64
}

// suspectsIn gives for each broken sum, by its name, the cell whose change to
// the value would settle all that it broke.
func suspectsIn(r *Subject) map[string]*Suspect {
	s := &suspicion{figures: r.cells, sums: r.sums, of: map[string][]int{}, cases: casesSaid(r)}
	for i := range s.sums {
		for _, id := range s.members(i) {
			s.of[id] = append(s.of[id], i)
		}
	}
	candidates := make([][]*Suspect, len(s.sums))
	for i := range s.sums {
		if s.sums[i].broken() {
			candidates[i] = s.candidates(i)
		}
	}
	named := map[string]*Suspect{}
	for i, list := range candidates {
		if len(list) == 1 && s.alone(candidates, list[0]) {
			named[s.sums[i].name()] = list[0]
		}
	}
	return named
}

// name tells a sum from all others of the report.
func (s *sum) name() string { return s.Relation.Rule + " " + s.Right[0] }

func (s *suspicion) members(i int) []string {
	return append(append([]string{}, s.sums[i].Left...), s.sums[i].Right...)
}

func (s *suspicion) candidates(i int) []*Suspect {
	var list []*Suspect
	for _, id := range s.members(i) {
		if c := s.candidate(id); c != nil {
			list = append(list, c)
		}
	}
	return list
}

// candidate is the change of a cell that settles all of its sums, nil when no
// change does.
func (s *suspicion) candidate(id string) *Suspect {
	change, any := 0.0, false
	for _, i := range s.of[id] {
		sum := &s.sums[i]
		if !sum.assessed {
			continue
		}
		needed := sum.right - sum.left
		if contains(sum.Right, id) {
			needed = -needed
		}
		if any && math.Abs(needed-change) > epsilon {
			return nil
		}
		change, any = needed, true
	}
	value := s.figures[id].Value + change
	if !any || math.Abs(change) <= epsilon || !s.possible(id, value) {
		return nil
	}
	return &Suspect{id, value}
}

// alone reports whether no broken sum of the cell has another candidate.
func (s *suspicion) alone(candidates [][]*Suspect, c *Suspect) bool {
	for _, i := range s.of[c.Figure] {
		if s.sums[i].broken() && len(candidates[i]) != 1 {
			return false
		}
	}
	return true
}

// possible reports whether the value can stand in the cell.
func (s *suspicion) possible(id string, value float64) bool {
	cell, ok := form.Find(id)
	if !ok || value < -epsilon || math.Abs(value-math.Round(value)) > epsilon {
		return false
	}
	return cell.Table.Key != form.Remedies || s.remedyPossible(cell, value)
}

// remedyPossible weighs what a change in table four would mean, since its
// sums alone never single out a cell. Cases cannot outnumber the applications
// they are about, and the text may tell their number.
func (s *suspicion) remedyPossible(cell form.Cell, value float64) bool {
	total := s.groupTotal(cell, value)
	if received, sure := s.received(); sure && total > received {
		return false
	}
	told, ok := s.cases[groupKey(cell)]
	return !ok || told == total
}

// groupKey is the column key of the total of a cell's group.
func groupKey(cell form.Cell) string {
	group, _, _ := strings.Cut(cell.Column.Key, ".")
	return group + ".total"
}

// casesSaid is what the prose says of a group's number of cases, by the column
// key of its total. Litigation is told for both branches together, so only
// that there was none says something of each.
func casesSaid(r *Subject) map[string]float64 {
	said := map[string]float64{}
	for i := range remedyKinds {
		k := &remedyKinds[i]
		claims := r.said(k.object, claim.Happened)
		for _, id := range k.totals {
			key := strings.TrimPrefix(id, form.Remedies+".")
			switch {
			case len(r.stated(claim.None, k.object, claim.Happened)) > 0:
				said[key] = 0
			case len(claims) == 1 && len(k.totals) == 1:
				said[key] = claims[0].Quantity.Value
			}
		}
	}
	return said
}

// groupTotal is the number of cases of a cell's group after the change; a cell
// of table four stands in one sum.
func (s *suspicion) groupTotal(cell form.Cell, value float64) float64 {
	group := &s.sums[s.of[cell.ID][0]]
	if contains(group.Right, cell.ID) {
		return value
	}
	return group.right
}

// received is the number of applications that the year had to deal with.
func (s *suspicion) received() (float64, bool) {
	fresh, ok := s.figures["applications.new.total"].Sure()
	carried, also := s.figures["applications.carried_in.total"].Sure()
	return fresh + carried, ok && also
}

func contains(list []string, id string) bool {
	for _, other := range list {
		if other == id {
			return true
		}
	}
	return false
}
