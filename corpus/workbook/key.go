package workbook

import (
	"gouji/parser"
	"gouji/parser/form"
)

// key is a figure of 汇总: one cell, or the sum of a group of rows. Each set is the
// cells that an edition of the form has for it.
type key struct {
	label string
	sets  [][]string
}

// keys are the figures that an office looks at first: every line of table three as
// the form groups them, and what courts and reconsideration had to do with it.
var keys = append(applicationKeys(), remedyKeys()...)

// applicationKeys takes the total of each line of table three, the lines of a
// group together: （三）不予公开.
func applicationKeys() []key {
	var list []key
	for _, f := range newestFirst() {
		t, sets := f.Table(form.Applications), map[string][]string{}
		for _, row := range t.Blocks[0].Rows {
			label := row.Name()
			if len(row.Under) > 1 {
				label = row.Under[len(row.Under)-1]
			}
			sets[label] = append(sets[label], form.ID(t.Key, row.Key, "total"))
			if f.Edition == form.Edition2021 && len(sets[label]) == 1 {
				list = append(list, key{label: label})
			}
		}
		for i := range list {
			if set := sets[list[i].label]; set != nil {
				list[i].sets = append(list[i].sets, set)
			}
		}
	}
	return list
}

func remedyKeys() []key {
	var list []key
	for _, cell := range form.Of(form.Edition2021).Table(form.Remedies).Cells() {
		if under := cell.Column.Under; cell.Column.Label == "总计" {
			list = append(list, key{under[len(under)-1] + cell.Column.Label, [][]string{{cell.ID}}})
		}
	}
	return list
}

// newestFirst are the editions of the form, the one in force first.
func newestFirst() []*form.Form {
	return []*form.Form{form.Of(form.Edition2021), form.Of(form.Edition2019)}
}

// sum adds the cells of a key up. It is known only when every cell of an edition's
// set is there and sure; some is set when at least one is there.
func (k *key) sum(r *parser.Report) (sum float64, known, some bool) {
	for _, set := range k.sets {
		sum, sure := 0.0, 0
		for _, id := range set {
			figure := r.Figure(id)
			some = some || figure != nil
			if value, ok := figure.Sure(); ok {
				sum += value
				sure++
			}
		}
		if sure == len(set) {
			return sum, true, true
		}
	}
	return 0, false, some
}
