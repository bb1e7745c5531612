package validate_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/form"
)

// table is a report whose sums hold, until a fault is put into it.
type table struct {
	*rand.Rand
	report  *parser.Report
	truth   map[string]float64
	figures map[string]*parser.Figure
}

func emptyReport(t *testing.T) *parser.Report {
	r, err := parser.ReadFacts(strings.NewReader("year 2024"))
	require.NoError(t, err)
	return r
}

// identities are the sums of tables three and four.
var identities = slices.Concat(form.Of(form.Edition2021).Table(form.Applications).Identities(),
	form.Of(form.Edition2021).Table(form.Remedies).Identities())

// outcomes and applicants say how often a row or a column is met: most cells of
// a real table are 0.
var (
	outcomeShare = map[string]float64{"granted": 40, "partly_granted": 12, "unavailable.not_held": 25,
		"denied.administrative_inquiry": 5, "denied.third_party": 3, "denied.process_information": 3,
		"unavailable.needs_creation": 3, "unavailable.still_unclear": 2, "not_processed.petition": 5,
		"not_processed.duplicate": 3, "other.not_corrected": 4, "other.other": 1}
	applicantShare = map[string]float64{"natural_person": 1, "business": 0.12, "legal_service": 0.05,
		"other": 0.02, "research": 0.01, "public_interest": 0.01}
	rareOutcome = 0.3
)

// newTable draws a report: of a township with a dozen requests, a department
// with hundreds, a city with thousands.
func newTable(empty *parser.Report, random *rand.Rand) *table {
	r := *empty
	r.Figures, r.Sections = slices.Clone(r.Figures), slices.Clone(r.Sections)
	d := &table{random, &r, map[string]float64{}, map[string]*parser.Figure{}}
	for i := range r.Figures {
		d.figures[r.Figures[i].ID] = &r.Figures[i]
	}
	scale := []float64{0.15, 2, 20}[random.IntN(3)] * (0.5 + random.Float64())
	for i := range r.Figures {
		cell, _ := form.Find(r.Figures[i].ID)
		if mean := scale * often(cell); mean > 0 {
			r.Figures[i].Value = d.poisson(mean)
		}
	}
	for _, column := range []string{"natural_person", "business"} {
		decided := d.value("applications.granted." + column)
		d.set("applications.carried_in."+column, math.Floor(decided*random.Float64()*0.4))
		d.set("applications.carried_out."+column, math.Floor(decided*random.Float64()*0.3))
	}
	d.settle()
	for _, f := range r.Figures {
		d.truth[f.ID] = f.Value
	}
	return d
}

func often(cell form.Cell) float64 {
	row, column := cell.Row.Key, cell.Column.Key
	switch {
	case cell.Table.Key == form.Remedies && !strings.HasSuffix(column, "total"):
		return 0.6
	case cell.Table.Key != form.Applications || column == "total" || row == "new" || row == "total" || strings.HasPrefix(row, "carried"):
		return 0
	case outcomeShare[row] > 0:
		return outcomeShare[row] * applicantShare[column]
	}
	return rareOutcome * applicantShare[column]
}

func (d *table) poisson(mean float64) float64 {
	if mean > 40 {
		return math.Max(0, math.Round(mean+math.Sqrt(mean)*d.NormFloat64()))
	}
	limit, product, n := math.Exp(-mean), d.Float64(), 0.0
	for product > limit {
		product *= d.Float64()
		n++
	}
	return n
}

// settle makes all sums hold: totals down the columns, what is new of the
// balance, totals along the rows.
func (d *table) settle() {
	for range 2 {
		for _, identity := range identities {
			if len(identity.Right) == 1 {
				d.set(identity.Right[0], d.sum(identity.Left))
			} else {
				d.set(identity.Left[0], d.sum(identity.Right)-d.sum(identity.Left[1:]))
			}
		}
	}
}

func (d *table) sum(ids []string) float64 {
	total := 0.0
	for _, id := range ids {
		total += d.value(id)
	}
	return total
}

func (d *table) value(id string) float64  { return d.figures[id].Value }
func (d *table) set(id string, v float64) { d.figures[id].Value = v }

// changed are the cells that the fault changed, with what should stand there.
func (d *table) changed() map[string]float64 {
	cells := map[string]float64{}
	for _, f := range d.report.Figures {
		if f.Value != d.truth[f.ID] {
			cells[f.ID] = d.truth[f.ID]
		}
	}
	return cells
}
