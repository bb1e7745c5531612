package parser

import (
	"context"

	"gouji/parser/document"
)

// Files in a Word file whose text stands in its own, w:altChunk: scripts of web pages,
// as html-docx-js, save a page as a Word file that holds nothing but the page, and
// systems put a table each into a form that somebody drew in Word.

// mostEmbedded are read of a file; a report has three tables.
const mostEmbedded = 30

const unreadEmbedded = "文件里嵌有另一个文件（altChunk），它的内容没有读"

// flowing are the formats that can stand in a Word file, those of pages left out.
var flowing = map[document.Format]bool{
	document.HTML: true, document.MHTML: true, document.RTF: true, document.DOCX: true, document.WordXML: true, document.DOC: true,
}

// readEmbedded reads the files that a document embeds into their places. What cannot
// be read is named in Incomplete.
func (r *Reader) readEmbedded(ctx context.Context, d *document.Document) error {
	whole, rest := joinedFile{Document: d}, d.Blocks
	d.Blocks = nil
	for i, file := range d.Embedded {
		at := indexAfter(rest, file.After)
		whole.own(rest[:at])
		rest = rest[at:]
		inner := r.readInner(ctx, file)
		if inner == nil || i >= mostEmbedded {
			d.Incomplete = joinReasons(d.Incomplete, unreadEmbedded)
			continue
		}
		whole.embed(inner)
	}
	whole.own(rest)
	d.Embedded = nil
	return ctx.Err()
}

// readInner reads an embedded file; nil for one that cannot be read.
func (r *Reader) readInner(ctx context.Context, file document.Embedded) *document.Document {
	format, err := sniff(file.Data)
	if err != nil || !flowing[format] {
		return nil
	}
	inner, err := r.read(ctx, format, file.Data)
	if err != nil {
		return nil
	}
	if len(inner.Embedded) > 0 { // files in files in files: nobody makes these
		inner.Incomplete = joinReasons(inner.Incomplete, unreadEmbedded)
	}
	return inner
}

// joinedFile is a document into which those of others are put, its tables and
// paragraphs numbered anew: a person counts them as they are shown.
type joinedFile struct {
	*document.Document
	added document.Place // tables and paragraphs that were embedded so far
	last  document.Place // numbers of the last of all
}

// own adds blocks of the file itself.
func (f *joinedFile) own(blocks []document.Block) { f.add(blocks, f.added) }

// embed adds an embedded document.
func (f *joinedFile) embed(inner *document.Document) {
	before := f.last
	f.add(inner.Blocks, before)
	f.added.Table += f.last.Table - before.Table
	f.added.Paragraph += f.last.Paragraph - before.Paragraph
	f.Shown = append(f.Shown, inner.Shown...)
	f.Pictures += inner.Pictures
	f.Incomplete = joinReasons(f.Incomplete, inner.Incomplete)
	f.Damage = joinReasons(f.Damage, inner.Damage)
	f.Revisions.Insertions += inner.Revisions.Insertions
	f.Revisions.Deletions += inner.Revisions.Deletions
	f.Revisions.Comments += inner.Revisions.Comments
}

// add adds blocks whose numbers are so much further.
func (f *joinedFile) add(blocks []document.Block, further document.Place) {
	move := func(p *document.Place) {
		if p.Table > 0 {
			p.Table += further.Table
		}
		if p.Paragraph > 0 {
			p.Paragraph += further.Paragraph
		}
		f.last.Table, f.last.Paragraph = max(f.last.Table, p.Table), max(f.last.Paragraph, p.Paragraph)
	}
	for _, b := range blocks {
		if b.Paragraph != nil {
			move(&b.Paragraph.Where)
			continue
		}
		move(&b.Table.Where)
		for i := range b.Table.Cells {
			move(&b.Table.Cells[i].Where)
		}
	}
	f.Blocks = append(f.Blocks, blocks...)
}
