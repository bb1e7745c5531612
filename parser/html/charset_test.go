package html_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"gouji/parser/html"
)

const (
	gbMeta   = `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`
	utf8Meta = `<meta charset="utf-8">`
	latin    = `<meta charset=iso-8859-1>`
)

func TestTheEncodingIsFoundOut(t *testing.T) {
	utf16le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	const text = "政府信息公开工作年度报告，现行有效件数"
	for name, c := range map[string]struct {
		in   encoding.Encoding
		head string
		text string
	}{
		"utf-8, nothing declared":     {encoding.Nop, "", text},
		"utf-8, declared":             {encoding.Nop, utf8Meta, text},
		"utf-8, declared gb2312":      {encoding.Nop, gbMeta, text},
		"gbk, declared":               {simplifiedchinese.GBK, gbMeta, text},
		"gbk, nothing declared":       {simplifiedchinese.GBK, "", text},
		"gbk, declared utf-8":         {simplifiedchinese.GBK, utf8Meta, text},
		"gbk, declared latin":         {simplifiedchinese.GBK, latin, text},
		"gbk, in an XML prolog":       {simplifiedchinese.GBK, `<?xml version="1.0" encoding="gbk"?>`, text},
		"gb18030, four bytes":         {simplifiedchinese.GB18030, gbMeta, "㐂䶮镇" + text},
		"big5, declared":              {traditionalchinese.Big5, `<meta charset=big5>`, "政府資訊公開年度報告"},
		"utf-16 little end, no mark":  {utf16le, "", text},
		"utf-16 big end, no mark":     {utf16be, "", text},
		"gbk that is valid utf-8: 联通": {simplifiedchinese.GBK, gbMeta, "联通"},
	} {
		t.Run(name, func(t *testing.T) {
			page, err := c.in.NewEncoder().String(c.head + "<p>" + c.text + "</p>")
			require.NoError(t, err)
			doc, err := html.Read(context.Background(), []byte(page), html.Limits{})
			require.NoError(t, err)
			assert.Equal(t, c.text, outline(doc))
			assert.Empty(t, doc.Incomplete)
		})
	}
}

func TestByteOrderMarksAreNoText(t *testing.T) {
	for name, mark := range map[string]encoding.Encoding{
		"utf-8":             unicode.UTF8BOM,
		"utf-16 little end": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"utf-16 big end":    unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	} {
		t.Run(name, func(t *testing.T) {
			page, err := mark.NewEncoder().String("<p>水务局</p>")
			require.NoError(t, err)
			p := read(t, page).Paragraphs()[0]
			assert.Equal(t, "水务局", p.Text)
			assert.Empty(t, p.Raw)
		})
	}
}

func TestABrokenCharacterIsToldAndMakesItsCellDoubtful(t *testing.T) {
	doc := read(t, utf8Meta+"<p>全年收到申请若干件，均已依法答复</p><table><tr><td>行政许\xE5\x8F</td><td>1</td></tr><tr><td>行政处罚</td><td>2</td></tr></table>")
	assert.Contains(t, doc.Incomplete, "无法按其编码读出")
	cells := doc.Tables()[0].Cells
	assert.Contains(t, cells[0].Doubt, "编码")
	assert.Empty(t, cells[1].Doubt)
	assert.Equal(t, "行政处罚", cells[2].Text)
}
