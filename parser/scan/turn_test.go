package scan

import (
	"context"
	"image"
	"math"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/layout"
	"gouji/parser/pdf"
)

func TestPicturesAreTurnedBack(t *testing.T) {
	p := &image.Gray{Pix: []uint8{1, 2, 3, 4, 5, 6}, Stride: 3, Rect: image.Rect(0, 0, 3, 2)}
	assert.Equal(t, []uint8{6, 5, 4, 3, 2, 1}, righted(p, 2).Pix)
	assert.Equal(t, []uint8{3, 6, 2, 5, 1, 4}, righted(p, 1).Pix, "text that runs down the page")
	assert.Equal(t, p.Pix, righted(righted(p, 3), 1).Pix)
}

// A sheet that lay on its side on the glass, without a /Rotate in the file.
func TestAPageOnItsSideIsRead(t *testing.T) {
	tesseract, err := FindTesseract()
	if _, missing := exec.LookPath("tesseract"); missing != nil || err != nil {
		t.Skip("no tesseract")
	}
	data, err := os.ReadFile("../../corpus/samples/2021-row-sum-off-by-one.pdf")
	require.NoError(t, err)
	engine := pdf.NewEngine(1, pdf.DefaultMemory)
	defer engine.Close()
	picture, err := engine.Render(context.Background(), data, 1, 150)
	require.NoError(t, err)
	lying := righted(grayOf(inRGBA(picture)), 3) // its text now runs down the page
	b := lying.Bounds()
	page, err := tesseract.Page(context.Background(), lying, layout.Page{Number: 1, Width: float64(b.Dx()) * 72 / 150, Height: float64(b.Dy()) * 72 / 150})
	require.NoError(t, err)
	assert.InDelta(t, float64(b.Dx())*72/150, page.Width, 1e-6)
	text := ""
	for _, g := range page.Glyphs {
		text += string(g.Rune)
		assert.Equal(t, 90.0, math.Round(g.Angle))
		assert.LessOrEqual(t, g.Box.X1, page.Width+1)
		assert.LessOrEqual(t, g.Box.Y1, page.Height+1)
	}
	assert.True(t, strings.Contains(text, "总体情况"), text)
}
