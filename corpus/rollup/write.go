package rollup

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gouji/corpus"
)

// ErrExists is why Write refuses: somebody may have worked on the file.
var ErrExists = errors.New("已有这个文件，可能有人填改过；换一个文件夹，或加 --force 覆盖")

// Files say how Write writes.
type Files struct {
	Force bool   // replace files that are there
	Blank []byte // the office's own blank form, a Word file that is filled too; nil for none
}

// Write writes the filled form and its account into a folder, which it makes: a
// Word file, a workbook and the list of the units as CSV. If a file is there that
// may not be replaced, nothing is written. It returns the paths.
func (r *Rollup) Write(ctx context.Context, folder string, how Files) ([]string, error) {
	outputs := r.outputs(ctx, folder, how.Blank)
	var paths []string
	for _, o := range outputs {
		if _, err := os.Lstat(o.path); !how.Force && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s：%w", o.path, ErrExists)
		}
		paths = append(paths, o.path)
	}
	for i := range outputs {
		o := &outputs[i]
		if err := o.make(); err != nil {
			return nil, fmt.Errorf("%s：%w", o.path, err)
		}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	for _, o := range outputs {
		if err := corpus.WriteWhole(o.path, func(f *os.File) error { _, err := f.Write(o.data); return err }); err != nil {
			return nil, fmt.Errorf("%s：%w", o.path, err)
		}
	}
	return paths, nil
}

// output is a file of Write.
type output struct {
	path  string
	bytes func() ([]byte, error)
	data  []byte
}

func (o *output) make() (err error) {
	o.data, err = o.bytes()
	return err
}

func (r *Rollup) outputs(ctx context.Context, folder string, blank []byte) []output {
	stem := filepath.Join(folder, fmt.Sprintf("%s%d年汇总", corpus.FileName(r.Parent.Name, longest), r.Year))
	list := []output{{path: stem + ".docx", bytes: r.Word}, {path: stem + ".xlsx", bytes: r.Workbook}, {path: stem + "-单位.csv", bytes: r.CSV}}
	if blank != nil {
		list = append(list, output{path: stem + "-本单位表.docx", bytes: func() ([]byte, error) { return r.Filled().Fill(ctx, blank) }})
	}
	return list
}

// longest is how many characters of the parent's name a file's name has.
const longest = 40

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
