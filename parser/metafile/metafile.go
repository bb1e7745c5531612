// Package metafile reads Windows metafiles, EMF and WMF: tables that were copied
// from Excel or WPS and pasted into Word as a picture. Such a picture is a list of
// calls to the Windows graphics library, and holds the characters themselves: records
// go in, and a layout.Page comes out, as of a PDF. Nothing is recognised.
//
//	bytes ─▶ records (emf.go, wmf.go) ─▶ device: mapping, pens, fonts, clip (device.go)
//	      ─▶ ink: outlines and glyphs in points (paint.go, text.go) ─▶ Drawing
//
// The bargain: a character that the file names by its number in a font, and not by
// its code, is none; a digit that something drawn later covers, that is cut by the
// clip, white, or of a font of symbols is doubtful. Of a file that wraps a bitmap the
// bitmap is given, to be read as a scan is.
//
// Sources: [MS-EMF] and [MS-WMF], the sections of which stand beside the records.
//
// BUG(gouji): EMF+ records are not read. Programs mostly write the same drawing as
// EMF records too; a file without those is told by Foreign.
package metafile

import (
	"bytes"
	"encoding/binary"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

// Drawing is what a metafile draws.
type Drawing struct {
	Page layout.Page // in points; Number is 1
	// Bitmap is the largest bitmap that the file draws, as a BMP file; nil for none.
	Bitmap []byte
	// Cut is set when the file ends before its last record.
	Cut bool
	// Foreign is set when text is drawn in a way that is not read: by the numbers of
	// glyphs, or by EMF+ records alone.
	Foreign bool
}

// Bounds of one file. A page of a table has a thousand glyphs and as many lines.
const (
	mostRecords = 1 << 20
	mostGlyphs  = 100_000
	mostPoints  = 500_000
)

// Is reports whether the bytes begin like a metafile.
func Is(data []byte) bool { return isEMF(data) || isPlaceable(data) || isPlain(data) }

// Read draws a metafile. Errors are of kind Corrupt, when it cannot be one, or
// TooLarge.
func Read(data []byte) (*Drawing, error) {
	var d *device
	switch {
	case isEMF(data):
		d = playEMF(data)
	case isPlaceable(data), isPlain(data):
		d = playWMF(data)
	}
	switch {
	case d == nil:
		return nil, document.Errorf(document.Corrupt, "图片不是 EMF 或 WMF，或已损坏")
	case d.exceeded():
		return nil, document.Exceeded(document.Content, "图元文件太大：超过 %d 条记录、%d 个字或 %d 个点", mostRecords, mostGlyphs, mostPoints)
	}
	return d.finish(), nil
}

func isEMF(data []byte) bool {
	const signature, least = 40, 88
	return len(data) >= least && binary.LittleEndian.Uint32(data) == emrHeader && bytes.Equal(data[signature:signature+4], []byte(" EMF"))
}

// isPlaceable tells a WMF with the head that says how large it is, [MS-WMF] 2.3.2.3.
func isPlaceable(data []byte) bool {
	return len(data) >= placeableHead+plainHead && binary.LittleEndian.Uint32(data) == 0x9AC6CDD7
}

// isPlain tells a WMF without it: its type, the length of its head, and its version.
func isPlain(data []byte) bool {
	if len(data) < plainHead {
		return false
	}
	b := reader{data}
	version := b.u16(4)
	return (b.u16(0) == 1 || b.u16(0) == 2) && 2*b.u16(2) == plainHead && (version == 0x100 || version == 0x300)
}

// finish makes the drawing of what was drawn.
func (d *device) finish() *Drawing {
	page := layout.Page{Number: 1, Width: d.width, Height: d.height}
	d.ink.Finish(&page)
	page.Pictures = nil // the bitmap stands for them
	d.doubtCovered()
	page.Glyphs = ink.Once(ink.Spread(d.glyphs))
	return &Drawing{Page: page, Bitmap: d.bitmap, Cut: d.cut, Foreign: d.foreign || d.plus && len(d.glyphs) == 0}
}
