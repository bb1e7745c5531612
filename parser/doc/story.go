package doc

import (
	"context"

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

// The most paragraphs and rows: package docx takes half as many.
const (
	maxParagraphs = 200_000
	maxRows       = 20_000
)

func (f *file) story(ctx context.Context) (*story, error) {
	if f.fib.main+f.fib.boxes > maxCharacters {
		return nil, document.Exceeded(document.Content, "正文超过 %d 万字，不像是年度报告", maxCharacters/10000)
	}
	s := &story{}
	end := f.pieces[len(f.pieces)-1].to
	if f.fib.main > end {
		s.incomplete = "正文有一部分丢失"
	}
	text := f.paragraphs(ctx, 0, min(f.fib.main, end))
	var boxed []*paragraph
	if boxes := f.fib.main + f.fib.before; f.fib.boxes > 0 && boxes < end {
		boxed = f.paragraphs(ctx, boxes, min(boxes+f.fib.boxes, end))
	}
	if ctx.Err() != nil {
		return nil, document.TimedOut(ctx)
	}
	if len(text)+len(boxed) > maxParagraphs || f.rows > maxRows {
		return nil, document.Exceeded(document.Content, "正文超过 %d 段或 %d 行，不像是年度报告", maxParagraphs, maxRows)
	}
	s.blocks = append(wordml.Nest(marked(text)), wordml.Nest(marked(boxed))...)
	return s, nil
}

// paragraphs cuts a part of the story into paragraphs, until there are too many or
// the time is up.
func (f *file) paragraphs(ctx context.Context, from, to int) []*paragraph {
	var list []*paragraph
	t := typist{file: f, open: &paragraph{}}
	f.characters(from, to, func(c character) {
		if len(list) <= maxParagraphs && ctx.Err() == nil && t.character(c) {
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
	p.shape = t.file.shapeOf(at(t.file.papx, c.offset), c.piece.changes)
	if p.inTable {
		p.depth = max(p.depth, 1)
	}
	t.file.countRow(p)
	p.mark, p.cell = seen, c.code == cellMark
}

// shapeOf is the shape of a paragraph in a run, nil for none, after the changes of its
// piece. Neighbours mostly share theirs.
func (f *file) shapeOf(r *run, changes []byte) shape {
	if r != nil && r == f.shaped.run && len(changes) == 0 {
		return f.shaped.shape
	}
	s := newShape(0)
	if r != nil {
		s = newShape(r.style)
		s.apply(r.changes)
	}
	if s.apply(changes); len(changes) == 0 {
		f.shaped.run, f.shaped.shape = r, s
	}
	return s
}

// countRow counts a paragraph that ends a row. What others say of a row is let go,
// as it is of rows that are too many: it takes kilobytes.
func (f *file) countRow(p *paragraph) {
	if p.ends || p.rowEnd {
		f.rows++
	}
	if !p.ends && !p.rowEnd || f.rows > maxRows {
		p.row = rowShape{}
	}
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
