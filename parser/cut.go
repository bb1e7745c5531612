package parser

// piece is a labelled line that is no whole row: a page break, or a table
// without rules, has cut its label.
type piece struct {
	row   printedRow
	taken bool // it was taken for a row of the open strip
}

// joinCut puts a row together whose label was cut over several lines, 2.其他法
// at the foot of a page and 律行政法规禁止公开 at the head of the next. Only a
// label that is then exactly an official one is joined.
func (sc *scanner) joinCut(row printedRow) bool {
	for from := range sc.pieces {
		pieces := append(append([]piece{}, sc.pieces[from:]...), piece{row: row})
		label := joinLabels(pieces)
		if !isExactRow(label.words) {
			continue
		}
		sc.untake(pieces)
		for _, p := range pieces {
			p.row.sheet.use(p.row.top, p.row.bottom)
		}
		sc.pieces = nil
		sc.takeRow(joinPieces(pieces, label))
		return true
	}
	return false
}

// keepPiece remembers a line that may be the upper part of a cut row.
func (sc *scanner) keepPiece(row printedRow, taken bool) {
	if row.label == nil || isExactRow(row.label.words) {
		sc.pieces = nil
		return
	}
	sc.pieces = append(sc.pieces, piece{row, taken})
	if len(sc.pieces) > 4 {
		sc.pieces = sc.pieces[1:]
	}
}

func joinLabels(pieces []piece) *gridCell {
	first := *pieces[0].row.label.Cell
	joined := &gridCell{Cell: &first}
	for _, p := range pieces[1:] {
		if first.Raw != "" || p.row.label.Raw != "" {
			first.Raw = first.Printed() + p.row.label.Printed()
		}
		first.Text += p.row.label.Text
	}
	joined.words = wordingOf(first.Text)
	joined.meaning = knownWord(joined.words)
	return joined
}

// isExactRow reports whether the wording is exactly that of an official row.
func isExactRow(w wording) bool {
	return words().exactRows[w.body]
}

// untake removes the pieces that were taken for rows.
func (sc *scanner) untake(pieces []piece) {
	for _, p := range pieces {
		if st := sc.last(); p.taken && st != nil && len(st.rows) > 0 {
			st.rows = st.rows[:len(st.rows)-1]
		}
	}
}

// joinPieces makes one row; its figures are those of the one piece that has
// any. Where two have, a number may be cut as well.
func joinPieces(pieces []piece, label *gridCell) printedRow {
	row, filled := pieces[0].row, 0
	var groups []*gridCell
	for _, p := range pieces {
		groups = append(groups, p.row.groups...)
		if !anyText(p.row.figures) {
			continue
		}
		if filled++; filled == 1 {
			row = p.row
		}
	}
	row.label, row.groups = label, groups
	if filled > 1 {
		row.doubt = "这一行被分页或分行切成几段，几段里都有数字"
	}
	return row
}

func anyText(cells []*gridCell) bool {
	for _, c := range cells {
		if !c.blank {
			return true
		}
	}
	return false
}
