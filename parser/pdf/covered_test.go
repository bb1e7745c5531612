package pdf

import (
	"context"
	"fmt"
	"slices"
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

// band is a grey picture of half the page.
func band(y int) string {
	return strings.Replace(scanned, "800 0 0", fmt.Sprintf("400 0 %d", y), 1)
}

func TestTextBelowAScanIsNotThePages(t *testing.T) {
	const nine = "BT /F 10 Tf 100 600 Td (9) Tj ET "
	for name, want := range map[string]struct {
		content, text string
		pictured      []int
	}{
		"the scan hides the text":             {nine + scanned, "", []int{0}},
		"the text is drawn without ink":       {scanned + "3 Tr " + nine, "", []int{0}},
		"the text stands on a background":     {scanned + nine, "9", nil},
		"a transparent watermark hides none":  {nine + "/G0 gs " + scanned, "9", nil},
		"white upon white":                    {strings.Replace(scanned, "\x80", "\xFF", 1) + "1 g " + nine, "", []int{0}},
		"white upon grey":                     {scanned + "1 g " + nine, "9", nil},
		"a scan of two bands hides the text":  {nine + band(400) + band(0), "", []int{0}},
		"what looks out of the scan is seen":  {nine + strings.Replace(nine, "600", "790", 1) + strings.Replace(scanned, "800", "780", 1), "9", nil},
		"a picture of half the page and text": {nine + strings.Replace(scanned, "800", "400", 1), "9", nil},
	} {
		t.Run(name, func(t *testing.T) {
			content, err := engine.Read(context.Background(), pdftest.Drawn("", want.content), Limits{})
			require.NoError(t, err)
			assert.Equal(t, want.text, characters(content.Pages[0]))
			if want.text == "" {
				assert.Equal(t, '9', content.Pages[0].Layer[0].Rune, "it is another reading of the page")
				assert.InDelta(t, 100, content.Pages[0].Layer[0].Box.X0, 1)
			}
			assert.Equal(t, want.pictured, content.Pictured())
		})
	}
}

func TestPagesOfGlyphsWithoutMeaningAreLookedAt(t *testing.T) {
	page := func(unknown, latin, han int) layout.Page {
		doubtful := layout.Glyph{Doubt: ink.NoMapping}
		return layout.Page{Glyphs: slices.Concat(slices.Repeat([]layout.Glyph{doubtful}, unknown),
			slices.Repeat([]layout.Glyph{{Rune: 'a'}}, latin), slices.Repeat([]layout.Glyph{{Rune: '一'}}, han))}
	}
	assert.Equal(t, []bool{true}, garbled([]layout.Page{page(600, 0, 300)}))
	assert.Equal(t, []bool{false}, garbled([]layout.Page{page(30, 300, 600)}), "bullets and ticks")
	assert.Equal(t, []bool{false}, garbled([]layout.Page{page(5, 0, 0)}), "no line of print")
	assert.Equal(t, []bool{true, true, false, false}, garbled([]layout.Page{page(120, 400, 0), page(3, 12, 0), page(3, 0, 12), page(0, 12, 0)}))

	nonsense := pdftest.Drawn("", "BT /N 10 Tf 100 700 Td <"+strings.Repeat("0003", 40)+"> Tj ET")
	content, err := engine.Read(context.Background(), nonsense, Limits{})
	require.NoError(t, err)
	assert.Empty(t, content.Pictured(), "the file does not bring its font: a picture of it would show another")
	content.Outlined = true
	assert.Equal(t, []int{0}, content.Pictured())
	content.Damage = "一部分已损坏"
	assert.Empty(t, content.Pictured(), "the fonts may be what is lost")
}

// An editor of PDF files leaves the old number below a white area, and types the new
// one upon it.
func TestTextBelowAWhiteAreaIsUnseen(t *testing.T) {
	const nine, eight = "BT /F 10 Tf 100 600 Td (9) Tj ET ", "BT 0 g /F 10 Tf 100 600 Td (8) Tj ET "
	for name, want := range map[string]struct{ content, text string }{
		"another number upon it":        {nine + "1 g 95 595 30 20 re f " + eight, "8"},
		"the area lies below the text":  {"1 g 95 595 30 20 re f 0 g " + nine, "9"},
		"the area lies beside the text": {nine + "1 g 120 595 30 20 re f ", "9"},
		"the area hides half of it":     {nine + "1 g 95 601 30 20 re f ", "9"},
		"the area is transparent":       {nine + "/G0 gs 1 g 95 595 30 20 re f ", "9"},
		"a line, no area":               {nine + "1 G 95 595 30 20 re S ", "9"},
	} {
		assert.Equal(t, want.text, characters(page(t, pdftest.Drawn("", want.content))), name)
	}
}

// layers is a page with the content, in whose file layer A is shown and B is not.
func layers(content string, forms ...string) []byte {
	data := pdftest.Drawn("", content, forms...)
	catalog := "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[90 0 R 91 0 R]/D<</OFF[91 0 R]>>>>>>"
	whole := strings.Replace(string(data), "<</Type/Catalog/Pages 2 0 R>>", catalog, 1)
	whole = strings.ReplaceAll(whole, "/Resources<</Font", "/Resources<</Properties<</A 90 0 R/B 91 0 R>>/Font")
	groups := "90 0 obj<</Type/OCG/Name(A)>>endobj 91 0 obj<</Type/OCG/Name(B)>>endobj\n"
	return []byte(strings.Replace(whole, "\nxref", "\n"+groups+"xref", 1)) // PDFium searches for the objects
}

func TestTextOfALayerThatIsSwitchedOffIsUnseen(t *testing.T) {
	const seven, nine = "BT /F 10 Tf 100 600 Td (7) Tj ET ", "BT /F 10 Tf 200 600 Td (9) Tj ET "
	for name, want := range map[string]struct {
		data []byte
		text string
	}{
		"shown":             {layers(seven + "/OC /A BDC " + nine + "EMC"), "79"},
		"hidden":            {layers(seven + "/OC /B BDC " + nine + "EMC"), "7"},
		"a hidden form":     {layers(seven+"/X0 Do", "/OC 91 0 R|"+nine), "7"},
		"a shown form":      {layers(seven+"/X0 Do", "/OC 90 0 R|"+nine), "79"},
		"another mark":      {layers(seven + "/Span /B BDC " + nine + "EMC"), "79"},
		"Chinese, no glyph": {layers(seven + "/OC /A BDC BT /K 10 Tf 200 600 Td <0001> Tj ET EMC"), "7日"},
	} {
		assert.Equal(t, want.text, characters(page(t, want.data)), name)
	}
}
