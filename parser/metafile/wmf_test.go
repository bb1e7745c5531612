package metafile

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// old is a WMF record of numbers of two bytes and bytes behind them.
func old(kind int, tail string, fields ...int) []byte {
	if len(tail)%2 == 1 {
		tail += "\x00"
	}
	var out bytes.Buffer
	binary.Write(&out, binary.LittleEndian, uint32(3+len(fields)+len(tail)/2))
	binary.Write(&out, binary.LittleEndian, uint16(kind))
	for _, f := range fields {
		binary.Write(&out, binary.LittleEndian, int16(f))
	}
	out.WriteString(tail)
	return out.Bytes()
}

// oldFile is a WMF of the records, without the head that says how large it is.
func oldFile(records ...[]byte) []byte {
	var out bytes.Buffer
	binary.Write(&out, binary.LittleEndian, []uint16{1, 9, 0x300, 0, 0, 10, 0, 0, 0})
	for _, r := range append(records, old(wmfEOF, "")) {
		out.Write(r)
	}
	return out.Bytes()
}

func readOld(t *testing.T, data []byte) *Drawing {
	t.Helper()
	d, err := Read(data)
	require.NoError(t, err)
	return d
}

// oldFont makes a font ten units high of the characters of the set, and uses it.
func oldFont(charset int) []byte {
	return append(old(wmfCreateFont, "\x00\x00\x00"+string(rune(charset)), -10, 0, 0, 0, 400), old(wmfSelectObject, "", 0)...)
}

func TestAnOldFileWithoutASizeIsAsWideAsText(t *testing.T) {
	d := readOld(t, oldFile(old(wmfSetWindowExt, "", 200, 900), oldFont(1), old(wmfTextOut, "12", 2)[:8]))
	assert.True(t, d.Cut, "the last record has no end")
	assert.Equal(t, unplacedWidth, d.Page.Width)
	assert.InDelta(t, 100, d.Page.Height, 0.01)
}

func TestTextAndLinesOfOldFiles(t *testing.T) {
	wide := append(old(wmfExtTextOut, "\xd7\xdc1", 50, 300, 3, 0), 10, 0, 0, 0, 5, 0)
	binary.LittleEndian.PutUint32(wide, uint32(len(wide)/2))
	d := readOld(t, oldFile(old(wmfSetWindowExt, "", 200, 900), oldFont(1),
		old(wmfTextOut, "12\x32\x00\x64\x00", 2), wide,
		old(wmfCreatePen, "", 0, 1, 0, 0, 0), old(wmfSelectObject, "", 1),
		old(wmfMoveTo, "", 80, 100), old(wmfLineTo, "", 80, 500)))
	assert.Equal(t, "12总1", textOf(d))
	assert.InDelta(t, 50, d.Page.Glyphs[0].Box.X0, 0.01, "two units are a point")
	assert.InDelta(t, 25, d.Page.Glyphs[0].Box.Y0, 0.01)
	assert.InDelta(t, 155, d.Page.Glyphs[3].Box.X0, 0.01, "a character of two bytes has the step of the first")
	require.Len(t, d.Page.Rulings, 1)
	assert.InDelta(t, 40, d.Page.Rulings[0].Box.Y0, 0.5)
	assert.InDelta(t, 200, d.Page.Rulings[0].Box.Width(), 0.01)
}

func TestAPlacedOldFileKnowsItsSize(t *testing.T) {
	var head bytes.Buffer
	binary.Write(&head, binary.LittleEndian, uint32(0x9AC6CDD7))
	binary.Write(&head, binary.LittleEndian, []int16{0, 100, 100, 2980, 1540, 1440, 0, 0, 0})
	d := readOld(t, append(head.Bytes(), oldFile(oldFont(1), old(wmfTextOut, "7\x00\x64\x00\x64\x00", 1))...))
	assert.InDelta(t, 144, d.Page.Width, 0.01, "two inches")
	assert.InDelta(t, 72, d.Page.Height, 0.01)
	require.Len(t, d.Page.Glyphs, 1)
	assert.InDelta(t, 0, d.Page.Glyphs[0].Box.X0, 0.01)
}

func TestObjectsTakeTheFirstFreePlace(t *testing.T) {
	const noPen = 5
	line := append(old(wmfMoveTo, "", 80, 100), old(wmfLineTo, "", 80, 500)...)
	d := readOld(t, oldFile(old(wmfSetWindowExt, "", 200, 900),
		old(wmfCreatePen, "", noPen, 1, 0, 0, 0), old(wmfCreatePen, "", noPen, 1, 0, 0, 0),
		old(wmfDeleteObject, "", 0), old(wmfCreatePen, "", 0, 1, 0, 0, 0), old(wmfSelectObject, "", 0), line))
	assert.Len(t, d.Page.Rulings, 1, "the third pen is where the first was")
}
