package wordml

import (
	"maps"
	"slices"
)

// near is how far apart two edges may be that are one, in twentieths of a
// point: programs round widths, and no column is as narrow as 2 points.
const near = 40

// columnsOf are the distinct edges of a table's rows, from the left.
func columnsOf(rows []Row) []int {
	all := map[int]bool{}
	for _, r := range rows {
		for _, edge := range r.Shape.Edges {
			all[edge] = true
		}
	}
	var distinct []int
	for _, edge := range slices.Sorted(maps.Keys(all)) {
		if len(distinct) == 0 || edge-distinct[len(distinct)-1] > near {
			distinct = append(distinct, edge)
		}
	}
	return distinct
}

// column is the index of the distinct edge that an edge is one with.
func column(distinct []int, edge int) int {
	i, _ := slices.BinarySearch(distinct, edge-near)
	return min(i, len(distinct)-1)
}
