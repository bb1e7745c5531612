package similar

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// scribe writes texts that have nothing in common: characters by chance, in
// sentences of an office's length.
type scribe struct{ *rand.Rand }

func newScribe(seed uint64) scribe { return scribe{rand.New(rand.NewPCG(seed, 1))} }

func (s scribe) sentence() string {
	var b strings.Builder
	for range 20 + s.IntN(40) {
		b.WriteRune(rune(0x4e00 + s.IntN(3000)))
	}
	return b.String()
}

func (s scribe) sentences(n int) []string {
	var list []string
	for range n {
		list = append(list, s.sentence())
	}
	return list
}

// touchedUp exchanges one character in so many.
func (s scribe) touchedUp(list []string, oneIn int) []string {
	var changed []string
	for _, sentence := range list {
		changed = append(changed, strings.Map(func(r rune) rune {
			if s.IntN(oneIn) == 0 {
				return '改'
			}
			return r
		}, sentence))
	}
	return changed
}

func overlapOf(here, there []string) Overlap { return Compare(NewText(here), NewText(there)) }

func TestShareOfTheSameText(t *testing.T) {
	s := newScribe(1)
	text := s.sentences(20)
	moved := append(slices.Clone(text[10:]), text[:10]...)
	assert.Equal(t, 1.0, overlapOf(text, text).Share())
	assert.Equal(t, 1.0, overlapOf(text, moved).Share(), "sentences may change places")
	assert.Zero(t, overlapOf(text, s.sentences(20)).Share())
}

func TestAChangedWordTakesOnlyItselfAway(t *testing.T) {
	here := []string{"文件起草时标明公开属性，拟不公开的写明理由。"}
	there := []string{"文件起草时标明公开属性，拟不公布的写明理由。"}
	o := overlapOf(here, there)
	assert.Equal(t, Side{All: 22, AllSame: 15, Own: 22, OwnSame: 15}, o.Here, "seven characters after it are too few to tell")
	o = overlapOf([]string{here[0] + "群众意见逐条回复"}, []string{there[0] + "群众意见逐条回复"})
	assert.Equal(t, 29, o.Here.AllSame)
}

func TestAShortTextInALongOneIsNotTheSame(t *testing.T) {
	long := newScribe(2).sentences(20)
	o := overlapOf(long[:5], long)
	assert.Equal(t, 1.0, o.Here.Share())
	assert.Less(t, o.Share(), 0.4)
}

func TestPassagesShorterThanAShingleCountForNothing(t *testing.T) {
	text := NewText([]string{"监督保障", "", "平台建设情况"})
	assert.Zero(t, text.Length())
	assert.Zero(t, Compare(text, text).Share())
}

func TestPassagesStandBesideEachOther(t *testing.T) {
	s := newScribe(3)
	text := s.sentences(4)
	other := []string{text[2], s.sentence(), text[0] + s.sentence(), s.touchedUp(text[3:], 20)[0]}
	var beside []string
	for _, m := range NewText(text).Beside(NewText(other), 3) {
		beside = append(beside, fmt.Sprint(m.Here, "-", m.There))
	}
	assert.Equal(t, []string{"0-2", "2-0", "3-3"}, beside, "in the order of the first text; passage 1 stands beside none")
	assert.Len(t, NewText(text).Beside(NewText(other), 1), 1)
}

// season is reports as a season brings them: most by themselves, some copied
// from another and touched up.
func season(seed uint64, n int) []Document {
	s := newScribe(seed)
	var list []Document
	var texts [][]string
	for i := range n {
		text := s.sentences(30)
		if i > 0 && i%10 == 0 {
			text = s.touchedUp(texts[s.IntN(i)], 5+s.IntN(60))
		}
		texts = append(texts, text)
		list = append(list, Document{NewText(text), fmt.Sprint("organ ", i)})
	}
	return list
}

// What all pairs would give, and nothing else.
func TestSearchFindsWhatComparingAllPairsFinds(t *testing.T) {
	list := season(4, 120)
	search := Search{Least: 0.85, Shortest: 500}
	var want []Pair
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			if o := Compare(list[i].Text, list[j].Text); o.Share() >= search.Least {
				want = append(want, Pair{i, j, o})
			}
		}
	}
	require.Greater(t, len(want), 3)
	require.Less(t, len(want), 12, "some copies are touched up too much")
	assert.Equal(t, want, search.Pairs(list))
}

func documents(texts ...[]string) []Document {
	var list []Document
	for i, text := range texts {
		list = append(list, Document{NewText(text), fmt.Sprint("organ ", i)})
	}
	return list
}

func TestTextsOfOneGroupAreNotPaired(t *testing.T) {
	text := newScribe(5).sentences(20)
	list := documents(text, text, text)
	list[2].Group = list[0].Group
	var pairs [][2]int
	for _, p := range (Search{Least: 0.9}).Pairs(list) {
		pairs = append(pairs, [2]int{p.First, p.Second})
	}
	assert.Equal(t, [][2]int{{0, 1}, {1, 2}}, pairs)
	akin := Search{Least: 0.9, Akin: func(a, b int) bool { return a == 0 || b == 0 }}
	assert.Len(t, akin.Pairs(list), 1)
}

func TestShortTextsAreNotPaired(t *testing.T) {
	text := newScribe(6).sentences(5)
	list := documents(text, text)
	length := list[0].Text.Length()
	assert.Len(t, Search{Least: 0.9, Shortest: length}.Pairs(list), 1)
	assert.Empty(t, Search{Least: 0.9, Shortest: length + 1}.Pairs(list))
}

// A form that the office sent round stands in every report; what each wrote
// into it is its own.
func TestWhatVeryManyShareCountsForNothing(t *testing.T) {
	s := newScribe(7)
	form, copied := s.sentences(20), s.sentences(5)
	var texts [][]string
	for range 12 {
		texts = append(texts, slices.Concat(form, s.sentences(5)))
	}
	texts = append(texts, slices.Concat(form, copied), slices.Concat(form, copied))
	list := documents(texts...)
	assert.Len(t, Search{Least: 0.75}.Pairs(list), 14*13/2, "without a bound all are alike")
	pairs := Search{Least: 0.75, CommonIn: 10}.Pairs(list)
	require.Len(t, pairs, 1)
	assert.Equal(t, [2]int{12, 13}, [2]int{pairs[0].First, pairs[0].Second})
	assert.Equal(t, NewText(copied).Length(), pairs[0].Here.Own)
	assert.Empty(t, Search{Least: 0.75, CommonIn: 10, Shortest: pairs[0].Here.Own + 1}.Pairs(list))
}

// The years of an organ are one voice.
func TestAGroupCountsOnce(t *testing.T) {
	text := newScribe(8).sentences(20)
	var list []Document
	for i := range 12 {
		list = append(list, Document{NewText(text), fmt.Sprint("organ ", i%2)})
	}
	assert.NotEmpty(t, Search{Least: 0.9, CommonIn: 2}.Pairs(list))
	assert.Empty(t, Search{Least: 0.9, CommonIn: 1}.Pairs(list))
}

// In a crowd of alike texts the number of comparisons stays bounded.
func TestACrowdIsNotComparedInAllPairs(t *testing.T) {
	text := newScribe(9).sentences(20)
	var texts [][]string
	for range 4 * Neighbours {
		texts = append(texts, text)
	}
	met := map[int]int{}
	pairs := Search{Least: 0.9}.Pairs(documents(texts...))
	for _, p := range pairs {
		met[p.First]++
		met[p.Second]++
	}
	assert.LessOrEqual(t, len(pairs), Neighbours*len(texts))
	for i := range texts {
		assert.GreaterOrEqual(t, met[i], Neighbours)
	}
}

// BenchmarkPairs shows that time and memory grow with the number of texts.
func BenchmarkPairs(b *testing.B) {
	for _, n := range []int{750, 1500, 3000} {
		list := season(10, n)
		b.Run(fmt.Sprint(n, " texts"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				require.NotEmpty(b, Search{Least: 0.85, Shortest: 500, CommonIn: 150}.Pairs(list))
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/text")
		})
	}
}
