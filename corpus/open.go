package corpus

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"gouji/parser/document"
)

// Bytes returns the content of a file by the path that a Source has, which may
// lead into zip files: 补报.zip/民政局/2024.docx.
func Bytes(path string, limits Limits) ([]byte, *document.Error) {
	limits = limits.withDefaults()
	outer, inner := cutArchive(path)
	if inner == "" {
		return loadFile(path, limits.Size)
	}
	a, err := openArchive(outer)
	switch {
	case err != nil:
		return nil, err
	case a == nil:
		return nil, notThere()
	}
	defer a.release()
	return a.find(inner, limits)
}

func notThere() *document.Error { return document.Errorf(document.Unreadable, "文件不存在") }

// cutArchive divides a path behind the file on disk that it leads into; inner is
// empty when the whole path is one.
func cutArchive(whole string) (outer, inner string) {
	for outer = whole; ; {
		if state, err := os.Stat(outer); err == nil {
			if state.IsDir() {
				return whole, ""
			}
			return outer, strings.TrimPrefix(filepath.ToSlash(whole[len(outer):]), "/")
		}
		up := filepath.Dir(outer)
		if up == outer {
			return whole, ""
		}
		outer = up
	}
}

// find loads the entry of a name, which may lead on into a zip file.
func (a *archive) find(name string, limits Limits) ([]byte, *document.Error) {
	for _, e := range a.entries {
		rest, within := strings.CutPrefix(name, e.name+"/")
		if e.name != name && !(within && isZip(e.name)) {
			continue
		}
		data, err := loadEntry(e, limits)
		if err != nil || e.name == name {
			return data, err
		}
		inner, err := newArchive(e.name, bytes.NewReader(data), int64(len(data)))
		switch {
		case err != nil:
			return nil, err
		case inner != nil && a.depth < limits.Zips:
			inner.depth = a.depth + 1
			return inner.find(rest, limits)
		}
	}
	return nil, notThere()
}
