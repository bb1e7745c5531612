package html_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/html"
)

const (
	rowsBefore = `<table class="data"><tr><td class="value">1</td><td class="value">2</td><td class="value">3</td></tr>`
	rowsAfter  = `<tr><td class="value">4</td><td class="value">5</td><td class="value">6</td></tr></table>`
)

func damageOf(t *testing.T, page string) string {
	t.Helper()
	doc, err := html.Read(context.Background(), []byte(page), html.Limits{})
	require.NoError(t, err)
	return doc.Damage
}

// Each of these is where the beginning of a report met the end of another, among
// ten thousand damaged samples; browsers show all of them without a word.
func TestTornTagsInATableOfFiguresAreDamage(t *testing.T) {
	for _, seam := range []string{
		`<tr><td class="val` + `lass="value">7</td></tr>`,
		`<tr><td class=` + `lue">7</td></tr>`,
		`<tr><td class="` + `/td></tr><tr><td class="value">7</td></tr>`,
		`<tr><td cla` + `<tr><td class="value">7</td></tr>`,
		`<tr><td` + `<td class="value">7</td></tr>`,
		`<tr><td>7</t` + `"value">8</td></tr>`,
		`<tr><td>7</` + `"width:8.0%">8</td></tr>`,
		`<tr><td>总计` + `d><td class="value">7</td></tr>`,
		`<tr><td>行政` + `ss="title" colspan="4">第二十条第（九）项</td></tr>`,
		`<tr><td style="widt` + `"label">行政许可</td></tr>`,
	} {
		assert.NotEmpty(t, damageOf(t, rowsBefore+seam+rowsAfter), seam)
	}
}

// What a site's template, an editor or Word writes again and again, or around the
// table of figures, is a slip and no damage.
func TestSlipsOfRealPagesAreNoDamage(t *testing.T) {
	for name, page := range map[string]string{
		"whole":                   rowsBefore + rowsAfter,
		"quotes within quotes":    rowsBefore + strings.Repeat(`<tr><td style="font-family:"宋体";">7</td></tr>`, 3) + rowsAfter,
		"a slip in every cell":    rowsBefore + strings.Repeat(`<tr><td width=50">7</td></tr>`, 3) + rowsAfter,
		"a table for the layout":  `<table><tr><td style="line-height:20px; align="left">导航</td></tr></table>` + rowsBefore + rowsAfter,
		"stray ends of tags":      rowsBefore + `</div></p></td>` + rowsAfter + `</body></html></div>`,
		"Word's own tags":         rowsBefore + `<tr><td><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p><st1:chsdate Year="2024">7</st1:chsdate></td></tr>` + rowsAfter,
		"quotes of Word's styles": rowsBefore + `<tr><td style='font-family:"Times New Roman"'>7</td></tr>` + rowsAfter,
		"markup in a title":       rowsBefore + `<tr><td title="<td>7</td>">7</td></tr>` + rowsAfter,
		"a path of links":         `<table><tr><td>首页 > 政务公开 > 年报</td></tr></table>` + rowsBefore + rowsAfter,
	} {
		assert.Empty(t, damageOf(t, page), name)
	}
}
