package scan

import (
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// arched is where a place of a flat page is seen when it arches, by 9 pixels, and its
// sides lean.
func arched(x, y float64) (float64, float64) {
	return x + 0.03*(y-200)*(x-300)/300, y + 9*math.Sin(math.Pi*x/600)
}

func TestABentTableIsLaidFlat(t *testing.T) {
	page := paper()
	grid(page)
	bentPage := drawnFrom(page, arched)
	flatPage, ink, pose := laidFlat(bentPage, 300)
	require.True(t, pose.isBent)
	rulings := rulingsOf(ink, 300)
	assert.Len(t, rulings.horizontal, 3)
	assert.Len(t, rulings.vertical, 4)
	for _, c := range rulings.horizontal {
		assert.LessOrEqual(t, c.box.Dy(), 5, "level: %v", c.box)
	}
	for _, c := range rulings.vertical {
		assert.LessOrEqual(t, c.box.Dx(), 5, "upright: %v", c.box)
	}
	assert.Equal(t, page.Rect, flatPage.Rect)
	assert.Equal(t, 6, CountCells(bentPage, layout.Page{Width: 640 * 72 / 300.0, Height: 480 * 72 / 300.0}))
}

func TestAFlatPageStaysAsItIs(t *testing.T) {
	page := paper()
	grid(page)
	for x := range 640 { // a scratch
		fill(page, x, 380+x/20, x+1, 382+x/20, color.Black)
	}
	_, _, pose := laidFlat(page, 300)
	assert.False(t, pose.isBent)
}

func TestTheLayerIsLaidFlatWithThePage(t *testing.T) {
	page := paper()
	grid(page)
	fill(page, 290, 240, 310, 260, color.Black)
	bentPage := drawnFrom(page, arched)
	flatPage, _, pose := laidFlat(bentPage, 300)
	require.True(t, pose.isBent)
	mark := layout.Glyph{Box: document.Box{X0: 70, Y0: 56.7, X1: 74, Y1: 60.7}} // 300, 244 of the bent page, where the mark is seen
	x, y := mark.Box.Center()
	require.Less(t, bentPage.GrayAt(int(x*300/72), int(y*300/72)).Y, uint8(100), "the mark is at %.0f, %.0f", x, y)
	moved := pose.layer(layout.Page{Width: 153.6, Height: 115.2, Layer: []layout.Glyph{mark}}, 300)
	x, y = moved[0].Box.Center()
	assert.Less(t, flatPage.GrayAt(int(x*300/72), int(y*300/72)).Y, uint8(100), "the mark went to %.0f, %.0f", x, y)
}

func TestASurfaceFollowsRulings(t *testing.T) {
	var traces []trace
	for _, level := range []float64{200, 900, 1500} {
		var ruling trace
		for x := 300.0; x < 2200; x += 8 {
			ruling = append(ruling, place{x, level + 20*math.Exp(-x/300) + level*x/100000})
		}
		traces = append(traces, ruling)
	}
	s := fit(traces, 2480, 3508)
	for _, ruling := range traces {
		assert.Less(t, ruling.apart(s), 1.0)
	}
	assert.Less(t, math.Abs(s.at(2479, 3507)-s.at(2200, 1500)), 30.0, "goes on gently beyond them")
}
