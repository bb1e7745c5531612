package scan

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sheet of white paper, 300 dots to the inch, 5 × 4 cm and a bit.
func paper() *image.Gray {
	g := image.NewGray(image.Rect(0, 0, 640, 480))
	draw.Draw(g, g.Rect, image.White, image.Point{}, draw.Src)
	return g
}

func fill(g draw.Image, x0, y0, x1, y1 int, c color.Color) {
	draw.Draw(g, image.Rect(x0, y0, x1, y1), image.NewUniform(c), image.Point{}, draw.Src)
}

// grid draws a table of 3 × 2 cells, lines two pixels wide.
func grid(g draw.Image) {
	for _, y := range []int{100, 200, 300} {
		fill(g, 50, y, 552, y+2, color.Black)
	}
	for _, x := range []int{50, 200, 400, 550} {
		fill(g, x, 100, x+2, 302, color.Black)
	}
}

func TestStampIsDropped(t *testing.T) {
	page := image.NewRGBA(image.Rect(0, 0, 100, 100))
	draw.Draw(page, page.Rect, image.White, image.Point{}, draw.Src)
	fill(page, 20, 20, 80, 80, color.RGBA{R: 220, G: 60, B: 70, A: 255})
	fill(page, 20, 20, 21, 80, color.RGBA{R: 225, G: 200, B: 205, A: 255}) // its edge
	fill(page, 40, 40, 50, 60, color.RGBA{R: 70, G: 20, B: 20, A: 255})
	fill(page, 20, 70, 80, 71, color.RGBA{R: 110, G: 25, B: 25, A: 255})
	gray := grayOf(page)
	assert.Equal(t, uint8(255), gray.GrayAt(30, 30).Y, "stamp")
	assert.Greater(t, gray.GrayAt(20, 30).Y, uint8(240), "the edge of the stamp")
	assert.Less(t, gray.GrayAt(45, 50).Y, uint8(90), "print seen through the stamp")
	assert.Less(t, gray.GrayAt(30, 70).Y, uint8(140), "a thin line, grey, seen through the stamp")
	assert.Equal(t, uint8(255), gray.GrayAt(5, 5).Y, "paper")
}

func TestInkIsDarkerThanItsSurroundings(t *testing.T) {
	page := paper()
	fill(page, 0, 0, 640, 200, color.Gray{Y: 190})   // a shaded row
	fill(page, 100, 90, 104, 110, color.Gray{Y: 90}) // print on it
	fill(page, 300, 300, 303, 330, color.Gray{Y: 150})
	ink := inkOf(page, 300)
	assert.True(t, ink.at(102, 100), "print on grey")
	assert.True(t, ink.at(301, 310), "faint print on white")
	assert.False(t, ink.at(320, 50), "the grey itself")
}

func TestSkewOfATurnedTable(t *testing.T) {
	page := paper()
	grid(page)
	for _, degrees := range []float64{0, 0.7, -1.3} {
		angle := skewOf(inkOf(turned(page, degrees), 300))
		assert.InDelta(t, -degrees, angle, 0.1)
	}
}

func TestRulingsOfAGrid(t *testing.T) {
	page := paper()
	grid(page)
	fill(page, 280, 140, 284, 170, color.Black) // a digit 1 is no ruling
	ink := inkOf(page, 300)
	rulings := rulingsOf(ink, 300)
	require.Len(t, rulings.horizontal, 3)
	require.Len(t, rulings.vertical, 4)
	rulings.erase(ink, page)
	marks := componentsOf(runsOf(ink))
	require.Len(t, marks, 1, "the lines are erased, the print is not")
	assert.Equal(t, image.Rect(280, 140, 284, 170), marks[0].box)
}
