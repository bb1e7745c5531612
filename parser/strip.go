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
	// inherited says that the columns are those of the strip before it.
	inherited bool
}

// printedRow is a row of figures as found.
type printedRow struct {
	label   *gridCell // nil when there is none
	groups  []*gridCell
	figures []*gridCell
	top     int
	bottom  int
}

// scanner walks down a sheet and cuts it into strips.
type scanner struct {
	sheet  *sheet
	strips []*strip
	open   *strip // the strip that the next row continues; nil for none
}

// scan cuts the sheets into strips; a strip without a head takes the columns of
// the one before it, of which a page break or a new table cut it off.
func scan(sheets []*sheet) []*strip {
	var all []*strip
	for _, s := range sheets {
		sc := &scanner{sheet: s}
		sc.run()
		all = append(all, sc.strips...)
	}
	for i, st := range all {
		st.columns = headColumns(st)
		if len(st.head) == 0 && i > 0 && continues(all[i-1], st) {
			st.columns, st.inherited = all[i-1].columns, true
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
	a, b := before.rows[len(before.rows)-1].word(), st.rows[0].word()
	return a == nil || b == nil || a.item == b.item
}

func (r *printedRow) word() *meaning {
	if r.label == nil {
		return nil
	}
	return r.label.word
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
	case len(line) > 0 && line[0].word != nil && line[0].word.block:
		sc.start(&strip{table: "disclosure", heading: line[0]})
		sc.sheet.use(line[0])
		return r + 1
	case isHead(line):
		sc.takeHead(r, line)
		return r + 1
	}
	row, ok := sc.readRow(r)
	if !ok {
		sc.stretchHead(r, line)
		return r + 1
	}
	sc.takeRow(row)
	return max(row.bottom, r+1)
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
		case c.figure, c.word != nil && c.word.row != "" && !c.word.column && !c.word.head:
			return false
		case c.word == nil:
		case c.word.note, c.word.head, c.word.column && c.word.row == "":
			sure++
			heads++
		case c.word.column:
			heads++
		}
	}
	return sure > 0 || heads > 1
}

func (sc *scanner) takeHead(r int, line []*gridCell) {
	table := headTable(line)
	st := sc.open
	if st == nil || len(st.rows) > 0 || table != "" && st.table != "" && st.table != table {
		st = sc.start(&strip{table: table})
	}
	if st.table == "" {
		st.table = table
	}
	st.head = append(st.head, r)
	for _, c := range line {
		st.note = st.note || c.word != nil && c.word.note
	}
	sc.sheet.use(line...)
}

// stretchHead counts a row between a head and its first row of figures to the
// head: heads may be cut over two rows, 商业 over 企业.
func (sc *scanner) stretchHead(r int, line []*gridCell) {
	if sc.open == nil || len(sc.open.rows) > 0 || len(sc.open.head) == 0 || len(line) == 0 {
		return
	}
	sc.open.head = append(sc.open.head, r)
	sc.sheet.use(line...)
}

// headTable is the table that the heads of a row are of; empty when they fit several.
func headTable(line []*gridCell) string {
	for _, c := range line {
		if c.word == nil {
			continue
		}
		if c.word.note {
			return "applications"
		}
		if c.word.table != "" {
			return c.word.table
		}
	}
	return ""
}

func (sc *scanner) takeRow(row printedRow) {
	table := ""
	if w := row.word(); w != nil {
		table = w.row
	}
	st := sc.open
	if st == nil || table != "" && st.table != "" && st.table != table || sc.leavesBlock(row) {
		st = sc.start(&strip{table: table})
	}
	if st.table == "" {
		st.table = table
	}
	st.rows = append(st.rows, row)
	if row.label != nil {
		sc.sheet.use(row.label)
	}
	sc.sheet.use(row.groups...)
	sc.sheet.use(row.figures...)
}

// leavesBlock reports whether a row is of another block of table two than the
// rows above it, though no head stands between them.
func (sc *scanner) leavesBlock(row printedRow) bool {
	w := row.word()
	if w == nil || w.item == "" || len(sc.open.rows) == 0 {
		return false
	}
	for _, r := range sc.open.rows {
		if other := r.word(); other != nil && other.item != "" && other.item == w.item {
			return false
		}
	}
	return sc.open.rows[0].word() != nil && sc.open.rows[0].word().item != ""
}
