package house

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// spot is where a text that is not the file's own, an expression, begins in the
// file: line and column, from 1, the column in characters.
type spot struct {
	line, column int
	// indent is the column at which the text's further lines begin; 0 when the
	// text is not in the file as it is, and only its beginning can be told.
	indent int
}

// spotOf is where the value of a scalar begins.
func (s *source) spotOf(n *yaml.Node) spot {
	switch {
	case n.Style&yaml.LiteralStyle != 0 && n.Line < len(s.lines):
		first := s.lines[n.Line] // the line below that of the |
		indent := utf8.RuneCountInString(first) - utf8.RuneCountInString(strings.TrimLeft(first, " ")) + 1
		return spot{n.Line + 1, indent, indent}
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		if s.has(n.Line, n.Column+1, n.Value) {
			return spot{n.Line, n.Column + 1, n.Column + 1}
		}
	case s.has(n.Line, n.Column, n.Value):
		return spot{n.Line, n.Column, n.Column}
	}
	return spot{n.Line, n.Column, 0}
}

// has reports whether a line of the file has the text at a column.
func (s *source) has(line, column int, text string) bool {
	if line < 1 || line > len(s.lines) {
		return false
	}
	runes := []rune(s.lines[line-1])
	return column-1 <= len(runes) && strings.HasPrefix(string(runes[column-1:]), text)
}

// place is where a line and column of the text, both from 0, stand in the file.
func (at spot) place(_ string, line, column int) (int, int) {
	switch {
	case at.indent == 0:
		return at.line, at.column
	case line <= 0:
		return at.line, at.column + column
	}
	return at.line + line, at.indent + column
}

// inside is the spot of what begins at an offset of the text, in bytes.
func (at spot) inside(text string, offset int) spot {
	before := text[:offset]
	line := strings.Count(before, "\n")
	column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	there := spot{indent: at.indent}
	there.line, there.column = at.place(text, line, column)
	return there
}

// lineAndColumn of an offset in characters, both from 0.
func lineAndColumn(text string, offset int) (line, column int) {
	for i, r := range []rune(text) {
		switch {
		case i >= offset:
			return line, column
		case r == '\n':
			line, column = line+1, 0
		default:
			column++
		}
	}
	return line, column
}
