package parser

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gouji/parser/form"
)

// apart writes where the report's labels are not the form's, and what is left
// in the file.
func (f *factsWriter) apart() {
	f.line("")
	for i := range f.report.Tables {
		t := &f.report.Tables[i]
		f.noteAndOrder(t)
		for j := range t.Blocks {
			f.block(t.Key, &t.Blocks[j])
		}
	}
	if e := f.report.Revisions; e.Any() {
		f.line("revisions insertions %d deletions %d comments %d", e.Insertions, e.Deletions, e.Comments)
	}
	for _, name := range f.report.Authors {
		f.line("author %s", strconv.Quote(name))
	}
	if f.report.Pictures > 0 {
		f.line("pictures %d", f.report.Pictures)
	}
	if f.report.Incomplete != "" {
		f.line("incomplete %s", strconv.Quote(f.report.Incomplete))
	}
	if f.Len() > 1 && strings.HasSuffix(f.String(), "\n\n") {
		f.Truncate(f.Len() - 1)
	}
}

// noteAndOrder writes that the table lacks its note, and the order of its blocks
// where that is not the form's.
func (f *factsWriter) noteAndOrder(t *Table) {
	if t.Key == form.Applications && !slices.ContainsFunc(t.Blocks, func(b Block) bool { return b.Note }) {
		f.line("note %s absent", t.Key)
	}
	var printed, usual []*form.Block
	for _, b := range t.Blocks {
		if b.Official != nil && !slices.Contains(printed, b.Official) {
			printed = append(printed, b.Official)
		}
	}
	for _, b := range f.blocks(t) {
		if slices.Contains(printed, b) {
			usual = append(usual, b)
		}
	}
	if slices.Equal(printed, usual) {
		return
	}
	words := []string{"blocks", t.Key}
	for _, b := range printed {
		words = append(words, b.Rows[0].Key)
	}
	f.line("%s", strings.Join(words, " "))
}

func (f *factsWriter) block(table string, b *Block) {
	if b.Official == nil {
		f.line("block %s %s", table, strconv.Quote(b.Heading.Printed))
		return
	}
	f.columns(table, b)
	last := ""
	for i, row := range b.Rows {
		if row.Key == "" && row.Official == "" && row.Printed != "" {
			f.extraRow(table, b, i, last)
			continue
		}
		if row.Key != "" && rowPlace(b, row.Key) < i {
			f.line("row again %s", strings.Join(append([]string{form.ID(table, row.Key)}, cellWords(row)...), " "))
			continue
		}
		last = row.Key
		f.mark("row "+form.ID(table, row.Key), row.Label, rowVariants(b.Official, row.Key))
	}
}

// mark writes a label that is not printed as the form has it.
func (f *factsWriter) mark(name string, l Label, variants []string) {
	if l.Match == Exact || l.Official == "" {
		return
	}
	f.line("%s %s%s", name, strconv.Quote(l.Printed), matchWord(l.Match, wordingMatch(l.Printed, l.Official, variants)))
}

// extraRow writes a row that the form does not have, beside the official row
// above it, or else the one below.
func (f *factsWriter) extraRow(table string, b *Block, at int, last string) {
	row, side := b.Rows[at], "after"
	if last == "" {
		below := slices.IndexFunc(b.Rows, func(r Row) bool { return r.Key != "" })
		if below < 0 {
			return
		}
		side, last = "before", b.Rows[below].Key
	}
	words := []string{"row", side, form.ID(table, last)}
	if row.Group {
		words = append(words, "group")
	}
	words = append(words, strconv.Quote(row.Printed))
	f.line("%s", strings.Join(append(words, cellWords(row)...), " "))
}

// rowPlace is where a block prints a row first.
func rowPlace(b *Block, key string) int {
	return slices.IndexFunc(b.Rows, func(r Row) bool { return r.Key == key })
}

func cellWords(row Row) []string {
	var words []string
	for _, c := range row.Cells {
		words = append(words, cellWord(c))
	}
	return words
}

// cellWord quotes the text of a cell unless it is one plain word.
func cellWord(text string) string {
	if text == "" || strings.ContainsFunc(text, unicode.IsSpace) || strings.ContainsAny(text, "\"#/") {
		return strconv.Quote(text)
	}
	return text
}

// columns writes the marked columns, and all of them where they are not the
// form's in the form's order.
func (f *factsWriter) columns(table string, b *Block) {
	path := form.ID(table, b.Official.Rows[0].Key)
	if len(form.Of(form.Edition2021).Table(table).Blocks) == 1 {
		path = table
	}
	for _, c := range b.Columns {
		f.mark("column "+form.ID(path, c.Key), c, columnVariants(b.Official, c.Key))
	}
	if f.usualColumns(table, b) {
		return
	}
	words := []string{"columns", path}
	for _, c := range b.Columns {
		if c.Key == "" {
			words = append(words, strconv.Quote(c.Printed))
		} else {
			words = append(words, c.Key)
		}
	}
	f.line("%s", strings.Join(words, " "))
}

// usualColumns reports whether the columns are those of which figures are
// there, in the form's order.
func (f *factsWriter) usualColumns(table string, b *Block) bool {
	var want []string
	for _, c := range b.Official.Columns {
		if slices.ContainsFunc(b.Official.Rows, func(r form.Row) bool {
			return f.figures[form.ID(table, r.Key, c.Key)] != nil
		}) {
			want = append(want, c.Key)
		}
	}
	var got []string
	for _, c := range b.Columns {
		got = append(got, c.Key)
	}
	return slices.Equal(got, want) || len(got) == 0
}

func rowVariants(b *form.Block, key string) []string {
	for _, r := range b.Rows {
		if r.Key == key {
			return r.Variants
		}
	}
	return nil
}

func columnVariants(b *form.Block, key string) []string {
	for _, c := range b.Columns {
		if c.Key == key {
			return c.Variants
		}
	}
	return nil
}
