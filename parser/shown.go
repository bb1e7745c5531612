package parser

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gouji/parser/document"
	"gouji/parser/layout"
	ocr "gouji/parser/scan"
)

// Tables that are pictures: a unit pastes a photograph of the table into its Word
// file or page, or the scanned pages of the whole report. They are read as scans are
// and put where the picture stands.

// readShown puts the tables that a file shows as pictures where they stand, and the
// pages of one that is scanned. Without Tesseract the document says in Incomplete
// that they were not read; it is an error where there is nothing else.
func (r *Reader) readShown(ctx context.Context, d *document.Document) error {
	scanned := isScanned(d)
	runs, illegible := runsOf(d, scanned)
	d.Shown = nil
	number, drawn := count(runs)
	tesseract, missing := ocr.FindTesseract()
	if missing != nil && number > drawn {
		d.Incomplete = joinReasons(d.Incomplete, unreadPictures(number-drawn))
		if runs = onlyDrawn(runs); len(runs) == 0 && !hasText(d) {
			return missing
		}
	}
	if missing == nil && number > drawn {
		ocr.AskPatience(ctx, number-drawn)
		d.Recognised, d.RecognisedTables = true, onlyTables(runs, scanned)
		d.Reader += "+tesseract"
	}
	for _, run := range runs {
		if err := run.read(ctx, tesseract, d); err != nil {
			return err
		}
		d.Pictures = max(0, d.Pictures-len(run))
	}
	if illegible > 0 && len(d.Tables()) < statutoryTables {
		d.Incomplete = joinReasons(d.Incomplete, fmt.Sprintf("文件里有%d张图片（EMF、WMF、SVG 或 AVIF）读不出来，可能是表格", illegible))
	}
	return nil
}

// statutoryTables is how many tables the form has: where as many were read, a picture
// that was not is a chart.
const statutoryTables = 3

func unreadPictures(number int) string {
	return fmt.Sprintf("文件里有%d张图片看来是表格，没有识别。%s", number, ocr.HowToInstall)
}

// pictureRun is pictures that follow each other without text between them: pages
// whose tables may go on from one to the next.
type pictureRun []shownPicture

// read recognises the pictures and puts them into the document.
func (run pictureRun) read(ctx context.Context, tesseract *ocr.Tesseract, d *document.Document) error {
	var pages []layout.Page
	for i, p := range run {
		page, err := p.read(ctx, tesseract, i+1)
		if err != nil {
			return err
		}
		pages = append(pages, page)
	}
	found, err := layout.Document(ctx, pages)
	if err != nil {
		return err
	}
	if found.RecognisedTables = d.RecognisedTables; d.Recognised {
		markUnseen(found)
		readLabels(found)
	}
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
	at := indexAfter(blocks, after)
	return slices.Concat(blocks[:at], more, blocks[at:])
}

// indexAfter is where the blocks go on behind the one; 0 for none.
func indexAfter(blocks []document.Block, after document.Block) int {
	if at := slices.Index(blocks, after); at >= 0 {
		return at + 1
	}
	if after == (document.Block{}) {
		return 0
	}
	return len(blocks)
}
