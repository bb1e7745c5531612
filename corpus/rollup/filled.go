package rollup

import (
	"fmt"
	"strings"

	"gouji/corpus/official"
	"gouji/parser"
)

// Filled is the official form of the year with the sums in it. What is not whole is
// coloured and says what it lacks; what has nothing to add stays empty.
func (r *Rollup) Filled() *official.Filled {
	f := &official.Filled{Form: r.Form, Organ: r.Parent.Name, Year: r.Year, Cells: map[string]official.Entry{}, Notes: map[string][]string{}}
	for _, c := range r.Cells {
		f.Cells[c.ID] = entry(c)
	}
	for _, table := range tables {
		if note := r.note(table); note != "" {
			f.Notes[table] = []string{note}
		}
	}
	return f
}

// marks colour cells by their grades.
var marks = map[Grade]official.Mark{Unfilled: official.Pale, Short: official.Medium, Partial: official.Strong, Empty: official.Strong}

func entry(c *Cell) official.Entry {
	e := official.Entry{State: parser.Number, Value: c.Value, Mark: marks[c.Grade()], Comment: comment(c)}
	if c.Grade() == Empty {
		e.State, e.Value = parser.Blank, 0
	}
	return e
}

// listed is how many units a cell's comment names: more would not be read.
const listed = 10

// comment says what a cell lacks.
func comment(c *Cell) string {
	if c.Grade() == Whole {
		return ""
	}
	head := fmt.Sprintf("%d个单位之和，另有%d个单位没有计入：", len(c.Added), len(c.Left))
	if c.Grade() == Empty {
		head = "没有数可加："
	}
	lines := []string{head}
	for i := range c.Left[:min(len(c.Left), listed)] {
		g := &c.Left[i]
		lines = append(lines, g.Unit.Name+"："+g.Text().ZH)
	}
	if len(c.Left) > listed {
		lines = append(lines, "等（全部见“未计入”）")
	}
	return strings.Join(lines, "\n")
}

// gradeNotes say in a note below a table what the colours mean.
var gradeNotes = map[Grade]string{
	Unfilled: "底色最浅的%d格只缺填空白或符号的单位",
	Short:    "底色稍深的%d格缺没有报告的单位",
	Partial:  "底色最深的%d格缺存疑、不是数或报告没有的数",
	Empty:    "空着的%d格没有可加的数",
}

// note is the line below a table that has cells which are not whole.
func (r *Rollup) note(table string) string {
	tally := r.Tally(table)
	var parts []string
	for _, grade := range Grades[1:] {
		if n := tally[grade]; n > 0 {
			parts = append(parts, fmt.Sprintf(gradeNotes[grade], n))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "注：" + strings.Join(parts, "，") + "；详见汇总说明。报送前补齐，删去本注。"
}
