package dataset_test

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"gouji/corpus/dataset"
	"gouji/corpus/store"
)

// BenchmarkWrite makes the dataset of a store: GOUJI_STORE=结果/gouji.db go test
// -run '^$' -bench Write ./corpus/dataset.
func BenchmarkWrite(b *testing.B) {
	path := os.Getenv("GOUJI_STORE")
	if path == "" {
		b.Skip("GOUJI_STORE names no store")
	}
	s, err := store.OpenReadOnly(path)
	require.NoError(b, err)
	defer s.Close()
	run, err := s.Last()
	require.NoError(b, err)
	reports := 0
	for b.Loop() {
		summary, err := dataset.Write(context.Background(), b.TempDir(), []store.Part{{Store: s, Run: run}}, dataset.Options{})
		require.NoError(b, err)
		reports += summary.Reports
	}
	b.ReportMetric(float64(reports)/b.Elapsed().Seconds(), "reports/s")
}
