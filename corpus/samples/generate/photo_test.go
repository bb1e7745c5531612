package main

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPhotosBendAndShadeTheSheet(t *testing.T) {
	sheet := image.NewRGBA(image.Rect(0, 0, 200, 300))
	draw.Draw(sheet, sheet.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(sheet, image.Rect(0, 150, 200, 154), image.Black, image.Point{}, draw.Src)
	dark := func(p Photo, x, y int) bool { return p.taken(sheet, 72).RGBAAt(x, y).R < 128 }
	assert.True(t, dark(Photo{Arch: 10}, 100, 161), "the middle of a ruling goes down")
	assert.True(t, dark(Photo{Arch: 10}, 1, 152), "its ends stay")
	assert.True(t, dark(Photo{Fold: 10}, 1, 161), "so does what is beside the fold")
	assert.True(t, dark(Photo{Lid: 0.05}, 4, 100), "beside the sheet it is dark")
	assert.Equal(t, color.RGBA{R: 128, G: 128, B: 128, A: 255}, Photo{Shade: 0.5}.taken(sheet, 72).RGBAAt(0, 10))
	assert.Same(t, sheet, Photo{}.taken(sheet, 72), "a flat sheet is as it is")
}
