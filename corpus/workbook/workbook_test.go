package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"gouji/corpus/store"
	. "gouji/corpus/store/storetest"
	"gouji/parser/form"
	"gouji/validate"
	"gouji/validate/register"
)

// papers are a season in small: one report is right, one has a cell that is
// wrong, one has every state that a cell can be in, one could not be read.
var papers = []Paper{
	{Path: "年报/水利局.pdf", Facts: Report("青溪县水利局", Balanced)},
	{Path: "年报/教育局.pdf", Facts: Report("青溪县教育局", Balanced+"applications.granted.natural_person 9\n")},
	{Path: "年报/补报.zip/财政局.docx", Facts: Report("青溪县财政局", Balanced+`
applications.new.business blank
applications.new.research dash
applications.new.public_interest text "=1+1"
applications.new.other 7 doubtful "看不清"
remedies absent
`)},
	{Path: "年报/坏 的.docx", Facts: ""},
}

// written writes the workbook of a run and opens it again.
func written(t *testing.T, s *store.Store, run *store.Run) (*excelize.File, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "核对.xlsx")
	require.NoError(t, Write(context.Background(), path, s, run))
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f, path
}

func season(t *testing.T) (*store.Store, *store.Run) {
	s := New(t)
	return s, Run(t, s, validate.Options{}, papers...)
}

// under reads a sheet as its heads and the rows below them, by head.
func under(t *testing.T, f *excelize.File, sheet string, heads int) []map[string]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	require.Greater(t, len(rows), heads)
	var list []map[string]string
	for _, row := range rows[heads:] {
		line := map[string]string{}
		for i, value := range row {
			line[rows[heads-1][i]] = value
		}
		list = append(list, line)
	}
	return list
}

func TestTheOverviewHasARowAFile(t *testing.T) {
	s, run := season(t)
	f, _ := written(t, s, run)
	rows := under(t, f, "汇总", 3)
	require.Len(t, rows, len(papers))
	var lines []string
	for _, row := range rows {
		lines = append(lines, strings.Join([]string{row["单位"], row["年度"], row["读取"], row["错误"], row["（三）不予公开"], row["文件"]}, "|"))
	}
	assert.Equal(t, []string{
		"青溪县水利局|2024|已读出|0|2|年报/水利局.pdf",
		"青溪县教育局|2024|已读出|1|2|年报/教育局.pdf",
		"青溪县财政局|2024|已读出，有存疑|2|2|年报/补报.zip/财政局.docx",
		"（没能读取）|不明|没能读取：文件损坏|||年报/坏 的.docx",
	}, lines)
}

func TestAFindingHasItsSidesItsSuspectAndALinkToItsPage(t *testing.T) {
	s, run := season(t)
	f, path := written(t, s, run)
	rows := under(t, f, "问题清单", 3)
	var found map[string]string
	line := 0
	for i, row := range rows {
		if row["单位"] == "青溪县教育局" && row["编码"] == "A15" {
			found, line = row, i+4
		}
	}
	require.NotNil(t, found)
	assert.Equal(t, []string{"错误", "6", "9", "表三“（一）予以公开”自然人 → 6"}, []string{found["级别"], found["表内"], found["应为"], found["疑似填错的格"]})
	assert.Contains(t, found["依据"], "国办公开办函〔2021〕30号")
	formula, err := f.GetCellFormula("问题清单", fmt.Sprintf("P%d", line))
	require.NoError(t, err)
	relative, err := filepath.Rel(filepath.Dir(path), mustAbs(t, "年报/教育局.pdf"))
	require.NoError(t, err)
	assert.Equal(t, `HYPERLINK("`+filepath.ToSlash(relative)+`#page=4","打开第4页")`, formula)
	assert.Equal(t, "打开第4页", found["打开"])
}

func mustAbs(t *testing.T, path string) string {
	t.Helper()
	absolute, err := filepath.Abs(path)
	require.NoError(t, err)
	return absolute
}

func TestTheStatesOfACellAreToldApart(t *testing.T) {
	s, run := season(t)
	f, _ := written(t, s, run)
	for _, c := range []struct{ id, value, colour string }{
		{"applications.granted.other", "0", ""},
		{"applications.new.business", "空", yellow}, // blanks are warned of
		{"applications.new.research", "/", yellow},
		{"applications.new.public_interest", "“=1+1”", red},
		{"applications.new.other", "7？", orange},
		{"remedies.reconsideration.total", "", mist}, // there is no such table
	} {
		cell := cellOf(c.id, 3)
		value, err := f.GetCellValue(tablesName, cell)
		require.NoError(t, err)
		formula, err := f.GetCellFormula(tablesName, cell)
		require.NoError(t, err)
		assert.Equal(t, []string{c.value, ""}, []string{value, formula}, "%s: text of a report is no formula", c.id)
		assert.Equal(t, c.colour, colourOf(t, f, cell), c.id)
	}
}

// cellOf is the cell of a figure of the n-th report.
func cellOf(id string, n int) string {
	columns := columns(map[form.Edition]bool{form.Edition2021: true})
	return at(len(leading)+1+slices.IndexFunc(columns, func(c column) bool { return c.ID == id }), 2+headRows+n)
}

func colourOf(t *testing.T, f *excelize.File, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(tablesName, cell)
	require.NoError(t, err)
	style, err := f.GetStyle(id)
	require.NoError(t, err)
	return strings.Join(style.Fill.Color, " ")
}

// A doubtful figure is never taken into a sum.
func TestADoubtfulFigureIsText(t *testing.T) {
	s, run := season(t)
	f, _ := written(t, s, run)
	kind, err := f.GetCellType(tablesName, cellOf("applications.new.other", 3))
	require.NoError(t, err)
	assert.Equal(t, excelize.CellTypeInlineString, kind)
}

// Excel shows 123456.78 as 123456.8 where the column is too narrow.
func TestAColumnIsAsWideAsItsNumbers(t *testing.T) {
	s := New(t)
	run := Run(t, s, validate.Options{}, Paper{Path: "水利局.pdf", Facts: Report("青溪县水利局", Balanced+"disclosure.fees.amount 123456.78\n")})
	f, _ := written(t, s, run)
	for id, least := range map[string]float64{"disclosure.fees.amount": 10, "disclosure.licensing.decisions": narrowest} {
		width, err := f.GetColWidth(tablesName, strings.TrimRight(cellOf(id, 1), "0123456789"))
		require.NoError(t, err)
		assert.InDelta(t, least, width, 0.8, id)
	}
}

func TestASuspectCellHasANote(t *testing.T) {
	s, run := season(t)
	f, _ := written(t, s, run)
	notes, err := f.GetComments(tablesName)
	require.NoError(t, err)
	var texts []string
	for _, n := range notes {
		texts = append(texts, n.Text)
	}
	assert.Contains(t, strings.Join(texts, "\n"), "疑似：把表三“（一）予以公开”自然人由 9 改为 6")
}

func TestTheSameRunGivesTheSameBytes(t *testing.T) {
	s, run := season(t)
	path := filepath.Join(t.TempDir(), "核对.xlsx")
	var first []byte
	for range 5 { // excelize ranges over a map of its sheets
		require.NoError(t, Write(context.Background(), path, s, run))
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		if first == nil {
			first = data
		}
		assert.True(t, bytes.Equal(first, data))
	}
}

func TestEveryPartIsWellFormed(t *testing.T) {
	s, run := season(t)
	_, path := written(t, s, run)
	z, err := zip.OpenReader(path)
	require.NoError(t, err)
	defer z.Close()
	for _, part := range z.File {
		r, err := part.Open()
		require.NoError(t, err)
		for d := xml.NewDecoder(r); err == nil; {
			_, err = d.Token()
		}
		assert.ErrorIs(t, err, io.EOF, part.Name)
		assert.Zero(t, part.ModifiedDate, part.Name)
	}
}

func TestALaterRunSaysWhatBecameOfTheReports(t *testing.T) {
	s, _ := season(t)
	mended := slices.Clone(papers)
	mended[1].Facts = Report("青溪县教育局", Balanced)
	f, _ := written(t, s, Run(t, s, validate.Options{}, mended...))
	rows := under(t, f, changesName, 3)
	states := map[string]int{}
	for _, row := range rows {
		if row["单位"] == "青溪县教育局" {
			states[row["情况"]]++
		}
	}
	assert.Equal(t, map[string]int{"改好": 2}, states)
	assert.Contains(t, text(t, f, legendName), "3 个其他类型的文件（.exe 1，.jpg 2）")
}

func text(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	return fmt.Sprint(rows)
}

func TestWhatTheOfficeLivesWithIsMarked(t *testing.T) {
	s := New(t)
	run := Run(t, s, validate.Options{Suppress: []*validate.Suppression{{Rule: "A15", Reason: "已函复", Until: "2099-12-31"}}},
		Paper{Path: "教育局.html", Facts: Report("青溪县教育局", "applications.new 1 0 0 0 0 0 2\n")})
	f, _ := written(t, s, run)
	var exempt map[string]string
	for _, row := range under(t, f, findingsName, 3) {
		if row["编码"] == "A15" {
			exempt = row
		}
	}
	assert.Equal(t, "豁免", exempt["级别"])
	assert.Contains(t, exempt["问题"], "（已豁免至2099-12-31：已函复）")
	for _, row := range under(t, f, rulesName, 3) {
		if row["编码"] == "A15" {
			assert.Equal(t, []string{"0", "0"}, []string{row["涉及报告"], row["问题"]}, "what the office lives with does not count")
		}
	}
}

func TestARegisterIsNoReport(t *testing.T) {
	units, err := register.Read("名录.csv", []byte("名称\n青溪县教育局\n青溪县气象局\n"))
	require.NoError(t, err)
	s := New(t)
	run := Run(t, s, validate.Options{Register: units}, Paper{Path: "教育局.html", Facts: Report("青溪县教育局", Balanced)})
	f, _ := written(t, s, run)
	rows := under(t, f, overviewName, 3)
	last := rows[len(rows)-1]
	assert.Equal(t, []string{"（单位名录）", "", "名录"}, []string{last["单位"], last["年度"], last["读取"]})
	assert.Contains(t, text(t, f, findingsName), "青溪县气象局")
	assert.NotContains(t, text(t, f, tablesName), "（单位名录）")
}

func TestWhatASheetHasNoRoomForIsSaid(t *testing.T) {
	s, run := season(t)
	survey := newSurvey()
	require.NoError(t, each(context.Background(), s, run, survey.add))
	b, err := newBook(run, survey, t.TempDir())
	require.NoError(t, err)
	defer b.close()
	b.overview.max, b.tables.maxNotes = 6, 1
	require.NoError(t, each(context.Background(), s, run, b.add))
	var file bytes.Buffer
	require.NoError(t, b.save(&file))
	f, err := excelize.OpenReader(&file)
	require.NoError(t, err)
	assert.Regexp(t, `“汇总”写满了 Excel 的 6 行，还有 1 行没有写下`, text(t, f, legendName))
	assert.Regexp(t, `写了 1 处批注，还有 \d+ 格有问题而没有批注`, text(t, f, legendName))
}

func TestNothingIsLeftOfAWorkbookThatFailed(t *testing.T) {
	s, run := season(t)
	folder := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.ErrorIs(t, Write(ctx, filepath.Join(folder, "核对.xlsx"), s, run), context.Canceled)
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Empty(t, left)
}

func TestLinks(t *testing.T) {
	b := &book{folder: "结果"}
	for path, want := range map[string]string{
		"年报/民政局.pdf":                     "../年报/民政局.pdf",
		"结果/a b.pdf":                     "a b.pdf",
		"年报/补报.ZIP/里面.zip/民政局.docx":      "../年报/补报.ZIP",
		"年报/100%.pdf":                    "", // % and # mean something else in a link
		"年报/a#b.pdf":                     "",
		"年报/" + strings.Repeat("长", 255): "", // longer than a string in a formula
	} {
		assert.Equal(t, want, b.target(filepath.FromSlash(path)), path)
	}
	assert.Equal(t, `"他说""好"""`, quote(`他说"好"`))
}

func TestTheDrawingOfManyNotesReservesItsShapes(t *testing.T) {
	var file bytes.Buffer
	pack := &packer{out: &file}
	defer pack.discard()
	w, err := pack.Create("xl/drawings/vmlDrawing1.vml")
	require.NoError(t, err)
	_, err = w.Write([]byte(`<xml><o:idmap v:ext="edit" data="3"></o:idmap>` + strings.Repeat(`<v:shape id="s"></v:shape>`, 2100) + `</xml>`))
	require.NoError(t, err)
	require.NoError(t, pack.Close())
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	require.NoError(t, err)
	r, err := z.File[0].Open()
	require.NoError(t, err)
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	assert.Contains(t, string(data), `data="3,4,5"`)
}

func TestEditionsShareColumns(t *testing.T) {
	both := columns(map[form.Edition]bool{form.Edition2019: true, form.Edition2021: true})
	var ids []string
	for _, c := range both {
		ids = append(ids, c.ID)
	}
	all := map[string]bool{}
	for _, f := range form.All() {
		for _, cell := range f.Cells() {
			all[cell.ID] = true
			assert.Contains(t, ids, cell.ID)
		}
	}
	assert.Len(t, ids, len(all), "each once")
	assert.Len(t, columns(nil), len(form.Of(form.Edition2021).Cells()))
	assert.Len(t, columns(map[form.Edition]bool{form.Edition2019: true}), len(form.Of(form.Edition2019).Cells()))
}
