package html_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/html"
)

func read(t *testing.T, page string) *document.Document {
	t.Helper()
	doc, err := html.Read(context.Background(), []byte(page), html.Limits{})
	require.NoError(t, err)
	return doc
}

// outline draws a document: headings with # signs, one line a paragraph and a
// table row. In tables ← and ↑ are positions that the cell to the left or above
// covers, · is one that no cell covers, ␤ parts the lines of a cell.
func outline(doc *document.Document) string {
	var lines []string
	for _, b := range doc.Blocks {
		if p := b.Paragraph; p != nil {
			lines = append(lines, strings.TrimSpace(strings.Repeat("#", p.Level)+" "+strings.ReplaceAll(p.Text, "\n", "␤")))
			continue
		}
		lines = append(lines, drawn(b.Table)...)
	}
	return strings.Join(lines, "\n")
}

func drawn(t *document.Table) []string {
	var lines []string
	for r, row := range t.Grid() {
		var b strings.Builder
		for c, i := range row {
			switch {
			case i < 0:
				b.WriteString("|·")
			case t.Cells[i].Column < c:
				b.WriteString("|←")
			case t.Cells[i].Row < r:
				b.WriteString("|↑")
			default:
				b.WriteString("|" + strings.ReplaceAll(t.Cells[i].Text, "\n", "␤"))
			}
		}
		lines = append(lines, b.String()+"|")
	}
	return lines
}

func want(lines ...string) string { return strings.Join(lines, "\n") }

// figures is a small table of figures, to be put into pages.
const figures = `<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>12</td></tr></table>`

func TestBlocksPartParagraphs(t *testing.T) {
	doc := read(t, `<h1>某县水务局<br>年度报告</h1><h2>一、总体情况</h2>
		<p>第一段
		接着写。</p><div>第二段<div>第三段</div>第四段</div>第五段<br>第六段<ul><li>甲<li>乙</ul>`)
	assert.Equal(t, want("# 某县水务局␤年度报告", "## 一、总体情况", "第一段接着写。", "第二段", "第三段", "第四段", "第五段", "第六段", "甲", "乙"), outline(doc))
}

func TestParagraphsAreNumberedFromOne(t *testing.T) {
	doc := read(t, `<p>一</p><p></p>`+figures+`<p>二</p>`)
	require.Len(t, doc.Paragraphs(), 2)
	assert.Equal(t, document.Place{Paragraph: 1}, doc.Paragraphs()[0].Where)
	assert.Equal(t, document.Place{Paragraph: 2}, doc.Paragraphs()[1].Where)
}

func TestSpacesCollapseAndTheRawTextIsKept(t *testing.T) {
	for name, c := range map[string]struct{ source, text, raw string }{
		"collapsed":             {"<p> 公开   12 \n 件 </p>", "公开 12 件", ""},
		"line end between han":  {"<p>政府信\n  息公开</p>", "政府信息公开", ""},
		"line end after digits": {"<p>12\n34</p>", "12 34", ""},
		"ideographic indent":    {"<p>　　一、总体情况</p>", "一、总体情况", "　　一、总体情况"},
		"no-break spaces":       {"<p>&nbsp;&nbsp;总&nbsp;计</p>", "总 计", "\u00a0\u00a0总\u00a0计"},
		"zero width":            {"<p>3\u200b1</p>", "31", "3\u200b1"},
		"Kangxi radical":        {"<p>⽔务局</p>", "水务局", "⽔务局"},
		"formatting in words":   {"<p>政<b>府</b><font color=red>信</font>息</p>", "政府信息", ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := read(t, c.source).Paragraphs()[0]
			assert.Equal(t, c.text, p.Text)
			assert.Equal(t, c.raw, p.Raw)
		})
	}
}

func TestPreformattedLinesStand(t *testing.T) {
	assert.Equal(t, want("一、总体情况", "全年 12 件", "二、其他"), outline(read(t, "<pre>一、总体情况\n  全年 12 件\n\n二、其他</pre>")))
}

func TestOrderedListsShowTheirNumbers(t *testing.T) {
	doc := read(t, `<ol start=3><li>加强培训</li><li>完善机制</li></ol><ol style="list-style:none"><li>1.本有编号</li></ol>`)
	assert.Equal(t, want("3.加强培训", "4.完善机制", "1.本有编号"), outline(doc))
	assert.Equal(t, "3.", doc.Paragraphs()[0].Number)
	assert.Equal(t, "加强培训", doc.Paragraphs()[0].Raw)
}

// WeChat's articles stay invisible until a script has run.
func TestTheBulkOfAPageAwaitsAScript(t *testing.T) {
	body := `<div id="js_content" style="visibility: hidden; opacity: 0;"><p>一、总体情况</p>` + figures + `</div>`
	doc := read(t, `<h1>年度报告</h1>`+body)
	assert.Len(t, doc.Tables(), 1)
	assert.Empty(t, doc.Incomplete)
	more := `<p>` + strings.Repeat("全文以此为准。", 9) + `</p>`
	assert.Empty(t, read(t, more+body).Tables(), "a hidden part of another page")
	assert.Empty(t, read(t, strings.Replace(body, "visibility: hidden", "display: none; visibility: hidden", 1)+`<p>后</p>`).Tables())
}

func TestWhatABrowserHidesIsLeftOut(t *testing.T) {
	for name, hidden := range map[string]string{
		"display none":      `<div style="color:red; DISPLAY : none !important">隐藏</div>`,
		"visibility":        `<span style="visibility:hidden">隐藏</span>`,
		"hidden attribute":  `<p hidden>隐藏</p>`,
		"in a bold tag":     `<b style="display:none">隐藏</b>`,
		"script":            `<script>document.write("隐藏")</script>`,
		"style":             `<style>p:after{content:"隐藏"}</style>`,
		"template":          `<template><p>隐藏</p></template>`,
		"noscript":          `<noscript>隐藏</noscript>`,
		"comment":           `<!-- 隐藏 -->`,
		"Word condition":    `<!--[if gte mso 9]><p>隐藏</p><![endif]-->`,
		"class rule":        `<style>/* x */ .tip, p.off {display:none}</style><p class="a off">隐藏</p>`,
		"id rule":           `<style>#gone{visibility:hidden}</style><div id=gone>隐藏</div>`,
		"drawing":           `<svg><text>隐藏</text></svg>`,
		"button":            `<button>隐藏</button>`,
		"drop-down choices": `<select><option>隐藏</option></select>`,
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, want("前", "后"), outline(read(t, `<p>前</p>`+hidden+`<p>后</p>`)))
		})
	}
}

func TestADrawingThatMayBeATableIsNamed(t *testing.T) {
	drawing := "<svg><g>" + strings.Repeat("<text>0</text>", drawnCells) + "</g></svg>"
	assert.Contains(t, read(t, "<p>前</p>"+drawing).Incomplete, "1 幅有文字的 SVG 图")
	assert.Empty(t, read(t, "<p>前</p><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"+drawing).Incomplete, "a chart beside the tables")
	assert.Empty(t, read(t, "<p>前</p><svg><text>标志</text></svg>").Incomplete)
}

// drawnCells are those of table four, the smallest.
const drawnCells = 15

func TestWhatOnlyLooksHiddenIsKept(t *testing.T) {
	for name, shown := range map[string]string{
		"rule for printers":       `<style>@media print{.tip{display:none}}</style><p class=tip>看得见</p>`,
		"style beats the rule":    `<style>.tip{display:none}</style><p class=tip style="display:block">看得见</p>`,
		"later rule wins":         `<style>.tip{display:none} .tip{display:block}</style><p class=tip>看得见</p>`,
		"downlevel condition":     `<![if !supportLists]><p>看得见</p><![endif]>`,
		"button without its end":  `<button>打印<p>看得见的一段正文，比按钮上的字长得多，不会是按钮的名字</p>`,
		"body until a script ran": `<body style="display:none"><p>看得见</p>`,
		"rule for another place":  `<style>.menu p{display:none}</style><p>看得见</p>`,
	} {
		t.Run(name, func(t *testing.T) {
			assert.Contains(t, outline(read(t, shown)), "看得见")
		})
	}
}

func TestHiddenTablesAreToldWhenThePageShowsNone(t *testing.T) {
	const hidden = `<div style="display:none">` + figures + `</div>`
	assert.Contains(t, read(t, `<p>年度报告</p>`+hidden).Incomplete, "1 张表格")
	assert.Empty(t, read(t, figures+hidden).Incomplete)
}

func TestLargePicturesAreCounted(t *testing.T) {
	doc := read(t, `<p>表如下</p><img src=a.png><img src=b.png width=640><img src=c.gif width=16><img src=d.png style="width:20px">`)
	assert.Equal(t, 2, doc.Pictures)
}

func TestXHTMLReadsSelfClosedElementsAsEmpty(t *testing.T) {
	doc := read(t, `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head>
		<body><div/><p>正文<![CDATA[ & 附注]]></p><table><tr><td>规章</td><td/><td>3</td></tr><tr><td>其他</td><td>1</td><td>2</td></tr></table></body></html>`)
	assert.Equal(t, want("正文 & 附注", "|规章||3|", "|其他|1|2|"), outline(doc))
}
