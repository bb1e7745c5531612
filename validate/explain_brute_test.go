package validate_test

import (
	"math/bits"

	"gouji/parser/form"
)

// residuals of table three as they follow from the form, worked out apart from
// the program: what each identity is off by, and which a cell stands in, as bits.
type residuals struct {
	off         []float64
	broken      uint64
	value       []float64 // by cell
	left, right []uint64
}

func newResiduals(d *table) *residuals {
	applications := form.Of(form.Edition2021).Table(form.Applications)
	r, index := &residuals{}, map[string]int{}
	for i, cell := range applications.Cells() {
		index[cell.ID], r.value = i, append(r.value, d.value(cell.ID))
	}
	r.left, r.right = make([]uint64, len(r.value)), make([]uint64, len(r.value))
	for i, identity := range applications.Identities() {
		for _, id := range identity.Left {
			r.left[index[id]] |= 1 << i
		}
		for _, id := range identity.Right {
			r.right[index[id]] |= 1 << i
		}
		r.off = append(r.off, d.sum(identity.Left)-d.sum(identity.Right))
		if r.off[i] != 0 {
			r.broken |= 1 << i
		}
	}
	return r
}

func (r *residuals) in(cell int) uint64 { return r.left[cell] | r.right[cell] }

func (r *residuals) sign(cell, identity int) float64 {
	if r.right[cell]>>identity&1 == 1 {
		return -1
	}
	return float64(r.left[cell] >> identity & 1)
}

// mendedBy reports whether changes of one or two cells let all identities hold.
// Each cell stands in one that the other does not: that tells its change.
func (r *residuals) mendedBy(a, b int) bool {
	if r.broken&^(r.in(a)|r.in(b)) != 0 {
		return false
	}
	byA, byB := 0.0, 0.0
	if a == b {
		i := bits.TrailingZeros64(r.in(a))
		byA = -r.sign(a, i) * r.off[i]
	} else {
		i, j := bits.TrailingZeros64(r.in(a)&^r.in(b)), bits.TrailingZeros64(r.in(b)&^r.in(a))
		byA, byB = -r.sign(a, i)*r.off[i], -r.sign(b, j)*r.off[j]
	}
	for i, off := range r.off {
		if off+r.sign(a, i)*byA+r.sign(b, i)*byB != 0 {
			return false
		}
	}
	return r.value[a]+byA >= 0 && r.value[b]+byB >= 0
}

// decidable reports whether no single cell explains what two faults broke, and
// only one pair of cells does: theirs.
func (d *table) decidable() bool {
	r, pairs := newResiduals(d), 0
	for a := range r.value {
		if r.mendedBy(a, a) {
			return false
		}
		for b := a + 1; b < len(r.value); b++ {
			if r.mendedBy(a, b) {
				pairs++
			}
		}
	}
	return pairs == 1
}
