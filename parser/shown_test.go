package parser

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"image"
	paint "image/draw"
	"image/png"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
)

// tablePicture photographs table four of a sample: the picture as PNG, and its
// figures as the PDF itself gives them.
func tablePicture(t *testing.T) ([]byte, []Figure) {
	t.Helper()
	report := photographed(t)
	where := report.Table(form.Remedies).Where
	b := where.Box
	picture := photograph(t, where.Page, document.Box{X0: b.X0 - 7, Y0: b.Y0 - 7, X1: b.X1 + 7, Y1: b.Y1 + 7})
	var figures []Figure
	for _, f := range report.Figures {
		if c, _ := form.Find(f.ID); c.Table.Key == form.Remedies {
			figures = append(figures, f)
		}
	}
	return picture, figures
}

// photographed is the sample of which photograph takes pictures, as the PDF itself
// gives it.
func photographed(t *testing.T) *Report {
	t.Helper()
	data, err := os.ReadFile(photographedSample)
	require.NoError(t, err)
	report, err := Parse(readFile(t, data))
	require.NoError(t, err)
	return report
}

const photographedSample = "../corpus/samples/2021-row-sum-off-by-one.pdf"

// photograph is a part of a page of the sample, 200 dots to the inch, as PNG.
func photograph(t *testing.T, number int, box document.Box) []byte {
	t.Helper()
	data, err := os.ReadFile(photographedSample)
	require.NoError(t, err)
	reader := NewReader(Options{})
	defer reader.Close()
	engine, err := reader.pdfium()
	require.NoError(t, err)
	const scale = 200.0 / 72
	page, err := engine.Render(context.Background(), data, number, 200)
	require.NoError(t, err)
	return pngOf(t, page, image.Rect(int(box.X0*scale), int(box.Y0*scale), int(box.X1*scale), int(box.Y1*scale)))
}

func pngOf(t *testing.T, page image.Image, part image.Rectangle) []byte {
	t.Helper()
	cut := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	paint.Draw(cut, cut.Rect, page, part.Min, paint.Src)
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, cut))
	return out.Bytes()
}

// pageShowing is a page whose table four is a picture.
func pageShowing(picture []byte) []byte {
	return []byte(`<html><body><h1>某县民政局2024年政府信息公开工作年度报告</h1>` +
		`<p>四、政府信息公开行政复议、行政诉讼情况</p><p><img src="data:image/png;base64,` + base64.StdEncoding.EncodeToString(picture) + `"></p>` +
		`<p>五、存在的主要问题及改进情况</p><p>无。</p><p>六、其他需要报告的事项</p><p>无。</p></body></html>`)
}

// wordShowing is a Word file of a heading and a picture.
func wordShowing(t *testing.T, picture []byte) []byte {
	t.Helper()
	return wordFile(t, wordText("某县民政局2024年政府信息公开工作年度报告")+wordText("四、政府信息公开行政复议、行政诉讼情况")+
		wordPicture(1)+wordText("五、存在的主要问题及改进情况"), picture)
}

func wordText(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func wordPicture(number int) string {
	return fmt.Sprintf(`<w:p><w:r><w:drawing><a:blip r:embed="rId%d"/></w:drawing></w:r></w:p>`, number)
}

// wordFile is a Word file of the body that shows pictures, numbered from 1.
func wordFile(t *testing.T, body string, pictures ...[]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	put := func(name, content string) {
		w, err := archive.Create(name)
		require.NoError(t, err)
		fmt.Fprint(w, content)
	}
	put("word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`+body+`</w:body></w:document>`)
	links := ""
	for i, picture := range pictures {
		links += fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image%[1]d"/>`, i+1)
		put(fmt.Sprintf("word/media/image%d", i+1), string(picture))
	}
	put("word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+links+`</Relationships>`)
	require.NoError(t, archive.Close())
	return out.Bytes()
}

func TestTablesThatArePicturesAreRead(t *testing.T) {
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skip("no tesseract")
	}
	picture, want := tablePicture(t)
	reader := NewReader(Options{})
	defer reader.Close()
	for name, data := range map[string][]byte{"page": pageShowing(picture), "word": wordShowing(t, picture)} {
		d, err := reader.Read(context.Background(), name, data)
		require.NoError(t, err)
		report, err := Parse(d)
		require.NoError(t, err)
		assert.True(t, report.Recognised, name)
		assert.Empty(t, report.OrganDoubt, "%s: the title is the file's own", name)
		require.Len(t, report.Figures, len(want), name)
		for _, f := range want {
			got := report.Figure(f.ID)
			require.NotNil(t, got, "%s %s", name, f.ID)
			assert.Equal(t, f.Value, got.Value, "%s %s", name, f.ID)
			assert.Positive(t, got.Where.Row, "%s %s", name, f.ID)
		}
		assert.Equal(t, "四、政府信息公开行政复议、行政诉讼情况", d.Blocks[1].Paragraph.Text)
		assert.NotNil(t, d.Blocks[2].Table, "%s: the table stands where the picture is", name)
	}
}

func TestWithoutTesseractAPictureOfATableIsNamed(t *testing.T) {
	picture, _ := tablePicture(t)
	t.Setenv("PATH", t.TempDir())
	reader := NewReader(Options{})
	defer reader.Close()
	d, err := reader.Read(context.Background(), "", pageShowing(picture))
	require.NoError(t, err)
	assert.Contains(t, d.Incomplete, "1张图片看来是表格，没有识别")
	assert.Contains(t, d.Incomplete, "tesseract-ocr-chi-sim")
	assert.Contains(t, d.Incomplete, "UB Mannheim")
	assert.False(t, d.Recognised)
}

func TestPicturesOfOtherThings(t *testing.T) {
	var photo bytes.Buffer
	require.NoError(t, png.Encode(&photo, image.NewRGBA(image.Rect(0, 0, 300, 200))))
	for name, data := range map[string][]byte{"photograph": photo.Bytes(), "no picture": []byte("GIF89a"), "nothing": nil} {
		shown, ok := look(document.Picture{Data: data})
		assert.False(t, ok && shown.table, name)
	}
}

func TestBlocksGoBehindTheOneThatThePictureFollows(t *testing.T) {
	block := func(text string) document.Block {
		return document.Block{Paragraph: &document.Paragraph{Text: text}}
	}
	a, b, more := block("a"), block("b"), block("more")
	assert.Equal(t, []document.Block{a, more, b}, insertedAfter([]document.Block{a, b}, a, []document.Block{more}))
	assert.Equal(t, []document.Block{more, a, b}, insertedAfter([]document.Block{a, b}, document.Block{}, []document.Block{more}))
	assert.Equal(t, []document.Block{a, b, more}, insertedAfter([]document.Block{a, b}, block("gone"), []document.Block{more}))
}
