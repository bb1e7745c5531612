package html_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

func TestTablesBecomeGrids(t *testing.T) {
	for name, c := range map[string]struct {
		rows string
		want string
	}{
		"spans": {`<tr><td rowspan=2 colspan=2>说明<td colspan=2>申请人<tr><td>自然人<td>总计<tr><td colspan=2>新收<td>1<td>2`,
			want("|说明|←|申请人|←|", "|↑|←|自然人|总计|", "|新收|←|1|2|")},
		"rowspan 0 reaches the end": {`<tr><td rowspan=0>办理结果<td>公开<td>1<tr><td>部分公开<td>2<tr><td>总计<td>3`,
			want("|办理结果|公开|1|", "|↑|部分公开|2|", "|↑|总计|3|")},
		"rowspan too large is clipped": {`<tr><td rowspan=99>甲<td>1<tr><td>2`, want("|甲|1|", "|↑|2|")},
		"rowspan ends with its section": {`<thead><tr><td rowspan=5>栏<td>目<tbody><tr><td>1<td>2<tr><td>3<td>4`,
			want("|栏|目|", "|1|2|", "|3|4|")},
		"a section of its own for each row": {`<tbody><tr><td rowspan=2>（勾稽关系）<td colspan=2>申请人<tbody><tr><td>自然人<td>总计<tbody><tr><td>新收<td>1<td>2`,
			want("|（勾稽关系）|申请人|←|", "|↑|自然人|总计|", "|新收|1|2|")},
		"colspan too large is clipped": {`<tr><td colspan=100>第二十条第（一）项<tr><td>规章<td>3<td>0<tr><td>文件<td>1<td>2`,
			want("|第二十条第（一）项|←|←|", "|规章|3|0|", "|文件|1|2|")},
		"garbage spans are 1": {`<tr><td colspan=x rowspan=-2>甲<td colspan=0>乙<td colspan="2px">丙<tr><td>1<td>2<td>3<td>4`,
			want("|甲|乙|丙|←|", "|1|2|3|4|")},
		"a foot stands last and a head first": {`<tfoot><tr><th>总计<td>3<tbody><tr><th>许可<td>1<tr><th>处罚<td>2<thead><tr><th>内容<th>数量`,
			want("|内容|数量|", "|许可|1|", "|处罚|2|", "|总计|3|")},
		"cells without rows": {`<td>甲<td>1</tr><td>乙<td>2`, want("|甲|1|", "|乙|2|")},
		"ragged rows":        {`<tr><td>甲<td>1<td>2<tr><td>乙<td>3<tr><td>丙<td>4<td>5`, want("|甲|1|2|", "|乙|3|·|", "|丙|4|5|")},
		"hidden cells are none": {`<tr><td>甲<td style="display:none">9<td>1<tr><td>乙<td>2<td hidden>8`,
			want("|甲|1|", "|乙|2|")},
		"the sizing row of Word": {`<tr><td>甲<td>1<tr><td>乙<td>2<tr height=0><td width=80></td><td width=90>&nbsp;</td>`,
			want("|甲|1|", "|乙|2|")},
		"blanks of all kinds": {`<tr><td>甲<td>&nbsp;<td>　<td></td><tr><td>乙<td>/<td>—<td>0`,
			want("|甲||||", "|乙|/|—|0|")},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, outline(read(t, "<table>"+c.rows+"</table>")))
		})
	}
}

func TestACellThatRunsIntoARowspanIsCutAndDoubtful(t *testing.T) {
	table := read(t, `<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e</table>`).Tables()[0]
	assert.Equal(t, []string{"|a|b|c|", "|d|↑|e|"}, drawn(table))
	assert.Contains(t, table.Cells[3].Doubt, "重叠")
	assert.Empty(t, table.Cells[4].Doubt)
}

func TestCellsHaveTheirPlaces(t *testing.T) {
	doc := read(t, figures+`<table><tr><td colspan=2>项<td>1<tr><td>甲<td>乙<td>2</table>`)
	cells := doc.Tables()[1].Cells
	assert.Equal(t, document.Place{Table: 2}, doc.Tables()[1].Where)
	assert.Equal(t, document.Place{Table: 2, Row: 1, Column: 3}, cells[1].Where)
	assert.Equal(t, document.Place{Table: 2, Row: 2, Column: 2}, cells[3].Where)
}

func TestTheCaptionIsAParagraphBeforeTheTable(t *testing.T) {
	doc := read(t, strings.Replace(figures, "<table>", "<table><caption>表二（单位：件）</caption>", 1))
	assert.Equal(t, want("表二（单位：件）", "|信息内容|本年处理决定数量|", "|行政许可|12|"), outline(doc))
}

func TestCellText(t *testing.T) {
	for name, c := range map[string]struct{ cell, text, raw, doubt string }{
		"br parts lines":        {"商业<br>企业", "商业\n企业", "", ""},
		"paragraphs part lines": {"<p>商业</p><p>企业</p>", "商业\n企业", "", ""},
		"Word's markup":         {`<p class=MsoNormal align=center><span lang=EN-US style='font-size:9.0pt'>3001<o:p></o:p></span></p>`, "3001", "", ""},
		"no-break spaces":       {"&nbsp;3001&nbsp;", "3001", "\u00a03001\u00a0", ""},
		"field of LibreOffice":  {"<font>\x04</font>30<font>\x05</font>", "30", "", ""},
		"half of its marks":     {"<font>\x04</font>30", "30", "\x0430", ""},
		"full width digits":     {"１２", "１２", "", ""},
		"struck":                {"<s>97</s>7", "977", "", "划去"},
		"struck by style":       {`<span style="text-decoration: line-through">9</span>7`, "97", "", "划去"},
		"struck by a font tag":  {`<font style="text-decoration:line-through">9</font>7`, "97", "", "划去"},
		"deleted":               {"<del>9</del>7", "97", "", "划去"},
		"input":                 {`<input type=text value="31">`, "31", "", "输入框"},
		"choice":                {`<select><option>无<option selected>0</select>`, "0", "", "输入框"},
		"footnote":              {"12<sup>1</sup>", "121", "", "上标"},
		"empty superscript":     {"12<sup></sup>", "12", "", ""},
		"footnote by style":     {`12<span style="font-size:8px; vertical-align:super">1</span>`, "121", "", "上标"},
		"on the base line":      {`<span style="vertical-align:baseline">12</span>`, "12", "", ""},
		"struck by its line":    {`<span style="text-decoration-line:line-through">9</span>7`, "97", "", "划去"},
		"picture":               {`<img src="12.png">`, "", "", "图片"},
		"spacer picture":        {`<img src="s.gif" width=1>12`, "12", "", ""},
		"wrapper table":         {`<table><tr><td>12</td></tr></table>`, "12", "", ""},
		"small nested table":    {`<table><tr><td>许可<td>1<tr><td>处罚<td>2</table>`, "许可 1\n处罚 2", "", "套着另一张表"},
	} {
		t.Run(name, func(t *testing.T) {
			tables := read(t, `<table><tr><td>甲<td>`+c.cell+`</td></tr>`+strings.Repeat(`<tr><td>乙<td>1`, 4)+`</table>`).Tables()
			require.Len(t, tables, 1)
			cell := tables[0].Cells[1]
			assert.Equal(t, c.text, cell.Text)
			assert.Equal(t, c.raw, cell.Raw)
			if c.doubt == "" {
				assert.Empty(t, cell.Doubt)
			}
			assert.Contains(t, cell.Doubt, c.doubt)
		})
	}
}

func TestLayoutTablesAreDescendedInto(t *testing.T) {
	prose := "<p>" + strings.Repeat("全年主动公开政府信息。", 40) + "</p>"
	line := strings.Repeat("全年主动公开政府信息。", 40)
	for name, c := range map[string]struct{ page, want string }{
		"one column": {`<table><tr><td>年度报告<tr><td>` + figures + `</table>`,
			want("年度报告", "|信息内容|本年处理决定数量|", "|行政许可|12|")},
		"a signature pushed to the right": {`<table><tr><td>&nbsp;<td>清水县水务局<br>2024年1月18日</table>`,
			want("清水县水务局", "2024年1月18日")},
		"columns of the page": {`<table><tr><td>左栏</td><td><h2>一、总体情况</h2>` + prose + figures + `</td></tr></table>`,
			want("左栏", "## 一、总体情况", line, "|信息内容|本年处理决定数量|", "|行政许可|12|")},
		"three deep": {`<table><tr><td><table><tr><td>a</td><td><table><tr><td>` + figures + `</table></table></table>`,
			want("a", "|信息内容|本年处理决定数量|", "|行政许可|12|")},
		"facts of the page above the article": {`<table><tr><td>索引号<td>1<tr><td>日期<td>2<tr><td colspan=2>` + prose + `</table>`,
			want("索引号", "1", "日期", "2", line)},
		"nested table of the same weight": {`<table><tr><td>索引号<td>1<tr><td>日期<td>2<tr><td colspan=2>` + figures + `</table>`,
			want("索引号", "1", "日期", "2", "|信息内容|本年处理决定数量|", "|行政许可|12|")},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, outline(read(t, c.page)))
		})
	}
}

func TestATableOfFiguresMayHoldItsTitle(t *testing.T) {
	doc := read(t, `<table><tr><td colspan=3><h3>三、收到和处理政府信息公开申请情况</h3><tr><td>自然人<td>其他<td>总计<tr><td>1<td>2<td>3</table>`)
	assert.Equal(t, want("|三、收到和处理政府信息公开申请情况|←|←|", "|自然人|其他|总计|", "|1|2|3|"), outline(doc))
}
