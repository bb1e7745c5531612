package rollup

import (
	"gouji/parser"
	"gouji/validate"
)

// addUp fills the cells.
func (r *Rollup) addUp() {
	for _, cell := range r.Form.Cells() {
		r.Cells = append(r.Cells, r.cell(&Cell{Cell: cell}))
	}
	for _, u := range r.Units {
		r.Beside = append(r.Beside, r.beside(u)...)
	}
	r.Unbalanced = r.balance()
}

// cell adds one up over the units that have a share in its table.
func (r *Rollup) cell(c *Cell) *Cell {
	var units []*Unit
	var reports []*parser.Report
	for _, u := range r.Units {
		if u.Tables[c.Table.Key] == Added {
			units, reports = append(units, u), append(reports, u.Report)
		}
	}
	total := validate.AddUp(c.ID, reports)
	c.Value = total.Value
	for _, i := range total.Added {
		c.Added = append(c.Added, units[i])
	}
	for _, i := range total.Left {
		c.Left = append(c.Left, gap(units[i], c.ID))
	}
	return c
}

// gap says why a unit's number is not in a cell.
func gap(u *Unit, id string) Gap {
	if u.Report == nil {
		return Gap{Unit: u, Why: Why(u.Status)}
	}
	f := u.Report.Figure(id)
	switch {
	case f == nil:
		return Gap{Unit: u, Why: NoCell}
	case f.Doubt != "":
		return Gap{u, Doubtful, f}
	}
	return Gap{u, map[parser.State]Why{parser.Blank: Blank, parser.Dash: Dash, parser.Bad: Unreadable}[f.State], f}
}

// beside are the numbers of a unit for which the form has no cell.
func (r *Rollup) beside(u *Unit) []Beside {
	if u.Report == nil {
		return nil
	}
	var list []Beside
	for i := range u.Report.Figures {
		f := &u.Report.Figures[i]
		if _, ok := r.Form.Find(f.ID); !ok && f.Value != 0 {
			list = append(list, Beside{u, f})
		}
	}
	return list
}

// balance holds the added cells against the sums of the form. A cell that lacks
// numbers is assessed in none.
func (r *Rollup) balance() []validate.Finding {
	report := &parser.Report{Organ: r.Parent.Name, Year: r.Year}
	relations := map[string]bool{}
	for _, t := range r.Form.Tables {
		report.Tables = append(report.Tables, parser.Table{Key: t.Key, Edition: r.Form.Edition})
		for _, relation := range t.Relations {
			relations[relation.Rule] = true
		}
	}
	for _, c := range r.Cells {
		if c.Grade() == Whole {
			report.Figures = append(report.Figures, parser.Figure{ID: c.ID, State: parser.Number, Value: c.Value})
		}
	}
	options := validate.Options{Off: map[string]bool{}}
	for _, rule := range (&validate.Options{}).InForce() {
		options.Off[rule.ID] = !relations[rule.ID]
	}
	return validate.RunWith(report, options)
}
