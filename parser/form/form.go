// Package form is the official forms of the 政府信息公开工作年度报告 as data:
// headings, tables, labels and the sums that the tables must satisfy. Open
// form2021.go beside the notice: whoever knows the form can proof-read it.
//
// Two editions exist. 国办公开办函〔2019〕60号 set the trial form, used for the
// reports of 2019 and 2020; 国办公开办函〔2021〕30号 set the form in force since the
// reports of 2021. They differ in table two and in the rows under （六）其他处理;
// all they share stands once, in shared.go.
//
// A cell is named by its figure id, "<table>.<row>.<column>", such as
// "applications.denied.third_party.natural_person". The ids are a contract
// with scripts and datasets.
//
// Glossary, in the form's order:
//
//	政府信息公开工作年度报告  annual report on open government information
//	条例                   the Regulations (国务院令第711号)
//	主动公开               disclosure (on the organ's own initiative)
//	规章                   regulation          行政规范性文件  normative document
//	行政许可               licensing           行政处罚  penalty    行政强制  coercion
//	行政事业性收费          administrative fee   政府集中采购  procurement
//	依申请公开              disclosure upon application
//	申请                   application         申请人  applicant
//	自然人                 natural person      法人或其他组织  organisation
//	商业企业  business      科研机构  research   社会公益组织  public interest
//	法律服务机构  legal service
//	本年新收  new           上年结转  carried in  结转下年度  carried out
//	予以公开  granted       部分公开  partly granted
//	不予公开  denied        无法提供  unavailable  不予处理  not processed
//	其他处理  other         总计  total
//	行政复议  reconsideration                  行政诉讼  litigation
//	未经复议直接起诉  direct  复议后起诉  after reconsideration
//	结果维持  upheld        结果纠正  corrected   其他结果  other   尚未审结  pending
//	勾稽关系               identity (sums that must agree)
//	信息处理费             processing fee
package form

import "strings"

// Edition names an official form by the year of its notice.
type Edition string

// The two editions there are.
const (
	Edition2019 Edition = "2019"
	Edition2021 Edition = "2021"
)

// Form is one edition of the official form.
type Form struct {
	Edition   Edition
	Notice    string // document number of the notice that set it
	FirstYear int    // first reported year it is for
	LastYear  int    // last reported year it is for; 0 while it is in force
	Sections  []Section
	Tables    []Table
}

// Section is one of the six numbered parts of a report.
type Section struct {
	Number   int      // from 1
	Title    string   // without its numeral
	Variants []string // other wordings met in published reports
}

// The tables, by the first part of their figures' ids.
const (
	Disclosure   = "disclosure"
	Applications = "applications"
	Remedies     = "remedies"
)

// Table is one of the three statutory tables.
type Table struct {
	Key       string // Disclosure, Applications or Remedies
	Name      string // as offices call it, by its section: 表二
	English   string // the same in English: table two
	Section   int    // the section that holds it
	Note      string // what is printed in the corner of its head, verbatim
	Blocks    []Block
	Relations []Relation
}

// Block is a part of a table with a head of its own. Table two has several,
// one for each item of article 20; the other tables are one block.
type Block struct {
	Heading string // the row above its head: 第二十条第（一）项; empty when it has none
	Corner  string // the head of the label column: 信息内容; empty when it has none
	Columns []Column
	Rows    []Row
}

// Column is a column of figures.
type Column struct {
	Key      string
	Label    string
	Under    []string // the merged heads above it, topmost first
	Variants []string // other wordings met in published reports
	Measure  Measure
}

// Row is a row of figures. The single row of table four has neither key nor label.
type Row struct {
	Key      string
	Label    string
	Under    []string // the merged labels left of it, leftmost first
	Variants []string // other wordings met in published reports
}

// Measure says what a column counts, and so what its figures may look like.
type Measure int

const (
	Count  Measure = iota // things counted: a whole number, not negative
	Change                // change of a count against last year: a whole number of either sign
	Amount                // money: not negative, decimals allowed
)

// All returns the editions, oldest first.
func All() []*Form { return []*Form{&form2019, &form2021} }

// Of returns the form of an edition, nil when there is none.
func Of(e Edition) *Form {
	for _, f := range All() {
		if f.Edition == e {
			return f
		}
	}
	return nil
}

// ForYear returns the form that the report for a year must use, nil before 2019.
func ForYear(year int) *Form {
	for _, f := range All() {
		if f.FirstYear <= year && (f.LastYear == 0 || year <= f.LastYear) {
			return f
		}
	}
	return nil
}

// Table returns the table with the key, nil when the form has none.
func (f *Form) Table(key string) *Table {
	for i := range f.Tables {
		if f.Tables[i].Key == key {
			return &f.Tables[i]
		}
	}
	return nil
}

// Cells returns every cell of the form, in the form's order.
func (f *Form) Cells() []Cell {
	var cells []Cell
	for i := range f.Tables {
		cells = append(cells, f.Tables[i].Cells()...)
	}
	return cells
}

// Cell is one cell for a figure, with the labels that lead to it.
type Cell struct {
	ID     string
	Table  *Table
	Block  *Block
	Row    *Row
	Column *Column
}

// Cells returns the table's cells by row, then by column.
func (t *Table) Cells() []Cell {
	var cells []Cell
	for b := range t.Blocks {
		block := &t.Blocks[b]
		for r := range block.Rows {
			for c := range block.Columns {
				row, column := &block.Rows[r], &block.Columns[c]
				cells = append(cells, Cell{ID(t.Key, row.Key, column.Key), t, block, row, column})
			}
		}
	}
	return cells
}

// ID joins a figure's id from its keys; the empty ones are left out.
func ID(keys ...string) string {
	id := ""
	for _, key := range keys {
		switch {
		case key == "":
		case id == "":
			id = key
		default:
			id += "." + key
		}
	}
	return id
}

// Find returns the cell with the id; newer editions are asked first, since the
// ids that editions share mean the same cell.
func Find(id string) (Cell, bool) {
	for _, f := range []*Form{&form2021, &form2019} {
		if cell, ok := f.Find(id); ok {
			return cell, true
		}
	}
	return Cell{}, false
}

// Find returns the form's cell with the id.
func (f *Form) Find(id string) (Cell, bool) {
	cell, ok := f.index()[id]
	return cell, ok
}

// Name is the cell as a letter would call it: 表三“4.保护第三方合法权益”自然人.
func (c Cell) Name() string {
	column := c.Column.Label
	if len(c.Column.Under) > 0 && c.Table.Key == Remedies || column == "其他" {
		column = c.Column.Under[len(c.Column.Under)-1] + "·" + column
	}
	if c.Row.Label == "" {
		return c.Table.Name + column
	}
	return c.Table.Name + "“" + innerQuotes.Replace(c.Row.Name()) + "”" + column
}

// innerQuotes makes quotation marks those of a quotation inside another.
var innerQuotes = strings.NewReplacer("“", "‘", "”", "’")

// Name is the row's label, short: what stands in brackets left out, and the
// group named where the label alone would be ambiguous (3.其他).
func (r *Row) Name() string {
	name, _, _ := strings.Cut(r.Label, "（区分处理")
	if strings.HasSuffix(name, ".其他") {
		name = r.Under[len(r.Under)-1] + name
	}
	return name
}
