package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate"
)

// tables is the sheet 三张表: a row a report, a column a cell of the form.
type tables struct {
	*sheet
	columns  []column
	noted    []excelize.Comment
	maxNotes int // that are written
	unnoted  int // cells whose note there was no room for
}

const tablesName = "三张表"

// leading are the columns before the figures.
var leading = []string{"单位", "年度", "格式"}

const headRows = 4

// narrowest is the width of a column of figures, in digits. One that holds longer
// numbers is wider: Excel rounds what does not fit, 100000.25 to 100000.3.
const narrowest = 8

func (b *book) newTables() (*tables, error) {
	t := &tables{columns: columns(b.survey.editions), maxNotes: maxNotes}
	widths := []float64{26, 7, 10}
	for i := range t.columns {
		widths = append(widths, float64(max(narrowest, b.survey.widest[t.columns[i].ID]+1)))
	}
	var err error
	t.sheet, err = b.sheet(layout{name: tablesName, widths: widths, frozen: len(leading), heads: 2 + headRows, paper: paperA3, tab: "BF8F00", folded: t.folded})
	if err != nil {
		return nil, err
	}
	about := "一行一份报告；表三各类申请人可用上边的“－”折起，只看总计。有问题的格填色，疑似填错的格有批注；颜色的含义见“说明”。"
	if err := t.titled(fmt.Sprintf("第%d次核对：%s", b.run.Number, tablesName), about); err != nil {
		return nil, err
	}
	return t, t.head()
}

// folded are the columns of table three beside its totals.
func (t *tables) folded(column int) bool {
	i := column - 1 - len(leading)
	return i >= 0 && t.columns[i].Table.Key == form.Applications && t.columns[i].Column.Key != "total"
}

// head writes the four rows of heads and merges what is the same side by side.
func (t *tables) head() error {
	heights, looks := [headRows]float64{18, 32, 44, 60}, [headRows]look{headWide, headWide, head, head}
	for level := range headRows {
		var cells []excelize.Cell
		for _, word := range leading {
			if level < headRows-1 {
				word = ""
			}
			cells = append(cells, t.book.text(head, word))
		}
		for i := range t.columns {
			cells = append(cells, t.book.text(looks[level], t.columns[i].heads()[level]))
		}
		if err := t.sheet.add(cells, excelize.RowOpts{Height: heights[level]}); err != nil {
			return err
		}
	}
	for column := range leading { // the filter's arrow stands in the last row, so only those above are merged
		if err := t.merge(column+1, 3, column+1, headRows+1); err != nil {
			return err
		}
	}
	return t.mergeHeads()
}

// mergeHeads merges equal heads of neighbours, row by row, and a group with the row
// below it where they are one.
func (t *tables) mergeHeads() error {
	for level := range headRows - 1 {
		for from := 0; from < len(t.columns); {
			until := from + 1
			for until < len(t.columns) && t.sameHeads(from, until, level) {
				until++
			}
			if err := t.mergeSpan(level, from, until); err != nil {
				return err
			}
			from = until
		}
	}
	return nil
}

// sameHeads reports whether two columns have the same heads down to a level.
func (t *tables) sameHeads(i, j, level int) bool {
	x, y := t.columns[i].heads(), t.columns[j].heads()
	for l := range level + 1 {
		if x[l] != y[l] {
			return false
		}
	}
	return true
}

func (t *tables) mergeSpan(level, from, until int) error {
	left, right, row := len(leading)+from+1, len(leading)+until, 3+level
	heads := t.columns[from].heads()
	switch {
	case level == 1 && heads[1] == heads[2]:
		return t.merge(left, row, right, row+1)
	case level == 2 && heads[1] == heads[2]: // merged from above
		return nil
	}
	return t.merge(left, row, right, row)
}

// add writes the row of a report.
func (t *tables) add(r corpus.Result) error {
	if t.full() {
		return nil
	}
	b, faults := t.book, faultsOf(r)
	cells := []excelize.Cell{b.text(plain, organ(r)), b.year(r), b.text(plain, edition(r.Report))}
	byID := map[string]*parser.Figure{}
	for i := range r.Report.Figures {
		byID[r.Report.Figures[i].ID] = &r.Report.Figures[i]
	}
	for i := range t.columns {
		id := t.columns[i].ID
		fault := faults[id]
		cells = append(cells, b.figure(byID[id], fault.look))
		t.note(fault, len(leading)+i+1)
	}
	return t.sheet.add(cells)
}

// figure is the cell of a figure. The look of a fault gives way to a doubt: what
// was not read for sure is not shown as an error.
func (b *book) figure(f *parser.Figure, fault look) excelize.Cell {
	switch {
	case f == nil:
		return b.text(or(fault, isAbsent), "")
	case f.Doubt != "":
		return b.text(doubted, unsure(f))
	case f.State == parser.Number:
		return b.value(or(fault, number), f.Value)
	case f.State == parser.Blank:
		return b.text(or(fault, isBlank), "空")
	case f.State == parser.Dash:
		return b.text(or(fault, isDash), strings.TrimSpace(f.Raw))
	}
	return b.text(or(fault, isBad), "“"+strings.TrimSpace(f.Raw)+"”")
}

func or(fault, state look) look {
	if fault == plain {
		return state
	}
	return fault
}

// unsure is a doubtful figure as text, which no sum takes in.
func unsure(f *parser.Figure) string {
	switch f.State {
	case parser.Number:
		return validate.Number(f.Value) + "？"
	case parser.Blank:
		return "空？"
	}
	return strings.TrimSpace(f.Raw) + "？"
}

// fault is what is wrong with a cell.
type fault struct {
	look  look
	notes []string // of findings that are told at this cell
}

var faultLooks = map[validate.Severity]look{validate.Error: faultError, validate.Warning: faultWarning, validate.Info: faultInfo}
