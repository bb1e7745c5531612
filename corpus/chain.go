package corpus

import (
	"context"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/validate"
)

// chain is the way of one file through the program. Tests put their own in.
type chain struct {
	read  func(ctx context.Context, name string, data []byte) (*document.Document, error)
	pages func(ctx context.Context, name string, data []byte) ([]layout.Page, error)
	parse func(*document.Document) (*parser.Report, error)
	check func(*parser.Report) []validate.Finding
	close func()
}

// open makes the real chain.
func open(reader string, workers int) chain {
	r := parser.NewReader(parser.Options{Reader: reader, Workers: workers})
	return chain{read: r.Read, pages: r.Pages, parse: parser.Parse, close: func() { r.Close() }}
}

// apply fills the result from the file's bytes, as far as it gets.
func (c chain) apply(ctx context.Context, data []byte, result *Result) error {
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
	result.Findings = c.check(report)
	return nil
}
