package scan

import (
	"image"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/layout"
)

func TestScreenshotsAreEnlarged(t *testing.T) {
	a := func(width, height int) image.Point { return image.Pt(width, height) }
	for name, test := range map[string]struct {
		size image.Point
		dpi  float64
		want int
	}{
		"a screenshot":                    {a(600, 1100), 96, 3},
		"one of a screen with small dots": {a(900, 1700), 150, 2},
		"a scan":                          {a(1654, 2339), 200, 1},
		"hardly a dot to the point":       {a(300, 400), 48, 4},
		"a strip of many pixels":          {a(300, 60_000), 48, 1},
	} {
		assert.Equal(t, test.want, enlargement(test.size, test.dpi), name)
	}
}

// A ruling one pixel wide stays one line, and print beside it keeps its place.
func TestEnlargedPicturesLookTheSame(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 100, 10))
	for i := range gray.Pix {
		gray.Pix[i] = 0xFF
	}
	for y := range 10 {
		gray.Pix[y*gray.Stride+50] = 0
	}
	large := enlarged(gray, layout.Page{Width: 75, Height: 7.5})
	assert.Equal(t, image.Rect(0, 0, 300, 30), large.Rect)
	assert.Less(t, large.GrayAt(151, 15).Y, uint8(50))
	assert.Greater(t, large.GrayAt(146, 15).Y, uint8(220))
	assert.Greater(t, large.GrayAt(157, 15).Y, uint8(220))
}
