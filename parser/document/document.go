// Package document is what stands on the pages of a report: paragraphs and
// tables in reading order, each with its place. Nothing in it is interpreted:
// it does not know what a 自然人 column is, nor that a report has six sections.
//
// Every reader (parser/docx, parser/html …, parser/layout for page formats)
// ends in a Document; package parser starts from one. The bargain: a reader
// reports every visible character once, in the cell or paragraph that a person
// would say it stands in, and marks as doubtful what it had to guess. It never
// repairs a number and never judges.
package document

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// Format says what a file is, told by its content and not by its name.
type Format string

// The formats that have a reader.
const (
	PDF  Format = "pdf"
	DOCX Format = "docx"
	HTML Format = "html"
	DOC  Format = "doc" // Word 97–2003, and WPS

	MHTML Format = "mhtml" // web archive
	RTF   Format = "rtf"
	ODT   Format = "odt" // OpenDocument text
	OFD   Format = "ofd" // GB/T 33190, fixed pages

	WordXML Format = "wordxml" // Word 2003 XML
)

// Document is one file's visible content.
type Document struct {
	Format Format `json:"format"`
	Reader string `json:"reader"`          // the reader that was used: "pdfium", "ledongthuc", "docx", "html" …
	Pages  int    `json:"pages,omitempty"` // 0 in formats that have no pages

	Blocks []Block `json:"blocks"` // in reading order

	Revisions Revisions `json:"revisions,omitzero"`
	Pictures  int       `json:"pictures,omitempty"` // pictures large enough to hold a table
	// Authors are the names in the file's own properties, each once: who wrote it,
	// who saved it last, whose program it was.
	Authors []string `json:"authors,omitempty"`

	// Recognised is set when some of the text was recognised in pictures: words
	// may have characters that the page has not.
	Recognised bool `json:"recognised,omitempty"`
	// RecognisedTables is set when the recognised text is that of tables alone; the
	// prose is the file's own.
	RecognisedTables bool `json:"recognisedTables,omitempty"`
	// Shown are the pictures that the file carries and that may hold a table, in
	// reading order. Most formats only count them.
	Shown []Picture `json:"-"`
	// Embedded are the files in the file whose text stands in its own, in reading order.
	Embedded []Embedded `json:"-"`
	// Incomplete says what part of the file could not be read; empty when all was.
	Incomplete string `json:"incomplete,omitempty"`
	// Damage says why nothing that was read is sure; empty when all is.
	Damage string `json:"damage,omitempty"`
}

// Picture is a picture in a file, packed as it was put in: PNG, JPEG or another.
type Picture struct {
	Data      []byte
	Link      string // its name inside the file, until the reader has looked it up
	After     Block  // the block that it follows; zero at the start
	Paragraph int    // in which it stands, from 1; 0 where paragraphs are not counted
}

// Embedded is a file in a file, of whatever format, that is to be read in its place:
// Word's w:altChunk.
type Embedded struct {
	Data  []byte // nil for one that is not in the file
	Link  string // its name inside the file
	After Block  // the block that it follows; zero at the start
}

const (
	// TableWidth, points, is the least width of a picture that may hold a table; what
	// formats say in pixels is taken as it is.
	TableWidth = 100
	// MostPictures of a file are unpacked; a report has three tables.
	MostPictures = 30
)

// Block is a paragraph or a table: exactly one of the two is set.
type Block struct {
	Paragraph *Paragraph `json:"paragraph,omitempty"`
	Table     *Table     `json:"table,omitempty"`
}

// Paragraph is a run of text that a reader sees as one paragraph.
type Paragraph struct {
	// Text is what a person reads, Kangxi and CJK-radical code points mapped
	// to their ideographs, automatic numbering ("一、") included.
	Text string `json:"text"`
	// Raw is the text exactly as the file has it; empty when equal to Text.
	Raw string `json:"raw,omitempty"`
	// Number is the part of Text that the file's automatic numbering
	// generated ("一、"); empty when there is none.
	Number string `json:"number,omitempty"`
	// Level is the outline level that the file declares, 1 to 9 (HTML h1 to
	// h6, Word heading styles; Word's Title style is 1 too); 0 for body text.
	Level int `json:"level,omitempty"`
	// Unsure are the characters of Text of which a recogniser was not sure where they
	// stand, each once.
	Unsure string `json:"unsure,omitempty"`
	Where  Place  `json:"where"`
}

// Revisions counts what a Word file still carries of its editing.
type Revisions struct {
	Insertions int `json:"insertions,omitempty"` // w:ins, w:moveTo: their text is in the document
	Deletions  int `json:"deletions,omitempty"`  // w:del, w:moveFrom: their text is not
	Comments   int `json:"comments,omitempty"`   // comments anchored in the text
}

// Any reports whether anything was left over from editing.
func (r Revisions) Any() bool { return r != Revisions{} }

// Show notes a picture that stands after the last block read so far.
func (d *Document) Show(p Picture) {
	p.After = d.last()
	d.Shown = append(d.Shown, p)
}

// Embed notes a file that stands after the last block read so far.
func (d *Document) Embed(link string) {
	d.Embedded = append(d.Embedded, Embedded{Link: link, After: d.last()})
}

// last is the last block; zero when there is none.
func (d *Document) last() Block {
	if n := len(d.Blocks); n > 0 {
		return d.Blocks[n-1]
	}
	return Block{}
}

// AddAuthors puts in names of the file's properties. Blank ones, and those too long
// for a name, are none.
func (d *Document) AddAuthors(names ...string) {
	const longest = 60 // characters
	for _, name := range names {
		name = strings.Join(strings.Fields(name), " ")
		if name != "" && utf8.RuneCountInString(name) <= longest && !slices.Contains(d.Authors, name) {
			d.Authors = append(d.Authors, name)
		}
	}
}

// Unmarked is the bytes of a file that is text, from the first that is no byte
// order mark of UTF-8 and no white space.
func Unmarked(data []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n")
}

// Paragraphs returns the paragraphs in reading order, those in tables left out.
func (d *Document) Paragraphs() []Paragraph {
	var list []Paragraph
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			list = append(list, *b.Paragraph)
		}
	}
	return list
}

// Tables returns the tables in reading order.
func (d *Document) Tables() []*Table {
	var list []*Table
	for _, b := range d.Blocks {
		if b.Table != nil {
			list = append(list, b.Table)
		}
	}
	return list
}
