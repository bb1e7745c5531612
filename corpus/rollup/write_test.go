package rollup_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"gouji/corpus/rollup"
	"gouji/parser"
)

// mixed is a county of which one unit is missing and another has left cells empty,
// for a year of each edition.
func mixed(t *testing.T, year string) *rollup.Rollup {
	text := strings.ReplaceAll(`
form EDITION
organ 某县人民政府办公室
year YEAR
applications.new 1 2 3 4 5 6 21
remedies.reconsideration.total blank
===
form EDITION
organ 某县甲局
year YEAR
applications.new 1000 0 0 0 0 0 1000
remedies.reconsideration.total dash
disclosure.licensing.decisions 7 doubtful "模糊"
===
form EDITION
organ 某县人民政府
year YEAR
applications.new 1001 2 3 4 5 7 1022
`, "YEAR", year)
	edition := map[string]string{"2024": "2021", "2020": "2019"}[year]
	return of(t, county, func(p *rollup.Plan) {
		p.Year = map[string]int{"2024": 2024, "2020": 2020}[year]
	}, strings.ReplaceAll(text, "EDITION", edition))
}

// The Word file is read back by our own reader, with the same numbers in the same
// cells: the pages behind the form do not disturb it.
func TestTheWordFileIsReadBack(t *testing.T) {
	for _, year := range []string{"2024", "2020"} {
		r := mixed(t, year)
		data, err := r.Word()
		require.NoError(t, err)
		reader := parser.NewReader(parser.Options{})
		document, err := reader.Read(context.Background(), "汇总.docx", data)
		require.NoError(t, err)
		require.NoError(t, reader.Close())
		got, err := parser.Parse(document)
		require.NoError(t, err)
		assert.Equal(t, string(r.Form.Edition), got.Template)
		assert.Len(t, got.Figures, len(r.Cells))
		for _, c := range r.Cells {
			want := parser.Number
			if c.Grade() == rollup.Empty {
				want = parser.Blank
			}
			f := got.Figure(c.ID)
			require.NotNil(t, f, c.ID)
			assert.Equal(t, []any{want, c.Value, ""}, []any{f.State, f.Value, f.Doubt}, c.ID)
		}
	}
}

func TestTheSameSeasonGivesTheSameBytes(t *testing.T) {
	for name, output := range map[string]func(*rollup.Rollup) ([]byte, error){
		"docx": (*rollup.Rollup).Word, "xlsx": (*rollup.Rollup).Workbook, "csv": (*rollup.Rollup).CSV,
	} {
		one, err := output(mixed(t, "2024"))
		require.NoError(t, err)
		two, err := output(mixed(t, "2024"))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(one, two), name)
	}
}

func open(t *testing.T, r *rollup.Rollup) *excelize.File {
	t.Helper()
	data, err := r.Workbook()
	require.NoError(t, err)
	book, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { book.Close() })
	return book
}

func rows(t *testing.T, book *excelize.File, sheet string) []string {
	t.Helper()
	found, err := book.GetRows(sheet)
	require.NoError(t, err)
	var lines []string
	for _, row := range found {
		lines = append(lines, strings.Join(row, " | "))
	}
	return lines
}

// A cell that is not whole says so itself; what it lacks and what it is made of
// stand on sheets of their own.
func TestTheWorkbookKeepsAccount(t *testing.T) {
	book := open(t, mixed(t, "2024"))
	assert.Equal(t, []string{"表二", "表三", "表四", "说明", "单位", "未计入", "比对", "各单位数"}, book.GetSheetList())
	value, err := book.GetCellValue("表三", "J6")
	require.NoError(t, err)
	assert.Equal(t, "1021", value)
	comments, err := book.GetComments("表四")
	require.NoError(t, err)
	assert.Equal(t, "没有数可加：\n某县人民政府办公室：空白\n某县甲局：填“/”\n某县乙局：没有读到报告", comments[4].Paragraph[0].Text)
	assert.Contains(t, rows(t, book, "单位")[3], "某县乙局 | 部门 | 没有读到报告")
	assert.Subset(t, rows(t, book, "未计入"), []string{
		"某县乙局 | 全部 | 全部 | 没有读到报告",
		"某县甲局 | 表二 | 表二“行政许可”本年处理决定数量 | 存疑，读作“7”：模糊",
		"某县甲局 | 表四 | 表四行政复议·总计 | 填“/”",
	})
	assert.Equal(t, []string{"格 | 各单位之和 | 本级报告 | 本级多（少） | 说明",
		"表三“一、本年新收政府信息公开申请数量”法人或其他组织·其他 | 6 | 7 | 1 | 各单位之和缺单位",
		"表三“一、本年新收政府信息公开申请数量”总计 | 1021 | 1022 | 1 | 各单位之和缺单位",
		"表四行政复议·总计 |  | 0 |  | 各单位之和没有数可加"}, rows(t, book, "比对"))
	assert.Contains(t, rows(t, book, "各单位数"), "表二“行政许可”本年处理决定数量 | 有数不可靠 | 0 | 0 | （存疑 7） | （没有读到报告）")
}

// What reports and files are called is never taken for a formula.
func TestTextIsNoFormula(t *testing.T) {
	const name = `=HYPERLINK("http://x")`
	r := of(t, "名称,上级\n某县,\n\"=HYPERLINK(\"\"http://x\"\")\",某县\n", nil, all)
	book := open(t, r)
	value, err := book.GetCellValue("单位", "A2")
	require.NoError(t, err)
	assert.Equal(t, name, value)
	formula, err := book.GetCellFormula("单位", "A2")
	require.NoError(t, err)
	assert.Empty(t, formula)
	data, err := r.CSV()
	require.NoError(t, err)
	records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, "'"+name, records[1][0])
}

func TestAFileThatIsThereIsNotReplaced(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "汇总")
	paths, err := mixed(t, "2024").Write(context.Background(), folder, rollup.Files{})
	require.NoError(t, err)
	require.Len(t, paths, 3)
	assert.Equal(t, "某县人民政府2024年汇总.docx", filepath.Base(paths[0]))
	require.NoError(t, os.WriteFile(paths[1], []byte("填改过"), 0o644))
	require.NoError(t, os.Remove(paths[0]))
	_, err = mixed(t, "2024").Write(context.Background(), folder, rollup.Files{})
	assert.ErrorIs(t, err, rollup.ErrExists)
	assert.NoFileExists(t, paths[0], "nothing is written then")
	_, err = mixed(t, "2024").Write(context.Background(), folder, rollup.Files{Force: true})
	require.NoError(t, err)
	data, err := os.ReadFile(paths[1])
	require.NoError(t, err)
	assert.NotEqual(t, "填改过", string(data))
}
