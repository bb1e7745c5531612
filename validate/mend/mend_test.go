package mend

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

func codes(list []validate.Finding) string {
	var words []string
	for _, f := range list {
		words = append(words, f.Code)
	}
	slices.Sort(words)
	return strings.Join(words, " ")
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
	for _, it := range Items(findings) {
		lines = append(lines, codes(it.Heads)+" < "+codes(it.Follows))
	}
	assert.Equal(t, []string{"A08 A15 < A14", "S08 < S12 S13", "X01 < ", "X02 < "}, lines)
}

func TestSentencesSayWhereAndWhat(t *testing.T) {
	cells := []string{"applications.new.other", "applications.new.total"}
	onPage, inWord := document.Place{Page: 4}, document.Place{Table: 2, Row: 5, Column: 4}
	for _, c := range []struct {
		finding validate.Finding
		message string
		zh, en  string
	}{
		{validate.Finding{Figures: cells, Where: onPage}, "有空格", "第4页 表三：有空格", "page 4 table three: blanks"},
		{validate.Finding{Figures: cells, Where: inWord}, "有空格", "表三（第2个表格第5行第4列）：有空格", "table three (table 2 row 5 column 4): blanks"},
		{validate.Finding{Figures: cells, Where: onPage}, "表三有空格", "第4页 表三有空格", "page 4 table three: blanks"},      // named once
		{validate.Finding{Figures: cells, Where: document.Place{Page: 1}}, "正文写3件", "第1页：正文写3件", "page 1: blanks"}, // prose
		{validate.Finding{Where: document.Place{Paragraph: 12}}, "重复", "第12段：重复", "paragraph 12: blanks"},
		{validate.Finding{Where: document.Place{Table: 3}}, "缺行", "第3个表格：缺行", "table 3: blanks"},
		{validate.Finding{}, "缺第五部分", "缺第五部分", "blanks"},
	} {
		report := &parser.Report{Figures: []parser.Figure{{ID: "applications.new.total", Where: c.finding.Where}}}
		if c.finding.Where.Page == 1 {
			report.Figures[0].Where = onPage
		}
		c.finding.Message = validate.Text{ZH: c.message, EN: "blanks"}
		assert.Equal(t, validate.Text{ZH: c.zh, EN: c.en}, Sentence(report, c.finding))
	}
}
