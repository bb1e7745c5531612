package validate

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"weak"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/validate/register"
)

// run is a run of reports before it is known how they are kept.
type run struct {
	options           Options
	reports, previous []*parser.Report
}

// kept is the run in memory.
func (r *run) kept() *Set {
	set := NewSet(r.options)
	for _, report := range r.reports {
		set.Add(report)
	}
	for _, report := range r.previous {
		set.AddPrevious(report)
	}
	set.Link()
	return set
}

// stored is the run as a database holds it.
func (r *run) stored(t testing.TB) *Set {
	set := NewSet(r.options)
	for _, report := range r.reports {
		set.AddStored(report, loadOf(t, report))
	}
	for _, report := range r.previous {
		set.AddStoredPrevious(report, loadOf(t, report))
	}
	set.Link()
	return set
}

// loadOf stores a report, and gives what loads it.
func loadOf(t testing.TB, r *parser.Report) func() (*parser.Report, error) {
	data, err := r.MarshalBinary()
	require.NoError(t, err)
	return func() (*parser.Report, error) {
		var r parser.Report
		err := r.UnmarshalBinary(data)
		return &r, err
	}
}

// findingsOf are the findings of all reports of a set, as their users see them.
func findingsOf(t *testing.T, set *Set) []string {
	var list []string
	for i := range set.subjects {
		findings, err := set.Check(i)
		require.NoError(t, err)
		list = append(list, told(i, findings)...)
	}
	return append(list, told(-1, set.CheckRegister())...)
}

// told spells out all that users and later stages see of findings.
func told(index int, findings []Finding) []string {
	var list []string
	for _, f := range findings {
		zh, _ := json.Marshal(newRecordFinding(f, "zh"))
		en, _ := json.Marshal(newRecordFinding(f, "en"))
		list = append(list, fmt.Sprintln(index, string(zh), string(en), f.section, f.table))
	}
	return list
}

// The examples of the rules have every way in which reports are compared.
func TestStoredReportsGiveTheFindingsOfKeptOnes(t *testing.T) {
	for name, example := range comparisons() {
		r := runOf(t, example)
		assert.Equal(t, findingsOf(t, r.kept()), findingsOf(t, r.stored(t)), name)
	}
}

// comparisons are the examples of more than one report, by rule and name.
func comparisons() iter.Seq2[string, Example] {
	return func(yield func(string, Example) bool) {
		for _, rule := range Rules() {
			_, examples := rule.Examples()
			for _, example := range examples {
				if partLine.MatchString(example.Facts) && !yield(rule.ID+": "+example.Name, example) {
					return
				}
			}
		}
	}
}

func TestSeasonOfStoredReportsGivesTheFindingsOfKeptOnes(t *testing.T) {
	season := seasonOf(t)
	want := findingsOf(t, season.kept())
	assert.Equal(t, want, findingsOf(t, season.stored(t)))
	for _, id := range []string{
		"narrative-as-last-year", "narrative-as-another", "narrative-problems-repeated", "year-carried-over", "year-missing",
		"report-twice", "formats-differ", "rollup-sum", "rollup-less", "rollup-fee-unit", "register-missing",
	} {
		shown := strings.Contains(strings.Join(want, ""), `"rule":"`+id+`"`)
		assert.True(t, shown, "the season shows %s", id)
	}
}

// runOf is the run that an example shows.
func runOf(t *testing.T, e Example) *run {
	set, err := e.set(Options{})
	require.NoError(t, err)
	r := &run{options: set.options}
	for _, subject := range set.subjects {
		r.reports = append(r.reports, subject.Report)
	}
	for _, subject := range set.earlier {
		r.previous = append(r.previous, subject.Report)
	}
	return r
}

var anyCounty = regexp.MustCompile(`(?:某|平澜)县`)

// seasonOf is the samples and all that the examples compare in one run, so that
// more reports are loaded than are kept at hand, under the registers of all.
func seasonOf(t *testing.T) *run {
	season, units := &run{}, []register.Unit(nil)
	samples, err := filepath.Glob("../corpus/samples/*.facts")
	require.NoError(t, err)
	require.NotEmpty(t, samples)
	for _, path := range samples {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		season.reports = append(season.reports, facts(t, string(data)))
	}
	county := rune('一')
	for name, example := range comparisons() {
		county++ // else all examples would be of one organ
		example.Facts = anyCounty.ReplaceAllString(example.Facts, string(county)+"阳县")
		r := runOf(t, example)
		for _, report := range r.reports {
			report.Source.Path = name + "/" + report.Source.Path
		}
		season.reports, season.previous = append(season.reports, r.reports...), append(season.previous, r.previous...)
		if r.options.Register != nil {
			units = append(units, r.options.Register.Units...)
		}
	}
	season.options.Register = register.New("units.csv", units)
	require.Greater(t, len(season.reports), 2*atHand)
	return season
}

func TestStoredReportsAreNotKept(t *testing.T) {
	set := NewSet(Options{})
	r := report(t, "某县民政局 2024 1")
	load := loadOf(t, r)
	seen := weak.Make(r)
	set.AddStored(r, load)
	runtime.GC()
	assert.Nil(t, seen.Value())
	runtime.KeepAlive(set)
}

func TestChecksOfStoredReportsMayRunAtOnce(t *testing.T) {
	season := seasonOf(t)
	set, want := season.stored(t), findingsOf(t, season.kept())
	got := make([][]string, len(set.subjects))
	var all sync.WaitGroup
	for part := range 4 {
		all.Go(func() {
			for i := part; i < len(got); i += 4 {
				findings, err := set.Check(i)
				assert.NoError(t, err)
				got[i] = told(i, findings)
			}
		})
	}
	all.Wait()
	var list []string
	for _, findings := range got {
		list = append(list, findings...)
	}
	assert.Equal(t, want, append(list, told(-1, set.CheckRegister())...))
}

// A folder may hold hundreds of copies of one report: each is loaded a few times, not
// once for every other.
func TestCopiesAreNotLoadedForEachOther(t *testing.T) {
	const copies = 3 * atHand
	set, loads := NewSet(Options{}), 0
	for _, year := range []string{"2023", "2024"} {
		for range copies {
			r := report(t, "某县民政局 "+year+" 1")
			load := loadOf(t, r)
			set.AddStored(r, func() (*parser.Report, error) { loads++; return load() })
		}
	}
	set.Link()
	for i := range set.subjects {
		_, err := set.Check(i)
		require.NoError(t, err)
	}
	assert.Less(t, loads, 10*len(set.subjects))
}

// A report that cannot be loaded is an error of all that are compared with it:
// of none is it said that nothing is wrong.
func TestReportThatCannotBeLoadedIsAnError(t *testing.T) {
	gone := errors.New("disk is gone")
	for name, c := range map[string]struct {
		load func() (*parser.Report, error)
		want error
	}{
		"failed":  {func() (*parser.Report, error) { return nil, gone }, gone},
		"nothing": {func() (*parser.Report, error) { return nil, nil }, errNoReport},
		"another": {func() (*parser.Report, error) { return report(t, "某县财政局 2023 1"), nil }, errOtherReport},
	} {
		t.Run(name, func(t *testing.T) {
			set := NewSet(Options{})
			for _, head := range []string{"某县民政局 2023 1", "某县民政局 2023 1", "某县民政局 2024 1", "某县财政局 2024 1"} {
				r := report(t, head)
				load := loadOf(t, r)
				if len(set.subjects) == 1 {
					load = c.load
				}
				set.AddStored(r, load)
			}
			set.Link()
			for i := range 3 {
				findings, err := set.Check(i)
				assert.ErrorIs(t, err, c.want, i)
				assert.Empty(t, findings)
			}
			_, err := set.Check(3)
			assert.NoError(t, err, "it has nothing to do with the others")
		})
	}
}
