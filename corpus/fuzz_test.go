package corpus_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/validate"
)

// FuzzCheck takes whole files through the whole program: whatever is read is parsed
// and checked without a panic, and its facts can be written and read again.
func FuzzCheck(f *testing.F) {
	for _, name := range []string{"remedies-sum.html", "saved-page.mht", "2021-balance.docx", "open-document.odt", "old-word.doc", "../twins/kangxi-radicals.ofd"} {
		data, err := os.ReadFile(filepath.Join("samples", name))
		require.NoError(f, err)
		f.Add(data)
	}
	reader := parser.NewReader(parser.Options{Workers: 1})
	f.Cleanup(func() { reader.Close() })
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, []byte("%PDF-")) {
			return // parser/pdf has a target of its own
		}
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		d, err := reader.Read(ctx, "x", data)
		require.NoError(t, ctx.Err())
		if err != nil {
			return
		}
		report, err := parser.Parse(d)
		if err != nil {
			return
		}
		validate.Run(report)
		var facts bytes.Buffer
		require.NoError(t, parser.WriteFacts(&facts, report))
		_, err = parser.ReadFacts(&facts)
		require.NoError(t, err)
	})
}
