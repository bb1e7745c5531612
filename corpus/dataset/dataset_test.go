package dataset_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus"
	"gouji/corpus/dataset"
	"gouji/corpus/store"
	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

// paper is a file of a batch: a report as facts, or none.
type paper struct{ path, facts string }

// checked is a store with a run over reports that are given as facts.
func checked(t *testing.T, papers ...paper) store.Part {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "s.db"), "test")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	var files []corpus.File
	for i, p := range papers {
		sum := sha256.Sum256([]byte(p.facts))
		result := corpus.Result{Source: parser.Source{SHA256: hex.EncodeToString(sum[:]), Format: document.HTML, Reader: "html"}}
		if p.facts == "" {
			result.Err = document.Errorf(document.Corrupt, "文件损坏")
		} else {
			result.Report, err = parser.ReadFacts(strings.NewReader(p.facts))
			require.NoError(t, err)
		}
		require.NoError(t, s.Put(result))
		files = append(files, corpus.File{Position: i, Path: p.path, SHA256: result.Source.SHA256})
	}
	readings, err := (&corpus.Batch{Files: files, Cache: s}).Read(context.Background())
	require.NoError(t, err)
	about := store.About{Program: "gouji test", Command: []string{"gouji", "batch"}}
	for _, rule := range (&validate.Options{}).InForce() {
		about.Rules = append(about.Rules, store.NewCard(rule))
	}
	run, err := s.Record(about, readings.Files(), readings.Check(context.Background()))
	require.NoError(t, err)
	return store.Part{Store: s, Run: run}
}

// balanced are the figures of a report whose sums hold: eight new, six granted, two denied.
const balanced = `
applications.new 8 0 0 0 0 0 8
applications.granted 6 0 0 0 0 0 6
applications.denied.third_party 2 0 0 0 0 0 2
applications.total 8 0 0 0 0 0 8
`

func report(organ, year, figures string) string {
	edition := "2021"
	if year < "2021" {
		edition = "2019"
	}
	return "form " + edition + "\norgan \"" + organ + "\"\nyear " + year + "\n" + figures
}

func write(t *testing.T, o dataset.Options, parts ...store.Part) (string, *dataset.Summary) {
	t.Helper()
	dir := t.TempDir()
	summary, err := dataset.Write(context.Background(), dir, parts, o)
	require.NoError(t, err)
	return dir, summary
}

// rows are the rows of a CSV file, each by column.
func rows(t *testing.T, dir, name string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name+".csv"))
	require.NoError(t, err)
	lines, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	require.NoError(t, err)
	var list []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, column := range lines[0] {
			row[column] = line[i]
		}
		list = append(list, row)
	}
	return list
}

// where are the rows in which columns have values.
func where(list []map[string]string, pairs ...string) (found []map[string]string) {
	for _, row := range list {
		fits := true
		for i := 0; i < len(pairs); i += 2 {
			fits = fits && row[pairs[i]] == pairs[i+1]
		}
		if fits {
			found = append(found, row)
		}
	}
	return found
}

// Zero, blank, dash, no number, doubtful, absent and not in the form are seven
// different things, to the last column.
func TestWhatIsMissingSaysWhy(t *testing.T) {
	part := checked(t, paper{"a.html", report("青溪县水利局", "2024", balanced+`
applications.carried_out blank / "约3件" absent 1 0 1
applications.carried_in.natural_person 7 as "7?" doubtful "看不清"
`)})
	dir, summary := write(t, dataset.Options{}, part)
	wide := rows(t, dir, "reports")[0]
	long := rows(t, dir, "cells")
	for figure, want := range map[string]struct{ wide, state, value, doubtful string }{
		"applications.new.total":                   {"8", "number", "8", ""},
		"applications.new.business":                {"0", "number", "0", ""},
		"applications.carried_out.natural_person":  {"blank", "blank", "", ""},
		"applications.carried_out.business":        {"dash", "dash", "", ""},
		"applications.carried_out.research":        {"bad", "bad", "", ""},
		"applications.carried_out.public_interest": {"absent", "absent", "", ""},
		"applications.carried_in.natural_person":   {"doubtful", "number", "", "7"},
	} {
		assert.Equal(t, want.wide, wide[figure], figure)
		cells := where(long, "figure", figure)
		require.Len(t, cells, 1, figure)
		assert.Equal(t, want.state, cells[0]["state"], figure)
		assert.Equal(t, want.value, cells[0]["value"], figure)
		assert.Equal(t, want.doubtful, cells[0]["doubtful_value"], figure)
		assert.Equal(t, want.value == "", cells[0]["missing"] == want.wide, figure)
	}
	assert.Equal(t, "not_in_form", wide["applications.other.total"])
	assert.Empty(t, where(long, "figure", "applications.other.total"), "the form in use has no such cell")
	assert.Equal(t, "1", wide["doubtful_count"])
	assert.Equal(t, "applications.carried_in.natural_person", wide["doubtful_cells"])
	assert.Equal(t, 1, summary.Doubtful)
}

// What was not made out of a file that was read in part may be there all the same.
func TestUnreadIsNotAbsent(t *testing.T) {
	part := checked(t, paper{"a.html", report("青溪县水利局", "2024", balanced+"applications.carried_out.total absent\nincomplete \"第3页读不出\"\n")})
	dir, _ := write(t, dataset.Options{}, part)
	assert.Equal(t, "unread", rows(t, dir, "reports")[0]["applications.carried_out.total"])
	cell := where(rows(t, dir, "cells"), "figure", "applications.carried_out.total")[0]
	assert.Equal(t, []string{"absent", "unread"}, []string{cell["state"], cell["missing"]})
}

// A rate over a cell that is not a sure number is missing, and says which cell.
func TestRates(t *testing.T) {
	part := checked(t,
		paper{"a.html", report("青溪县水利局", "2024", balanced+"remedies.reconsideration 1 1 0 0 2\n")},
		paper{"b.html", report("青溪县水利局", "2020", balanced+"applications.granted.total 6 doubtful \"看不清\"\napplications.unavailable.not_held.total blank\n")})
	dir, _ := write(t, dataset.Options{}, part)
	rates := rows(t, dir, "report_rates")
	for _, want := range []struct{ year, rate, value, missing, figure string }{
		{"2024", "granted_rate", "0.75", "", ""},
		{"2024", "denied_rate", "0.25", "", ""},
		{"2024", "other_rate", "0", "", ""},
		{"2024", "denied_third_party_rate", "1", "", ""},
		{"2024", "reconsideration_correction_rate", "0.5", "", ""},
		{"2024", "litigation_correction_rate", "", "zero_denominator", ""},
		{"2020", "granted_rate", "", "doubtful", "applications.granted.total"},
		{"2020", "unavailable_rate", "", "blank", "applications.unavailable.not_held.total"},
		{"2020", "denied_rate", "0.25", "", ""},
		{"2020", "other_rate", "0", "", ""},
	} {
		found := where(rates, "year", want.year, "rate", want.rate)
		require.Len(t, found, 1, want.rate)
		assert.Equal(t, []string{want.value, want.missing, want.figure}, []string{found[0]["value"], found[0]["missing"], found[0]["missing_figure"]}, want.year+want.rate)
	}
	sums := where(rows(t, dir, "rates"), "rate", "other_rate")[0]
	assert.Equal(t, "applications.other.total", sums["numerator_2019"])
	assert.Equal(t, "applications.other.not_corrected.total + applications.other.fee_unpaid.total + applications.other.other.total", sums["numerator_2021"])
}

// Two reports of one organ and year are both kept, and marked; two files of one
// content are one report; a file that was not read is told of.
func TestFilesAndDuplicates(t *testing.T) {
	first, second := report("青溪县水利局", "2024", balanced), report("青溪县水利局", "2024", balanced+"disclosure.fees.amount 3\n")
	part := checked(t, paper{"a.html", first}, paper{"b.html", second}, paper{"copy of a.html", first}, paper{"c.pdf", ""})
	dir, summary := write(t, dataset.Options{}, part)
	reports, files := rows(t, dir, "reports"), rows(t, dir, "files")
	require.Len(t, reports, 2)
	assert.Equal(t, []string{"", "2", reports[0]["report_id"], "2"},
		[]string{reports[0]["duplicate_of"], reports[0]["same_issue"], reports[1]["duplicate_of"], reports[1]["same_issue"]})
	require.Len(t, files, 4)
	assert.Equal(t, files[0]["report_id"], files[2]["report_id"])
	assert.Equal(t, []string{"unread", "corrupt", ""}, []string{files[3]["status"], files[3]["error"], files[3]["report_id"]})
	assert.Equal(t, [3]int{2, 1, 1}, [3]int{summary.Reports, summary.Duplicates, summary.Unread})
	assert.Equal(t, "r"+files[0]["sha256"][:16], reports[0]["report_id"], "the content names the report")
}

// A doubtful organ, year or edition is in no column that one groups or joins by.
func TestDoubtfulOrganYearAndEdition(t *testing.T) {
	s, err := store.Open(filepath.Join(t.TempDir(), "s.db"), "test")
	require.NoError(t, err)
	defer s.Close()
	r, err := parser.ReadFacts(strings.NewReader(report("青溪县水利局", "2024", balanced)))
	require.NoError(t, err)
	r.OrganDoubt, r.YearDoubt, r.TemplateDoubt = "只有题目一处认出", "只有题目一处认出", "行名大多认不清"
	sha := strings.Repeat("ab", 32)
	require.NoError(t, s.Put(corpus.Result{Source: parser.Source{SHA256: sha}, Report: r}))
	readings, err := (&corpus.Batch{Files: []corpus.File{{Path: "a.pdf", SHA256: sha}}, Cache: s}).Read(context.Background())
	require.NoError(t, err)
	run, err := s.Record(store.About{}, readings.Files(), readings.Check(context.Background()))
	require.NoError(t, err)
	dir, _ := write(t, dataset.Options{}, store.Part{Store: s, Run: run})
	row := rows(t, dir, "reports")[0]
	assert.Equal(t, []string{"", "", "", "青溪县水利局", "2024"}, []string{row["organ"], row["year"], row["unit_id"], row["doubtful_organ"], row["doubtful_year"]})
	assert.Equal(t, []string{"", "2021", "行名大多认不清"}, []string{row["edition"], row["doubtful_edition"], row["edition_doubt"]})
}

func samplePart(t *testing.T) store.Part {
	return checked(t,
		paper{"a.html", report("青溪县水利局", "2024", balanced)},
		paper{"b.html", report("青溪县水利局", "2020", balanced+"applications.granted.natural_person 5\napplications.carried_in.total 0 as \"0,\\\"0\\\"\"\n")},
		paper{"c.html", report("青溪县教育局", "2023", balanced+"applications.new.total 9 doubtful \"看不清\"\n")},
		paper{"d.pdf", ""})
}

// The same stores give the same bytes; the order of the formats is nothing to them.
func TestTheSameResultsGiveTheSameBytes(t *testing.T) {
	part := samplePart(t)
	one, _ := write(t, dataset.Options{}, part)
	two, _ := write(t, dataset.Options{}, part)
	assert.Equal(t, contents(t, one), contents(t, two))
	three, _ := write(t, dataset.Options{Formats: []dataset.Format{}}, part)
	for name, data := range contents(t, three) {
		if name != "manifest.json" {
			assert.Equal(t, contents(t, one)[name], data, name)
		}
	}
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[filepath.ToSlash(path[len(dir)+1:])] = string(data)
		return err
	}))
	return files
}

// Every format says the same as the CSV.
func TestFormatsAgree(t *testing.T) {
	dir, _ := write(t, dataset.Options{}, samplePart(t))
	want := rows(t, dir, "cells")

	db, err := sql.Open("sqlite", filepath.Join(dir, "dataset.sqlite"))
	require.NoError(t, err)
	defer db.Close()
	var number int
	var sum float64
	require.NoError(t, db.QueryRow("SELECT count(*), sum(value) FROM cells").Scan(&number, &sum))
	assert.Len(t, want, number)
	var broken int
	require.NoError(t, db.QueryRow("SELECT count(*) FROM pragma_foreign_key_check").Scan(&broken))
	assert.Zero(t, broken)

	type cell struct {
		Report string   `parquet:"report_id,optional"`
		Figure string   `parquet:"figure,optional"`
		State  string   `parquet:"state,optional"`
		Value  *float64 `parquet:"value,optional"`
	}
	read, err := parquet.ReadFile[cell](filepath.Join(dir, "cells.parquet"))
	require.NoError(t, err)
	require.Len(t, read, len(want))
	total := 0.0
	for i, c := range read {
		assert.Equal(t, []string{want[i]["report_id"], want[i]["figure"], want[i]["state"]}, []string{c.Report, c.Figure, c.State})
		assert.Equal(t, want[i]["value"] == "", c.Value == nil, c.Figure)
		if c.Value != nil {
			total += *c.Value
		}
	}
	assert.Equal(t, sum, total)
}

// datapackage.json names the columns of each file in their order, and what it
// refers to is there. (Frictionless itself is run by hand.)
func TestDataPackage(t *testing.T) {
	dir, _ := write(t, dataset.Options{BOM: true}, samplePart(t))
	var pack struct {
		Resources []struct {
			Name, Path, Hash string
			Schema           struct {
				Fields      []struct{ Name string }
				PrimaryKey  []string
				ForeignKeys []struct {
					Fields    []string
					Reference struct {
						Resource string
						Fields   []string
					}
				}
			}
		}
	}
	files := contents(t, dir)
	require.NoError(t, json.Unmarshal([]byte(files["datapackage.json"]), &pack))
	columns := map[string][]string{}
	for _, r := range pack.Resources {
		for _, f := range r.Schema.Fields {
			columns[r.Name] = append(columns[r.Name], f.Name)
		}
		sum := sha256.Sum256([]byte(files[r.Path]))
		assert.Equal(t, r.Hash, "sha256:"+hex.EncodeToString(sum[:]))
		if filepath.Ext(r.Path) == ".csv" {
			head, _, _ := strings.Cut(files[r.Path], "\n")
			assert.Equal(t, "\uFEFF"+strings.Join(columns[r.Name], ","), head, r.Name)
		}
	}
	require.Len(t, columns, 11)
	for _, r := range pack.Resources {
		assert.Subset(t, columns[r.Name], r.Schema.PrimaryKey)
		for _, key := range r.Schema.ForeignKeys {
			assert.Subset(t, columns[r.Name], key.Fields)
			assert.Subset(t, columns[key.Reference.Resource], key.Reference.Fields, r.Name)
		}
	}
}

// The question that README.md answers is answered so by every dataset.
func TestReadmeQuestion(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, query, _ := strings.Cut(string(readme), "```sql\n")
	query, _, _ = strings.Cut(query, "```")
	first := report("青溪县水利局", "2024", balanced+"applications.unavailable.not_held.total 2\n")
	dir, _ := write(t, dataset.Options{}, checked(t, paper{"a.html", first},
		paper{"a again.html", first + "disclosure.fees.amount 3\n"}, // counted once
		paper{"b.html", report("青溪县教育局", "2024", balanced)},
		paper{"c.html", report("青溪县民政局", "2024", balanced+"applications.unavailable.not_held.total 5 doubtful \"看不清\"\n")}))
	db, err := sql.Open("sqlite", filepath.Join(dir, "dataset.sqlite"))
	require.NoError(t, err)
	defer db.Close()
	var year int
	var over, under, percent float64
	require.NoError(t, db.QueryRow(query).Scan(&year, &over, &under, &percent))
	assert.Equal(t, []float64{2024, 2, 16, 12.5}, []float64{float64(year), over, under, percent})
}
