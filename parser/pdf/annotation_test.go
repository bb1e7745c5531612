package pdf

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/pdf/pdftest"
)

// annotated is a page with a 7 and an annotation over it of the entries, whose
// appearance, if they name it, is object 15.
func annotated(entries, appearance string) []byte {
	return pdftest.Drawn(`/Annots[<</Type/Annot/Rect[200 700 300 730]`+entries+`>>]`, "BT /F 12 Tf 100 700 Td (7) Tj ET", "/BBox[0 0 100 30]|"+appearance)
}

const eight = "BT /F 12 Tf 2 5 Td (8) Tj ET"

func TestTextThatWasTypedIntoAFinishedFile(t *testing.T) {
	for name, example := range map[string]struct{ entries, want string }{
		"free text":           {"/Subtype/FreeText/F 4/Contents(8)/AP<</N 15 0 R>>", "78"},
		"a field of a form":   {"/Subtype/Widget/FT/Tx/F 4/V(8)/AP<</N 15 0 R>>", "78"},
		"a field to choose":   {"/Subtype/Widget/FT/Ch/F 4/V(8)/AP<</N 15 0 R>>", "78"},
		"hidden":              {"/Subtype/FreeText/F 2/Contents(8)/AP<</N 15 0 R>>", "7"},
		"a note that pops up": {"/Subtype/Popup/F 4/Contents(8)", "7"},
		"a stamp":             {"/Subtype/Stamp/F 4/AP<</N 15 0 R>>", "7"},
		"a link":              {"/Subtype/Link/F 4/Border[0 0 1]", "7"},
	} {
		assert.Equal(t, example.want, characters(page(t, annotated(example.entries, eight))), name)
	}
	typed := page(t, annotated("/Subtype/FreeText/F 4/AP<</N 15 0 R>>", eight)).Glyphs[1]
	assert.InDelta(t, 202, typed.Box.X0, 1, "where the annotation stands")
}

// Without a font PDFium makes no looks for the value: the cell would pass for blank.
func TestAFieldWhoseValueIsNotDrawnPutsAllInDoubt(t *testing.T) {
	for entries, damage := range map[string]string{
		"/Subtype/Widget/FT/Tx/F 4/V(8)":   unshownValue,
		"/Subtype/Widget/FT/Tx/F 4/V()":    "",
		"/Subtype/Widget/FT/Tx/F 4":        "",
		"/Subtype/Widget/FT/Btn/F 4/V/Off": "",
	} {
		content, err := engine.Read(context.Background(), annotated(entries, ""), Limits{})
		require.NoError(t, err)
		assert.Equal(t, damage, content.Damage, entries)
		assert.Equal(t, "7", characters(content.Pages[0]), entries)
	}
}
