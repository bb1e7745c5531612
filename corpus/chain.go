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
}

// open makes the real chain.
func (b *Batch) open(workers int) chain {
	r := parser.NewReader(parser.Options{Reader: b.Reader, Workers: workers, Limits: b.Limits.Limits, Passwords: b.Passwords})
	return chain{read: r.Read, pages: r.Pages, parse: parser.Parse, close: func() { r.Close() }}
}

// apply fills the result from the file, as far as it gets.
func (c chain) apply(ctx context.Context, f file, result *Result) error {
	data, failure := f.load()
	if failure != nil {
		return failure
	}
	sum := sha256.Sum256(data)
	result.Source.SHA256 = hex.EncodeToString(sum[:])
	if len(data) == 0 {
		return document.Errorf(document.Corrupt, "文件是空的（0 字节）")
	}
	doc, err := c.read(ctx, f.path, data)
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
