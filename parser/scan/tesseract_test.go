package scan

import (
	"errors"
	"image"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

// Who lacks Tesseract is told what to install.
func TestTesseractIsMissing(t *testing.T) {
	t.Setenv("PATH", "")
	_, err := FindTesseract()
	assertNoText(t, err)
}

func TestChineseDataIsMissing(t *testing.T) {
	assertNoText(t, refused("Error opening data file /usr/share/tessdata/chi_sim.traineddata", errors.New("exit status 1")))
	var known *document.Error
	assert.False(t, errors.As(refused("out of memory", errors.New("exit status 1")), &known))
}

func assertNoText(t *testing.T, err error) {
	t.Helper()
	var known *document.Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, document.NoText, known.Kind)
	assert.Contains(t, known.Message, "tesseract-ocr-chi-sim")
	assert.Contains(t, known.Message, "Windows")
}

func TestCharactersOfHOCR(t *testing.T) {
	read := symbolsOf(`<span class='ocrx_word'><span class='ocrx_cinfo' title='x_bboxes 10 20 30 40; x_conf 98.5'>8</span>` +
		`<span class='ocrx_cinfo' title='x_bboxes 31 20 40 40; x_conf 70'>&lt;</span></span>`)
	assert.Equal(t, []symbol{{"8", image.Rect(10, 20, 30, 40), 98.5}, {"<", image.Rect(31, 20, 40, 40), 70}}, read)
}
