package corpus_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/validate"
)

// A scan may be read in part, and never wrong without a mark: no figure is, and
// no unit is told to mend what is right on the page.
func TestScans(t *testing.T) {
	requireTesseract(t)
	goldens, err := filepath.Glob("scans/*.facts")
	require.NoError(t, err)
	require.NotEmpty(t, goldens)
	reader := parser.NewReader(parser.Options{})
	t.Cleanup(func() { require.NoError(t, reader.Close()) })
	for _, golden := range goldens {
		name := strings.TrimSuffix(golden, ".facts")
		t.Run(filepath.Base(name), func(t *testing.T) {
			facts, err := os.ReadFile(golden)
			require.NoError(t, err)
			truth, err := parser.ReadFacts(bytes.NewReader(facts))
			require.NoError(t, err)
			got := readSample(t, reader, name)
			assert.True(t, got.Recognised)
			assert.Equal(t, truth.Organ, got.Organ)
			assert.Equal(t, truth.Year, got.Year)
			assert.Equal(t, truth.Template, got.Template)
			assertNothingSilent(t, truth, got)
			assertFindings(t, nil, validate.Run(got))
		})
	}
}

// leastRight, percent: what is read of a scan of this quality.
const leastRight = 98

func assertNothingSilent(t *testing.T, truth, got *parser.Report) {
	t.Helper()
	right := 0
	for i := range truth.Figures {
		want := &truth.Figures[i]
		f := got.Figure(want.ID)
		switch {
		case f == nil:
		case f.State == want.State && f.Value == want.Value:
			right++
			assert.NotZero(t, f.Confidence, want.ID)
		default:
			assert.NotEmpty(t, f.Doubt, "%s: %q read as %q", want.ID, want.Raw, f.Raw)
		}
	}
	assert.GreaterOrEqual(t, 100*right, leastRight*len(truth.Figures), "right: %d of %d", right, len(truth.Figures))
}

// requireTesseract skips the test on a machine without the recogniser and its
// Chinese data: they are programs of their own, and gouji does without.
func requireTesseract(t *testing.T) {
	t.Helper()
	languages, err := exec.Command("tesseract", "--list-langs").CombinedOutput()
	if err != nil || !bytes.Contains(languages, []byte("chi_sim")) {
		t.Skip("tesseract-ocr and tesseract-ocr-chi-sim are not installed")
	}
}
