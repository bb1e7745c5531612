package corpus

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/document"
)

func TestAZipOfAMillionEntriesIsTooLarge(t *testing.T) {
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	long := strings.Repeat("深", 1000)
	for range 6_000 { // the directory counts, not the entries
		_, err := z.CreateHeader(&zip.FileHeader{Name: "年报.pdf", Comment: long})
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	folder := lay(t, "all.zip", buffer.String(), "b.pdf", "ok")
	assert.Equal(t, []string{"all.zip too-large", "b.pdf"}, outline(folder, read(&Batch{Paths: []string{folder}})))
}

// A bomb in a zip of reports is one file's error, and so is one in a zip in it.
func TestBombsInAZipOfReports(t *testing.T) {
	zeros := strings.Repeat("\x00", parser.DefaultSize+1)
	inner := packed(t, "1.pdf", zeros, "2.pdf", "ok")
	folder := lay(t, "all.zip", packed(t, "a.pdf", zeros, "b.zip", inner, "c.pdf", "ok"))
	assert.Equal(t, []string{
		"all.zip/a.pdf too-large", "all.zip/b.zip/1.pdf too-large", "all.zip/b.zip/2.pdf", "all.zip/c.pdf",
	}, outline(folder, read(&Batch{Paths: []string{folder}})))
}

// What packs better than any report is a bomb long before it is large, unless
// the user knows better.
func TestTheRatioOfAZipIsLimited(t *testing.T) {
	folder := lay(t, "all.zip", packed(t, "a.pdf", strings.Repeat("\x00", 3<<20)))
	b := &Batch{Paths: []string{folder}}
	results := read(b)
	require.NotNil(t, results[0].Err)
	assert.Equal(t, document.Ratio, results[0].Err.Limit)
	assert.Contains(t, results[0].Err.Message, "200 倍以上")
	b.Limits.Ratio = 2000
	assert.Equal(t, []string{"all.zip/a.pdf"}, outline(folder, read(b)))
}

// endless is a device, or a program that never stops writing.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestInputWithoutEndIsTooLarge(t *testing.T) {
	_, failure := readAll(endless{}, 0, 10<<20)
	require.NotNil(t, failure)
	assert.Equal(t, document.TooLarge, failure.Kind)
}

func TestInputInPiecesIsWhole(t *testing.T) {
	for _, size := range []int{0, 1, 4096, 4097, 1 << 20, 3<<20 + 5} {
		text := strings.Repeat("7", size)
		for _, told := range []int64{0, int64(size), int64(size) / 2} {
			data, failure := readAll(strings.NewReader(text), told, 10<<20)
			require.Nil(t, failure)
			assert.Equal(t, text, string(data))
		}
	}
}

func TestLinksThatLeadNowhereAreErrorsOfTheirOwn(t *testing.T) {
	folder := lay(t, "b.pdf", "ok")
	require.NoError(t, os.Symlink("a.pdf", filepath.Join(folder, "a.pdf")))
	require.NoError(t, os.Symlink("missing", filepath.Join(folder, "c.pdf")))
	require.NoError(t, os.Symlink("missing", filepath.Join(folder, "d.txt")))
	assert.Equal(t, []string{"a.pdf unreadable", "b.pdf", "c.pdf unreadable"}, outline(folder, read(&Batch{Paths: []string{folder}})))
}
