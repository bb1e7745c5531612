package parser

import (
	"slices"
	"strings"

	"gouji/parser/form"
)

// letGo makes every text of the report its own. The texts were cut out of the
// document's, and a single 0 of a cell would keep the whole of it in memory: 70 KB
// of XML behind a Word report, for as long as a run of thousands compares them.
func (r *Report) letGo() {
	k := keeper{}
	k.all(&r.Title, &r.Organ, &r.Incomplete, &r.OrganDoubt, &r.YearDoubt, &r.TemplateDoubt)
	r.Figures = slices.Clone(r.Figures)
	for i := range r.Figures {
		f := &r.Figures[i]
		if cell, known := form.Find(f.ID); known {
			f.ID = cell.ID
		}
		k.all(&f.Raw, &f.Doubt)
	}
	k.passages(r.Preface)
	for i := range r.Authors {
		k.all(&r.Authors[i])
	}
	for i := range r.Sections {
		k.all(&r.Sections[i].Heading, &r.Sections[i].Title)
		k.passages(r.Sections[i].Passages)
	}
	for i := range r.Tables {
		for b := range r.Tables[i].Blocks {
			k.block(&r.Tables[i].Blocks[b])
		}
	}
}

// keeper copies texts, each different one once: most cells of a table hold 0.
type keeper map[string]string

func (k keeper) all(texts ...*string) {
	for _, t := range texts {
		copied, ok := k[*t]
		if !ok {
			copied = strings.Clone(*t)
			k[copied] = copied
		}
		*t = copied
	}
}

func (k keeper) passages(list []Passage) {
	for i := range list {
		k.all(&list[i].Text)
	}
}

func (k keeper) block(b *Block) {
	k.label(&b.Heading)
	for i := range b.Columns {
		k.label(&b.Columns[i])
	}
	for i := range b.Groups {
		k.label(&b.Groups[i])
	}
	for i := range b.Rows {
		k.label(&b.Rows[i].Label)
		for c := range b.Rows[i].Cells {
			k.all(&b.Rows[i].Cells[c])
		}
	}
}

// label leaves the form's own words where they are.
func (k keeper) label(l *Label) { k.all(&l.Printed) }
