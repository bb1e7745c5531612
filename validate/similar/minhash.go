package similar

// The signature is cut into bands of rows. Two texts that have the share s of
// their shingles in common agree in some whole band with the probability
// 1-(1-s^rows)^bands: 82 % at a half, 99.9 % at two thirds, below 1 % at an eighth.
const (
	rows  = 4
	bands = 32
)

// signature is the MinHash of a text: under each of so many orders of all
// shingles, the one of the text's that comes first.
type signature [rows * bands]uint32

// factors and terms make the orders: a shingle x stands at x·factor+term, of
// which the upper half counts.
var factors, terms = orders()

func orders() (factors, terms signature64) {
	for i := range factors {
		factors[i] = mix(uint64(2*i+1)) | 1
		terms[i] = mix(uint64(2*i + 2))
	}
	return factors, terms
}

type signature64 [rows * bands]uint64

// sign makes the signature of the shingles that are no common ones; false when
// there are none.
func (t *Text) sign(common func(uint64) bool) (signature, bool) {
	var least signature
	for i := range least {
		least[i] = ^uint32(0)
	}
	any := false
	for _, x := range t.sorted {
		if common(x) {
			continue
		}
		any = true
		for i := range least {
			least[i] = min(least[i], uint32((x*factors[i]+terms[i])>>32))
		}
	}
	return least, any
}

// band is a hash of one band of a signature.
func (s *signature) band(index int) uint64 {
	h := uint64(index)
	for _, x := range s[index*rows : (index+1)*rows] {
		h = mix(h<<32 ^ h ^ uint64(x))
	}
	return h
}
