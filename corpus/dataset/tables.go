package dataset

import (
	"cmp"
	"context"
	"strconv"
	"strings"
)

// tables are the tables of a dataset while it is written.
type tables struct {
	runs        *stream[*run]
	rules       *stream[*ruleOf]
	units       *stream[*unit]
	figures     *stream[*figure]
	rates       *stream[*rate]
	reports     *stream[*reading]
	files       *stream[*file]
	cells       *stream[*cell]
	reportRates *stream[*reportRate]
	sections    *stream[*part]
	findings    *stream[*found]
}

func openTables(to *folder) (*tables, error) {
	t := &tables{}
	err := cmp.Or(
		open(to, &t.runs, runsSheet()), open(to, &t.rules, rulesSheet()), open(to, &t.units, unitsSheet()),
		open(to, &t.figures, figuresSheet()), open(to, &t.rates, ratesSheet()), open(to, &t.reports, reportsSheet()),
		open(to, &t.files, filesSheet()), open(to, &t.cells, cellsSheet()), open(to, &t.reportRates, reportRatesSheet()),
		open(to, &t.sections, sectionsSheet()), open(to, &t.findings, findingsSheet()))
	return t, err
}

// textName is the table whose cells are whole texts: JSON lines keep their lines
// apart, where a CSV file would be a burden to every reader.
const textName = "sections"

func open[T any](to *folder, s **stream[T], of *sheet[T]) (err error) {
	*s, err = openStream(to, of, of.Name == textName)
	return err
}

// fill writes all rows.
func (t *tables) fill(ctx context.Context, x *index) error {
	if err := cmp.Or(all(t.runs, x.runs), all(t.units, x.units.list), all(t.figures, figures), all(t.rates, rates)); err != nil {
		return err
	}
	number := 0
	for _, r := range x.runs {
		for _, card := range r.Run.Rules {
			if err := t.rules.put(&ruleOf{r, card}); err != nil {
				return err
			}
		}
		for result, err := range r.Store.Results(r.Run) {
			if err = cmp.Or(err, ctx.Err()); err != nil {
				return err
			}
			number++
			if err := t.file(x, &file{run: r, number: number, Result: result}); err != nil {
				return err
			}
		}
	}
	return nil
}

// file writes what a file gave.
func (t *tables) file(x *index, f *file) error {
	e := x.entries[reportID(f.Source.SHA256)]
	if f.Report != nil {
		f.report = e.id
		if e.file == 0 {
			e.file = f.number
			if err := t.report(x, newReading(e, f.Result)); err != nil {
				return err
			}
		}
	}
	if err := t.files.put(f); err != nil {
		return err
	}
	for i, finding := range f.Findings {
		if err := t.findings.put(&found{f, i + 1, finding}); err != nil {
			return err
		}
	}
	return nil
}

// report writes a report, once however many files it is in.
func (t *tables) report(x *index, r *reading) error {
	if err := t.reports.put(r); err != nil {
		return err
	}
	for i := range r.cells {
		if c := &r.cells[i]; c.inForm() {
			if err := t.cells.put(c); err != nil {
				return err
			}
			x.summary.add(c)
		}
	}
	return cmp.Or(all(t.reportRates, r.rates()), all(t.sections, r.parts()))
}

func (s *Summary) add(c *cell) {
	s.Cells++
	if c.why() == doubtful {
		s.Doubtful++
	}
}

func all[T any](s *stream[T], rows []T) error {
	for _, row := range rows {
		if err := s.put(row); err != nil {
			return err
		}
	}
	return nil
}

func spaced(numbers []int) string {
	list := make([]string, len(numbers))
	for i, n := range numbers {
		list[i] = strconv.Itoa(n)
	}
	return strings.Join(list, " ")
}
