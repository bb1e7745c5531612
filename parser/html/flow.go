package html

import (
	"regexp"
	"strings"
	"unicode"

	"gouji/parser/document"
)

// flow collects the text of one paragraph or cell as a browser lays it out:
// white space collapsed, lines parted where the markup parts them. It never
// holds an empty line.
type flow struct {
	raw  strings.Builder
	last rune // the last rune of the line; 0 at its start
	gap  gap  // white space seen since then
}

type gap int

const (
	noGap gap = iota
	spaceGap
	newlineGap // white space with a line end in the source
)

// write adds text whose white space collapses.
func (f *flow) write(s string) {
	for _, r := range s {
		switch r {
		case '\n', '\r':
			f.gap = newlineGap
		case ' ', '\t', '\f':
			f.gap = max(f.gap, spaceGap)
		default:
			f.put(r)
		}
	}
}

// writePre adds text of a <pre>: its spaces and line ends stand.
func (f *flow) writePre(s string) {
	for _, r := range s {
		switch r {
		case '\n':
			f.breakLine()
		case '\r':
		default:
			f.put(r)
		}
	}
}

func (f *flow) put(r rune) {
	// A line end in the source between two ideographs is no space (CSS Text,
	// segment break transformation): 政府信⏎息 is one word.
	if f.last != 0 && f.gap != noGap && !(f.gap == newlineGap && isWide(f.last) && isWide(r)) {
		f.raw.WriteByte(' ')
	} else if f.last == 0 && f.raw.Len() > 0 {
		f.raw.WriteByte('\n')
	}
	f.raw.WriteRune(r)
	f.last, f.gap = r, noGap
}

// breakLine ends the line; a line without text is none.
func (f *flow) breakLine() { f.last, f.gap = 0, noGap }

func (f *flow) space() { f.gap = max(f.gap, spaceGap) }

// take returns the text as a person reads it, and as the file has it when that
// differs, and empties the flow.
func (f *flow) take() (text, raw string) {
	raw = fieldMarks.ReplaceAllString(f.raw.String(), "$1")
	*f = flow{}
	text = readable(raw)
	if raw == text {
		raw = ""
	}
	return text, raw
}

// fieldMarks are what LibreOffice leaves around the content of an input field or a
// content control in pages that it saves; other control characters are damage.
var fieldMarks = regexp.MustCompile("\x04([^\x04\x05]*)\x05")

// readable is text without invisible characters, with every kind of space made
// one plain space, empty lines and outer spaces gone, and radicals mapped to
// their ideographs.
func readable(raw string) string {
	var b strings.Builder
	b.Grow(len(raw))
	pending := rune(0)
	for _, r := range raw {
		switch {
		case r == '\n':
			pending = '\n'
		case unicode.IsSpace(r):
			if pending == 0 {
				pending = ' '
			}
		case invisible(r):
		default:
			if pending != 0 && b.Len() > 0 {
				b.WriteRune(pending)
			}
			pending = 0
			b.WriteRune(r)
		}
	}
	return document.Ideographs(b.String())
}

// invisible are the characters that editors leave in copied text: zero width
// spaces and joiners, byte order marks, soft hyphens, direction marks.
func invisible(r rune) bool {
	return r == '\u00AD' || r == '\uFEFF' || r >= '\u200B' && r <= '\u200F' || r >= '\u2060' && r <= '\u2064' || r < ' '
}

// isWide reports characters that are set without spaces between them.
func isWide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= '\u2E80' && r <= '\u303F' || r >= '\uFF00' && r <= '\uFF60'
}
