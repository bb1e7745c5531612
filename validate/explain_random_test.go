package validate_test

import (
	"flag"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/form"
	"gouji/validate"
)

// Random tables like real ones get one kind of fault each; the share of faults
// that are named must not fall. To measure with more tables:
//
//	go test ./validate -run RandomTables -v -args -tables 2000
var tables = flag.Int("tables", 40, "random tables for each kind of fault")

const seed = 20240115

// faults are the kinds, with the least share that must be named rightly, in
// tables that the reader can check by eye: the floors leave room for the few
// tables that a quick test draws. befall tells whether the table had a place
// for the fault.
var faults = []struct {
	name   string
	befall func(*table) bool
	right  float64
}{
	{"one cell of table three", func(d *table) bool { return d.misread(form.Applications) }, 0.95},
	{"a digit lost", (*table).loseDigit, 0.95},
	{"two digits transposed", (*table).transpose, 0.95},
	{"a number in the wrong column", (*table).misplace, 0.7},
	{"two columns of a row swapped", (*table).swap, 0.8},
	{"a row shifted", (*table).shift, 0.95},
	{"total column left at 0", func(d *table) bool { return d.leave(".total") }, 0.95},
	{"（七）总计 left at 0", func(d *table) bool { return d.leave("applications.total.") }, 0.95},
	{"two cells", (*table).misreadTwo, 0.9},
	{"two cells of one row", func(d *table) bool { return d.misreadRelated(sameRow) }, 0.8},
	{"two cells of one column", func(d *table) bool { return d.misreadRelated(sameColumn) }, 0.8},
	{"three cells", func(d *table) bool { return d.misreadTwo() && d.misread(form.Applications) }, 0.75},
	// Any row of the column could have it, unless most are 0.
	{"a cell and its row's total", (*table).carryOver, 0.2},
	// Any of five cells could have it, unless the text or a 0 tells.
	{"one cell of table four", func(d *table) bool { return d.misread(form.Remedies) }, 0},
	{"one total of table four, the text tells", func(d *table) bool { d.tell(); return d.misreadTotal() }, 0.75},
}

func TestFaultsOfRandomTables(t *testing.T) {
	empty := emptyReport(t)
	for n, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			random, c := rand.New(rand.NewPCG(seed, uint64(n))), verdicts{}
			for c.all() < *tables {
				if d := newTable(empty, random); fault.befall(d) {
					c.add(t, d)
				}
			}
			t.Logf("%+v of %d", c, c.all())
			assert.GreaterOrEqual(t, float64(c.right), fault.right*float64(c.all()))
			assert.LessOrEqual(t, c.wrong, c.all()/40)
		})
	}
}

// Two faults are decidable when no single cell and no other pair explains what
// they broke, as trying them all shows.
func TestDecidablePairsAreBothNamed(t *testing.T) {
	empty, random, c := emptyReport(t), rand.New(rand.NewPCG(seed, 2)), verdicts{}
	undecidable := 0
	for c.all() < *tables {
		d := newTable(empty, random)
		befall := []func() bool{d.misreadTwo, func() bool { return d.misreadRelated(sameRow) }, func() bool { return d.misreadRelated(sameColumn) }}
		switch {
		case !befall[d.IntN(3)]():
		case d.decidable():
			c.add(t, d)
		default:
			undecidable++
		}
	}
	t.Logf("%+v of %d, beside %d that cannot be decided", c, c.all(), undecidable)
	assert.GreaterOrEqual(t, float64(c.right), 0.95*float64(c.all()))
	assert.LessOrEqual(t, c.wrong, c.all()/40)
}

// verdicts count what became of faults: all of their cells named and nothing
// else, a cell named that is right, several explanations, only a part of the
// cells named, nothing said.
type verdicts struct{ right, wrong, several, part, silent int }

func (c *verdicts) all() int { return c.right + c.wrong + c.several + c.part + c.silent }

func (c *verdicts) add(t *testing.T, d *table) {
	list := validate.Run(d.report)
	named, truth := suspected(list), d.changed()
	for id, value := range named {
		if v, faulty := truth[id]; !faulty || v != value {
			c.wrong++
			t.Log("wrong:", named, "for", truth)
			return
		}
	}
	switch {
	case len(named) == len(truth):
		c.right++
	case len(named) > 0:
		c.part++
	case explained(list):
		c.several++
	default:
		c.silent++
	}
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

func explained(list []validate.Finding) bool {
	for _, f := range list {
		if f.Explanation.ZH != "" {
			return true
		}
	}
	return false
}
