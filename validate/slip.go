package validate

import (
	"slices"
	"strconv"

	"gouji/parser"
	"gouji/parser/form"
)

// slip is one thing that went wrong when a table was filled in, and what would
// put it right: one number, or several that belong together.
type slip struct {
	kind   slipKind
	edits  []edit         // of different cells
	by     int            // for shifted: +1 when the numbers belong one column to the right, else -1
	of     *form.Relation // for leftAtZero: whose totals they are
	number int            // from 1 among the slips of several cells of a system
}

// edit lets a cell, by its index in the system, hold a value.
type edit struct {
	cell  int
	value float64
	open  bool // no value: this undoes an edit of a cell that had none
}

type slipKind int

const (
	wrongNumber slipKind = iota // one cell
	swapped                     // two cells hold each other's number, one of which may be 0
	shifted                     // numbers of a row stand one column further on
	leftAtZero                  // totals were never filled in
)

// settles is how many broken equations a slip of several cells must explain: a
// coincidence easily explains fewer. What is lost in a shift is made up from the
// row's total, so a shift must explain one more.
var settles = map[slipKind]int{swapped: 2, shifted: 3, leftAtZero: 2}

// slipsOf finds the slips of several cells that would mend enough.
func slipsOf(s *system) []slip {
	candidates := slices.Concat(totalsLeft(s), swaps(s), shifts(s))
	list := slices.DeleteFunc(candidates, func(c slip) bool { return !mends(s, c) })
	for i := range list {
		list[i].number = i + 1
	}
	return list
}

// mends reports whether a slip explains enough broken equations and breaks none.
func mends(s *system, c slip) bool {
	for i := range s.equations {
		s.equations[i].was = s.equations[i].broken()
	}
	undo := s.apply(c.edits)
	settled, worse := 0, false
	for i := range s.equations {
		q := &s.equations[i]
		switch is := q.broken(); {
		case q.was && !is:
			settled++
		case is && !q.was:
			worse = true
		}
	}
	s.apply(undo)
	return !worse && settled >= settles[c.kind]
}

// apply makes edits and gives those that undo them.
func (s *system) apply(edits []edit) (undo []edit) {
	undo = make([]edit, 0, len(edits))
	for _, e := range edits {
		u := &s.unknowns[e.cell]
		undo = append(undo, edit{e.cell, u.value, !u.known})
		s.put(e.cell, e.value, !e.open)
	}
	return undo
}

// totalsLeft finds totals of one kind, at least two, that hold 0 while their
// parts do not.
func totalsLeft(s *system) []slip {
	var list []slip
	for i := range s.equations {
		q := &s.equations[i]
		total := q.terms[len(q.terms)-1].at
		if len(q.sum.Right) != 1 || !q.broken() || s.unknowns[total].value != 0 {
			continue
		}
		at := slices.IndexFunc(list, func(c slip) bool { return c.of == q.sum.Relation })
		if at < 0 {
			at, list = len(list), append(list, slip{kind: leftAtZero, of: q.sum.Relation})
		}
		list[at].edits = append(list[at].edits, edit{cell: total, value: q.residual})
	}
	return slices.DeleteFunc(list, func(c slip) bool { return len(c.edits) < 2 })
}

// swaps finds cells of one row or column that would mend by changing places.
func swaps(s *system) []slip {
	var list []slip
	suspicious := s.cellsOfBroken()
	for i, a := range suspicious {
		for _, b := range suspicious[i+1:] {
			u, v := &s.unknowns[a], &s.unknowns[b]
			if u.known && v.known && u.value != v.value && s.share(a, b) {
				list = append(list, slip{kind: swapped, edits: []edit{{cell: a, value: v.value}, {cell: b, value: u.value}}})
			}
		}
	}
	return list
}

// cellsOfBroken lists the cells that stand in a broken equation.
func (s *system) cellsOfBroken() []int {
	var list []int
	for i := range s.unknowns {
		if slices.ContainsFunc(s.unknowns[i].terms, func(t term) bool { return s.equations[t.at].broken() }) {
			list = append(list, i)
		}
	}
	return list
}

// share reports whether two cells stand in one row or one column.
func (s *system) share(a, b int) bool {
	for _, t := range s.unknowns[a].terms {
		for _, o := range s.unknowns[b].terms {
			p, q := &s.equations[t.at], &s.equations[o.at]
			if t.at == o.at || !p.alongRow() && !q.alongRow() && p.sum.Number == q.sum.Number {
				return true
			}
		}
	}
	return false
}

// shifts finds rows whose numbers mend by moving one column to the right or to
// the left.
func shifts(s *system) []slip {
	var list []slip
	for i := range s.equations {
		q := &s.equations[i]
		if !q.alongRow() {
			continue
		}
		total := len(q.terms) - 1
		for _, last := range []int{total - 1, total} {
			for first := 0; first < last; first++ {
				for _, by := range []int{1, -1} {
					if edits := s.shift(q.terms, first, last, by); len(edits) >= settles[shifted] {
						list = append(list, slip{kind: shifted, edits: edits, by: by})
					}
				}
			}
		}
	}
	return list
}

// shift moves the numbers of a row from the first to the last of its cells by
// one. The cell that they leave is filled so that the row adds up, the one
// that they push out must be empty.
func (s *system) shift(row []term, first, last, by int) []edit {
	left, out := first, last
	if by < 0 {
		left, out = last, first
	}
	if !s.unknowns[row[out].at].empty() {
		return nil
	}
	values := make([]float64, len(row))
	rest := 0.0
	for i, t := range row {
		from := i
		if i >= first && i <= last {
			from = i - by
		}
		if i == left {
			continue
		}
		if u := &s.unknowns[row[from].at]; !u.known {
			return nil
		}
		values[i] = s.unknowns[row[from].at].value
		rest += t.sign * values[i]
	}
	if values[left] = 0 - row[left].sign*rest; values[left] < 0 {
		return nil
	}
	return s.changes(row, values)
}

// changes are the edits that let the cells of a row hold the values.
func (s *system) changes(row []term, values []float64) []edit {
	var edits []edit
	for i, t := range row {
		if u := &s.unknowns[t.at]; !u.known || u.value != values[i] {
			edits = append(edits, edit{cell: t.at, value: values[i]})
		}
	}
	return edits
}

// empty reports whether a cell surely holds nothing: 0, or nothing printed.
func (u *unknown) empty() bool {
	if u.known {
		return u.value == 0
	}
	return u.figure != nil && u.figure.State == parser.Blank && u.figure.Doubt == ""
}

// digitSlip is how a number may have been mistyped.
type digitSlip int

const (
	noSlip      digitSlip = iota
	transposed            // 12 for 21
	digitLost             // 12 for 123, 1 for 10
	digitDouble           // 1000 for 100, 123 for 12
)

// slipOfDigits says how printed could have become of right. One digit can be
// made of any two by losing another, so that says something only of a 0.
func slipOfDigits(printed, right float64) digitSlip {
	p, r := digits(printed), digits(right)
	switch {
	case len(p) == len(r) && isTransposed(p, r):
		return transposed
	case lacksDigit(p, r):
		return digitLost
	case lacksDigit(r, p):
		return digitDouble
	}
	return noSlip
}

func digits(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// isTransposed reports whether two neighbouring digits have changed places.
func isTransposed(p, r string) bool {
	for i := 1; i < len(p); i++ {
		if p[i] != p[i-1] && p[:i-1]+p[i:i+1]+p[i-1:i]+p[i+1:] == r {
			return true
		}
	}
	return false
}

// lacksDigit reports whether short is long without one of its digits.
func lacksDigit(short, long string) bool {
	if len(short)+1 != len(long) || short == "0" {
		return false
	}
	for i := range long {
		if long[:i]+long[i+1:] == short && (len(short) > 1 || long[i] == '0') {
			return true
		}
	}
	return false
}
