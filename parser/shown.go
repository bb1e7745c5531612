package parser

import (
	"bytes"
	"context"
	"fmt"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"slices"
	"strings"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"

	"gouji/parser/document"
	"gouji/parser/layout"
	ocr "gouji/parser/scan"
)

// Tables that are pictures: a unit pastes a photograph of the table into its Word
// file or page, or the scanned pages of the whole report. They are read as scans are
// and put where the picture stands.

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

// readShown puts the tables that a file shows as pictures where they stand, and the
// pages of one that is scanned. Without Tesseract the document says in Incomplete
// that they were not read; it is an error where there is nothing else.
func (r *Reader) readShown(ctx context.Context, d *document.Document) error {
	runs := runsOf(d)
	d.Shown = nil
	number := 0
	for _, run := range runs {
		number += len(run)
	}
	if number == 0 {
		return nil
	}
	tesseract, err := ocr.FindTesseract()
	if err != nil {
		d.Incomplete = joinReasons(d.Incomplete, unreadPictures(number))
		if !hasText(d) {
			return err
		}
		return nil
	}
	ocr.AskPatience(ctx, number)
	d.Recognised, d.RecognisedTables = true, onlyTables(runs, isScanned(d))
	for _, run := range runs {
		if err := run.read(ctx, tesseract, d); err != nil {
			return err
		}
	}
	d.Pictures = max(0, d.Pictures-number)
	d.Reader += "+tesseract"
	return nil
}

func unreadPictures(number int) string {
	return fmt.Sprintf("文件里有%d张图片看来是表格，没有识别。%s", number, ocr.HowToInstall)
}

// shownPicture is a picture that can be read. Its pixels are unpacked again when it
// is: those of thirty scanned pages take a gigabyte.
type shownPicture struct {
	document.Picture
	size  image.Point // pixels
	table bool
}

// look tells what a picture is; false when it cannot be read.
func look(p document.Picture) (shownPicture, bool) {
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

// pictureRun is pictures that follow each other without text between them: pages
// whose tables may go on from one to the next.
type pictureRun []shownPicture

// read recognises the pictures and puts them into the document.
func (run pictureRun) read(ctx context.Context, tesseract *ocr.Tesseract, d *document.Document) error {
	var pages []layout.Page
	for i, p := range run {
		page := p.page()
		page.Number = i + 1
		page, err := tesseract.Page(ctx, p.pixels(), page)
		if err != nil {
			return err
		}
		pages = append(pages, page)
	}
	found, err := layout.Document(ctx, pages)
	if err != nil {
		return err
	}
	found.RecognisedTables = d.RecognisedTables
	markUnseen(found)
	readLabels(found)
	for i := range found.Blocks {
		run.rePlace(&found.Blocks[i])
	}
	d.Blocks = insertedAfter(d.Blocks, run[0].After, found.Blocks)
	return nil
}

// rePlace says of what was read where in the file it stands: a page's number is that
// of its picture in the run.
func (run pictureRun) rePlace(b *document.Block) {
	paragraph := func(page int) int { return run[min(max(page, 1), len(run))-1].Paragraph }
	if b.Paragraph != nil {
		b.Paragraph.Where = document.Place{Paragraph: paragraph(b.Paragraph.Where.Page)}
		return
	}
	b.Table.Where = document.Place{Paragraph: paragraph(b.Table.Where.Page)}
	for i := range b.Table.Cells {
		c := &b.Table.Cells[i]
		c.Where = document.Place{Paragraph: paragraph(c.Where.Page), Row: c.Row + 1, Column: c.Column + 1}
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
	return slices.Concat(blocks[:at], more, blocks[at:])
}
