package rollup_test

import (
	"iter"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus"
	"gouji/corpus/rollup"
	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate/register"
)

// county has a parent whose table two counts its own cases only, its office, two
// bureaus and a township.
const county = `名称,类别,上级,表二口径,表三口径,表四口径
某县人民政府,政府,,本机关,全域,
某县人民政府办公室,办公室,某县人民政府,本机关,本机关,本机关
某县甲局,部门,某县人民政府,本机关,本机关,本机关
某县乙局,部门,某县人民政府,本机关,本机关,本机关
`

// of rolls reports in the facts notation up, parted by lines of ===.
func of(t *testing.T, units string, change func(*rollup.Plan), facts string) *rollup.Rollup {
	t.Helper()
	r, err := try(t, units, change, facts)
	require.NoError(t, err)
	return r
}

func try(t *testing.T, units string, change func(*rollup.Plan), facts string) (*rollup.Rollup, error) {
	t.Helper()
	list, err := register.Read("units.csv", []byte(units))
	require.NoError(t, err)
	plan := &rollup.Plan{Register: list, Parent: &list.Units[0], Year: 2024}
	if change != nil {
		change(plan)
	}
	return rollup.Of(plan, results(t, facts))
}

func results(t *testing.T, facts string) iter.Seq2[corpus.Result, error] {
	return func(yield func(corpus.Result, error) bool) {
		for i, text := range strings.Split(facts, "===") {
			report, err := parser.ReadFacts(strings.NewReader(text))
			require.NoError(t, err)
			report.Source.Path = string(rune('a' + i))
			if !yield(corpus.Result{Source: report.Source, Report: report}, nil) {
				return
			}
		}
	}
}

// told says of a cell what it holds and what it lacks.
func told(r *rollup.Rollup, id string) string {
	c := r.Find(id)
	words := []string{"empty"}
	if len(c.Added) > 0 {
		words[0] = formatted(c.Value)
	}
	for _, g := range c.Left {
		words = append(words, g.Unit.Name+" "+string(g.Why))
	}
	return strings.Join(words, ", ")
}

const all = `
organ 某县人民政府办公室
year 2024
applications.new 1 0 0 0 0 0 1
applications.granted 1 0 0 0 0 0 1
applications.total 1 0 0 0 0 0 1
===
organ 某县甲局
year 2024
applications.new 4 0 0 0 0 0 4
applications.granted 4 0 0 0 0 0 4
applications.total 4 0 0 0 0 0 4
disclosure.fees.amount 0.1
===
organ 某县乙局
year 2024
disclosure.fees.amount 0.2
`

func TestEveryCellIsTheSumOfTheUnits(t *testing.T) {
	r := of(t, county, nil, all)
	assert.Len(t, r.Cells, 200)
	assert.Equal(t, "5", told(r, "applications.new.total"))
	assert.Equal(t, "0.3", told(r, "disclosure.fees.amount"), "no tail of binary fractions")
	for _, c := range r.Cells {
		assert.Equal(t, rollup.Whole, c.Grade(), c.ID)
		assert.Len(t, c.Added, 3, c.ID)
	}
	assert.Empty(t, r.Unbalanced)
}

// Nothing is put in the place of what is missing, and each cell says what that is.
func TestACellKnowsWhatItLacks(t *testing.T) {
	r := of(t, county, nil, `
organ 某县人民政府办公室
year 2024
form applications 2019
applications.other 0 0 0 0 0 0 0
applications.new.total blank
applications.granted.total text "3件"
===
organ 某县甲局
year 2024
applications.new.total dash
applications.granted.total 8 doubtful "模糊"
applications.total.total 9
remedies absent
`)
	assert.Equal(t, "empty, 某县人民政府办公室 blank, 某县甲局 dash, 某县乙局 absent", told(r, "applications.new.total"))
	assert.Equal(t, "empty, 某县人民政府办公室 bad, 某县甲局 doubtful, 某县乙局 absent", told(r, "applications.granted.total"))
	assert.Equal(t, "0, 某县人民政府办公室 no-cell, 某县乙局 absent", told(r, "applications.other.other.total"), "the form of 2019 has one row for three")
	assert.Equal(t, "9, 某县乙局 absent", told(r, "applications.total.total"))
	assert.Equal(t, "0, 某县甲局 no-cell, 某县乙局 absent", told(r, "remedies.reconsideration.total"))
	assert.Equal(t, rollup.Empty, r.Find("applications.new.total").Grade())
	assert.Equal(t, rollup.Short, r.Find("applications.total.total").Grade())
	assert.Equal(t, rollup.Partial, r.Find("remedies.reconsideration.total").Grade())
}

func TestBlanksAloneAreToldFromWhatIsMissing(t *testing.T) {
	r := of(t, county, nil, strings.Replace(all, "organ 某县甲局\nyear 2024", "organ 某县甲局\nyear 2024\nremedies.reconsideration.total dash", 1))
	assert.Equal(t, rollup.Unfilled, r.Find("remedies.reconsideration.total").Grade())
}

func TestOfSeveralReportsTheSurestCountsUnlessTheyDiffer(t *testing.T) {
	r := of(t, county, nil, all+`
===
organ 某县乙局
year 2024
disclosure.fees.amount 0.2 doubtful "模糊"
===
organ 某县甲局
year 2024
applications.new.total 5
`)
	assert.Equal(t, rollup.Differing, r.Units[1].Status)
	assert.Equal(t, rollup.Counted, r.Units[2].Status)
	assert.Equal(t, "0.2, 某县甲局 differing", told(r, "disclosure.fees.amount"))
}

func TestAReportOfWhichTheYearIsNotSureIsNotAdded(t *testing.T) {
	r := of(t, county, nil, strings.Replace(all, "organ 某县甲局\nyear 2024", "organ 某县甲局\nyear 2024\nperiod 2023-01-01 2023-12-31", 1))
	assert.Equal(t, rollup.Unsure, r.Units[1].Status)
	assert.Equal(t, "1, 某县甲局 unsure", told(r, "applications.new.total"))
}

// 甲县 has counted its own office, and 乙县 has not counted its bureau.
func TestNobodyIsCountedTwiceOrLeftOut(t *testing.T) {
	r := of(t, `名称,类别,上级,表三口径
某市人民政府,政府,,全域
甲县人民政府,政府,某市人民政府,全域
甲县人民政府办公室,办公室,某市人民政府,本机关
乙县人民政府,政府,某市人民政府,本机关
乙县教育局,部门,乙县人民政府,本机关
`, nil, `
organ 甲县人民政府
year 2024
applications.new.total 100
===
organ 甲县人民政府办公室
year 2024
applications.new.total 10
===
organ 乙县人民政府
year 2024
applications.new.total 1
===
organ 乙县教育局
year 2024
applications.new.total 1000
`)
	assert.Equal(t, "1101", told(r, "applications.new.total"))
	assert.Equal(t, rollup.Within, r.Units[1].Tables["applications"])
	assert.Equal(t, rollup.Added, r.Units[1].Tables["remedies"], "whose scope is not known")
}

func TestTheParentsOwnReportIsCompared(t *testing.T) {
	r := of(t, county, nil, all+`
===
organ 某县人民政府
year 2024
applications.new 6 0 0 0 0 0 6
applications.granted.total blank
disclosure.fees.amount 99
remedies.reconsideration.total 1
`)
	c := r.Comparison
	var lines []string
	for _, d := range c.Differences {
		lines = append(lines, d.Cell.ID+" "+formatted(d.By()))
	}
	assert.Equal(t, []string{
		"applications.new.natural_person 1", "applications.new.total 1", "applications.granted.natural_person -5",
		"applications.total.natural_person -5", "applications.total.total -5", "remedies.reconsideration.total 1",
	}, lines)
	assert.Equal(t, []string{"disclosure"}, c.Skipped, "it counts only its own documents and fees")
	assert.Equal(t, []string{"remedies"}, c.Unscoped)
	require.Len(t, c.Open, 1)
	assert.Equal(t, "applications.granted.total", c.Open[0].Cell.ID)
	assert.Equal(t, 175+15-1-6, c.Equal)
}

func TestOwnNamesWhoseReportStandsForTheParent(t *testing.T) {
	const bare = "名称,类别,上级,表二口径,表三口径\n某县人民政府,政府,,本机关,全域\n某县甲局,部门,某县人民政府,,\n"
	r := of(t, bare, nil, all)
	assert.Equal(t, []string{"某县人民政府办公室"}, r.Offices, "nobody adds it")
	assert.Equal(t, "4", told(r, "applications.new.total"))

	r = of(t, bare, func(p *rollup.Plan) { p.Own = "某县政府办公室" }, all)
	assert.Empty(t, r.Offices)
	assert.Equal(t, "5", told(r, "applications.new.total"))

	r = of(t, bare, func(p *rollup.Plan) { p.Own = "某县人民政府" }, all+`
===
organ 某县人民政府
year 2024
applications.new.total 5
disclosure.fees.amount 7
`)
	assert.Equal(t, "7.1", told(r, "disclosure.fees.amount"), "its table two is its own")
	assert.Equal(t, "4", told(r, "applications.new.total"), "its table three counts the units already")

	_, err := try(t, bare, func(p *rollup.Plan) { p.Own = "某县甲局" }, all)
	assert.ErrorIs(t, err, rollup.ErrOwn, "it is added already")
	_, err = try(t, "名称,上级,表二口径,表三口径,表四口径\n某县人民政府,某市人民政府,,,\n某市人民政府,,全域,全域,全域\n某县甲局,某县人民政府,,,\n",
		func(p *rollup.Plan) { p.Own = "某市人民政府" }, all)
	assert.ErrorIs(t, err, rollup.ErrOwn, "it counts its area")
	_, err = try(t, "名称,上级\n某县人民政府,\n某县甲局,某县人民政府\n", func(p *rollup.Plan) { p.Own = "某县人民政府" }, all)
	assert.ErrorIs(t, err, rollup.ErrOwn)
}

func TestNumbersForWhichTheFormHasNoCell(t *testing.T) {
	r := of(t, county, nil, `
form 2019
organ 某县甲局
year 2024
applications.other 0 0 0 0 0 0 5
disclosure.fees.previous_items 3
`)
	var ids []string
	for _, b := range r.Beside {
		ids = append(ids, b.Figure.ID)
	}
	assert.Equal(t, []string{"disclosure.fees.previous_items", "applications.other.total"}, ids)
	assert.Len(t, r.Units[1].OtherEditions(r.Form), 2, "table four is of both")
}

// The form's sums fail where they fail in a unit's report, and nobody mends that.
func TestSumsThatDoNotHold(t *testing.T) {
	r := of(t, county, nil, strings.Replace(all, "applications.new 4 0 0 0 0 0 4", "applications.new 4 0 0 0 0 0 5", 1))
	require.Len(t, r.Unbalanced, 2)
	assert.Equal(t, "表三总计列：新收 6 + 结转 0 = 6，总计 5 + 结转下年 0 = 5", r.Unbalanced[0].Message.ZH)
	assert.Equal(t, "A15", r.Unbalanced[1].Code)
}

func TestFilesThatCouldNotBeRead(t *testing.T) {
	list, err := register.Read("units.csv", []byte(county))
	require.NoError(t, err)
	r, err := rollup.Of(&rollup.Plan{Register: list, Parent: &list.Units[0], Year: 2024}, func(yield func(corpus.Result, error) bool) {
		yield(corpus.Result{Source: parser.Source{Path: "坏.pdf"}, Err: document.Errorf(document.Corrupt, "坏")}, nil)
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"坏.pdf"}, r.Unread)
	assert.Equal(t, rollup.Absent, r.Units[0].Status)
}

func TestPlansThatCannotBeCarriedOut(t *testing.T) {
	_, err := try(t, "名称\n某县人民政府\n", nil, all)
	assert.ErrorIs(t, err, rollup.ErrNoUnits)
	_, err = try(t, county, func(p *rollup.Plan) { p.Year = 2018 }, all)
	assert.ErrorIs(t, err, rollup.ErrForm)
}

func formatted(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
