package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSizesAreWrittenWithUnits(t *testing.T) {
	for word, want := range map[string]string{
		"100MB": "100MB", "100m": "100MB", "1.5 GB": "1536MB", "64k": "64KB", "1024": "1KB", "1000B": "1000B", " 2gb ": "2GB",
	} {
		var s size
		assert.NoError(t, s.Set(word), word)
		assert.Equal(t, want, s.String(), word)
	}
	for _, word := range []string{"", "MB", "-1MB", "0", "1TB", "many", "NaN", "Inf", "1e30GB"} {
		assert.Error(t, new(size).Set(word), word)
	}
}
