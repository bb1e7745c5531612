package ledongthuc

import (
	"bytes"
	"math"
	"strconv"
)

// kind is what an operand is.
type kind byte

const (
	numberKind kind = iota
	nameKind
	textKind // a string, written (like this) or <6C696B65>
	listKind
	otherKind // a dictionary, true, false, null
)

// operand is one operand in a content stream or character map.
type operand struct {
	kind   kind
	number float64
	text   string // of a name or text: its bytes
	list   []operand
}

// lexer takes a content stream apart.
type lexer struct {
	data []byte
	pos  int
}

// deepest bounds arrays and dictionaries in each other.
const deepest = 32

// next reads an operand, or an operator when operator is not empty; at the
// end ok is false.
func (l *lexer) next() (o operand, operator string, ok bool) { return l.token(0) }

func (l *lexer) token(depth int) (o operand, operator string, ok bool) {
	l.blanks()
	if l.pos >= len(l.data) {
		return o, "", false
	}
	switch c := l.data[l.pos]; {
	case c == '/':
		l.pos++
		return operand{kind: nameKind, text: l.name()}, "", true
	case c == '(':
		return operand{kind: textKind, text: l.literal()}, "", true
	case c == '<' && l.at(1) == '<':
		l.pos += 2
		return operand{kind: otherKind, list: l.until(">>", depth)}, "", true
	case c == '<':
		return operand{kind: textKind, text: l.hex()}, "", true
	case c == '[':
		l.pos++
		return operand{kind: listKind, list: l.until("]", depth)}, "", true
	case c == '>' && l.at(1) == '>':
		l.pos += 2
		return o, ">>", true
	case bytes.IndexByte([]byte("])}{>"), c) >= 0:
		l.pos++
		return o, string(c), true
	}
	return l.word()
}

// word reads a number, a constant or an operator.
func (l *lexer) word() (o operand, operator string, ok bool) {
	from := l.pos
	for l.pos < len(l.data) && regular(l.data[l.pos]) {
		l.pos++
	}
	word := string(l.data[from:l.pos])
	switch word {
	case "true", "false", "null":
		return operand{kind: otherKind}, "", true
	}
	if c := word[0]; c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9' {
		return operand{kind: numberKind, number: parseNumber(word)}, "", true
	}
	return o, word, true
}

// parseNumber reads a number as readers do, be it badly written: 0 for none.
func parseNumber(word string) float64 {
	const huge = 1e9
	x, err := strconv.ParseFloat(word, 64)
	if err != nil || math.IsNaN(x) {
		return 0
	}
	return max(-huge, min(huge, x))
}

// until reads operands up to the closing sign.
func (l *lexer) until(closing string, depth int) (operands []operand) {
	for depth < deepest {
		o, operator, ok := l.token(depth + 1)
		if !ok || operator == closing {
			break
		}
		if operator == "" {
			operands = append(operands, o)
		}
	}
	return operands
}

func (l *lexer) at(n int) byte {
	if l.pos+n < len(l.data) {
		return l.data[l.pos+n]
	}
	return 0
}

func (l *lexer) blanks() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		case !space(c):
			return
		default:
			l.pos++
		}
	}
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func regular(c byte) bool { return !space(c) && bytes.IndexByte([]byte("()<>[]{}/%"), c) < 0 }

// name reads a name's characters, #41 being A.
func (l *lexer) name() string {
	var out []byte
	for l.pos < len(l.data) && regular(l.data[l.pos]) {
		c := l.data[l.pos]
		if c == '#' {
			if code, err := strconv.ParseUint(string(l.data[l.pos+1:min(l.pos+3, len(l.data))]), 16, 8); err == nil {
				c = byte(code)
				l.pos += 2
			}
		}
		out = append(out, c)
		l.pos++
	}
	return string(out)
}

// hex reads <48 65 79>; a missing last digit is 0.
func (l *lexer) hex() string {
	var out []byte
	digits, value := 0, byte(0)
	for l.pos++; l.pos < len(l.data) && l.data[l.pos] != '>'; l.pos++ {
		digit := bytes.IndexByte([]byte("0123456789abcdef"), l.data[l.pos]|0x20)
		if digit < 0 {
			continue
		}
		value = value<<4 | byte(digit)
		if digits++; digits%2 == 0 {
			out = append(out, value)
		}
	}
	l.pos++
	if digits%2 == 1 {
		out = append(out, value<<4)
	}
	return string(out)
}

// literal reads (text), with \( and \051 and brackets in pairs.
func (l *lexer) literal() string {
	var out []byte
	open := 0
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				return string(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// escape appends what a backslash and the characters after it stand for.
func (l *lexer) escape(out []byte) []byte {
	c := l.at(0)
	l.pos++
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r':
		if l.at(0) == '\n' {
			l.pos++
		}
		return out
	case c == '\n':
		return out
	case c < '0' || c > '7':
		return append(out, c)
	}
	code := c - '0'
	for i := 0; i < 2 && l.at(0) >= '0' && l.at(0) <= '7'; i++ {
		code = code<<3 | (l.at(0) - '0')
		l.pos++
	}
	return append(out, code)
}

// skipImage passes over the bytes of a picture in the stream, after ID.
func (l *lexer) skipImage() {
	for l.pos++; l.pos < len(l.data); l.pos++ {
		if l.data[l.pos] == 'E' && l.at(1) == 'I' && space(l.data[l.pos-1]) && (l.pos+2 >= len(l.data) || space(l.at(2))) {
			l.pos += 2
			return
		}
	}
}
