package corpus_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

// Ten sample PDFs that another program turned into OFD (see twins/README.md) are the
// same reports: the facts are those of the PDFs.
func TestTwinsInOFD(t *testing.T) {
	twins, err := filepath.Glob("twins/*.ofd")
	require.NoError(t, err)
	require.Len(t, twins, 10)
	reader := parser.NewReader(parser.Options{})
	t.Cleanup(func() { require.NoError(t, reader.Close()) })
	for _, twin := range twins {
		name := strings.TrimSuffix(filepath.Base(twin), ".ofd")
		t.Run(name, func(t *testing.T) {
			facts, err := os.ReadFile(filepath.Join("samples", name+".pdf.facts"))
			require.NoError(t, err)
			report := readSample(t, reader, twin)
			assert.Equal(t, document.OFD, report.Source.Format)
			assertFacts(t, facts, report)
			assertStorable(t, report)
			assertFindings(t, wantsOf(t, facts), validate.Run(report))
		})
	}
}
