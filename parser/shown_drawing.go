package parser

import (
	"bytes"
	"compress/gzip"
	"io"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/metafile"
)

// A table that was copied from Excel or WPS and pasted as a picture is a metafile: its
// digits stand in it as those of a PDF do, and nothing has to be recognised.

const (
	// leastDrawn, glyphs: a metafile with fewer shows no text. The labels of table
	// four, the smallest, have 70.
	leastDrawn = 12
	// narrowDrawing and wideDrawing, points: a drawing that says it is narrower or
	// wider than this does not know how large it is shown.
	narrowDrawing, wideDrawing = 200.0, 1200.0
	// cutDrawing is the doubt of what a file that breaks off shows.
	cutDrawing = "图片（EMF/WMF）不完整，后面的内容可能缺失"
)

// unpacked is a picture without the gzip that Word packs metafiles in (.emz, .wmz).
func unpacked(data []byte) []byte {
	const mostBytes = 32 << 20
	if !bytes.HasPrefix(data, []byte("\x1F\x8B")) {
		return data
	}
	unpacker, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	data, _ = io.ReadAll(io.LimitReader(unpacker, mostBytes))
	return data
}

// lookAtDrawing tells what a metafile is: a table, text, or a bitmap that it wraps.
func lookAtDrawing(p document.Picture) (shownPicture, bool) {
	drawing, err := metafile.Read(p.Data)
	if err != nil {
		return shownPicture{}, false
	}
	page := resized(drawing.Page)
	shown := shownPicture{Picture: p, drawn: &page, table: countCells(page) >= tabular}
	if len(page.Glyphs) < leastDrawn && drawing.Bitmap != nil && !metafile.Is(drawing.Bitmap) {
		p.Data = drawing.Bitmap
		return look(p)
	}
	if drawing.Cut {
		for i := range page.Glyphs {
			page.Glyphs[i].Doubt = cutDrawing
		}
	}
	shown.illegible = drawing.Foreign || shown.table && len(page.Glyphs) < leastDrawn
	return shown, len(page.Glyphs) >= leastDrawn || shown.illegible
}

// resized is a page as wide as a table is shown, where it does not say so itself: all
// distances at which a table is told are those of print.
func resized(page layout.Page) layout.Page {
	if page.Width >= narrowDrawing && page.Width <= wideDrawing || page.Width <= 0 {
		return page
	}
	scale := shownWidth / page.Width
	larger := func(b document.Box) document.Box {
		return document.Box{X0: b.X0 * scale, Y0: b.Y0 * scale, X1: b.X1 * scale, Y1: b.Y1 * scale}
	}
	page.Width, page.Height = shownWidth, page.Height*scale
	for i := range page.Glyphs {
		g := &page.Glyphs[i]
		g.Box, g.Size = larger(g.Box), g.Size*scale
	}
	for i := range page.Rulings {
		page.Rulings[i].Box = larger(page.Rulings[i].Box)
	}
	return page
}

// countCells counts the cells of the tables on a page.
func countCells(page layout.Page) (cells int) {
	for _, stage := range layout.Stages([]layout.Page{page}, layout.DefaultTolerances) {
		for _, grid := range stage.Grids {
			cells += len(grid.Cells)
		}
	}
	return cells
}
