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
	archive := filepath.Join(folder, s.Archive)
	if _, err := os.Lstat(archive); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s：%w", archive, errors.Join(err, ErrExists))
	}
	for i, u := range units {
		if _, err := unwritten(filepath.Join(folder, s.Letters[i]), func() ([]byte, error) { return u.letter(o) }); err != nil {
			return err
		}
	}
	return corpus.WriteWhole(archive, func(file *os.File) error { return s.fill(folder, file, units, o) })
}

// unwritten reports whether a letter is still to be written. One that is there
// word for word is left by a run that broke off: it lacks the archive, which comes
// last. Any other may be somebody's work.
func unwritten(path string, letter func() ([]byte, error)) (bool, error) {
	there, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, fmt.Errorf("%s：%w", path, errors.Join(err, ErrExists))
	}
	ours, err := letter()
	if err == nil && !bytes.Equal(there, ours) {
		err = ErrExists
	}
	if err != nil {
		return false, fmt.Errorf("%s：%w", path, err)
	}
	return false, nil
}

// letter is a unit's letter as a Word file.
func (u *unit) letter(o *Options) ([]byte, error) {
	var letter bytes.Buffer
	err := o.Template.fill(&letter, u.values(o))
	return letter.Bytes(), err
}

// fill writes each letter twice: by itself, and into the archive, without dates.
func (s *Summary) fill(folder string, archive io.Writer, units []*unit, o *Options) error {
	z := zip.NewWriter(archive)
	for i, u := range units {
		letter, err := u.letter(o)
		if err != nil {
			return fmt.Errorf("%s：%w", s.Letters[i], err)
		}
		if err := place(filepath.Join(folder, s.Letters[i]), letter); err != nil {
			return err
		}
		to, err := z.Create(s.Letters[i])
		if err != nil {
			return err
		}
		if _, err := to.Write(letter); err != nil {
			return err
		}
	}
	return z.Close()
}

// place writes a letter that is not there yet.
func place(path string, letter []byte) error {
	absent, err := unwritten(path, func() ([]byte, error) { return letter, nil })
	if err != nil || !absent {
		return err
	}
	return corpus.WriteWhole(path, func(file *os.File) error {
		_, err := file.Write(letter)
		return err
	})
}

// readable reports whether a result is a report that a letter can be about.
func readable(r corpus.Result) bool {
	return r.Err == nil && r.Report != nil && r.Source.Format != corpus.Register
}
