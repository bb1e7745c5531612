package scan

import (
	"image"
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// row reads a row of cells, one for each text, 80 pixels wide, with print of 8 pt;
// worn may take ink away.
func row(t *testing.T, worn func(*image.Gray), texts ...string) *reader {
	t.Helper()
	parsed, err := opentype.Parse(goregular.TTF)
	require.NoError(t, err)
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: 8, DPI: DPI})
	require.NoError(t, err)
	picture := filledWhite(80*len(texts), 80)
	var cells []image.Rectangle
	for i, text := range texts {
		cells = append(cells, image.Rect(80*i, 0, 80*i+80, 80))
		d := font.Drawer{Dst: picture, Src: image.Black, Face: face, Dot: fixed.P(80*i+30, 50)}
		d.DrawString(text)
	}
	worn(picture)
	r := &reader{gray: picture, dpi: DPI, lines: textLines(componentsOf(runsOf(inkOf(picture, DPI))), cells, DPI)}
	r.settle()
	return r
}

func filledWhite(w, h int) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, w, h))
	fill(g, 0, 0, w, h, color.White)
	return g
}

// The digits reach from row 26 to 50, the 0 from column 31 to 47 of its cell.
func TestAFaintZeroIsOneSign(t *testing.T) {
	for name, worn := range map[string]func(*image.Gray){
		"its top and bottom are lost": func(g *image.Gray) {
			fill(g, 0, 0, 80, 32, color.White)
			fill(g, 0, 44, 80, 80, color.White)
		},
		"a crumb of its top and one of its bottom are left": func(g *image.Gray) { fill(g, 0, 31, 80, 46, color.White) },
		"its right side is a low crumb": func(g *image.Gray) {
			fill(g, 39, 0, 80, 42, color.White)
			fill(g, 39, 47, 80, 80, color.White)
		},
	} {
		r := row(t, worn, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
		require.Len(t, r.lines, 10, name)
		assert.True(t, r.lines[0].figureLike(), name)
		assert.Len(t, r.parted(&r.lines[0]), 1, name)
		_, sure := r.shapesOf(&strip{lines: []int{0}})
		assert.Less(t, sure, certain, name)
	}
}

func TestWhatIsWiderThanADigitIsNotOne(t *testing.T) {
	unworn := func(*image.Gray) {}
	r := row(t, unworn, "11", "-1", "-", "1.7", "0", "1", "2", "3", "4", "5")
	for i, want := range []string{"11", "-1", "-", "1.7", "0"} {
		text, sure := r.shapesOf(&strip{lines: []int{i}})
		assert.Equal(t, want, text)
		assert.Greater(t, sure, vague, text)
	}
}

// On a page of few clear digits nothing is known of the faint ones.
func TestFewClearDigitsTellNothing(t *testing.T) {
	assert.Zero(t, row(t, func(*image.Gray) {}, "0", "1", "2").digitHeight())
	assert.InDelta(t, 25, row(t, func(*image.Gray) {}, "0", "1", "2", "3", "4").digitHeight(), 2)
}

// What JPEG leaves of the rim of a stamp, below a 0, and the points of a figure.
func TestDustBesideAFigureIsNoLine(t *testing.T) {
	dusty := func(g *image.Gray) {
		fill(g, 20, 60, 23, 64, color.Black)
		fill(g, 40, 62, 44, 65, color.Black)
		fill(g, 100, 62, 120, 66, color.Black) // below the 1, a dash
	}
	r := row(t, dusty, "0", "1", "2", "3", "4.5")
	assert.Len(t, r.lines, 6)
	text, _ := r.shapesOf(&strip{lines: []int{5}})
	assert.Equal(t, "4.5", text)
	alone := row(t, func(g *image.Gray) { fill(g, 0, 20, 80, 60, color.White); dusty(g) }, "0", "1", "2", "3", "4", "5")
	assert.Len(t, alone.lines, 7, "of a cell with nothing else it may be a figure")
}

// 11 of a Times whose serifs the fax lost is as wide as a 0 that lost its top and bottom,
// and higher.
func TestTwoOnesAreNoZero(t *testing.T) {
	for height, want := range map[int]int{24: 2, 18: 1} {
		line := textLines(marks(image.Rect(20, 20, 26, 20+height), image.Rect(34, 20, 39, 20+height)), cell, 300)[0]
		line.digit = 24
		assert.Len(t, line.signs(), want, "%d pixels high", height)
	}
}

// Pieces of an 8 and a 9 that the net takes for other digits.
func TestAFaintSignIsLikenedToThoseOfThePage(t *testing.T) {
	for digit, from := range map[string]int{"8": 34, "9": 30, "4": 40} {
		worn := func(g *image.Gray) {
			fill(g, 37, 0, 42, 80, color.White)
			fill(g, 0, from, 80, from+6, color.White)
		}
		r := row(t, worn, digit, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
		text, sure := r.shapesOf(&strip{lines: []int{0}})
		assert.Equal(t, digit, text)
		assert.Equal(t, vague, sure, "it is a guess all the same")
		r.clear = nil
		text, _ = r.shapesOf(&strip{lines: []int{0}})
		assert.NotEqual(t, digit, text, "what the net makes of it")
	}
}
