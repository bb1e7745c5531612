package html

import (
	"regexp"
	"strings"
)

// A page has no checksum. What it cannot hide is that its end is missing, or that
// zeros stand where a sector of the disk was lost.

var (
	beginning = regexp.MustCompile(`(?i)<(?:html|body)[\s>]`)
	ending    = regexp.MustCompile(`(?i)</(?:html|body)\b`)
)

// endless reports whether a whole page begins in the text, and none ends. A part
// of a page, as some systems hand out, has neither.
func endless(text string) bool {
	const tail = 4096 // bytes in which most pages end: quickly looked at
	if ending.MatchString(text[max(0, len(text)-tail):]) {
		return false
	}
	return beginning.MatchString(text) && !ending.MatchString(text)
}

// zeros says, in Chinese, that there are bytes of zero before the page's end, so
// that nothing that was read is sure: of two halves of figures they make one.
func zeros(text string) string {
	if strings.Contains(strings.TrimRight(text, "\x00"), "\x00") {
		return "网页里有空字节，读出的内容可能缺失或错误"
	}
	return ""
}
