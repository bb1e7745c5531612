// Package storetest makes stores for tests of what is written of them: reports are
// given as facts, so that a test shows what stands in them.
package storetest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gouji/corpus"
	"gouji/corpus/store"
	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

// Paper is a file of a batch: a report as facts, or none for a file that could not
// be read. Its format is that of its extension.
type Paper struct{ Path, Facts string }

// Page is where the figures of every PDF stand.
const Page = 4

// Balanced are the figures of a report whose sums hold: eight new requests, six
// granted, two denied.
const Balanced = `
applications.new 8 0 0 0 0 0 8
applications.granted 6 0 0 0 0 0 6
applications.denied.third_party 2 0 0 0 0 0 2
applications.total 8 0 0 0 0 0 8
`

// Report are the facts of an organ's report for 2024.
func Report(organ, figures string) string {
	return "form 2021\norgan \"" + organ + "\"\nyear 2024\n" + figures
}

// New is an empty store, closed when the test ends.
func New(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "gouji.db"), "test")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// Run checks papers as one batch into the store.
func Run(t *testing.T, s *store.Store, options validate.Options, papers ...Paper) *store.Run {
	t.Helper()
	var files []corpus.File
	for i, p := range papers {
		result := reading(t, p)
		require.NoError(t, s.Put(result))
		files = append(files, corpus.File{Position: i, Path: p.Path, SHA256: result.Source.SHA256})
	}
	readings, err := (&corpus.Batch{Files: files, Cache: s, Options: options}).Read(context.Background())
	require.NoError(t, err)
	about := store.About{Program: "gouji test", Command: []string{"gouji", "batch", "年报"}, Skipped: map[string]int{".jpg": 2, ".exe": 1}}
	for _, rule := range options.InForce() {
		about.Rules = append(about.Rules, store.NewCard(rule))
	}
	run, err := s.Record(about, readings.Files(), readings.Check(context.Background()))
	require.NoError(t, err)
	return run
}

func reading(t *testing.T, p Paper) corpus.Result {
	t.Helper()
	sum := sha256.Sum256([]byte(p.Path + p.Facts))
	format := document.Format(strings.TrimPrefix(filepath.Ext(p.Path), "."))
	result := corpus.Result{Source: parser.Source{SHA256: hex.EncodeToString(sum[:]), Format: format, Reader: "test"}}
	if p.Facts == "" {
		result.Err = document.Errorf(document.Corrupt, "文件损坏")
		return result
	}
	var err error
	result.Report, err = parser.ReadFacts(strings.NewReader(p.Facts))
	require.NoError(t, err)
	if format == document.PDF {
		for i := range result.Report.Figures {
			result.Report.Figures[i].Where = document.Place{Page: Page}
		}
	}
	return result
}
