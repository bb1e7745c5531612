package corpus_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/validate"
)

// BenchmarkSamples times the whole chain, bytes to findings, on one core for
// every sample: go test -bench Samples ./corpus. GOUJI_REPORTS names another
// folder of reports to time instead.
func BenchmarkSamples(b *testing.B) {
	folder := "samples"
	if named := os.Getenv("GOUJI_REPORTS"); named != "" {
		folder = named
	}
	reader := parser.NewReader(parser.Options{Workers: 1})
	defer func() { require.NoError(b, reader.Close()) }()
	for _, pattern := range []string{"*.pdf", "*.docx", "*.html"} {
		paths, err := filepath.Glob(filepath.Join(folder, pattern))
		require.NoError(b, err)
		for _, path := range paths {
			b.Run(filepath.Ext(path)[1:]+"/"+filepath.Base(path), func(b *testing.B) { benchmarkSample(b, reader, path) })
		}
	}
}

func benchmarkSample(b *testing.B, reader *parser.Reader, path string) {
	data, err := os.ReadFile(path)
	require.NoError(b, err)
	for b.Loop() {
		d, err := reader.Read(context.Background(), path, data)
		if err != nil {
			b.Skip(err)
		}
		r, err := parser.Parse(d)
		if err != nil {
			b.Skip(err)
		}
		validate.Run(r)
	}
}
