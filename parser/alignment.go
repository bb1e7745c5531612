package parser

import "math"

// alignment says which rows of two lists belong together, both in their order.
type alignment struct {
	total float64
	at    []int     // by row of the first list: its row in the second, -1 for none
	lead  []float64 // by row of the first list: by how much the best total without that is lower
}

// alone, in the unit of the scores, is for a row that belongs to none: better than one
// that agrees in nothing, so that a row that was lost, or cut in two, shifts no other.
const alone = -0.3

// align finds the alignment of n and m rows that has the highest sum of scores.
func align(n, m int, score func(i, j int) float64) alignment {
	scores := make([][]float64, n)
	for i := range scores {
		scores[i] = make([]float64, m)
		for j := range scores[i] {
			scores[i][j] = score(i, j)
		}
	}
	above, below := bestAbove(scores, m), bestBelow(scores, m)
	a := alignment{total: below[0][0]}
	for i := range n {
		at, best, next := -1, bestAlone(above[i], below[i+1]), math.Inf(-1)
		for j := range m {
			through := above[i][j] + scores[i][j] + below[i+1][j+1]
			if through > best {
				at, best, through = j, through, best
			}
			next = max(next, through)
		}
		a.at, a.lead = append(a.at, at), append(a.lead, best-next)
	}
	return a
}

// bestAbove is, at i and j, the best total of the first i and the first j rows.
func bestAbove(scores [][]float64, m int) [][]float64 {
	best := make([][]float64, len(scores)+1)
	for i := range best {
		best[i] = make([]float64, m+1)
		for j := range best[i] {
			switch {
			case i == 0 || j == 0:
				best[i][j] = float64(i+j) * alone
			default:
				best[i][j] = max(best[i-1][j-1]+scores[i-1][j-1], best[i-1][j]+alone, best[i][j-1]+alone)
			}
		}
	}
	return best
}

// bestBelow is, at i and j, the best total of the rows from i and from j on.
func bestBelow(scores [][]float64, m int) [][]float64 {
	n := len(scores)
	best := make([][]float64, n+1)
	for i := n; i >= 0; i-- {
		best[i] = make([]float64, m+1)
		for j := m; j >= 0; j-- {
			switch {
			case i == n || j == m:
				best[i][j] = float64(n-i+m-j) * alone
			default:
				best[i][j] = max(best[i+1][j+1]+scores[i][j], best[i+1][j]+alone, best[i][j+1]+alone)
			}
		}
	}
	return best
}

// bestAlone is the best total in which the row between belongs to none.
func bestAlone(above, below []float64) float64 {
	best := math.Inf(-1)
	for j := range above {
		best = max(best, above[j]+alone+below[j])
	}
	return best
}
