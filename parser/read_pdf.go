package parser

import (
	"context"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf"
)

// readPDF reads a PDF file with the reader that the options name.
func (r *Reader) readPDF(ctx context.Context, data []byte) (*document.Document, error) {
	if r.options.Reader != "" && r.options.Reader != PDFium {
		return nil, document.Errorf(document.Unsupported, "没有名为 %s 的 PDF 读取器", r.options.Reader)
	}
	engine, err := r.pdfium()
	if err != nil {
		return nil, err
	}
	content, err := engine.Read(ctx, data, r.options.PDF)
	if err != nil {
		return nil, err
	}
	d := layout.Document(content.Pages)
	d.Format, d.Reader, d.Pages = document.PDF, PDFium, len(content.Pages)
	d.Incomplete = content.Incomplete
	if content.Scanned() {
		d.Pictures = max(d.Pictures, 1)
	}
	return d, nil
}

// pdfium starts the engine with the first PDF file: loading it takes longer
// than reading most other files.
func (r *Reader) pdfium() (*pdf.Engine, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return nil, document.Errorf(document.Unreadable, "读取器已经关闭")
	}
	if r.engine == nil {
		r.engine = pdf.NewEngine(r.options.Workers)
	}
	return r.engine, nil
}
