package parser

import (
	"bytes"
	"context"
	"fmt"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"strings"

	_ "golang.org/x/image/bmp"

	"gouji/parser/document"
	"gouji/parser/layout"
	ocr "gouji/parser/scan"
)

// Tables that are pictures: a unit pastes a photograph of the table into its Word
// file or page. They are read as scans are and put where the picture stands.

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

// readShown puts the tables that a file shows as pictures where they stand. Without
// Tesseract the document says in Incomplete that they were not read.
func (r *Reader) readShown(ctx context.Context, d *document.Document) error {
	shown := d.Shown
	d.Shown = nil
	var tables []shownTable
	for _, p := range shown {
		if picture, page := tableIn(p.Data); picture != nil {
			tables = append(tables, shownTable{p, picture, page})
		}
	}
	if len(tables) == 0 {
		return nil
	}
	tesseract, err := ocr.FindTesseract()
	if err != nil {
		d.Incomplete = joinReasons(d.Incomplete, unreadPictures(len(tables)))
		return nil
	}
	ocr.AskPatience(ctx, len(tables))
	for _, t := range tables {
		if err := t.read(ctx, tesseract, d); err != nil {
			return err
		}
	}
	d.Recognised, d.RecognisedTables = true, true
	d.Reader += "+tesseract"
	return nil
}

func unreadPictures(number int) string {
	return fmt.Sprintf("文件里有%d张图片看来是表格，没有识别。%s", number, ocr.HowToInstall)
}

// shownTable is a picture of a table.
type shownTable struct {
	document.Picture
	pixels image.Image
	page   layout.Page // of its size
}

// tableIn is the picture that the bytes hold and a page of its size, if it is one
// of a table.
func tableIn(data []byte) (image.Image, layout.Page) {
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || size.Width < leastShownWidth || size.Height < leastShownHeight || size.Width*size.Height > mostShownPixels {
		return nil, layout.Page{}
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	page := layout.Page{Width: shownWidth, Height: shownWidth * float64(size.Height) / float64(size.Width)}
	if err != nil || ocr.CountCells(picture, page) < tabular {
		return nil, layout.Page{}
	}
	return picture, page
}

// read recognises the table and puts it into the document.
func (t *shownTable) read(ctx context.Context, tesseract *ocr.Tesseract, d *document.Document) error {
	page, err := tesseract.Page(ctx, t.pixels, t.page)
	if err != nil {
		return err
	}
	found, err := layout.DocumentWithin(ctx, []layout.Page{page})
	if err != nil {
		return err
	}
	markUnseen(found)
	readLabels(found)
	for i := range found.Blocks {
		t.rePlace(&found.Blocks[i])
	}
	d.Blocks = insertedAfter(d.Blocks, t.After, found.Blocks)
	return nil
}

// rePlace says of what was read where in the file it stands.
func (t *shownTable) rePlace(b *document.Block) {
	if b.Paragraph != nil {
		b.Paragraph.Where = document.Place{Paragraph: t.Paragraph}
		return
	}
	b.Table.Where = document.Place{Paragraph: t.Paragraph}
	for i := range b.Table.Cells {
		c := &b.Table.Cells[i]
		c.Where = document.Place{Paragraph: t.Paragraph, Row: c.Row + 1, Column: c.Column + 1}
		c.Doubt = strings.ReplaceAll(c.Doubt, "扫描件", "图片")
	}
}

// insertedAfter puts blocks behind the one, or at the start for none.
func insertedAfter(blocks []document.Block, after document.Block, more []document.Block) []document.Block {
	at := 0
	if after != (document.Block{}) {
		at = len(blocks)
		for i, b := range blocks {
			if b == after {
				at = i + 1
			}
		}
	}
	return append(append(append([]document.Block{}, blocks[:at]...), more...), blocks[at:]...)
}
