package html_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/html"
)

func kindOf(t *testing.T, err error) document.Kind {
	t.Helper()
	var told *document.Error
	require.ErrorAs(t, err, &told)
	assert.NotEmpty(t, told.Message)
	return told.Kind
}

func TestPagesWithoutTextAreToldApart(t *testing.T) {
	for page, kind := range map[string]document.Kind{
		"":                                  document.Corrupt,
		"   \n":                             document.NoText,
		"<html><body></body></html>":        document.NoText,
		`<body><img src="scan.png"></body>`: document.NoText,
		"<frameset><frame src=a.html></frameset>": document.NoText,
	} {
		_, err := html.Read(context.Background(), []byte(page), html.Limits{})
		assert.Equal(t, kind, kindOf(t, err), "%q", page)
	}
}

func TestHostilePagesEndInAnErrorSoon(t *testing.T) {
	for name, page := range map[string]string{
		"a million nested divs":   strings.Repeat("<div>", 1_000_000) + "x",
		"nested tables":           strings.Repeat("<table><tr><td>", 10_000) + "x",
		"spans that multiply":     "<table>" + strings.Repeat("<tr><td colspan=1000 rowspan=60000>1<td>2", 5000),
		"too many empty cells":    "<table><tr><td>1<td>2" + strings.Repeat("<tr>"+strings.Repeat("<td>", 100), 3_000),
		"a wide and a long table": "<table><tr>" + strings.Repeat("<td colspan=1000>1", 500) + strings.Repeat("<tr><td>1<td>2", 5000),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := html.Read(context.Background(), []byte(page), html.Limits{})
			assert.Equal(t, document.TooLarge, kindOf(t, err))
		})
	}
}

// Each of these costs x/net/html quadratic work or memory when it is handed
// the page as it is, and none of them has anything that a reader may refuse.
func TestCostlyPagesAreReadSoon(t *testing.T) {
	for name, page := range map[string]string{
		"fonts left open in every paragraph":  strings.Repeat("<p><font color=red><b><i>字", 20_000),
		"fonts for every paragraph to reopen": manyFonts(400) + strings.Repeat("<p>字", 20_000),
		"links left open":                     strings.Repeat("<p><a href=x>字</p>", 20_000),
		"formatting tags that cross":          strings.Repeat("<b><p></b>字</p>", 20_000),
		"body tags with new attributes":       manyBodies(20_000) + "字",
		"end tags without a start":            "字" + strings.Repeat("</font></b></q>", 50_000),
		"entities":                            strings.Repeat("&#23383;&amp;&nbsp;", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := html.Read(context.Background(), []byte(page), html.Limits{})
			require.NoError(t, err)
			assert.NotEmpty(t, doc.Blocks)
		})
	}
}

func manyFonts(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<font class=c%d>", i)
	}
	return b.String()
}

func manyBodies(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<body x%d>", i)
	}
	return b.String()
}

func TestLimitsAreTheCallers(t *testing.T) {
	page := []byte("<div><div><div>" + figures + "</div></div></div>")
	for name, limits := range map[string]html.Limits{
		"bytes": {Bytes: 50},
		"nodes": {Nodes: 10},
		"depth": {Depth: 5},
		"cells": {Cells: 3},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := html.Read(context.Background(), page, limits)
			assert.Equal(t, document.TooLarge, kindOf(t, err))
		})
	}
	_, err := html.Read(context.Background(), page, html.Limits{Bytes: 500, Nodes: 100, Depth: 20, Cells: 6})
	assert.NoError(t, err)
}

func TestAnEndedContextIsATimeout(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := html.Read(ctx, []byte("<p>水务局</p>"), html.Limits{})
	assert.Equal(t, document.Timeout, kindOf(t, err))
	assert.True(t, errors.Is(err, context.Canceled))
}

func TestALongRunOfForeignTextHonoursTheDeadline(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	// x/net/html joins these texts one by one, which is quadratic.
	page := "<table>" + strings.Repeat("<tr>"+strings.Repeat("字", 10), 190_000)
	_, err := html.Read(ctx, []byte(page), html.Limits{})
	assert.Equal(t, document.Timeout, kindOf(t, err))
}
