package parser

import (
	"slices"

	"gouji/parser/form"
)

// finishTable takes the absent cells out of a table and fills in the rest;
// false when nothing is left of it.
func (d *draft) finishTable(t Table) (Table, bool) {
	done := Table{Key: t.Key}
	for _, b := range t.Blocks {
		if b, ok := d.finishBlock(t.Key, b); ok {
			done.Blocks = append(done.Blocks, b)
		}
	}
	d.sortBlocks(done.Blocks)
	done.Blocks = append(done.Blocks, d.foreign[t.Key]...)
	done.Edition = editionOf(done.Blocks)
	return done, len(done.Blocks) > 0
}

// sortBlocks puts the blocks that a statement names first, in the order named.
func (d *draft) sortBlocks(blocks []Block) {
	rank := func(b Block) int {
		if at := slices.Index(d.order, b.Official); at >= 0 {
			return at
		}
		return len(d.order)
	}
	slices.SortStableFunc(blocks, func(a, b Block) int { return rank(a) - rank(b) })
}

func (d *draft) finishBlock(table string, b Block) (Block, bool) {
	official := b.Official
	d.addFigures(table, official)
	b.Note = !d.noNote && official.Corner != "" && official.Corner == form.Of(b.Edition).Table(table).Note
	b.Heading = Label{Key: official.Heading, Printed: official.Heading, Official: official.Heading, Match: Exact}
	if official.Heading == "" {
		b.Heading = Label{}
	}
	b.Columns = d.columnsOf(table, official)
	for _, row := range official.Rows {
		if d.present(table, []string{row.Key}, official.Columns) {
			b.Rows = append(b.Rows, d.rowOf(table, official, row))
		}
	}
	b.Rows = insertRows(b.Rows, d.extra[official])
	if fitsBoth(table, b) {
		b.Edition = ""
	}
	return b, len(b.Rows) > 0
}

// addFigures adds the figures of a block that the document has.
func (d *draft) addFigures(table string, b *form.Block) {
	for _, id := range blockCells(table, b) {
		e := d.entryOf(id)
		if e.state != "" {
			d.report.Figures = append(d.report.Figures,
				Figure{ID: id, State: e.state, Value: e.value, Raw: e.raw, Doubt: e.doubt})
		}
	}
}

// entryOf is what was said of a cell: 0 when nothing was.
func (d *draft) entryOf(id string) entry {
	if e, ok := d.entries[id]; ok {
		return e
	}
	return entry{state: Number, raw: "0"}
}

// present reports whether any cell of the rows and columns is there.
func (d *draft) present(table string, rows []string, columns []form.Column) bool {
	for _, row := range rows {
		for _, c := range columns {
			if d.entryOf(form.ID(table, row, c.Key)).state != "" {
				return true
			}
		}
	}
	return false
}

// columnsOf are the columns as printed: as listed, else those of the form of
// which any cell is there.
func (d *draft) columnsOf(table string, b *form.Block) []Label {
	list, listed := d.columns[b]
	if !listed {
		for _, c := range b.Columns {
			if d.present(table, keysOf(b.Rows), []form.Column{c}) {
				list = append(list, Label{Key: c.Key})
			}
		}
	}
	for i := range list {
		if at := slices.IndexFunc(b.Columns, func(c form.Column) bool { return c.Key == list[i].Key }); at >= 0 {
			c := b.Columns[at]
			list[i] = d.label("column "+form.ID(table, c.Key), "column "+form.ID(table, b.Rows[0].Key, c.Key), c.Label, c.Variants)
			list[i].Key = c.Key
		}
	}
	return list
}

func (d *draft) rowOf(table string, b *form.Block, row form.Row) Row {
	done := Row{}
	if row.Label != "" {
		id := "row " + form.ID(table, row.Key)
		done.Label = d.label(id, id, row.Label, row.Variants)
	}
	done.Key = row.Key
	for _, c := range b.Columns {
		if e := d.entryOf(form.ID(table, row.Key, c.Key)); e.state != "" {
			done.Cells = append(done.Cells, e.raw)
		}
	}
	return done
}

// label is an official label as it is printed: marked under either name.
func (d *draft) label(name, other, official string, variants []string) Label {
	m, ok := d.marks[name]
	if !ok {
		m, ok = d.marks[other]
	}
	switch {
	case !ok:
		m = mark{official, Exact, true}
	case !m.told:
		m.match = wordingMatch(m.printed, official, variants)
	}
	return Label{Printed: m.printed, Official: official, Match: m.match}
}

func insertRows(rows []Row, extra []extraRow) []Row {
	for _, e := range extra {
		at := slices.IndexFunc(rows, func(r Row) bool { return r.Key == e.anchor })
		if e.row.Key != "" && at >= 0 {
			e.row.Label = rows[at].Label
		}
		if !e.before {
			at++
			for at < len(rows) && (rows[at].Key == "" || rows[at].Key == e.anchor) {
				at++
			}
		}
		rows = slices.Insert(rows, max(at, 0), e.row)
	}
	return rows
}

func keysOf(rows []form.Row) []string {
	var list []string
	for _, row := range rows {
		list = append(list, row.Key)
	}
	return list
}

// fitsBoth reports whether the labels that are left of a block stand in the
// other edition too, so that they tell no edition.
func fitsBoth(table string, b Block) bool {
	for _, f := range form.All() {
		if f.Edition == b.Edition {
			continue
		}
		if !slices.ContainsFunc(f.Table(table).Blocks, func(o form.Block) bool { return hasLabels(&o, b) }) {
			return false
		}
	}
	return true
}

func hasLabels(o *form.Block, b Block) bool {
	for _, row := range b.Rows {
		found := slices.ContainsFunc(o.Rows, func(r form.Row) bool { return r.Key == row.Key && r.Label == row.Official })
		if !found && (row.Key != "" || row.Official != "") {
			return false
		}
	}
	for _, column := range b.Columns {
		found := slices.ContainsFunc(o.Columns, func(c form.Column) bool { return c.Key == column.Key && c.Label == column.Official })
		if !found && column.Key != "" {
			return false
		}
	}
	return true
}
