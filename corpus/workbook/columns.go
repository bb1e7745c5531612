package workbook

import (
	"slices"

	"gouji/parser/form"
)

// column is a column of 三张表: one cell of the form.
type column struct {
	form.Cell
	edition form.Edition // of a cell that only this edition has; empty for one of all
}

// band is a row of a table with its cells: 规章 with 本年制发件数 and the rest.
type band struct {
	table, row string // keys
	cells      []column
}

// columns are the cells of the editions that the reports use, in the order of the
// form in force; what only an earlier one has stands where that has it, so that the
// years of an organ stand below each other whichever form they use.
func columns(used map[form.Edition]bool) []column {
	var bands []band
	for _, f := range newestFirst() {
		if used[f.Edition] || f.Edition == form.Edition2021 && !used[form.Edition2019] {
			bands = merged(bands, f)
		}
	}
	var list []column
	for _, b := range bands {
		list = append(list, b.cells...)
	}
	return list
}

// merged adds the cells of an edition that are not there yet.
func merged(bands []band, f *form.Form) []band {
	known, place := map[string]bool{}, 0
	for _, b := range bands {
		for _, c := range b.cells {
			known[c.ID] = true
		}
	}
	for _, cell := range f.Cells() {
		at := slices.IndexFunc(bands, func(b band) bool { return b.table == cell.Table.Key && b.row == cell.Row.Key })
		if at < 0 {
			bands, at = slices.Insert(bands, place, band{table: cell.Table.Key, row: cell.Row.Key}), place
		}
		place = at + 1
		if len(bands[at].cells) > 0 { // 规范性文件 goes below 行政规范性文件
			cell.Row = bands[at].cells[0].Row
		}
		if !known[cell.ID] {
			bands[at].cells = append(bands[at].cells, column{cell, onlyIn(cell.ID, f)})
		}
	}
	return bands
}

// onlyIn is the edition of a cell that no other one has.
func onlyIn(id string, f *form.Form) form.Edition {
	for _, other := range form.All() {
		if _, shared := other.Find(id); shared && other != f {
			return ""
		}
	}
	return f.Edition
}

// heads are the labels above a column: table, group, row, column. Where the form has
// no group the row stands in its place too, and the two are merged.
func (c *column) heads() [4]string {
	row, group := c.Row.Name(), ""
	switch {
	case c.Block.Heading != "":
		group = c.Block.Heading
	case c.Row.Label == "": // table four: all labels are above the columns
		under := c.Column.Under
		group, row = under[0], under[len(under)-1]
	case len(c.Row.Under) > 0:
		group = c.Row.Under[len(c.Row.Under)-1]
	default:
		group = row
	}
	label := c.Column.Label
	if c.edition == form.Edition2019 {
		label += "（2019年格式）"
	}
	return [4]string{c.Table.Name, group, row, label}
}
