package parser

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"gouji/parser/doc"
	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/html"
	office "gouji/parser/locked"
	"gouji/parser/mhtml"
	"gouji/parser/odt"
	"gouji/parser/pdf"
	"gouji/parser/rtf"
	"gouji/parser/wordxml"
)

// The readers of PDF files.
const (
	PDFium     = "pdfium"     // Google's PDFium, sandboxed; the default
	Ledongthuc = "ledongthuc" // pure Go, for processors that have no WebAssembly compiler; main must call ledongthuc.ChildMain first
)

// Options of a Reader; the zero value is useful.
type Options struct {
	Reader    string   // PDFium or Ledongthuc; empty means PDFium
	Passwords []string // tried in order on files that need one
	Convert   bool     // LibreOffice, where it is installed, may help with files that cannot be read otherwise
	Workers   int      // most PDF files read at a time; 0 means one for each processor

	Limits Limits
}

// Reader turns the bytes of files into documents. It is safe for concurrent
// use. Close it to end the PDF readers that it started.
type Reader struct {
	options Options
	mu      sync.Mutex
	engine  *pdf.Engine // started by the first PDF file
	closed  bool

	children chan struct{} // the child processes that are running
}

// NewReader makes a Reader. It costs nothing until the first file is read.
func NewReader(o Options) *Reader {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Reader == "" {
		o.Reader = PDFium
	}
	o.Limits = o.Limits.WithDefaults()
	return &Reader{options: o, children: make(chan struct{}, o.Workers)}
}

// Close ends what the Reader started; it must not be used any more.
func (r *Reader) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	if r.engine != nil {
		r.engine.Close()
		r.engine = nil
	}
	return nil
}

// Read reads a file of any supported format, told by its content: name serves
// messages only. Errors are *document.Error.
func (r *Reader) Read(ctx context.Context, name string, data []byte) (*document.Document, error) {
	d, err := r.native(ctx, name, data)
	if err != nil {
		return r.orConverted(ctx, name, data, err)
	}
	return d, nil
}

// native reads a file by our own readers.
func (r *Reader) native(ctx context.Context, name string, data []byte) (*document.Document, error) {
	format, data, err := r.unlocked(ctx, data)
	if err != nil {
		return nil, err
	}
	d, err := r.read(ctx, format, data)
	if err == nil && len(d.Embedded) > 0 {
		err = r.readEmbedded(ctx, d)
	}
	if err == nil {
		err = r.readShown(ctx, d)
	}
	if err != nil {
		return nil, asError(ctx, name, err)
	}
	if !hasText(d) {
		return nil, orDamaged(noText(d), d)
	}
	return d, nil
}

// unlocked tells a file's format, that of the inner file of one under a password,
// whose bytes it gives.
func (r *Reader) unlocked(ctx context.Context, data []byte) (document.Format, []byte, error) {
	format, err := sniff(data)
	if format != locked {
		return format, data, err
	}
	if data, err = office.Package(ctx, data, r.options.Passwords); err != nil {
		return "", nil, err
	}
	if format, err = sniff(data); format == locked {
		return "", nil, document.Errorf(document.Corrupt, "加密的文件里又是加密的文件")
	}
	return format, data, err
}

func (r *Reader) read(ctx context.Context, format document.Format, data []byte) (*document.Document, error) {
	switch format {
	case document.DOCX:
		return docx.Read(ctx, data, r.options.Limits.word())
	case document.DOC:
		return doc.Read(ctx, data, r.options.Limits.word(), r.options.Passwords...)
	case document.HTML:
		return html.Read(ctx, data, r.options.Limits.page())
	case document.RTF:
		return rtf.Read(ctx, data, r.options.Limits.word())
	case document.ODT:
		return odt.Read(ctx, data, r.options.Limits.word())
	case document.WordXML:
		return wordxml.Read(ctx, data, r.options.Limits.word())
	case document.OFD:
		return r.readOFD(ctx, data)
	case document.MHTML:
		return mhtml.Read(ctx, data, r.options.Limits.page())
	}
	return r.readPDF(ctx, data)
}

// asError makes sure that the caller gets a kind to branch on.
func asError(ctx context.Context, name string, err error) error {
	var known *document.Error
	switch {
	case errors.As(err, &known):
		return err
	case ctx.Err() != nil:
		return &document.Error{Kind: document.Timeout, Message: "读取超时，已中止", Err: err, Limit: document.Time}
	}
	return &document.Error{Kind: document.Corrupt, Message: "文件无法读取", Err: fmt.Errorf("%s: %w", name, err)}
}

// hasText reports whether any visible character was read.
func hasText(d *document.Document) bool {
	for _, b := range d.Blocks {
		if b.Paragraph != nil && strings.TrimSpace(b.Paragraph.Text) != "" {
			return true
		}
		if b.Table == nil {
			continue
		}
		for _, c := range b.Table.Cells {
			if strings.TrimSpace(c.Text) != "" {
				return true
			}
		}
	}
	return false
}

func noText(d *document.Document) error {
	if d.Pictures > 0 {
		return document.Errorf(document.NoText, "文件里只有图片，没有文字，可能是扫描件")
	}
	return document.Errorf(document.NoText, "文件里没有文字")
}
