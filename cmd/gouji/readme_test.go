package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// console is a block of README.md that shows a command and what it prints.
var console = regexp.MustCompile("(?s)```console\n\\$ gouji ([^\n]*)\n(.*?)```")

// Every command in README.md prints what README.md shows.
func TestReadmeShowsRealOutput(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	blocks := console.FindAllStringSubmatch(strings.ReplaceAll(string(readme), "\r\n", "\n"), -1)
	require.NotEmpty(t, blocks)
	for _, block := range blocks {
		t.Run(block[1], func(t *testing.T) {
			var out, errs bytes.Buffer
			run(strings.Fields(block[1]), strings.NewReader(""), &out, &errs)
			assert.Equal(t, block[2], out.String())
			assert.Empty(t, errs.String())
		})
	}
}

// The table of README.md says of each package what it is for.
func TestReadmeNamesEveryPackage(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	for _, pattern := range []string{"parser/*/*.go", "validate/*/*.go", "corpus/*/*.go"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, file := range files {
			assert.Contains(t, string(readme), "`"+filepath.ToSlash(filepath.Dir(file))+"`")
		}
	}
}
