package corpus

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"gouji/parser"
	"gouji/parser/document"
)

// file is an input that was found, its bytes not yet loaded.
type file struct {
	File // as far as it is known before reading
	load func() ([]byte, *document.Error)
	// letGo is called in place of load for a file that is not read; nil when nothing
	// is held for it.
	letGo func()
}

// pass passes over a file that was found.
func (f file) pass() {
	if f.letGo != nil {
		f.letGo()
	}
}

// reportExtensions are those of files that must not be passed over in
// silence: they are read, or give a Result that says why not.
var reportExtensions = words(`.pdf .docx .docm .dotx .dotm .doc .dot .wps .wpt .ofd .html .htm .shtml .xhtml .mht .mhtml .rtf .odt .fodt .rar .7z`)

// walk yields the files under paths.
type walk struct {
	yield   func(file) bool
	stdin   io.Reader
	limits  Limits
	skipped map[string]int  // may be nil
	except  []string        // real paths of folders that are left out
	visited map[string]bool // real paths of folders, against symlink loops
	found   int
}

// files yields every input under the paths in stable order.
func (b *Batch) files(paths []string, skipped map[string]int) iter.Seq[file] {
	return func(yield func(file) bool) {
		w := &walk{yield: yield, stdin: b.Stdin, limits: b.Limits.withDefaults(), skipped: skipped, except: realPaths(b.Except)}
		for _, path := range paths {
			w.visited = map[string]bool{}
			if !w.named(path) {
				return
			}
		}
	}
}

// realPaths are those of the paths that there are, links followed.
func realPaths(paths []string) []string {
	var list []string
	for _, path := range paths {
		if real, err := realPath(path); err == nil {
			list = append(list, real)
		}
	}
	return list
}

func realPath(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(real)
}

// named walks a path that the user gave.
func (w *walk) named(path string) bool {
	if path == "-" {
		return w.give(file{File: File{Path: path}, load: func() ([]byte, *document.Error) { return readAll(w.stdin, 0, w.limits.Size) }})
	}
	state, err := os.Stat(path)
	if err != nil {
		return w.fail(path, ioError(err))
	}
	before := w.found
	if !state.IsDir() {
		return w.file(path, state.Mode().IsRegular())
	}
	if !w.folder(path) {
		return false
	}
	if w.found == before {
		return w.fail(path, document.Errorf(document.Unreadable, "文件夹里没有可以读取的报告文件"))
	}
	return true
}

// folder walks a folder by name, links to folders followed, each folder once.
func (w *walk) folder(path string) bool {
	real, err := realPath(path)
	if err != nil {
		return w.fail(path, ioError(err))
	}
	if w.visited[real] || slices.Contains(w.except, real) {
		return true
	}
	w.visited[real] = true
	entries, err := os.ReadDir(path)
	for _, entry := range entries {
		if !w.entry(path, entry) {
			return false
		}
	}
	return err == nil || w.fail(path, ioError(err))
}

func (w *walk) entry(folder string, entry fs.DirEntry) bool {
	if unwanted(entry.Name()) {
		return true
	}
	path := filepath.Join(folder, entry.Name())
	mode := entry.Type()
	if mode&fs.ModeSymlink != 0 {
		target, err := os.Stat(path)
		if err != nil {
			return !isReport(path) || w.fail(path, ioError(err))
		}
		mode = target.Mode().Type()
	}
	switch {
	case mode.IsDir():
		return w.folder(path)
	case !mode.IsRegular(), !isReport(path) && !isZip(path) && !isWordXML(path, func() (io.ReadCloser, error) { return os.Open(path) }):
		w.skip(path)
		return true
	}
	return w.file(path, isZip(path))
}

// file gives a file on disk, or the reports in it when mayHold allows and it
// is a zip file of reports.
func (w *walk) file(path string, mayHold bool) bool {
	if mayHold {
		if archive, err := openArchive(path); err != nil {
			return w.fail(path, err)
		} else if archive != nil {
			defer archive.release()
			return w.archive(archive)
		}
	}
	return w.give(file{File: File{Path: path}, load: func() ([]byte, *document.Error) { return loadFile(path, w.limits.Size) }})
}

func (w *walk) give(f file) bool {
	w.found++
	return w.yield(f)
}

// fail gives an input whose loading fails with the error.
func (w *walk) fail(path string, err *document.Error) bool {
	return w.give(file{File: File{Path: path}, load: func() ([]byte, *document.Error) { return nil, err }})
}

func (w *walk) skip(path string) {
	if w.skipped != nil {
		w.skipped[strings.ToLower(filepath.Ext(path))]++
	}
}

func isReport(path string) bool { return reportExtensions[strings.ToLower(filepath.Ext(path))] }

func isZip(path string) bool { return strings.EqualFold(filepath.Ext(path), ".zip") }

// isWordXML reports whether a file is a Word document in one XML file: other .xml
// files, as web servers have them, are no reports.
func isWordXML(path string, open func() (io.ReadCloser, error)) bool {
	if !strings.EqualFold(filepath.Ext(path), ".xml") {
		return false
	}
	in, err := open()
	if err != nil {
		return false
	}
	defer in.Close()
	start, _ := io.ReadAll(io.LimitReader(in, parser.WordXMLSpan))
	return parser.IsWordXML(start)
}

// ours are the names of what gouji itself writes of a run, which may lie among
// reports: the page, and the archive of the letters. A letter by itself may be called
// as a report is; it is read, and said to be none.
var ours = regexp.MustCompile(`^第\d+次(?:核对\.html|-整改通知\.zip)$`)

// unwanted tells files and folders that programs leave behind: Word's and
// LibreOffice's lock files, hidden files, what macOS adds to a zip file, and ours.
func unwanted(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "__macosx", "gouji.yaml": // the last is ours
		return true
	}
	return ours.MatchString(name) || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// ioError says in the user's words why the system refused.
func ioError(err error) *document.Error {
	refused := func(message string) *document.Error {
		return &document.Error{Kind: document.Unreadable, Message: message, Err: err}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refused("文件不存在")
	case errors.Is(err, fs.ErrPermission):
		return refused("没有读取权限")
	}
	return refused("无法读取：" + err.Error())
}

// Kinds lists what Skipped counts, each extension with its number, and the sum;
// bare is the word for files without an extension.
func Kinds(skipped map[string]int, bare string) (kinds []string, sum int) {
	for extension, number := range skipped {
		if extension == "" {
			extension = bare
		}
		kinds = append(kinds, fmt.Sprintf("%s %d", extension, number))
		sum += number
	}
	slices.Sort(kinds)
	return kinds, sum
}
