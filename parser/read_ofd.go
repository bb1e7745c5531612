package parser

import (
	"context"

	"gouji/parser/document"
	"gouji/parser/ofd"
	"gouji/parser/pdf"
)

// readOFD reads an OFD file: its pages go the way of those of a PDF.
func (r *Reader) readOFD(ctx context.Context, data []byte) (*document.Document, error) {
	file, content, err := r.openOFD(ctx, data)
	if err != nil {
		return nil, err
	}
	d, err := laidOut(ctx, content, false)
	if err != nil {
		return nil, err
	}
	d.Format, d.Reader = document.OFD, "ofd"+d.Reader
	d.AddAuthors(file.Authors()...)
	return d, nil
}

// openOFD gives an OFD file and what it draws.
func (r *Reader) openOFD(ctx context.Context, data []byte) (*ofd.File, *pdf.Content, error) {
	file, err := ofd.Open(ctx, data, r.options.Limits.ofd())
	if err != nil {
		return nil, nil, err
	}
	content, err := file.Read(ctx)
	return file, content, err
}
