package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/document"
)

func TestFilesAreReopenedAsTheyWere(t *testing.T) {
	folder := t.TempDir()
	sum := sha256.Sum256([]byte("as it was"))
	was := hex.EncodeToString(sum[:])
	for name, text := range map[string]string{"same": "as it was", "changed": "otherwise", "broken": "as it was", "bad": "as it was"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644))
	}
	names := []string{"same", "changed", "gone", "broken", "bad"}
	seen := make([]string, len(names))
	files := func(yield func(File, Again) bool) {
		for i, name := range names {
			work := func(_ context.Context, _ *parser.Reader, content []byte) error {
				seen[i] = string(content)
				switch name {
				case "broken":
					return errors.New("broken")
				case "bad":
					panic("bad")
				}
				return nil
			}
			if !yield(File{Path: filepath.Join(folder, name), SHA256: was}, work) {
				return
			}
		}
	}
	var kinds []document.Kind
	for result := range (&Batch{Jobs: 2}).Reopen(context.Background(), files) {
		kind := document.Kind("")
		if result.Err != nil {
			kind = result.Err.Kind
		}
		kinds = append(kinds, kind)
	}
	assert.Equal(t, []document.Kind{"", document.Unreadable, document.Unreadable, document.Corrupt, document.Corrupt}, kinds)
	assert.Equal(t, []string{"as it was", "", "", "as it was", "as it was"}, seen)
}
