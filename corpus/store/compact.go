package store

import (
	"errors"
	"io/fs"
	"os"

	"gouji/corpus"
)

// compact writes the store anew, in one order and without what no run needs any
// more: readings of other builders and of files that are gone, and the reports
// of runs before the last, of which only the findings are compared.
func (s *Store) compact() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	fresh := s.path + ".new"
	if err := remove(fresh); err != nil {
		return err
	}
	if err := s.copyTo(fresh); err != nil {
		return errors.Join(err, remove(fresh))
	}
	if err := errors.Join(s.db.close(), corpus.Rename(fresh, s.path)); err != nil {
		return err
	}
	db, err := connect(s.path, "rwc")
	if err == nil {
		s.db, err = db, prepare(db, false)
	}
	return err
}

// copyTo fills a new file. The same rows in the same order make the same bytes.
func (s *Store) copyTo(path string) error {
	if err := s.db.exec("ATTACH ? AS fresh", path); err != nil {
		return err
	}
	err := create(s.db, "fresh")
	if err == nil {
		err = s.db.transaction(func() error {
			return s.db.exec(`
				INSERT INTO fresh.run SELECT * FROM run ORDER BY number;
				INSERT INTO fresh.file SELECT * FROM file ORDER BY run, position;
				INSERT INTO fresh.reading SELECT * FROM reading
					WHERE (sha256, builder) IN (SELECT sha256, builder FROM file JOIN run ON number = run
						WHERE number = (SELECT max(number) FROM run))
					ORDER BY sha256, builder;`)
		})
	}
	return errors.Join(err, s.db.exec("DETACH fresh"))
}

func remove(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
