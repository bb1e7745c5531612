package corpus

import (
	"context"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

// chain is the way of one file through the program. Tests put their own in.
type chain struct {
	read  func(ctx context.Context, name string, data []byte) (*document.Document, error)
	parse func(*document.Document) (*parser.Report, error)
	check func(*parser.Report) []validate.Finding
	close func()
}

// open makes the real chain.
func open(reader string, workers int) chain {
	none := func(context.Context, string, []byte) (*document.Document, error) {
		return nil, document.Errorf(document.Unsupported, "没有能读这种文件的程序")
	}
	return chain{read: none, close: func() {}}
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
