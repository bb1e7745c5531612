package parser

// readRow reads the grid row as a line with a label and figures; false when it is none.
func (sc *scanner) readRow(r int) (printedRow, bool) {
	line := sc.sheet.line(r)
	at := labelAt(line, sc.labelArea())
	if at < 0 {
		return sc.readUnlabelled(r, line)
	}
	label := line[at]
	if label.Row < r || label.bottom() > r+1 && blankBeside(line, at, sc.labelArea()) {
		return sc.readUnlabelled(r, line)
	}
	row := printedRow{sheet: sc.sheet, label: label, top: r, bottom: max(label.bottom(), r+1)}
	for _, c := range line[:at] {
		if !c.blank && !c.figure {
			row.groups = append(row.groups, c)
		}
	}
	row.figures = sc.rightOf(label, row.top, row.bottom)
	return row, true
}

// blankBeside reports whether the label's own cell is there but blank, so that
// the one at is a group's.
func blankBeside(line []*gridCell, at, area int) bool {
	return at+1 < len(line) && line[at+1].blank && line[at+1].Column < area
}

// rightOf gives the cells right of a label within its rows.
func (sc *scanner) rightOf(label *gridCell, top, bottom int) []*gridCell {
	var list []*gridCell
	for _, c := range sc.sheet.across(top, bottom) {
		if c != label && c.Column >= label.right() {
			list = append(list, c)
		}
	}
	return list
}

// isRow reports whether a labelled row belongs to a statutory table: its label
// is known, or it prints figures below a head.
func (sc *scanner) isRow(row printedRow) bool {
	if row.label == nil {
		return true
	}
	if w := row.label.meaning; w != nil && (w.row != "" || w.group) {
		return w.row != "" || sc.open != nil
	}
	return sc.open != nil && len(sc.open.head) > 0 && anyFigure(row.figures)
}

func anyFigure(cells []*gridCell) bool {
	for _, c := range cells {
		if c.figure {
			return true
		}
	}
	return false
}

// labelArea is the first grid column of figures below the open head, -1 when
// there is no head to tell.
func (sc *scanner) labelArea() int {
	if sc.open == nil || len(sc.open.head) == 0 {
		return -1
	}
	if len(sc.open.rows) == 0 {
		sc.open.columns = headColumns(sc.open)
	}
	if len(sc.open.columns) == 0 {
		return -1
	}
	return sc.open.columns[0].from
}

// labelAt is the index of the cell that labels the line: the innermost one left
// of the figures. A known row label outside the label area counts too, since
// heads are often narrower than the rows below them.
func labelAt(line []*gridCell, area int) int {
	at := -1
	for i, c := range line {
		if c.blank || c.figure && besideRows(c, area) {
			continue
		}
		if c.figure {
			break
		}
		if c.Column < area || c.meaning != nil && (c.meaning.row != "" || c.meaning.group) || area < 0 && at < 0 {
			at = i
		}
	}
	return at
}

// besideRows reports whether a cell stands left of the figures and beside several rows,
// as only a group's label does: a 理 that a page break cut off （五）不予处理 may be
// recognised as 8.
func besideRows(c *gridCell, area int) bool { return c.right() <= area && c.RowSpan > 1 }

// readUnlabelled reads a row without any label: the row of table four, or an
// extra row of figures.
func (sc *scanner) readUnlabelled(r int, line []*gridCell) (printedRow, bool) {
	if sc.open == nil && !sc.awaited() || sc.open != nil && len(sc.open.head) == 0 && !sc.awaited() {
		return printedRow{}, false
	}
	row := printedRow{sheet: sc.sheet, top: r, bottom: r + 1}
	blank, text := true, false
	for _, c := range line {
		if c.Row < r {
			continue
		}
		row.figures = append(row.figures, c)
		row.bottom = max(row.bottom, c.bottom())
		blank = blank && c.blank
		text = text || !c.blank && !c.figure
	}
	if sc.open == nil {
		return row, !text && anyFigure(row.figures)
	}
	if text && len(row.figures) == 1 && sc.spansSheet(row.figures[0]) {
		return row, false
	}
	if sc.open.table == "remedies" {
		first := len(sc.open.rows) == 0
		return row, len(row.figures) > 0 && (blank && first || anyFigure(row.figures) || text && !first)
	}
	return row, !blank && anyFigure(row.figures)
}

// spansSheet reports whether a cell is as wide as its whole table: prose of a
// report that stands in one sheet, such as a spreadsheet's.
func (sc *scanner) spansSheet(c *gridCell) bool {
	columns := sc.sheet.table.Columns
	return columns > 1 && c.Column == 0 && c.right() == columns
}
