package doc

import (
	"gouji/parser/document"
)

// story is the text of a file: the main one, then that of its text boxes.
type story struct {
	blocks     []block
	incomplete string
}

// block is a paragraph, or the rows of a table.
type block struct {
	paragraph *paragraph
	rows      []row
}

type row struct {
	shape rowShape
	cells [][]block
}

// paragraph is a paragraph as it stands in the file.
type paragraph struct {
	shape
	runs []textRun
	mark look // of the character that ends it
	cell bool // it ends a cell, or a row
}

// textRun is text of one look.
type textRun struct {
	look
	text []rune
}

// Characters of a story that are no text, [MS-DOC] 2.4.1.
const (
	cellMark      = 0x07
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

// maxDepth is how deep tables may stand in each other; reports know two.
const maxDepth = 20

// maxCharacters is far above the longest report, some hundred thousand.
const maxCharacters = 5_000_000

func (f *file) story() (*story, error) {
	if f.fib.main+f.fib.boxes > maxCharacters {
		return nil, document.Errorf(document.TooLarge, "正文超过 %d 万字，不像是年度报告", maxCharacters/10000)
	}
	s := &story{}
	end := f.pieces[len(f.pieces)-1].to
	if f.fib.main > end {
		s.incomplete = "正文有一部分丢失"
	}
	s.blocks = build(f.paragraphs(0, min(f.fib.main, end)), 0)
	boxes := f.fib.main + f.fib.before
	if f.fib.boxes > 0 && boxes < end {
		s.blocks = append(s.blocks, build(f.paragraphs(boxes, min(boxes+f.fib.boxes, end)), 0)...)
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
	if len(t.open.runs) > 0 {
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
		return 0 // pictures, references to notes, anchors
	}
	return code
}

func (t *typist) add(seen look, code rune) {
	if code == 0 {
		return
	}
	last := len(t.open.runs) - 1
	if last < 0 || t.open.runs[last].look != seen {
		t.open.runs = append(t.open.runs, textRun{look: seen})
		last++
	}
	t.open.runs[last].text = append(t.open.runs[last].text, code)
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
	p.depth = min(p.depth, maxDepth)
	p.mark, p.cell = seen, c.code == cellMark
}

// build makes blocks of paragraphs: those that stand deeper than depth are
// tables, each from the first such paragraph to the last before one that does not.
func build(list []*paragraph, depth int) []block {
	var blocks []block
	for i := 0; i < len(list); {
		if list[i].depth <= depth {
			blocks = append(blocks, block{paragraph: list[i]})
			i++
			continue
		}
		end := i
		for end < len(list) && list[end].depth > depth {
			end++
		}
		blocks = append(blocks, block{rows: rowsOf(list[i:end], depth+1)})
		i = end
	}
	return blocks
}

func rowsOf(list []*paragraph, depth int) []row {
	var rows []row
	var open row
	start := 0
	for i, p := range list {
		switch {
		case p.depth != depth:
		case p.endsRow(depth):
			open.shape = p.row
			rows = append(rows, open)
			open, start = row{}, i+1
		case p.endsCell(depth):
			open.cells = append(open.cells, build(list[start:i+1], depth))
			start = i + 1
		}
	}
	if start < len(list) {
		open.cells = append(open.cells, build(list[start:], depth))
	}
	if len(open.cells) > 0 {
		rows = append(rows, open)
	}
	return rows
}

func (p *paragraph) endsRow(depth int) bool {
	if depth == 1 {
		return p.cell && p.ends
	}
	return p.rowEnd
}

func (p *paragraph) endsCell(depth int) bool {
	if depth == 1 {
		return p.cell && !p.ends
	}
	return p.cellEnd
}
