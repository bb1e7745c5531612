package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The page that officials read is what the program prints.
func TestCataloguePageIsFresh(t *testing.T) {
	page, err := os.ReadFile("../../validate/catalogue.md")
	require.NoError(t, err)
	var out bytes.Buffer
	require.Zero(t, run([]string{"rules", "--format", "md"}, nil, &out, os.Stderr))
	assert.True(t, out.String() == string(page), "validate/catalogue.md is stale: go run ./cmd/gouji rules --format md > validate/catalogue.md")
}
