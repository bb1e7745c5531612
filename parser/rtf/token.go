package rtf

import (
	"bytes"
	"strconv"
)

// kind is that of a token.
type kind int

const (
	end kind = iota
	opens
	closes
	control // a control word, or a control symbol
	char    // one byte, written \'hh
	text
)

// token is the least part of a file.
type token struct {
	kind  kind
	word  string // of a control, without the backslash
	value int
	given bool   // the control word has a value
	text  []byte // of text and char, and behind \bin
}

// on is what a toggle says: \v and \v1 switch on, \v0 off.
func (t token) on() bool { return !t.given || t.value != 0 }

// lexer takes a file apart.
type lexer struct {
	data []byte
	pos  int
}

func (l *lexer) next() token {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; c {
		case '\r', '\n':
			l.pos++
		case '{':
			l.pos++
			return token{kind: opens}
		case '}':
			l.pos++
			return token{kind: closes}
		case '\\':
			l.pos++
			return l.control()
		default:
			return l.text()
		}
	}
	return token{}
}

func (l *lexer) text() token {
	size := bytes.IndexAny(l.data[l.pos:], "\\{}\r\n")
	if size < 0 {
		size = len(l.data) - l.pos
	}
	from := l.pos
	l.pos += size
	return token{kind: text, text: l.data[from:l.pos]}
}

// control reads what stands after a backslash.
func (l *lexer) control() token {
	if l.pos == len(l.data) {
		return token{}
	}
	if !isLetter(l.data[l.pos]) {
		return l.symbol()
	}
	t := token{kind: control, word: string(l.take(isLetter))}
	sign := l.pos
	if l.pos+1 < len(l.data) && l.data[l.pos] == '-' && isDigit(l.data[l.pos+1]) {
		l.pos++
	}
	if len(l.take(isDigit)) > 0 {
		t.value, _ = strconv.Atoi(string(l.data[sign:l.pos]))
		t.given = true
	}
	if l.pos < len(l.data) && l.data[l.pos] == ' ' {
		l.pos++
	}
	if t.word == "bin" { // so many bytes of a picture
		from := l.pos
		l.pos += min(max(t.value, 0), len(l.data)-l.pos)
		t.text = l.data[from:l.pos]
	}
	return t
}

func (l *lexer) take(wanted func(byte) bool) []byte {
	from := l.pos
	for l.pos < len(l.data) && wanted(l.data[l.pos]) {
		l.pos++
	}
	return l.data[from:l.pos]
}

func (l *lexer) symbol() token {
	c := l.data[l.pos]
	l.pos++
	if c != '\'' {
		return token{kind: control, word: string(rune(c))}
	}
	code, err := strconv.ParseUint(string(l.data[l.pos:min(l.pos+2, len(l.data))]), 16, 8)
	if err != nil {
		return token{kind: text}
	}
	l.pos += 2
	return token{kind: char, text: []byte{byte(code)}}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
