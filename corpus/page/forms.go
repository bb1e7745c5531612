package page

import (
	"slices"

	"gouji/parser/form"
	"gouji/validate"
	"gouji/validate/mend"
)

// sheet is a table of an official form, as the page draws it.
type sheet struct {
	Key    string  `json:"key"`
	Name   words   `json:"name"`
	Note   string  `json:"note,omitempty"`
	Blocks []block `json:"blocks"`
}

type block struct {
	Heading string  `json:"heading,omitempty"`
	Corner  string  `json:"corner,omitempty"`
	Columns []label `json:"columns"`
	Rows    []label `json:"rows"`
	// Cells are ids and names by row, then by column.
	Cells []named `json:"cells"`
}

// label is that of a row or column: the merged ones before it, then its own.
type label []string

type named struct {
	ID   string `json:"id"`
	Name words  `json:"name"`
}

// sheets are the tables of every edition.
func sheets() map[form.Edition][]sheet {
	all := map[form.Edition][]sheet{}
	for _, f := range form.All() {
		for i := range f.Tables {
			all[f.Edition] = append(all[f.Edition], sheetOf(&f.Tables[i]))
		}
	}
	return all
}

func sheetOf(t *form.Table) sheet {
	s := sheet{Key: t.Key, Name: words{t.Name, t.English}, Note: t.Note}
	cells := t.Cells()
	for i := range t.Blocks {
		b := blockOf(&t.Blocks[i])
		number := len(b.Rows) * len(b.Columns)
		for _, c := range cells[:number] {
			b.Cells = append(b.Cells, named{c.ID, wordsOf(mend.CellName(c.ID))})
		}
		cells = cells[number:]
		s.Blocks = append(s.Blocks, b)
	}
	return s
}

func blockOf(b *form.Block) block {
	out := block{Heading: b.Heading, Corner: b.Corner}
	for _, c := range b.Columns {
		out.Columns = append(out.Columns, append(slices.Clone(c.Under), c.Label))
	}
	for _, r := range b.Rows {
		out.Rows = append(out.Rows, append(slices.Clone(r.Under), r.Label))
	}
	return out
}

// sides are the two sides of the identity that a finding says is broken; none when it
// is about something else.
func sides(f validate.Finding) (left, right []string) {
	for _, edition := range form.All() {
		for i := range edition.Tables {
			if identity, ok := brokenIn(&edition.Tables[i], f); ok {
				return identity.Left, identity.Right
			}
		}
	}
	return nil, nil
}

func brokenIn(t *form.Table, f validate.Finding) (form.Identity, bool) {
	ofRule := func(r form.Relation) bool { return r.Rule == f.Rule }
	if !slices.ContainsFunc(t.Relations, ofRule) {
		return form.Identity{}, false
	}
	for _, identity := range t.Identities() {
		if ofRule(*identity.Relation) && sameCells(f.Figures, identity) {
			return identity, true
		}
	}
	return form.Identity{}, false
}

func sameCells(ids []string, identity form.Identity) bool {
	cells := slices.Sorted(slices.Values(slices.Concat(identity.Left, identity.Right)))
	return slices.Equal(slices.Sorted(slices.Values(ids)), cells)
}
