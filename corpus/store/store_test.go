package store_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus"
	"gouji/corpus/store"
	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

// season is the samples that are quick to read, in a folder of their own.
func season(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for _, pattern := range []string{"*.docx", "*.html"} {
		paths, err := filepath.Glob("../samples/" + pattern)
		require.NoError(t, err)
		require.NotEmpty(t, paths)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			lay(t, filepath.Join(folder, filepath.Base(path)), data)
		}
	}
	lay(t, filepath.Join(folder, "poison.pdf"), []byte("no PDF at all"))
	return folder
}

func lay(t *testing.T, path string, data []byte) {
	t.Helper()
	require.NoError(t, os.WriteFile(path, data, 0o644))
}

func about() store.About {
	about := store.About{Program: "gouji test", Command: []string{"gouji", "batch"}}
	for _, rule := range (&validate.Options{}).InForce() {
		about.Rules = append(about.Rules, store.NewCard(rule))
	}
	return about
}

// record reads and checks a folder into the store at a path.
func record(t *testing.T, path, folder string, jobs int) *store.Run {
	t.Helper()
	s := open(t, path)
	readings, err := (&corpus.Batch{Paths: []string{folder}, Jobs: jobs, Cache: s}).Read(context.Background())
	require.NoError(t, err)
	run, err := s.Record(about(), readings.Files(), readings.Check(context.Background()))
	require.NoError(t, err)
	require.NoError(t, s.Close())
	return run
}

func open(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(path, "test")
	require.NoError(t, err)
	return s
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

func TestARunIsKeptAsTheBatchGaveIt(t *testing.T) {
	folder, path := season(t), filepath.Join(t.TempDir(), "s.db")
	run := record(t, path, folder, 2)
	assert.Equal(t, 1, run.Number)

	s, err := store.OpenReadOnly(path)
	require.NoError(t, err)
	defer s.Close()
	last, err := s.Last()
	require.NoError(t, err)
	assert.Equal(t, run, last)
	want := slices.Collect((&corpus.Batch{Paths: []string{folder}}).Results(context.Background()))
	i := 0
	for got, err := range s.Results(last) {
		require.NoError(t, err)
		assert.Equal(t, plain(t, want[i]), plain(t, got), want[i].Source.Path)
		i++
	}
	assert.Len(t, want, i)
}

// plain is a result as JSON of both kinds of record: what users see of it.
func plain(t *testing.T, r corpus.Result) string {
	t.Helper()
	data, err := json.Marshal(validate.NewRecord(r.Source, r.Report, r.Findings, r.Err, "zh"))
	require.NoError(t, err)
	return string(data)
}

func TestSelectGivesTheReportsThatAreWanted(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	run := record(t, path, season(t), 2)
	s := open(t, path)
	defer s.Close()
	files, unread := 0, 0
	for result, err := range s.Select(run, func(organ string, year int) bool { return year == 2023 || organ == "" }) {
		require.NoError(t, err)
		files++
		switch {
		case result.Err != nil:
			unread++
		case result.Report.Organ != "":
			assert.Equal(t, 2023, result.Report.Year, result.Source.Path)
		}
	}
	assert.Equal(t, 1, unread, "of a file that could not be read nothing is known")
	assert.Greater(t, files, 2)
}

func TestTheSameInputsGiveTheSameBytes(t *testing.T) {
	folder, one, two, three := season(t), filepath.Join(t.TempDir(), "1.db"), filepath.Join(t.TempDir(), "2.db"), filepath.Join(t.TempDir(), "3.db")
	record(t, one, folder, 1)
	record(t, two, folder, 4)
	assert.Equal(t, bytesOf(t, one), bytesOf(t, two), "whatever the number of workers")

	s := open(t, three)
	for range (&corpus.Batch{Paths: []string{filepath.Join(folder, "poison.pdf"), folder}, Cache: s}).Results(context.Background()) {
	}
	require.NoError(t, s.Close()) // cut short: the run was not recorded
	record(t, three, folder, 2)
	assert.Equal(t, bytesOf(t, one), bytesOf(t, three), "however often it was cut short")
}

func TestAPoisonFileIsRecordedWithItsError(t *testing.T) {
	folder, path := season(t), filepath.Join(t.TempDir(), "s.db")
	run := record(t, path, folder, 2)
	s := open(t, path)
	defer s.Close()
	for result, err := range s.Results(run) {
		require.NoError(t, err)
		if filepath.Base(result.Source.Path) == "poison.pdf" {
			require.NotNil(t, result.Err)
			assert.Equal(t, document.Unsupported, result.Err.Kind)
			return
		}
	}
	t.Fatal("the poison file is missing")
}

func TestAFileOverALimitIsTheSameWhenItIsReadAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gouji.db")
	var files []corpus.File
	var identities []string
	for range 2 {
		s := open(t, path)
		batch := corpus.Batch{Paths: []string{"../samples/2021-balance.docx"}, Limits: corpus.Limits{Limits: parser.Limits{Depth: 3}}, Cache: s}
		readings, err := batch.Read(context.Background())
		require.NoError(t, err)
		files = append(files, readings.Files()...)
		identities = append(identities, s.Identity(about(), readings.Files()))
		require.NoError(t, s.Close())
	}
	assert.Equal(t, document.Depth, files[1].Err.Limit)
	assert.Equal(t, identities[0], identities[1])
}

func TestAnUnchangedBatchIsTheSameRun(t *testing.T) {
	folder, path := season(t), filepath.Join(t.TempDir(), "s.db")
	record(t, path, folder, 2)
	s := open(t, path)
	defer s.Close()
	readings, err := (&corpus.Batch{Paths: []string{folder}, Cache: s}).Read(context.Background())
	require.NoError(t, err)
	same, err := s.Same(s.Identity(about(), readings.Files()))
	require.NoError(t, err)
	require.NotNil(t, same)
	other := about()
	other.Rules = other.Rules[1:]
	changed, err := s.Same(s.Identity(other, readings.Files()))
	require.NoError(t, err)
	assert.Nil(t, changed, "other rules give other results")
}

func TestWhatIsNoStoreIsRefused(t *testing.T) {
	folder := t.TempDir()
	for name, data := range map[string]string{"text": "gouji gouji gouji gouji", "empty database": "SQLite format 3\x00"} {
		path := filepath.Join(folder, name)
		lay(t, path, []byte(data))
		_, err := store.Open(path, "test")
		assert.ErrorIs(t, err, store.ErrNotStore, name)
		assert.Equal(t, data, string(bytesOf(t, path)), "and left as it is")
	}
	_, err := store.OpenReadOnly(filepath.Join(folder, "none.db"))
	assert.ErrorIs(t, err, os.ErrNotExist)

	s := open(t, filepath.Join(folder, "s.db"))
	_, err = s.Last()
	assert.ErrorIs(t, err, store.ErrNoRun)
	_, err = store.Open(filepath.Join(folder, "s.db"), "test")
	assert.ErrorIs(t, err, store.ErrBusy, "one process writes at a time")
	require.NoError(t, s.Close())
}
