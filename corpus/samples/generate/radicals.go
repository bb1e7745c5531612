package main

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// The block of Unicode that holds the 214 Kangxi radicals.
const firstRadical, lastRadical = '\u2F00', '\u2FD5'

// radicals maps ideographs to the radicals that look the same.
var radicals = func() map[rune]rune {
	table := map[rune]rune{}
	for radical := firstRadical; radical <= lastRadical; radical++ {
		for _, ideograph := range norm.NFKC.String(string(radical)) {
			table[ideograph] = radical
		}
	}
	return table
}()

// asRadicals writes 一 as ⼀, 行 as ⾏ and so on, as the text layer of a PDF
// has it when the font gives both the same glyph.
func asRadicals(text string) string {
	return strings.Map(func(c rune) rune {
		if radical, ok := radicals[c]; ok {
			return radical
		}
		return c
	}, text)
}
