package corpus_test

import (
	"bytes"
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/ofd/ofdtest"
)

// A PDF written anew as OFD is the same report.
func TestTwinsInOFD(t *testing.T) {
	reader := parser.NewReader(parser.Options{})
	t.Cleanup(func() { require.NoError(t, reader.Close()) })
	for _, name := range []string{
		"2019-form-in-2022-dayao.pdf", "2021-row-sum-off-by-one.pdf", "encrypted-empty-password.pdf", "footers-between-halves.pdf", "ghostscript.pdf",
		"kangxi-radicals.pdf", "missing-section-six.pdf", "page-break-in-group.pdf", "rotated-landscape.pdf", "table-four-head-cut.pdf",
	} {
		t.Run(name, func(t *testing.T) {
			original := readSample(t, reader, "samples/"+name)
			data, err := os.ReadFile("samples/" + name)
			require.NoError(t, err)
			pages, err := reader.Pages(context.Background(), name, data)
			require.NoError(t, err)
			twin, err := reader.Read(context.Background(), name, ofdtest.Pages(pages))
			require.NoError(t, err)
			assert.Equal(t, document.OFD, twin.Format)
			assert.Equal(t, len(pages), twin.Pages)
			report, err := parser.Parse(twin)
			require.NoError(t, err)
			assert.Equal(t, factsOf(t, original), factsOf(t, report))
		})
	}
}

// factsOf is what a report says, whatever its format.
func factsOf(t *testing.T, r *parser.Report) string {
	var out bytes.Buffer
	require.NoError(t, parser.WriteFacts(&out, r))
	return out.String()
}
