package rollup

import (
	"cmp"
	"slices"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
)

// list is a table of the account, in Chinese: for the pages after the form, for a
// sheet, for a CSV file.
type list struct {
	name   string // of its sheet
	title  string
	head   []string
	widths []int // of the columns, in ideographs
	rows   [][]any
}

// units is a row a unit: what became of it.
func (r *Rollup) units() list {
	l := list{name: "单位", title: "各单位", widths: []int{18, 5, 9, 18, 10, 4, 5, 4, 6, 4, 4, 14},
		head: []string{"单位", "类别", "情况", "说明", "各表格式", "计入格", "空白或符号", "存疑", "没有或不是数", "错误", "警告", "文件"}}
	counts := r.states()
	for _, u := range r.Units {
		states := counts[u]
		tally := u.Tallies()
		l.rows = append(l.rows, []any{u.Name, kinds[u.Kind], u.Status.Text().ZH, sentences(r.Remarks(u)), editionsOf(u, r.Form),
			states[""], states[Blank] + states[Dash], states[Doubtful], states[NoCell] + states[Unreadable], tally.Error, tally.Warning, paths(u)})
	}
	return l
}

// states counts every unit's cells by why they are not added; those that are have
// no reason.
func (r *Rollup) states() map[*Unit]map[Why]int {
	counts := map[*Unit]map[Why]int{}
	for _, u := range r.Units {
		counts[u] = map[Why]int{}
	}
	for _, c := range r.Cells {
		for _, u := range c.Added {
			counts[u][""]++
		}
		for _, g := range c.Left {
			counts[g.Unit][g.Why]++
		}
	}
	return counts
}

func sentences(list []Text) string {
	var words []string
	for _, t := range list {
		words = append(words, t.ZH)
	}
	return strings.Join(words, "；")
}

// paths are the files of a unit, those of which it is not sure too.
func paths(u *Unit) string {
	var words []string
	for _, report := range slices.Concat(u.Sent.Files, u.Sent.Unsure) {
		words = append(words, report.Source.Path)
	}
	return strings.Join(words, "；")
}

// gaps is a row for every unit and cell that is not added, and one for a unit of
// which nothing is.
func (r *Rollup) gaps() list {
	l := list{name: "未计入", title: "没有计入的数", widths: []int{18, 10, 40, 40}, head: []string{"单位", "表", "格", "情况"}}
	for _, u := range r.Units {
		if u.Status != Counted {
			l.rows = append(l.rows, []any{u.Name, "全部", "全部", u.Status.Text().ZH})
		}
	}
	for _, c := range r.Cells {
		for i := range c.Left {
			if g := &c.Left[i]; g.Unit.Status == Counted {
				l.rows = append(l.rows, []any{g.Unit.Name, c.Table.Name, cellName(c).ZH, g.Text().ZH})
			}
		}
	}
	for _, b := range r.Beside {
		cell, _ := form.Find(b.Figure.ID)
		l.rows = append(l.rows, []any{b.Unit.Name, cell.Table.Name, cell.Name(), "填了 " + b.Figure.Raw + "，但" + string(r.Form.Edition) + "年格式没有这一格"})
	}
	return l
}

// lack is the cells that one unit left without a number for one reason.
type lack struct {
	unit  *Unit
	why   Why
	cells []*Cell
}

// lacks joins the gaps of units that sent a report by unit and reason, in the
// order of the units.
func (r *Rollup) lacks() []*lack {
	type key struct {
		unit *Unit
		why  Why
	}
	known, order := map[key]*lack{}, map[*Unit]int{}
	var list []*lack
	for _, c := range r.Cells {
		for _, g := range c.Left {
			k := key{g.Unit, g.Why}
			if g.Unit.Status == Counted && known[k] == nil {
				known[k] = &lack{unit: g.Unit, why: g.Why}
				list = append(list, known[k])
			}
			if l := known[k]; l != nil {
				l.cells = append(l.cells, c)
			}
		}
	}
	for i, u := range r.Units {
		order[u] = i
	}
	slices.SortStableFunc(list, func(a, b *lack) int { return cmp.Compare(order[a.unit], order[b.unit]) })
	return list
}

// differences is a row for every cell in which the parent's report has another
// number, and then for those in which one of both has none that is sure.
func (r *Rollup) differences() list {
	l := list{name: "比对", title: "与" + r.Parent.Name + "报告的差异", widths: []int{36, 10, 10, 10, 20},
		head: []string{"格", "各单位之和", "本级报告", "本级多（少）", "说明"}}
	for _, d := range r.Comparison.Differences {
		l.rows = append(l.rows, []any{cellName(d.Cell).ZH, d.Cell.Value, d.Figure.Value, d.By(), lacking(d.Cell)})
	}
	for _, d := range r.Comparison.Open {
		row := []any{cellName(d.Cell).ZH, nil, shown(d.Figure), nil, lacking(d.Cell)}
		if d.Cell.Grade() != Empty {
			row[1] = d.Cell.Value
		}
		l.rows = append(l.rows, row)
	}
	return l
}

// lacking says what makes a sum no whole one.
func lacking(c *Cell) string {
	if c.Grade() == Whole {
		return ""
	}
	return "各单位之和" + c.Grade().Text().ZH
}

// addends is a row a cell and a column a unit: what each sum is made of. A number
// that is not added is text in brackets.
func (r *Rollup) addends() list {
	l := list{name: "各单位数", title: "每一格由哪些数相加", head: []string{"格", "情况", "各单位之和"}, widths: []int{40, 10, 10}}
	for _, u := range r.Units {
		l.head, l.widths = append(l.head, u.Name), append(l.widths, 10)
	}
	for _, c := range r.Cells {
		row := []any{cellName(c).ZH, c.Grade().Text().ZH, nil}
		if c.Grade() != Empty {
			row[2] = c.Value
		}
		for _, u := range r.Units {
			row = append(row, r.part(c, u))
		}
		l.rows = append(l.rows, row)
	}
	return l
}

// part is what a unit has in a cell.
func (r *Rollup) part(c *Cell, u *Unit) any {
	switch {
	case u.Report == nil:
		return "（" + u.Status.Text().ZH + "）"
	case u.Tables[c.Table.Key] != Added:
		return "（不计）"
	}
	return shown(u.Report.Figure(c.ID))
}

// shown is a number that is sure, or in brackets what stands in its place.
func shown(f *parser.Figure) any {
	value, sure := f.Sure()
	switch {
	case sure:
		return value
	case f == nil:
		return "（没有）"
	case f.Doubt != "":
		return "（存疑 " + f.Raw + "）"
	case f.State == parser.Blank:
		return "（空白）"
	}
	return "（" + f.Raw + "）"
}
