package parser

import (
	"cmp"
	"sort"

	"gouji/parser/document"
	"gouji/parser/form"
)

// statutory is the three tables as found, with their figures.
type statutory struct {
	tables  []Table
	figures []Figure
	strips  []*strip // of which they were read, and others
}

// readTables matches the document's tables to the forms.
func readTables(sheets []*sheet) statutory {
	all := statutory{strips: scan(sheets)}
	byTable := map[string][]*fit{}
	for _, st := range all.strips {
		if list := st.fits(); len(list) > 0 && list[0].telling() {
			byTable[st.table] = append(byTable[st.table], list[0])
		}
	}
	for _, key := range []string{form.Disclosure, form.Applications, form.Remedies} {
		if len(byTable[key]) > 0 {
			table, figures := assemble(key, byTable[key])
			all.tables = append(all.tables, table)
			all.figures = append(all.figures, figures...)
		}
	}
	return all
}

// telling reports whether what agrees with the form is more than 总计 and 其他,
// which head the rows and columns of any table.
func (f *fit) telling() bool {
	if f.table.Key == form.Remedies {
		return len(f.ids()) > 2
	}
	for i, m := range f.rows {
		if m.at < 0 {
			continue
		}
		w := f.strip.rows[i].label.words
		if w.number.value > 0 || len(w.runes) > 2 || f.table.Key == form.Disclosure {
			return f.table.Key == form.Applications || f.columnsMatched() > 0
		}
	}
	return false
}

func (f *fit) columnsMatched() int {
	n := 0
	for _, m := range f.columns {
		if m.at >= 0 {
			n++
		}
	}
	return n
}

// copyOf is one printing of a statutory table. A document may hold several: an
// example, or another organ's.
type copyOf struct {
	fits    []*fit
	figures map[string]*filled
}

// assemble makes one table of the strips found for it.
func assemble(key string, list []*fit) (Table, []Figure) {
	copies := split(list)
	best := 0
	for i := range copies {
		copies[i].settle()
		if copies[i].fuller(&copies[best]) {
			best = i
		}
	}
	chosen := copies[best]
	for i := range copies {
		if i != best {
			chosen.doubtConflicts(copies[i])
		}
	}
	return chosen.table(key), chosen.list()
}

// split groups strips into copies: one that prints again the rows of the copy
// before it begins another.
func split(list []*fit) []copyOf {
	var copies []copyOf
	seen := map[string]bool{}
	for _, f := range list {
		ids := f.ids()
		again := 0
		for _, id := range ids {
			if seen[id] {
				again++
			}
		}
		if len(copies) == 0 || again > 0 && 2*again >= len(ids) && len(ids) > 1 {
			copies, seen = append(copies, copyOf{}), map[string]bool{}
		}
		for _, id := range ids {
			seen[id] = true
		}
		last := &copies[len(copies)-1]
		last.fits = append(last.fits, f)
	}
	return copies
}

// ids names the rows that the fit fills; for table four, its columns.
func (f *fit) ids() []string {
	var ids []string
	for _, m := range f.rows {
		if m.at >= 0 && f.table.Key != form.Remedies {
			ids = append(ids, f.block.Rows[m.at].Key)
		}
	}
	if f.table.Key == form.Remedies {
		for _, m := range f.columns {
			if m.at >= 0 {
				ids = append(ids, f.block.Columns[m.at].Key)
			}
		}
	}
	return ids
}

// settle reads the parts of table three in one edition and collects the figures.
func (c *copyOf) settle() {
	if c.fits[0].table.Key == form.Applications {
		c.oneEdition()
	}
	c.figures = map[string]*filled{}
	for _, f := range c.fits {
		for _, e := range f.entries() {
			c.add(e)
		}
	}
}

// oneEdition chooses the edition that fits all parts of a table best: a half
// without （六） cannot tell.
func (c *copyOf) oneEdition() {
	scores := map[form.Edition]int{}
	for _, f := range c.fits {
		for _, g := range f.strip.fits() {
			scores[g.edition] += g.score
		}
	}
	best := form.Edition2021
	if scores[form.Edition2019] > scores[best] {
		best = form.Edition2019
	}
	for i, f := range c.fits {
		for _, g := range f.strip.fits() {
			if g.edition == best {
				c.fits[i] = g
			}
		}
	}
}

// add keeps the first printing of a figure; a second one with another value
// makes it doubtful.
func (c *copyOf) add(e *filled) {
	first := c.figures[e.figure.ID]
	if first == nil {
		c.figures[e.figure.ID] = e
		return
	}
	if differ(&first.figure, &e.figure) {
		first.figure.addDoubt("同一行在表中出现不止一次，数值不同")
	}
}

func differ(a, b *Figure) bool {
	return a.State != b.State || a.Value != b.Value
}

// fuller reports whether a copy has more of the form's cells than another, or
// as many where the other is blank: an example without figures.
func (c *copyOf) fuller(other *copyOf) bool {
	if len(c.figures) != len(other.figures) {
		return len(c.figures) > len(other.figures)
	}
	return c.printed() > 0 && other.printed() == 0
}

func (c *copyOf) printed() int {
	n := 0
	for _, e := range c.figures {
		if e.figure.State != Blank {
			n++
		}
	}
	return n
}

func (c *copyOf) doubtConflicts(other copyOf) {
	for id, e := range c.figures {
		if o := other.figures[id]; o != nil && o.figure.State == Number && differ(&e.figure, &o.figure) {
			e.figure.addDoubt("文件里有两张同样的表，数值不同，取先出现的完整表")
		}
	}
}

func (f *Figure) addDoubt(reason string) {
	if f.Doubt == "" {
		f.Doubt = reason
	}
}

// list gives the figures in the form's order.
func (c *copyOf) list() []Figure {
	entries := make([]*filled, 0, len(c.figures))
	for _, e := range c.figures {
		entries = append(entries, e)
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].before(entries[j]) })
	list := make([]Figure, len(entries))
	for i, e := range entries {
		list[i] = e.figure
	}
	return list
}

// table makes the report's table of the copy's parts.
func (c *copyOf) table(key string) Table {
	t := Table{Key: key, Where: placeOf(c.fits[0].strip)}
	for _, f := range c.fits {
		t.addBlock(f)
		t.Doubt = cmp.Or(t.Doubt, f.strip.sheet.table.Inferred)
	}
	t.Edition = editionOf(t.Blocks)
	return t
}

// addBlock adds a part; the half behind a page break goes to the block that it
// continues.
func (t *Table) addBlock(f *fit) {
	if n := len(t.Blocks); n > 0 && t.Blocks[n-1].Official == f.block && sharesNoRow(&t.Blocks[n-1], f) {
		t.Blocks[n-1].Rows = append(t.Blocks[n-1].Rows, f.printedRows()...)
		t.Blocks[n-1].Note = t.Blocks[n-1].Note || f.strip.note
		return
	}
	t.Blocks = append(t.Blocks, Block{
		Heading: f.headingLabel(), Edition: f.tellingEdition(), Official: f.block,
		Columns: f.printedColumns(), Groups: f.printedGroups(), Rows: f.printedRows(), Note: f.strip.note, Where: placeOf(f.strip),
	})
}

func sharesNoRow(b *Block, f *fit) bool {
	if f.table.Key == form.Remedies {
		return false
	}
	for _, m := range f.rows {
		for _, r := range b.Rows {
			if m.at >= 0 && r.Key == f.block.Rows[m.at].Key {
				return f.table.Key == form.Applications
			}
		}
	}
	return true
}

func placeOf(st *strip) document.Place {
	if st.heading != nil && st.heading.Where.Page > 0 {
		return st.heading.Where
	}
	return st.sheet.table.Where
}

// editionOf is the one edition of the blocks that tell theirs, Mixed when they differ.
func editionOf(blocks []Block) form.Edition {
	var e form.Edition
	for _, b := range blocks {
		switch {
		case b.Edition == "" || b.Edition == e:
		case e == "":
			e = b.Edition
		default:
			return Mixed
		}
	}
	return e
}

// templateOf is the form that a report's tables use: Mixed when they differ.
func templateOf(tables []Table) string {
	var blocks []Block
	for _, t := range tables {
		blocks = append(blocks, Block{Edition: t.Edition})
	}
	return string(editionOf(blocks))
}
