package doc

import (
	"gouji/parser/document"
	"gouji/parser/wordml"
)

// story is the text of a file: the main one, then that of its text boxes.
type story struct {
	blocks     []wordml.Block
	incomplete string
}

// paragraph is a paragraph as it stands in the file.
type paragraph struct {
	shape
	runs []wordml.Run
	pics []string // names of the pictures in it
	mark look     // of the character that ends it
	cell bool     // it ends a cell, or a row
}

// Characters of a story that are no text, [MS-DOC] 2.4.1.
const (
	inlinePicture = 0x01
	cellMark      = 0x07
	floatingShape = 0x08
	lineBreak     = 0x0B
	pageBreak     = 0x0C
	paragraphMark = 0x0D
	columnBreak   = 0x0E
	fieldBegin    = 0x13
	fieldSeparate = 0x14
	fieldEnd      = 0x15
	noBreakHyphen = 0x1E
	softHyphen    = 0x1F
)

// maxCharacters is far above the longest report, some hundred thousand.
const maxCharacters = 5_000_000

func (f *file) story() (*story, error) {
	if f.fib.main+f.fib.boxes > maxCharacters {
		return nil, document.Exceeded(document.Content, "正文超过 %d 万字，不像是年度报告", maxCharacters/10000)
	}
	s := &story{}
	end := f.pieces[len(f.pieces)-1].to
	if f.fib.main > end {
		s.incomplete = "正文有一部分丢失"
	}
	s.blocks = wordml.Nest(marked(f.paragraphs(0, min(f.fib.main, end))))
	boxes := f.fib.main + f.fib.before
	if f.fib.boxes > 0 && boxes < end {
		s.blocks = append(s.blocks, wordml.Nest(marked(f.paragraphs(boxes, min(boxes+f.fib.boxes, end))))...)
	}
	return s, nil
}

// paragraphs cuts a part of the story into paragraphs.
func (f *file) paragraphs(from, to int) []*paragraph {
	var list []*paragraph
	t := typist{file: f, open: &paragraph{}}
	f.characters(from, to, func(c character) {
		if t.character(c) {
			list = append(list, t.open)
			t = typist{file: f, open: &paragraph{}}
		}
	})
	if len(t.open.runs)+len(t.open.pics) > 0 {
		t.open.shape = newShape(0)
		list = append(list, t.open)
	}
	return list
}

// typist puts characters into the open paragraph.
type typist struct {
	file   *file
	open   *paragraph
	fields []bool // of each field that is open: its instruction is being read
	last   *run   // of the character before
	piece  *piece
	look   look
}

// character adds one and reports whether it ends the paragraph.
func (t *typist) character(c character) (ends bool) {
	seen := t.lookOf(c)
	switch c.code {
	case paragraphMark, cellMark, pageBreak:
		t.end(c, seen)
		return true
	case fieldBegin:
		t.fields = append(t.fields, true)
	case fieldSeparate, fieldEnd:
		t.field(c.code == fieldEnd)
	case inlinePicture, floatingShape:
		t.picture(c, seen)
	default:
		if !t.instruction() {
			t.add(seen, shownAs(c.code))
		}
	}
	return false
}

func (t *typist) field(end bool) {
	last := len(t.fields) - 1
	switch {
	case last < 0:
	case end:
		t.fields = t.fields[:last]
	default:
		t.fields[last] = false
	}
}

func (t *typist) instruction() bool {
	for _, hidden := range t.fields {
		if hidden {
			return true
		}
	}
	return false
}

// shownAs is what a character looks like; 0 for nothing.
func shownAs(code rune) rune {
	switch {
	case code == lineBreak, code == columnBreak:
		return '\n'
	case code == noBreakHyphen:
		return '-'
	case code == '\t':
		return '\t'
	case code < ' ', code == softHyphen:
		return 0 // references to notes, anchors
	}
	return code
}

func (t *typist) add(seen look, code rune) {
	if code == 0 {
		return
	}
	last := len(t.open.runs) - 1
	if last < 0 || t.open.runs[last].Look != seen.Look {
		t.open.runs = append(t.open.runs, wordml.Run{Look: seen.Look})
		last++
	}
	t.open.runs[last].Text = append(t.open.runs[last].Text, code)
}

// lookOf is the look of a character; neighbours mostly share theirs.
func (t *typist) lookOf(c character) look {
	r := t.last
	if r == nil || c.offset < r.from || c.offset >= r.to {
		r = at(t.file.chpx, c.offset)
	} else if t.piece == c.piece {
		return t.look
	}
	seen := look{}
	if r != nil {
		seen.apply(r.changes)
	}
	seen.apply(c.piece.changes)
	t.last, t.piece, t.look = r, c.piece, seen
	return seen
}

func (t *typist) end(c character, seen look) {
	p := t.open
	p.shape = newShape(0)
	if r := at(t.file.papx, c.offset); r != nil {
		p.shape = newShape(r.style)
		p.apply(r.changes)
	}
	p.apply(c.piece.changes)
	if p.inTable {
		p.depth = max(p.depth, 1)
	}
	p.mark, p.cell = seen, c.code == cellMark
}

// marked is the paragraphs with their places among tables.
func marked(list []*paragraph) []wordml.Marked {
	var out []wordml.Marked
	for _, p := range list {
		m := wordml.Marked{Depth: p.depth, CellEnd: p.cellEnd, RowEnd: p.rowEnd, Row: p.row.RowShape}
		if p.depth == 1 {
			m.CellEnd, m.RowEnd = p.cell && !p.ends, p.cell && p.ends
		}
		m.Row.Deleted = p.mark.Deleted
		m.Paragraph = &wordml.Paragraph{Style: styleID(p.style), List: p.list, Level: p.level, Outline: p.outline, Runs: p.runs, Pictures: p.pics}
		if !p.cell {
			m.Paragraph.Mark = p.mark.Look
		}
		out = append(out, m)
	}
	return out
}
