package parser

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf"
	ocr "gouji/parser/scan"
)

// recognition tells how much of a file had to be recognised.
type recognition struct {
	pages  int // that are pictures
	tables int // that are pictures on pages of text
}

func (n recognition) any() bool { return n != recognition{} }

// readPages gives what a PDF file shows, and how much of it had to be recognised.
func (r *Reader) readPages(ctx context.Context, data []byte) (content *pdf.Content, seen recognition, err error) {
	if content, err = r.pages(ctx, data); err != nil {
		return nil, seen, err
	}
	seen, err = recognise(ctx, content, func(page layout.Page) (image.Image, error) {
		engine, err := r.pdfium()
		if err != nil {
			return nil, err
		}
		if slices.Contains(content.Doubled, page.Number) {
			return engine.RenderWithoutText(ctx, data, page.Number, ocr.DPI)
		}
		return engine.Render(ctx, data, page.Number, ocr.DPI)
	})
	return content, seen, err
}

// recognise reads the pages that show pictures and no text, and the tables that are
// pictures on others, as they are drawn. Without Tesseract only a file that has no
// text at all is an error, which says how to install it. Pages that cannot be drawn
// are told of.
func recognise(ctx context.Context, content *pdf.Content, drawn func(layout.Page) (image.Image, error)) (seen recognition, err error) {
	pages := content.Pictured()
	tesseract, missing := ocr.FindTesseract()
	if missing != nil && content.Scanned() {
		return seen, missing
	}
	e := &recogniser{tesseract: tesseract, content: content, drawn: drawn}
	for i, page := range content.Pages {
		if slices.Contains(pages, i) {
			continue
		}
		tables, err := e.insets(ctx, page)
		if err != nil {
			return seen, err
		}
		seen.tables += tables
	}
	if missing != nil {
		e.miss(seen.tables)
		return recognition{}, nil
	}
	seen.pages, err = e.pages(ctx, pages)
	content.Damage = joinReasons(content.Damage, e.torn())
	return seen, err
}

// recogniser looks at what a file shows.
type recogniser struct {
	tesseract *ocr.Tesseract // nil when it is not installed
	content   *pdf.Content
	drawn     func(layout.Page) (image.Image, error)
	looked    []int // numbers of the pages whose pictures were read
}

// torn says on which pages damaged pictures were read; empty for none. Decoders show
// of them what they like.
func (e *recogniser) torn() string {
	pages := slices.DeleteFunc(slices.Clone(e.content.Torn), func(page int) bool { return !slices.Contains(e.looked, page) })
	if len(pages) == 0 {
		return ""
	}
	return pdf.PageList(pages) + "的图片数据已损坏，认出的内容可能缺失或错误"
}

// pages reads those pages whole, and tells how many it could.
func (e *recogniser) pages(ctx context.Context, pages []int) (read int, err error) {
	if len(pages) == 0 {
		return 0, nil
	}
	ocr.AskPatience(ctx, len(pages))
	var lost []int
	var why error
	for _, i := range pages {
		picture, err := e.drawn(e.content.Pages[i])
		if isOfPage(err) {
			lost, why = append(lost, i+1), err
			continue
		}
		if err != nil {
			return read, err
		}
		if e.content.Pages[i], err = e.tesseract.Page(ctx, picture, e.content.Pages[i]); err != nil {
			return read, err
		}
		read++
		e.looked = append(e.looked, i+1)
	}
	acquit(e.content, read)
	return read, unrecognised(e.content, lost, why)
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
	content.Incomplete = joinReasons(content.Incomplete, said)
	return nil
}

// acquit takes back the doubt that the fonts cast on a file when all of its pages
// were looked at: a font without a table of its characters lies about all of them.
func acquit(content *pdf.Content, recognised int) {
	if recognised == len(content.Pages) && content.Damage == content.Lie {
		content.Damage, content.Lie = "", ""
	}
}
