package parser

import (
	"context"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf"
	"gouji/parser/pdf/ledongthuc"
)

// readPDF reads a PDF file with the reader that the options name.
func (r *Reader) readPDF(ctx context.Context, data []byte) (*document.Document, error) {
	content, seen, err := r.readPages(ctx, data)
	if err != nil {
		return nil, err
	}
	d, err := laidOut(ctx, content, seen)
	if err != nil {
		return nil, err
	}
	d.Format, d.Reader = document.PDF, r.options.Reader+d.Reader
	d.AddAuthors(content.Author)
	return d, nil
}

// laidOut makes the document of what pages draw; its Reader is what was done
// besides reading, "+tesseract".
func laidOut(ctx context.Context, content *pdf.Content, seen recognition) (*document.Document, error) {
	d, err := layout.Document(ctx, content.Pages)
	if err != nil {
		return nil, document.Errorf(document.Timeout, "读取超过规定的时间：%w", err)
	}
	d.Incomplete, d.Damage, d.Pages = content.Incomplete, content.Damage, len(content.Pages)
	if d.Recognised = seen.any(); d.Recognised {
		d.RecognisedTables = seen.pages == 0
		d.Reader = "+tesseract"
		markUnseen(d)
		readLabels(d)
	}
	return d, nil
}

// pages gives what a PDF file draws.
func (r *Reader) pages(ctx context.Context, data []byte) (*pdf.Content, error) {
	switch r.options.Reader {
	case PDFium:
		engine, err := r.pdfium()
		if err != nil {
			return nil, err
		}
		limits := r.options.Limits.pdf()
		limits.Judge = judgeDigit
		return engine.Read(ctx, data, limits)
	case Ledongthuc:
		return r.readInChild(ctx, data)
	}
	return nil, document.Errorf(document.Unsupported, "没有名为 %s 的 PDF 读取器", r.options.Reader)
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
		r.engine = pdf.NewEngine(r.options.Workers, int(r.options.Limits.Memory))
		r.engine.Passwords = r.options.Passwords
	}
	return r.engine, nil
}

// readInChild reads with the second reader, no more files at a time than the
// options allow: each takes a process of its own.
func (r *Reader) readInChild(ctx context.Context, data []byte) (*pdf.Content, error) {
	select {
	case r.children <- struct{}{}:
		defer func() { <-r.children }()
	case <-ctx.Done():
		return nil, &document.Error{Kind: document.Timeout, Message: "读取超时，已中止", Err: ctx.Err()}
	}
	return ledongthuc.Read(ctx, data, r.options.Limits.pdf(), r.options.Passwords...)
}
