package odt_test

import (
	"archive/zip"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/odt"
)

// flattened is the sample with its parts put into one root, as a flat file has
// them.
func flattened(t *testing.T) []byte {
	z, err := zip.OpenReader(sample)
	require.NoError(t, err)
	defer z.Close()
	inner := func(name string) (head, body string) {
		f, err := z.Open(name)
		require.NoError(t, err)
		text, err := io.ReadAll(f)
		require.NoError(t, err)
		_, rest, _ := strings.Cut(string(text), "<office:document-")
		open := strings.Index(rest, ">")
		return rest[strings.Index(rest, " "):open], rest[open+1 : strings.LastIndex(rest, "</office:document-")]
	}
	_, styles := inner("styles.xml")
	head, content := inner("content.xml")
	styles = styles[strings.Index(styles, "<office:styles"):strings.Index(styles, "</office:styles>")] + "</office:styles>"
	return []byte(`<?xml version="1.0" encoding="UTF-8"?><office:document ` + head + ">" + styles + content + "</office:document>")
}

func TestAFlatFileIsReadAsItsArchive(t *testing.T) {
	require.True(t, odt.IsFlat(flattened(t)))
	data, err := os.ReadFile(sample)
	require.NoError(t, err)
	flat, packed := read(t, flattened(t)), read(t, data)
	assert.NotEmpty(t, packed.Tables())
	assert.Equal(t, packed.Blocks, flat.Blocks)
}

func TestAFlatFileThatBreaksOffIsDamaged(t *testing.T) {
	data := flattened(t)
	assert.Equal(t, document.Corrupt, kindOf(t, data[:len(data)/2]))
}
