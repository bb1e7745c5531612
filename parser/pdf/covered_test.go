package pdf

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
	"gouji/parser/pdf/pdftest"
)

// scanned is a grey picture that fills the page.
const scanned = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q "

func TestTextBelowAScanIsNotThePages(t *testing.T) {
	const nine = "BT /F 10 Tf 100 600 Td (9) Tj ET "
	for name, want := range map[string]struct {
		content, text string
		pictured      []int
	}{
		"the scan hides the text":             {nine + scanned, "", []int{0}},
		"the text stands on a background":     {scanned + nine, "9", nil},
		"a transparent watermark hides none":  {nine + "/G0 gs " + scanned, "9", nil},
		"a picture of half the page and text": {nine + strings.Replace(scanned, "800", "400", 1), "9", nil},
	} {
		t.Run(name, func(t *testing.T) {
			content, err := engine.Read(context.Background(), pdftest.Drawn("", want.content), Limits{})
			require.NoError(t, err)
			assert.Equal(t, want.text, characters(content.Pages[0]))
			assert.Equal(t, want.pictured, content.Pictured())
		})
	}
}

func TestAPageOfGlyphsWithoutMeaningIsLookedAt(t *testing.T) {
	glyphs := func(doubtful, sure int) []layout.Glyph {
		list := make([]layout.Glyph, doubtful+sure)
		for i := range doubtful {
			list[i].Doubt = ink.NoMapping
		}
		return list
	}
	assert.True(t, garbled(glyphs(600, 300)))
	assert.False(t, garbled(glyphs(30, 900)), "bullets and ticks")
	assert.False(t, garbled(glyphs(5, 0)), "no line of print")

	nonsense := pdftest.Drawn("", "BT /N 10 Tf 100 700 Td <"+strings.Repeat("0003", 40)+"> Tj ET")
	content, err := engine.Read(context.Background(), nonsense, Limits{})
	require.NoError(t, err)
	assert.Equal(t, []int{0}, content.Pictured())
	assert.False(t, content.Scanned())
}
