package similar

import (
	"cmp"
	"slices"
)

// Document is a text among others.
type Document struct {
	Text *Text
	// Group is whose text it is: texts of one group are never paired, and count
	// once when it is asked how many share a shingle.
	Group string
}

// Search says which pairs are looked for.
type Search struct {
	Least    float64 // share of each text that the other must have; a half or more is found for sure enough
	Shortest int     // characters of its own that each text must have
	CommonIn int     // groups; what stands in more counts for nothing; 0 is no such bound
	// Akin tells of two documents that may be of one group after all, so that
	// they are not paired; nil when groups tell all.
	Akin func(a, b int) bool
}

// Pair is two documents by their indices, the first below the second.
type Pair struct {
	First, Second int
	Overlap
}

// Neighbours is how many of the documents that agree in a band, before it and
// after it, a document is tried with. In a larger crowd of alike texts each still
// meets that many.
const Neighbours = 32

// Pairs finds the pairs of documents that say the same, in order.
func (s Search) Pairs(list []Document) []Pair {
	common := commonIn(list, s.CommonIn)
	var pairs []Pair
	for _, c := range s.candidates(list, common) {
		a, b := int(c>>32), int(c&0xffffffff)
		if list[a].Group == list[b].Group || s.Akin != nil && s.Akin(a, b) {
			continue
		}
		o := compare(list[a].Text, list[b].Text, common)
		if o.least() >= s.Least && min(o.Here.Own, o.There.Own) >= s.Shortest {
			pairs = append(pairs, Pair{a, b, o})
		}
	}
	return pairs
}

// candidates are the pairs that agree in a band, each once, in order: the first
// index in the upper half, the second in the lower.
func (s Search) candidates(list []Document, common func(uint64) bool) []uint64 {
	type entry struct {
		band  uint64
		index int
	}
	byBand := make([][]entry, bands)
	for i, d := range list {
		if d.Text.Length() < s.Shortest {
			continue
		}
		if signature, any := d.Text.sign(common); any {
			for b := range byBand {
				byBand[b] = append(byBand[b], entry{signature.band(b), i})
			}
		}
	}
	var found []uint64
	for _, entries := range byBand {
		slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.band, b.band), cmp.Compare(a.index, b.index)) })
		for i, a := range entries {
			for _, b := range entries[i+1 : min(i+1+Neighbours, len(entries))] {
				if b.band != a.band {
					break
				}
				found = append(found, uint64(a.index)<<32|uint64(b.index))
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
