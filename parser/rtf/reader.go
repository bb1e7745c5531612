package rtf

import (
	"bytes"
	"context"
	"unicode/utf16"
	"unicode/utf8"

	"gouji/parser/document"
	"gouji/parser/wordml"
)

// reader walks the tokens of a file once.
type reader struct {
	ctx context.Context
	lexer
	state
	stack []state
	*story

	page    int         // the document's code page
	font0   int         // the font that \plain goes back to
	fonts   map[int]int // code page of a font; symbols for signs
	white   []bool      // the colours of the table, by number
	colour  [3]int      // the one that is being read
	sheet   sheet
	lists   lists
	authors []string

	star      bool     // \* was the last token
	skip      int      // bytes that stand for the \u before, for old readers
	high      rune     // the first half of a pair of \u
	bytes     []byte   // characters that are not decoded yet
	line      []rune   // text that is not the paragraph's: a number, a name
	shot      shot     // the picture that is being read
	shots     [][]byte // those that were
	shotBytes int
	pieces    int
	rows      int
	pictures  int
	comments  int
	cut       bool // the file ends within a group
	unpaired  bool // and in a brace, as a whole file does: one was lost on the way
	junk      bool // there are bytes that no writer of RTF writes
	exhausted *document.Error
}

// reading says what a group is for.
type reading int

const (
	shown   reading = iota
	passing         // only groups in it are shown: the properties of a shape
	dead            // nothing in it is shown
)

// place is where the text of a group goes.
type place int

const (
	body place = iota
	number
	fontTable
	colourTable
	styleSheet
	definitions // of lists
	uses        // of them
	levelText
	information
	author // an author's name
	picture
)

// state is what a group inherits and the end of it gives back.
type state struct {
	reading reading
	into    place
	boxes   int  // text boxes that it stands in
	nested  bool // the properties are those of a table in a cell

	look    wordml.Look
	font    int
	uc      int // bytes after a \u
	style   int
	outline int

	listNumber, listLevel int

	inTable bool
	depth   int
}

// Limits of a file; a report has some thousand paragraphs and runs, and groups
// of ten levels.
const (
	maxGroups     = 500
	maxPieces     = 1_000_000 // paragraphs, cells, runs, fonts and styles
	maxRows       = 50_000
	maxCells      = 256 // of a row; Word allows 63
	maxCharacters = 5_000_000
)

func newReader(ctx context.Context, data []byte) *reader {
	r := &reader{ctx: ctx, lexer: lexer{data: data}, story: newStory(nil), page: western, fonts: map[int]int{}}
	r.state = state{uc: 1, outline: wordml.Unset, listNumber: wordml.Unset}
	return r
}

// read walks to the end of the outermost group: what follows is not the file's.
func (r *reader) read() {
	for ticks := 0; r.exhausted == nil; ticks++ {
		if ticks%4096 == 0 && r.ctx.Err() != nil {
			r.exhausted = document.TimedOut(r.ctx)
			return
		}
		t := r.next()
		if t.kind == end {
			r.cut = len(r.stack) > 0
			r.unpaired = r.cut && bytes.HasSuffix(bytes.TrimRight(r.data, "\x00\r\n "), []byte("}"))
			break
		}
		r.token(t)
		if t.kind == closes && len(r.stack) == 0 {
			r.cut = bytes.Contains(r.data[r.pos:], []byte(`\cell`)) // a brace too many ended it
			break
		}
	}
	r.decodeBytes()
	for len(r.stack) > 0 {
		r.shut()
	}
}

func (r *reader) token(t token) {
	star := r.star
	r.star = false
	switch t.kind {
	case text, char:
		r.written(t)
		return
	case control:
		if len(t.word) == 1 && r.symbol(t.word) {
			return
		}
	}
	r.decodeBytes()
	r.skip = 0
	switch t.kind {
	case opens:
		r.open()
	case closes:
		r.shut()
	case control:
		r.control(t, star)
	}
}

func (r *reader) open() {
	if len(r.stack) == maxGroups {
		r.tooMuch("嵌套超过 %d 层", maxGroups)
		return
	}
	r.stack = append(r.stack, r.state)
	if r.into == styleSheet && r.sheet.at(len(r.stack)) {
		r.sheet.begin()
		r.line = nil
	}
}

func (r *reader) shut() {
	last := len(r.stack) - 1
	if last < 0 {
		return
	}
	old := r.state
	r.state, r.stack = r.stack[last], r.stack[:last]
	if old.into == styleSheet && old.reading == shown && r.sheet.at(last+1) {
		r.sheet.end(string(r.taken()))
	}
	if old.boxes > r.boxes {
		r.story = r.closeBox()
	}
	if old.into != r.into {
		r.finish(old)
	}
}

// finish takes what a group of its own place has gathered.
func (r *reader) finish(old state) {
	switch old.into {
	case number:
		r.numbered(r.taken(), old.look)
	case levelText:
		r.closeLevelText()
	case author:
		r.authors = append(r.authors, string(r.taken()))
	case picture:
		r.closePicture(old)
	}
}

// taken is the text gathered, once.
func (r *reader) taken() []rune {
	line := r.line
	r.line = nil
	return line
}

// written takes bytes of text, those that only stand for a \u left out.
func (r *reader) written(t token) {
	skipped := min(r.skip, len(t.text))
	r.skip -= skipped
	r.junk = r.junk || t.kind == text && r.reading == shown && bytes.ContainsFunc(t.text, neverWritten)
	if r.reading == shown {
		r.bytes = append(r.bytes, t.text[skipped:]...)
		return
	}
	r.pixels(t.text)
}

// neverWritten are control characters as plain bytes: RTF has words for them.
func neverWritten(c rune) bool { return c < ' ' && c != '\t' }

// decodeBytes turns the bytes so far into characters: a Chinese one is two.
func (r *reader) decodeBytes() {
	if len(r.bytes) == 0 {
		return
	}
	data := r.bytes
	r.bytes = r.bytes[:0]
	page, known := r.fonts[r.font]
	if !known {
		page = r.page
	}
	if page == symbols {
		for _, b := range data {
			if b >= utf8.RuneSelf {
				r.add(0xF000 + rune(b))
				continue
			}
			r.add(rune(b))
		}
		return
	}
	for _, c := range decode(data, page, r.page) {
		r.add(c)
	}
}

// unicode takes a \u: a number of 16 bits, negative above the half.
func (r *reader) unicode(value int) {
	code := rune(uint16(value))
	switch {
	case utf16.IsSurrogate(code) && r.high == 0:
		r.high = code
	case r.high != 0:
		r.add(utf16.DecodeRune(r.high, code))
		r.high = 0
	default:
		r.add(code)
	}
	r.skip = r.uc
}

// add puts a character where the text of the group goes.
func (r *reader) add(c rune) {
	if c < ' ' && c != '\t' && c != '\n' && r.into != levelText || r.reading != shown {
		return
	}
	switch r.into {
	case body:
		r.text(c, r.look)
	case number, author, styleSheet, levelText:
		r.line = append(r.line, c)
	case colourTable:
		r.nextColour(c)
	}
}

func (r *reader) tooMuch(format string, limit int) {
	if r.exhausted == nil {
		r.exhausted = document.Exceeded(document.Content, "RTF 文档"+format+"，不像是年度报告", limit)
	}
}
