package pdf

import (
	"fmt"
	"testing"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/pdftest"

	"github.com/stretchr/testify/assert"
)

func TestRulings(t *testing.T) {
	box := func(x0, y0, x1, y1 float64) document.Box { return document.Box{X0: x0, Y0: y0, X1: x1, Y1: y1} }
	cases := []struct {
		name, content string
		source        layout.Source
		want          []document.Box
	}{
		{"stroked line", "2 w 100 700 m 300 700 l S", layout.Stroke, []document.Box{box(100, 99, 300, 101)}},
		{"scaled by the matrix", "2 0 0 2 0 0 cm 1 w 50 350 m 150 350 l S", layout.Stroke, []document.Box{box(100, 99, 300, 101)}},
		{"thin filled rectangle", "100 699 200 2 re f", layout.Fill, []document.Box{box(100, 99, 300, 101)}},
		{"mitred border, as browsers draw it", "100 701 m 300 701 l 299 699 l 101 699 l h f", layout.Fill, []document.Box{box(100, 99, 300, 101)}},
		{"picture one pixel high", "q 200 0 0 2 100 699 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q", layout.Fill, []document.Box{box(100, 99, 300, 101)}},
		{"stroked rectangle", "0 w 100 600 200 100 re S", layout.Stroke,
			[]document.Box{box(100, 100, 300, 100), box(100, 200, 300, 200), box(100, 100, 100, 200), box(300, 100, 300, 200)}},
		{"closed path", "0 w 100 600 m 100 700 l 300 700 l 300 600 l s", layout.Stroke,
			[]document.Box{box(100, 100, 300, 100), box(100, 200, 300, 200), box(100, 100, 100, 200), box(300, 100, 300, 200)}},
		{"border of a cell as a ring", "100 600 200 100 re 101 601 198 98 re f*", layout.Fill,
			[]document.Box{box(100, 100, 300, 101), box(100, 199, 300, 200), box(100, 100, 101, 200), box(299, 100, 300, 200)}},
		{"shaded cell", ".8 g 100 600 200 100 re f", layout.Shade,
			[]document.Box{box(100, 100, 300, 100), box(100, 200, 300, 200), box(100, 100, 100, 200), box(300, 100, 300, 200)}},
		{"dashes drawn one by one", "100 700 m 104 700 l 107 700 m 111 700 l 114 700 m 118 700 l S", layout.Stroke, []document.Box{box(100, 99.5, 118, 100.5)}},
		{"two lines are not dashes", "100 700 m 150 700 l 153 700 m 200 700 l S", layout.Stroke, []document.Box{box(100, 99.5, 150, 100.5), box(153, 99.5, 200, 100.5)}},

		{"slanted line", "100 600 m 300 700 l S", "", nil},
		{"curve", "100 600 m 100 700 300 700 300 600 c S", "", nil},
		{"path that is not painted", "100 700 m 300 700 l n", "", nil},
		{"transparent line", "/G0 gs 100 700 m 300 700 l S", "", nil},
		{"white line", "1 G 100 700 m 300 700 l S", "", nil},
		{"white area", "1 g 100 600 200 100 re f", "", nil},
		{"background of the page", ".9 g 0 0 600 800 re f", "", nil},
		{"outside the page", "700 700 m 900 700 l S", "", nil},
		{"dot", "100 700 m 101 700 l S", "", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			rulings := page(t, pdftest.Drawn("", c.content)).Rulings
			var got []document.Box
			for _, r := range rulings {
				assert.Equal(t, c.source, r.Source)
				got = append(got, r.Box)
			}
			if assert.Len(t, got, len(c.want)) {
				for i := range got {
					assertBox(t, c.want[i], got[i], 0.01)
				}
			}
		})
	}
}

func TestFormsAreDrawnWithTheirMatrices(t *testing.T) {
	inner := "/Matrix[1 0 0 1 10 0]|0 0 m 100 0 l S BT /F 10 Tf 0 50 Td (7) Tj ET"
	p := page(t, pdftest.Drawn("", "q 1 0 0 1 100 600 cm /X0 Do Q", "2 0 0 2 0 0 cm /X1 Do", inner))
	if assert.Len(t, p.Rulings, 1) {
		assertBox(t, document.Box{X0: 120, Y0: 199, X1: 320, Y1: 201}, p.Rulings[0].Box, 0.01)
	}
	if assert.Equal(t, "7", characters(p)) {
		assert.InDelta(t, 120, p.Glyphs[0].Box.X0, 0.1)
		assert.InDelta(t, 20, p.Glyphs[0].Size, 0.01)
	}
}

func TestPicturesThatMayHoldATable(t *testing.T) {
	image := "BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q "
	p := page(t, pdftest.Drawn("", "q 400 0 0 300 100 400 cm "+image+"q 30 0 0 30 10 10 cm "+image))
	if assert.Len(t, p.Pictures, 1, "a seal or a logo is none") {
		assertBox(t, document.Box{X0: 100, Y0: 100, X1: 500, Y1: 400}, p.Pictures[0], 0.01)
	}
}

// A printer driver writes a screenshot as bands of a few dozen lines.
func TestTheBandsOfAPictureAreOne(t *testing.T) {
	const band = "q 400 0 0 %d 100 %d cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q "
	downwards := fmt.Sprintf(band, 30, 670) + fmt.Sprintf(band, 30, 640) + fmt.Sprintf(band, 20, 620)
	upwards := fmt.Sprintf(band, 20, 620) + fmt.Sprintf(band, 30, 640) + fmt.Sprintf(band, 30, 670)
	for _, content := range []string{downwards, upwards} {
		p := page(t, pdftest.Drawn("", content))
		if assert.Len(t, p.Pictures, 1) {
			assertBox(t, document.Box{X0: 100, Y0: 100, X1: 500, Y1: 180}, p.Pictures[0], 0.01)
		}
	}
	apart := page(t, pdftest.Drawn("", fmt.Sprintf(band, 30, 670)+fmt.Sprintf(band, 30, 600)))
	assert.Empty(t, apart.Pictures, "two low pictures")
}
