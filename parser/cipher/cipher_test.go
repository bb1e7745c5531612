package cipher

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sumsOf reads sums such as "13+8=21"; no number stands in two of them.
func sumsOf(lines ...string) []Sum {
	var sums []Sum
	for i, line := range lines {
		left, right, _ := strings.Cut(line, "=")
		sums = append(sums, Sum{numbersOf(left, i), numbersOf(right, i)})
	}
	return sums
}

func numbersOf(side string, sum int) []Number {
	var list []Number
	for i, digits := range strings.Split(side, "+") {
		list = append(list, Number{fmt.Sprint(sum, side, i), digits})
	}
	return list
}

// printed are true sums as a font prints them that draws each digit as the one of
// the same place in the alphabet.
// printed are true sums as a font prints them that draws each digit as the sign
// at its place in the alphabet.
func printed(alphabet string, lines ...string) []Sum {
	replace := make([]string, 0, 20)
	for digit, drawn := range alphabet {
		replace = append(replace, strconv.Itoa(digit), string(drawn))
	}
	return sumsOf(strings.Split(strings.NewReplacer(replace...).Replace(strings.Join(lines, "\n")), "\n")...)
}

var true4 = []string{"13+8=21", "38+30+5=73", "80+13=93", "6+4+7=17", "120+4=124", "3+8+2=13"}

func TestTwoDigitsChangedPlaces(t *testing.T) {
	found := Break(printed("0128456739", true4...))
	require.NotNil(t, found)
	assert.Equal(t, &Solution{Key{0, 1, 2, 8, 4, 5, 6, 7, 3, 9}, true, 3, 3}, found)
	assert.Equal(t, []int{3, 8}, found.Key.Moved())
}

func TestCodesAreOneTooHigh(t *testing.T) {
	found := Break(printed("1234567890", true4...))
	require.NotNil(t, found)
	assert.Equal(t, Key{9, 0, 1, 2, 3, 4, 5, 6, 7, 8}, found.Key)
}

func TestShiftOfATableOfFewNumbers(t *testing.T) {
	found := Break(printed("1234567890", "0+0=0", "1+0=1", "1+1=2", "2+0=2"))
	require.NotNil(t, found)
	assert.Equal(t, 0, found.Key[1])
}

func TestDigitsInAnyOrder(t *testing.T) {
	lines := append([]string{"9+9=18", "52+41=93", "67+8=75", "300+29=329", "1+2+3=6", "45+45=90", "7+5=12"}, true4...)
	found := Break(printed("3750918246", lines...))
	require.NotNil(t, found)
	assert.True(t, found.Only)
	assert.Equal(t, Key{3, 5, 7, 0, 8, 2, 9, 1, 6, 4}, found.Key)
}

// Each of these has an explanation that is likelier than a font.
func TestOtherErrorsAreNoCipher(t *testing.T) {
	shared := sumsOf("13+8=26", "4+8=17", "8+6=19") // one 8, that should be 13, in three sums
	for i := range shared {
		shared[i].Left[min(1, 2-i)].Place = "one cell"
	}
	for name, sums := range map[string][]Sum{
		"nothing is wrong":         sumsOf(true4...),
		"two wrong numbers":        sumsOf("18+3=26", "3+4=12", "5+5=10"),
		"one number in three sums": shared,
		"the same in every row":    sumsOf("1+1=1", "1+1=1", "1+1=1", "1+1=1"),
		"a sum speaks against it":  append(printed("0128456739", true4...), sumsOf("3+1=4", "5+3=8")...),
		"totals that differ":       sumsOf("3=8", "3=5", "4=8", "7=1"),
		"no sums":                  nil,
	} {
		assert.Nil(t, Break(sums), name)
	}
}

// A report whose font lies may have an error of its own.
func TestAnErrorBesideTheCipher(t *testing.T) {
	lines := append([]string{"83+8=91", "38+3=41", "18+1=19", "5+3=8", "30+2=33"}, true4...)
	found := Break(printed("0128456739", lines...))
	require.NotNil(t, found)
	assert.Equal(t, []int{3, 8}, found.Key.Moved())
	assert.Equal(t, found.Broken-1, found.Settled)
}

// Tables of many typing errors: no cipher, or nobody would believe the program.
func TestTypingErrorsAreNoCipher(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2))
	for range 200 {
		sums := typed(random, 1+random.IntN(12))
		assert.Nil(t, Break(sums), "%v", sums)
	}
}

// typed is a table of twelve rows and six columns whose last column is the sum of
// the others, with typing errors.
func typed(random *rand.Rand, errors int) []Sum {
	cells := make([][]int, 12)
	for r := range cells {
		total := 0
		for range 5 {
			value := int(random.ExpFloat64() * 8)
			cells[r] = append(cells[r], value)
			total += value
		}
		cells[r] = append(cells[r], total)
	}
	for range errors {
		row := cells[random.IntN(len(cells))]
		row[random.IntN(len(row))] += 1 + random.IntN(9)
	}
	var sums []Sum
	for r, row := range cells {
		var s Sum
		for c, value := range row {
			s.Left = append(s.Left, Number{fmt.Sprint(r, c), strconv.Itoa(value)})
		}
		s.Left, s.Right = s.Left[:5], s.Left[5:]
		sums = append(sums, s)
	}
	return sums
}

func BenchmarkBreak(b *testing.B) {
	random := rand.New(rand.NewPCG(4, 2))
	for b.Loop() {
		Break(typed(random, 12))
	}
}
