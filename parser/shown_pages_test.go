package parser

import (
	"context"
	"image"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

// scannedWord is a Word file without a word: its title is a picture, its table four
// another, in a table of one cell that frames it.
func scannedWord(t *testing.T) ([]byte, []Figure) {
	t.Helper()
	table, want := tablePicture(t)
	title := photograph(t, 1, document.Box{X0: 60, Y0: 50, X1: 535, Y1: 240})
	frame := "<w:tbl><w:tr><w:tc>" + wordPicture(2) + "</w:tc></w:tr></w:tbl>"
	return wordFile(t, wordPicture(1)+frame, title, table), want
}

func TestAWordFileOfNothingButPicturesIsReadAsAScan(t *testing.T) {
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skip("no tesseract")
	}
	data, want := scannedWord(t)
	d := readFile(t, data)
	assert.True(t, d.Recognised)
	assert.False(t, d.RecognisedTables, "the prose was recognised, too")
	assert.Zero(t, d.Pictures, "none is left unread")
	report, err := Parse(d)
	require.NoError(t, err)
	printed := photographed(t)
	assert.Equal(t, printed.Organ, report.Organ)
	assert.Equal(t, printed.Year, report.Year)
	for _, f := range want {
		got := report.Figure(f.ID)
		require.NotNil(t, got, f.ID)
		assert.Equal(t, f.Value, got.Value, f.ID)
		assert.Equal(t, 2, got.Where.Paragraph, "%s: of its picture", f.ID)
	}
}

func TestWithoutTesseractAWordFileOfPicturesSaysHowToInstallIt(t *testing.T) {
	data, _ := scannedWord(t)
	t.Setenv("PATH", t.TempDir())
	reader := NewReader(Options{})
	defer reader.Close()
	_, err := reader.Read(context.Background(), "", data)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "tesseract-ocr-chi-sim")
}

func TestWhichPicturesArePages(t *testing.T) {
	page := func(w, h int, table bool) shownPicture {
		return shownPicture{size: image.Pt(w, h), table: table}
	}
	a4, shot, seal := page(1240, 1754, false), page(900, 400, true), page(300, 420, false)
	assert.True(t, a4.isPage())
	assert.False(t, shot.isPage(), "a screenshot is wider than high")
	assert.False(t, seal.isPage(), "too small to be read")
	assert.True(t, pictureRun{page(1250, 1740, true)}.hasTableLike(a4), "a scanner cuts pages off by some pixels")
	assert.False(t, pictureRun{shot}.hasTableLike(a4))
	assert.Equal(t, pageWidth, a4.page().Width)
	assert.Equal(t, shownWidth, shot.page().Width)
}

func TestAFileWithTextOfItsOwnIsNotScanned(t *testing.T) {
	own := func(text string) *document.Document {
		return &document.Document{Blocks: []document.Block{{Paragraph: &document.Paragraph{Text: text}}}}
	}
	assert.True(t, isScanned(own("某县民政局2024年政府信息公开工作年度报告"+strings.Repeat(" ", fewCharacters))))
	assert.False(t, isScanned(own(strings.Repeat("字", fewCharacters))))
}
