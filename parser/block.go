package parser

import (
	"strings"
	"unicode"

	"gouji/parser/document"
	"gouji/parser/form"
)

// filled is a figure with its place in the form's order.
type filled struct {
	figure      Figure
	block       int
	row, column int
}

func (e *filled) before(o *filled) bool {
	switch {
	case e.block != o.block:
		return e.block < o.block
	case e.row != o.row:
		return e.row < o.row
	case e.column != o.column:
		return e.column < o.column
	}
	return e.figure.ID < o.figure.ID
}

// entries makes the figures of the strip's matched rows and columns.
func (f *fit) entries() []*filled {
	var list []*filled
	for i := range f.strip.rows {
		if f.rows[i].at < 0 {
			continue
		}
		p := place(f.strip, &f.strip.rows[i])
		for c, m := range f.columns {
			if m.at >= 0 && p.cells[c] != nil {
				list = append(list, f.entry(&f.strip.rows[i], f.rows[i], m, p, c))
			}
		}
	}
	return list
}

func (f *fit) entry(row *printedRow, r, m matched, p *placing, column int) *filled {
	official := &f.block.Columns[m.at]
	e := &filled{block: f.order, row: r.at, column: m.at}
	e.figure = readFigure(p.cells[column], official.Measure)
	e.figure.ID = form.ID(f.table.Key, f.block.Rows[r.at].Key, official.Key)
	for _, doubt := range []string{p.doubt, row.doubt, r.doubt, m.doubt, row.sheet.table.Doubt} {
		if doubt != "" {
			e.figure.addDoubt(doubt)
		}
	}
	if p.spans[column] {
		e.figure.addDoubt("合并的单元格横跨几列，无法分清各列的数")
	}
	if c := p.cells[column][0]; c.bottom() > row.bottom || c.Row < row.top {
		e.figure.addDoubt("合并的单元格纵跨几行，无法分清各行的数")
	}
	return e
}

// readFigure reads the cells that stand for one figure: normally one. Of
// several the one with text counts, and none is sure.
func readFigure(cells []*gridCell, measure form.Measure) Figure {
	chosen, printed := cells[0], 0
	for _, c := range cells {
		if !c.blank {
			printed++
			if chosen.blank {
				chosen = c
			}
		}
	}
	r := chosen.count
	if measure == form.Amount {
		r = readNumber(chosen.Text, measure)
	}
	f := Figure{State: r.state, Value: r.value, Raw: chosen.Printed(), Doubt: r.doubt, Confidence: chosen.Confidence, Where: chosen.Where}
	if chosen.Doubt != "" {
		f.addDoubt(chosen.Doubt)
	}
	if printed > 1 {
		f.addDoubt("这一格里有不止一个数")
	}
	if strings.ContainsFunc(f.Raw, neverPrinted) {
		f.addDoubt("这一格里有不该有的控制字符，文件可能损坏")
	}
	return f
}

// neverPrinted are characters that no program puts into a figure: controls but
// for tabs and the ends of lines, and the sign for a byte that was no character.
func neverPrinted(r rune) bool {
	return r < '\t' || r > '\r' && r < ' ' || r == '\x7F' || r == unicode.ReplacementChar
}

func (f *fit) headingLabel() Label {
	h := f.strip.heading
	if h == nil {
		return Label{}
	}
	m := f.headingMatch()
	label := Label{Printed: h.Printed(), Match: m, Where: h.Where}
	if m != NoMatch {
		label.Key, label.Official = f.block.Heading, f.block.Heading
	}
	return label
}

func (f *fit) printedColumns() []Label {
	var list []Label
	for i := range f.strip.columns {
		p := &f.strip.columns[i]
		l := Label{Printed: p.printed(), Where: p.where()}
		if m := f.columns[i]; m.at >= 0 {
			l.Key, l.Official, l.Match = f.block.Columns[m.at].Key, f.block.Columns[m.at].Label, m.match
		}
		list = append(list, l)
	}
	return list
}

// printedGroups gives the merged heads: those that span several columns.
func (f *fit) printedGroups() []Label {
	var list []Label
	seen := map[*gridCell]bool{}
	for i := range f.strip.columns {
		for _, c := range f.strip.columns[i].path {
			if !seen[c] && max(c.ColumnSpan, 1) > f.strip.columns[i].to-f.strip.columns[i].from {
				list = append(list, f.groupLabel(c))
			}
			seen[c] = true
		}
	}
	return list
}

func (f *fit) groupLabel(c *gridCell) Label {
	l := Label{Printed: c.Printed(), Where: c.Where}
	for i, column := range candidatesOf(f.block).columns {
		for u, official := range column.under {
			if m := groupMatch(c.words.body, official); m > l.Match {
				l.Match, l.Official = m, f.block.Columns[i].Under[u]
				l.Key = l.Official
			}
		}
	}
	return l
}

// groupMatch compares a merged head with an official one, both folded.
func groupMatch(printed, official string) Match {
	switch {
	case printed == official:
		return Exact
	case !sameGroup(printed, official):
		return NoMatch
	case contains(form.GroupVariants[official], printed):
		return Variant
	}
	return Near
}

// printedRows gives the rows of figures. A group's label with no figure beside
// it is none: a page break leaves it so, and some print it as a line of its own.
func (f *fit) printedRows() []Row {
	var list []Row
	for i := range f.strip.rows {
		row := &f.strip.rows[i]
		if f.rows[i].group && !anyText(row.figures) {
			continue
		}
		r := Row{Group: f.rows[i].group}
		if row.label != nil {
			r.Label = Label{Printed: row.label.Printed(), Where: row.label.Where}
		}
		if m := f.rows[i]; m.at >= 0 {
			official := f.block.Rows[m.at]
			r.Key, r.Official, r.Match = official.Key, official.Label, m.match
		}
		for _, cells := range place(f.strip, row).cells {
			r.Cells = append(r.Cells, printedText(cells))
		}
		list = append(list, r)
	}
	return list
}

func printedText(cells []*gridCell) string {
	var list []string
	for _, c := range cells {
		if !c.blank {
			list = append(list, c.Printed())
		}
	}
	return strings.Join(list, " ")
}

// tellingEdition is the fit's edition, empty when the strip fits the other
// edition just as well.
func (f *fit) tellingEdition() form.Edition {
	for _, g := range f.strip.fits() {
		if g.edition != f.edition && g.score == f.score {
			return ""
		}
	}
	return f.edition
}

// tableSheets makes a sheet of every table of the document.
func tableSheets(d *document.Document) []*sheet {
	var list []*sheet
	for _, t := range d.Tables() {
		list = append(list, newSheet(t))
	}
	return list
}
