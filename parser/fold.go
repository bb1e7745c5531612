package parser

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold brings a printed text into the form in which labels are compared: half
// width, without spaces and quotes, each kind of punctuation and bracket one.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKC.String(s) {
		if r = foldRune(r); r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldRune gives the rune that stands for r in a folded text, 0 for none.
func foldRune(r rune) rune {
	switch r {
	case '、', '，', '､':
		return ','
	case '。', '．', '｡':
		return '.'
	case '〔', '[', '【', '﹝', '{':
		return '('
	case '〕', ']', '】', '﹞', '}':
		return ')'
	case '“', '”', '‘', '’', '"', '\'', '「', '」', '『', '』', '《', '》', '〈', '〉', '<', '>', '″', '′', '`':
		return 0
	}
	if unicode.IsSpace(r) || unicode.Is(unicode.C, r) {
		return 0
	}
	return r
}

// distance is the number of characters to change, drop or add to make one of
// the other, or limit+1 as soon as it must be more than limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var short [48]int // labels are no longer, so that comparing them costs no memory
	row := short[:]
	if len(b) >= len(short) {
		row = make([]int, len(b)+1)
	}
	row = row[:len(b)+1]
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal, best := row[0], i+1
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
			best = min(best, cost)
		}
		if best > limit {
			return limit + 1
		}
	}
	return row[len(b)]
}

// tolerance is how many characters of a label of so many may differ for it to
// be still the same label: one in four, so short labels must agree.
func tolerance(length int) int { return length / 4 }
