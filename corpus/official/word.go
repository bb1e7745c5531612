package official

import (
	"fmt"

	"gouji/corpus/word"
	"gouji/parser/form"
)

// numerals number the six parts.
var numerals = []string{"", "一", "二", "三", "四", "五", "六"}

// toWrite stands in the parts that are prose, as in the blank form.
const toWrite = "（文字描述）"

// WriteWord adds the report: its title, the six parts, in them the tables, and in
// the place of prose what the blank form has there.
func (f *Filled) WriteWord(d *word.Document) {
	d.Paragraph(word.Title, f.Organ)
	d.Paragraph(word.Title, f.title())
	for _, section := range f.Form.Sections {
		heading, table := word.Heading, f.tableOf(section.Number)
		if table != nil && table.Key == form.Applications {
			heading = word.Section // its table fills a page
		}
		d.Paragraph(heading, numerals[section.Number]+"、"+section.Title)
		if table == nil {
			d.Paragraph(word.Body, toWrite)
			continue
		}
		d.Table(f.wordTable(table))
		for _, note := range f.Notes[table.Key] {
			d.Paragraph(word.Note, note)
		}
		d.Paragraph(word.Gap, "")
	}
}

// tableOf is the table that a part holds, nil for one of prose.
func (f *Filled) tableOf(section int) *form.Table {
	for i := range f.Form.Tables {
		if f.Form.Tables[i].Section == section {
			return &f.Form.Tables[i]
		}
	}
	return nil
}

func (f *Filled) wordTable(t *form.Table) *word.Table {
	grid := t.Grid()
	table := &word.Table{Widths: widths[t.Key], Height: heights[t.Key], Head: grid.HeadRows}
	for i := range grid.Cells {
		table.Cells = append(table.Cells, f.wordCell(t.Key, &grid.Cells[i]))
	}
	return table
}

func (f *Filled) wordCell(table string, c *form.GridCell) word.Cell {
	cell := word.Cell{Row: c.Row, Column: c.Column, RowSpan: c.RowSpan, ColumnSpan: c.ColumnSpan,
		Style: word.Centred, Lines: []string{c.Text}}
	switch c.Kind {
	case form.Value:
		entry := f.entry(table, c)
		cell.Lines, cell.Fill = []string{entry.text()}, Fills[entry.Mark]
	case form.Heading:
		cell.Style, cell.Fill = word.Left, headingFill
	case form.Label, form.Group, form.Outcome:
		cell.Style = labelStyle(table, c)
	}
	return cell
}

// labelStyle sets labels left, but for those of table two, and the note in the
// corner of table three in 楷体.
func labelStyle(table string, c *form.GridCell) word.Style {
	switch {
	case table == form.Disclosure:
		return word.Centred
	case c.Row == 0:
		return word.Corner
	}
	return word.Left
}

// NewWord is a file of the report alone.
func (f *Filled) NewWord() ([]byte, error) {
	d := word.New()
	f.WriteWord(d)
	data, err := d.Bytes()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Title(), err)
	}
	return data, nil
}
