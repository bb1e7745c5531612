//go:build unix

package corpus

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A pipe that nobody writes to would be waited for without end.
func TestPipesInAFolderArePassedOver(t *testing.T) {
	folder := lay(t, "b.pdf", "ok")
	require.NoError(t, syscall.Mkfifo(filepath.Join(folder, "a.pdf"), 0o600))
	b := &Batch{Paths: []string{folder}}
	assert.Equal(t, []string{"b.pdf"}, outline(folder, read(b)))
	assert.Equal(t, map[string]int{".pdf": 1}, b.Skipped)
}

// File names are bytes on these systems; whatever they are, the file is read.
func TestStrangeNames(t *testing.T) {
	names := []string{"-dash.pdf", "bad\xff\xfe.pdf", "esc\x1b[31m.pdf", "new\nline\t\".pdf"}
	folder := lay(t, names[0], "ok", names[1], "ok", names[2], "ok", names[3], "ok")
	assert.Equal(t, names, outline(folder, read(&Batch{Paths: []string{folder}})))
}
