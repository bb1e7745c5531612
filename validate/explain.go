package validate

import (
	"cmp"
	"math"
	"slices"
)

// way is one explanation of what is broken in a system: slips that together
// let every equation hold.
type way []slip

// The search is bounded, so that a table full of errors takes no longer than
// others; what lies beyond stays unexplained.
const (
	mostSlips = 5    // in one table; more are no slips any more
	mostWays  = 2000 // of the same size
	mostWork  = 2500 // edits tried, some 5 ms
)

// search looks for the smallest explanations: all those with the fewest slips.
//
// It tries single cells by letting a broken equation hold. That is complete:
// where the fewest cells are wrong, some equation has only one of them, for if
// each shared all of its equations with others, one of them could be spared.
// Slips of several cells come first on every path.
type search struct {
	*system
	possible func(cell int, value float64) bool
	slips    []slip // of several cells

	path  way
	tried map[pathKey]bool
	ways  []way
	work  int
}

// pathKey is a set of slips: those of single cells in the order of the cells,
// and the numbers of those of several.
type pathKey struct {
	edits [mostSlips]edit
	slips int
}

// explain gives the smallest explanations of what is broken in a system, none
// when there are too many errors. all tells that none was left out.
func explain(s *system, possible func(int, float64) bool) (ways []way, all bool) {
	found := &search{system: s, possible: possible, slips: slipsOf(s)}
	for most := 1; most <= mostSlips && len(found.ways) == 0; most++ {
		found.tried = map[pathKey]bool{}
		found.extend(most, 0)
		if found.work > mostWork {
			return nil, false
		}
	}
	return found.ways, len(found.ways) < mostWays
}

// extend adds at most so many slips to the path; those of several cells from
// the next on.
func (s *search) extend(most, next int) {
	if s.settled() {
		s.ways = append(s.ways, slices.Clone(s.path))
		return
	}
	if most == 0 || len(s.ways) >= mostWays || s.work > mostWork {
		return
	}
	for i := next; i < len(s.slips); i++ {
		if mends(s.system, s.slips[i]) && s.touchesNone(s.slips[i]) {
			s.try(s.slips[i], most-1, i+1)
		}
	}
	// A cell stands in one row and one column.
	if s.rows <= most && s.columns <= most {
		s.extendByCells(most)
	}
}

// touchesNone reports whether no cell of the slip is on the path.
func (s *search) touchesNone(c slip) bool {
	for _, e := range c.edits {
		if s.onPath(e.cell) {
			return false
		}
	}
	return true
}

func (s *search) onPath(cell int) bool {
	for i := range s.path {
		for _, e := range s.path[i].edits {
			if e.cell == cell {
				return true
			}
		}
	}
	return false
}

func (s *search) extendByCells(most int) {
	for i := range s.equations {
		if !s.equations[i].broken() {
			continue
		}
		for _, t := range s.equations[i].terms {
			u := &s.unknowns[t.at]
			value := u.value - t.sign*s.equations[i].residual
			if s.possible(t.at, value) && !s.onPath(t.at) {
				s.try(slip{edits: []edit{{cell: t.at, value: value}}}, most-1, len(s.slips))
			}
		}
	}
}

// try goes on with a slip on the path, unless the same were tried in another
// order.
func (s *search) try(c slip, most, next int) {
	s.path = append(s.path, c)
	defer func() { s.path = s.path[:len(s.path)-1] }()
	if c.kind == wrongNumber {
		key := s.key()
		if s.tried[key] {
			return
		}
		s.tried[key] = true
	}
	s.work++
	undo := s.apply(c.edits)
	s.extend(most, next)
	s.apply(undo)
}

func (s *search) key() pathKey {
	var key pathKey
	n := 0
	for _, c := range s.path {
		if c.kind == wrongNumber {
			key.edits[n] = c.edits[0]
			n++
		} else {
			key.slips = key.slips*(len(s.slips)+1) + c.number
		}
	}
	slices.SortFunc(key.edits[:n], byCell)
	return key
}

func byCell(a, b edit) int {
	return cmp.Or(cmp.Compare(a.cell, b.cell), cmp.Compare(a.value, b.value))
}

// wholeCount reports whether a value can be a number of things.
func wholeCount(value float64) bool {
	return value > -epsilon && math.Abs(value-math.Round(value)) <= epsilon
}
