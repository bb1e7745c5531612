package parser

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"

	"gouji/parser/form"
)

// WriteFacts writes a report in the facts notation: the head, the tables as
// aligned rows, then what stands apart from the form, and the prose last.
// Reading it back gives the same report, but for places, how the file was read, and the
// spelling of numbers where the notation's own says as much (3,001 for 3001).
// An error is what writing to w returned.
func WriteFacts(w io.Writer, r *Report) error {
	f := &factsWriter{report: r, figures: map[string]*Figure{}}
	for i := range r.Figures {
		f.figures[r.Figures[i].ID] = &r.Figures[i]
	}
	f.head()
	for _, key := range []string{form.Disclosure, form.Applications, form.Remedies} {
		f.table(key)
	}
	f.apart()
	f.prose()
	_, err := w.Write(f.Bytes())
	return err
}

type factsWriter struct {
	bytes.Buffer
	report  *Report
	figures map[string]*Figure
	base    *form.Form
}

func (f *factsWriter) line(format string, args ...any) { fmt.Fprintf(f, format+"\n", args...) }

func (f *factsWriter) head() {
	r := f.report
	if r.Source.Path != "" {
		f.line("file %s", strconv.Quote(r.Source.Path))
	}
	f.line("# 一行一排单元格，次序同表；没有写出的单元格是 0，blank 空白，dash 或 / 等是符号，absent 是没有这一格")
	f.base = form.Of(form.Edition(r.Template))
	if f.base == nil {
		f.base = form.Of(form.Edition2021)
	}
	f.line("form %s", f.base.Edition)
	f.formParts()
	f.word("title", r.Title)
	f.word("organ", r.Organ)
	if r.Year != 0 {
		f.line("year %d", r.Year)
	}
	if r.Period != nil {
		f.line("period %s %s", isoDate(r.Period.From), isoDate(r.Period.To))
	}
	if r.Date != nil {
		f.line("date %s", isoDate(*r.Date))
	}
	f.sections()
}

// word writes a free text, quoted when the notation would read it otherwise.
func (f *factsWriter) word(name, text string) {
	switch {
	case text == "":
	case strings.ContainsFunc(text, unicode.IsSpace), strings.ContainsAny(text, "#/\""):
		f.line("%s %s", name, strconv.Quote(text))
	default:
		f.line("%s %s", name, text)
	}
}

// formParts names the tables and blocks that are not of the base edition.
func (f *factsWriter) formParts() {
	for _, t := range f.report.Tables {
		if o := form.Of(t.Edition); o != nil && o != f.base {
			f.line("form %s %s", t.Key, o.Edition)
		}
		if t.Edition != Mixed {
			continue
		}
		for _, b := range t.Blocks {
			if o := form.Of(b.Edition); o != nil && o != f.base && b.Official != nil {
				f.line("form %s %s", form.ID(t.Key, b.Official.Rows[0].Key), o.Edition)
			}
		}
	}
}

func (f *factsWriter) sections() {
	for _, s := range f.report.Sections {
		computed := statedSection(s.Official, s.Heading)
		f.line("section %s %s%s", statedName(&s), strconv.Quote(s.Heading), matchWord(s.Match, computed.Match))
	}
	for _, o := range officialSections() {
		if f.report.Section(o.Number) == nil {
			f.line("section %s absent", sectionName(o.Number))
		}
	}
}

func sectionName(number int) string { return strings.Split("一二三四五六", "")[number-1] }

func matchWord(match, computed Match) string {
	if match == computed {
		return ""
	}
	return " " + matchNames[match]
}

// prose writes the paragraphs; a section's number names its paragraphs.
func (f *factsWriter) prose() {
	if len(f.report.Preface) > 0 || !f.report.PrefaceExcerpt || slices.ContainsFunc(f.report.Sections, func(s Section) bool { return len(s.Passages) > 0 }) {
		f.line("")
	}
	f.whole()
	for _, p := range f.report.Preface {
		f.line("preface %s", strconv.Quote(p.Text))
	}
	for _, s := range f.report.Sections {
		for _, p := range s.Passages {
			f.line("text %s %s", statedName(&s), strconv.Quote(p.Text))
		}
	}
}

// whole names what is known to its last paragraph.
func (f *factsWriter) whole() {
	var names []string
	if !f.report.PrefaceExcerpt {
		names = append(names, "preface")
	}
	for _, s := range f.report.Sections {
		if name := statedName(&s); !s.Excerpt && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		f.line("whole %s", strings.Join(names, " "))
	}
}

// statedName is how statements call a section: 一 to 六, or other.
func statedName(s *Section) string {
	if s.Official > 0 {
		return sectionName(s.Official)
	}
	return "other"
}

// table writes the rows of a table, aligned.
func (f *factsWriter) table(key string) {
	f.line("")
	t := f.report.Table(key)
	if t == nil {
		f.line("table %s absent", key)
		return
	}
	var lines [][]string
	var remarks []string
	for _, b := range f.blocks(t) {
		for _, row := range factRows(key, b) {
			words := []string{row.path}
			for _, id := range row.ids {
				word, remark := f.cell(id)
				words = append(words, word)
				if remark != "" {
					remarks = append(remarks, remark)
				}
			}
			lines = append(lines, merge(words))
		}
	}
	f.aligned(lines)
	for _, remark := range remarks {
		f.line("%s", remark)
	}
}

// factRow is what one line of a table tells: the cells below a path.
type factRow struct {
	path string
	ids  []string
}

// factRows are the rows of a block; the single row of table four is told group
// by group.
func factRows(table string, b *form.Block) []factRow {
	var rows []factRow
	for _, id := range blockCells(table, b) {
		path := id[:strings.LastIndexByte(id, '.')]
		if n := len(rows); n > 0 && rows[n-1].path == path {
			rows[n-1].ids = append(rows[n-1].ids, id)
			continue
		}
		rows = append(rows, factRow{path, []string{id}})
	}
	for i, r := range rows {
		if len(r.ids) == 1 {
			rows[i].path = r.ids[0]
		}
	}
	return rows
}

// blocks are the official blocks that reading the head's form lines lays out.
func (f *factsWriter) blocks(t *Table) []*form.Block {
	d := newDraft()
	d.edition = f.base.Edition
	d.start()
	if o := form.Of(t.Edition); o != nil {
		_ = d.setPartForm(t.Key, o)
	}
	for _, b := range t.Blocks {
		if o := form.Of(b.Edition); o != nil && b.Official != nil && t.Edition == Mixed {
			_ = d.setPartForm(form.ID(t.Key, b.Official.Rows[0].Key), o)
		}
	}
	var list []*form.Block
	for i := range d.tables {
		for _, b := range d.tables[i].Blocks {
			if d.tables[i].Key == t.Key {
				list = append(list, b.Official)
			}
		}
	}
	return list
}

// cell is the word for a cell in its row, and a line of its own where a word
// does not tell all.
func (f *factsWriter) cell(id string) (word, remark string) {
	figure := f.figures[id]
	if figure == nil {
		return "absent", ""
	}
	e, usual := wordOf(figure)
	if figure.Raw != e && !usual {
		remark = " as " + strconv.Quote(figure.Raw)
	}
	if figure.Doubt != "" {
		remark += " doubtful " + strconv.Quote(figure.Doubt)
	}
	if remark != "" {
		remark = id + " " + e + remark
	}
	return e, remark
}

// wordOf is the word for a figure, and whether the text in the document says
// no more than the word.
func wordOf(f *Figure) (word string, usual bool) {
	switch f.State {
	case Blank:
		return "blank", true
	case Dash:
		sign := strings.TrimSpace(f.Raw)
		if r := readNumber(sign, form.Count); r.state == Dash && r.doubt == "" && !strings.ContainsFunc(sign, unicode.IsSpace) && sign != "" && !strings.HasPrefix(sign, "//") {
			return sign, true
		}
		return "dash", false
	case Bad:
		return strconv.Quote(f.Raw), true
	}
	r := readNumber(f.Raw, form.Count)
	return plainNumberText(f.Value), r.state == Number && r.value == f.Value && r.doubt == ""
}

// merge makes one word of a row in which every cell is absent or blank.
func merge(words []string) []string {
	for _, w := range words[1:] {
		if w != words[1] || w != "absent" && w != "blank" {
			return words
		}
	}
	return words[:2]
}

// aligned writes words in columns: names to the left, values to the right.
func (f *factsWriter) aligned(lines [][]string) {
	name, value := 0, 0
	for _, words := range lines {
		name = max(name, len(words[0]))
		for _, w := range words[1:] {
			if len(words) > 2 {
				value = max(value, runewidth.StringWidth(w))
			}
		}
	}
	for _, words := range lines {
		f.WriteString(words[0] + strings.Repeat(" ", name-len(words[0])))
		for _, w := range words[1:] {
			f.WriteString(" " + strings.Repeat(" ", max(value-runewidth.StringWidth(w), 0)) + w)
		}
		f.line("")
	}
}
