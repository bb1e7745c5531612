package parser

import (
	"regexp"
	"strings"
)

// inlineHead is where a heading may begin inside a paragraph: some sites print
// the whole report as one, …12月31日。 一、总体情况 （一）主动公开…
var inlineHead = regexp.MustCompile(`[\s\p{Zs}。）)][一二三四五六]、[\s\p{Zs}]*`)

// splitLines gives the lines of a printed text, headings on lines of their own.
// Only a heading in a wording known from the forms, with space, a bracket or
// the end behind it, is split off: an outline in a preface goes on with commas.
func splitLines(text string) []string {
	var list []string
	for _, line := range strings.Split(text, "\n") {
		for {
			at, end := findInline(line)
			if at < 0 {
				break
			}
			list = append(list, strings.TrimSpace(line[:at]), strings.TrimSpace(line[at:end]))
			line = line[end:]
		}
		list = append(list, strings.TrimSpace(line))
	}
	return list
}

// findInline is the first heading inside a line, -1 for none.
func findInline(line string) (from, to int) {
	for _, m := range inlineHead.FindAllStringIndex(line, -1) {
		title := line[m[1]:]
		stop := strings.IndexAny(title, " \t\u3000\u00a0（(。")
		if stop < 0 {
			stop = len(title)
		}
		if stop == 0 || stop > longestPlain {
			continue
		}
		if official, match := officialTitle(title[:stop]); official > 0 && match > Near {
			return m[0] + firstRune(line[m[0]:]), m[1] + stop
		}
	}
	return -1, -1
}

// firstRune is the length in bytes of a text's first character.
func firstRune(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}
