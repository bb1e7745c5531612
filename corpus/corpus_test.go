package corpus

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/document"
)

// fake is a chain in which a file's content says what happens to it.
func fake() chain {
	return chain{
		read: func(ctx context.Context, _ string, data []byte) (*document.Document, error) {
			switch word, rest, _ := strings.Cut(string(data), " "); word {
			case "panic":
				panic(rest)
			case "slow":
				<-ctx.Done()
				return nil, ctx.Err()
			case "locked":
				return nil, document.Errorf(document.Encrypted, "有密码")
			case "odd":
				return nil, errors.New("out of luck")
			}
			return &document.Document{Format: document.PDF, Reader: "fake", Pages: 1}, nil
		},
		parse: func(*document.Document) (*parser.Report, error) { return &parser.Report{Year: 2024}, nil },
		close: func() {},
	}
}

// read runs the batch through the fake chain.
func read(b *Batch) []Result {
	var list []Result
	b.Skipped = map[string]int{}
	for result := range b.run(context.Background(), fake(), b.files(b.Paths, b.Skipped)) {
		list = append(list, result)
	}
	return list
}

// lay writes files, name and content in turn, into a new folder.
func lay(t *testing.T, pairs ...string) string {
	t.Helper()
	folder := t.TempDir()
	for i := 0; i < len(pairs); i += 2 {
		name := filepath.Join(folder, pairs[i])
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(pairs[i+1]), 0o644))
	}
	return folder
}

// outline gives a line a result: its path below the folder, and its error's kind.
func outline(folder string, results []Result) []string {
	var lines []string
	for _, r := range results {
		line := strings.TrimPrefix(filepath.ToSlash(strings.TrimPrefix(r.Source.Path, folder)), "/")
		if r.Err != nil {
			line += " " + string(r.Err.Kind)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestFolderIsWalkedByName(t *testing.T) {
	folder := lay(t,
		"b.pdf", "x", "a.docx", "x", "a/2.html", "x", "a/1.DOC", "x",
		"~$a.docx", "x", ".~lock.a.odt#", "x", ".git/a.pdf", "x", "__MACOSX/a.pdf", "x", "Thumbs.db", "x",
		"a.xlsx", "x", "b.XLSX", "x", "照片.jpg", "x")
	b := &Batch{Paths: []string{folder}}
	assert.Equal(t, []string{"a/1.DOC", "a/2.html", "a.docx", "b.pdf"}, outline(folder, read(b)))
	assert.Equal(t, map[string]int{".xlsx": 2, ".jpg": 1}, b.Skipped)
	assert.Equal(t, 4, b.Count())
}

// A site's own .xml files lie among reports; a Word document in one is a report.
func TestOfXMLFilesThoseOfWordAreRead(t *testing.T) {
	const word = `<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">`
	folder := lay(t, "a.xml", word, "sitemap.xml", "<urlset/>", "b.zip", packed(t, "c.xml", word, "rss.xml", "<rss/>"))
	b := &Batch{Paths: []string{folder}}
	assert.Equal(t, []string{"a.xml", "b.zip/c.xml"}, outline(folder, read(b)))
	assert.Equal(t, map[string]int{".xml": 2}, b.Skipped)
}

func TestWhateverIsWrongWithOneFileTheRestIsRead(t *testing.T) {
	folder := lay(t, "1.pdf", "ok", "2.pdf", "panic here", "3.pdf", "slow", "4.pdf", "locked", "5.pdf", "odd", "6.pdf", "", "8.pdf", "ok")
	require.NoError(t, os.Symlink(filepath.Join(folder, "gone"), filepath.Join(folder, "7.pdf")))
	var log bytes.Buffer
	results := read(&Batch{Paths: []string{folder, "missing.pdf"}, Jobs: 3, Timeout: 20 * time.Millisecond, Log: &log})
	assert.Equal(t, []string{
		"1.pdf", "2.pdf corrupt", "3.pdf timeout", "4.pdf encrypted", "5.pdf corrupt", "6.pdf corrupt",
		"7.pdf unreadable", "8.pdf", "missing.pdf unreadable",
	}, outline(folder, results))
	assert.Contains(t, results[1].Err.Message, "internal error")
	assert.Contains(t, log.String(), "corpus_test.go", "the stack is logged")
	assert.Contains(t, results[5].Err.Message, "空")
	assert.Contains(t, results[8].Err.Message, "文件不存在")
}

func TestResultCarriesWhatWasRead(t *testing.T) {
	folder := lay(t, "1.pdf", "abc")
	result := read(&Batch{Paths: []string{folder}})[0]
	assert.Equal(t, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", result.Source.SHA256)
	assert.Equal(t, parser.Source{Path: result.Source.Path, SHA256: result.Source.SHA256, Format: "pdf", Pages: 1, Reader: "fake"}, result.Source)
	assert.Equal(t, result.Source, result.Report.Source)
}

func TestAHangingReaderIsLeftBehind(t *testing.T) {
	c := fake()
	c.read = func(context.Context, string, []byte) (*document.Document, error) { select {} }
	b := &Batch{Timeout: time.Millisecond}
	one := func(yield func(file) bool) {
		yield(file{File: File{Path: "a.pdf"}, load: func() ([]byte, *document.Error) { return []byte("x"), nil }})
	}
	for result := range b.run(context.Background(), c, one) {
		require.NotNil(t, result.Err)
		assert.Equal(t, document.Timeout, result.Err.Kind)
	}
}

func TestResultsComeInOrderAndTheWindowIsBounded(t *testing.T) {
	const number, jobs = 200, 4
	var loaded, taken, widest atomic.Int64
	many := func(yield func(file) bool) {
		for i := range number {
			load := func() ([]byte, *document.Error) {
				widest.Store(max(widest.Load(), loaded.Add(1)-taken.Load()))
				time.Sleep(time.Duration(i%7) * 100 * time.Microsecond)
				return []byte("ok"), nil
			}
			if !yield(file{File: File{Path: fmt.Sprint(i)}, load: load}) {
				return
			}
		}
	}
	b := &Batch{Jobs: jobs}
	next := 0
	for result := range b.run(context.Background(), fake(), many) {
		require.Equal(t, fmt.Sprint(next), result.Source.Path)
		next++
		taken.Add(1)
	}
	assert.Equal(t, number, next)
	assert.LessOrEqual(t, widest.Load(), int64(3*jobs+2))
}

func TestBreakingOffStopsTheWork(t *testing.T) {
	var loaded atomic.Int64
	endless := func(yield func(file) bool) {
		for yield(file{File: File{Path: "x"}, load: func() ([]byte, *document.Error) { loaded.Add(1); return []byte("ok"), nil }}) {
		}
	}
	b := &Batch{Jobs: 2}
	for range b.run(context.Background(), fake(), endless) {
		break
	}
	assert.Less(t, loaded.Load(), int64(20))
}

func TestStandardInputIsOneDocument(t *testing.T) {
	results := read(&Batch{Paths: []string{"-"}, Stdin: strings.NewReader("ok")})
	assert.Equal(t, []string{"-"}, outline("", results))
}

func TestAFolderWithoutReportsIsAnError(t *testing.T) {
	folder := lay(t, "a.txt", "x")
	assert.Equal(t, []string{" unreadable"}, outline(folder, read(&Batch{Paths: []string{folder}})))
}

func TestALinkBackUpIsNotFollowedForever(t *testing.T) {
	folder := lay(t, "a/1.pdf", "x")
	require.NoError(t, os.Symlink(folder, filepath.Join(folder, "a", "up")))
	assert.Equal(t, []string{"a/1.pdf"}, outline(folder, read(&Batch{Paths: []string{folder}})))
}

func TestAFolderWithoutRightsIsOneError(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	folder := lay(t, "a/1.pdf", "x", "b.pdf", "x")
	require.NoError(t, os.Chmod(filepath.Join(folder, "a"), 0))
	defer os.Chmod(filepath.Join(folder, "a"), 0o755)
	assert.Equal(t, []string{"a unreadable", "b.pdf"}, outline(folder, read(&Batch{Paths: []string{folder}})))
}

// growing is a file that another program writes while it is read.
type growing struct{ *os.File }

func (g growing) Read(p []byte) (int, error) {
	n, err := g.File.Read(p)
	if n > 0 {
		if err := os.WriteFile(g.Name(), []byte("another, longer"), 0o644); err != nil {
			return 0, err
		}
	}
	return n, err
}

// vanishing is a file that another program removes while it is read.
type vanishing struct{ *os.File }

func (v vanishing) Read(p []byte) (int, error) {
	os.Remove(v.Name())
	return v.File.Read(p)
}

func TestAFileThatChangesOrVanishesWhileItIsRead(t *testing.T) {
	folder := lay(t, "1.pdf", "x", "2.pdf", "x")
	for name, wrap := range map[string]func(*os.File) fs.File{
		"1.pdf": func(f *os.File) fs.File { return growing{f} },
		"2.pdf": func(f *os.File) fs.File { return vanishing{f} },
	} {
		path := filepath.Join(folder, name)
		f, err := os.Open(path)
		require.NoError(t, err)
		defer f.Close()
		data, failure := loadOpen(path, wrap(f), parser.DefaultSize)
		require.NotNil(t, failure, name)
		assert.Equal(t, document.Unreadable, failure.Kind)
		assert.Nil(t, data)
	}
}

// packed is a zip file of names and contents in turn; names are raw bytes.
func packed(t *testing.T, pairs ...string) string {
	t.Helper()
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: pairs[i], NonUTF8: true, Method: zip.Deflate})
		require.NoError(t, err)
		_, err = w.Write([]byte(pairs[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return buffer.String()
}

func TestZipIsReadInPlace(t *testing.T) {
	const gbk, lianTong = "\xc4\xea\xb1\xa8\\\xd2\xbb.pdf", "\xc1\xaa\xcd\xa8.pdf" // 年报\一.pdf, 联通.pdf
	inner := packed(t, "深.zip", "x", "报告.pdf", "ok")
	folder := lay(t, "all.zip", packed(t,
		gbk, "ok", lianTong, "ok", "__MACOSX/._a.pdf", "x", "../../evil.pdf", "ok",
		"县.zip", inner, "word.zip", packed(t, "[Content_Types].xml", "<x/>"), "a.xlsx", "x"))
	b := &Batch{Paths: []string{folder}}
	assert.Equal(t, []string{
		"all.zip/evil.pdf",
		"all.zip/word.zip",
		"all.zip/县.zip/报告.pdf",
		"all.zip/县.zip/深.zip too-large",
		"all.zip/年报/一.pdf",
		"all.zip/联通.pdf",
	}, outline(folder, read(b)))
	assert.Equal(t, map[string]int{".xlsx": 1}, b.Skipped)
}

func TestAZipThatIsADocumentIsOneFile(t *testing.T) {
	folder := lay(t, "report.zip", packed(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"))
	path := filepath.Join(folder, "report.zip")
	assert.Equal(t, []string{"report.zip"}, outline(folder, read(&Batch{Paths: []string{path}})))
}

func TestBadZips(t *testing.T) {
	whole := packed(t, "a.pdf", strings.Repeat("reports ", 1000))
	flipped := []byte(whole)
	flipped[45] ^= 0xff
	locked := []byte(whole)
	locked[strings.Index(whole, "PK\x01\x02")+8] |= 1
	huge := []byte(whole)
	copy(huge[strings.Index(whole, "PK\x01\x02")+24:], "\xff\xff\xff\x7f")
	liar := []byte(whole)
	copy(liar[strings.Index(whole, "PK\x01\x02")+24:], "\x05\x00\x00\x00")
	folder := lay(t, "7-liar.zip", string(liar),
		"1-cut.zip", whole[:len(whole)-10], "2-flipped.zip", string(flipped), "3-locked.zip", string(locked),
		"4-huge.zip", string(huge), "5-empty.zip", packed(t), "6-pdf.zip", "%PDF-1.7")
	assert.Equal(t, []string{
		"1-cut.zip corrupt", "2-flipped.zip/a.pdf corrupt", "3-locked.zip/a.pdf encrypted",
		"4-huge.zip/a.pdf too-large", "5-empty.zip unreadable", "6-pdf.zip",
		"7-liar.zip/a.pdf corrupt",
	}, outline(folder, read(&Batch{Paths: []string{folder}})))
}

func TestAnArchiveIsClosedWhenItsFilesWereReadOrPassedOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.zip")
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	for _, name := range []string{"1.html", "2.html", "3.html"} {
		_, err := z.Create(name)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	require.NoError(t, os.WriteFile(path, buffer.Bytes(), 0o644))
	a, failure := openArchive(path)
	require.Nil(t, failure)
	read := false
	w := &walk{limits: Limits{}.withDefaults(), visited: map[string]bool{}, yield: func(f file) bool {
		if read {
			f.pass()
			return true
		}
		f.load()
		read = true
		return true
	}}
	w.archive(a)
	a.release()
	_, err := a.closer.(*os.File).Stat()
	assert.ErrorIs(t, err, fs.ErrClosed)
}

// FuzzArchive: no zip file, however broken, makes the walk panic.
func FuzzArchive(f *testing.F) {
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	w, _ := z.Create("a/b.pdf")
	w.Write([]byte("report"))
	z.Create("c.zip")
	z.Close()
	f.Add(buffer.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := newArchive("x.zip", bytes.NewReader(data), int64(len(data)))
		if a == nil || err != nil {
			return
		}
		w := &walk{limits: Limits{}.withDefaults(), yield: func(f file) bool { f.load(); return true }, visited: map[string]bool{}}
		w.archive(a)
		assert.Positive(t, w.found, "a zip file gives a report or an error")
	})
}
