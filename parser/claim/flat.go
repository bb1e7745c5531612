package claim

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

var (
	thousands       = regexp.MustCompile(`([0-9０-９])[,，]([0-9０-９]{3})($|[^0-9０-９])`)
	ideographicYear = regexp.MustCompile(`二[〇零○O0][一二三四五六七八九〇零○O0]{2}年`)
	// marks are numbers of items and notes, ①20件 and 12²件, that half width would make
	// digits of the number beside them.
	betweenNumbers = regexp.MustCompile(`([0-9０-９])[①-⑳⒈-⒛¹²³⁰⁴-⁹₀-₉]+([0-9０-９])`)
	beforeNumber   = regexp.MustCompile(`[①-⑳⒈-⒛]([0-9０-９])`)
	afterNumber    = regexp.MustCompile(`([0-9０-９])[①-⑳¹²³⁰⁴-⁹₀-₉]+`)
)

// Flat writes prose as it is compared: in half width, without spaces (line ends
// of a page cut words anywhere), thousands joined and years in digits.
func Flat(s string) string {
	s = unmarked(s)
	s = thousands.ReplaceAllString(thousands.ReplaceAllString(s, "$1$2$3"), "$1$2$3")
	return ideographicYear.ReplaceAllStringFunc(strings.Join(strings.Fields(norm.NFKC.String(s)), ""), yearInDigits)
}

// unmarked leaves out marks beside numbers; an item that begins with one is a clause.
func unmarked(s string) string {
	s = betweenNumbers.ReplaceAllString(s, "$1、$2")
	return afterNumber.ReplaceAllString(beforeNumber.ReplaceAllString(s, "，$1"), "$1")
}

var ideographDigit = strings.NewReplacer("〇", "0", "零", "0", "○", "0", "O", "0", "一", "1", "二", "2",
	"三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")

func yearInDigits(s string) string { return ideographDigit.Replace(s) }
