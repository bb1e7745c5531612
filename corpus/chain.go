package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/layout"
)

// chain is the way of one file through the program. Tests put their own in.
type chain struct {
	read  func(ctx context.Context, name string, data []byte) (*document.Document, error)
	pages func(ctx context.Context, name string, data []byte) ([]layout.Page, error)
	parse func(*document.Document) (*parser.Report, error)
	close func()
	cache Cache // nil when nothing is kept
	keys  bool  // there are passwords, which may open what was locked before
	retry bool  // what failed before is tried again
}

// open makes the real chain.
func (b *Batch) open(workers int) chain {
	r := b.reader(workers)
	return chain{read: r.Read, pages: r.Pages, parse: parser.Parse, close: func() { r.Close() }}
}

func (b *Batch) reader(workers int) *parser.Reader {
	return parser.NewReader(parser.Options{Reader: b.Reader, Workers: workers, Limits: b.Limits.Limits, Passwords: b.Passwords, Convert: b.Convert})
}

// apply fills the result from the file, as far as it gets.
func (c chain) apply(ctx context.Context, f file, result *Result) error {
	if f.SHA256 != "" {
		return c.recall(f, result)
	}
	data, failure := f.load()
	if failure != nil {
		return failure
	}
	sum := sha256.Sum256(data)
	result.Source.SHA256 = hex.EncodeToString(sum[:])
	if c.known(result) && (result.Err == nil || !c.retry) {
		return nil
	}
	result.Err, result.kept = nil, false
	if len(data) == 0 {
		return document.Errorf(document.Corrupt, "文件是空的（0 字节）")
	}
	return c.readInto(ctx, data, result)
}

func (c chain) readInto(ctx context.Context, data []byte, result *Result) error {
	doc, err := c.read(ctx, result.Source.Path, data)
	if err != nil {
		return err
	}
	result.Document = doc
	result.Source.Format, result.Source.Pages, result.Source.Reader = doc.Format, doc.Pages, doc.Reader
	report, err := c.parse(doc)
	if err != nil {
		return err
	}
	report.Source = result.Source
	result.Report = report
	return nil
}

// recall fills the result of a file whose bytes are not at hand any more.
func (c chain) recall(f file, result *Result) error {
	result.Source.SHA256 = f.SHA256
	if !c.known(result) {
		return document.Errorf(document.Unreadable, "结果库里没有这份文件读出的内容")
	}
	return nil
}

// known fills the result from the cache, if the content was read before. A cache
// that cannot say is one that does not know.
func (c chain) known(result *Result) bool {
	if c.cache == nil {
		return false
	}
	kept, ok, err := c.cache.Get(result.Source.SHA256)
	if err != nil || !ok || c.keys && kept.Err != nil && kept.Err.Kind == document.Encrypted {
		return false
	}
	kept.Source.Path, kept.file, kept.kept = result.Source.Path, result.file, true
	if kept.Report != nil {
		kept.Report.Source = kept.Source
	}
	*result = kept
	return true
}
