package form

import "sync"

// Axis says along what a relation repeats.
type Axis int

const (
	EachColumn Axis = iota // once for every column, over the named rows
	EachRow                // once for every row, over the named columns
)

// Relation is a 勾稽关系 of a table: for each column (or row) the figures named
// on the left add up to those named on the right.
type Relation struct {
	Rule  string // id of the rule that reports a breach
	Code  string // code of its first instance; EachColumn counts on from it: A01 … A07
	Axis  Axis
	Left  []string // keys of rows (EachColumn) or columns (EachRow)
	Right []string
	Basis string // what it rests on, in Chinese
}

// Identity is one instance of a relation: Σ Left = Σ Right, over figure ids.
type Identity struct {
	Relation *Relation
	Number   int // from 0: which column or row of the table
	Left     []string
	Right    []string
}

// Identities returns the table's identities in the order of its relations.
func (t *Table) Identities() []Identity {
	var list []Identity
	for i := range t.Relations {
		for b := range t.Blocks {
			list = append(list, t.Relations[i].expand(t.Key, &t.Blocks[b])...)
		}
	}
	return list
}

func (r *Relation) expand(table string, b *Block) []Identity {
	var list []Identity
	if r.Axis == EachColumn {
		for n, c := range b.Columns {
			id := func(row string) string { return ID(table, row, c.Key) }
			list = append(list, Identity{r, n, each(r.Left, id), each(r.Right, id)})
		}
		return list
	}
	for n, row := range b.Rows {
		id := func(column string) string { return ID(table, row.Key, column) }
		list = append(list, Identity{r, n, each(r.Left, id), each(r.Right, id)})
	}
	return list
}

func each(keys []string, id func(string) string) []string {
	ids := make([]string, len(keys))
	for i, key := range keys {
		ids[i] = id(key)
	}
	return ids
}

var indexes sync.Map // *Form → map[string]Cell

func (f *Form) index() map[string]Cell {
	if index, ok := indexes.Load(f); ok {
		return index.(map[string]Cell)
	}
	index := map[string]Cell{}
	for _, cell := range f.Cells() {
		index[cell.ID] = cell
	}
	indexes.Store(f, index)
	return index
}
