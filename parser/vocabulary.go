package parser

import (
	"regexp"
	"strings"
	"sync"

	"gouji/parser/form"
)

// meaning is what a text means in the statutory tables, before it is known which
// edition is used: enough to tell heads from rows and the tables apart.
type meaning struct {
	row    string // the table that has such a row; empty for none
	item   string // the heading of the row's block, in table two
	key    string // the row's key
	group  bool   // a merged label left of rows: （三）不予公开
	column bool   // the head of a column
	head   bool   // a merged head, or what stands in the corner
	table  string // the table of the column or head; empty when several have it
	note   bool   // the 勾稽关系 note
	block  bool   // the row above a block's head: 第二十条第（一）项
}

var itemHeading = regexp.MustCompile(`^第?二十条第?\(?([一二三四五六七八九十]+)\)?项`)

// vocabulary holds every label of every edition once.
type vocabulary struct {
	rows, columns       []candidate
	rowWords, colWords  []meaning
	groups, heads, note []string
	headTables          []string
	exactRows           map[string]bool // the folded bodies of the rows' labels
	known               map[string]*meaning
}

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{exactRows: map[string]bool{}}
	for _, f := range form.All() {
		for t := range f.Tables {
			v.addTable(&f.Tables[t])
		}
	}
	v.learn()
	return v
})

func (v *vocabulary) addTable(t *form.Table) {
	if t.Note != "" {
		v.note = append(v.note, fold(t.Note))
	}
	for b := range t.Blocks {
		block := &t.Blocks[b]
		if block.Corner != "" && block.Corner != t.Note {
			v.addHead(block.Corner, t.Key)
		}
		for i := range block.Rows {
			v.addRow(t.Key, block.Heading, &block.Rows[i])
		}
		for i := range block.Columns {
			v.addColumn(t.Key, &block.Columns[i])
		}
	}
}

func (v *vocabulary) addRow(table, item string, r *form.Row) {
	for _, g := range r.Under {
		if body := wordingOf(g).body; !contains(v.groups, body) {
			v.groups = append(v.groups, body)
		}
	}
	if r.Label == "" {
		return
	}
	for i, w := range v.rowWords {
		if w.row == table && w.key == r.Key && v.rows[i].official == r.Label {
			return
		}
	}
	v.rows = append(v.rows, newCandidate(r.Label, r.Variants, nil))
	for _, label := range append([]string{r.Label}, r.Variants...) {
		v.exactRows[wordingOf(label).body] = true
	}
	v.rowWords = append(v.rowWords, meaning{row: table, item: item, key: r.Key})
}

func (v *vocabulary) addColumn(table string, c *form.Column) {
	for _, u := range c.Under {
		v.addHead(u, table)
	}
	for i, w := range v.colWords {
		if v.columns[i].official == c.Label {
			if w.table != table {
				v.colWords[i].table = ""
			}
			return
		}
	}
	v.columns = append(v.columns, newCandidate(c.Label, c.Variants, nil))
	v.colWords = append(v.colWords, meaning{table: table})
}

func (v *vocabulary) addHead(label, table string) {
	if body := fold(label); !contains(v.heads, body) {
		v.heads = append(v.heads, body)
		v.headTables = append(v.headTables, table)
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// knownWord says what a text means in the statutory tables; nil for nothing.
func knownWord(w wording) *meaning {
	v := words()
	if m, ok := v.known[wordID(w)]; ok {
		return m
	}
	return v.lookUp(w)
}

// wordID is equal for the wordings that mean the same.
func wordID(w wording) string {
	if w.number.value > 0 {
		return "#" + w.body
	}
	return w.body
}

// learn looks the official wordings up once for all.
func (v *vocabulary) learn() {
	known := map[string]*meaning{}
	add := func(body string) {
		for _, number := range []numeral{{}, {1, '1'}} {
			w := wording{number: number, body: body, runes: []rune(body)}
			known[wordID(w)] = v.lookUp(w)
		}
	}
	for _, list := range [][]candidate{v.rows, v.columns} {
		for i := range list {
			add(list[i].words.body)
		}
	}
	for _, body := range append(append([]string{}, v.groups...), v.heads...) {
		add(body)
	}
	v.known = known
}

const longestLabel = 80

func (v *vocabulary) lookUp(w wording) *meaning {
	found := meaning{}
	if len(w.runes) > longestLabel && (w.bare == "" || len(w.bare) > longestLabel) {
		return nil
	}
	found.block = itemHeading.MatchString(w.body)
	found.note = v.isNote(w)
	found.group = v.isGroup(w)
	if i := nearest(v.rows, w); i >= 0 {
		found.row, found.item, found.key = v.rowWords[i].row, v.rowWords[i].item, v.rowWords[i].key
	}
	if i := nearest(v.columns, w); i >= 0 && w.number.value == 0 {
		found.column, found.table = true, v.colWords[i].table
	}
	for i, h := range v.heads {
		if sameGroup(w.body, h) && w.number.value == 0 {
			found.head, found.table = true, v.headTables[i]
			break
		}
	}
	if found == (meaning{}) {
		return nil
	}
	return &found
}

// nearest is the first of the candidates that a text fits best, -1 for none.
func nearest(list []candidate, w wording) int {
	at, best := -1, noCost
	for i := range list {
		if a := list[i].compare(w, nil); a.match != NoMatch && a.cost < best {
			at, best = i, a.cost
		}
	}
	return at
}

func (v *vocabulary) isNote(w wording) bool {
	return strings.Contains(w.body, "勾稽关系") || strings.Contains(w.body, "第一项加第二项")
}

func (v *vocabulary) isGroup(w wording) bool {
	for _, g := range v.groups {
		if sameGroup(w.body, g) {
			return true
		}
	}
	return false
}

// blockWords is a block's labels, ready to be compared.
type blockWords struct{ columns, rows []candidate }

var blockCandidates = sync.OnceValue(func() map[*form.Block]blockWords {
	all := map[*form.Block]blockWords{}
	for _, f := range form.All() {
		for t := range f.Tables {
			for b := range f.Tables[t].Blocks {
				block := &f.Tables[t].Blocks[b]
				all[block] = newBlockWords(block)
			}
		}
	}
	return all
})

func candidatesOf(b *form.Block) blockWords { return blockCandidates()[b] }

func newBlockWords(b *form.Block) blockWords {
	var w blockWords
	for _, c := range b.Columns {
		w.columns = append(w.columns, newCandidate(c.Label, c.Variants, c.Under))
	}
	for _, r := range b.Rows {
		w.rows = append(w.rows, newCandidate(r.Label, r.Variants, r.Under))
	}
	return w
}
