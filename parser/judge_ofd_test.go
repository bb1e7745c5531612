package parser

import (
	"context"
	"fmt"
	"maps"
	"os"
	"regexp"
	"strings"
	"testing"

	"gouji/parser/ofd"
	"gouji/parser/ofd/ofdtest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
)

// withFont is an OFD of the parts whose font 1 is the Go font, which it brings.
func withFont(parts map[string]string) []byte {
	parts = maps.Clone(parts)
	parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], "<ofd:CommonData>", "<ofd:CommonData><ofd:PublicRes>Res.xml</ofd:PublicRes>", 1)
	parts["Doc_0/Res.xml"] = `<ofd:Res BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="Go"><ofd:FontFile>go.ttf</ofd:FontFile></ofd:Font></ofd:Fonts></ofd:Res>`
	parts["Doc_0/Res/go.ttf"] = string(goregular.TTF)
	return ofdtest.Archive(parts)
}

// glyphElement gives the character at a place the glyph that draws another.
func glyphElement(t *testing.T, place int, drawn rune) string {
	t.Helper()
	font, err := sfnt.Parse(goregular.TTF)
	require.NoError(t, err)
	glyph, err := font.GlyphIndex(nil, drawn)
	require.NoError(t, err)
	return fmt.Sprintf(`<ofd:CGTransform CodePosition="%d" CodeCount="1" GlyphCount="1"><ofd:Glyphs>%d</ofd:Glyphs></ofd:CGTransform>`, place, glyph)
}

func TestDigitsOfAnOFDThatLookOtherwise(t *testing.T) {
	for name, drawn := range map[string]map[rune]rune{
		"by the font's own table": nil,
		"honest glyphs":           {'3': '3', '8': '8'},
		"3 and 8 change":          {'3': '8', '8': '3'},
		"one is another":          {'6': '5'},
	} {
		t.Run(name, func(t *testing.T) {
			object, lies := "", false
			for said := '0'; said <= '9'; said++ {
				if other := drawn[said]; other != 0 {
					object += glyphElement(t, int(said-'0'), other)
					lies = lies || other != said
				}
			}
			page := `<ofd:TextObject Boundary="10 10 80 5" Font="1" Size="4">` + object + `<ofd:TextCode X="0" Y="4" DeltaX="g 9 2.3">0123456789</ofd:TextCode></ofd:TextObject>`
			file, err := ofd.Open(context.Background(), withFont(ofdtest.Parts(100, 50, page)), ofd.Limits{Judge: judgeDigit})
			require.NoError(t, err)
			content, err := file.Read(context.Background())
			require.NoError(t, err)
			assert.Equal(t, lies, content.Damage != "")
			require.Len(t, content.Pages[0].Glyphs, 10)
			for _, g := range content.Pages[0].Glyphs {
				assert.Equal(t, lies, strings.Contains(g.Doubt, "画出来"), "%c: %s", g.Rune, g.Doubt)
			}
		})
	}
}

var textObject = regexp.MustCompile(`(<ofd:TextObject [^>]*>)(<ofd:TextCode [^>]*>)([^<]*)`)

// A report that says 3 where its font draws 8, and 8 for 3, has no sure figure; its
// honest twin, which draws what it says, has all.
func TestOFDReportInALyingFont(t *testing.T) {
	honest := reportPages(t, "../corpus/samples/year-conflict.pdf")
	lying := maps.Clone(honest)
	exchange := strings.NewReplacer("3", "8", "8", "3")
	for name, part := range honest {
		lying[name] = textObject.ReplaceAllStringFunc(part, func(object string) string {
			m, glyphs := textObject.FindStringSubmatch(object), ""
			for i, r := range []rune(m[3]) {
				if r == '3' || r == '8' {
					glyphs += glyphElement(t, i, r)
				}
			}
			return m[1] + glyphs + m[2] + exchange.Replace(m[3])
		})
	}
	r := readOFDReport(t, withFont(honest))
	assert.False(t, r.Damaged)
	for _, f := range r.Figures {
		assert.Empty(t, f.Doubt, f.ID)
	}
	r = readOFDReport(t, withFont(lying))
	assert.True(t, r.Damaged)
	for _, f := range r.Figures {
		assert.NotEmpty(t, f.Doubt, f.ID)
	}
}

// reportPages are the parts of an OFD that draws what a PDF does.
func reportPages(t *testing.T, path string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	reader := NewReader(Options{Workers: 1})
	t.Cleanup(func() { reader.Close() })
	content, err := reader.pages(context.Background(), data)
	require.NoError(t, err)
	return ofdtest.PartsOf(content.Pages)
}

func readOFDReport(t *testing.T, data []byte) *Report {
	t.Helper()
	reader := NewReader(Options{Workers: 1})
	t.Cleanup(func() { reader.Close() })
	d, err := reader.Read(context.Background(), "report.ofd", data)
	require.NoError(t, err)
	r, err := Parse(d)
	require.NoError(t, err)
	return r
}
