// Package letter writes the 整改通知 of a run as Word files: a letter a unit that
// has something to mend, and an archive of all of them.
//
//	summary, err := letter.Write(ctx, "通知", s, run, letter.Options{})
//
// A letter says what is wrong and where, what would settle it, the ground and what
// to do; errors as what is to be mended, warnings as what is to be looked at. The
// bargain: a figure that was not read for sure is listed apart, to be looked at,
// never as an error; a rule of practice is never worded as law; the same run gives
// the same bytes. The words around the findings stand in a Word file with
// placeholders (template.go), which an office may replace by its own.
package letter

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gouji/corpus"
	"gouji/corpus/store"
)

// Options is what the office brings to its letters. All may be empty.
type Options struct {
	Units    []string // only those whose name has one of these in it
	Template *Template
	Sender   string // who signs: 某市政务公开办公室
	Deadline string // 2025年3月10日
	Date     string // of the letter
}

// Summary is what became of a run.
type Summary struct {
	Letters []string // file names, in the order of the batch
	Archive string   // name of the archive of all
	Clean   int      // units, of those chosen, that have nothing to mend
	Unread  int      // files that could not be read, and so have no letter
}

// Errors that a caller may want to tell apart.
var (
	ErrExists = errors.New("已经有这个文件，可能有人改过，不覆盖；请换一个文件夹，或先把它移走")
	ErrUnit   = errors.New("没有名称里有这几个字的单位")
)

// Write writes the letters of a run into a folder, which is made when there is none.
// No file that is there is replaced.
func Write(ctx context.Context, folder string, s *store.Store, run *store.Run, o Options) (*Summary, error) {
	if o.Template == nil {
		o.Template = Default()
	}
	g := newGathering(run)
	for result, err := range s.Results(run) {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return nil, err
		}
		g.add(result)
	}
	units, err := chosen(g.units, o.Units)
	if err != nil {
		return nil, err
	}
	all := len(units)
	units = slices.DeleteFunc(units, func(u *unit) bool { return !u.mendable() })
	summary := &Summary{Letters: names(units, run.Number), Archive: fmt.Sprintf("第%d次-整改通知.zip", run.Number),
		Clean: all - len(units), Unread: g.unread}
	if len(units) == 0 {
		return summary, nil
	}
	return summary, summary.write(folder, units, &o)
}

// chosen are the units that have one of the names in theirs.
func chosen(units []*unit, wanted []string) ([]*unit, error) {
	if len(wanted) == 0 {
		return units, nil
	}
	var list []*unit
	met := map[string]bool{}
	for _, u := range units {
		meant := false
		for _, name := range wanted {
			if strings.Contains(u.organ, name) {
				meant, met[name] = true, true
			}
		}
		if meant {
			list = append(list, u)
		}
	}
	for _, name := range wanted {
		if !met[name] {
			return nil, fmt.Errorf("%w：%s", ErrUnit, name)
		}
	}
	return list, nil
}

// write fills the template for each unit. Everything is looked at before anything
// is written.
func (s *Summary) write(folder string, units []*unit, o *Options) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, name := range append([]string{s.Archive}, s.Letters...) {
		if _, err := os.Lstat(filepath.Join(folder, name)); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s：%w", filepath.Join(folder, name), errors.Join(err, ErrExists))
		}
	}
	return corpus.WriteWhole(filepath.Join(folder, s.Archive), func(file *os.File) error { return s.fill(folder, file, units, o) })
}

// fill writes each letter twice: by itself, and into the archive, without dates.
func (s *Summary) fill(folder string, archive io.Writer, units []*unit, o *Options) error {
	z := zip.NewWriter(archive)
	for i, u := range units {
		var letter bytes.Buffer
		if err := o.Template.fill(&letter, u.values(o)); err != nil {
			return fmt.Errorf("%s：%w", s.Letters[i], err)
		}
		if err := os.WriteFile(filepath.Join(folder, s.Letters[i]), letter.Bytes(), 0o644); err != nil {
			return err
		}
		to, err := z.Create(s.Letters[i])
		if err != nil {
			return err
		}
		if _, err := to.Write(letter.Bytes()); err != nil {
			return err
		}
	}
	return z.Close()
}

// readable reports whether a result is a report that a letter can be about.
func readable(r corpus.Result) bool {
	return r.Err == nil && r.Report != nil && r.Source.Format != corpus.Register
}
