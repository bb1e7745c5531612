// Package docx reads Word files: bytes in, the paragraphs and tables that a
// person sees on paper out, in reading order, with automatic numbers, without
// what tracked changes have deleted.
//
//	doc, err := docx.Read(ctx, data, docx.Limits{})
//
// The way of a file: the container (container.go; flat.go for one that is a single
// XML file) is opened through github.com/nguyenthenguyen/docx under limits; the XML of its document part
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
		return nil, document.TimedOut(ctx)
	}
	c, err := openContainer(ctx, data, limits)
	if err != nil {
		return nil, err
	}
	p, err := c.read()
	if err != nil {
		return nil, err
	}
	d, err := compose(ctx, p, limits)
	if err == nil {
		c.lookUp(d, p.main)
		c.lookUpEmbedded(d, p.main)
	}
	return d, err
}

// Parts is the text of a file of another format, translated to the XML of a
// DOCX file. Styles and Numbering may be empty. Picture gives the picture of a name
// that the document shows, nil for one that is not in the file; it may be nil itself.
type Parts struct {
	Document, Styles, Numbering string

	Picture func(name string) []byte
}

// Decode gives the XML of a part as UTF-8, whichever of the encodings that XML of
// Office may have it is in.
func Decode(part string) string { return decode(part) }

// Compose makes the Document of parts that another reader wrote. Errors are
// those of Read.
func Compose(ctx context.Context, p Parts, limits Limits) (*document.Document, error) {
	d, err := compose(ctx, parts{main: "正文", document: p.Document, styles: p.Styles, numbers: p.Numbering}, limits.withDefaults())
	if err == nil && p.Picture != nil {
		fillShown(d, p.Picture)
	}
	return d, err
}

// compose makes the Document of a file's parts.
func compose(ctx context.Context, p parts, limits Limits) (*document.Document, error) {
	styleScan := newScanner(ctx, "样式部件", p.styles, limits)
	numberScan := newScanner(ctx, "编号部件", p.numbers, limits)
	styles, numbers := readStyles(styleScan), readNumbering(numberScan)
	w := &walk{scanner: newScanner(ctx, p.main, p.document, limits), limits: limits, styles: styles}
	body := w.body()
	// The document part is read to its end: a file cut off below its last
	// table is damaged all the same.
	for w.next() != none {
	}
	for _, s := range []*scanner{w.scanner, styleScan, numberScan} {
		if s.err != nil && (s == w.scanner && !p.tolerated(s.err) || s.err.Kind == document.Timeout) {
			return nil, s.err
		}
	}
	doc := &document.Document{Format: document.DOCX, Reader: "docx", Revisions: w.revisions, Pictures: w.pictures}
	c := &composer{doc: doc, numbers: newCounter(numbers, styles), styles: styles, limits: limits}
	c.blocks(body)
	if c.err != nil {
		return nil, c.err
	}
	doc.AddAuthors(p.authors...)
	doc.Incomplete = missing(p, w, styleScan, numberScan)
	if p.broken != "" {
		doc.Damage = p.broken + "，读出的内容可能缺失或错误"
	}
	return doc, nil
}

// tolerated reports whether the document part is read as far as the error: when
// it is known to be damaged. XML that is wrong in a sound archive is not Word's.
func (p *parts) tolerated(err *document.Error) bool {
	return p.broken != "" && err.Kind == document.Corrupt
}

// missing says what could not be read although the rest was.
func missing(p parts, w *walk, others ...*scanner) string {
	var list []string
	for _, damage := range []string{p.lost, p.broken} {
		if damage != "" {
			list = append(list, damage)
		}
	}
	if w.incomplete != "" {
		list = append(list, w.incomplete)
	}
	if strings.Contains(p.document, "\uFFFD") {
		list = append(list, "正文里有不是 UTF-8 的字节，显示为 \uFFFD")
	}
	damage := p.damage
	for _, s := range others {
		if s.err != nil {
			damage = append(damage, s.err.Message)
		}
	}
	if len(damage) > 0 {
		list = append(list, strings.Join(damage, "；")+"；自动编号和标题级别可能不全")
	}
	return strings.Join(list, "；")
}
