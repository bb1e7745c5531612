package doc_test

import (
	"bytes"
	"context"
	"image"
	_ "image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/doc"
	"gouji/parser/document"
	"gouji/parser/document/documenttest"
	"gouji/parser/docx"
)

// The samples' figures are checked against their facts in package corpus; here
// stands what a figure does not tell.

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../corpus/samples", name))
	require.NoError(t, err)
	return data
}

func read(t testing.TB, name string) *document.Document {
	t.Helper()
	d, err := doc.Read(context.Background(), sample(t, name), docx.Limits{})
	require.NoError(t, err)
	return d
}

func TestAutomaticNumbersStandBeforeTheHeadings(t *testing.T) {
	var headings []string
	for _, p := range read(t, "old-word.doc").Paragraphs() {
		if p.Number != "" {
			headings = append(headings, p.Text)
		}
	}
	require.Len(t, headings, 6)
	assert.Equal(t, "一、总体情况", headings[0])
	assert.Equal(t, "六、其他需要报告的事项", headings[5])
}

func TestPicturesStandWhereTheirCharactersAre(t *testing.T) {
	for _, name := range []string{"picture-in-line.doc", "picture-floating.doc"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		require.NoError(t, err)
		d, err := doc.Read(context.Background(), data, docx.Limits{})
		require.NoError(t, err)
		assert.Equal(t, 1, d.Pictures, name)
		require.Len(t, d.Shown, 1, name)
		assert.Equal(t, "beforeafter", d.Shown[0].After.Paragraph.Text, name)
		size, format, err := image.DecodeConfig(bytes.NewReader(d.Shown[0].Data))
		require.NoError(t, err, name)
		assert.Equal(t, "png", format, name)
		assert.Equal(t, [2]int{600, 200}, [2]int{size.Width, size.Height}, name)
	}
}

func TestMergedCellsCoverTheirGroup(t *testing.T) {
	d := read(t, "old-word.doc")
	assert.Equal(t, document.DOC, d.Format)
	table := d.Tables()[1]
	assert.Equal(t, 28, table.Rows)
	spans := map[string][2]int{}
	for _, c := range table.Cells {
		spans[strings.ReplaceAll(c.Text, "\n", "")] = [2]int{max(c.RowSpan, 1), max(c.ColumnSpan, 1)}
	}
	assert.Equal(t, [2]int{22, 1}, spans["三、本年度办理结果"])
	assert.Equal(t, [2]int{8, 1}, spans["（三）不予公开"])
	assert.Equal(t, [2]int{1, 3}, spans["四、结转下年度继续办理"])
	assert.Equal(t, [2]int{1, 7}, spans["申请人情况"])
}

func TestTrackedChangesAreCountedAndDeletedTextIsOut(t *testing.T) {
	d := read(t, "old-wps-tracked.wps")
	assert.Positive(t, d.Revisions.Insertions)
	assert.Positive(t, d.Revisions.Deletions)
}

func TestWhatIsNoWordFileIsNamed(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"header only":  func(b []byte) []byte { return b[:512] },
		"no container": func(b []byte) []byte { return []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and no more") },
		"other streams": func(b []byte) []byte {
			return bytes.ReplaceAll(b, []byte("W\x00o\x00r\x00d\x00"), []byte("X\x00o\x00r\x00d\x00"))
		},
	} {
		_, err := doc.Read(context.Background(), damage(sample(t, "old-word.doc")), docx.Limits{})
		var known *document.Error
		require.ErrorAs(t, err, &known, name)
		assert.Equal(t, document.Corrupt, known.Kind, name)
	}
}

func TestPasswordIsNamed(t *testing.T) {
	data := bytes.Clone(sample(t, "old-word.doc"))
	fib := bytes.Index(data, []byte{0xEC, 0xA5})
	data[fib+0x0B] |= 1 // fEncrypted
	_, err := doc.Read(context.Background(), data, docx.Limits{})
	var known *document.Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, document.Encrypted, known.Kind)
}

// reads is the reader with its limits.
var reads = documenttest.Read(func(ctx context.Context, data []byte) (*document.Document, error) {
	return doc.Read(ctx, data, docx.Limits{})
})

func TestDamagedFilesNeitherCrashNorHang(t *testing.T) {
	for _, name := range []string{"old-word.doc", "old-wps-tracked.wps"} {
		reads.SoundWhenDamaged(t, sample(t, name), 100)
	}
}

func TestDamagedPicturesNeitherCrashNorHang(t *testing.T) {
	for _, name := range []string{"picture-in-line.doc", "picture-floating.doc"} {
		reads.SoundWhenDamaged(t, sample(t, "../../parser/doc/testdata/"+name), 50)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample(f, "old-word.doc"))
	f.Add(sample(f, "../../parser/doc/testdata/picture-floating.doc"))
	f.Fuzz(reads.Sound)
}

func BenchmarkRead(b *testing.B) {
	data := sample(b, "old-word.doc")
	for b.Loop() {
		_, err := doc.Read(context.Background(), data, docx.Limits{})
		require.NoError(b, err)
	}
}
