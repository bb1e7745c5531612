package parser

import (
	"context"
	"os"
	"testing"

	"gouji/parser/pdf"
	"gouji/parser/pdf/pdftest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A font that draws other digits than it says is caught, however it says them;
// then none of its digits is believed. An honest one stays sure.
func TestDigitsThatLookOtherwise(t *testing.T) {
	engine := pdf.NewEngine(1, pdf.DefaultMemory)
	t.Cleanup(engine.Close)
	lies := map[string]map[rune]rune{
		"honest":         nil,
		"3 and 8 change": {'3': '8', '8': '3'},
		"one is another": {'6': '5'},
		"shifted by one": {'0': '1', '1': '2', '2': '3', '3': '4', '4': '5', '5': '6', '6': '7', '7': '8', '8': '9', '9': '0'},
	}
	for kind, digits := range map[string]pdftest.Digits{
		"mapped": pdftest.Mapped, "outlined": pdftest.Outlined, "drawn by the page": pdftest.Drawn3,
	} {
		for lie, drawn := range lies {
			t.Run(kind+", "+lie, func(t *testing.T) {
				content, err := engine.Read(context.Background(), digits(drawn), pdf.Limits{Judge: judgeDigit})
				require.NoError(t, err)
				assert.Equal(t, drawn == nil, content.Damage == "")
				glyphs := content.Pages[0].Glyphs
				require.Len(t, glyphs, 20)
				for _, g := range glyphs {
					if drawn == nil {
						assert.Empty(t, g.Doubt, "%c", g.Rune)
					} else {
						assert.Contains(t, g.Doubt, "画出来", "%c", g.Rune)
					}
				}
			})
		}
	}
}

// Codes that no table explains are a guess, whatever they look like.
func TestDigitsOfAFontWithoutTable(t *testing.T) {
	engine := pdf.NewEngine(1, pdf.DefaultMemory)
	t.Cleanup(engine.Close)
	for _, drawn := range []map[rune]rune{nil, {'3': '8', '8': '3'}} {
		content, err := engine.Read(context.Background(), pdftest.Untold3(drawn), pdf.Limits{Judge: judgeDigit})
		require.NoError(t, err)
		for _, g := range content.Pages[0].Glyphs {
			assert.NotEmpty(t, g.Doubt, "%c", g.Rune)
		}
	}
}

// A report whose font tells 3 for what it draws as 8, and 8 for 3
// (testdata/README.md): no figure that differs from the page is sure.
func TestReportInALyingFont(t *testing.T) {
	honest, lying := readReport(t, "../corpus/samples/year-conflict.pdf"), readReport(t, "testdata/lying-font.pdf")
	assert.False(t, honest.Damaged)
	assert.True(t, lying.Damaged)
	different := 0
	for i, f := range lying.Figures {
		if f.Raw != honest.Figures[i].Raw {
			different++
		}
		assert.NotEmpty(t, f.Doubt, f.ID)
	}
	assert.NotZero(t, different)
}

func readReport(t *testing.T, path string) *Report {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	reader := NewReader(Options{})
	t.Cleanup(func() { require.NoError(t, reader.Close()) })
	d, err := reader.Read(context.Background(), path, data)
	require.NoError(t, err)
	report, err := Parse(d)
	require.NoError(t, err)
	return report
}
