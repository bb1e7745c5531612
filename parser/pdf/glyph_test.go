package pdf

import (
	"context"
	"testing"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/pdftest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// engine is shared by all tests: compiling PDFium takes seconds where the
// machine has no cache of it yet.
var engine = NewEngine(2, DefaultMemory)

// page reads a file of one page.
func page(t *testing.T, data []byte) layout.Page {
	t.Helper()
	content, err := engine.Read(context.Background(), data, Limits{})
	require.NoError(t, err)
	require.Len(t, content.Pages, 1)
	return content.Pages[0]
}

// characters are the page's glyphs without their places.
func characters(p layout.Page) string {
	var text []rune
	for _, g := range p.Glyphs {
		text = append(text, g.Rune)
	}
	return string(text)
}

func assertBox(t *testing.T, want, got document.Box, tolerance float64) {
	t.Helper()
	assert.InDeltaSlice(t, []float64{want.X0, want.Y0, want.X1, want.Y1}, []float64{got.X0, got.Y0, got.X1, got.Y1},
		tolerance, "want %v, got %v", want, got)
}

func TestGlyphBoxSpansAdvanceAndFontHeight(t *testing.T) {
	p := page(t, pdftest.Drawn("", "BT /F 20 Tf 100 700 Td (1.) Tj ET"))
	require.Equal(t, "1.", characters(p))
	one, stop := p.Glyphs[0], p.Glyphs[1]
	assert.InDelta(t, 20, one.Size, 0.01)
	assert.Zero(t, one.Angle)
	assert.Empty(t, one.Doubt)
	assert.InDelta(t, 100, one.Box.X0, 0.1)
	assert.InDelta(t, 100+0.556*20, one.Box.X1, 0.2, "Helvetica's digits are 0.556 em wide")
	assert.InDelta(t, one.Box.X1, stop.Box.X0, 0.1)
	assert.InDelta(t, one.Box.Y0, stop.Box.Y0, 0.1, "a full stop is as high as a digit")
	assert.True(t, one.Box.Y0 < 100 && 100 < one.Box.Y1, "the baseline, 100 from the top, runs through the box")
}

func TestSpacesAreNoGlyphs(t *testing.T) {
	p := page(t, pdftest.Drawn("", "BT /F 10 Tf 100 700 Td (1 2) Tj 200 0 Td (3) Tj 0 -40 Td (4) Tj ET"))
	assert.Equal(t, "1234", characters(p), "neither the file's spaces nor those that PDFium makes up")
}

func TestHyphenAtLineEndIsKept(t *testing.T) {
	p := page(t, pdftest.Drawn("", "BT /F 10 Tf 100 700 Td (ab-) Tj 0 -12 Td (cd) Tj ET"))
	assert.Equal(t, "ab-cd", characters(p))
}

func TestPageAsDisplayed(t *testing.T) {
	// A 5 × 10 point mark in the corner of the crop box that a reader sees top left.
	cases := []struct {
		name, entries string
		width, height float64
		mark          string
		want          document.Box
	}{
		{"upright", "", 600, 800, "0 790 5 10 re f", document.Box{X1: 5, Y1: 10}},
		{"crop box", "/CropBox[100 200 500 600]", 400, 400, "100 590 5 10 re f", document.Box{X1: 5, Y1: 10}},
		{"90", "/Rotate 90", 800, 600, "0 0 5 10 re f", document.Box{X1: 10, Y1: 5}},
		{"180", "/Rotate 180", 600, 800, "595 0 5 10 re f", document.Box{X1: 5, Y1: 10}},
		{"270", "/Rotate 270", 800, 600, "595 790 5 10 re f", document.Box{X1: 10, Y1: 5}},
		{"-90 and crop box", "/Rotate -90/CropBox[100 200 500 500]", 300, 400, "495 490 5 10 re f", document.Box{X1: 10, Y1: 5}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := page(t, pdftest.Drawn(c.entries, c.mark))
			assert.Equal(t, [2]float64{c.width, c.height}, [2]float64{p.Width, p.Height})
			var mark document.Box
			for _, r := range p.Rulings {
				mark = mark.Union(r.Box)
			}
			assertBox(t, c.want, mark, 0.01)
		})
	}
}

func TestTurnedText(t *testing.T) {
	// Each line of text is written so that it stands at 100, 100 of the page as
	// displayed, and is read from left to right there.
	for name, c := range map[string]struct{ entries, matrix string }{
		"upright": {"", "1 0 0 1 100 700"},
		"90":      {"/Rotate 90", "0 1 -1 0 100 100"},
		"180":     {"/Rotate 180", "-1 0 0 -1 500 100"},
		"270":     {"/Rotate 270", "0 -1 1 0 500 700"},
	} {
		t.Run(name, func(t *testing.T) {
			p := page(t, pdftest.Drawn(c.entries, "BT /F 20 Tf "+c.matrix+" Tm (37) Tj ET"))
			require.Equal(t, "37", characters(p))
			assert.Zero(t, p.Glyphs[0].Angle)
			assertBox(t, document.Box{X0: 100, Y0: 83, X1: 111, Y1: 103}, p.Glyphs[0].Box, 2.5)
			assertBox(t, document.Box{X0: 111, Y0: 83, X1: 122, Y1: 103}, p.Glyphs[1].Box, 2.5)
		})
	}
}

func TestAngleIsAsDisplayed(t *testing.T) {
	p := page(t, pdftest.Drawn("", "BT /F 20 Tf 0 -1 1 0 100 700 Tm (3) Tj 0 1 -1 0 300 300 Tm (7) Tj ET"))
	require.Equal(t, "37", characters(p))
	assert.Equal(t, 90.0, p.Glyphs[0].Angle, "read downwards")
	assertBox(t, document.Box{X0: 97, Y0: 100, X1: 117, Y1: 111}, p.Glyphs[0].Box, 2)
	assert.Equal(t, 270.0, p.Glyphs[1].Angle, "read upwards")
	assertBox(t, document.Box{X0: 283, Y0: 489, X1: 303, Y1: 500}, p.Glyphs[1].Box, 2)
}

func TestFontsWithoutUsableBox(t *testing.T) {
	p := page(t, pdftest.Drawn("", "BT /T 20 Tf 100 700 Td (77) Tj ET"))
	require.Equal(t, "77", characters(p), "a Type 3 font")
	assertBox(t, document.Box{X0: 100, Y0: 83, X1: 112, Y1: 103}, p.Glyphs[0].Box, 4)
	assertBox(t, document.Box{X0: 112, Y0: 83, X1: 124, Y1: 103}, p.Glyphs[1].Box, 4)

	p = page(t, pdftest.Drawn("", "BT /V 20 Tf 100 700 Td <00030003> Tj ET"))
	require.Equal(t, "11", characters(p), "a font that writes downwards")
	assert.InDelta(t, 20, p.Glyphs[1].Box.Y0-p.Glyphs[0].Box.Y0, 1)
	assert.InDelta(t, p.Glyphs[0].Box.X0, p.Glyphs[1].Box.X0, 0.1)
}

func TestRadicalsAreMapped(t *testing.T) {
	p := page(t, pdftest.Drawn("", "BT /K 10 Tf 100 700 Td <0001> Tj ET"))
	require.Len(t, p.Glyphs, 1)
	assert.Equal(t, '日', p.Glyphs[0].Rune)
	assert.Equal(t, '\u2F47', p.Glyphs[0].Raw)
	assert.Empty(t, p.Glyphs[0].Doubt)
}

func TestUnknownCharactersAreDoubtful(t *testing.T) {
	p := page(t, pdftest.Drawn("", "BT /K 10 Tf 100 700 Td <0002> Tj /N 10 Tf 0 -20 Td <0031> Tj ET"))
	require.Len(t, p.Glyphs, 2)
	assert.Contains(t, p.Glyphs[0].Doubt, "自造的编码")
	assert.NotEmpty(t, p.Glyphs[1].Doubt, "a font that does not say what its glyphs mean: %q", p.Glyphs[1].Rune)
}

func TestInvisibleTextIsLeftOut(t *testing.T) {
	for name, content := range map[string]string{
		"rendering mode 3":  "BT 3 Tr /F 10 Tf 100 600 Td (9) Tj ET",
		"transparent":       "/G0 gs BT /F 10 Tf 100 600 Td (9) Tj ET",
		"outside the page":  "BT /F 10 Tf 700 600 Td (9) Tj ET",
		"too small to read": "BT /F .1 Tf 100 600 Td (9) Tj ET",
	} {
		t.Run(name, func(t *testing.T) {
			content, err := engine.Read(context.Background(), pdftest.Drawn("", "BT /F 10 Tf 100 700 Td (7) Tj ET "+content), Limits{})
			require.NoError(t, err)
			assert.Equal(t, "7", characters(content.Pages[0]))
			assert.Equal(t, 1, content.Hidden)
		})
	}
}

func TestOverprintedGlyphsCountOnce(t *testing.T) {
	bold := "BT /F 10 Tf 100 700 Td (11) Tj ET BT /F 10 Tf 100.3 700 Td (11) Tj ET BT /F 10 Tf 100 700.2 Td (11) Tj ET"
	assert.Equal(t, "11", characters(page(t, pdftest.Drawn("", bold))))
	tight := "BT /F 10 Tf 100 700 Td (1) Tj 3 0 Td (1) Tj 30 0 Td (1) Tj ET"
	assert.Equal(t, "111", characters(page(t, pdftest.Drawn("", tight))), "digits set close are three digits")
}

func TestTextIsWhatTheFontSays(t *testing.T) {
	p := page(t, pdftest.Drawn("", "/Span<</ActualText(97)>>BDC BT /F 10 Tf 100 700 Td (7) Tj ET EMC"))
	assert.Equal(t, "7", characters(p), "the page shows 7, whatever the file gives for copying it out")
}

func TestSingleIdeographOfAMissingFont(t *testing.T) {
	p := page(t, pdftest.Drawn("", "BT /K 10 Tf 100 700 Td <0001> Tj 20 0 Td <0001> Tj ET BT 3 Tr /K 10 Tf 100 600 Td <0001> Tj ET"))
	assert.Equal(t, "日日", characters(p), "PDFium takes each for an empty text object")
}

func TestRepetitionsThatAreNone(t *testing.T) {
	// PDFium takes the second 1 for a repetition, being nearer than 0.9 of its width.
	p := page(t, pdftest.Drawn("", "BT /F 10 Tf 100 700 Td (1) Tj ET BT /F 10 Tf 104 700 Td (1) Tj ET"))
	assert.Equal(t, "11", characters(p))
}

func TestWhiteDigitsAreDoubtful(t *testing.T) {
	p := page(t, pdftest.Drawn("", "1 g BT /F 10 Tf 100 700 Td (9a) Tj ET 0 g BT /F 10 Tf 200 700 Td (7) Tj ET"))
	require.Equal(t, "9a7", characters(p))
	assert.NotEmpty(t, p.Glyphs[0].Doubt)
	assert.Empty(t, p.Glyphs[1].Doubt, "a white label changes no figure")
	assert.Empty(t, p.Glyphs[2].Doubt)
}
