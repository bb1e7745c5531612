package workbook

import (
	"fmt"
	"path/filepath"

	"github.com/xuri/excelize/v2"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate/mend"
)

// overview is the sheet 汇总: a row a file.
type overview struct {
	*sheet
	number int
}

const overviewName = "汇总"

// The columns before the key figures. The four counts are coloured when they are
// not 0, also after the office has changed them.
var overviewHeads = []string{"序号", "单位", "年度", "读取", "错误", "警告", "提示", "存疑格", "问题", "格式"}

var overviewWidths = []float64{6, 30, 7, 20, 6, 6, 6, 7, 8, 10}

const firstCount = 5 // the column 错误

func (b *book) newOverview() (*overview, error) {
	widths := append([]float64{}, overviewWidths...)
	heads := append([]string{}, overviewHeads...)
	for _, k := range keys {
		widths, heads = append(widths, 10), append(heads, k.label)
	}
	widths, heads = append(widths, 34), append(heads, "文件")
	s, err := b.sheet(layout{name: overviewName, widths: widths, frozen: 3, heads: 3, paper: paperA3, tab: deep, narrow: true})
	if err != nil {
		return nil, err
	}
	if err := s.titled(fmt.Sprintf("第%d次核对：%s", b.run.Number, overviewName), b.survey.words()); err != nil {
		return nil, err
	}
	return &overview{sheet: s}, s.headed(58, heads...)
}

// add writes the row of a file; first is the number of its first line in 问题清单, 0
// when it has none.
func (o *overview) add(r corpus.Result, list []entry, first int) error {
	b, sum := o.book, mend.Tally(mend.Items(r.Findings))
	o.number++
	state, word := readState(r)
	cells := []excelize.Cell{
		b.value(centred, o.number), b.text(plain, organ(r)), b.year(r), b.text(state, word),
		b.count(r, sum.Error), b.count(r, sum.Warning), b.count(r, sum.Info),
		b.count(r, len(mend.Doubtful(r.Report))), b.linesOf(list, first), b.text(plain, edition(r.Report)),
	}
	for i := range keys {
		cells = append(cells, b.key(&keys[i], r))
	}
	return o.sheet.add(append(cells, b.linkTo(r.Source, document.Place{}, shown(r.Source.Path))))
}

// count is a number of things found. Nothing was looked for in a file that could not
// be read: that is not 0.
func (b *book) count(r corpus.Result, n int) excelize.Cell {
	if r.Err != nil {
		return b.text(number, "")
	}
	return b.value(number, n)
}

// linesOf links to the first line of a file in 问题清单. It looks for the line's
// number, so that it finds it also when that sheet was sorted.
func (b *book) linesOf(list []entry, first int) excelize.Cell {
	if first == 0 {
		return b.text(faint, "无")
	}
	return b.formulaLink(fmt.Sprintf(`"#'%s'!A"&MATCH(%d,'%s'!A:A,0)`, findingsName, first, findingsName), fmt.Sprintf("看%d条", len(list)))
}

// readState says whether a file was read.
func readState(r corpus.Result) (look, string) {
	switch {
	case r.Source.Format == corpus.Register:
		return plain, "名录"
	case r.Err != nil:
		return isError, "没能读取：" + r.Err.Message
	case r.Report.Incomplete != "":
		return doubted, "有缺漏"
	case r.Report.OrganDoubt != "" || r.Report.YearDoubt != "":
		return doubted, "已读出，单位、年度请核对"
	case len(mend.Doubtful(r.Report)) > 0:
		return doubted, "已读出，有存疑"
	}
	return good, "已读出"
}

// organ is what a row calls its unit.
func organ(r corpus.Result) string {
	switch {
	case r.Source.Format == corpus.Register:
		return "（单位名录）"
	case r.Err != nil:
		return "（没能读取）"
	case r.Report.Organ == "":
		return "（题目没有写明机关）"
	case r.Report.OrganDoubt != "":
		return r.Report.Organ + "？"
	}
	return r.Report.Organ
}

func (b *book) year(r corpus.Result) excelize.Cell {
	switch {
	case r.Source.Format == corpus.Register:
		return b.text(centred, "")
	case r.Report.Year == 0:
		return b.text(faint, "不明")
	case r.Report.YearDoubt != "":
		return b.text(doubted, fmt.Sprint(r.Report.Year, "？"))
	}
	return b.value(centred, r.Report.Year)
}

func edition(r *parser.Report) string {
	name := r.Template + "年格式"
	switch {
	case r.Template == "":
		return ""
	case r.Template == parser.Mixed:
		name = "新旧混用"
	}
	if r.TemplateDoubt != "" {
		name += "？"
	}
	return name
}

func shown(path string) string { return filepath.ToSlash(filepath.Clean(path)) }

// key is the cell of a key figure.
func (b *book) key(k *key, r corpus.Result) excelize.Cell {
	if r.Err != nil || r.Source.Format == corpus.Register {
		return b.text(plain, "")
	}
	if len(k.sets[0]) == 1 {
		return b.figure(r.Report.Figure(k.sets[0][0]), plain)
	}
	switch sum, known, some := k.sum(r.Report); {
	case known:
		return b.value(number, sum)
	case some:
		return b.text(doubted, "？")
	}
	return b.text(isAbsent, "")
}

// colour marks counts that are not 0.
func (o *overview) colour() error {
	if o.row <= o.heads {
		return nil
	}
	for i, colour := range []string{red, yellow, blue, orange} {
		format, err := o.book.file.NewConditionalStyle(&excelize.Style{Fill: fill(colour), Font: &excelize.Font{Bold: true, Color: ink}})
		if err != nil {
			return err
		}
		column := letters(firstCount + i)
		err = o.book.file.SetConditionalFormat(o.name, fmt.Sprintf("%s%d:%s%d", column, o.heads+1, column, o.row),
			[]excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Value: "0", Format: &format}})
		if err != nil {
			return err
		}
	}
	return nil
}
