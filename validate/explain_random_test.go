package validate_test

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate"
)

// Random tables like real ones get one kind of fault each; the share of faults
// that are named must not fall. To measure with more tables:
//
//	go test ./validate -run TestFaults -v -args -tables 2000
var tables = flag.Int("tables", 40, "random tables for each kind of fault")

const seed = 20240115

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

// cells are those of table three that the fault may befall, in the form's order.
func (d *table) cells(may func(value float64) bool) []string {
	var list []string
	for _, cell := range form.Of(form.Edition2021).Table(form.Applications).Cells() {
		if may(d.value(cell.ID)) {
			list = append(list, cell.ID)
		}
	}
	return list
}

func (d *table) pick(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[d.IntN(len(list))]
}

// The faults. Each reports whether the table had a place for it.
var faults = []struct {
	name   string
	befall func(*table) bool
	right  float64 // least share that must be named
}{
	{"one cell of table three", func(d *table) bool { return d.misread(form.Applications) }, 0.97},
	{"a digit lost", (*table).loseDigit, 0.97},
	{"two digits transposed", (*table).transpose, 0.97},
	{"a number in the wrong column", (*table).misplace, 0.3},
	{"two columns of a row swapped", (*table).swap, 0.6},
	{"a row shifted", (*table).shift, 0.8},
	{"total column left at 0", func(d *table) bool { return d.leave(".total") }, 0.9},
	{"（七）总计 left at 0", func(d *table) bool { return d.leave("applications.total.") }, 0.9},
	{"two cells", func(d *table) bool { return d.misread(form.Applications) && d.misread(form.Applications) }, 0.8},
	{"two cells of one row", func(d *table) bool { return d.misreadTwo(sameRow) }, 0.8},
	{"two cells of one column", func(d *table) bool { return d.misreadTwo(sameColumn) }, 0.8},
	{"three cells", func(d *table) bool {
		return d.misread(form.Applications) && d.misread(form.Applications) && d.misread(form.Applications)
	}, 0.8},
	{"a cell and its row's total", (*table).carryOver, 0},
	{"one cell of table four", func(d *table) bool { return d.misread(form.Remedies) }, 0},
	{"one cell of table four, the text tells", func(d *table) bool { d.tell(); return d.misread(form.Remedies) }, 0},
}

// misreadTwo changes two cells that have to do with each other.
func (d *table) misreadTwo(related func(a, b string) bool) bool {
	for range 200 {
		values := slices.Clone(d.report.Figures)
		d.misread(form.Applications)
		d.misread(form.Applications)
		if ids := slices.Collect(maps.Keys(d.changed())); len(ids) == 2 && related(ids[0], ids[1]) {
			return true
		}
		copy(d.report.Figures, values)
	}
	return false
}

func sameRow(a, b string) bool {
	return a[:strings.LastIndexByte(a, '.')] == b[:strings.LastIndexByte(b, '.')]
}

func sameColumn(a, b string) bool {
	return a[strings.LastIndexByte(a, '.'):] == b[strings.LastIndexByte(b, '.'):]
}

// misread changes a cell by what people get wrong: mostly a little, mostly a
// cell that holds something.
func (d *table) misread(key string) bool {
	var list []string
	filled := d.IntN(2) == 0
	for _, cell := range form.Of(form.Edition2021).Table(key).Cells() {
		if v := d.value(cell.ID); (v > 0 || !filled) && v == d.truth[cell.ID] {
			list = append(list, cell.ID)
		}
	}
	id := d.pick(list)
	if id == "" {
		return false
	}
	by := []float64{1, 1, 2, 3, 9, 10, float64(1 + d.IntN(30))}[d.IntN(7)]
	if d.IntN(2) == 0 && d.value(id) >= by {
		by = -by
	}
	d.set(id, d.value(id)+by)
	return true
}

func (d *table) loseDigit() bool {
	return d.rewrite(func(s string) string {
		at := d.IntN(len(s))
		return s[:at] + s[at+1:]
	})
}

func (d *table) transpose() bool {
	return d.rewrite(func(s string) string {
		at := d.IntN(len(s) - 1)
		return s[:at] + s[at+1:at+2] + s[at:at+1] + s[at+2:]
	})
}

func (d *table) rewrite(write func(string) string) bool {
	id := d.pick(d.cells(func(v float64) bool { return v >= 10 }))
	if id == "" {
		return false
	}
	now, _ := strconv.ParseFloat(write(strconv.FormatFloat(d.value(id), 'f', -1, 64)), 64)
	changed := now != d.value(id)
	d.set(id, now)
	return changed
}

// rowOf are the cells of a row of table three with as many numbers that are not 0.
func (d *table) rowOf(numbers int) []string {
	var rows [][]string
	cells := d.cells(func(float64) bool { return true })
	for row := range slices.Chunk(cells, 7) {
		n := 0
		for _, id := range row[:6] {
			if d.value(id) > 0 {
				n++
			}
		}
		if n >= numbers {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return rows[d.IntN(len(rows))]
}

func (d *table) misplace() bool {
	return d.exchange(1, func(u, v float64) bool { return u > 0 && v == 0 })
}
func (d *table) swap() bool {
	return d.exchange(2, func(u, v float64) bool { return u > 0 && v > 0 && u != v })
}

func (d *table) exchange(numbers int, may func(u, v float64) bool) bool {
	row := d.rowOf(numbers)
	if row == nil {
		return false
	}
	for range 30 {
		a, b := row[d.IntN(6)], row[d.IntN(6)]
		if u, v := d.value(a), d.value(b); may(u, v) {
			d.set(a, v)
			d.set(b, u)
			return true
		}
	}
	return false
}

// shift lets the numbers of a row stand one column to the left or right; the
// row's total goes along or stays.
func (d *table) shift() bool {
	row := d.rowOf(2)
	if row == nil {
		return false
	}
	row = row[:6+d.IntN(2)]
	last := len(row) - 1
	if d.IntN(2) == 0 {
		slices.Reverse(row)
	}
	for i := range last {
		d.set(row[last-i], d.value(row[last-i-1]))
	}
	d.set(row[0], 0)
	return len(d.changed()) > 2
}

func (d *table) leave(cells string) bool {
	for _, id := range d.cells(func(float64) bool { return true }) {
		if strings.HasPrefix(id, cells) || strings.HasSuffix(id, cells) {
			d.set(id, 0)
		}
	}
	return len(d.changed()) > 1
}

func (d *table) carryOver() bool {
	row := d.rowOf(1)
	if row == nil {
		return false
	}
	id, by := row[d.IntN(6)], float64(1+d.IntN(9))
	d.set(id, d.value(id)+by)
	d.set(row[6], d.value(row[6])+by)
	return true
}

func (d *table) tell() {
	d.report.Sections[0].Passages = []parser.Passage{{Text: fmt.Sprintf("2024年，因政府信息公开被申请行政复议%.0f件。",
		d.truth["remedies.reconsideration.total"])}}
}

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

// suspected are the cells that findings name.
func suspected(list []validate.Finding) map[string]float64 {
	cells := map[string]float64{}
	for _, f := range list {
		for _, s := range f.Suspects {
			cells[s.Figure] = s.Value
		}
	}
	return cells
}

// verdicts counts what became of faults.
type verdicts struct{ right, wrong, several, part, silent int }

func (c *verdicts) add(d *table, list []validate.Finding) string {
	named, truth, broken := suspected(list), d.changed(), false
	for _, f := range list {
		broken = broken || f.Explanation.ZH != ""
	}
	for id, value := range named {
		if v, faulty := truth[id]; !faulty || v != value {
			c.wrong++
			return "wrong"
		}
	}
	switch {
	case len(named) == len(truth):
		c.right++
		return "right"
	case len(named) > 0:
		c.part++
		return "part"
	case broken:
		c.several++
		return "several"
	}
	c.silent++
	return "silent"
}

func (c *verdicts) all() int { return c.right + c.wrong + c.several + c.part + c.silent }

func TestFaultsOfRandomTables(t *testing.T) {
	empty := emptyReport(t)
	for n, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, uint64(n)))
			var c verdicts
			for c.all() < *tables {
				d := newTable(empty, random)
				if !fault.befall(d) || len(d.changed()) == 0 {
					continue
				}
				verdict := c.add(d, validate.Run(d.report))
				if (verdict == "wrong" || verdict == "silent") && testing.Verbose() {
					t.Log(verdict, d.changed(), suspected(validate.Run(d.report)))
				}
			}
			t.Logf("%+v of %d", c, c.all())
			assert.GreaterOrEqual(t, float64(c.right), fault.right*float64(c.all()))
			assert.LessOrEqual(t, c.wrong, c.all()/50)
		})
	}
}
