package parser

import (
	"slices"

	"gouji/parser/document"
	"gouji/parser/form"
)

// Report is what a document means as a 政府信息公开工作年度报告. Nothing in it is
// judged: a wrong sum stands here as printed.
type Report struct {
	Source Source
	Title  string // as printed, lines joined without space
	Organ  string // the issuing organ as the title names it, without a title the preface; empty when it names none
	Year   int    // the reported year, from the title or else the period; 0 when unknown
	Period *Period
	Date   *Date // the date under the report, or under its title
	// Template is the official form actually used: "2019", "2021", "mixed",
	// or empty when no table tells.
	Template string
	Tables   []Table   // in the form's order; at most one a key
	Preface  []Passage // the paragraphs before the first section, title left out
	// PrefaceExcerpt is set where only some of the preface is known (Section.Excerpt).
	PrefaceExcerpt bool
	Sections       []Section // in the document's order
	Figures        []Figure  // in the form's order
	// Pictures counts the pictures of the file that are large enough to hold a table.
	Pictures int
	// Authors are the organs named in the file's own properties, each once: who
	// wrote it, who saved it last, whose program it was. Persons are left out.
	Authors []string
	// Revisions is what a Word file still carries of its editing.
	Revisions document.Revisions
	// Incomplete says what part of the file could not be read; empty when all was.
	Incomplete string
	// Damaged is set when the file shows that what was read of it may be another
	// than was written, words and figures: then every figure is doubtful.
	Damaged bool
	// Recognised is set when some of the text was recognised in pictures: words
	// may have characters that the page has not.
	Recognised bool
	// OrganDoubt, YearDoubt and TemplateDoubt say, in Chinese, why it is not sure whose
	// report was recognised, of which year and in which form; empty when they are sure.
	OrganDoubt, YearDoubt, TemplateDoubt string
}

// Doubts says what is not sure about the report as a whole: whose it is, of which
// year and in which form.
func (r *Report) Doubts() []string {
	return slices.DeleteFunc([]string{r.OrganDoubt, r.YearDoubt, r.TemplateDoubt}, func(doubt string) bool { return doubt == "" })
}

// Mixed is the template of a report whose tables use different editions.
const Mixed = "mixed"

// Source says which file a report was read from and how.
type Source struct {
	Path   string          `json:"path"`
	SHA256 string          `json:"sha256"`
	Format document.Format `json:"format,omitempty"`
	Pages  int             `json:"pages,omitempty"`
	Reader string          `json:"reader,omitempty"`
}

// Period is the statistics period that the text states, as printed:
// 自2024年1月1日起至2024年12月31日止.
type Period struct {
	From, To Date
	Where    document.Place
}

// Date is a calendar date as printed; Where is unset inside a Period.
type Date struct {
	Year, Month, Day int
	Where            document.Place
}

// Passage is a paragraph of prose with its place.
type Passage struct {
	Text  string         `json:"text"`
	Where document.Place `json:"where"`
}

// Section is one numbered part of the report, from its heading to the next.
type Section struct {
	// Number is the numeral as printed, 0 when the heading has none.
	Number  int
	Heading string // as printed: 一、总体情况
	Title   string // as printed, without its numeral
	// Official is the number of the official section that the title means,
	// 0 when it means none of them; Match says how closely it agrees.
	Official int
	Match    Match
	Passages []Passage // the paragraphs below the heading, tables left out
	// Excerpt is set where only some of the paragraphs are known, as facts may
	// give them: then nothing tells what the section does not say.
	Excerpt bool
	Where   document.Place
}

// Table is a statutory table found in the document.
type Table struct {
	Key     string       // form.Disclosure, form.Applications, form.Remedies
	Edition form.Edition // the edition its labels fit; empty when they fit both alike, Mixed when its blocks differ
	Where   document.Place
	Blocks  []Block // in the document's order
	// Doubt says, in Chinese, why it is not sure that the table is this one, and of
	// this edition; empty when its labels tell.
	Doubt string
}

// Block is a part of a table as found: form.Block filled from the document.
type Block struct {
	Heading Label        // 第二十条第（一）项; zero in tables that have one block
	Edition form.Edition // the edition its labels fit; empty when they fit both alike
	// Official is the form's block it was matched to, nil when the form of no
	// edition has such a block.
	Official *form.Block
	Columns  []Label // in printed order; an unmatched one has an empty Key
	// Groups are the merged heads above the columns in printed order, such as
	// 未经复议直接起诉; an unmatched one has an empty Key, else Key is the
	// official wording.
	Groups []Label
	Rows   []Row // in printed order
	Note   bool  // the 勾稽关系 note is printed in the corner
	Where  document.Place
}

// Row is a row of a table as found.
type Row struct {
	Label
	// Group is set for a row that prints figures beside a group's label alone,
	// such as （三）不予公开: a sub-total that the form does not have.
	Group bool
	Cells []string // the printed text of its figure cells, by column
}

// Label is a label as printed, and the official one it means.
type Label struct {
	Key      string // the form's key; empty when it means no official label
	Printed  string
	Official string // the official wording; empty when Key is
	Match    Match
	Where    document.Place
}

// Match says how closely a printed label agrees with the official one.
type Match int

// From none to full agreement.
const (
	NoMatch Match = iota
	Near          // some characters differ: 三类内容事务信息 for 三类内部事务信息
	Variant       // a wording that is known from published reports
	Exact         // the same after width, spaces and punctuation are folded
)

// State is one of the states of a cell. A cell that the document does not
// have gives no Figure: that is the fifth.
type State string

// The states of a cell that is there.
const (
	Number State = "number" // a number is printed
	Blank  State = "blank"  // nothing is printed
	Dash   State = "dash"   // a sign for nothing: / — - 无 and the like
	Bad    State = "bad"    // anything else
)

// Figure is one cell of the official form as found in the document.
type Figure struct {
	ID    string
	State State
	Value float64 // for Number: pieces, items or 万元; else 0
	Raw   string  // the cell's text as printed
	Doubt string  // why the reader is not sure of it; empty when sure
	// Confidence, 0 to 1, is a recogniser's in the least sure of the digits; 0
	// where nothing was recognised. Doubt, not this, says whether to trust it.
	Confidence float64
	Where      document.Place
}

// Sure returns the figure's value when it is a number that the reader is sure of.
func (f *Figure) Sure() (float64, bool) {
	if f == nil || f.State != Number || f.Doubt != "" {
		return 0, false
	}
	return f.Value, true
}

// Figure returns the figure with the id, nil when the document has no such cell.
func (r *Report) Figure(id string) *Figure {
	for i := range r.Figures {
		if r.Figures[i].ID == id {
			return &r.Figures[i]
		}
	}
	return nil
}

// Table returns the table with the key, nil when the document has none.
func (r *Report) Table(key string) *Table {
	for i := range r.Tables {
		if r.Tables[i].Key == key {
			return &r.Tables[i]
		}
	}
	return nil
}

// Section returns the section that means the official one of the number, nil
// when the document has none.
func (r *Report) Section(number int) *Section {
	for i := range r.Sections {
		if r.Sections[i].Official == number {
			return &r.Sections[i]
		}
	}
	return nil
}
