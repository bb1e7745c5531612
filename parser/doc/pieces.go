package doc

import (
	"sort"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// piece is a stretch of the story's characters that stand together in the file.
type piece struct {
	from, to int // characters
	offset   int // of the first one in WordDocument
	narrow   bool
	changes  []byte // properties that a fast save put on the piece
}

// width is the bytes of a character.
func (p *piece) width() int {
	if p.narrow {
		return 1
	}
	return 2
}

// readPieces reads the Clx, [MS-DOC] 2.9.38.
func (f *file) readPieces() ([]piece, error) {
	b := reader{f.part(clx)}
	var properties [][]byte
	at := 0
	for b.u8(at) == 1 {
		n := b.u16(at + 1)
		properties = append(properties, b.bytes(at+3, n))
		at += 3 + n
	}
	if b.u8(at) != 2 {
		return nil, corrupt("没有文字的位置表", nil)
	}
	table := reader{b.bytes(at+5, b.i32(at+1))}
	n := (len(table.data) - 4) / 12
	if n <= 0 {
		return nil, corrupt("文字的位置表是空的", nil)
	}
	var list []piece
	for i := range n {
		descriptor := 4*(n+1) + 8*i
		position := table.i32(descriptor + 2)
		p := piece{from: table.i32(4 * i), to: table.i32(4*i + 4), offset: position & 0x3FFFFFFF, narrow: position&0x40000000 != 0}
		if p.narrow {
			p.offset /= 2
		}
		if p.from < 0 || p.to < p.from || i > 0 && p.from != list[i-1].to {
			return nil, corrupt("文字的位置表前后不接", nil)
		}
		p.changes = changesOf(table.u16(descriptor+6), properties)
		list = append(list, p)
	}
	return list, nil
}

// changesOf are the properties that a piece's prm gives: one of those listed,
// or a single one written in short, of which only tracked changes matter here.
func changesOf(prm int, properties [][]byte) []byte {
	if prm&1 == 0 {
		return nil
	}
	if at := prm >> 1; at < len(properties) {
		return properties[at]
	}
	return nil
}

// character is one of the story with the properties of its run.
type character struct {
	code   rune
	at     int // in the story
	offset int // in WordDocument
	piece  *piece
}

// characters calls visit for the characters of a part of the story.
func (f *file) characters(from, to int, visit func(character)) {
	first := sort.Search(len(f.pieces), func(i int) bool { return f.pieces[i].to > from })
	b := reader{f.word}
	for i := first; i < len(f.pieces) && f.pieces[i].from < to; i++ {
		p := &f.pieces[i]
		for at := max(p.from, from); at < min(p.to, to); at++ {
			c := character{at: at, offset: p.offset + (at-p.from)*p.width(), piece: p}
			if c.offset+p.width() > len(f.word) {
				return
			}
			if p.narrow {
				c.code = charmap.Windows1252.DecodeByte(f.word[c.offset])
			} else if c.code = rune(b.u16(c.offset)); utf16.IsSurrogate(c.code) && at+1 < p.to {
				if whole := utf16.DecodeRune(c.code, rune(b.u16(c.offset+2))); whole != '\uFFFD' {
					c.code = whole
					at++
				}
			}
			visit(c)
		}
	}
}
