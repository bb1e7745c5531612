package parser

import (
	"fmt"
	"strings"

	"gouji/parser/document"
	"gouji/parser/form"
)

// draw makes a table of a drawing, one line a row, cells between bars:
//
//	|第二十条第（一）项 |<      |
//	|信息内容          |本年…  |
//
// "<" belongs to the cell on the left, "^" to the one above, "_" is a place
// that no cell covers; "⏎" breaks a line within a cell.
func draw(drawing string) *document.Table {
	var rows [][]string
	for _, l := range strings.Split(strings.TrimSpace(drawing), "\n") {
		fields := strings.Split(strings.Trim(strings.TrimSpace(l), "|"), "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(strings.ReplaceAll(fields[i], "⏎", "\n"))
		}
		rows = append(rows, fields)
	}
	return tableOf(rows)
}

func tableOf(rows [][]string) *document.Table {
	t := &document.Table{Rows: len(rows)}
	at := map[[2]int]int{} // position → index of the cell that covers it
	for r, fields := range rows {
		t.Columns = max(t.Columns, len(fields))
		for c, text := range fields {
			switch text {
			case "<":
				i := at[[2]int{r, c - 1}]
				at[[2]int{r, c}] = i
				t.Cells[i].ColumnSpan = max(t.Cells[i].ColumnSpan, c-t.Cells[i].Column+1)
			case "^":
				i := at[[2]int{r - 1, c}]
				at[[2]int{r, c}] = i
				t.Cells[i].RowSpan = max(t.Cells[i].RowSpan, r-t.Cells[i].Row+1)
			case "_":
			default:
				at[[2]int{r, c}] = len(t.Cells)
				t.Cells = append(t.Cells, document.Cell{Row: r, Column: c, RowSpan: 1, ColumnSpan: 1, Text: text,
					Where: document.Place{Table: 1, Row: r + 1, Column: c + 1}})
			}
		}
	}
	return t
}

// the head of table three as the form draws it, over three label columns.
var applicationsHead = [][]string{
	{applicationsNoteText, "<", "<", "申请人情况", "<", "<", "<", "<", "<", "<"},
	{"^", "<", "<", "自然人", "法人或其他组织", "<", "<", "<", "<", "总计"},
	{"^", "<", "<", "^", "商业⏎企业", "科研⏎机构", "社会公益组织", "法律服务机构", "其他", "^"},
}

const applicationsNoteText = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

// applicationsRows draws table three of an edition, merged as the form is. Each
// figure is its own number, row × 10 + column, so that nothing can shift unseen.
func applicationsRows(e form.Edition) [][]string {
	var rows [][]string
	for _, head := range applicationsHead {
		rows = append(rows, broken(head))
	}
	previous := []string{"", "", ""}
	for i, r := range form.Of(e).Table(form.Applications).Blocks[0].Rows {
		labels := append(append([]string{}, r.Under...), r.Label)
		fields := labelFields(labels, previous)
		previous = append(labels, "", "")[:3]
		for c := range 7 {
			fields = append(fields, fmt.Sprint((i+1)*10+c))
		}
		rows = append(rows, fields)
	}
	return rows
}

func broken(fields []string) []string {
	list := make([]string, len(fields))
	for i, f := range fields {
		list[i] = strings.ReplaceAll(f, "⏎", "\n")
	}
	return list
}

func labelFields(labels, above []string) []string {
	fields := make([]string, 3)
	for i := range fields {
		switch {
		case i >= len(labels):
			fields[i] = "<"
		case i < len(labels)-1 && labels[i] == above[i]:
			fields[i] = "^"
		default:
			fields[i] = labels[i]
		}
	}
	return fields
}

// rowAt is the index of the drawn row whose label ends so.
func rowAt(rows [][]string, label string) int {
	for i, fields := range rows {
		for _, f := range fields[:3] {
			if strings.HasSuffix(f, label) {
				return i
			}
		}
	}
	panic("no row " + label)
}

// relabel replaces a part of the wording wherever it is drawn.
func relabel(rows [][]string, old, new string) {
	found := false
	for _, fields := range rows {
		for i := range fields {
			found = found || strings.Contains(fields[i], old)
			fields[i] = strings.ReplaceAll(fields[i], old, new)
		}
	}
	if !found {
		panic("nothing is worded " + old)
	}
}

// disclosure2021 is table two in force, with its figures.
const disclosure2021 = `
|第二十条第（一）项|<|<|<|
|信息内容|本年制发件数|本年废止件数|现行有效件数|
|规章|1|2|3|
|行政规范性文件|4|5|6|
|第二十条第（五）项|<|<|<|
|信息内容|本年处理决定数量|<|<|
|行政许可|7|<|<|
|第二十条第（六）项|<|<|<|
|信息内容|本年处理决定数量|<|<|
|行政处罚|8|<|<|
|行政强制|9|<|<|
|第二十条第（八）项|<|<|<|
|信息内容|本年收费金额（单位：万元）|<|<|
|行政事业性收费|26.55|<|<|`

// disclosure2019 is table two of the trial form.
const disclosure2019 = `
|第二十条第（一）项|<|<|<|
|信息内容|本年新制作数量|本年新公开数量|对外公开总数量|
|规章|1|2|3|
|规范性文件|4|5|6|
|第二十条第（五）项|<|<|<|
|信息内容|上一年项目数量|本年增/减|处理决定数量|
|行政许可|716|-417|298|
|其他对外管理服务事项|10|+3|11|
|第二十条第（六）项|<|<|<|
|信息内容|上一年项目数量|本年增/减|处理决定数量|
|行政处罚|12|0|13|
|行政强制|14|0|15|
|第二十条第（八）项|<|<|<|
|信息内容|上一年项目数量|本年增/减|_|
|行政事业性收费|16|-1|_|
|第二十条第（九）项|<|<|<|
|信息内容|采购项目数量|采购总金额|<|
|政府集中采购|17|62.1|<|`

// remedies is table four; its figures count from 1 to 15.
const remedies = `
|行政复议|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<|<|
|结果⏎维持|结果⏎纠正|其他⏎结果|尚未⏎审结|总计|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<|
|^|^|^|^|^|结果⏎维持|结果⏎纠正|其他⏎结果|尚⏎未⏎审⏎结|总计|结果⏎维持|结果⏎纠正|其他⏎结果|尚未⏎审结|总计|
|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|`

// reportWith makes a document of the given blocks: strings are paragraphs.
func reportWith(blocks ...any) *document.Document {
	d := &document.Document{Format: document.DOCX, Reader: "docx"}
	for _, b := range blocks {
		switch b := b.(type) {
		case string:
			d.Blocks = append(d.Blocks, document.Block{Paragraph: &document.Paragraph{
				Text: b, Where: document.Place{Paragraph: len(d.Blocks) + 1}}})
		case *document.Table:
			d.Blocks = append(d.Blocks, document.Block{Table: b})
		}
	}
	return d
}

// reworded replaces a part of a drawing's wording, which must be there.
func reworded(drawing, old, new string) string {
	if !strings.Contains(drawing, old) {
		panic("nothing is worded " + old)
	}
	return strings.ReplaceAll(drawing, old, new)
}

// documentOf makes a document of any text: paragraphs and a table of the
// fields between bars, spans and all.
func documentOf(text string, columns int) *document.Document {
	columns = 1 + max(columns, -columns)%12
	fields := strings.Split(text, "|")
	table := &document.Table{Rows: (len(fields) + columns - 1) / columns, Columns: columns}
	for i, f := range fields {
		span := 1 + strings.Count(f, "<")
		table.Cells = append(table.Cells, document.Cell{
			Row: i / columns, Column: i % columns, ColumnSpan: span, RowSpan: 1 + strings.Count(f, "^"), Text: f})
	}
	return reportWith(fields[0], table, fields[len(fields)-1], tableOf(applicationsHead), table)
}
