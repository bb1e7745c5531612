package scan

import (
	"image"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAStampHidesAPartOfARuling(t *testing.T) {
	across := marks(image.Rect(0, 100, 400, 104), image.Rect(0, 500, 400, 504))
	above := image.Rect(200, 90, 203, 260)
	for name, c := range map[string]struct {
		below image.Rectangle
		want  int
	}{
		"the hole ends in the air":      {image.Rect(201, 310, 204, 504), 1},
		"it is too long":                {image.Rect(201, 350, 204, 530), 2},
		"the pieces are not of a line":  {image.Rect(260, 310, 263, 504), 2},
		"the other piece meets no line": {image.Rect(201, 310, 204, 490), 2},
		"it is as short as a stroke":    {image.Rect(201, 310, 204, 330), 2},
	} {
		assert.Len(t, bridged(marks(above, c.below), across, 300), c.want, name)
		assert.Len(t, bridged(marks(c.below, above), across, 300), c.want, "%s, from below", name)
	}
	assert.Len(t, bridged(marks(image.Rect(200, 90, 203, 250), image.Rect(200, 253, 203, 410)), marks(across[0].box, image.Rect(0, 408, 400, 412)), 300), 1, "short pieces, longer than strokes")
	rim := marks(image.Rect(200, 90, 202, 124), image.Rect(199, 128, 203, 260))
	assert.Len(t, bridged(rim, append(across, marks(image.Rect(0, 256, 400, 260))...), 300), 1, "the rim crosses close below the head, 992002")
	assert.Len(t, bridged(marks(image.Rect(200, 90, 202, 124), image.Rect(199, 128, 203, 160)), append(across, marks(image.Rect(0, 156, 400, 160))...), 300), 2, "two strokes")
	merged := marks(image.Rect(200, 500, 203, 670), image.Rect(200, 330, 203, 430))
	assert.Len(t, bridged(append(merged, marks(above)...), append(across, marks(image.Rect(0, 258, 400, 262), image.Rect(0, 330, 400, 334), image.Rect(0, 428, 400, 432))...), 300), 3, "cells merged across")
}

func TestAShortLineEndsAtARulingThatItReachesBeyond(t *testing.T) {
	across := marks(image.Rect(0, 100, 400, 104), image.Rect(0, 220, 400, 223))
	for name, c := range map[string]struct {
		line image.Rectangle
		want int
	}{
		"grain of a shaded row prolongs it": {image.Rect(200, 96, 204, 223), 1},
		"it goes on as a stroke":            {image.Rect(200, 90, 204, 223), 0},
	} {
		var taken lines
		taken.takeShort(marks(c.line), &taken.vertical, across, 300)
		assert.Len(t, taken.vertical, c.want, name)
	}
}

func TestARulingThatPrintStandsOnIsStillOne(t *testing.T) {
	page := newBitmap(1700, 100)
	page.fill(image.Rect(0, 50, 1700, 55))
	page.fill(image.Rect(100, 36, 140, 40)) // the last strokes of 信息,
	page.fill(image.Rect(100, 40, 145, 50)) // which touch the ruling
	list := straight(page, 300)
	assert.Len(t, list, 1)
	assert.Equal(t, image.Rect(0, 50, 1700, 55), list[0].box)
}

func TestLinesBesideEachOtherStayWhole(t *testing.T) {
	page := newBitmap(1700, 100)
	left, right := image.Rect(0, 49, 900, 55), image.Rect(1000, 46, 1700, 51)
	page.fill(left)
	page.fill(right)
	list := straight(page, 300)
	assert.Len(t, list, 2)
	assert.ElementsMatch(t, []image.Rectangle{left, right}, []image.Rectangle{list[0].box, list[1].box})
}

func (b *bitmap) fill(box image.Rectangle) {
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			b.ink[y*b.w+x] = 1
		}
	}
}
