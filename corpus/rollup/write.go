package rollup

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrExists is why Write refuses: somebody may have worked on the file.
var ErrExists = errors.New("已有这个文件，可能有人填改过；换一个文件夹，或加 --force 覆盖")

// Write writes the filled form and its account into a folder, which it makes: a
// Word file, a workbook and the list of the units as CSV. A file that is there is
// not replaced unless force says so; then nothing is written. It returns the paths.
func (r *Rollup) Write(folder string, force bool) ([]string, error) {
	stem := filepath.Join(folder, fileName(fmt.Sprintf("%s%d年汇总", r.Parent.Name, r.Year)))
	outputs := []struct {
		path string
		make func() ([]byte, error)
	}{{stem + ".docx", r.Word}, {stem + ".xlsx", r.Workbook}, {stem + "-单位.csv", r.CSV}}
	var paths []string
	for _, o := range outputs {
		if _, err := os.Lstat(o.path); !force && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s：%w", o.path, errors.Join(ErrExists))
		}
		paths = append(paths, o.path)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	for _, o := range outputs {
		data, err := o.make()
		if err == nil {
			err = replace(o.path, data)
		}
		if err != nil {
			return nil, fmt.Errorf("%s：%w", o.path, err)
		}
	}
	return paths, nil
}

// replace writes a file that is there whole or not at all.
func replace(path string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".rollup-*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // when it did not get its name
	_, err = file.Write(data)
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	if err := os.Chmod(file.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// longest is how many characters of an organ's name a file's name has, so that it
// stays below the 255 bytes that file systems allow.
const longest = 60

// fileName makes a name fit for every file system.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	if runes := []rune(name); len(runes) > longest {
		name = string(runes[len(runes)-longest:])
	}
	return strings.TrimLeft(name, ".")
}

// CSV is the list of the units, a row each, in UTF-8 with the mark by which Excel
// knows it.
func (r *Rollup) CSV() ([]byte, error) {
	var file bytes.Buffer
	file.WriteString("\uFEFF")
	w := csv.NewWriter(&file)
	l := r.units()
	w.Write(l.head) // the writer keeps its first error
	for _, row := range l.rows {
		var cells []string
		for _, v := range row {
			cells = append(cells, harmless(plain(v)))
		}
		w.Write(cells)
	}
	w.Flush()
	return file.Bytes(), w.Error()
}

// harmless keeps Excel from taking a text for a formula, such as a file's name that
// begins with an equals sign.
func harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@", rune(text[0])) {
		return "'" + text
	}
	return text
}
