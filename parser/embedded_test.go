package parser

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/document/documenttest"
)

// wordFileOf is a Word file with the body, in which <chunk> stands for a file of the name.
func wordFileOf(t *testing.T, body string, embedded ...string) []byte {
	t.Helper()
	links := ""
	for i := 0; i < len(embedded); i += 2 {
		links += fmt.Sprintf(`<Relationship Id="c%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="%s"/>`, i/2, embedded[i])
		embedded[i] = "word/" + embedded[i]
	}
	return documenttest.Zip(t, append([]string{
		"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="x"><w:body>` + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels", `<Relationships>` + links + `</Relationships>`,
	}, embedded...)...)
}

func para(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func chunk(n int) string { return fmt.Sprintf(`<w:altChunk r:id="c%d"/>`, n) }

func readBytes(t *testing.T, data []byte) *document.Document {
	t.Helper()
	r := NewReader(Options{})
	defer r.Close()
	d, err := r.Read(context.Background(), "a.docx", data)
	require.NoError(t, err)
	return d
}

// shownBlocks is each block: a paragraph with its number, a table with its number and cells.
func shownBlocks(d *document.Document) []string {
	var list []string
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			list = append(list, fmt.Sprintf("%d %s", b.Paragraph.Where.Paragraph, b.Paragraph.Text))
			continue
		}
		line := fmt.Sprintf("table %d", b.Table.Where.Table)
		for _, c := range b.Table.Cells {
			line += fmt.Sprintf(" %d:%s", c.Where.Table, c.Text)
		}
		list = append(list, line)
	}
	return list
}

const rows = `<html><body><p>%s</p><table border=1><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr></table></body></html>`

// Tables and paragraphs are counted as a person counts those that are shown.
func TestFilesInAWordFileAreReadInTheirPlaces(t *testing.T) {
	own := `<w:tbl><w:tr><w:tc>` + para("a") + `</w:tc><w:tc>` + para("b") + `</w:tc></w:tr></w:tbl>`
	d := readBytes(t, wordFileOf(t, para("一")+chunk(0)+para("二")+own+chunk(1)+para("三"),
		"a.html", fmt.Sprintf(rows, "甲"), "b.html", fmt.Sprintf(rows, "乙")))
	assert.Equal(t, []string{
		"1 一", "2 甲", "table 1 1:规章 1:1 1:文件 1:2", "3 二", "table 2 2:a 2:b",
		"4 乙", "table 3 3:规章 3:1 3:文件 3:2", "5 三",
	}, shownBlocks(d))
	assert.Equal(t, document.DOCX, d.Format)
	assert.Empty(t, d.Incomplete)
}

func TestFilesOfManyFormatsMayStandInAWordFile(t *testing.T) {
	for name, data := range map[string]string{
		"a.rtf":  `{\rtf1\ansi 1\par}`,
		"a.docx": string(wordFileOf(t, para("1"))),
		"a.mht":  "MIME-Version: 1.0\nContent-Type: text/html\n\n<html><p>1</p></html>",
		"a.xml":  `<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>` + para("1") + `</w:body></w:wordDocument>`,
	} {
		d := readBytes(t, wordFileOf(t, para("题")+chunk(0), name, data))
		assert.Equal(t, []string{"1 题", "2 1"}, shownBlocks(d), name)
		assert.Empty(t, d.Incomplete, name)
	}
}

func TestFilesInAWordFileThatCannotBeReadAreNamed(t *testing.T) {
	nested := string(wordFileOf(t, para("1")+chunk(0), "b.html", "<html><p>2</p></html>"))
	for name, data := range map[string]string{"a.pdf": "%PDF-1.4", "a.txt": "1", "empty.html": "", "a.docx": nested} {
		d := readBytes(t, wordFileOf(t, para("题")+chunk(0), name, data))
		assert.Contains(t, d.Incomplete, unreadEmbedded, name)
	}
	assert.Contains(t, readBytes(t, wordFileOf(t, para("题")+chunk(0))).Incomplete, unreadEmbedded, "not in the file")
}
