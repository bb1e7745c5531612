package layout

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkDocument lays out a page with a table of the form's size: 28 rows
// of a label and seven figures.
func BenchmarkDocument(b *testing.B) {
	rule := strings.Repeat("+"+strings.Repeat("-", 24)+strings.Repeat("+-----", 7)+"+\n", 1)
	var page strings.Builder
	for row := range 28 {
		page.WriteString(rule + "|" + "1.本机关不掌握相关政府信" + strings.Repeat(fmt.Sprintf("|%5d", row*37), 7) + "|\n")
	}
	pages := []Page{draw(1, "\n"+page.String()+rule)}
	for b.Loop() {
		documentOf(pages)
	}
}
