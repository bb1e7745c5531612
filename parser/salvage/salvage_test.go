package salvage_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/salvage"
)

var text = strings.Repeat("规章 3 件，", 50)

// archive has a stored part, a packed one whose lengths stand behind it, as Go
// writes it, and a last one that is packed.
func archive(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range []struct {
		name   string
		method uint16
	}{{"mimetype", zip.Store}, {"content.xml", zip.Deflate}, {"styles.xml", zip.Deflate}} {
		f, err := w.CreateHeader(&zip.FileHeader{Name: part.name, Method: part.method})
		require.NoError(t, err)
		_, err = f.Write([]byte(part.name + text))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

// contents are the parts of an archive; one that is not whole ends with the error.
func contents(t testing.TB, data []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range archive.File {
		in, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(in)
		parts[f.Name] = string(content)
		if err != nil {
			parts[f.Name] += "!"
		}
	}
	return parts
}

func TestASoundArchiveIsGivenBack(t *testing.T) {
	for name, data := range map[string][]byte{
		"as it is":     archive(t),
		"bytes before": slices.Concat([]byte("HTTP/1.1 200 OK\r\n\r\n"), archive(t)),
		"no archive":   []byte("PK, but no more"),
		"nothing":      nil,
	} {
		whole, lost := salvage.Zip(data)
		assert.Equal(t, data, whole, name)
		assert.Empty(t, lost, name)
	}
}

func TestPartsAreFoundWithoutTheDirectory(t *testing.T) {
	data := archive(t)
	want := contents(t, data)
	directory := bytes.Index(data, []byte("PK\x01\x02"))
	lostByte := slices.Concat(data[:directory-1], data[directory:]) // all that follows is shifted
	for name, damaged := range map[string][]byte{
		"cut off before the directory": data[:directory],
		"cut off in the directory":     data[:len(data)-9],
		"a byte lost":                  lostByte,
		"zeros in the directory":       slices.Concat(data[:directory], make([]byte, len(data)-directory)),
	} {
		whole, lost := salvage.Zip(damaged)
		assert.Contains(t, lost, "目录", name)
		assert.Equal(t, want["content.xml"], contents(t, whole)["content.xml"], name)
	}
}

// What the file has of a part that is cut off is there, and reads as not whole.
func TestAPartThatIsCutOffIsNotWhole(t *testing.T) {
	data := archive(t)
	last := bytes.LastIndex(data, []byte("PK\x03\x04"))
	whole, lost := salvage.Zip(data[:last+60])
	assert.NotEmpty(t, lost)
	parts := contents(t, whole)
	assert.Equal(t, "content.xml"+text, parts["content.xml"])
	assert.Regexp(t, "^styles.*!$", parts["styles.xml"])
}

// A part that unpacks without end is measured no further than a reader would read.
func TestWhatIsUnpackedToFindEndsIsBounded(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("bomb.xml")
	require.NoError(t, err)
	block := make([]byte, 1<<20)
	for range 200 {
		_, err = f.Write(block)
		require.NoError(t, err)
	}
	require.NoError(t, w.Flush())
	_, lost := salvage.Zip(b.Bytes())
	assert.NotEmpty(t, lost)
}

func FuzzZip(f *testing.F) {
	f.Add(archive(f))
	f.Add(archive(f)[:300])
	f.Fuzz(func(t *testing.T, data []byte) {
		if whole, lost := salvage.Zip(data); lost != "" {
			_, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
			require.NoError(t, err)
		}
	})
}

// The tail of another archive, written over this one, brings its directory along,
// which has other checksums for the same names.
func TestPartsThatTheDirectoryKnowsOtherwiseAreNotWhole(t *testing.T) {
	data := archive(t)
	const crcAt = 16 // of an entry of the directory; the second is that of content.xml
	second := bytes.LastIndex(data, []byte("content.xml")) - 46
	binary.LittleEndian.PutUint32(data[second+crcAt:], 7)
	lostByte := slices.Delete(data, 40, 41)

	whole, lost := salvage.Zip(lostByte)
	require.NotEmpty(t, lost)
	parts := contents(t, whole)
	assert.Equal(t, "content.xml"+text+"!", parts["content.xml"])
	assert.Equal(t, "styles.xml"+text, parts["styles.xml"], "what the directory knows is whole")
}
