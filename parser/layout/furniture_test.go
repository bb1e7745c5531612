package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/document"
)

// footed is a page with one row of a table, and below it a line at the foot as a
// recogniser read it.
func footed(number int, foot string, x float64, confidence float64) Page {
	page := draw(number, `
+----+----+----+
|甲  | 12 | 1  |
+----+----+----+`)
	for i, r := range []rune(foot) {
		at := x + 9*float64(i)
		box := document.Box{X0: at, Y0: 790, X1: at + 9, Y1: 798}
		page.Glyphs = append(page.Glyphs, Glyph{Rune: r, Box: box, Size: 9, Confidence: confidence})
	}
	return page
}

// A page number in small print came as -取- and cut the table.
func TestAMisreadPageNumberDoesNotCutATable(t *testing.T) {
	d := documentOf([]Page{footed(1, "取本", 290, 0.6), footed(2, "已于", 290, 0.6)})
	assert.Equal(t, "[甲][12][1]\n[甲][12][1]\n", tell(d))
}

func TestWordsAtTheFootAreText(t *testing.T) {
	for name, pages := range map[string][]Page{
		"not recognised":      {footed(1, "取本", 290, 0), footed(2, "已于", 290, 0)},
		"at the margin":       {footed(1, "取本", 90, 0.6), footed(2, "已于", 90, 0.6)},
		"in different places": {footed(1, "取本", 290, 0.6), footed(2, "已于", 390, 0.6)},
		"on one of the pages": {footed(1, "取本", 290, 0.6), footed(2, "", 290, 0.6)},
	} {
		assert.Contains(t, tell(documentOf(pages)), "¶ 取本", name)
	}
}

// Browsers print the date and the title above each page, and the address and the
// number below it; a report of two pages has each of them only twice.
func TestWhatABrowserPrintsAroundTwoPagesIsNoText(t *testing.T) {
	table := `11/24/26, 4:04 PM      年度报告


+----+----+----+
|甲  | 12 | 1  |
+----+----+----+`
	foot := strings.Repeat("\n", 62) + "https://www.example.gov.cn/1.html      "
	first, second := draw(1, "\n"+table+foot+"1/2"), draw(2, "\n"+table+foot+"2/2")
	assert.Equal(t, "[甲][12][1]\n[甲][12][1]\n", tell(documentOf([]Page{first, second})))

	other := draw(2, "\n"+table+foot+"附件")
	assert.Contains(t, tell(documentOf([]Page{first, other})), "附件")
}
