package scan

import (
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatIsDarkAroundTheSheetIsNoInk(t *testing.T) {
	page := paper()
	grid(page)
	fill(page, 0, 0, 40, 480, color.Gray{Y: 30}) // the lid beside the sheet
	fill(page, 40, 0, 640, 14, color.Gray{Y: 40})
	fill(page, 40, 14, 640, 480, color.Gray{Y: 240})
	grid(page)
	fill(page, 0, 250, 50, 252, color.Black)     // a ruling that reaches into it
	fill(page, 300, 220, 340, 260, color.Gray{}) // a seal on the sheet
	ink := inkOf(page, 300)
	for _, place := range [][2]int{{2, 240}, {38, 240}, {41, 240}, {300, 2}, {300, 13}} {
		assert.False(t, ink.at(place[0], place[1]), "%v", place)
	}
	assert.True(t, ink.at(100, 101), "rulings on the sheet stay")
	assert.True(t, ink.at(301, 240), "dark things on the sheet stay")
}
