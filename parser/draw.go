package parser

import (
	"context"
	"image"
	"slices"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/ofd"
)

// Drawing is a page of a file as a person sees it.
type Drawing struct {
	Page layout.Page // its number and size; all of it where there is no Picture
	// Picture is nil where the page has to be set from its glyphs and rulings: an
	// OFD file names its fonts and seldom brings them.
	Picture image.Image
}

// Draw draws pages, counted from 1, of a PDF or OFD file, without recognising
// anything. Errors are *document.Error: of kind Unsupported for the formats that
// have no pages.
func (r *Reader) Draw(ctx context.Context, data []byte, pages []int, dpi float64) ([]Drawing, error) {
	format, data, err := r.unlocked(ctx, data)
	if err != nil {
		return nil, err
	}
	var drawings []Drawing
	switch {
	case format == document.PDF && r.options.Reader == PDFium:
		drawings, err = r.render(ctx, data, pages, dpi)
	case format == document.PDF:
		drawings, err = r.outline(ctx, data, pages)
	case format == document.OFD:
		drawings, err = r.drawOFD(ctx, data, pages, dpi)
	default:
		return nil, document.Errorf(document.Unsupported, "这种格式没有页面")
	}
	if err != nil {
		return nil, asError(ctx, "page", err)
	}
	return drawings, nil
}

// render has PDFium draw the pages.
func (r *Reader) render(ctx context.Context, data []byte, pages []int, dpi float64) ([]Drawing, error) {
	engine, err := r.pdfium()
	if err != nil {
		return nil, err
	}
	var list []Drawing
	for _, number := range pages {
		picture, err := engine.Render(ctx, data, number, dpi)
		if err != nil {
			return nil, err
		}
		size := picture.Bounds().Size()
		points := func(pixels int) float64 { return float64(pixels) * 72 / dpi }
		list = append(list, Drawing{layout.Page{Number: number, Width: points(size.X), Height: points(size.Y)}, picture})
	}
	return list, nil
}

// outline gives what a reader that cannot draw makes out of the pages.
func (r *Reader) outline(ctx context.Context, data []byte, pages []int) ([]Drawing, error) {
	content, err := r.pages(ctx, data)
	if err != nil {
		return nil, err
	}
	return drawn(content.Pages, pages, func(page layout.Page) (Drawing, error) { return Drawing{Page: page}, nil })
}

func (r *Reader) drawOFD(ctx context.Context, data []byte, pages []int, dpi float64) ([]Drawing, error) {
	file, err := ofd.Open(ctx, data, r.options.Limits.ofd())
	if err != nil {
		return nil, err
	}
	content, err := file.Read(ctx)
	if err != nil {
		return nil, err
	}
	return drawn(content.Pages, pages, func(page layout.Page) (Drawing, error) {
		if len(page.Glyphs) > 0 {
			return Drawing{Page: page}, nil
		}
		picture, err := file.Picture(ctx, page, dpi)
		return Drawing{page, picture}, err
	})
}

// drawn draws those of the pages that have one of the numbers.
func drawn(pages []layout.Page, numbers []int, draw func(layout.Page) (Drawing, error)) ([]Drawing, error) {
	var list []Drawing
	for _, page := range pages {
		if !slices.Contains(numbers, page.Number) {
			continue
		}
		drawing, err := draw(page)
		if err != nil {
			return nil, err
		}
		list = append(list, drawing)
	}
	return list, nil
}
