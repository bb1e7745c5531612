package similar

import "slices"

// Width is the length of a shingle in characters. Shorter runs are ordinary
// words of Chinese offices (政府信息公开工作 has eight), longer ones miss what
// was copied and then touched up here and there.
const Width = 8

// Text is passages prepared for comparison. Passages shorter than Width count
// for nothing.
type Text struct {
	passages []passage
	sorted   []uint64 // its shingles, each once
}

// passage is the length of a passage in characters, and its shingles: the one
// at i is of the characters from i on.
type passage struct {
	length   int
	shingles []uint64
}

// NewText prepares the passages of a text.
func NewText(passages []string) *Text {
	t := &Text{}
	for _, p := range passages {
		one := passageOf([]rune(p))
		t.passages = append(t.passages, one)
		t.sorted = append(t.sorted, one.shingles...)
	}
	slices.Sort(t.sorted)
	t.sorted = slices.Clip(slices.Compact(t.sorted))
	return t
}

func passageOf(characters []rune) passage {
	if len(characters) < Width {
		return passage{}
	}
	p := passage{len(characters), make([]uint64, len(characters)-Width+1)}
	for i := range p.shingles {
		p.shingles[i] = shingle(characters[i : i+Width])
	}
	return p
}

// shingle is a hash by FNV-1a, a character at a time, well mixed.
func shingle(characters []rune) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range characters {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return mix(h)
}

// mix is the finalizer of SplitMix64: every bit of x moves every bit of it.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Length is the number of characters that count.
func (t *Text) Length() int {
	sum := 0
	for _, p := range t.passages {
		sum += p.length
	}
	return sum
}

func (t *Text) has(shingle uint64) bool {
	_, found := slices.BinarySearch(t.sorted, shingle)
	return found
}

// covered marks the characters of a passage that stand in a shingle that is in
// the set.
func (p passage) covered(in func(uint64) bool) []bool {
	marks := make([]bool, p.length)
	end := 0 // of what is marked
	for i, s := range p.shingles {
		if !in(s) {
			continue
		}
		for j := max(i, end); j < i+Width; j++ {
			marks[j] = true
		}
		end = i + Width
	}
	return marks
}
