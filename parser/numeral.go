package parser

import (
	"strings"
)

// numeral is what an item of a list begins with: 一、 （一） 1. (1).
type numeral struct {
	value int  // 0 when there is none
	style rune // '一' for ideographs, '1' for digits; bracketed ones 'B' and 'b'
}

const ideographDigits = "一二三四五六七八九"

// cutNumeral splits a folded text into its leading numeral and the rest. A
// digit needs no point after it (1属于国家秘密), an ideograph does: 一稳定 is a word.
func cutNumeral(s string) (numeral, string) {
	if rest, ok := strings.CutPrefix(s, "("); ok {
		n, rest := cutBare(rest)
		if rest, ok := strings.CutPrefix(rest, ")"); ok && n.value > 0 {
			n.style = map[rune]rune{'一': 'B', '1': 'b'}[n.style]
			return n, strings.TrimLeft(rest, ",.")
		}
		return numeral{}, s
	}
	n, rest := cutBare(s)
	if n.value == 0 {
		return n, s
	}
	body := strings.TrimLeft(rest, ",.:)")
	if body == rest && (n.style == '一' || !opensWord(rest)) {
		return numeral{}, s
	}
	return n, body
}

// cutBare reads up to two digits or an ideographic number below 100.
func cutBare(s string) (numeral, string) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 2 {
		return numeral{}, s
	}
	if digits > 0 {
		value := 0
		for _, d := range s[:digits] {
			value = value*10 + int(d-'0')
		}
		return numeral{value, '1'}, s[digits:]
	}
	value, rest := cutIdeographs(s)
	return numeral{value, '一'}, rest
}

// cutIdeographs reads 一 to 九十九.
func cutIdeographs(s string) (int, string) {
	value, seen := 0, false
	for i, r := range s {
		digit := strings.IndexRune(ideographDigits, r)
		switch {
		case r == '十' && !seen:
			value, seen = max(value, 1)*10, true
		case digit >= 0 && value%10 == 0 && (value == 0 || seen):
			value += digit/len("一") + 1
		default:
			return value, s[i:]
		}
	}
	return value, ""
}

// opensWord reports whether a text begins with an ideograph other than a unit
// or date word, so that a digit before it numbers it.
func opensWord(s string) bool {
	for _, r := range s {
		return r > 0x3400 && !strings.ContainsRune("年月日件条项个次万元%", r)
	}
	return false
}
