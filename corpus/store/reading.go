package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/document"
)

// Readings are committed many at once, since committing each by itself would cost
// as much as reading it: a killed batch reads at most so many again, and of scans,
// which take seconds, no more than a few.
const (
	together = 32
	patience = 3 * time.Second // that a reading waits for others to come
)

// Get returns what reading a content gave, if this builder has read it. Its
// Source has no Path: the same content may lie in several places.
func (s *Store) Get(sha256 string) (corpus.Result, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if result, ok := s.waiting[sha256]; ok {
		return result, true, nil
	}
	return s.reading(sha256, s.builder)
}

// Put keeps what reading a content gave. A file whose bytes could not be had has
// no name to be kept under: it is tried again the next time.
func (s *Store) Put(result corpus.Result) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed != nil || result.Source.SHA256 == "" {
		return s.failed
	}
	result.Source.Path, result.Document = "", nil
	s.waiting[result.Source.SHA256] = result
	if len(s.waiting) == 1 {
		s.since = time.Now()
	}
	if len(s.waiting) < together && time.Since(s.since) < patience {
		return nil
	}
	return s.flush()
}

// flush commits what is waiting.
func (s *Store) flush() error {
	if s.failed != nil || len(s.waiting) == 0 {
		return s.failed
	}
	s.failed = s.db.transaction(func() error {
		for _, sha := range slices.Sorted(maps.Keys(s.waiting)) {
			if err := s.insertReading(s.waiting[sha]); err != nil {
				return err
			}
		}
		return nil
	})
	clear(s.waiting)
	return s.failed
}

func (s *Store) insertReading(r corpus.Result) error {
	report, err := encodeReport(r.Report)
	if err != nil {
		return fmt.Errorf("%s: %w", r.Source.SHA256, err)
	}
	return s.db.exec("INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?, ?)",
		r.Source.SHA256, s.builder, string(r.Source.Format), r.Source.Pages, r.Source.Reader, encodeError(r.Err), report)
}

// reading is a reading in the file; false when there is none.
func (s *Store) reading(sha256, builder string) (corpus.Result, bool, error) {
	result := corpus.Result{Source: parser.Source{SHA256: sha256}}
	var failure sql.NullString
	var report []byte
	err := s.db.row("SELECT format, pages, reader, error, report FROM reading WHERE sha256 = ? AND builder = ?", sha256, builder).
		Scan(&result.Source.Format, &result.Source.Pages, &result.Source.Reader, &failure, &report)
	if errors.Is(err, sql.ErrNoRows) {
		return corpus.Result{}, false, nil
	}
	if err == nil {
		result.Err, err = decodeError(failure)
	}
	if err == nil {
		result.Report, err = decodeReport(report, result.Source)
	}
	return result, err == nil, named(err)
}

// encodeReport leaves the path out: a content has many.
func encodeReport(r *parser.Report) ([]byte, error) {
	if r == nil {
		return nil, nil
	}
	bare := *r
	bare.Source = parser.Source{}
	return bare.MarshalBinary()
}

func decodeReport(data []byte, source parser.Source) (*parser.Report, error) {
	if data == nil {
		return nil, nil
	}
	report := &parser.Report{}
	err := report.UnmarshalBinary(data)
	report.Source = source
	return report, err
}

// encodeError is a failure as JSON, NULL for none.
func encodeError(err *document.Error) sql.NullString {
	if err == nil {
		return sql.NullString{}
	}
	data, _ := json.Marshal(parser.NewFailure(err)) // of strings
	return sql.NullString{String: string(data), Valid: true}
}

func decodeError(text sql.NullString) (*document.Error, error) {
	if !text.Valid {
		return nil, nil
	}
	var failure parser.Failure
	err := json.Unmarshal([]byte(text.String), &failure)
	return &document.Error{Kind: failure.Kind, Message: failure.Message, Limit: failure.Limit}, err
}
