package parser

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gouji/parser/document"
	"gouji/parser/document/documenttest"
)

const page = `<html><head><meta charset="%s"></head><body><h1>清河区水务局2024年政府信息公开工作年度报告</h1><p>一、总体情况</p></body></html>`

func wideText(s string) []byte {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func gbk(t *testing.T, s string) []byte {
	t.Helper()
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
	require.NoError(t, err)
	return b
}

func TestFormatIsToldByContent(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want document.Format
	}{
		"pdf":                    {[]byte("%PDF-1.7\n"), document.PDF},
		"pdf behind mail header": {append(bytes.Repeat([]byte("\r\n"), 200), "%PDF-1.4"...), document.PDF},
		"docx":                   {documenttest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"), document.DOCX},
		"html":                   {[]byte(page), document.HTML},
		"html with mark":         {append([]byte("\xEF\xBB\xBF\r\n<!-- saved -->"), page...), document.HTML},
		"html in upper case":     {[]byte("<HTML><BODY>x</BODY></HTML>"), document.HTML},
		"html in gbk":            {gbk(t, page), document.HTML},
		"html in utf-16":         {wideText(page), document.HTML},
		"rtf":                    {[]byte(`{\rtf1 x}`), document.RTF},
		"odt":                    {documenttest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.text"), document.ODT},
		"ofd":                    {documenttest.Zip(t, "OFD.xml", ""), document.OFD},
		"word 2003 xml":          {[]byte(`<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">`), document.WordXML},
		"word xml of today":      {wideText(`<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">`), document.DOCX},
		"web archive":            {[]byte("From: <Saved by WPS>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\n\r\n<html>"), document.MHTML},
		"a part of a page":       {[]byte("<div><table><tr><td>规章</td></tr></table></div>"), document.HTML},
	} {
		got, err := sniff(c.data)
		assert.NoError(t, err, name)
		assert.Equal(t, c.want, got, name)
	}
}

func TestWhatIsNotReadIsNamed(t *testing.T) {
	ole := append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 512)...)
	for name, c := range map[string]struct {
		data    []byte
		kind    document.Kind
		message string
	}{
		"empty":          {nil, document.Corrupt, "空"},
		"only spaces":    {[]byte(" \r\n"), document.Corrupt, "空"},
		"old excel":      {slices.Concat(ole, wide("Workbook")), document.Unsupported, "XLS"},
		"excel":          {documenttest.Zip(t, "xl/workbook.xml", ""), document.Unsupported, "XLSX"},
		"spreadsheet":    {documenttest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), document.Unsupported, "OpenDocument"},
		"other archive":  {documenttest.Zip(t, "a.txt", ""), document.Unsupported, "ZIP"},
		"broken archive": {[]byte("PK\x03\x04 cut off"), document.Corrupt, "ZIP"},
		"picture":        {[]byte("\x89PNG\r\n\x1a\n"), document.Unsupported, "PNG"},
		"plain text":     {[]byte("清河区水务局2024年政府信息公开工作年度报告"), document.Unsupported, "纯文本"},
		"unknown":        {[]byte{1, 2, 0, 0xFE, 4}, document.Unsupported, "认不出"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := sniff(c.data)
			var known *document.Error
			require.True(t, errors.As(err, &known), "%v", err)
			assert.Equal(t, c.kind, known.Kind)
			assert.Contains(t, known.Message, c.message)
		})
	}
}

func TestReaderReadsWhateverTheNameSays(t *testing.T) {
	r := NewReader(Options{})
	defer r.Close()
	d, err := r.Read(context.Background(), "年报.pdf", []byte(page))
	require.NoError(t, err)
	assert.Equal(t, document.HTML, d.Format)
	assert.Equal(t, "清河区水务局2024年政府信息公开工作年度报告", d.Paragraphs()[0].Text)
}

func TestPageWithoutTextSaysSo(t *testing.T) {
	r := NewReader(Options{})
	defer r.Close()
	_, err := r.Read(context.Background(), "x.html", []byte(`<html><body><table><tr><td> </td></tr></table></body></html>`))
	var known *document.Error
	require.True(t, errors.As(err, &known), "%v", err)
	assert.Equal(t, document.NoText, known.Kind)
}

func TestAFileUnderAPasswordIsNamed(t *testing.T) {
	r := NewReader(Options{})
	defer r.Close()
	_, err := r.Read(context.Background(), "x.docx", slices.Concat(oleSign, wide("EncryptedPackage")))
	var known *document.Error
	require.True(t, errors.As(err, &known), "%v", err)
	assert.Equal(t, document.Encrypted, known.Kind)
	assert.Contains(t, known.Message, "密码")
}

func TestUnknownReaderIsRefused(t *testing.T) {
	r := NewReader(Options{Reader: "其他"})
	defer r.Close()
	_, err := r.Read(context.Background(), "x.pdf", []byte("%PDF-1.7\n"))
	var known *document.Error
	require.True(t, errors.As(err, &known), "%v", err)
	assert.Equal(t, document.Unsupported, known.Kind)
}
