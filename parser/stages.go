package parser

import (
	"context"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf"
)

// Pages gives what a PDF or OFD file draws on its pages, as layout starts from, so
// that every stage of the reading can be looked at. Errors are
// *document.Error: of kind Unsupported for the formats that have no pages.
func (r *Reader) Pages(ctx context.Context, name string, data []byte) ([]layout.Page, error) {
	format, data, err := r.unlocked(ctx, data)
	if err != nil {
		return nil, err
	}
	var content *pdf.Content
	switch format {
	case document.PDF:
		content, _, err = r.readPages(ctx, data)
	case document.OFD:
		_, content, _, err = r.openOFD(ctx, data)
	default:
		return nil, document.Errorf(document.Unsupported, "只有 PDF 和 OFD 才有字形、线条和表格线可看")
	}
	if err != nil {
		return nil, asError(ctx, name, err)
	}
	return content.Pages, nil
}
