package scan

import (
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAStreakIsNoRuling(t *testing.T) {
	page := paper()
	grid(page)
	fill(page, 300, 0, 302, 480, color.Black)
	ink := inkOf(page, 200)
	rulings := rulingsOf(ink, 200)
	assert.Len(t, rulings.vertical, 4)
	assert.Len(t, rulings.streaks, 1)
	rulings.erase(ink, page)
	assert.False(t, ink.at(301, 250), "its ink is taken away")
}

// A table cut out of a page tightly, as pictures in Word files are.
func TestTheSideOfATableThatFillsItsPictureStays(t *testing.T) {
	page := paper()
	for _, y := range []int{0, 160, 320, 478} {
		fill(page, 0, y, 640, y+2, color.Black)
	}
	for _, x := range []int{0, 300, 638} {
		fill(page, x, 0, x+2, 480, color.Black)
	}
	assert.Len(t, rulingsOf(inkOf(page, 200), 200).vertical, 3)
}
