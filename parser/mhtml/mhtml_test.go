package mhtml_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gouji/parser/document"
	"gouji/parser/document/documenttest"
	"gouji/parser/html"
	"gouji/parser/mhtml"
)

// lines is a message as mail writes it.
func lines(list ...string) []byte { return []byte(strings.Join(list, "\r\n") + "\r\n") }

func read(t *testing.T, data []byte) *document.Document {
	t.Helper()
	d, err := mhtml.Read(context.Background(), data, html.Limits{})
	require.NoError(t, err)
	assert.Equal(t, document.MHTML, d.Format)
	return d
}

func kindOf(t *testing.T, data []byte) document.Kind {
	t.Helper()
	_, err := mhtml.Read(context.Background(), data, html.Limits{})
	var known *document.Error
	require.ErrorAs(t, err, &known)
	return known.Kind
}

func TestFirstPageIsRead(t *testing.T) {
	d := read(t, lines("From: <Saved by WPS>", "MIME-Version: 1.0", `Content-Type: multipart/related; boundary="x"`, "",
		"--x", "Content-Type: text/css", "", "p {}",
		"--x", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", "<p>=E4=B8=80=", "=E3=80=81</p>",
		"--x", "Content-Type: text/html", "", "<p>header of Word</p>", "--x--"))
	require.Len(t, d.Paragraphs(), 1)
	assert.Equal(t, "一、", d.Paragraphs()[0].Text)
	assert.Empty(t, d.Incomplete)
}

// html-docx-js writes the whole page as one line.
func TestALineMayBeAsLongAsThePage(t *testing.T) {
	d := read(t, lines("MIME-Version: 1.0", `Content-Type: multipart/related; boundary="x"`, "",
		"--x", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", strings.Repeat("<p>一</p>", 5000), "--x--"))
	assert.Len(t, d.Paragraphs(), 5000)
	assert.Empty(t, d.Incomplete)
	assert.Empty(t, d.Damage)
}

func TestPageNamedAsTheStartIsRead(t *testing.T) {
	d := read(t, lines("MIME-Version: 1.0", `Content-Type: multipart/related; boundary=x; start="<b>"`, "",
		"--x", "Content-Type: text/html", "Content-ID: <a>", "", "<p>advertisement</p>",
		"--x", "Content-Type: multipart/alternative; boundary=y", "",
		"--y", "Content-Type: text/html", "Content-ID: <b>", "", "<p>report</p>", "--y--", "--x--"))
	require.Len(t, d.Paragraphs(), 1)
	assert.Equal(t, "report", d.Paragraphs()[0].Text)
}

// Word, browsers and mail programs name the pictures of a page each in their own way.
func TestPicturesOfTheArchive(t *testing.T) {
	picture := base64.StdEncoding.EncodeToString([]byte("pixels"))
	for name, c := range map[string]struct{ address, header string }{
		"beside the page":        {"report.files/image001.png", "Content-Location: file:///C:/5F/report.files/image001.png"},
		"by its whole address":   {"http://www.example.gov.cn/a.png", "Content-Location: http://www.example.gov.cn/a.png"},
		"by its identity":        {"cid:image1%40wps", "Content-ID: <image1@wps>"},
		"in another spelling":    {"%E8%A1%A8%20.files/a.png", "Content-Location: file:///C:/5F/表 .files/a.png"},
		"relative like the page": {"a.png", "Content-Location: a.png"},
	} {
		d := read(t, lines("MIME-Version: 1.0", "Content-Type: multipart/related; boundary=x", "",
			"--x", "Content-Type: text/html", "Content-Location: file:///C:/5F/report.htm", "",
			`<p>四、</p><img src="`+c.address+`"><img src="elsewhere.png"><p>五、</p>`,
			"--x", "Content-Type: image/png", "Content-Transfer-Encoding: base64", c.header, "", picture, "--x--"))
		require.Len(t, d.Shown, 1, name)
		assert.Equal(t, "pixels", string(d.Shown[0].Data), name)
		assert.Equal(t, d.Blocks[0], d.Shown[0].After, name)
		assert.Equal(t, 2, d.Pictures, name)
		assert.Empty(t, d.Incomplete, name)
	}
}

func TestPicturesOfTheArchiveAreBounded(t *testing.T) {
	parts := []string{"MIME-Version: 1.0", "Content-Type: multipart/related; boundary=x", "",
		"--x", "Content-Type: text/html", "", `<p>a</p><img src="0"><img src="1">`}
	for _, name := range []string{"0", "1"} {
		parts = append(parts, "--x", "Content-Type: image/png", "Content-Location: "+name, "", strings.Repeat("p", 600))
	}
	d, err := mhtml.Read(context.Background(), lines(append(parts, "--x--")...), html.Limits{Bytes: 1000})
	require.NoError(t, err)
	assert.Len(t, d.Shown, 1)
	assert.Equal(t, 2, d.Pictures)
}

func TestCharacterSetOfThePart(t *testing.T) {
	words, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("<p>政府信息公开</p>"))
	require.NoError(t, err)
	d := read(t, lines("MIME-Version: 1.0", `Content-Type: text/html; charset="gb2312"`, "Content-Transfer-Encoding: base64", "",
		base64.StdEncoding.EncodeToString(words)))
	assert.Equal(t, "政府信息公开", d.Paragraphs()[0].Text)
}

func TestWhatIsLostIsSaid(t *testing.T) {
	whole := string(lines("MIME-Version: 1.0", "Content-Type: multipart/related; boundary=x", "",
		"--x", "Content-Type: text/html", "", "<p>a</p><p>b</p>", "--x--"))
	cut, _, _ := strings.Cut(whole, "<p>b")
	assert.NotEmpty(t, read(t, []byte(cut)).Incomplete)
	assert.Equal(t, document.Corrupt, kindOf(t, []byte("MIME-Version")))
	assert.Equal(t, document.Unsupported, kindOf(t, lines("MIME-Version: 1.0", "Content-Type: text/plain", "", "a")))
	headless, _, _ := strings.Cut(whole, "--x\r\n")
	assert.Equal(t, document.Corrupt, kindOf(t, []byte(headless)))
}

func TestNestedWithoutEnd(t *testing.T) {
	head := "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
	assert.Equal(t, document.Corrupt, kindOf(t, []byte("MIME-Version: 1.0\r\n"+strings.Repeat(head, 100))))
}

func TestLongPageIsTooLarge(t *testing.T) {
	_, err := mhtml.Read(context.Background(), lines("MIME-Version: 1.0", "Content-Type: text/html", "", "<p>"+strings.Repeat("a", 2000)),
		html.Limits{Bytes: 1000})
	var known *document.Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, document.TooLarge, known.Kind)
}

const sample = "../../corpus/samples/saved-page.mht"

// reads is the reader with its limits.
var reads = documenttest.Read(func(ctx context.Context, data []byte) (*document.Document, error) {
	return mhtml.Read(ctx, data, html.Limits{})
})

func TestDamagedFilesNeitherCrashNorHang(t *testing.T) {
	whole, err := os.ReadFile(sample)
	require.NoError(t, err)
	reads.SoundWhenDamaged(t, whole, 50)
}

func FuzzRead(f *testing.F) {
	f.Add(lines("MIME-Version: 1.0", "Content-Type: multipart/related; boundary=x; start=b", "",
		"--x", "Content-Type: text/html; charset=gbk", "Content-Transfer-Encoding: quoted-printable", "", "<p>=E4", "--x--"))
	f.Add(lines("MIME-Version: 1.0", "Content-Type: text/html", "Content-Transfer-Encoding: base64", "", "PHA+YTwvcD4="))
	f.Fuzz(reads.Sound)
}

// A block of bytes that the file lost took a row with it: 969 was read as 1011.
func TestBytesThatAFileLostShowInTheLengthOfItsLines(t *testing.T) {
	whole, err := os.ReadFile("../../corpus/samples/saved-page.mht")
	require.NoError(t, err)
	d, err := mhtml.Read(context.Background(), whole, html.Limits{})
	require.NoError(t, err)
	assert.Empty(t, d.Damage)
	middle := len(whole)/2 + bytes.Index(whole[len(whole)/2:], []byte("=\r\n")) + 20 // in a full line
	for name, data := range map[string][]byte{
		"lost":   slices.Concat(whole[:middle], whole[middle+30:]),
		"gained": slices.Concat(whole[:middle], whole[middle-30:]),
	} {
		d, err := mhtml.Read(context.Background(), data, html.Limits{})
		require.NoError(t, err, name)
		assert.Contains(t, d.Damage, "字节", name)
	}
}

// Some programs break lines where a word ends.
func TestLinesOfOtherLengthsAreNoDamage(t *testing.T) {
	page := strings.Repeat("<p>a line that is short=\n and another=\n</p>\n", 50)
	d, err := mhtml.Read(context.Background(), []byte("MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"+page), html.Limits{})
	require.NoError(t, err)
	assert.Empty(t, d.Damage)
}
