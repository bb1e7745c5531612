package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFileIsThereWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.txt")
	require.NoError(t, os.WriteFile(path, []byte("before"), 0o600))
	broken := errors.New("disk full")
	half := func(f *os.File) error { f.WriteString("hal"); return broken }
	assert.ErrorIs(t, WriteWhole(path, half), broken)
	data, _ := os.ReadFile(path)
	assert.Equal(t, "before", string(data))

	require.NoError(t, WriteWhole(path, func(f *os.File) error { _, err := f.WriteString("whole"); return err }))
	data, _ = os.ReadFile(path)
	assert.Equal(t, "whole", string(data))
	left, _ := os.ReadDir(folder)
	assert.Len(t, left, 1, "nothing else is left behind")
}
