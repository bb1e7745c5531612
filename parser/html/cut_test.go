package html_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/html"
)

// A download that broke off leaves a page that browsers show without a word:
// of the last figure, 1234, two digits are there.
func TestAPageThatBreaksOffInATableIsToldAndItsLastCellDoubtful(t *testing.T) {
	whole := "<p>水务局<table><tr><td>甲<td>乙<tr><td>1<td>1234</table><p>完"
	doc, err := html.Read(context.Background(), []byte(whole), html.Limits{})
	require.NoError(t, err)
	assert.Empty(t, doc.Incomplete)

	doc, err = html.Read(context.Background(), []byte(whole[:strings.Index(whole, "34")]), html.Limits{})
	require.NoError(t, err)
	assert.Contains(t, doc.Incomplete, "中断")
	table := doc.Tables()[0]
	require.Equal(t, "12", table.Cells[3].Text)
	assert.Contains(t, table.Cells[3].Doubt, "中断")
	assert.Empty(t, table.Cells[2].Doubt)
}

// Wherever a page breaks off, it is read or refused with a kind.
func TestAPageMayBreakOffAnywhere(t *testing.T) {
	page := "<!doctype html><html><head><meta charset=gbk><title>年报</title></head><body><!-- x --><p>水&nbsp;务局</p>" + figures + "</body></html>"
	for end := 1; end < len(page); end++ {
		if _, err := html.Read(context.Background(), []byte(page[:end]), html.Limits{}); err != nil {
			kindOf(t, err)
		}
	}
}
