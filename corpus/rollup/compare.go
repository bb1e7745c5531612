package rollup

import (
	"gouji/parser"
	"gouji/validate"
	"gouji/validate/register"
)

// Comparison sets the cells beside the parent's own report of the year.
type Comparison struct {
	Sent   validate.Sent
	Status Status
	Report *parser.Report // nil unless Status is Counted
	// Differences are the cells in which both have a number, and not the same.
	Differences []Difference
	// Open are the cells in which one of them has no number that is sure.
	Open  []Difference
	Equal int // cells in which both have the same
	// Skipped are the tables that, by the register, count only the parent's own
	// cases: there the two are not the same thing. Unscoped are those of which the
	// register does not say whether they do.
	Skipped, Unscoped []string
}

// Difference is a cell beside that of the parent's report.
type Difference struct {
	Cell   *Cell
	Figure *parser.Figure // the parent's; nil when its report has no such cell
}

// By is what the units have less than the parent's report; negative when more.
func (d *Difference) By() float64 {
	return validate.Round(d.Figure.Value - d.Cell.Value)
}

// compare fills the Comparison.
func (s *season) compare(r *Rollup) error {
	sent, err := s.set.Gather([]*register.Unit{r.Parent}, r.Year)
	if err != nil {
		return err
	}
	c := &r.Comparison
	c.Sent = sent[0]
	c.Status, c.Report = judge(c.Sent)
	skipped := map[string]bool{}
	for _, table := range tables {
		switch r.Parent.Scope[table] {
		case register.Own:
			c.Skipped, skipped[table] = append(c.Skipped, table), true
		case "":
			c.Unscoped = append(c.Unscoped, table)
		}
	}
	for _, cell := range r.Cells {
		if c.Report != nil && !skipped[cell.Table.Key] {
			c.set(cell)
		}
	}
	return nil
}

// set sets one cell beside the parent's.
func (c *Comparison) set(cell *Cell) {
	figure := c.Report.Figure(cell.ID)
	_, sure := figure.Sure()
	d := Difference{cell, figure}
	switch {
	case !sure || cell.Grade() == Empty:
		c.Open = append(c.Open, d)
	case d.By() == 0:
		c.Equal++
	default:
		c.Differences = append(c.Differences, d)
	}
}
