package similar

import (
	"cmp"
	"math/bits"
	"slices"
)

// commonIn returns the set of the shingles that stand in more than so many
// groups, and nobody for 0. Almost all shingles of a run are rare: a first
// count in slots that several may share finds those that could be common, with
// little memory, and only these are counted one by one.
func commonIn(list []Document, groups int) func(uint64) bool {
	if groups <= 0 {
		return nobody
	}
	list = byGroup(list)
	rough := roughCount(list)
	exact := map[uint64]tally{}
	eachOnce(list, func(x uint64, group int32) {
		if rough.at(x).count > int32(groups) {
			t := exact[x]
			t.add(group)
			exact[x] = t
		}
	})
	return func(x uint64) bool { return exact[x].count > int32(groups) }
}

func byGroup(list []Document) []Document {
	return slices.SortedStableFunc(slices.Values(list), func(a, b Document) int { return cmp.Compare(a.Group, b.Group) })
}

// eachOnce goes through the shingles of texts sorted by group; groups count from 1.
func eachOnce(list []Document, visit func(shingle uint64, group int32)) {
	group := int32(0)
	for i, d := range list {
		if i == 0 || d.Group != list[i-1].Group {
			group++
		}
		for _, x := range d.Text.sorted {
			visit(x, group)
		}
	}
}

// tally is a number of groups, which come one after the other.
type tally struct{ last, count int32 }

func (t *tally) add(group int32) {
	if t.last != group {
		t.last = group
		t.count++
	}
}

// slots are tallies that shingles share by the lower bits of their hash: a
// count is never too low.
type slots []tally

// mostSlots bounds the memory: 32 MB.
const mostSlots = 1 << 22

func roughCount(list []Document) slots {
	total := 0
	for _, d := range list {
		total += len(d.Text.sorted)
	}
	s := make(slots, min(1<<bits.Len(uint(total)), mostSlots))
	eachOnce(list, func(x uint64, group int32) { s.at(x).add(group) })
	return s
}

func (s slots) at(shingle uint64) *tally { return &s[shingle&uint64(len(s)-1)] }
