package html_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/html"
)

// FuzzRead holds for any bytes: no panic, no hang, an error of a known kind or
// a document whose cells lie in their grids and whose texts are trimmed.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", report, "<h1>" + title + "</h1>" + figures, menu + `<div class=TRS_Editor>` + report + "</div>" + foot,
		"<table><thead><tr><td rowspan=0 colspan=3>a<tfoot><tr><td>b<table><tr><td>c</table><td><input value=1><s>2</s>",
		"<?xml version='1.0' encoding='gbk'?><p/><td/><![CDATA[x]]>", "\xFF\xFE<\x00p\x00>\x00", "<meta charset=gbk>\xC4\xE3",
		"<style>.a{display:none}@media x{.b{}}</style><p class=a>x<ol start=9><li>y</ol><pre>\n z", "<b><p></b><a><table><td></a><svg><desc><td>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		doc, err := html.Read(ctx, page, html.Limits{Cells: 5000})
		if err != nil {
			var told *document.Error
			require.True(t, errors.As(err, &told))
			require.NotEqual(t, document.Timeout, told.Kind)
			return
		}
		require.NotEmpty(t, doc.Blocks)
		for _, b := range doc.Blocks {
			require.True(t, (b.Paragraph == nil) != (b.Table == nil))
			if b.Paragraph != nil {
				requireReadable(t, b.Paragraph.Text)
				require.NotEmpty(t, b.Paragraph.Text)
				continue
			}
			requireSound(t, b.Table)
		}
	})
}

func requireReadable(t *testing.T, text string) {
	require.True(t, utf8.ValidString(text))
	require.Equal(t, strings.TrimSpace(text), text)
}

func requireSound(t *testing.T, table *document.Table) {
	covered := 0
	for _, c := range table.Cells {
		requireReadable(t, c.Text)
		require.Positive(t, c.RowSpan)
		require.Positive(t, c.ColumnSpan)
		require.LessOrEqual(t, c.Row+c.RowSpan, table.Rows)
		require.LessOrEqual(t, c.Column+c.ColumnSpan, table.Columns)
		covered += c.RowSpan * c.ColumnSpan
	}
	for _, row := range table.Grid() {
		for _, i := range row {
			if i >= 0 {
				covered--
			}
		}
	}
	require.Zero(t, covered, "cells overlap")
}

// BenchmarkRead reads pages of the size of a real report: with plain cells as
// most content systems keep them, and with Word's markup in every cell.
func BenchmarkRead(b *testing.B) {
	const plain = `<td colspan=1>3001</td>`
	const word = `<td width=64 style='width:48.0pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal align=center style='text-align:center'>` +
		`<span lang=EN-US style='font-size:9.0pt;font-family:宋体'>3001<o:p></o:p></span></p></td>`
	for name, cell := range map[string]string{"plain": plain, "word": word} {
		page := []byte(menu + `<div class=TRS_Editor>` + report + table(cell, 28, 10) + table(cell, 14, 4) + table(cell, 4, 15) + `</div>` + foot)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				if _, err := html.Read(context.Background(), page, html.Limits{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func table(cell string, rows, columns int) string {
	return "<table>" + strings.Repeat("<tr>"+strings.Repeat(cell, columns)+"</tr>", rows) + "</table>"
}
