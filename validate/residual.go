package validate

import (
	"math"

	"gouji/parser"
	"gouji/parser/form"
)

// system is the part of a report's sums that hang together through the cells
// they share: table three is one, each group of table four is one. Its unknowns
// are the cells, its equations the sums, and what an equation is off by is its
// residual. A wrong cell leaves its error in every equation that it stands in:
// that pattern is what tells the cell.
type system struct {
	unknowns  []unknown
	equations []equation

	rows, columns int   // how many rows and columns have a broken equation
	off           []int // broken equations of each column; the balance is the column's second
}

// unknown is a cell with the value that it is held to have.
type unknown struct {
	figure *parser.Figure
	id     string
	value  float64 // 0 while not known
	known  bool    // a number that the reader is sure of
	terms  []term  // the equations that it stands in
}

// equation is a sum with what it is off by.
type equation struct {
	sum      *sum
	terms    []term  // its cells
	residual float64 // left side less right side
	open     int     // cells whose value is not known
	was      bool    // broken before a slip that is tried
}

// term joins an unknown and an equation: at is the index of the other one,
// sign +1 on the left side and -1 on the right.
type term struct {
	at   int
	sign float64
}

func (q *equation) broken() bool { return q.open == 0 && math.Abs(q.residual) > epsilon }

// alongRow reports whether the equation adds up a row, not a column.
func (q *equation) alongRow() bool { return q.sum.Relation.Axis == form.EachRow }

// systemsOf parts a report's sums into systems, in the order of the sums.
func systemsOf(r *Subject) []*system {
	var list []*system
	for _, members := range connected(r.sums) {
		list = append(list, newSystem(r, members))
	}
	return list
}

// connected gives the indices of sums that share cells, directly or by others.
func connected(sums []sum) [][]int {
	parts := newParts(len(sums))
	first := map[string]int{}
	for i := range sums {
		for _, ids := range [][]string{sums[i].Left, sums[i].Right} {
			for _, id := range ids {
				if j, met := first[id]; met {
					parts.join(i, j)
				} else {
					first[id] = i
				}
			}
		}
	}
	return parts.list()
}

func newSystem(r *Subject, members []int) *system {
	s := &system{equations: make([]equation, len(members))}
	index := map[string]int{}
	for i, at := range members {
		q := &s.equations[i]
		q.sum = &r.sums[at]
		if !q.alongRow() && q.sum.Number >= len(s.off) {
			s.off = append(s.off, make([]int, q.sum.Number+1-len(s.off))...)
		}
		s.addTerms(r, i, index)
	}
	for i := range s.equations {
		s.count(&s.equations[i], 1)
	}
	return s
}

// addTerms enters the cells of an equation.
func (s *system) addTerms(r *Subject, equation int, index map[string]int) {
	q := &s.equations[equation]
	for side, ids := range [][]string{q.sum.Left, q.sum.Right} {
		sign := 1 - 2*float64(side)
		for _, id := range ids {
			at, met := index[id]
			if !met {
				at = len(s.unknowns)
				index[id] = at
				figure := r.cells[id]
				value, sure := figure.Sure()
				s.unknowns = append(s.unknowns, unknown{figure: figure, id: id, value: value, known: sure})
			}
			u := &s.unknowns[at]
			u.terms = append(u.terms, term{equation, sign})
			q.terms = append(q.terms, term{at, sign})
			q.residual += sign * u.value
			if !u.known {
				q.open++
			}
		}
	}
}

// put lets a cell hold a value, known or not, and brings the residuals along.
func (s *system) put(cell int, value float64, known bool) {
	u := &s.unknowns[cell]
	for _, t := range u.terms {
		q := &s.equations[t.at]
		s.count(q, -1)
		q.residual += t.sign * (value - u.value)
		if u.known && !known {
			q.open++
		} else if !u.known && known {
			q.open--
		}
		s.count(q, 1)
	}
	u.value, u.known = value, known
}

// count enters a broken equation into the numbers of rows and columns, or
// takes it out.
func (s *system) count(q *equation, change int) {
	if !q.broken() {
		return
	}
	if q.alongRow() {
		s.rows += change
		return
	}
	was := s.off[q.sum.Number] > 0
	s.off[q.sum.Number] += change
	if is := s.off[q.sum.Number] > 0; is != was {
		s.columns += change
	}
}

// settled reports whether every equation that can be assessed holds.
func (s *system) settled() bool { return s.rows == 0 && s.columns == 0 }

// broken lists the indices of the equations that do not hold.
func (s *system) broken() []int {
	var list []int
	for i := range s.equations {
		if s.equations[i].broken() {
			list = append(list, i)
		}
	}
	return list
}

// parts groups numbers from 0 that are joined, directly or by others.
type parts []int

func newParts(n int) parts {
	p := make(parts, n)
	for i := range p {
		p[i] = i
	}
	return p
}

func (p parts) join(a, b int) { p[p.of(b)] = p.of(a) }

// of names the part that a number is in, by one of its members.
func (p parts) of(i int) int {
	for p[i] != i {
		i = p[i]
	}
	return i
}

// list gives the parts, each in rising order, by their first members.
func (p parts) list() [][]int {
	var all [][]int
	at := map[int]int{}
	for i := range p {
		root := p.of(i)
		if _, met := at[root]; !met {
			at[root] = len(all)
			all = append(all, nil)
		}
		all[at[root]] = append(all[at[root]], i)
	}
	return all
}
