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
