package parser

// strip is a run of rows of one statutory table as found in the document: a
// block of table two, table three, table four, or the half of one of them that
// a page break left. It is not yet known which edition it is of.
type strip struct {
	sheet   *sheet
	table   string
	heading *gridCell // 第二十条第（一）项
	head    []int     // the grid rows of its head
	note    bool
	columns []printedColumn
	rows    []printedRow
	// drawn is the sheet in whose grid the columns stand: that of an earlier
	// strip where this one has no head.
	drawn *sheet
	read  []*fit // see fits
}

// printedRow is a row of figures as found.
type printedRow struct {
	label   *gridCell // nil when there is none
	groups  []*gridCell
	figures []*gridCell
	sheet   *sheet
	top     int // its grid rows [top, bottom)
	bottom  int
	doubt   string   // why the row as a whole is not sure
	placed  *placing // see place
}

// scanner walks down a sheet and cuts it into strips.
type scanner struct {
	sheet  *sheet
	strips []*strip
	open   *strip // the strip that the next row continues; nil for none
	before *strip // the last strip of the sheet before; nil for none
	pieces []piece
}

// scan cuts the sheets into strips; a strip without a head takes the columns of
// the one before it, of which a page break or a new table cut it off.
func scan(sheets []*sheet) []*strip {
	var all []*strip
	var pieces []piece
	for _, s := range sheets {
		sc := &scanner{sheet: s}
		if len(all) > 0 {
			sc.before = all[len(all)-1]
			sc.pieces = pieces
		}
		sc.run()
		pieces = sc.pieces
		all = append(all, sc.strips...)
	}
	for i, st := range all {
		st.columns, st.drawn = headColumns(st), st.sheet
		if len(st.head) == 0 && i > 0 && continues(all[i-1], st) {
			st.columns, st.drawn = all[i-1].columns, all[i-1].drawn
			st.heading = firstCell(st.heading, all[i-1].heading)
		}
	}
	return withRows(all)
}

func firstCell(a, b *gridCell) *gridCell {
	if a != nil {
		return a
	}
	return b
}

// continues reports whether a strip without a head goes on with the rows of another.
func continues(before, st *strip) bool {
	if before.table != st.table || len(before.columns) == 0 {
		return false
	}
	if len(before.rows) == 0 || len(st.rows) == 0 {
		return true
	}
	a, b := before.rows[len(before.rows)-1].meaning(), st.rows[0].meaning()
	return a == nil || b == nil || a.item == b.item
}

func (r *printedRow) meaning() *meaning {
	if r.label == nil {
		return nil
	}
	return r.label.meaning
}

// withRows drops the heads below which nothing stands.
func withRows(all []*strip) []*strip {
	var list []*strip
	for _, st := range all {
		if len(st.rows) > 0 {
			list = append(list, st)
		}
	}
	return list
}

func (sc *scanner) run() {
	for r := 0; r < sc.sheet.table.Rows; {
		r = sc.row(r)
	}
}

// row takes the grid row into a strip and returns the next one to look at.
func (sc *scanner) row(r int) int {
	line := sc.sheet.starting(r)
	switch {
	case len(line) > 0 && line[0].meaning != nil && line[0].meaning.block:
		sc.start(&strip{table: "disclosure", heading: line[0]})
		sc.sheet.use(r, r+1)
		return r + 1
	case isHead(line):
		sc.takeHead(r, line)
		return r + 1
	}
	row, ok := sc.readRow(r)
	if ok && row.label != nil && sc.joinCut(row) {
		return max(row.bottom, r+1)
	}
	ok = ok && sc.isRow(row)
	if !ok {
		sc.stretchHead(r, line)
	}
	if row.sheet != nil {
		sc.keepPiece(row, ok)
	}
	if !ok {
		return r + 1
	}
	sc.takeRow(row)
	sc.sheet.use(r, row.bottom)
	return max(row.bottom, r+1)
}

// last is the strip that a row without a head goes on with.
func (sc *scanner) last() *strip {
	if sc.open == nil && len(sc.strips) == 0 {
		return sc.before
	}
	return sc.open
}

// awaited reports whether the sheet before ended in the head of table four,
// whose row of figures has no label to know it by.
func (sc *scanner) awaited() bool {
	return sc.open == nil && len(sc.strips) == 0 && sc.before != nil &&
		sc.before.table == "remedies" && len(sc.before.rows) == 0
}

func (sc *scanner) start(st *strip) *strip {
	st.sheet = sc.sheet
	sc.strips = append(sc.strips, st)
	sc.open = st
	return st
}

// isHead reports whether the cells that begin in a row are heads. 其他 and 总计
// head columns as well as rows, so one of them alone is no head.
func isHead(line []*gridCell) bool {
	sure, heads := 0, 0
	for _, c := range line {
		switch {
		case c.figure, c.meaning != nil && c.meaning.row != "" && !c.meaning.column && !c.meaning.head:
			return false
		case c.meaning == nil:
		case c.meaning.note, c.meaning.head, c.meaning.column && c.meaning.row == "":
			sure++
			heads++
		case c.meaning.column:
			heads++
		}
	}
	return sure > 0 || heads > 1
}

func (sc *scanner) takeHead(r int, line []*gridCell) {
	table := headTable(line)
	st := sc.open
	if st == nil || len(st.rows) > 0 || len(st.head) >= tallestHead || table != "" && st.table != "" && st.table != table {
		st = sc.start(&strip{table: table})
	}
	if st.table == "" {
		st.table = table
	}
	st.head = append(st.head, r)
	for _, c := range line {
		st.note = st.note || c.meaning != nil && c.meaning.note
	}
	sc.sheet.use(r, r+1)
}

// stretchHead counts a row between a head and its first row of figures to the
// head: heads may be cut over two rows, 商业 over 企业.
func (sc *scanner) stretchHead(r int, line []*gridCell) {
	if sc.open == nil || len(sc.open.rows) > 0 || len(sc.open.head) == 0 || len(line) == 0 {
		return
	}
	if len(sc.open.head) >= tallestHead {
		sc.open = nil
		return
	}
	sc.open.head = append(sc.open.head, r)
	sc.sheet.use(r, r+1)
}

// tallestHead is the most grid rows that a head is cut into; the official ones
// have three.
const tallestHead = 8

// headTable is the table that the heads of a row are of; empty when they fit
// several. 其他 tells nothing: it is also what a page break leaves of 其他结果.
func headTable(line []*gridCell) string {
	for _, c := range line {
		if c.meaning == nil {
			continue
		}
		if c.meaning.note {
			return "applications"
		}
		if c.meaning.table != "" && c.meaning.row == "" {
			return c.meaning.table
		}
	}
	return ""
}

func (sc *scanner) takeRow(row printedRow) {
	table := ""
	if w := row.meaning(); w != nil {
		table = w.row
	}
	st := sc.open
	if row.label == nil && sc.awaited() {
		table = "remedies"
	}
	if st == nil || table != "" && st.table != "" && st.table != table || sc.leavesBlock(row) {
		st = sc.start(&strip{table: table})
	}
	if st.table == "" {
		st.table = table
	}
	st.rows = append(st.rows, row)
}

// leavesBlock reports whether a row is of another block of table two than the
// rows above it, though no head stands between them.
func (sc *scanner) leavesBlock(row printedRow) bool {
	w := row.meaning()
	if w == nil || w.item == "" || len(sc.open.rows) == 0 {
		return false
	}
	for _, r := range sc.open.rows {
		if other := r.meaning(); other != nil && other.item != "" && other.item == w.item {
			return false
		}
	}
	return sc.open.rows[0].meaning() != nil && sc.open.rows[0].meaning().item != ""
}
