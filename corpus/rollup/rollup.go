// Package rollup adds the reports of units into the tables of the unit that they
// report to, as an office does every January, and keeps account of it.
//
//	plan := &rollup.Plan{Register: units, Parent: units.Find("某县人民政府"), Year: 2024}
//	r, err := rollup.Of(plan, results)
//	for _, cell := range r.Cells {
//		fmt.Println(cell.Name(), cell.Value, len(cell.Added), len(cell.Left))
//	}
//
// The bargain. A number is added when it was read for sure, and every cell knows
// whose numbers are in it and whose are not, and why. Nothing is put in the place
// of what is missing: a blank is not 0, a unit without a report has no numbers. A
// cell that lacks anything is what the others have together, and never called
// their sum.
//
// Which units make up an area is the register's to say, table by table
// (register.Addends): a county that counts only its own applications is added
// together with the bureaus below it, one that counts its whole area without them.
// The cases of the unit itself are in the report of its office, where the register
// has one below it, or else in one that Plan.Own names.
package rollup

import (
	"slices"

	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate"
	"gouji/validate/mend"
	"gouji/validate/register"
)

// Rollup is what the units make together.
type Rollup struct {
	Parent *register.Unit
	Year   int
	Form   *form.Form
	Units  []*Unit // the one of Plan.Own first, then in the order of the register
	Cells  []*Cell // in the form's order
	// Beside are numbers, not 0, of units that filled another edition's form, for
	// which this one has no cell.
	Beside []Beside
	// Unbalanced are the sums of the form that do not hold between the added cells,
	// because they do not hold in the reports of units.
	Unbalanced []validate.Finding
	Comparison Comparison
	// Unread are the files of the season that could not be read, or do not tell of
	// what unit or year they are: any may be the report of a unit that seems to have
	// sent none. Unlisted are organs of reports that the register does not have.
	Unread, Unlisted []string
	// Offices are the parent's own offices, by name, that sent a report and stand
	// nowhere below it: their cases are in no unit's report.
	Offices []string
}

// Unit is a unit of the roll-up and what it sent.
type Unit struct {
	*register.Unit
	Own    bool // it stands for the parent's own cases (Plan.Own)
	Status Status
	// Report is the one that counts; nil unless Status is Counted. Where a unit sent
	// several that agree it is the one with the most cells that were read for sure.
	Report *parser.Report
	Sent   validate.Sent
	Tables map[string]Share // what is done with each table, by form.Disclosure and so on
	Items  []mend.Item      // what is to be mended in the Report, as far as that is known
}

// Status says what became of a unit.
type Status string

// The statuses.
const (
	Counted   Status = "counted"   // it sent a report
	Absent    Status = "absent"    // it sent none that was read
	Differing Status = "differing" // it sent several, whose numbers differ
	Unsure    Status = "unsure"    // it sent one that may be another unit's, or of another year
)

// Share says what a table of a unit is to the roll-up.
type Share string

// The shares. A table that is not mentioned is outside the area.
const (
	Added  Share = "added"  // its numbers are to be added
	Within Share = "within" // the government whose office it is has counted them already
)

// Tallies counts the errors and warnings to be mended in the unit's report.
func (u *Unit) Tallies() validate.Summary { return mend.Tally(u.Items) }

// OtherEditions are the tables of the unit's report that are not of a form's edition.
func (u *Unit) OtherEditions(f *form.Form) []parser.Table {
	if u.Report == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(u.Report.Tables), func(t parser.Table) bool {
		return t.Edition == "" || t.Edition == f.Edition
	})
}

// Cell is a cell of the form, added up.
type Cell struct {
	form.Cell
	Value float64 // of all Added together; no number at all when there are none
	Added []*Unit
	Left  []Gap
}

// Gap is a unit whose number is not in a cell.
type Gap struct {
	Unit   *Unit
	Why    Why
	Figure *parser.Figure // what stands in the unit's cell; nil when there is none
}

// Why says why a number is missing.
type Why string

// The reasons. The first three are those of units without a report that counts.
const (
	NoReport    Why = Why(Absent)
	ManyReports Why = Why(Differing)
	WhoseReport Why = Why(Unsure)
	NoCell      Why = "no-cell"  // the report has no such cell
	Blank       Why = "blank"    // nothing is printed in it
	Dash        Why = "dash"     // a sign for nothing
	Unreadable  Why = "bad"      // no number
	Doubtful    Why = "doubtful" // a number that was not read for sure
)

// grade is what the gap makes of a cell. Most units leave a cell empty for 0, but
// nothing in the report says so.
func (g *Gap) grade() Grade {
	switch g.Why {
	case Blank, Dash:
		return Unfilled
	case NoReport, ManyReports, WhoseReport:
		return Short
	}
	return Partial
}

// Grade says how far a cell can be relied on.
type Grade int

// The grades, from best to worst.
const (
	Whole    Grade = iota // every unit's number is in it
	Unfilled              // some units left theirs empty
	Short                 // some units have no report that counts
	Partial               // what some reports have in it is no number, doubtful, or not there
	Empty                 // there is no number to add
)

// Grades are all of them, in that order.
var Grades = []Grade{Whole, Unfilled, Short, Partial, Empty}

// Grade is the cell's: that of the worst of its gaps.
func (c *Cell) Grade() Grade {
	if len(c.Added) == 0 {
		return Empty
	}
	worst := Whole
	for i := range c.Left {
		worst = max(worst, c.Left[i].grade())
	}
	return worst
}

// Beside is a number of a unit for which the year's form has no cell.
type Beside struct {
	Unit   *Unit
	Figure *parser.Figure
}

// Find returns the cell of the id, nil when the form has none.
func (r *Rollup) Find(id string) *Cell {
	for _, c := range r.Cells {
		if c.ID == id {
			return c
		}
	}
	return nil
}
