package corpus

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shelf is a Cache in memory that counts what it is told.
type shelf struct {
	mu   sync.Mutex
	held map[string]Result
	puts int
}

func (s *shelf) Get(sha string) (Result, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, ok := s.held[sha]
	return r, ok, nil
}

func (s *shelf) Put(r Result) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.puts++
	s.held[r.Source.SHA256] = r
	return nil
}

// readThrough reads and checks the batch through the fake chain and the cache.
func readThrough(t *testing.T, b *Batch) ([]File, []Result) {
	t.Helper()
	c := fake()
	c.cache, c.retry = b.Cache, b.Retry
	readings, err := b.readAll(context.Background(), c)
	require.NoError(t, err)
	return readings.Files(), slices.Collect(readings.Check(context.Background()))
}

func TestNoContentIsReadTwice(t *testing.T) {
	folder := lay(t, "a.pdf", "one", "b.pdf", "locked", "c/d.pdf", "one again")
	cache := &shelf{held: map[string]Result{}}
	_, first := readThrough(t, &Batch{Paths: []string{folder}, Cache: cache})
	assert.Equal(t, 3, cache.puts)
	files, second := readThrough(t, &Batch{Paths: []string{folder}, Cache: cache})
	assert.Equal(t, 3, cache.puts, "all is known")
	require.Len(t, second, 3)
	for i := range first {
		assert.Equal(t, first[i].Source, second[i].Source)
		assert.Equal(t, first[i].Err, second[i].Err, "an error is known too")
	}

	_, retried := readThrough(t, &Batch{Paths: []string{folder}, Cache: cache, Retry: true})
	assert.Equal(t, 4, cache.puts, "unless it is asked for: then what failed is read again, and nothing else")
	assert.Equal(t, first[1].Err, retried[1].Err)

	_, again := readThrough(t, &Batch{Files: files, Cache: cache})
	assert.Equal(t, sources(second), sources(again), "files of another run are taken from the cache")
	_, lost := readThrough(t, &Batch{Files: files, Cache: &shelf{held: map[string]Result{}}})
	assert.NotNil(t, lost[0].Err, "or said to be lost")
}

func sources(list []Result) (names []string) {
	for _, r := range list {
		names = append(names, r.Source.Path+" "+r.Source.SHA256)
	}
	return names
}

func TestShardsAreTheWholeInParts(t *testing.T) {
	var pairs []string
	for i := range 7 {
		pairs = append(pairs, strconv.Itoa(i)+".pdf", "text "+strconv.Itoa(i))
	}
	folder, before := lay(t, pairs...), lay(t, "p.pdf", "previous")
	batch := func(s Shard) *Batch {
		return &Batch{Paths: []string{folder}, Previous: []string{before}, Shard: s}
	}
	whole, _ := readThrough(t, batch(Shard{}))
	require.Len(t, whole, 8)
	assert.True(t, whole[7].Previous)
	var parts []File
	for i := 1; i <= 3; i++ {
		files, _ := readThrough(t, batch(Shard{Index: i, Of: 3}))
		parts = append(parts, files...)
	}
	slices.SortFunc(parts, func(a, b File) int { return a.Position - b.Position })
	assert.Equal(t, whole, parts)
}

func TestFolderForResultsIsLeftOut(t *testing.T) {
	folder := lay(t, "a.pdf", "one", "out/report.html", "a page of ours")
	files, _ := readThrough(t, &Batch{Paths: []string{folder}, Except: []string{filepath.Join(folder, "out")}})
	require.Len(t, files, 1)
	assert.Equal(t, "a.pdf", filepath.Base(files[0].Path))
}

func TestBytesFindsWhatTheWalkFound(t *testing.T) {
	folder := lay(t, "a.pdf", "one")
	data, err := Bytes(filepath.Join(folder, "a.pdf"), Limits{})
	require.Nil(t, err)
	assert.Equal(t, "one", string(data))
	_, err = Bytes(filepath.Join(folder, "a.pdf", "b.pdf"), Limits{})
	assert.NotNil(t, err)
	_, err = Bytes(filepath.Join(folder, "none.pdf"), Limits{})
	assert.NotNil(t, err)
}
