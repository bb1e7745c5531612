package page

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser"
	"gouji/parser/document"
)

func TestAddressesLeadToFilesAndNowhereElse(t *testing.T) {
	for path, want := range map[string]file{
		"年报/a b#1.pdf":               {"../%E5%B9%B4%E6%8A%A5/a%20b%231.pdf", true},
		"年报/补报.zip/民政局/2024.pdf":     {"../%E5%B9%B4%E6%8A%A5/%E8%A1%A5%E6%8A%A5.zip", false},
		"结果/javascript:alert(1).pdf": {"./javascript:alert%281%29.pdf", true},
	} {
		got := fileOf("结果", parser.Source{Path: filepath.FromSlash(path), Format: document.PDF})
		assert.Equal(t, want, *got)
	}
}
