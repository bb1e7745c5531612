package parser

import (
	"context"
	"errors"
	"image"
	paint "image/draw"
	"math"
	"slices"
	"strings"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf"
	ocr "gouji/parser/scan"
)

// A Word report into which a screenshot of the table was pasted becomes a PDF whose
// pages are text around a picture. What is read in the picture is put among the
// page's own glyphs and rulings, where the picture stands: the table finder then
// sees one page.

// insets reads the tables that are pictures on a page of text, and tells how many
// there are. Without Tesseract it counts them.
func (e *recogniser) insets(ctx context.Context, page layout.Page) (tables int, err error) {
	boxes := pdf.Insets(page)
	if len(boxes) == 0 {
		return 0, nil
	}
	picture, err := e.drawn(page)
	if known := (*document.Error)(nil); errors.As(err, &known) && ctx.Err() == nil {
		return 0, nil // the page has its text; nobody knows whether a table is among its pictures
	}
	if err != nil {
		return 0, err
	}
	for _, box := range boxes {
		part := cutOut(picture, box, page)
		size := layout.Page{Number: page.Number, Width: box.Width(), Height: box.Height()}
		if ocr.CountCells(part, size) < tabular {
			continue
		}
		if tables++; e.tesseract == nil {
			continue
		}
		ocr.AskPatience(ctx, 1)
		size.Layer = pictureLayer(page, box)
		read, err := e.tesseract.Page(ctx, part, size)
		if err != nil {
			return tables, err
		}
		put(read, box, &e.content.Pages[page.Number-1])
		e.looked = append(e.looked, page.Number)
	}
	return tables, nil
}

// miss says how many tables were not read for want of Tesseract.
func (e *recogniser) miss(tables int) {
	if tables > 0 {
		e.content.Incomplete = joinReasons(e.content.Incomplete, unreadPictures(tables))
	}
}

// cutOut is the part of a page's picture that a box of the page shows.
func cutOut(picture image.Image, box document.Box, page layout.Page) image.Image {
	bounds := picture.Bounds()
	across, down := float64(bounds.Dx())/page.Width, float64(bounds.Dy())/page.Height
	part := image.Rect(
		int(math.Floor(box.X0*across)), int(math.Floor(box.Y0*down)),
		int(math.Ceil(box.X1*across)), int(math.Ceil(box.Y1*down))).Add(bounds.Min).Intersect(bounds)
	out := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	paint.Draw(out, out.Rect, picture, part.Min, paint.Src)
	return out
}

// put adds what was read in a picture to its page. What the file itself says there,
// a page number, is surer than its picture.
func put(read layout.Page, at document.Box, page *layout.Page) {
	own := layout.Inside(page.Glyphs, at)
	for _, g := range read.Glyphs {
		g.Box = moved(g.Box, at)
		g.Doubt = strings.ReplaceAll(g.Doubt, "扫描件", "图片")
		known := func(o layout.Glyph) bool { return o.Box.Contains(g.Box.Center()) || g.Box.Contains(o.Box.Center()) }
		if !slices.ContainsFunc(own, known) {
			page.Glyphs = append(page.Glyphs, g)
		}
	}
	for _, ruling := range read.Rulings {
		ruling.Box = moved(ruling.Box, at)
		page.Rulings = append(page.Rulings, ruling)
	}
	page.Pictures = slices.DeleteFunc(page.Pictures, func(p document.Box) bool { return at.Contains(p.Center()) })
}

// pictureLayer is the part of the page's layer that lies below a picture, as the
// picture has it.
func pictureLayer(page layout.Page, at document.Box) []layout.Glyph {
	list := layout.Inside(page.Layer, at)
	for i := range list {
		list[i].Box = moved(list[i].Box, document.Box{X0: -at.X0, Y0: -at.Y0})
	}
	return list
}

// moved is a box of a picture on the page that shows the picture there.
func moved(box, at document.Box) document.Box {
	return document.Box{X0: box.X0 + at.X0, Y0: box.Y0 + at.Y0, X1: box.X1 + at.X0, Y1: box.Y1 + at.Y0}
}
