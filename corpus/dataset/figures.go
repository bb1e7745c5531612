package dataset

import (
	"slices"
	"strings"

	"gouji/corpus/dataset/table"
	"gouji/parser"
	"gouji/parser/form"
)

// figure is a cell of the official forms: a column of reports, a line of figures.
type figure struct {
	form.Cell
	order    int // from 1: the form in force, table by table, each followed by what only the older has
	variable string
	editions []form.Edition
}

// figures are the cells of all editions, each once.
var figures = listFigures()

func listFigures() []*figure {
	var list []*figure
	byID := map[string]*figure{}
	forms := form.All()
	slices.Reverse(forms)
	for _, key := range []string{form.Disclosure, form.Applications, form.Remedies} {
		for _, f := range forms {
			for _, cell := range f.Table(key).Cells() {
				known := byID[cell.ID]
				if known == nil {
					known = &figure{Cell: cell, order: len(list) + 1, variable: variableOf(cell.ID)}
					byID[cell.ID] = known
					list = append(list, known)
				}
				known.editions = insert(known.editions, f.Edition)
			}
		}
	}
	return list
}

// row and column are the keys of the cell as its id has them.
func (f *figure) row() string {
	row := strings.TrimPrefix(f.ID, f.Table.Key+".")
	return row[:strings.LastIndexByte(row, '.')]
}

func (f *figure) column() string { return f.ID[strings.LastIndexByte(f.ID, '.')+1:] }

// english names the cell by its keys, which are English.
func (f *figure) english() string {
	words := strings.NewReplacer("_", " ", ".", ": ")
	return words.Replace(f.row()) + ", " + words.Replace(f.column()) + " (" + f.Table.English + ")"
}

func (f *figure) in(e form.Edition) bool { return slices.Contains(f.editions, e) }

// unit is what the figure counts: 件, 项 or 万元; empty for money whose unit the
// form does not name.
func (f *figure) unit() string {
	label := f.Column.Label
	switch {
	case strings.Contains(label, "万元"):
		return "万元"
	case f.Column.Measure == form.Amount:
		return ""
	case f.Column.Measure == form.Change || strings.Contains(label, "项目"):
		return "项"
	}
	return "件"
}

// variableLength is how long a name may be in Stata, in characters.
const variableLength = 32

// variableOf makes a name of an id that statistical programs allow: the table's
// first letter and the words of row and column, all cut to the same length, the
// longest with which the name fits. It depends on the id alone, so it stays when
// forms are added.
func variableOf(id string) string {
	words := strings.FieldsFunc(id, func(r rune) bool { return r == '.' || r == '_' })
	words[0] = words[0][:1]
	for most := variableLength; ; most-- {
		for i, word := range words {
			words[i] = word[:min(len(word), most)]
		}
		if name := strings.Join(words, "_"); len(name) <= variableLength {
			return name
		}
	}
}

// The reasons for which a value is missing. The first three are states of a cell.
const (
	blank     = string(parser.Blank)
	dash      = string(parser.Dash)
	bad       = string(parser.Bad)
	doubtful  = "doubtful"
	absent    = "absent"
	unread    = "unread"
	notInForm = "not_in_form"
)

// missing says in words why a value may be missing, in the order of Stata's codes
// .a, .b, .c …
var missing = []table.Category{
	{Value: blank, Label: table.Text{ZH: "空白", EN: "blank: nothing is printed"}},
	{Value: dash, Label: table.Text{ZH: "符号（/ — - 无等）", EN: "dash: a sign for nothing"}},
	{Value: bad, Label: table.Text{ZH: "不是数字", EN: "bad: something else than a number is printed"}},
	{Value: doubtful, Label: table.Text{ZH: "存疑：没有读准", EN: "doubtful: the reader is not sure of it"}},
	{Value: absent, Label: table.Text{ZH: "报告没有这一格", EN: "absent: the report lacks the cell"}},
	{Value: unread, Label: table.Text{ZH: "没有读到，文件没有读全或由图片识别", EN: "unread: not found in a file that was read in part or recognised in pictures"}},
	{Value: notInForm, Label: table.Text{ZH: "所用格式没有这一格", EN: "not_in_form: the edition used has no such cell"}},
}

func missingWords() []string {
	words := make([]string, len(missing))
	for i, m := range missing {
		words[i] = m.Value
	}
	return words
}

// cellStates are the states of a cell in the long table.
var cellStates = []table.Category{
	{Value: string(parser.Number), Label: table.Text{ZH: "数字", EN: "a number is printed"}},
	missing[0], missing[1], missing[2], missing[4],
}

var editions = []table.Category{
	{Value: string(form.Edition2019), Label: table.Text{ZH: "2019年格式", EN: "form of 2019"}},
	{Value: string(form.Edition2021), Label: table.Text{ZH: "2021年格式", EN: "form of 2021"}},
}

// figuresSheet is the codebook of the cells.
func figuresSheet() *sheet[*figure] {
	has := func(e form.Edition) func(*figure) bool { return func(f *figure) bool { return f.in(e) } }
	return &sheet[*figure]{
		Table: table.Table{Name: "figures", Title: table.Text{ZH: "指标", EN: "figures"}, Key: []string{"figure"},
			About: table.Text{ZH: "一行是官方格式的一格", EN: "a row is a cell of the official forms"}},
		columns: []column[*figure]{
			text("figure", "指标编号", "id of the figure", func(f *figure) string { return f.ID }).required(),
			text("variable", "变量名（Stata）", "name of the variable in Stata", func(f *figure) string { return f.variable }).required(),
			integer("order", "次序", "order", func(f *figure) table.Value { return table.Int(f.order) }).required(),
			text("table", "表", "table", func(f *figure) string { return f.Table.Key }).required(),
			text("row", "行", "row", (*figure).row).required(),
			text("column", "列", "column", (*figure).column).required(),
			text("label_zh", "名称", "name in Chinese", func(f *figure) string { return f.Name() }).required(),
			text("label_en", "英文名称", "name in English", (*figure).english).required(),
			text("row_label", "行名（原文）", "label of the row, verbatim", func(f *figure) string { return f.Row.Label }),
			text("column_label", "列名（原文）", "label of the column, verbatim", func(f *figure) string { return f.Column.Label }).required(),
			text("unit", "单位", "unit", (*figure).unit).
				about("2019年格式的采购总金额没有写单位，元和万元都有，所以空着", "empty for the amount of procurement of 2019: the form names no unit, and both yuan and 10,000 yuan are met"),
			truth("in_2019", "2019年格式有", "in the form of 2019", has(form.Edition2019)).required(),
			truth("in_2021", "2021年格式有", "in the form of 2021", has(form.Edition2021)).required(),
		},
	}
}
