package parser

import (
	"bytes"
	"context"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/metafile"
	ocr "gouji/parser/scan"
)

const (
	// mostShownPixels bounds a picture: a scan of A4 at 300 dots per inch has 9
	// million.
	mostShownPixels = 20_000_000
	// leastShownWidth and leastShownHeight, pixels: in a smaller picture no table can be
	// read. Pages show dozens of icons.
	leastShownWidth, leastShownHeight = 200, 40
	// tabular, cells: a picture with so many is a table. The smallest of the form,
	// table four, has 15 figures; a photograph has no rulings at all.
	tabular = 12
	// shownWidth, points: as wide as the text of an A4 page, which a table of the
	// form fills. Files mostly do not say how large a picture is shown.
	shownWidth = 450.0
)

// shownPicture is a picture that can be read. Its pixels are unpacked again when it
// is: those of thirty scanned pages take a gigabyte.
type shownPicture struct {
	document.Picture
	size  image.Point  // pixels
	drawn *layout.Page // what a metafile draws; nil for pixels
	table bool
	// illegible: it looks like a table, or may be one, and cannot be read.
	illegible bool
}

// look tells what a picture is; false when it cannot be read, or shows nothing.
func look(p document.Picture) (shownPicture, bool) {
	if p.Data = unpacked(p.Data); metafile.Is(p.Data) {
		return lookAtDrawing(p)
	}
	if mayHideTable(p.Data) {
		return shownPicture{Picture: p, illegible: true}, true
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(p.Data))
	if err != nil || size.Width < leastShownWidth || size.Height < leastShownHeight || size.Width*size.Height > mostShownPixels {
		return shownPicture{}, false
	}
	shown := shownPicture{Picture: p, size: image.Pt(size.Width, size.Height)}
	pixels := shown.pixels()
	if pixels == nil {
		return shownPicture{}, false
	}
	shown.table = ocr.CountCells(pixels, shown.page()) >= tabular
	return shown, true
}

// pixels unpacks a picture; nil when it is damaged. The readers of picture formats
// are not all made for hostile input: one that panics has met a damaged picture.
func (p *shownPicture) pixels() (picture image.Image) {
	defer func() {
		if recover() != nil {
			picture = nil
		}
	}()
	picture, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return nil
	}
	return picture
}

// read gives what a picture shows as a page of the number.
func (p *shownPicture) read(ctx context.Context, tesseract *ocr.Tesseract, number int) (layout.Page, error) {
	if p.drawn != nil {
		page := *p.drawn
		page.Number = number
		return page, nil
	}
	page := p.page()
	page.Number = number
	return tesseract.Page(ctx, p.pixels(), page)
}

// page is a blank one of the picture's size.
func (p *shownPicture) page() layout.Page {
	width := shownWidth
	if p.isPage() {
		width = pageWidth
	}
	return layout.Page{Width: width, Height: width * float64(p.size.Y) / float64(p.size.X)}
}
