package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"gouji/corpus"
)

// Part is a run of a store that is to be joined with others.
type Part struct {
	*Store
	*Run
}

// ErrParts says that parts do not belong together.
var ErrParts = errors.New("这几份结果合不到一起")

// Join takes over what the parts read, and returns the files of all of them, in
// order: parts of one batch as they lie in it, other runs one after the other. The
// files are to be checked again beside each other; their contents are here.
func (s *Store) Join(parts []Part) ([]corpus.File, error) {
	shards, err := sharded(parts)
	if err != nil {
		return nil, err
	}
	var all []corpus.File
	for _, p := range parts {
		if err := s.takeReadings(p); err != nil {
			return nil, err
		}
		files, err := p.Files(p.Run)
		if err != nil {
			return nil, err
		}
		if !shards {
			first := behind(all)
			for i := range files {
				files[i].Position = first + i
			}
		}
		all = append(all, files...)
	}
	slices.SortStableFunc(all, func(a, b corpus.File) int { return cmp.Compare(a.Position, b.Position) })
	return all, nil
}

// sharded reports whether the parts are the shards of one batch; the error tells
// which of them is missing.
func sharded(parts []Part) (bool, error) {
	of := parts[0].Shard.Of
	met := map[int]bool{}
	for _, p := range parts {
		if p.Shard.Of != of {
			return false, fmt.Errorf("%w：有的是分开做的一份，有的不是同一种分法", ErrParts)
		}
		if of > 0 && met[p.Shard.Index] {
			return false, fmt.Errorf("%w：第 %d/%d 份给了两次", ErrParts, p.Shard.Index, of)
		}
		met[p.Shard.Index] = true
	}
	for i := 1; i <= of; i++ {
		if !met[i] {
			return false, fmt.Errorf("%w：缺第 %d/%d 份", ErrParts, i, of)
		}
	}
	return of > 0, nil
}

// takeReadings copies what the part's files gave, as read by this store's builder.
func (s *Store) takeReadings(p Part) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.db.exec("ATTACH ? AS part", p.path); err != nil {
		return err
	}
	err := s.db.transaction(func() error {
		return s.db.exec(`INSERT OR IGNORE INTO main.reading
			SELECT sha256, ?, format, pages, reader, error, report FROM part.reading WHERE builder = ? ORDER BY sha256`, s.builder, p.Builder)
	})
	return errors.Join(err, s.db.exec("DETACH part"))
}
