package parser

import (
	"fmt"
	"slices"
	"strings"

	"gouji/parser/form"
)

// draft is a report while its facts are read. The tables stand as the form has
// them until finish takes out what is absent.
type draft struct {
	report  Report
	edition form.Edition
	tables  []Table  // with every block, row and column of their editions
	ids     []string // of every cell of the tables; nil until asked for
	entries map[string]entry
	extra   map[*form.Block][]extraRow
	columns map[*form.Block][]Label // as printed, where a statement lists them
	foreign map[string][]Block      // blocks that no form has, by table
	order   []*form.Block           // blocks as printed, those named by a statement
	noNote  bool                    // table three lacks the note in its corner
	marks   map[string]mark         // labels as printed, by "row "+id and "column "+id
	plan    sectionPlan
}

// extraRow is a row that the form does not have, and the official row of its
// block that it stands next to.
type extraRow struct {
	row    Row
	anchor string // key of the row
	before bool
}

// mark is a label as printed instead of the official one.
type mark struct {
	printed string
	match   Match
	told    bool
}

func newDraft() *draft {
	d := &draft{
		edition: form.Edition2021, entries: map[string]entry{}, extra: map[*form.Block][]extraRow{},
		columns: map[*form.Block][]Label{}, foreign: map[string][]Block{}, marks: map[string]mark{}, plan: newSectionPlan(),
	}
	d.report.PrefaceExcerpt = true
	d.start()
	return d
}

// start lays out the tables of the draft's edition.
func (d *draft) start() {
	d.tables, d.ids = nil, nil
	f := form.Of(d.edition)
	for i := range f.Tables {
		d.tables = append(d.tables, Table{Key: f.Tables[i].Key, Blocks: blocksOf(f, f.Tables[i].Key)})
	}
}

func blocksOf(f *form.Form, table string) []Block {
	var list []Block
	official := f.Table(table)
	for i := range official.Blocks {
		list = append(list, Block{Official: &official.Blocks[i], Edition: f.Edition})
	}
	return list
}

// apply adds what a statement says to the draft.
func (d *draft) apply(s factLine) error {
	name, rest := s.words[0].text, s.words[1:]
	if set, ok := statements[name]; ok {
		return set(d, rest)
	}
	if !isFigurePath(name) {
		return fmt.Errorf("%w: %s", ErrStatement, name)
	}
	return d.setFigures(name, rest)
}

func isFigurePath(name string) bool {
	table, _, _ := strings.Cut(name, ".")
	return form.Of(form.Edition2021).Table(table) != nil
}

// setFigures sets all cells whose ids are the path or begin with it.
func (d *draft) setFigures(path string, words []factWord) error {
	ids := d.cellsBelow(path)
	if len(ids) == 0 {
		return fmt.Errorf("%w: %s", ErrFigure, path)
	}
	list, err := cellsOf(words, len(ids))
	if err != nil {
		return err
	}
	for i, id := range ids {
		d.entries[id] = list[i]
	}
	return nil
}

func (d *draft) cellsBelow(path string) []string {
	var ids []string
	for _, id := range d.cells() {
		if below, ok := strings.CutPrefix(id, path); ok && (below == "" || below[0] == '.') {
			ids = append(ids, id)
		}
	}
	return ids
}

// cells gives the ids of every cell that the tables laid out have.
func (d *draft) cells() []string {
	if d.ids != nil {
		return d.ids
	}
	for _, t := range d.tables {
		for _, b := range t.Blocks {
			d.ids = append(d.ids, blockCells(t.Key, b.Official)...)
		}
	}
	return d.ids
}

func blockCells(table string, b *form.Block) []string {
	var ids []string
	for _, row := range b.Rows {
		for _, column := range b.Columns {
			ids = append(ids, form.ID(table, row.Key, column.Key))
		}
	}
	return ids
}

// setForm reads: form 2021, form disclosure 2019, form disclosure.fees 2019.
func setForm(d *draft, words []factWord) error {
	if len(words) == 0 || len(words) > 2 {
		return ErrArguments
	}
	f := form.Of(form.Edition(words[len(words)-1].text))
	switch {
	case f == nil:
		return fmt.Errorf("%w: no such form", ErrArguments)
	case len(words) == 1:
		d.edition = f.Edition
		d.start()
		return nil
	}
	return d.setPartForm(words[0].text, f)
}

func (d *draft) setPartForm(path string, f *form.Form) error {
	d.ids = nil
	key, row, _ := strings.Cut(path, ".")
	at := slices.IndexFunc(d.tables, func(t Table) bool { return t.Key == key })
	if at < 0 {
		return fmt.Errorf("%w: %s", ErrFigure, path)
	}
	if row == "" {
		d.tables[at].Blocks = blocksOf(f, key)
		return nil
	}
	block := blockWithRow(f.Table(key), row)
	if block == nil {
		return fmt.Errorf("%w: %s", ErrFigure, path)
	}
	d.tables[at].setBlock(Block{Official: block, Edition: f.Edition})
	return nil
}

// setBlock puts a block in the place of the one with the same heading, or at
// the end.
func (t *Table) setBlock(b Block) {
	for i := range t.Blocks {
		if t.Blocks[i].Official.Heading == b.Official.Heading {
			t.Blocks[i] = b
			return
		}
	}
	t.Blocks = append(t.Blocks, b)
}

func blockWithRow(t *form.Table, key string) *form.Block {
	for i := range t.Blocks {
		for _, row := range t.Blocks[i].Rows {
			if row.Key == key {
				return &t.Blocks[i]
			}
		}
	}
	return nil
}

// finish makes the report of the draft.
func (d *draft) finish() *Report {
	r := &d.report
	for _, t := range d.tables {
		if done, ok := d.finishTable(t); ok {
			r.Tables = append(r.Tables, done)
		}
	}
	r.Template = templateOf(r.Tables)
	r.Sections = d.plan.sections()
	if r.Period == nil {
		r.Period = readPeriod(r.Preface, r.Sections)
	}
	if r.Title == "" && r.Organ != "" && r.Year != 0 {
		r.Title = fmt.Sprintf("%s%d年政府信息公开工作年度报告", r.Organ, r.Year)
	}
	return r
}
