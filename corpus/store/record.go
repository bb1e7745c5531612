package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"iter"
	"slices"

	"gouji/corpus"
	"gouji/validate"
)

// Record keeps a finished run and returns it. The files are those that the batch
// read, the results what it gave, in their order.
func (s *Store) Record(about About, files []corpus.File, results iter.Seq[corpus.Result]) (*Run, error) {
	number, err := s.begin(about, files)
	if err != nil {
		return nil, err
	}
	r := &recorder{store: s, run: number, after: behind(files)}
	if err := r.all(files, results); err != nil {
		return nil, errors.Join(err, s.exec("ROLLBACK"))
	}
	if err := s.exec("COMMIT"); err != nil {
		return nil, err
	}
	if err := s.compact(); err != nil {
		return nil, err
	}
	return s.Last()
}

// begin opens the transaction of a run. It stays open while the run is checked,
// so that a run is there whole or not at all.
func (s *Store) begin(about About, files []corpus.File) (number int, err error) {
	described, err := json.Marshal(about)
	if err != nil {
		return 0, err
	}
	identity := s.Identity(about, files)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := errors.Join(s.flush(), s.db.exec("BEGIN IMMEDIATE")); err != nil {
		return 0, err
	}
	if err := s.db.row("SELECT coalesce(max(number), 0) + 1 FROM run").Scan(&number); err != nil {
		return 0, named(err)
	}
	return number, s.db.exec("INSERT INTO run VALUES (?, ?, ?, ?)", number, identity, s.builder, string(described))
}

func (s *Store) exec(statement string, args ...any) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.db.exec(statement, args...)
}

// recorder writes the rows of a run.
type recorder struct {
	store *Store
	run   int
	after int // the position behind those of all files
}

// all writes a row a file, and one for the register when it has findings. Of
// the results, those of the batch's own files come first; earlier reports give
// one only to say why they could not be read, which their files say too.
func (r *recorder) all(files []corpus.File, results iter.Seq[corpus.Result]) error {
	own := slices.DeleteFunc(slices.Clone(files), func(f corpus.File) bool { return f.Previous })
	for result := range results {
		var err error
		switch {
		case result.Source.Format == corpus.Register:
			err = r.insert(roleRegister, corpus.File{Position: r.after, Path: result.Source.Path}, result)
		case len(own) > 0:
			err = r.insert(roleReport, own[0], result)
			own = own[1:]
		}
		if err != nil {
			return err
		}
	}
	if len(own) > 0 {
		return errors.New("检查中断，没有记下结果")
	}
	return r.previous(files)
}

func (r *recorder) previous(files []corpus.File) error {
	for _, f := range files {
		if !f.Previous {
			continue
		}
		if err := r.insert(rolePrevious, f, corpus.Result{Err: f.Err}); err != nil {
			return err
		}
	}
	return nil
}

func (r *recorder) insert(role string, f corpus.File, result corpus.Result) error {
	findings, err := encodeFindings(result.Findings)
	if err != nil {
		return err
	}
	var organ, year any
	if result.Report != nil {
		o, y, _ := result.Report.Identity()
		organ, year = o, y
	}
	return r.store.exec("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", r.run, f.Position, role, f.Path,
		sql.NullString{String: f.SHA256, Valid: f.SHA256 != ""}, organ, year, encodeError(result.Err), findings)
}

// behind is the first position that no file has.
func behind(files []corpus.File) int {
	most := 0
	for _, f := range files {
		most = max(most, f.Position+1)
	}
	return most
}

// encodeFindings is findings as JSON, NULL for none.
func encodeFindings(list []validate.Finding) (sql.NullString, error) {
	if len(list) == 0 {
		return sql.NullString{}, nil
	}
	data, err := json.Marshal(list)
	return sql.NullString{String: string(data), Valid: true}, err
}
