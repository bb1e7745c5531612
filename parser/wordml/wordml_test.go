package wordml_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/wordml"
)

func paragraph(text string) *wordml.Paragraph {
	return &wordml.Paragraph{List: wordml.Unset, Level: wordml.Unset, Outline: wordml.Unset, Runs: []wordml.Run{{Text: []rune(text)}}}
}

// row is a row of cells of one word each between the edges.
func row(edges []int, texts ...string) wordml.Row {
	r := wordml.Row{Shape: wordml.RowShape{Edges: edges, Cells: make([]wordml.CellShape, max(len(edges)-1, 0))}}
	for _, text := range texts {
		r.Cells = append(r.Cells, []wordml.Block{{Paragraph: paragraph(text)}})
	}
	return r
}

func tableOf(t *testing.T, rows ...wordml.Row) *document.Table {
	t.Helper()
	d, err := docx.Compose(context.Background(), docx.Parts{Document: wordml.Document([]wordml.Block{{Rows: rows}})}, docx.Limits{})
	require.NoError(t, err)
	require.Len(t, d.Tables(), 1)
	return d.Tables()[0]
}

func TestEdgesOfAllRowsMakeOneGrid(t *testing.T) {
	table := tableOf(t, row([]int{0, 1000, 2000, 3000}, "a", "b", "c"), row([]int{10, 1990, 3015}, "d", "e"))
	assert.Equal(t, 3, table.Columns)
	assert.Equal(t, 2, table.Cells[3].ColumnSpan)
	assert.Empty(t, table.Cells[3].Doubt)
}

func TestRowThatSaysTooLittleIsDoubtful(t *testing.T) {
	whole := row([]int{0, 1000, 2000, 3000}, "a", "b", "c")
	table := tableOf(t, whole, whole, whole, row([]int{0, 1000}, "d", "e"), row(nil), row([]int{0, 1000, 2000, 3000}, "d", "e"))
	assert.Len(t, table.Cells, 13)
	for _, cell := range table.Cells[9:] {
		assert.NotEmpty(t, cell.Doubt)
	}
}

// Word deletes the text of a row and its mark, LibreOffice writes the text alone.
func TestDeletedRowsAreOut(t *testing.T) {
	edges := []int{0, 1000, 2000}
	struck := func(texts ...string) wordml.Row {
		r := row(edges, texts...)
		for _, cell := range r.Cells {
			cell[0].Paragraph.Runs[0].Deleted = true
		}
		return r
	}
	kept := struck("f", "6")
	kept.Cells[1][0].Paragraph.Runs = append(kept.Cells[1][0].Paragraph.Runs, wordml.Run{Text: []rune("7")})
	blank := row(edges, "", " ")
	marked, full := row(edges, "", " "), row(edges, "g", "8")
	marked.Shape.Deleted, full.Shape.Deleted = true, true
	table := tableOf(t, row(edges, "a", "1"), struck("b", "2"), kept, blank, marked, full)
	var texts []string
	for _, c := range table.Cells {
		texts = append(texts, c.Text)
	}
	assert.Equal(t, []string{"a", "1", "", "7", "", " ", "g", "8"}, texts)
}

func TestMarksMakeTables(t *testing.T) {
	cell := func(depth int, text string) wordml.Marked {
		return wordml.Marked{Paragraph: paragraph(text), Depth: depth, CellEnd: true}
	}
	end := func(depth int) wordml.Marked {
		return wordml.Marked{Paragraph: paragraph(""), Depth: depth, RowEnd: true}
	}
	blocks := wordml.Nest([]wordml.Marked{
		{Paragraph: paragraph("before")}, cell(1, "a"), cell(2, "b"), end(2), cell(1, "c"), end(1), cell(1, "left over"),
	})
	require.Len(t, blocks, 2)
	require.Len(t, blocks[1].Rows, 2)
	require.Len(t, blocks[1].Rows[0].Cells, 2)
	inner := blocks[1].Rows[0].Cells[1]
	require.Len(t, inner, 2)
	assert.Len(t, inner[0].Rows, 1)
	assert.Equal(t, "c", string(inner[1].Paragraph.Runs[0].Text))
}

func TestTextIsEscaped(t *testing.T) {
	d, err := docx.Compose(context.Background(), docx.Parts{
		Document: wordml.Document([]wordml.Block{{Paragraph: paragraph("a<b>&\tc\n\uFFFE")}})}, docx.Limits{})
	require.NoError(t, err)
	assert.Equal(t, "a<b>&\tc\n\uFFFD", d.Paragraphs()[0].Text)
}
