package parser

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
	"gouji/parser/layout"
)

func sampleOf(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	return data
}

// Nothing is recognised: no Tesseract is needed, and the digits are sure.
func TestATableThatIsAMetafileIsRead(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	printed := photographed(t)
	for _, name := range []string{"table-four.emz", "table-four.wmz"} {
		d := readFile(t, wordShowing(t, sampleOf(t, name)))
		assert.False(t, d.Recognised, name)
		assert.Empty(t, d.Incomplete, name)
		assert.Equal(t, "docx", d.Reader, name)
		assert.Zero(t, d.Pictures, name)
		report, err := Parse(d)
		require.NoError(t, err)
		for _, c := range form.Of(form.Edition2021).Table(form.Remedies).Cells() {
			want, got := printed.Figure(c.ID), report.Figure(c.ID)
			require.NotNil(t, got, "%s %s", name, c.ID)
			assert.Equal(t, want.Value, got.Value, "%s %s", name, c.ID)
			assert.Empty(t, got.Doubt, "%s %s", name, c.ID)
			assert.Positive(t, got.Where.Paragraph, "%s %s", name, c.ID)
		}
	}
}

func TestAMetafileThatBreaksOffIsDoubtful(t *testing.T) {
	whole := unpacked(sampleOf(t, "table-four.emz"))
	shown, ok := look(document.Picture{Data: whole[:len(whole)*9/10]})
	require.True(t, ok)
	for _, g := range shown.drawn.Glyphs {
		assert.Equal(t, cutDrawing, g.Doubt)
	}
}

// glyphIndexed makes all text of an EMF that of numbers of glyphs.
func glyphIndexed(data []byte) []byte {
	const textRecord, options, glyphIndex = 84, 52, 0x10
	for at := 0; at+8 <= len(data); {
		kind, size := int(data[at]), int(data[at+4])|int(data[at+5])<<8|int(data[at+6])<<16
		if kind == textRecord {
			data[at+options] |= glyphIndex
		}
		if size == 0 {
			break
		}
		at += size
	}
	return data
}

func TestAMetafileWhoseTextCannotBeReadIsNamed(t *testing.T) {
	d := readFile(t, wordShowing(t, glyphIndexed(unpacked(sampleOf(t, "table-four.emz")))))
	assert.Contains(t, d.Incomplete, "1张图片（EMF、WMF、SVG 或 AVIF）读不出来")
	assert.Equal(t, 1, d.Pictures)
	assert.Empty(t, d.Tables())
}

func TestADrawingThatDoesNotKnowItsSizeIsAsWideAsATable(t *testing.T) {
	page := layout.Page{Width: 4500, Height: 900,
		Glyphs:  []layout.Glyph{{Box: document.Box{X0: 100, Y0: 10, X1: 200, Y1: 110}, Size: 100}},
		Rulings: []layout.Ruling{{Box: document.Box{X1: 1000, Y1: 10}}}}
	small := resized(page)
	assert.Equal(t, [2]float64{shownWidth, 90}, [2]float64{small.Width, small.Height})
	assert.Equal(t, document.Box{X0: 10, Y0: 1, X1: 20, Y1: 11}, small.Glyphs[0].Box)
	assert.Equal(t, 10.0, small.Glyphs[0].Size)
	assert.Equal(t, document.Box{X1: 100, Y1: 1}, small.Rulings[0].Box)
}
