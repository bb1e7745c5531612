package parser

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/pdftest"
)

// drawnPage is a PDF of one page of A4: the content, with the picture as /I and a
// Chinese font as /H.
func drawnPage(t *testing.T, content string, picture image.Image) []byte {
	t.Helper()
	var packed bytes.Buffer
	require.NoError(t, jpeg.Encode(&packed, picture, &jpeg.Options{Quality: 90}))
	f := &pdftest.File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>")
	f.Add("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</H 5 0 R>>/XObject<</I 7 0 R>>>>>>")
	f.Stream("", content)
	f.Add("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>")
	f.Add("<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000" +
		"/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/Ascent 880/Descent -120/CapHeight 700/ItalicAngle 0/StemV 80/FontBBox[0 -120 1000 880]>>>>")
	size := picture.Bounds().Size()
	f.Stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", size.X, size.Y), packed.String())
	return f.Bytes()
}

// written shows a line of text so many points above the page's foot.
func written(text string, y int) string {
	codes := ""
	for _, unit := range utf16.Encode([]rune(text)) {
		codes += fmt.Sprintf("%04X", unit)
	}
	return fmt.Sprintf("BT /H 14 Tf 70 %d Td <%s> Tj ET ", y, codes)
}

// insetPage is a report whose table four is a picture between two headings.
func insetPage(t *testing.T, picture image.Image) []byte {
	size := picture.Bounds().Size()
	shown := fmt.Sprintf("q 450 0 0 %d 70 400 cm /I Do Q ", 450*size.Y/size.X)
	return drawnPage(t, written("某县民政局2024年政府信息公开工作年度报告", 780)+written("四、政府信息公开行政复议、行政诉讼情况", 700)+
		shown+written("五、存在的主要问题及改进情况", 300)+written("无。", 270), picture)
}

func decoded(t *testing.T, data []byte) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	return picture
}

func readFile(t *testing.T, data []byte) *document.Document {
	t.Helper()
	reader := NewReader(Options{})
	defer reader.Close()
	d, err := reader.Read(context.Background(), "a.pdf", data)
	require.NoError(t, err)
	return d
}

func TestATableThatIsAPictureAmongTheTextOfAPage(t *testing.T) {
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skip("no tesseract")
	}
	picture, want := tablePicture(t)
	d := readFile(t, insetPage(t, decoded(t, picture)))
	assert.Equal(t, "pdfium+tesseract", d.Reader)
	assert.True(t, d.RecognisedTables, "the text is the file's own")
	assert.Zero(t, d.Pictures, "none is left unread")
	require.Len(t, d.Blocks, 5)
	assert.Equal(t, "四、政府信息公开行政复议、行政诉讼情况", d.Blocks[1].Paragraph.Text)
	assert.NotNil(t, d.Blocks[2].Table, "the table stands where the picture is")
	report, err := Parse(d)
	require.NoError(t, err)
	require.Len(t, report.Figures, len(want))
	shown := document.Box{X0: 70, Y0: 842 - 700, X1: 520, Y1: 842 - 400}
	for _, f := range want {
		got := report.Figure(f.ID)
		require.NotNil(t, got, f.ID)
		assert.Equal(t, f.Value, got.Value, f.ID)
		assert.Positive(t, got.Confidence, f.ID)
		assert.Equal(t, 1, got.Where.Page, f.ID)
		assert.True(t, shown.Contains(got.Where.Box.Center()), "%s lies in the picture: %v", f.ID, got.Where.Box)
	}
}

func TestWithoutTesseractATableThatIsAPictureAmongTextIsNamed(t *testing.T) {
	picture, _ := tablePicture(t)
	t.Setenv("PATH", t.TempDir())
	d := readFile(t, insetPage(t, decoded(t, picture)))
	assert.Contains(t, d.Incomplete, "1张图片看来是表格，没有识别")
	assert.False(t, d.Recognised)
}

func TestPicturesOnPagesOfTextThatAreNoTables(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // a table would be told of
	picture, _ := tablePicture(t)
	table := decoded(t, picture)
	paper := image.NewGray(image.Rect(0, 0, 300, 200))
	photograph := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for i := range photograph.Pix {
		photograph.Pix[i] = uint8(i * i / 7)
	}
	// above the table's print: upon it would be a second copy of the print
	background := written(strings.Repeat("字", 30), 588) + "q 450 0 0 200 70 400 cm /I Do Q " + written(strings.Repeat("字", 30), 588)
	seal := written("报告", 700) + "q 100 0 0 50 70 400 cm /I Do Q "
	reader := NewReader(Options{})
	defer reader.Close()
	for name, data := range map[string][]byte{
		"a photograph":         insetPage(t, photograph),
		"plain paper":          insetPage(t, paper),
		"text stands on it":    drawnPage(t, background, table),
		"too small to be read": drawnPage(t, seal, table),
	} {
		d, err := reader.Read(context.Background(), name, data)
		require.NoError(t, err)
		assert.Empty(t, d.Incomplete, name)
		assert.Equal(t, 1, d.Pictures, name)
	}
}

// A page number that the file prints over a scan is not recognised a second time.
func TestTheFilesOwnTextOnAPictureStands(t *testing.T) {
	at := document.Box{X0: 100, Y0: 100, X1: 300, Y1: 300}
	box := document.Box{X0: 110, Y0: 110, X1: 120, Y1: 120}
	page := layout.Page{Glyphs: []layout.Glyph{{Rune: '4', Box: box}}, Pictures: []document.Box{at}}
	read := layout.Page{
		Glyphs: []layout.Glyph{
			{Rune: '9', Box: document.Box{X0: 11, Y0: 11, X1: 19, Y1: 19}},
			{Rune: '7', Box: document.Box{X0: 50, Y0: 50, X1: 60, Y1: 60}, Doubt: "扫描件上这一格认不出"},
		},
		Rulings: []layout.Ruling{{Box: document.Box{X1: 200}}},
	}
	put(read, at, &page)
	assert.Equal(t, []layout.Glyph{
		{Rune: '4', Box: box},
		{Rune: '7', Box: document.Box{X0: 150, Y0: 150, X1: 160, Y1: 160}, Doubt: "图片上这一格认不出"},
	}, page.Glyphs)
	assert.Equal(t, []layout.Ruling{{Box: document.Box{X0: 100, Y0: 100, X1: 300, Y1: 100}}}, page.Rulings)
	assert.Empty(t, page.Pictures)
}
