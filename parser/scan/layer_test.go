package scan

import (
	"image"
	"image/draw"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// rowOf writes the texts into cells of 40 points side by side.
func rowOf(texts ...string) []layout.Glyph {
	var list []layout.Glyph
	for i, text := range texts {
		for j, r := range []rune(text) {
			x := float64(40*i + 5 + 6*j)
			list = append(list, layout.Glyph{Rune: r, Box: document.Box{X0: x, Y0: 5, X1: x + 6, Y1: 15}, Size: 10})
		}
	}
	return list
}

// doubted reads a row, of which a layer says other texts, at a pixel to the point, and
// tells which of its texts are doubted.
func doubted(own, layer []string) []string {
	page := layout.Page{Width: 400, Height: 20, Glyphs: rowOf(own...), Layer: rowOf(layer...)}
	var cells []image.Rectangle
	for i := range own {
		cells = append(cells, image.Rect(40*i, 0, 40*i+40, 20))
	}
	doubtOtherwise(&page, cells, 72)
	var list []string
	for i, held := range heldBy(page.Glyphs, cells, 72) {
		for _, at := range held {
			if page.Glyphs[at].Doubt != "" {
				list = append(list, own[i])
				break
			}
		}
	}
	return list
}

func TestANumberThatTheLayerReadsOtherwiseIsDoubtful(t *testing.T) {
	own := []string{"12", "0", "3", "1.5", "商业企业", "1234"}
	for name, c := range map[string]struct {
		layer string
		want  []string
	}{
		"the same":                       {"12 0 3 1.5 商业企业 1,234", nil},
		"full-width digits":              {"１２ 0 3 1.5 商业企业 1234", nil},
		"another digit":                  {"12 0 8 1.5 商业企业 1234", []string{"3"}},
		"digits overlooked":              {"1 0 3 1.5 商业企业 23", nil},
		"a point for the comma":          {"12 0 3 1.5 商业企业 1.234", nil},
		"a digit more":                   {"12 10 3 1.5 商业企业 1234", []string{"0"}},
		"no numbers":                     {"l2 O б l.s 商tk企业 i234", nil},
		"nothing in some cells":          {"12 - - - - -", nil},
		"a word as a number":             {"12 0 3 1.5 41 1234", nil},
		"others everywhere: it is wrong": {"77 6 8 9.5 商业企业 9", nil},
	} {
		assert.Equal(t, c.want, doubted(own, strings.Fields(c.layer)), name)
	}
	assert.Nil(t, doubted(own, nil), "there is none")
}

// Most cells of a report are 0 in both readings: they do not make a layer credible.
func TestALayerThatStandsElsewhereIsNotCredible(t *testing.T) {
	assert.Nil(t, doubted(strings.Fields("0 0 0 0 0 5 6 7 8 9"), strings.Fields("0 0 0 0 5 6 7 8 9 0")))
}

// Of 0 and 15 in two cells side by side a layer made one word.
func TestAWordOverTwoCellsTellsOfNeither(t *testing.T) {
	page := layout.Page{Glyphs: rowOf("8", "15")}
	for i, r := range "115" {
		x := float64(33 + 6*i)
		page.Layer = append(page.Layer, layout.Glyph{Rune: r, Box: document.Box{X0: x, Y0: 5, X1: x + 6, Y1: 15}, Size: 10})
	}
	doubtOtherwise(&page, []image.Rectangle{image.Rect(0, 0, 40, 20), image.Rect(40, 0, 80, 20)}, 72)
	for _, g := range page.Glyphs {
		assert.Empty(t, g.Doubt)
	}
}

func TestTheReasonGivesBothReadings(t *testing.T) {
	page := layout.Page{Glyphs: rowOf("3"), Layer: rowOf("8")}
	doubtOtherwise(&page, []image.Rectangle{image.Rect(0, 0, 40, 20)}, 72)
	assert.Equal(t, "扫描件里藏着的文字层在这一格写的是8，与看图认出的3不同", page.Glyphs[0].Doubt)
}

// The layer lies over the page as it was scanned, askew: it is turned with the picture.
func TestTheLayerIsTurnedWithThePage(t *testing.T) {
	const degrees = 2.0
	gray := image.NewGray(image.Rect(0, 0, 400, 400))
	for i := range gray.Pix {
		gray.Pix[i] = 0xFF
	}
	draw.Draw(gray, image.Rect(299, 49, 302, 52), image.Black, image.Point{}, draw.Src)
	mark := layout.Glyph{Box: document.Box{X0: 295, Y0: 45, X1: 306, Y1: 56}}
	list := layerTurned(layout.Page{Width: 400, Height: 400, Layer: []layout.Glyph{mark}}, degrees)
	x, y := list[0].Box.Center()
	assert.Less(t, turned(gray, degrees).GrayAt(int(x), int(y)).Y, uint8(100), "the mark is at %.0f, %.0f", x, y)
	assert.InDelta(t, mark.Box.Width(), list[0].Box.Width(), 1e-9)
}
