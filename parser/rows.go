package parser

// readRow reads the grid row as a row of figures; false when it is none.
func (sc *scanner) readRow(r int) (printedRow, bool) {
	line := sc.sheet.line(r)
	at := labelAt(line, sc.labelArea())
	if at < 0 {
		return sc.readUnlabelled(r, line)
	}
	label := line[at]
	if label.Row < r && label.word == nil {
		return printedRow{}, false
	}
	row := printedRow{label: label, top: r, bottom: max(label.bottom(), r+1)}
	for _, c := range line[:at] {
		if !c.blank {
			row.groups = append(row.groups, c)
		}
	}
	row.figures = sc.rightOf(label, row.top, row.bottom)
	return row, sc.isRow(row)
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
	if w := row.label.word; w != nil && (w.row != "" || w.group) {
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
		if c.blank {
			continue
		}
		if c.figure {
			break
		}
		if c.Column < area || c.word != nil && (c.word.row != "" || c.word.group) || area < 0 && at < 0 {
			at = i
		}
	}
	return at
}

// readUnlabelled reads a row without any label: the row of table four, or an
// extra row of figures.
func (sc *scanner) readUnlabelled(r int, line []*gridCell) (printedRow, bool) {
	if sc.open == nil || len(sc.open.head) == 0 {
		return printedRow{}, false
	}
	row := printedRow{top: r, bottom: r + 1}
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
	if sc.open.table == "remedies" {
		first := len(sc.open.rows) == 0
		return row, len(row.figures) > 0 && (blank && first || anyFigure(row.figures) || text && !first)
	}
	return row, !blank && anyFigure(row.figures)
}
