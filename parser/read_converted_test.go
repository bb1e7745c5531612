package parser

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/document/documenttest"
)

// fakeOffice puts a soffice on the PATH that is a shell script, or none when it is
// empty, and gives the folder in which temporary folders are made. In the script
// $out is the folder for the DOCX.
func fakeOffice(t *testing.T, script string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	bin, temp := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("PATH", bin)
	if script != "" {
		script = "#!/bin/sh\nPATH=/bin:/usr/bin\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2; source=$3; mkdir \"$out\"\n" + script
		require.NoError(t, os.WriteFile(filepath.Join(bin, "soffice"), []byte(script), 0o755))
	}
	return temp
}

func readConverted(t *testing.T, name, data string, limit time.Duration) (*document.Document, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	r := NewReader(Options{Convert: true})
	defer r.Close()
	return r.Read(ctx, name, []byte(data))
}

// made is a script that writes a DOCX of one paragraph.
func made(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "made.docx")
	text := `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>水务局</w:t></w:r></w:p></w:body></w:document>`
	require.NoError(t, os.WriteFile(path, documenttest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", text), 0o600))
	return "[ \"${source##*.}\" = wps ] && cp " + path + " \"$out/report.docx\"\n"
}

func empty(t *testing.T, folder string) {
	t.Helper()
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Empty(t, left, "temporary folders are removed")
}

const works = "\x01\xFE\x32\x03 Microsoft Works"

func TestReadConverted(t *testing.T) {
	temp := fakeOffice(t, made(t))
	d, err := readConverted(t, "年报.wps", works, time.Minute)
	require.NoError(t, err)
	assert.Equal(t, "libreoffice+docx", d.Reader)
	assert.Equal(t, "水务局", d.Blocks[0].Paragraph.Text)
	assert.Empty(t, d.Damage)
	assert.Contains(t, d.Incomplete, "由 LibreOffice 转换", "tables may have lost their shape")
	empty(t, temp)
}

func TestReadConvertedDamage(t *testing.T) {
	fakeOffice(t, made(t))
	d, err := readConverted(t, "年报.wps", "%PDF-1.7 nothing else", time.Minute)
	require.NoError(t, err)
	assert.Contains(t, d.Damage, "由 LibreOffice 修复", "no figure is sure")
}

func TestReadConvertedFails(t *testing.T) {
	for script, want := range map[string]string{
		"":         "认不出这个文件的格式；本机没有装 LibreOffice，--convert 帮不上",
		"exit 1\n": "认不出这个文件的格式；LibreOffice 也没能读出",
		"exit 0\n": "认不出这个文件的格式；LibreOffice 也没能读出", // it says so of files that it cannot load
	} {
		temp := fakeOffice(t, script)
		_, err := readConverted(t, "年报.wps", works+"\x00\xFF", time.Minute)
		var known *document.Error
		require.ErrorAs(t, err, &known)
		assert.Equal(t, document.Unsupported, known.Kind)
		assert.Equal(t, want, known.Message)
		empty(t, temp)
	}
}

func TestReadConvertedHangs(t *testing.T) {
	temp := fakeOffice(t, "sleep 60 & wait\n")
	start := time.Now()
	_, err := readConverted(t, "年报.wps", works, 300*time.Millisecond)
	var known *document.Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, document.Timeout, known.Kind)
	assert.Less(t, time.Since(start), 30*time.Second, "the child of the script is killed, too")
	empty(t, temp)
}
