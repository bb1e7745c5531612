package dataset

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"gouji/corpus"
	"gouji/corpus/dataset/table"
)

// databaseName is the SQLite file that has all tables.
const databaseName = "dataset.sqlite"

// folder is the folder of a dataset while it is written: under another name, so
// that a dataset is there whole or not at all.
type folder struct {
	final, path string
	options     Options
	database    *table.SQLite // nil when there is none
	products    []*product
	closers     []func() error
}

// product is a file of the dataset.
type product struct {
	name   string // with forward slashes
	table  *table.Table
	rows   int
	size   int64
	sha256 string
}

func createFolder(dir string, o Options) (*folder, error) {
	to := &folder{final: dir, path: filepath.Join(dir, ".gouji-part"), options: o}
	if err := os.RemoveAll(to.path); err != nil { // of a run that was cut short
		return nil, err
	}
	if err := os.MkdirAll(to.path, 0o755); err != nil {
		return nil, err
	}
	if !o.has(SQLite) {
		return to, nil
	}
	var err error
	to.database, err = table.CreateSQLite(filepath.Join(to.path, databaseName))
	return to, err
}

func (o *Options) has(f Format) bool { return o.Formats == nil || slices.Contains(o.Formats, f) }

// stream is a table that is being written.
type stream[T any] struct {
	sheet    *sheet[T]
	writers  []table.Writer
	products []*product
	row      []table.Value
}

// openStream begins the files of a table; lines is JSON lines in place of CSV.
func openStream[T any](to *folder, s *sheet[T], lines bool) (*stream[T], error) {
	t, w := s.described(), &stream[T]{sheet: s}
	plain := func(out io.Writer) table.Writer { return table.NewCSV(out, t, to.options.BOM) }
	name := t.Name + ".csv"
	if lines {
		plain = func(out io.Writer) table.Writer { return table.NewLines(out, t) }
		name = t.Name + ".jsonl"
	}
	if err := w.add(to, name, t, plain); err != nil {
		return nil, err
	}
	if to.options.has(Parquet) {
		if err := w.add(to, t.Name+".parquet", t, func(out io.Writer) table.Writer { return table.NewParquet(out, t) }); err != nil {
			return nil, err
		}
	}
	if to.database == nil {
		return w, nil
	}
	writer, err := to.database.Table(t)
	if err == nil {
		w.writers = append(w.writers, writer)
		to.closers = append(to.closers, writer.Close)
	}
	return w, err
}

// add begins a file of the table.
func (w *stream[T]) add(to *folder, name string, t *table.Table, write func(io.Writer) table.Writer) error {
	f, err := to.create(name)
	if err != nil {
		return err
	}
	f.product.table = t
	writer := write(f)
	w.writers, w.products = append(w.writers, writer), append(w.products, f.product)
	to.closers = append(to.closers, func() error { return errors.Join(writer.Close(), f.Close()) })
	return nil
}

// put adds a row.
func (w *stream[T]) put(of T) error {
	w.row = w.sheet.row(of, w.row)
	for _, writer := range w.writers {
		if err := writer.Write(w.row); err != nil {
			return err
		}
	}
	for _, p := range w.products {
		p.rows++
	}
	return nil
}

// output is a file of the folder that is being written, and hashed as it is.
type output struct {
	*bufio.Writer
	product *product
	below   *os.File
	sum     hash.Hash
}

func (to *folder) create(name string) (*output, error) {
	path := filepath.Join(to.path, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	below, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	f := &output{product: &product{name: name}, below: below, sum: sha256.New()}
	f.Writer = bufio.NewWriterSize(io.MultiWriter(below, f.sum), 1<<16)
	to.products = append(to.products, f.product)
	return f, nil
}

// Close says in the product what was written.
func (f *output) Close() error {
	err := f.Flush()
	state, failure := f.below.Stat()
	if failure == nil {
		f.product.size = state.Size()
	}
	f.product.sha256 = hex.EncodeToString(f.sum.Sum(nil))
	return errors.Join(err, failure, f.below.Close())
}

// save writes a whole file.
func (to *folder) save(name string, data []byte) error {
	f, err := to.create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// closeTables ends all tables.
func (to *folder) closeTables() error {
	var err error
	for _, closer := range to.closers {
		err = errors.Join(err, closer())
	}
	to.closers = nil
	if to.database == nil || err != nil {
		return err
	}
	err = to.database.Close()
	to.database = nil
	return errors.Join(err, to.measure(databaseName))
}

// measure notes a file that was not written through the folder.
func (to *folder) measure(name string) error {
	f, err := os.Open(filepath.Join(to.path, name))
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, f)
	to.products = append(to.products, &product{name: name, size: size, sha256: hex.EncodeToString(sum.Sum(nil))})
	return err
}

// discard removes what a failed dataset has written.
func (to *folder) discard() error {
	for _, closer := range to.closers {
		closer() // the files must be closed before Windows removes them
	}
	if to.database != nil {
		to.database.Close()
	}
	return os.RemoveAll(to.path)
}

// finish gives the files their place, those that people annotate only where there
// is none of the name or it is the same.
func (to *folder) finish(s *Summary) error {
	slices.SortFunc(to.products, func(a, b *product) int { return cmp.Compare(a.name, b.name) })
	for _, p := range to.products {
		place := filepath.Join(to.final, filepath.FromSlash(p.name))
		if slices.Contains(annotated, p.name) {
			kept, err := to.differs(p.name, place)
			if err != nil {
				return err
			}
			if kept {
				s.Kept = append(s.Kept, place)
				place = place[:len(place)-len(filepath.Ext(place))] + ".new" + filepath.Ext(place)
			}
		}
		err := os.MkdirAll(filepath.Dir(place), 0o755)
		if err == nil {
			err = corpus.Rename(filepath.Join(to.path, filepath.FromSlash(p.name)), place)
		}
		if err != nil {
			return err
		}
	}
	return os.RemoveAll(to.path)
}

// annotated are the files that people write into.
var annotated = []string{candidatesName}

// candidatesName is the list of organs that may be one (package panel).
const candidatesName = "panel_candidates.csv"

func (to *folder) differs(name, place string) (bool, error) {
	old, err := os.ReadFile(place)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	made, err := os.ReadFile(filepath.Join(to.path, filepath.FromSlash(name)))
	return !bytes.Equal(old, made), err
}
