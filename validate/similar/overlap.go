package similar

import (
	"cmp"
	"slices"
)

// Side is one text of two, in characters.
type Side struct {
	All     int // that count
	AllSame int // of these, those that the other text has too
	Own     int // without what very many texts share
	OwnSame int
}

// Share is how much of a side's own text the other has too: 0 to 1.
func (s Side) Share() float64 { return share(s.OwnSame, s.Own) }

func share(same, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(same) / float64(all)
}

// Overlap is what two texts have in common, seen from each of them.
type Overlap struct{ Here, There Side }

// Compare says how much two texts have in common.
func Compare(here, there *Text) Overlap { return compare(here, there, nobody) }

// nobody is the set of common shingles when there are none.
func nobody(uint64) bool { return false }

func compare(here, there *Text, common func(uint64) bool) Overlap {
	return Overlap{here.side(there, common), there.side(here, common)}
}

// side measures a text against another. What touches a common shingle is common.
func (t *Text) side(other *Text, common func(uint64) bool) Side {
	var s Side
	for _, p := range t.passages {
		same, shared := p.covered(other.has), p.covered(common)
		for i := range same {
			s.count(same[i], !shared[i])
		}
	}
	return s
}

func (s *Side) count(same, own bool) {
	s.All++
	if own {
		s.Own++
	}
	if same {
		s.AllSame++
	}
	if same && own {
		s.OwnSame++
	}
}

// Share is the share of the side of which less stands in the other: a short text
// that a long one contains is not the same text.
func (o Overlap) Share() float64 { return min(o.Here.Share(), o.There.Share()) }

// least is the smallest share, with what is common and without.
func (o Overlap) least() float64 {
	return min(o.Share(), share(o.Here.AllSame, o.Here.All), share(o.There.AllSame, o.There.All))
}

// Match is two passages that stand beside each other.
type Match struct {
	Here, There int // their indices
	Same        int // characters of the first that the second has too
}

// Beside gives the passages of a text that have most in common with one of
// another, each with that one, at most so many, in the order of the text.
func (t *Text) Beside(other *Text, most int) []Match {
	home := other.homes()
	var list []Match
	for i, p := range t.passages {
		if there := mostOf(p, home); there >= 0 {
			list = append(list, Match{i, there, sameAs(p, other.passages[there])})
		}
	}
	slices.SortStableFunc(list, func(a, b Match) int { return cmp.Compare(b.Same, a.Same) })
	list = list[:min(len(list), most)]
	slices.SortFunc(list, func(a, b Match) int { return cmp.Compare(a.Here, b.Here) })
	return list
}

// homes tells of every shingle the first passage that it stands in.
func (t *Text) homes() map[uint64]int {
	home := map[uint64]int{}
	for i, p := range t.passages {
		for _, s := range p.shingles {
			if _, known := home[s]; !known {
				home[s] = i
			}
		}
	}
	return home
}

// mostOf is the passage that is home to most shingles of one, -1 when none is to any.
func mostOf(p passage, home map[uint64]int) int {
	votes, best := map[int]int{}, -1
	for _, s := range p.shingles {
		there, known := home[s]
		if !known {
			continue
		}
		votes[there]++
		if best < 0 || votes[there] > votes[best] {
			best = there
		}
	}
	return best
}

func sameAs(p, other passage) int {
	same := 0
	for _, mark := range p.covered(func(s uint64) bool { return slices.Contains(other.shingles, s) }) {
		if mark {
			same++
		}
	}
	return same
}
