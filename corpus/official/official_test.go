package official_test

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"gouji/corpus/official"
	"gouji/parser"
	"gouji/parser/form"
)

// filled has something else in every cell, and every state that a printed cell can
// have.
func filled(f *form.Form) *official.Filled {
	filled := &official.Filled{Form: f, Organ: "某县人民政府", Year: f.FirstYear, Cells: map[string]official.Entry{}}
	for i, cell := range f.Cells() {
		filled.Cells[cell.ID] = entry(i)
	}
	return filled
}

func entry(i int) official.Entry {
	switch {
	case i%11 == 3:
		return official.Entry{State: parser.Blank}
	case i%11 == 5:
		return official.Entry{State: parser.Dash, Text: "/"}
	case i%11 == 7:
		return official.Entry{State: parser.Bad, Text: "见附件", Mark: official.Strong}
	case i%11 == 9:
		return official.Entry{State: parser.Number, Value: float64(i) + 0.25, Mark: official.Pale}
	}
	return official.Entry{State: parser.Number, Value: float64(i)}
}

func read(t *testing.T, name string, data []byte) *parser.Report {
	t.Helper()
	reader := parser.NewReader(parser.Options{})
	defer reader.Close()
	document, err := reader.Read(context.Background(), name, data)
	require.NoError(t, err)
	report, err := parser.Parse(document)
	require.NoError(t, err)
	return report
}

// What is put into the form is what our own reader gets out of it: state by state,
// in both editions, and nothing of it doubtful.
func TestWordFormIsReadBack(t *testing.T) {
	for _, f := range form.All() {
		want := filled(f)
		data, err := want.NewWord()
		require.NoError(t, err)
		got := read(t, "表.docx", data)
		assert.Equal(t, string(f.Edition), got.Template)
		assert.Equal(t, []any{"某县人民政府", f.FirstYear}, []any{got.Organ, got.Year})
		assert.Len(t, got.Sections, 6)
		assert.Equal(t, told(f, func(id string) (official.Entry, bool) { e, ok := want.Cells[id]; return e, ok }),
			told(f, func(id string) (official.Entry, bool) {
				figure := got.Figure(id)
				if figure == nil {
					return official.Entry{}, false
				}
				assert.Empty(t, figure.Doubt, id)
				return official.Entry{State: figure.State, Value: figure.Value, Text: figure.Raw}, true
			}))
	}
}

// told lists the cells of a form with what is in them.
func told(f *form.Form, entry func(id string) (official.Entry, bool)) []string {
	var lines []string
	for _, cell := range f.Cells() {
		e, ok := entry(cell.ID)
		line := fmt.Sprint(cell.ID, " ", ok, " ", e.State, " ", e.Value)
		if e.State == parser.Dash || e.State == parser.Bad {
			line += " " + e.Text
		}
		lines = append(lines, line)
	}
	return lines
}

func TestTheSameFormGivesTheSameBytes(t *testing.T) {
	one, err := filled(form.Of(form.Edition2021)).NewWord()
	require.NoError(t, err)
	two, err := filled(form.Of(form.Edition2021)).NewWord()
	require.NoError(t, err)
	assert.Equal(t, one, two)
}

// A report that was read is written and read again without change.
func TestAReportThatWasReadIsWrittenAgain(t *testing.T) {
	for _, f := range form.All() {
		data, err := filled(f).NewWord()
		require.NoError(t, err)
		first := read(t, "表.docx", data)
		data, err = official.Of(first).NewWord()
		require.NoError(t, err)
		assert.Equal(t, first.Figures, read(t, "表.docx", data).Figures)
	}
}

// The sheets hold what the Word form holds, cell by cell, in the same merged form.
func TestSheetsHoldTheForm(t *testing.T) {
	for _, f := range form.All() {
		want := filled(f)
		book := excelize.NewFile()
		require.NoError(t, want.WriteSheets(book))
		for i := range f.Tables {
			table := &f.Tables[i]
			for _, cell := range table.Grid().Cells {
				at, err := excelize.CoordinatesToCellName(cell.Column+1, cell.Row+3)
				require.NoError(t, err)
				got, err := book.GetCellValue(table.Name, at)
				require.NoError(t, err)
				assert.Equal(t, printed(want, table.Key, cell), strings.ReplaceAll(got, "\n", ""), at)
			}
			merged, err := book.GetMergeCells(table.Name)
			require.NoError(t, err)
			assert.Len(t, merged, 2+mergedIn(table.Grid()), "two lines above the table")
		}
	}
}

// A province counts 123456 applications: in a column for four digits, Excel would show
// ###### or 1E+05.
func TestNumbersAreMadeSmallerWhereTheColumnIsNarrow(t *testing.T) {
	f := form.Of(form.Edition2021)
	book := excelize.NewFile()
	want := &official.Filled{Form: f, Cells: map[string]official.Entry{"applications.new.natural_person": {State: parser.Number, Value: 123456}}}
	require.NoError(t, want.WriteSheets(book))
	number, err := book.GetCellStyle("表三", "D6")
	require.NoError(t, err)
	value, err := book.GetCellValue("表三", "D6")
	require.NoError(t, err)
	require.Equal(t, "123456", value)
	style, err := book.GetStyle(number)
	require.NoError(t, err)
	assert.True(t, style.Alignment.ShrinkToFit)
	assert.False(t, style.Alignment.WrapText, "Excel does one or the other")
}

func printed(f *official.Filled, table string, c form.GridCell) string {
	if c.Kind != form.Value {
		return c.Text
	}
	switch e := f.Cells[c.Of.ID(table)]; e.State {
	case parser.Number:
		return strconv.FormatFloat(e.Value, 'f', -1, 64)
	default:
		return e.Text
	}
}

func mergedIn(g *form.Grid) int {
	n := 0
	for _, c := range g.Cells {
		if c.RowSpan*c.ColumnSpan > 1 {
			n++
		}
	}
	return n
}
