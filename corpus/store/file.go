package store

import (
	"database/sql"
	"encoding/json"
	"iter"

	"gouji/corpus"
	"gouji/parser"
)

// What a file is to a run.
const (
	roleReport   = "report"
	rolePrevious = "previous" // a report that others are only compared with
	roleRegister = "register" // the office's list of units
)

// row is a line of the table file.
type row struct {
	position   int
	role, path string
	sha256     sql.NullString
	organ      sql.NullString
	year       sql.NullInt64
	failure    sql.NullString
	findings   sql.NullString
}

// page is how many rows are fetched at once, so that memory stays flat and
// nobody holds the connection while a caller thinks.
const page = 256

// rows are the rows of a run by position. The last pair has the error, if any.
func (s *Store) rows(run int) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for from := 0; ; {
			list, err := s.fetch(run, from)
			if err != nil {
				yield(row{}, err)
				return
			}
			for _, r := range list {
				from = r.position + 1
				if !yield(r, nil) {
					return
				}
			}
			if len(list) < page {
				return
			}
		}
	}
}

// fetch returns the next rows from a position on.
func (s *Store) fetch(run, from int) ([]row, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	found, err := s.db.conn.QueryContext(background,
		"SELECT position, role, path, sha256, organ, year, error, findings FROM file WHERE run = ? AND position >= ? ORDER BY position LIMIT ?", run, from, page)
	if err != nil {
		return nil, named(err)
	}
	defer found.Close()
	var list []row
	for found.Next() {
		var r row
		if err := found.Scan(&r.position, &r.role, &r.path, &r.sha256, &r.organ, &r.year, &r.failure, &r.findings); err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	return list, found.Err()
}

// shown reports whether the row was a Result of the batch: earlier reports
// are only when they could not be read.
func (r *row) shown() bool { return r.role != rolePrevious || r.failure.Valid }

func (r *row) file() corpus.File {
	failure, _ := decodeError(r.failure)
	return corpus.File{Position: r.position, Previous: r.role == rolePrevious, Path: r.path, SHA256: r.sha256.String, Err: failure}
}

// result puts a row and its reading together.
func (s *Store) result(run *Run, r row) (corpus.Result, error) {
	result := corpus.Result{Source: parser.Source{SHA256: r.sha256.String}}
	if r.role == roleRegister {
		result.Source.Format = corpus.Register
	}
	if r.sha256.Valid {
		s.mu.Lock()
		reading, ok, err := s.reading(r.sha256.String, run.Builder)
		s.mu.Unlock()
		if err != nil {
			return result, err
		}
		if ok {
			result = reading
		}
	}
	return result, r.finish(&result)
}

// finish adds what the row itself says.
func (r *row) finish(result *corpus.Result) error {
	result.Source.Path = r.path
	if result.Report != nil {
		result.Report.Source = result.Source
	}
	failure, err := decodeError(r.failure)
	if failure != nil {
		result.Report, result.Err = nil, failure
	}
	if err != nil || !r.findings.Valid {
		return err
	}
	return json.Unmarshal([]byte(r.findings.String), &result.Findings)
}
