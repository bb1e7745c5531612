package parser

import (
	"context"
	"errors"
	"fmt"
	"image"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf"
	ocr "gouji/parser/scan"
)

// readPages gives what a PDF file shows, and whether some of it had to be
// recognised.
func (r *Reader) readPages(ctx context.Context, data []byte) (content *pdf.Content, recognised bool, err error) {
	if content, err = r.pages(ctx, data); err != nil {
		return nil, false, err
	}
	recognised, err = recognise(ctx, content, func(page layout.Page) (image.Image, error) {
		engine, err := r.pdfium()
		if err != nil {
			return nil, err
		}
		return engine.Render(ctx, data, page.Number, ocr.DPI)
	})
	return content, recognised, err
}

// recognise reads the pages that show pictures and no text, as they are drawn;
// false when there is none. Without Tesseract only a file that has no text at all
// is an error, which says how to install it. Pages that cannot be drawn are told of.
func recognise(ctx context.Context, content *pdf.Content, drawn func(layout.Page) (image.Image, error)) (bool, error) {
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
	ocr.AskPatience(ctx, len(pages))
	var lost []int
	var why error
	for _, i := range pages {
		picture, err := drawn(content.Pages[i])
		if isOfPage(err) {
			lost, why = append(lost, i+1), err
			continue
		}
		if err != nil {
			return false, err
		}
		if content.Pages[i], err = tesseract.Page(ctx, picture, content.Pages[i]); err != nil {
			return false, err
		}
	}
	acquit(content, len(pages)-len(lost))
	return len(lost) < len(pages), unrecognised(content, lost, why)
}

// isOfPage reports whether an error says that a page cannot be drawn, and nothing
// of the others.
func isOfPage(err error) bool {
	var known *document.Error
	return errors.As(err, &known) && (known.Kind == document.Corrupt || known.Kind == document.Unsupported)
}

// unrecognised tells of the pages that could not be drawn; it is an error when
// nothing else is in the file.
func unrecognised(content *pdf.Content, lost []int, why error) error {
	if len(lost) == 0 {
		return nil
	}
	if content.Scanned() {
		return document.Errorf(document.NoText, "文件里只有图片，没有文字，图片又读不出来：%w", why)
	}
	said := fmt.Sprintf("有 %d 页是图片，读不出来（%s）", len(lost), pdf.PageList(lost))
	if content.Incomplete != "" {
		said = content.Incomplete + "；" + said
	}
	content.Incomplete = said
	return nil
}

// acquit takes back the doubt that the fonts cast on a file when all of its pages
// were looked at: a font without a table of its characters lies about all of them.
func acquit(content *pdf.Content, recognised int) {
	if recognised == len(content.Pages) && content.Damage == content.Lie {
		content.Damage, content.Lie = "", ""
	}
}
