package main

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// A Chinese character takes two columns of a terminal. Signs such as “ and ·
// take one or two, as the terminal likes: columns are aligned by the narrow
// reading, which modern terminals have, lines are broken by the wide one, so
// that they never run over.
var (
	narrow = &runewidth.Condition{EastAsianWidth: false}
	wide   = &runewidth.Condition{EastAsianWidth: true}
)

// pad fills the text with spaces to a width in columns.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-narrow.StringWidth(text)))
}

// clean removes what would move the cursor, colour the screen or reverse the
// text: names of files and words of reports come from strangers.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, text)
}

// wrap breaks the text into lines of at most width columns; width 0 is no
// limit. Chinese may break anywhere but before a closing and after an opening
// sign; words and numbers stay whole while they fit.
func wrap(text string, width int) []string {
	if width <= 0 {
		return []string{text}
	}
	var lines []string
	line, columns := "", 0
	for _, piece := range pieces(text) {
		size := wide.StringWidth(piece)
		if columns+wide.StringWidth(strings.TrimRight(piece, " ")) > width && line != "" {
			lines = append(lines, strings.TrimRight(line, " "))
			line, columns, piece = "", 0, strings.TrimLeft(piece, " ")
			size = wide.StringWidth(piece)
		}
		for size > width {
			head := wide.Truncate(piece, width, "")
			if head == "" {
				break
			}
			lines, piece = append(lines, head), piece[len(head):]
			size = wide.StringWidth(piece)
		}
		line, columns = line+piece, columns+size
	}
	return append(lines, strings.TrimRight(line, " "))
}

// pieces are the parts of a text between which a line may break.
func pieces(text string) []string {
	var list []string
	start := 0
	var before rune
	for i, r := range text {
		if i > start && mayBreak(before, r) {
			list = append(list, text[start:i])
			start = i
		}
		before = r
	}
	return append(list, text[start:])
}

func mayBreak(before, after rune) bool {
	const opening, closing = "（《〔“‘【(", "，。、；：！？）》〕”’】)％%…"
	switch {
	case strings.ContainsRune(opening, before), strings.ContainsRune(closing, after), after == ' ':
		return false
	case unicode.IsDigit(before) && ideographic(after), before == ' ' && unicode.IsDigit(after):
		return false // 7格, 总计 7
	case before == ' ', strings.ContainsRune(closing, before):
		return true
	}
	return ideographic(before) || ideographic(after)
}

func ideographic(r rune) bool { return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 }
