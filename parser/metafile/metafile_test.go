package metafile

import (
	"bytes"
	"encoding/binary"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

// record is an EMF record of numbers of four bytes.
func record(kind int, fields ...int) []byte {
	var out bytes.Buffer
	binary.Write(&out, binary.LittleEndian, []int32{int32(kind), int32(8 + 4*len(fields))})
	for _, f := range fields {
		binary.Write(&out, binary.LittleEndian, int32(f))
	}
	return out.Bytes()
}

// drawn is an EMF of the records: 100 mm square, ten pixels to the millimetre.
func drawn(records ...[]byte) []byte {
	const side, signature = 10_000, 0x464D4520 // of the frame, hundredths of a millimetre; " EMF"
	head := record(emrHeader, 0, 0, 1000, 1000, 0, 0, side, side, signature, 0x10000, 0, 0, 1, 0, 0, 0, 1000, 1000, 100, 100)
	data := append(head, make([]byte, 20)...)
	binary.LittleEndian.PutUint32(data[4:], uint32(len(data)))
	for _, r := range append(records, record(emrEOF, 0, 0, 0)) {
		data = append(data, r...)
	}
	return data
}

// text is a record of text at a place, each character ten pixels from the last.
func text(s string, x, y int, options int, box ...int) []byte {
	const head = 76
	units := utf16.Encode([]rune(s))
	box = append(box, make([]int, 4-len(box))...)
	padded := (2*len(units) + 3) / 4 * 4
	data := record(emrExtTextOutW, 0, 0, 0, 0, 1, 0, 0, x, y, len(units), head, options, box[0], box[1], box[2], box[3], head+padded)
	characters := make([]byte, padded)
	for i, u := range units {
		binary.LittleEndian.PutUint16(characters[2*i:], u)
	}
	data = append(data, characters...)
	for range units {
		data = binary.LittleEndian.AppendUint32(data, 10)
	}
	binary.LittleEndian.PutUint32(data[4:], uint32(len(data)))
	return data
}

// fontSized makes a font and takes it into use.
func fontSized(pixels, turn, charset int) []byte {
	const handle = 1
	return append(record(emrCreateFont, handle, -pixels, 0, turn, 0, 400, charset<<24), record(emrSelectObject, handle)...)
}

func read(t *testing.T, records ...[]byte) *Drawing {
	t.Helper()
	d, err := Read(drawn(records...))
	require.NoError(t, err)
	return d
}

func textOf(d *Drawing) string {
	s := ""
	for _, g := range d.Page.Glyphs {
		s += string(g.Rune)
	}
	return s
}

const pixel = 72 / 25.4 / 10 // points

func TestTextStandsWhereTheRecordSays(t *testing.T) {
	d := read(t, fontSized(20, 0, 134), text("总12", 100, 200, 0))
	assert.Equal(t, "总12", textOf(d))
	assert.InDelta(t, 1000*pixel, d.Page.Width, 0.01)
	first, last := d.Page.Glyphs[0], d.Page.Glyphs[2]
	assert.InDelta(t, 20*pixel, first.Size, 0.01)
	assert.InDelta(t, 100*pixel, first.Box.X0, 0.01)
	assert.InDelta(t, 200*pixel, first.Box.Y0, 0.01, "the place is the top of the line")
	assert.InDelta(t, 120*pixel, last.Box.X0, 0.01)
	assert.InDelta(t, 130*pixel, last.Box.X1, 0.01)
	assert.Empty(t, last.Doubt)
}

func TestAlignmentOfText(t *testing.T) {
	for name, test := range map[string]struct {
		align int
		x, y  float64 // of the first character's corner, pixels
	}{
		"at the right":         {alignRight, 80, 200},
		"in the middle":        {alignCenter, 90, 200},
		"on the line":          {24, 100, 200 - 20*ink.Ascent},
		"above its foot":       {alignBottom, 100, 180},
		"where the pen stands": {alignUpdate, 300, 400},
	} {
		d := read(t, fontSized(20, 0, 0), record(emrMoveTo, 300, 400), record(emrSetTextAlign, test.align), text("12", 100, 200, 0))
		require.Len(t, d.Page.Glyphs, 2, name)
		assert.InDelta(t, test.x*pixel, d.Page.Glyphs[0].Box.X0, 0.01, name)
		assert.InDelta(t, test.y*pixel, d.Page.Glyphs[0].Box.Y0, 0.01, name)
	}
}

func TestTextThatIsReadUpwards(t *testing.T) {
	d := read(t, fontSized(20, 900, 0), text("12", 100, 200, 0))
	assert.InDelta(t, 270, d.Page.Glyphs[0].Angle, 0.01)
	assert.Less(t, d.Page.Glyphs[1].Box.Y0, d.Page.Glyphs[0].Box.Y0)
}

func TestMappingOfUnits(t *testing.T) {
	at := func(records ...[]byte) float64 {
		d := read(t, append(records, fontSized(20, 0, 0), text("1", 100, 200, 0))...)
		require.Len(t, d.Page.Glyphs, 1)
		return d.Page.Glyphs[0].Box.X0 / pixel
	}
	window := [][]byte{record(emrSetMapMode, modeAnisotropic), record(emrSetWindowExt, 500, 500), record(emrSetViewportExt, 1000, 1000)}
	assert.InDelta(t, 200, at(window...), 0.01, "a window half as large")
	assert.InDelta(t, 120, at(append(window, record(emrSetWindowOrg, 40, 0))...), 0.01, "that begins at 40")
	assert.InDelta(t, 100, at(append(append([][]byte{record(emrSaveDC)}, window...), record(emrRestoreDC, -1))...), 0.01, "until it is restored")
	assert.InDelta(t, 10*10, at(record(emrSetMapMode, 2), record(emrSetViewportOrg, 0, 900)), 0.01, "tenths of a millimetre")
	const half, one = 0x3F000000, 0x3F800000 // as floating point
	assert.InDelta(t, 57, at(record(emrSetWorld, half, 0, 0, one, 0x40E00000, 0)), 0.01, "a world half as wide, 7 to the right")
}

// boxes are the rulings in pixels, and what they are.
func boxes(d *Drawing) (list []document.Box, sources []layout.Source) {
	for _, r := range d.Page.Rulings {
		b := r.Box
		list = append(list, document.Box{X0: b.X0 / pixel, Y0: b.Y0 / pixel, X1: b.X1 / pixel, Y1: b.Y1 / pixel})
		sources = append(sources, r.Source)
	}
	return list, sources
}

func TestWaysOfDrawingALine(t *testing.T) {
	const black, brushHandle = 0, 2
	brush := append(record(emrCreateBrush, brushHandle, 0, black, 0), record(emrSelectObject, brushHandle)...)
	pen := append(record(emrCreatePen, 3, 0, 1, 0, black), record(emrSelectObject, 3)...)
	points := []int{0, 0, 0, 0, 2, 100 | 300<<16, 500 | 300<<16}
	for name, records := range map[string][][]byte{
		"a line to a point":      {pen, record(emrMoveTo, 100, 300), record(emrLineTo, 500, 300)},
		"a polyline":             {pen, record(emrPolyline16, points...)},
		"a wide polyline":        {pen, record(emrPolyline, 0, 0, 0, 0, 2, 100, 300, 500, 300)},
		"several polylines":      {pen, record(emrPolyPolyline16, 0, 0, 0, 0, 1, 2, 2, 100|300<<16, 500|300<<16)},
		"a path":                 {pen, record(emrBeginPath), record(emrPolyline16, points...), record(emrEndPath), record(emrStrokePath, 0, 0, 0, 0)},
		"a filled rectangle":     {brush, record(emrSelectObject, -0x80000000|8), record(emrRectangle, 100, 299, 500, 301)},
		"a pattern without bits": {brush, record(emrBitBlt, 0, 0, 0, 0, 100, 299, 400, 2, patCopy, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)},
		"the ground of no text":  {record(emrSetBackColour, black), text("", 0, 0, opaque, 100, 299, 500, 301)},
		"a region":               {brush, record(emrFillRegion, 0, 0, 0, 0, 48, brushHandle, 32, 1, 1, 16, 0, 0, 0, 0, 100, 299, 500, 301)},
	} {
		list, _ := boxes(read(t, records...))
		require.Len(t, list, 1, name)
		assert.InDelta(t, 100, list[0].X0, 0.01, name)
		assert.InDelta(t, 500, list[0].X1, 0.01, name)
		assert.InDelta(t, 300, (list[0].Y0+list[0].Y1)/2, 0.01, name)
	}
}

func TestShadedCellsHaveEdges(t *testing.T) {
	const grey = 0xC0C0C0
	_, sources := boxes(read(t, record(emrSetBackColour, grey), text("", 0, 0, opaque, 100, 100, 500, 300)))
	assert.Equal(t, []layout.Source{layout.Shade, layout.Shade, layout.Shade, layout.Shade}, sources)
	list, _ := boxes(read(t, record(emrSetBackColour, white), text("", 0, 0, opaque, 100, 100, 500, 300)))
	assert.Empty(t, list, "white is the paper")
}

func TestDigitsThatMayNotBeSeen(t *testing.T) {
	const symbols = 2
	font := fontSized(20, 0, 0)
	for name, test := range map[string]struct {
		records [][]byte
		want    string
	}{
		"plain":      {[][]byte{font, text("1", 100, 200, 0)}, ""},
		"white":      {[][]byte{font, record(emrSetTextColour, white), text("1", 100, 200, 0)}, ink.White},
		"symbols":    {[][]byte{fontSized(20, 0, symbols), text("1", 100, 200, 0)}, symbolDigit},
		"drawn over": {[][]byte{font, text("1", 100, 200, 0), text("", 0, 0, opaque, 90, 190, 150, 260)}, coveredDigit},
		"on a shade": {[][]byte{font, text("1", 100, 200, opaque, 90, 190, 150, 260)}, ""},
		"cut":        {[][]byte{font, text("1", 100, 200, clipped, 90, 190, 107, 260)}, clippedDigit},
	} {
		d := read(t, test.records...)
		require.Len(t, d.Page.Glyphs, 1, name)
		assert.Equal(t, test.want, d.Page.Glyphs[0].Doubt, name)
	}
	outside := read(t, font, record(emrIntersectClip, 0, 0, 104, 1000), text("12", 100, 200, 0), record(emrSelectClipRegion, 0, 5), text("3", 500, 200, 0))
	assert.Equal(t, "3", textOf(outside), "the 1 and the 2 are mostly beyond the clip")
}

func TestTextByNumbersOfGlyphsIsForeign(t *testing.T) {
	d := read(t, fontSized(20, 0, 0), text("12", 100, 200, glyphIndex))
	assert.True(t, d.Foreign)
	assert.Empty(t, d.Page.Glyphs)
}

func TestEMFPlusAloneIsForeign(t *testing.T) {
	comment := record(emrComment, 4, 0x2B464D45)
	assert.True(t, read(t, comment).Foreign)
	assert.False(t, read(t, comment, text("12", 100, 200, 0)).Foreign, "the same drawing stands beside it")
}

func TestABitmapIsGivenAsAFile(t *testing.T) {
	const head, rows = 80, 4
	info := []int{40, 1, 1, 1 | 24<<16, 0, 4, 0, 0, 0, 0}
	fields := append([]int{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, head, 40, head + 40, rows, 0, 0xCC0020, 500, 500}, info...)
	d := read(t, record(emrStretchDIBits, append(fields, 0x00332211)...))
	require.Len(t, d.Bitmap, 14+40+rows)
	assert.Equal(t, "BM", string(d.Bitmap[:2]))
	assert.Equal(t, []byte{0x11, 0x22, 0x33, 0}, d.Bitmap[14+40:])
}

func TestAFileThatBreaksOffSaysSo(t *testing.T) {
	whole := drawn(fontSized(20, 0, 0), text("1", 100, 200, 0), text("2", 100, 300, 0))
	d, err := Read(whole[:len(whole)-60])
	require.NoError(t, err)
	assert.True(t, d.Cut)
	assert.Equal(t, "1", textOf(d))
}

func TestWhatIsNoMetafile(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("\x89PNG"), make([]byte, 200)} {
		assert.False(t, Is(data))
		_, err := Read(data)
		assert.Error(t, err)
	}
}
