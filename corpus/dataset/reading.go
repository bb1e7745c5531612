package dataset

import (
	"slices"

	"gouji/corpus"
	"gouji/corpus/dataset/table"
	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate"
)

// reading is a report with all that the tables say of it.
type reading struct {
	*entry
	*parser.Report
	findings []validate.Finding
	cells    []cell
	named    map[string][]string // codes of the findings that name a figure
}

// cell is a figure of a report, or that it has none.
type cell struct {
	of *reading
	*figure
	used form.Edition   // of the cell's table
	read *parser.Figure // nil when absent
}

func newReading(e *entry, result corpus.Result) *reading {
	r := &reading{entry: e, Report: result.Report, findings: result.Findings, named: map[string][]string{}}
	for _, f := range result.Findings {
		for _, id := range f.Figures {
			r.named[id] = insert(r.named[id], f.Code)
		}
	}
	read := make(map[string]*parser.Figure, len(r.Figures))
	for i := range r.Figures {
		read[r.Figures[i].ID] = &r.Figures[i]
	}
	used := map[*form.Table]form.Edition{}
	for _, f := range figures {
		if used[f.Table] == "" {
			used[f.Table] = r.edition(f.Table.Key)
		}
		r.cells = append(r.cells, cell{r, f, used[f.Table], read[f.ID]})
	}
	return r
}

// inForm reports whether the report must have the cell, by the edition it uses, or has it.
func (c *cell) inForm() bool { return c.read != nil || c.in(c.used) }

// edition is the form that a table of the report is taken to use: that of its
// labels; where they tell none, or several, that of the report's other tables, or
// else that of its year, or else the one in force.
func (r *reading) edition(key string) form.Edition {
	var names []form.Edition
	if t := r.Table(key); t != nil {
		names = append(names, t.Edition)
	}
	names = append(names, form.Edition(r.Template))
	if f := form.ForYear(r.year); f != nil {
		names = append(names, f.Edition)
	}
	names = append(names, form.Edition2021)
	return names[slices.IndexFunc(names, func(e form.Edition) bool { return form.Of(e) != nil })]
}

// why is why the cell has no value that is sure; empty when it has one.
func (c *cell) why() string {
	switch {
	case !c.inForm():
		return notInForm
	case c.read == nil && (c.of.Incomplete != "" || c.of.Recognised):
		return unread
	case c.read == nil:
		return absent
	case c.read.Doubt != "":
		return doubtful
	case c.read.State != parser.Number:
		return string(c.read.State)
	}
	return ""
}

// value is the cell's number if it is sure.
func (c *cell) value() table.Value {
	if why := c.why(); why != "" {
		return table.None(why)
	}
	return table.Float(c.read.Value)
}

// doubtfulCells are the cells that are doubtful.
func (r *reading) doubtfulCells() (ids []string) {
	for i := range r.cells {
		if r.cells[i].why() == doubtful {
			ids = append(ids, r.cells[i].ID)
		}
	}
	return ids
}

// countOf counts the cells that are missing for a reason.
func (r *reading) countOf(why string) (n int) {
	for i := range r.cells {
		if r.cells[i].why() == why {
			n++
		}
	}
	return n
}

// count counts the findings of a severity that nobody decided to live with.
func (r *reading) count(severity validate.Severity) (n int) {
	for _, f := range r.findings {
		if f.Severity == severity && f.Suppressed == nil {
			n++
		}
	}
	return n
}

// carriedOf are the applications that a report carries in and out, by the columns
// of table three; nil where one of them is not sure.
func carriedOf(r *parser.Report) *carried {
	return &carried{in: rowOf(r, "carried_in"), out: rowOf(r, "carried_out")}
}

type carried struct{ in, out []float64 }

func rowOf(r *parser.Report, row string) []float64 {
	var list []float64
	for _, c := range form.Of(form.Edition2021).Table(form.Applications).Blocks[0].Columns {
		value, sure := r.Figure(form.ID(form.Applications, row, c.Key)).Sure()
		if !sure {
			return nil
		}
		list = append(list, value)
	}
	return list
}
