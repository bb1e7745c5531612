package word_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus/word"
	"gouji/parser/docx"
)

// page has a paragraph and a table with merged cells.
func page(text string) *word.Document {
	d := word.New()
	d.Paragraph(word.Body, text)
	d.Table(&word.Table{Widths: []int{1000, 1000, 1000}, Height: 340, Head: 1, Cells: []word.Cell{
		{Row: 0, Column: 0, RowSpan: 2, ColumnSpan: 1, Style: word.Left, Lines: []string{"甲"}},
		{Row: 0, Column: 1, RowSpan: 1, ColumnSpan: 2, Style: word.Centred, Lines: []string{"乙", "丙"}, Fill: "E7E6E6"},
		{Row: 1, Column: 1, RowSpan: 1, ColumnSpan: 1, Style: word.Centred},
		{Row: 1, Column: 2, RowSpan: 1, ColumnSpan: 1, Style: word.Centred, Lines: []string{"3"}},
	}})
	return d
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	data, err := page("一<二>&\x0b三").Bytes()
	require.NoError(t, err)
	d, err := docx.Read(context.Background(), data, docx.Limits{})
	require.NoError(t, err)
	require.Len(t, d.Blocks, 2)
	assert.Equal(t, "一<二>&\uFFFD三", d.Blocks[0].Paragraph.Text)
	table := d.Blocks[1].Table
	assert.Equal(t, []int{2, 3}, []int{table.Rows, table.Columns})
	var texts []string
	for _, cell := range table.Cells {
		texts = append(texts, strings.ReplaceAll(cell.Text, "\n", "/"))
	}
	assert.Equal(t, []string{"甲", "乙/丙", "", "3"}, texts)
}

// Every style that can be named is there, and every part is XML.
func TestPartsAreWhole(t *testing.T) {
	data, err := page("正文").Bytes()
	require.NoError(t, err)
	again, err := page("正文").Bytes()
	require.NoError(t, err)
	assert.Equal(t, data, again, "the same calls give the same bytes")
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	styles := ""
	for _, file := range archive.File {
		part, err := file.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(part)
		require.NoError(t, err)
		if file.Name == "word/styles.xml" {
			styles = string(text)
		}
		decoder := xml.NewDecoder(bytes.NewReader(text))
		for err == nil {
			_, err = decoder.Token()
		}
		assert.ErrorIs(t, err, io.EOF, file.Name)
	}
	for _, s := range []word.Style{word.Title, word.Heading, word.Section, word.Body, word.Note, word.Gap, word.Centred, word.Left, word.Corner, word.NewPage, word.Attached} {
		assert.Contains(t, styles, `w:styleId="`+string(s)+`"`)
	}
}
