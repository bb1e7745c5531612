package parser

import (
	"context"

	"gouji/parser/pdf"
	ocr "gouji/parser/scan"
)

// readPages gives what a PDF file shows, and whether some of it had to be
// recognised.
func (r *Reader) readPages(ctx context.Context, data []byte) (content *pdf.Content, recognised bool, err error) {
	if content, err = r.pages(ctx, data); err != nil {
		return nil, false, err
	}
	recognised, err = r.recognise(ctx, data, content)
	return content, recognised, err
}

// recognise reads the pages of a PDF file that show pictures and no text; false
// when there is none. Without Tesseract only a file that has no text at all is
// an error, which says how to install it.
func (r *Reader) recognise(ctx context.Context, data []byte, content *pdf.Content) (bool, error) {
	pages := content.Pictured()
	if len(pages) == 0 {
		return false, nil
	}
	tesseract, err := ocr.FindTesseract()
	if err != nil {
		if content.Scanned() {
			return false, err
		}
		return false, nil
	}
	engine, err := r.pdfium()
	if err != nil {
		return false, err
	}
	ocr.AskPatience(ctx, len(pages))
	for _, i := range pages {
		picture, err := engine.Render(ctx, data, i+1, ocr.DPI)
		if err != nil {
			return false, err
		}
		if content.Pages[i], err = tesseract.Page(ctx, picture, content.Pages[i]); err != nil {
			return false, err
		}
	}
	return true, nil
}
