package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reportPage is a file with one compressed page of many figures.
func reportPage() []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	for i := range 200 {
		x, y := 50+i%10*50, 700-i/10*20
		_, _ = w.Write([]byte(strings.NewReplacer("X", strconv.Itoa(x), "Y", strconv.Itoa(y), "N", strconv.Itoa(i*i)).Replace("BT /F 10 Tf 1 0 0 1 X Y Tm (N) Tj ET\n")))
	}
	_ = w.Close()
	return onePage(deflated, b.String(), "")
}

func damageOf(t *testing.T, data []byte) string {
	t.Helper()
	content, err := engine.Read(context.Background(), data, Limits{})
	require.NoError(t, err)
	return content.Damage
}

// PDFium reads on in silence after a bit that flipped: 23908 became 53908.
func TestABitThatFlippedInACompressedPageIsNoticed(t *testing.T) {
	whole := reportPage()
	assert.Empty(t, damageOf(t, whole))
	body := bytes.Index(whole, []byte("stream\n")) + len("stream\n")
	end := bytes.Index(whole, []byte("\nendstream"))
	for at := body + 2; at < end; at += (end - body) / 7 {
		flipped := bytes.Clone(whole)
		flipped[at] ^= 4
		assert.Contains(t, damageOf(t, flipped), "校验不符", "byte %d", at-body)
	}
}

func TestWhatNoFigureDependsOnMayBeDamaged(t *testing.T) {
	junk := strings.Repeat("gouji", 1000)
	picture := onePage("", "BT /F 10 Tf 100 700 Td (7) Tj ET", "", object("/Type/XObject/Subtype/Image/Width 1/Height 1"+deflated, junk))
	assert.Empty(t, damageOf(t, picture))
}

// In a page whose font had lost the shape of 1, 1144 was read as 14.
func TestADamagedFontIsNoticed(t *testing.T) {
	junk := strings.Repeat("gouji", 1000)
	font := onePage("", "BT /F 10 Tf 100 700 Td (7) Tj ET", "", object("/Length1 5000"+deflated, junk))
	assert.Contains(t, damageOf(t, font), "校验不符")
}

// Some programs leave the checksum out.
func TestAMissingChecksumIsNoDamage(t *testing.T) {
	whole := string(reportPage())
	at := strings.Index(whole, "\nendstream")
	assert.Empty(t, Damage([]byte(whole[:at-4]+whole[at:])))
	assert.NotEmpty(t, Damage([]byte(whole[:at-40]+whole[at:])))
}

// Where bytes were lost, the objects are not where the file's table says.
func TestALostTableOfObjectsIsTold(t *testing.T) {
	data := onePage("", "BT /F 10 Tf 100 700 Td (7) Tj ET", "")
	data = bytes.Replace(data, []byte("startxref\n"), []byte("startxref\n9"), 1)
	content, err := engine.Read(context.Background(), data, Limits{})
	require.NoError(t, err)
	assert.Contains(t, content.Incomplete, "由程序重建")
	assert.Empty(t, content.Damage)
}
