package scan

import "strings"

// Brackets and quotation marks are alike for a recogniser, and the corner of a
// cell may look like one.
const (
	opening  = "（(《〈〔【[<{「『"
	closing  = "）)》〉〕】]>}」』"
	noise    = "”“\"'‘’`;:.,·|_~^°"
	numerals = "一二三四五六七八九十"
)

// mended drops the marks that no line begins with, and makes the brackets around
// a numeral what they are in the form: （一）.
func mended(list []reading) []reading {
	for len(list) > 1 && strings.Contains(noise, list[0].text) {
		list = list[1:]
	}
	for i := range list {
		if i+2 < len(list) && strings.Contains(opening, list[i].text) && strings.Contains(numerals, list[i+1].text) && strings.Contains(closing, list[i+2].text) {
			list[i].text, list[i+2].text = "（", "）"
		}
	}
	return list
}
