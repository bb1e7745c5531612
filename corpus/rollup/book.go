package rollup

import (
	"bytes"
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Workbook is the filled form as a workbook, 表二, 表三 and 表四, and behind it the
// account: 说明, 单位, 未计入, 比对, and 各单位数 with what every sum is made of.
func (r *Rollup) Workbook() ([]byte, error) {
	book := excelize.NewFile()
	defer book.Close()
	if err := r.Filled().WriteSheets(book); err != nil {
		return nil, err
	}
	b := &account{book: book}
	b.summary(r.summary())
	for _, l := range []list{r.units(), r.gaps(), r.differences(), r.addends()} {
		if len(l.rows) > 0 {
			b.list(l)
		}
	}
	err := errors.Join(b.err, book.DeleteSheet("Sheet1"), book.SetDocProps(&excelize.DocProperties{
		Creator: "gouji", Title: r.Filled().Title(), Created: noTime, Modified: noTime}))
	if err != nil {
		return nil, err
	}
	book.SetActiveSheet(0)
	var file bytes.Buffer
	err = book.Write(&file)
	return file.Bytes(), err
}

// noTime stands where a workbook must have a time: the same inputs give the same bytes.
const noTime = "2000-01-01T00:00:00Z"

// account writes the sheets behind the form. It does nothing after an error.
type account struct {
	book   *excelize.File
	err    error
	styles map[string]int
}

func (b *account) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// style is one of the account's few, by name.
func (b *account) style(name string) int {
	if b.styles == nil {
		b.styles = map[string]int{}
		for _, s := range []struct {
			name  string
			style excelize.Style
		}{
			{"text", excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
			{"head", excelize.Style{Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
				Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}}}},
		} {
			s.style.Font = &excelize.Font{Family: "宋体", Size: 10, Bold: s.name == "head"}
			for _, side := range []string{"left", "top", "right", "bottom"} {
				s.style.Border = append(s.style.Border, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
			}
			number, err := b.book.NewStyle(&s.style)
			b.try(err)
			b.styles[s.name] = number
		}
	}
	return b.styles[name]
}

// summary is the sheet 说明.
func (b *account) summary(lines []string) {
	l := list{name: "说明", head: []string{"汇总说明"}, widths: []int{58}}
	for _, line := range lines {
		l.rows = append(l.rows, []any{line})
	}
	for _, line := range []string{
		"表二、表三、表四：底色由浅到深，依次是只缺空白或填符号的、缺没有报告的单位、缺存疑或不是数等；空着的格没有可加的数。鼠标停在格上看缺哪些单位。",
		"没有读准的数、空白、符号都没有加进去，也没有用别的数代替；“各单位数”列出每一格由哪些数相加。",
	} {
		l.rows = append(l.rows, []any{line})
	}
	b.list(l)
}

// list is a sheet of rows below a head that stays in sight.
func (b *account) list(l list) {
	_, err := b.book.NewSheet(l.name)
	b.try(err)
	for i, width := range l.widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		b.try(err)
		b.try(b.book.SetColWidth(l.name, column, column, float64(2*width)))
	}
	head := make([]any, len(l.head))
	for i, text := range l.head {
		head[i] = text
	}
	b.row(l.name, 1, head, b.style("head"))
	for i, row := range l.rows {
		b.row(l.name, i+2, row, b.style("text"))
	}
	last, err := excelize.CoordinatesToCellName(len(l.head), len(l.rows)+1)
	b.try(err)
	b.try(b.book.SetPanes(l.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	b.try(b.book.AutoFilter(l.name, "A1:"+last, nil))
	b.page(l.name)
}

// row writes values: text as text, which is never a formula.
func (b *account) row(sheet string, number int, values []any, style int) {
	for i, v := range values {
		at, err := excelize.CoordinatesToCellName(i+1, number)
		b.try(err)
		switch v := v.(type) {
		case nil:
		case string:
			b.try(b.book.SetCellStr(sheet, at, short(v)))
		default:
			b.try(b.book.SetCellValue(sheet, at, v))
		}
		b.try(b.book.SetCellStyle(sheet, at, at, style))
	}
}

// short cuts what is longer than a cell may hold.
func short(text string) string {
	if runes := []rune(text); len(runes) > excelize.TotalCellChars {
		return string(runes[:excelize.TotalCellChars-1]) + "…"
	}
	return strings.ToValidUTF8(text, "\uFFFD")
}

// page prints a sheet on A4 as wide as the paper, lying.
func (b *account) page(sheet string) {
	a4, lying, one, any, fit := 9, "landscape", 1, 0, true
	b.try(b.book.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.try(b.book.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &lying, FitToWidth: &one, FitToHeight: &any}))
}
