// Package docx reads Word files: bytes in, the paragraphs and tables that a
// person sees on paper out, in reading order, with automatic numbers, without
// what tracked changes have deleted.
//
//	doc, err := docx.Read(ctx, data, docx.Limits{})
//
// The way of a file: the container (container.go) is opened through
// github.com/nguyenthenguyen/docx under limits; the XML of its document part
// is walked once (scan.go, body.go, run.go, draw.go, table.go) into a tree
// that is still the file's; the tree is composed (compose.go, grid.go,
// fill.go) into a document.Document with the help of the styles (styles.go)
// and the numbering (numbering.go).
//
// The bargain: nothing shown is lost, nothing hidden is printed. Inserted text
// is in, deleted text is out, and both are counted in Revisions. Of two
// versions of one thing (a drawing and its fallback) there is one. Headers,
// footers, notes, equations and bullets are left out. Where the file does not
// say in which column a cell stands, the cell is doubtful.
//
// Places: paragraphs count from 1 over everything outside tables, text boxes
// and empty paragraphs included; tables count from 1 in reading order, those
// that only lay out the page left out; columns count the visible ones.
package docx

import (
	"context"
	"strings"

	"gouji/parser/document"
)

// Read reads a DOCX file. The error, if any, is a *document.Error: Encrypted,
// Corrupt, Unsupported, TooLarge or Timeout. Styles or numbering that cannot
// be read are no error: the Document says so in Incomplete.
func Read(ctx context.Context, data []byte, limits Limits) (*document.Document, error) {
	limits = limits.withDefaults()
	if ctx.Err() != nil {
		return nil, timeout(ctx)
	}
	c, err := openContainer(ctx, data, limits)
	if err != nil {
		return nil, err
	}
	p, err := c.read()
	if err != nil {
		return nil, err
	}
	return compose(ctx, p, limits)
}

func compose(ctx context.Context, p parts, limits Limits) (*document.Document, error) {
	doc := &document.Document{Format: document.DOCX, Reader: "docx"}
	styleScan := newScanner(ctx, "样式部件", p.styles, limits)
	numberScan := newScanner(ctx, "编号部件", p.numbers, limits)
	styles := readStyles(styleScan)
	numbers := readNumbering(numberScan)
	w := &walk{scanner: newScanner(ctx, p.main, p.document, limits), limits: limits, styles: styles}
	body := w.body()
	// The document part is read to its end: a file cut off below its last
	// table is damaged all the same.
	for w.next() != none {
	}
	if w.err != nil {
		return nil, w.err
	}
	doc.Incomplete = w.incomplete
	if strings.Contains(p.document, "\uFFFD") {
		doc.Incomplete = "正文里有不是 UTF-8 的字节，显示为 \uFFFD"
	}
	for _, s := range []*scanner{styleScan, numberScan} {
		if s.err != nil && s.err.Kind == document.Timeout {
			return nil, s.err
		}
		if s.err != nil {
			doc.Incomplete = s.err.Message + "；自动编号和标题级别可能不全"
		}
	}
	c := &composer{doc: doc, numbers: newCounter(numbers, styles), styles: styles, limits: limits}
	c.blocks(body)
	if c.err != nil {
		return nil, c.err
	}
	doc.Revisions, doc.Pictures = w.revisions, w.pictures
	return doc, nil
}
