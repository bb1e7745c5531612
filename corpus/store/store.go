// Package store keeps what a batch gives in one SQLite file: every content that
// was read, once, and every finished run over it with its findings.
//
//	s, err := store.Open("结果/gouji.db", "build 1")
//	batch.Cache = s                   // what is known is not read again
//	run, err := s.Record(about, batch.Results(ctx))
//	for result, err := range s.Results(run) { … }
//
// The bargain. A reading is identified by the SHA-256 of the content and by the
// builder, a word for all else that it depends on: build of the program, reader,
// limits. Readings are committed as they come, so that a killed batch goes on
// where it was; a run is there whole or not at all. A store is rewritten in one
// order when a run is finished, so that the same inputs give the same bytes
// however many workers there were and however often the batch was cut short.
// No time of day is kept, for the same reason.
//
// A Store is safe for several goroutines. One process writes a store at a time.
package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"

	"gouji/corpus"
)

// Store is an open file of results.
type Store struct {
	path    string
	builder string

	mu      sync.Mutex // guards what follows
	db      *connection
	waiting map[string]corpus.Result // readings that are not committed yet, by SHA-256
	since   time.Time                // when the first of them came
	failed  error                    // why a commit failed: then nothing is kept any more
}

// Errors that a caller may want to tell apart.
var (
	ErrBusy     = errors.New("另一个 gouji 正在写这个结果库，等它结束再试")
	ErrNotStore = errors.New("不是 gouji 的结果库")
	ErrVersion  = errors.New("结果库是别的版本的 gouji 写的，请换一个文件夹重新检查")
	ErrNoRun    = errors.New("结果库里还没有完成的检查，请先运行 gouji batch")
)

// Open opens the store at a path for writing, and makes it when there is none.
// The builder names what reads for it; readings of other builders do not count.
func Open(path, builder string) (*Store, error) {
	fresh, err := isFresh(path)
	if err != nil {
		return nil, err
	}
	db, err := connect(path, "rwc")
	if err != nil {
		return nil, err
	}
	if err := prepare(db, fresh); err != nil {
		return nil, errors.Join(fmt.Errorf("%s：%w", path, err), db.close())
	}
	return &Store{path: path, builder: builder, db: db, waiting: map[string]corpus.Result{}}, nil
}

// OpenReadOnly opens a store to look at its runs.
func OpenReadOnly(path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	db, err := connect(path, "ro")
	if err != nil {
		return nil, err
	}
	if err := verify(db); err != nil {
		return nil, errors.Join(fmt.Errorf("%s：%w", path, err), db.close())
	}
	return &Store{path: path, db: db, waiting: map[string]corpus.Result{}}, nil
}

// isFresh reports whether there is no store yet. An empty file is one that was
// cut short before its first commit.
func isFresh(path string) (bool, error) {
	state, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, err
	}
	return state.Size() == 0, nil
}

// prepare takes the lock, and makes the tables of a new store.
func prepare(db *connection, fresh bool) error {
	if fresh {
		return create(db, "main")
	}
	if err := verify(db); err != nil {
		return err
	}
	return db.exec("BEGIN IMMEDIATE; COMMIT")
}

// verify refuses what is no store of this version.
func verify(db *connection) error {
	var app, version int
	err := db.row("SELECT a.application_id, v.user_version FROM pragma_application_id a, pragma_user_version v").Scan(&app, &version)
	switch {
	case err != nil:
		return named(err)
	case app != application:
		return ErrNotStore
	case version != format:
		return ErrVersion
	}
	return nil
}

// Close commits what is waiting and lets go of the file.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return errors.Join(s.flush(), s.db.close())
}

// Path is where the store lies.
func (s *Store) Path() string { return s.path }

// background is for statements: they take milliseconds, and a half-done one
// would have to be done again.
var background = context.Background()

var _ corpus.Cache = (*Store)(nil)
