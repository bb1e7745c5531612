package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

func TestWrapKeepsSignsAndWordsTogether(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		lines string
	}{
		{"各类申请人之和", 20, "各类申请人之和"},
		{"各类申请人之和", 6, "各类申|请人之|和"},
		{"总计三，新收四", 6, "总计|三，新|收四"},    // no line begins with a comma
		{"依据（条例）办理", 6, "依据|（条|例）办|理"}, // none ends with an opening bracket
		{"sum 3120 total 31", 10, "sum 3120|total 31"},
		{"applications", 5, "appli|catio|ns"},        // unless they are wider than the line
		{"自然人 3 + 其他 0 = 3", 12, "自然人 3 +|其他 0 = 3"}, // numbers stay with what they count
		{"这里共有空白 7格", 12, "这里共有空|白 7格"},
		{"长", 0, "长"},
	} {
		assert.Equal(t, c.lines, strings.Join(wrap(c.text, c.width), "|"), c.text)
	}
}

func TestTextOfStrangersCannotMoveTheCursor(t *testing.T) {
	assert.Equal(t, "[31m年报.pdf", clean("\x1b[31m年\u202e报\n.pdf\u009b"))
}

func TestItemsPutConsequencesBelowTheirCauseAndASuspectOnce(t *testing.T) {
	one := &validate.Suspect{Figure: "applications.granted.other", Value: 3}
	findings := []validate.Finding{
		{Code: "A15", Suspect: one, Cause: -1},
		{Code: "A14", Cause: 2},
		{Code: "A08", Suspect: &validate.Suspect{Figure: one.Figure, Value: 3}, Cause: -1},
		{Code: "S08", Cause: -1},
		{Code: "S12", Cause: 3},
		{Code: "S13", Cause: 4},
		{Code: "X01", Cause: 7}, // causes that run in a circle
		{Code: "X02", Cause: 6},
	}
	var lines []string
	for _, it := range items(findings) {
		lines = append(lines, codes(it.heads)+" < "+codes(it.follows))
	}
	assert.Equal(t, []string{"A08 A15 < A14", "S08 < S12 S13", "X01 < ", "X02 < "}, lines)
}

func TestPlaceNamesPageAndTable(t *testing.T) {
	zh, en := &program{lang: "zh"}, &program{lang: "en"}
	cells := []string{"applications.new.other", "applications.new.total"}
	onPage, inWord := document.Place{Page: 4}, document.Place{Table: 2, Row: 5, Column: 4}
	for _, c := range []struct {
		finding         validate.Finding
		message, zh, en string
	}{
		{validate.Finding{Figures: cells, Where: onPage}, "", "第4页 表三", "page 4 table three"},
		{validate.Finding{Figures: cells, Where: inWord}, "", "表三（第2个表格第5行第4列）", "table three (table 2 row 5 column 4)"},
		{validate.Finding{Figures: cells, Where: onPage}, "表三有空格", "第4页", "page 4 table three"},
		{validate.Finding{Figures: cells, Where: document.Place{Page: 1}}, "正文写3件", "第1页", "page 1"}, // prose
		{validate.Finding{Where: document.Place{Paragraph: 12}}, "", "第12段", "paragraph 12"},
		{validate.Finding{Where: document.Place{Table: 3}}, "", "第3个表格", "table 3"},
	} {
		report := &parser.Report{Figures: []parser.Figure{{ID: "applications.new.total", Where: c.finding.Where}}}
		if c.finding.Where.Page == 1 {
			report.Figures[0].Where = onPage
		}
		chinese, _ := zh.place(report, c.finding, c.message)
		english, _ := en.place(report, c.finding, c.message)
		assert.Equal(t, c.zh, chinese)
		assert.Equal(t, c.en, english)
	}
}

// printed is the text of results at a width of 60 columns.
func printed(t *testing.T, results ...corpus.Result) string {
	t.Helper()
	t.Setenv("COLUMNS", "60")
	var out bytes.Buffer
	p := &program{out: &out, lang: "zh", color: "never"}
	text := p.newText()
	for _, r := range results {
		require.NoError(t, text.Print(r))
	}
	require.NoError(t, text.Close())
	return out.String()
}

func TestTextWarnsOfWhatWasNotReadForSure(t *testing.T) {
	r := corpus.Result{Source: parser.Source{Path: "a.pdf"}, Report: &parser.Report{
		Organ: "某局", Year: 2024, Template: parser.Mixed, Incomplete: "第3页读不出",
		Figures: []parser.Figure{{ID: "applications.new.total", Doubt: "数字被空格隔开"}},
	}}
	assert.Equal(t, `某局  2024年度
a.pdf · 新旧格式混用
  存疑       表三“一、本年新收政府信息公开申请数量”总计没
             有读准，不参与核对，请看原件（数字被空格隔开）
  缺漏       文件有一部分没能读出：第3页读不出

共 1 份：有存疑 1 份
`, printed(t, r))
}

func TestTextSaysOnceWhatWasNotReadForSure(t *testing.T) {
	figure := parser.Figure{ID: "applications.new.total", Doubt: "数字被空格隔开"}
	report := &parser.Report{Organ: "某局", Year: 2024, Figures: []parser.Figure{figure}}
	out := printed(t, corpus.Result{Source: parser.Source{Path: "a.pdf"}, Report: report, Findings: validate.Run(report)})
	assert.Contains(t, out, "提示  C14")
	assert.NotContains(t, out, "存疑  ")
}

func TestTextListsFilesThatCouldNotBeRead(t *testing.T) {
	failed := func(path, message string) corpus.Result {
		return corpus.Result{Source: parser.Source{Path: path}, Err: document.Errorf(document.Corrupt, "%s", message)}
	}
	assert.Equal(t, `没能读取 2 份
  a.pdf   文件是空的
  乙.pdf  文件在第 3 页以后残缺，只读出了前面的一部分，请重
          新下载

共 2 份：没能读取 2 份
`, printed(t, failed("a.pdf", "文件是空的"), failed("乙.pdf", "文件在第 3 页以后残缺，只读出了前面的一部分，请重新下载")))
}

func TestTextOfManyReportsSaysWhatIsMostFrequent(t *testing.T) {
	rules := validate.Rules()
	var results []corpus.Result
	for i := range enough {
		findings := []validate.Finding{{Rule: rules[0].ID, Severity: validate.Error, Cause: -1}, {Rule: rules[0].ID, Cause: 0}}
		if i < 2 {
			findings = append(findings, validate.Finding{Rule: rules[1].ID, Severity: validate.Error, Cause: -1})
		}
		results = append(results, corpus.Result{Report: &parser.Report{}, Findings: findings})
	}
	assert.Contains(t, printed(t, results...), "最常见的问题\n    10 份  "+rules[0].Code+"  "+rules[0].Title.ZH+"\n     2 份  "+rules[1].Code)
	assert.NotContains(t, printed(t, results[:enough-1]...), "最常见")
}

func TestColourOnlyWhereAsked(t *testing.T) {
	var out bytes.Buffer
	assert.False(t, bool((&program{out: &out, color: "auto"}).paint()))
	assert.True(t, bool((&program{out: &out, color: "always"}).paint()))
	assert.Equal(t, "\x1b[1;31m错误\x1b[0m", paint(true).severity(validate.Error, "错误"))
}

func TestPassagesStandBesideEachOther(t *testing.T) {
	print := func(width int) string {
		s := (&program{out: &bytes.Buffer{}}).sheet()
		s.width = width
		s.beside("本报告", "公开信息三十六条，更新指南十二份，撤下过期页面五个，回复留言", "对照", "公开信息二十条")
		return s.String()
	}
	margin := strings.Repeat(" ", 13)
	assert.Equal(t, margin+"本报告  公开信息三十六条，更新指南十二份，撤下过期页面五个，回复留言\n"+margin+"对照    公开信息二十条\n", print(0))
	lines := strings.Split(strings.TrimRight(print(100), "\n"), "\n")
	require.Len(t, lines, 3)
	for _, line := range lines[:2] {
		before, _, found := strings.Cut(line, " | ")
		assert.True(t, found, line)
		assert.Equal(t, 13+41, narrow.StringWidth(before), "the right column begins at one place")
	}
	assert.LessOrEqual(t, narrow.StringWidth(lines[1]), 99)
}
