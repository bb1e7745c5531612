// Package official writes a report's statutory tables as the notice prints them:
// the labels, merged heads, widths and fonts of the form, and in it the figures.
//
//	f := official.Of(report)           // or cell by cell
//	d := word.New()
//	f.WriteWord(d)                     // title, six headings, three tables
//	err := f.WriteSheets(workbook)     // 表二, 表三, 表四
//
// What goes in is what a reader of the file gets back: a number, a blank, a sign,
// a text that is no number. Which cells there are and what is printed beside them
// is the form's (parser/form); how wide they are was measured in a blank Word form
// of December 2025.
package official

import (
	"fmt"
	"strconv"

	"gouji/parser"
	"gouji/parser/form"
)

// Filled is an official form with what stands in it.
type Filled struct {
	Form  *form.Form
	Organ string
	Year  int
	Cells map[string]Entry // by figure id; a cell without an entry stays empty
	// Notes are small lines printed below a table, by its key.
	Notes map[string][]string
}

// Entry is what stands in a cell.
type Entry struct {
	State   parser.State // Number, Blank, Dash or Bad
	Value   float64      // for Number
	Text    string       // for Dash and Bad
	Mark    Mark
	Comment string // what is to be known of it, in a spreadsheet's cell comment
}

// Mark is how a cell is coloured. It must be told apart in print too.
type Mark int

// The marks.
const (
	Plain  Mark = iota
	Pale        // to be noticed
	Medium      // not whole
	Strong      // not to be relied on
)

// Fills are the colours of marked cells, RRGGBB.
var Fills = map[Mark]string{Pale: "FFF8D6", Medium: "FFE3A0", Strong: "F4B266"}

// headingFill is the ground of 第二十条第（一）项, as in the blank form.
const headingFill = "C6D9F1"

// Of is the form of a report, filled with its figures as they are printed. Cells
// whose figure is doubtful are marked. Where its tables are of two editions, the
// form is that of its year.
func Of(r *parser.Report) *Filled {
	f := &Filled{Form: form.Of(form.Edition(r.Template)), Organ: r.Organ, Year: r.Year, Cells: map[string]Entry{}}
	if f.Form == nil {
		f.Form = form.ForYear(r.Year)
	}
	if f.Form == nil {
		f.Form = form.Of(form.Edition2021)
	}
	for i := range r.Figures {
		figure := &r.Figures[i]
		entry := Entry{State: figure.State, Value: figure.Value, Text: figure.Raw}
		if figure.Doubt != "" {
			entry.Mark, entry.Comment = Strong, "存疑："+figure.Doubt
		}
		f.Cells[figure.ID] = entry
	}
	return f
}

// Title is what the report is called.
func (f *Filled) Title() string { return f.Organ + f.title() }

func (f *Filled) title() string {
	return fmt.Sprintf("%d年政府信息公开工作年度报告", f.Year)
}

// text is an entry as it is printed.
func (e Entry) text() string {
	switch e.State {
	case parser.Number:
		return strconv.FormatFloat(e.Value, 'f', -1, 64)
	case parser.Dash, parser.Bad:
		return e.Text
	}
	return ""
}

// entry is what stands in a cell of a table's grid.
func (f *Filled) entry(table string, c *form.GridCell) Entry {
	return f.Cells[c.Of.ID(table)]
}

// widths are those of the columns of the blank form, twips.
var widths = map[string][]int{
	form.Disclosure:   {2435, 2435, 2435, 2435},
	form.Applications: {754, 921, 3271, 685, 685, 685, 685, 685, 685, 685},
	form.Remedies:     {649, 649, 649, 649, 649, 649, 649, 649, 650, 650, 650, 650, 650, 650, 650},
}

// heights are those of the rows of the blank form at least, twips.
var heights = map[string]int{form.Disclosure: 340, form.Applications: 340, form.Remedies: 567}
