package rollup

import (
	"bytes"
	"errors"
	"strconv"
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
	addends := r.addends()
	fits := len(addends.head) <= excelize.MaxColumns
	b.summary(r.summary(), fits)
	for _, l := range []list{r.units(), r.gaps(), r.differences()} {
		if len(l.rows) > 0 {
			b.list(l)
		}
	}
	if fits {
		b.wide(addends)
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
func (b *account) summary(lines []string, addends bool) {
	l := list{name: "说明", head: []string{"汇总说明"}, widths: []int{58}}
	for _, line := range lines {
		l.rows = append(l.rows, []any{line})
	}
	l.rows = append(l.rows, []any{"表二、表三、表四：底色由浅到深，依次是只缺空白或填符号的、缺没有报告的单位、缺存疑或不是数等；空着的格没有可加的数。鼠标停在格上看缺哪些单位。"},
		[]any{"没有读准的数、空白、符号都没有加进去，也没有用别的数代替。"})
	if addends {
		l.rows = append(l.rows, []any{"“各单位数”列出每一格由哪些数相加。"})
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
		b.try(b.book.SetColWidth(l.name, column, column, digits(width)))
	}
	b.row(l.name, 1, l.headRow(), b.style("head"))
	for i, row := range l.rows {
		b.row(l.name, i+2, row, b.style("text"))
	}
	last, err := excelize.CoordinatesToCellName(len(l.head), len(l.rows)+1)
	b.try(err)
	b.try(b.book.SetPanes(l.name, below(0)))
	b.try(b.book.AutoFilter(l.name, "A1:"+last, nil))
	b.page(l.name)
}

// digits is a width in ideographs as a spreadsheet counts it.
func digits(ideographs int) float64 { return float64(2 * ideographs) }

func (l *list) headRow() []any {
	row := make([]any, len(l.head))
	for i, text := range l.head {
		row[i] = text
	}
	return row
}

// below freezes the first row and some columns.
func below(columns int) *excelize.Panes {
	corner, _ := excelize.CoordinatesToCellName(columns+1, 2) // a few columns are always within the sheet
	pane := "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	return &excelize.Panes{Freeze: true, XSplit: columns, YSplit: 1, TopLeftCell: corner, ActivePane: pane}
}

// row writes values: text as text, which is never a formula.
func (b *account) row(sheet string, number int, values []any, style int) {
	from, err := excelize.CoordinatesToCellName(1, number)
	b.try(err)
	to, err := excelize.CoordinatesToCellName(len(values), number)
	b.try(err)
	for i, v := range values {
		at, err := excelize.CoordinatesToCellName(i+1, number)
		b.try(err)
		if text, is := v.(string); is {
			b.try(b.book.SetCellStr(sheet, at, short(text)))
		} else if v != nil {
			b.try(b.book.SetCellValue(sheet, at, v))
		}
	}
	b.try(b.book.SetCellStyle(sheet, from, to, style))
}

// wide is a sheet of a column a unit: rows go to disk as they are made, since the
// numbers of three thousand units would take half a gigabyte. There is only one such
// sheet: excelize would write two in a different order each time.
func (b *account) wide(l list) {
	_, err := b.book.NewSheet(l.name)
	b.try(err)
	b.page(l.name)
	stream, err := b.book.NewStreamWriter(l.name)
	if b.try(err); b.err != nil {
		return
	}
	b.try(stream.SetColWidth(1, 1, digits(l.widths[0])))
	b.try(stream.SetColWidth(2, len(l.head), digits(l.widths[1])))
	b.try(stream.SetPanes(below(3)))
	b.try(stream.SetRow("A1", styled(l.headRow(), b.style("head"))))
	for i, row := range l.rows {
		b.try(stream.SetRow("A"+strconv.Itoa(i+2), styled(row, b.style("text"))))
	}
	b.try(stream.Flush())
}

func styled(row []any, style int) []any {
	cells := make([]any, len(row))
	for i, v := range row {
		cells[i] = excelize.Cell{StyleID: style, Value: v}
	}
	return cells
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
