package rollup

import (
	"fmt"
	"strings"

	"gouji/corpus/word"
	"gouji/validate"
)

// Word is the filled form as a Word file, and behind it the account of how it came
// about, on pages of their own that are taken out before it is handed on.
func (r *Rollup) Word() ([]byte, error) {
	d := word.New()
	r.Filled().WriteWord(d)
	r.account(d)
	return d.Bytes()
}

func (r *Rollup) account(d *word.Document) {
	d.Paragraph(word.NewPage, "汇总说明（报送前删去本页起各页）")
	for _, line := range r.summary() {
		d.Paragraph(word.Attached, line)
	}
	r.missingUnits(d)
	r.missingCells(d)
	r.comparison(d)
}

// summary says in a few lines what was added up, and what is to be known of it.
func (r *Rollup) summary() []string {
	lines := []string{
		fmt.Sprintf("%s %d年，按%s年格式（%s）。", r.Parent.Name, r.Year, r.Form.Edition, r.Form.Notice),
		fmt.Sprintf("名录列明的下级单位等共%d个：%s。", len(r.Units), r.statuses()),
		fmt.Sprintf("全部%d格：%s。", len(r.Cells), r.grades("")),
	}
	lines = append(lines, r.comparedLine())
	for _, hint := range r.Hints() {
		lines = append(lines, "提示："+hint.ZH+"。")
	}
	for _, f := range r.Unbalanced {
		lines = append(lines, "不平："+f.Message.ZH+"。")
	}
	return lines
}

// statuses counts the units: 已计入5个，没有读到报告1个.
func (r *Rollup) statuses() string {
	var parts []string
	for _, s := range []Status{Counted, Absent, Differing, Unsure} {
		if n := r.Count(s); n > 0 {
			parts = append(parts, fmt.Sprintf("%s%d个", s.Text().ZH, n))
		}
	}
	return strings.Join(parts, "，")
}

// grades counts the cells: 齐全150格，不全50格.
func (r *Rollup) grades(table string) string {
	counts := r.Tally(table)
	var parts []string
	for _, g := range Grades {
		if n := counts[g]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s%d格", g.Text().ZH, n))
		}
	}
	return strings.Join(parts, "，")
}

func (r *Rollup) comparedLine() string {
	c := &r.Comparison
	switch {
	case c.Status == Absent:
		return "没有读到" + r.Parent.Name + "自己的报告，没有比较。"
	case c.Report == nil:
		return r.Parent.Name + "自己的报告没有用来比较：" + c.Status.Text().ZH + "。"
	}
	return fmt.Sprintf("与%s自己的报告比较：相同%d格，不同%d格，有一方没有可靠的数%d格。", r.Parent.Name, c.Equal, len(c.Differences), len(c.Open))
}

func (r *Rollup) missingUnits(d *word.Document) {
	rows := [][]string{{"单位", "情况", "说明"}}
	for _, u := range r.Units {
		if remarks := sentences(r.Remarks(u)); u.Status != Counted || remarks != "" {
			rows = append(rows, []string{u.Name, u.Status.Text().ZH, remarks})
		}
	}
	section(d, "没有计入或需要留意的单位", rows, []int{3200, 2600, 3940})
}

// spelled is how many cells a line of the account names.
const spelled = 8

func (r *Rollup) missingCells(d *word.Document) {
	rows := [][]string{{"单位", "情况", "没有计入的格"}}
	for _, l := range r.lacks() {
		var names []string
		for _, c := range l.cells[:min(len(l.cells), spelled)] {
			names = append(names, cellName(c).ZH)
		}
		text := strings.Join(names, "、")
		if n := len(l.cells); n > spelled {
			text += fmt.Sprintf("等%d格（全部见 XLSX 文件“未计入”）", n)
		}
		rows = append(rows, []string{l.unit.Name, kindTexts[l.why], text})
	}
	section(d, "已计入的单位里没有计入的格", rows, []int{2600, 1600, 5540})
}

func (r *Rollup) comparison(d *word.Document) {
	l := r.differences()
	rows := [][]string{l.head}
	for _, row := range l.rows[:len(r.Comparison.Differences)] {
		var cells []string
		for _, v := range row {
			cells = append(cells, plain(v))
		}
		rows = append(rows, cells)
	}
	section(d, l.title, rows, []int{4140, 1200, 1200, 1200, 2000})
}

// plain is a value of a list as text.
func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case float64:
		return validate.Number(v)
	}
	return fmt.Sprint(v)
}

// section adds a headed table, unless there is nothing below its head.
func section(d *word.Document, title string, rows [][]string, widths []int) {
	if len(rows) == 1 {
		return
	}
	d.Paragraph(word.Gap, "")
	d.Paragraph(word.Attached, title)
	t := &word.Table{Widths: widths, Head: 1}
	for i, row := range rows {
		for j, text := range row {
			cell := word.Cell{Row: i, Column: j, RowSpan: 1, ColumnSpan: 1, Style: word.Left, Lines: []string{text}}
			if i == 0 {
				cell.Style, cell.Fill = word.Centred, "E7E6E6"
			}
			t.Cells = append(t.Cells, cell)
		}
	}
	d.Table(t)
}
