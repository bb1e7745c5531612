package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/pdf/pdftest"
)

// twoPages is a file as word processors write it, the catalog first, and two pages
// of some hundred figures: AAAA… on the first, BBBB… on the second.
func twoPages() []byte {
	f := &pdftest.File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>>>")
	f.Add("<</Type/Page/Parent 2 0 R/Contents 6 0 R>>")
	f.Add("<</Type/Page/Parent 2 0 R/Contents 7 0 R>>")
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	for _, letter := range []string{"A", "B"} {
		f.Stream("", strings.Repeat("BT /F 10 Tf 1 0 0 1 50 700 Tm ("+letter+") Tj ET\n", 1)+lettersOf(letter))
	}
	return f.Bytes()
}

func lettersOf(letter string) string {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, "BT /F 10 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n", 50+i%10*50, 680-i/10*20, letter)
	}
	return b.String()
}

// letters counts those on each page.
func letters(t *testing.T, data []byte) (counts []int, incomplete string) {
	t.Helper()
	content, err := engine.Read(context.Background(), data, Limits{})
	require.NoError(t, err)
	for _, page := range content.Pages {
		counts = append(counts, len(page.Glyphs))
	}
	return counts, content.Incomplete
}

func TestADownloadThatBrokeOffInAPageIsReadAsFarAsItGoes(t *testing.T) {
	whole := twoPages()
	counts, incomplete := letters(t, whole)
	assert.Equal(t, []int{101, 101}, counts)
	assert.Empty(t, incomplete)

	cut := whole[:bytes.LastIndex(whole, []byte("(B)"))-200]
	counts, incomplete = letters(t, cut)
	require.Len(t, counts, 2)
	assert.Equal(t, 101, counts[0])
	assert.InDelta(t, 95, counts[1], 5)
	assert.Equal(t, "文件不完整，末尾缺失", incomplete)
}

// Programs that write the catalog and the page tree last lose them first.
func TestALostCatalogAndPageTreeAreWrittenAnew(t *testing.T) {
	whole := twoPages()
	for name, lost := range map[string]string{"catalog": "/Type/Catalog", "page tree": "/Type/Pages"} {
		data := bytes.Replace(whole, []byte(lost), []byte("/Type/Nothing"), 1)
		data = bytes.Replace(data, []byte("/Type/Catalog"), []byte("/Type/Nothing"), 1)
		counts, incomplete := letters(t, data[:bytes.Index(data, []byte("xref"))])
		assert.Len(t, counts, 2, name)
		assert.NotEmpty(t, incomplete, name)
	}
}

// Newer programs pack the small objects into streams; the table that lists them is
// a stream too, at the end of the file.
func TestObjectsThatArePackedInAStreamAreFound(t *testing.T) {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	pairs, bodies := "", ""
	for i, body := range []string{"<</Type/Catalog/Pages 12 0 R>>", "<</Type/Pages/Kids[13 0 R]/Count 1>>",
		"<</Type/Page/Parent 12 0 R/MediaBox[0 0 600 800]/Contents 1 0 R/Resources<</Font<</F 2 0 R>>>>>>"} {
		pairs += fmt.Sprintf("%d %d ", 11+i, len(bodies))
		bodies += body + " "
	}
	_, err := w.Write([]byte(pairs + bodies))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	f := &pdftest.File{}
	f.Stream("", lettersOf("A"))
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	f.Stream(fmt.Sprintf("/Type/ObjStm/N 3/First %d/Filter/FlateDecode", len(pairs)), packed.String())
	whole := f.Bytes()
	counts, incomplete := letters(t, whole[:bytes.Index(whole, []byte("xref"))])
	assert.Equal(t, []int{100}, counts)
	assert.NotEmpty(t, incomplete)
}

func TestAnEncryptedFileIsNotRepaired(t *testing.T) {
	whole := pdftest.Encrypted("")
	assert.Nil(t, repaired(whole[:len(whole)-30]))
}

func FuzzRepair(f *testing.F) {
	f.Add(twoPages())
	f.Add(twoPages()[:400])
	f.Fuzz(func(t *testing.T, data []byte) {
		if whole := repaired(data); whole != nil && len(whole) > 100*len(data)+maxUnpacked*2 {
			t.Fatalf("%d bytes became %d", len(data), len(whole))
		}
	})
}
