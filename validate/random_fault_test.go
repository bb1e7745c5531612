package validate_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
)

// cells are those of table three that the fault may befall, in the form's order.
func (d *table) cells(may func(value float64) bool) []string {
	var list []string
	for _, cell := range form.Of(form.Edition2021).Table(form.Applications).Cells() {
		if may(d.value(cell.ID)) {
			list = append(list, cell.ID)
		}
	}
	return list
}

func (d *table) pick(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[d.IntN(len(list))]
}

func (d *table) misreadTwo() bool {
	first := d.misread(form.Applications)
	return d.misread(form.Applications) && first
}

// misreadRelated changes two cells that have to do with each other.
func (d *table) misreadRelated(related func(a, b string) bool) bool {
	for range 200 {
		values := slices.Clone(d.report.Figures)
		d.misreadTwo()
		if ids := slices.Collect(maps.Keys(d.changed())); len(ids) == 2 && related(ids[0], ids[1]) {
			return true
		}
		copy(d.report.Figures, values)
	}
	return false
}

func sameRow(a, b string) bool {
	return a[:strings.LastIndexByte(a, '.')] == b[:strings.LastIndexByte(b, '.')]
}

func sameColumn(a, b string) bool {
	return a[strings.LastIndexByte(a, '.'):] == b[strings.LastIndexByte(b, '.'):]
}

// misread changes a cell by what people get wrong: mostly a little, mostly a
// cell that holds something.
func (d *table) misread(key string) bool {
	var list []string
	filled := d.IntN(2) == 0
	for _, cell := range form.Of(form.Edition2021).Table(key).Cells() {
		if v := d.value(cell.ID); (v > 0 || !filled) && v == d.truth[cell.ID] {
			list = append(list, cell.ID)
		}
	}
	id := d.pick(list)
	if id == "" {
		return false
	}
	by := []float64{1, 1, 2, 3, 9, 10, float64(1 + d.IntN(30))}[d.IntN(7)]
	if d.IntN(2) == 0 && d.value(id) >= by {
		by = -by
	}
	d.set(id, d.value(id)+by)
	return true
}

func (d *table) loseDigit() bool {
	return d.rewrite(func(s string) string {
		at := d.IntN(len(s))
		return s[:at] + s[at+1:]
	})
}

func (d *table) transpose() bool {
	return d.rewrite(func(s string) string {
		at := d.IntN(len(s) - 1)
		return s[:at] + s[at+1:at+2] + s[at:at+1] + s[at+2:]
	})
}

func (d *table) rewrite(write func(string) string) bool {
	id := d.pick(d.cells(func(v float64) bool { return v >= 10 }))
	if id == "" {
		return false
	}
	now, _ := strconv.ParseFloat(write(strconv.FormatFloat(d.value(id), 'f', -1, 64)), 64)
	changed := now != d.value(id)
	d.set(id, now)
	return changed
}

// rowOf are the cells of a row of table three with as many numbers that are not 0.
func (d *table) rowOf(numbers int) []string {
	var rows [][]string
	cells := d.cells(func(float64) bool { return true })
	for row := range slices.Chunk(cells, 7) {
		n := 0
		for _, id := range row[:6] {
			if d.value(id) > 0 {
				n++
			}
		}
		if n >= numbers {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return rows[d.IntN(len(rows))]
}

func (d *table) misplace() bool {
	return d.exchange(1, func(u, v float64) bool { return u > 0 && v == 0 })
}
func (d *table) swap() bool {
	return d.exchange(2, func(u, v float64) bool { return u > 0 && v > 0 && u != v })
}

func (d *table) exchange(numbers int, may func(u, v float64) bool) bool {
	row := d.rowOf(numbers)
	if row == nil {
		return false
	}
	for range 30 {
		a, b := row[d.IntN(6)], row[d.IntN(6)]
		if u, v := d.value(a), d.value(b); may(u, v) {
			d.set(a, v)
			d.set(b, u)
			return true
		}
	}
	return false
}

// shift lets the numbers of a row stand one column to the left or right; the
// row's total goes along or stays.
func (d *table) shift() bool {
	row := d.rowOf(2)
	if row == nil {
		return false
	}
	row = row[:6+d.IntN(2)]
	last := len(row) - 1
	if d.IntN(2) == 0 {
		slices.Reverse(row)
	}
	for i := range last {
		d.set(row[last-i], d.value(row[last-i-1]))
	}
	d.set(row[0], 0)
	return len(d.changed()) > 2
}

func (d *table) leave(cells string) bool {
	for _, id := range d.cells(func(float64) bool { return true }) {
		if strings.HasPrefix(id, cells) || strings.HasSuffix(id, cells) {
			d.set(id, 0)
		}
	}
	return len(d.changed()) > 1
}

func (d *table) carryOver() bool {
	row := d.rowOf(1)
	if row == nil {
		return false
	}
	id, by := row[d.IntN(6)], float64(1+d.IntN(9))
	d.set(id, d.value(id)+by)
	d.set(row[6], d.value(row[6])+by)
	return true
}

// misreadTotal changes a total of table four.
func (d *table) misreadTotal() bool {
	group := []string{"reconsideration", "litigation_direct", "litigation_after_reconsideration"}[d.IntN(3)]
	id := form.ID(form.Remedies, group, "total")
	d.set(id, d.value(id)+float64(1+d.IntN(12)))
	return true
}

// tell lets the text tell how many cases there were.
func (d *table) tell() {
	suits := d.truth["remedies.litigation_direct.total"] + d.truth["remedies.litigation_after_reconsideration.total"]
	d.report.Sections[0].Passages = []parser.Passage{{Text: fmt.Sprintf(
		"2024年，本机关发生政府信息公开行政复议%.0f件，政府信息公开行政诉讼%.0f件。", d.truth["remedies.reconsideration.total"], suits)}}
}
