package parser

import (
	"context"
	"image"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/ofd"
	"gouji/parser/pdf"
	ocr "gouji/parser/scan"
)

// readOFD reads an OFD file: its pages go the way of those of a PDF.
func (r *Reader) readOFD(ctx context.Context, data []byte) (*document.Document, error) {
	file, content, seen, err := r.openOFD(ctx, data)
	if err != nil {
		return nil, err
	}
	d, err := laidOut(ctx, content, seen)
	if err != nil {
		return nil, err
	}
	d.Format, d.Reader = document.OFD, "ofd"+d.Reader
	d.AddAuthors(file.Authors()...)
	return d, nil
}

// openOFD gives an OFD file and what it shows, and how much of it had to be
// recognised.
func (r *Reader) openOFD(ctx context.Context, data []byte) (file *ofd.File, content *pdf.Content, seen recognition, err error) {
	limits := r.options.Limits.ofd()
	limits.Judge = judgeDigit
	if file, err = ofd.Open(ctx, data, limits); err != nil {
		return nil, nil, seen, err
	}
	if content, err = file.Read(ctx); err != nil {
		return nil, nil, seen, err
	}
	seen, err = recognise(ctx, content, func(page layout.Page) (image.Image, error) {
		return file.Picture(ctx, page, ocr.DPI)
	})
	return file, content, seen, err
}
