package corpus

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"math"
	"os"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gouji/parser/document"
)

// Limits of a zip file of reports. A province has some 3,000 reports; sizes
// are those that its directory declares, real ones are checked entry by entry.
const (
	maxEntries  = 50_000
	maxDeclared = 16 << 30
	// maxDirectory is how much of a zip file is read to list it, in bytes: a
	// million entries, each held in memory, are no reports.
	maxDirectory = 16 << 20
)

// archive is an open zip file of reports. Its entries are loaded later and by
// several workers, so it is closed when the last of them has let go.
type archive struct {
	path    string
	entries []entry // by name
	depth   int     // how many archives it lies in
	closer  io.Closer
	users   atomic.Int32
}

type entry struct {
	*zip.File
	name string // in UTF-8, with forward slashes
}

// openArchive opens a file on disk that is a zip file of reports. It returns
// nil for a file that is anything else, also a DOCX or OFD under a false name:
// the content decides.
func openArchive(path string) (*archive, *document.Error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, ioError(err)
	}
	state, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, ioError(err)
	}
	a, failure := newArchive(path, f, state.Size())
	if a == nil {
		f.Close()
		return nil, failure
	}
	a.closer = f
	return a, nil
}

// newArchive returns nil for what is no zip file of reports.
func newArchive(name string, r io.ReaderAt, size int64) (*archive, *document.Error) {
	magic := make([]byte, 4)
	if n, _ := r.ReadAt(magic, 0); n < 4 || string(magic[:2]) != "PK" {
		return nil, nil
	}
	directory := &gate{ReaderAt: r, left: maxDirectory}
	z, err := zip.NewReader(directory, size)
	directory.open = true
	switch {
	case errors.Is(err, errDirectory):
		return nil, tooManyEntries()
	case err != nil && isZip(name):
		return nil, &document.Error{Kind: document.Corrupt, Message: "压缩包损坏，无法打开", Err: err}
	case err != nil || isDocument(z):
		return nil, nil
	case len(z.File) > maxEntries || declared(z) > maxDeclared:
		return nil, tooManyEntries()
	}
	a := &archive{path: name, entries: listEntries(z)}
	a.users.Store(1)
	return a, nil
}

func tooManyEntries() *document.Error {
	return document.Exceeded(document.Content, "压缩包里的文件太多或太大，请分批解压")
}

// gate lets so many bytes be read until it is open.
type gate struct {
	io.ReaderAt
	left int
	open bool
}

var errDirectory = errors.New("zip: directory too long")

func (g *gate) ReadAt(p []byte, at int64) (int, error) {
	if !g.open {
		if g.left -= len(p); g.left < 0 {
			return 0, errDirectory
		}
	}
	return g.ReaderAt.ReadAt(p, at)
}

// isDocument tells the formats that are zip files themselves: Office Open
// XML, OFD, OpenDocument and EPUB.
func isDocument(z *zip.Reader) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool {
		return f.Name == "[Content_Types].xml" || f.Name == "word/document.xml" || f.Name == "OFD.xml" || f.Name == "mimetype"
	})
}

func declared(z *zip.Reader) (sum uint64) {
	for _, f := range z.File {
		sum += min(f.UncompressedSize64, maxDeclared+1)
	}
	return sum
}

func listEntries(z *zip.Reader) []entry {
	var list []entry
	for _, f := range z.File {
		name := strings.ReplaceAll(entryName(f), `\`, "/")
		folder := strings.HasSuffix(name, "/")
		name = strings.TrimPrefix(path.Clean("/"+name), "/") // "../" leads nowhere: names are shown, never written
		if !folder && !slices.ContainsFunc(strings.Split(name, "/"), unwanted) {
			list = append(list, entry{f, name})
		}
	}
	slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	return list
}

// entryName decodes a name that does not say its code page: Chinese Windows
// writes GBK, macOS UTF-8. A GBK name can pass for UTF-8 (the famous 联通), but
// then it has two-byte sequences only, which Chinese in UTF-8 never has.
func entryName(f *zip.File) string {
	if !f.NonUTF8 || utf8.ValidString(f.Name) && !onlyShortRunes(f.Name) {
		return f.Name
	}
	name, err := simplifiedchinese.GB18030.NewDecoder().String(f.Name)
	if err != nil {
		return strings.ToValidUTF8(f.Name, "�")
	}
	return name
}

func onlyShortRunes(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool { return utf8.RuneLen(r) > 2 })
}

// archive gives the reports in a zip file and, as deep as the limit goes, in the
// zip files in it.
func (w *walk) archive(a *archive) bool {
	before := w.found
	for _, e := range a.entries {
		shown := path.Join(a.path, e.name)
		switch {
		case isZip(e.name):
			if !w.inner(a, e, shown) {
				return false
			}
		case !isReport(e.name) && !isWordXML(e.name, e.Open):
			w.skip(e.name)
		case !w.give(a.file(e, shown, w.limits)):
			return false
		}
	}
	if w.found == before {
		return w.fail(a.path, document.Errorf(document.Unreadable, "压缩包里没有可以读取的报告文件"))
	}
	return true
}

// inner walks a zip file that lies in another.
func (w *walk) inner(outer *archive, e entry, shown string) bool {
	if outer.depth >= w.limits.Zips {
		return w.fail(shown, document.Exceeded(document.Zips, "压缩包里又套了超过 %d 层压缩包，请先解压", w.limits.Zips))
	}
	data, err := loadEntry(e, w.limits)
	if err != nil {
		return w.fail(shown, err)
	}
	a, err := newArchive(shown, bytes.NewReader(data), int64(len(data)))
	switch {
	case err != nil:
		return w.fail(shown, err)
	case a == nil:
		return w.give(file{File: File{Path: shown}, load: func() ([]byte, *document.Error) { return data, nil }})
	}
	a.depth = outer.depth + 1
	return w.archive(a)
}

// file is an entry as an input. It keeps the archive open until it was loaded or
// passed over.
func (a *archive) file(e entry, shown string, limits Limits) file {
	a.users.Add(1)
	load := func() ([]byte, *document.Error) {
		defer a.release()
		return loadEntry(e, limits)
	}
	return file{File{Path: shown}, load, a.release}
}

func (a *archive) release() {
	if a.users.Add(-1) == 0 && a.closer != nil {
		a.closer.Close()
	}
}

// loadEntry unpacks an entry, however large it really is, up to the limits.
func loadEntry(e entry, limits Limits) ([]byte, *document.Error) {
	const encrypted = 0x1
	most := min(limits.Size, limits.Unpacked(int64(min(e.CompressedSize64, math.MaxInt32))))
	switch {
	case e.Flags&encrypted != 0:
		return nil, document.Errorf(document.Encrypted, "压缩包有密码，请先解压")
	case e.UncompressedSize64 > uint64(most):
		return nil, limits.burst(most)
	}
	r, err := e.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, &document.Error{Kind: document.Unsupported, Message: "压缩方法无法识别，请先解压", Err: err}
	}
	if err != nil {
		return nil, &document.Error{Kind: document.Corrupt, Message: "压缩包损坏", Err: err}
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, &document.Error{Kind: document.Corrupt, Message: "压缩包损坏", Err: err}
	case int64(len(data)) > most:
		return nil, limits.burst(most)
	}
	return data, nil
}

// burst says which limit an entry goes over that unpacks to more than the most.
func (l Limits) burst(most int64) *document.Error {
	if most == l.Size {
		return document.Exceeded(document.Size, "压缩包里的文件解压后超过 %s，不像是年度报告", document.Megabytes(most))
	}
	return document.Exceeded(document.Ratio, "压缩包里的文件解压后是压缩时的 %d 倍以上，疑为压缩炸弹", l.Ratio)
}
