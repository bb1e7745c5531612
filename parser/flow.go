package parser

import "gouji/parser/document"

// line is a line of prose in reading order. What stands in tables that are no
// statutory ones, such as a frame around the whole report, is prose too.
type line struct {
	text  string
	level int // outline level, 0 for body text
	where document.Place
	cell  bool // it stands in a table
	table bool // not a line: a statutory table stands here
}

// flowOf gives the document's prose; sheets are those of its tables in order.
func flowOf(d *document.Document, sheets []*sheet) []line {
	var list []line
	next := 0
	for _, b := range d.Blocks {
		switch {
		case b.Paragraph != nil:
			list = append(list, paragraphLines(b.Paragraph)...)
		case b.Table != nil:
			list = append(list, sheets[next].lines()...)
			next++
		}
	}
	return list
}

func paragraphLines(p *document.Paragraph) []line {
	var list []line
	for _, text := range splitLines(p.Text) {
		if text != "" {
			list = append(list, line{text: text, level: p.Level, where: p.Where})
		}
	}
	return list
}

// lines gives the text of the cells that belong to no statutory table, and one
// mark for the table where it holds one.
func (s *sheet) lines() []line {
	var before, after []line
	marked := false
	for i := range s.cells {
		if s.used[i] {
			marked = true
			continue
		}
		list := s.cells[i].lines()
		if marked {
			after = append(after, list...)
		} else {
			before = append(before, list...)
		}
	}
	if marked {
		before = append(before, line{table: true, where: s.table.Where})
	}
	return append(before, after...)
}

func (c *gridCell) lines() []line {
	var list []line
	if c.blank || c.figure {
		return nil
	}
	for _, text := range splitLines(c.Text) {
		if text != "" {
			list = append(list, line{text: text, where: c.Where, cell: true})
		}
	}
	return list
}
