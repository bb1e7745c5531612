package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/form"
)

// Whatever the seed, a report without faults breaks no identity, and no
// figure of it is negative where the form counts.
func TestFiguresSatisfyTheForm(t *testing.T) {
	for _, edition := range form.All() {
		for seed := range uint64(300) {
			r := newReport(&Sample{Seed: seed, Form: edition.Edition, Year: edition.FirstYear, Scale: Scale(seed % 3)})
			require.Empty(t, r.Wants, "seed %d", seed)
			for _, cell := range edition.Cells() {
				if cell.Column.Measure != form.Change {
					require.GreaterOrEqual(t, r.Figures[cell.ID].Value, 0.0, cell.ID)
				}
			}
		}
	}
}

// A wrong figure of table three is told by the identities that cross in it.
func TestOneWrongFigureIsTheSuspect(t *testing.T) {
	r := newReport(&Sample{Seed: 1, Form: form.Edition2021, Year: 2022, Scale: Small,
		Faults: []Fault{add("applications.granted.business", 4)}})
	var rules []string
	for _, want := range r.Wants {
		rules = append(rules, want.Rule)
		assert.Equal(t, "applications.granted.business", want.Suspect)
		assert.Equal(t, r.Figures[want.Suspect].Value-4, want.Value)
	}
	assert.Equal(t, []string{"applications-outcome-sum", "applications-row-sum"}, rules)
}

// A single broken sum of table four fits each of its five cells.
func TestNoSuspectWhereAnyCellCouldBeWrong(t *testing.T) {
	r := newReport(&Sample{Seed: 1, Form: form.Edition2021, Year: 2022, Scale: Large,
		Faults: []Fault{add("remedies.reconsideration.total", 1)}})
	require.Len(t, r.Wants, 1)
	assert.Equal(t, Want{Rule: "remedies-sum", Figure: "remedies.reconsideration.total"}, r.Wants[0])
}

// The cells of a grid cover every position once, as a form's table does.
func TestGridsAreWhole(t *testing.T) {
	for _, style := range []Style{{}, {TablesApart: true}, {Subtotals: true}} {
		for _, edition := range form.All() {
			r := newReport(&Sample{Seed: 5, Form: edition.Edition, Year: 2022, Scale: Small})
			for _, table := range edition.Tables {
				for _, g := range r.grids(table.Key, &style) {
					requireWhole(t, g)
				}
			}
		}
	}
}

func requireWhole(t *testing.T, g *Grid) {
	t.Helper()
	area := 0
	for _, cell := range g.Cells {
		area += cell.RowSpan * cell.ColumnSpan
	}
	require.Equal(t, g.Rows*g.Columns, area, "cells overlap or leave holes")
	for _, row := range g.Cover() {
		require.NotContains(t, row, (*Cell)(nil))
	}
}

// The committed facts are those of the list: a changed entry without its
// files made anew is noticed.
func TestCommittedSamplesAreOfTheList(t *testing.T) {
	seen := map[string]bool{}
	for i := range samples {
		s := &samples[i]
		require.False(t, seen[s.File], "two samples named %s", s.File)
		seen[s.File] = true
		var facts bytes.Buffer
		require.NoError(t, writeFacts(&facts, s, newReport(s)))
		committed, err := os.ReadFile(filepath.Join("..", s.File+".facts"))
		require.NoError(t, err)
		assert.Equal(t, string(committed), facts.String(), s.File)
		assert.FileExists(t, filepath.Join("..", s.File))
	}
}

// The same entry gives the same bytes, so that goldens do not flicker.
func TestWritersAreDeterministic(t *testing.T) {
	s := &samples[0]
	for _, format := range []func(*Report, *Style) ([]byte, error){docx, page} {
		first, err := format(newReport(s), &s.Style)
		require.NoError(t, err)
		second, err := format(newReport(s), &s.Style)
		require.NoError(t, err)
		assert.Equal(t, first, second)
	}
}

func TestDigitStyles(t *testing.T) {
	assert.Equal(t, "1,234,567.5", mixedDigits(1234567.5))
	assert.Equal(t, "３１", mixedDigits(31))
	assert.Equal(t, "⼀、⾏政许可", asRadicals("一、行政许可"))
}

// Whatever is carried out is carried in the year after, but where a break is wanted.
func TestSuccessiveYearsFitTogether(t *testing.T) {
	list, err := successive(25, 3, 1, []string{"docx", "html"})
	require.NoError(t, err)
	require.Len(t, list, 75)
	breaks := 0
	for i := range list {
		r := newReport(&list[i])
		require.Len(t, r.Wants, len(list[i].Wants), "no identity is broken")
		if list[i].CarriedIn == nil {
			continue
		}
		fits := carriedOut(newReport(&list[i-1]))["natural_person"] == r.value("applications.carried_in.natural_person")
		require.Equal(t, len(list[i].Wants) == 0, fits, list[i].File)
		breaks += len(list[i].Wants)
	}
	assert.Equal(t, 3, breaks)
}

// Before 2019 there was no form.
func TestYearsWithoutAFormAreRefused(t *testing.T) {
	list, err := successive(1, 6, 1, []string{"docx"})
	require.NoError(t, err)
	assert.Len(t, list, 6)
	_, err = successive(1, 10, 1, []string{"docx"})
	assert.Error(t, err)
	_, err = kinds("docx,doc")
	assert.ErrorContains(t, err, "doc")
}
