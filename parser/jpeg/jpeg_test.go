package jpeg

import (
	"bytes"
	"image"
	"image/color"
	stdlib "image/jpeg"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// print is a grey page with marks as of print, in colour when coloured.
func print(width, height int, coloured bool) image.Image {
	r := rand.New(rand.NewPCG(1, 1))
	page := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			tone := uint8(235 + r.IntN(20))
			if x%9 < 3 && y%13 < 9 && (x/9+y/13)%3 > 0 {
				tone = uint8(r.IntN(60))
			}
			page.Set(x, y, color.RGBA{tone, tone, tone, 255})
			if coloured && x > y {
				page.Set(x, y, color.RGBA{tone, tone / 3, tone / 3, 255})
			}
		}
	}
	if coloured {
		return page
	}
	gray := image.NewGray(page.Rect)
	for i := range gray.Pix {
		gray.Pix[i] = page.Pix[4*i]
	}
	return gray
}

func encoded(t *testing.T, picture image.Image, quality int) []byte {
	var b bytes.Buffer
	require.NoError(t, stdlib.Encode(&b, picture, &stdlib.Options{Quality: quality}))
	return b.Bytes()
}

func TestWholePictures(t *testing.T) {
	for _, coloured := range []bool{false, true} {
		for _, size := range []image.Point{{160, 120}, {131, 97}, {1, 1}} {
			for _, quality := range []int{1, 50, 100} {
				data := encoded(t, print(size.X, size.Y, coloured), quality)
				assert.NoError(t, Check(data), "%v %v %d", coloured, size, quality)
				assert.NoError(t, Check(data[:len(data)-2]), "the end marker is missing")
				assert.NoError(t, Check(append(slices.Clone(data), "\r\nmore"...)), "something follows")
			}
		}
	}
}

// codesOf is where the codes begin and end.
func codesOf(data []byte) (from, to int) {
	at := bytes.Index(data, []byte{0xFF, startOfScan})
	return at + 2 + int(data[at+3]), len(data) - 2
}

// A bit of a code changes its length; a bit of a value does not, and only by how bright
// the picture becomes it can be told at times.
func TestManyBitsCannotFlipUnseen(t *testing.T) {
	data := encoded(t, print(160, 120, false), 50)
	from, to := codesOf(data)
	told, changed := 0, 0
	for at := from; at < to; at += 13 {
		damaged := slices.Clone(data)
		damaged[at] ^= 1 << (at % 8)
		changed++
		if Check(damaged) != nil {
			told++
		}
	}
	assert.Greater(t, told, changed/5)
}

func TestDamagedPictures(t *testing.T) {
	data := encoded(t, print(320, 240, true), 60)
	from, to := codesOf(data)
	middle := (from + to) / 2
	height := bytes.Index(data, []byte{0xFF, startOfFrame}) + 5
	for name, damaged := range map[string][]byte{
		"cut off":             data[:middle],
		"cut in the header":   data[:from-20],
		"blocks lost":         slices.Concat(data[:middle], data[middle+1000:]),
		"blocks repeated":     slices.Concat(data[:middle], data[middle-1000:]),
		"a byte more":         slices.Concat(data[:to], []byte{0x5A}, data[to:]),
		"zeros for a sector":  slices.Concat(data[:middle], make([]byte, 512), data[middle+512:]),
		"a marker within":     slices.Concat(data[:middle], []byte{0xFF, restart}, data[middle:]),
		"another height":      slices.Concat(data[:height], []byte{0, 200}, data[height+2:]),
		"no picture":          []byte("nothing"),
		"no tables":           bytes.ReplaceAll(data, []byte{0xFF, huffmanTables}, []byte{0xFF, 0xEC}),
		"a size without room": slices.Concat(data[:height], []byte{0xFF, 0xFF, 0xFF, 0xFF}, data[height+4:]),
	} {
		assert.Error(t, Check(damaged), name)
	}
}

// even is a picture of so many grey blocks in a row, all the same: each is the code 00
// for the same DC and 1010 for the end of the block. Behind every fourth block stands a
// restart marker.
func even(t *testing.T, markers ...byte) []byte {
	const interval = 4
	data := encoded(t, image.NewGray(image.Rect(0, 0, 8*interval*(len(markers)+1), 8)), 50)
	from, to := codesOf(data)
	scan := bytes.LastIndex(data[:from], []byte{0xFF, startOfScan})
	codes := []byte{0b00101000, 0b10100010, 0b10001010}
	out := slices.Concat(data[:scan], []byte{0xFF, restartInterval, 0, 4, 0, interval}, data[scan:from], codes)
	for _, m := range markers {
		out = slices.Concat(out, []byte{0xFF, m}, codes)
	}
	return append(out, data[to:]...)
}

func TestRestartMarkers(t *testing.T) {
	assert.NoError(t, Check(even(t, 0xD0, 0xD1, 0xD2)))
	assert.NoError(t, Check(even(t, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD0)), "after the seventh they begin anew")
	assert.ErrorIs(t, Check(even(t, 0xD0, 0xD2, 0xD3)), errRestart, "one is lost")
	assert.ErrorIs(t, Check(bytes.Replace(even(t, 0xD0, 0xD1, 0xD2), []byte{0xFF, 0xD1}, nil, 1)), errRestart)
}

func TestBrighterThanWhite(t *testing.T) {
	d := &decoder{steps: [4]int{16}}
	for dc, want := range map[int]bool{0: true, 64: true, 65: true, 66: false, -64: true, -66: false} {
		assert.Equal(t, want, d.inRange(&coded{last: dc}), "%d steps of 16, eight times a sample", dc)
	}
}

func FuzzCheck(f *testing.F) {
	var b bytes.Buffer
	require.NoError(f, stdlib.Encode(&b, print(40, 30, true), nil))
	f.Add(b.Bytes())
	f.Fuzz(func(_ *testing.T, data []byte) { _ = Check(data) })
}
