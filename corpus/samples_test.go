package corpus_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/validate"
)

// Every sample report is read as its facts tell, and brings just the findings
// that its facts want. The facts come from the generator of the samples, not
// from this reader.
func TestSamples(t *testing.T) {
	goldens, err := filepath.Glob("samples/*.facts")
	require.NoError(t, err)
	require.NotEmpty(t, goldens)
	reader := parser.NewReader(parser.Options{})
	t.Cleanup(func() { require.NoError(t, reader.Close()) })
	for _, golden := range goldens {
		name := strings.TrimSuffix(golden, ".facts")
		t.Run(filepath.Base(name), func(t *testing.T) {
			facts, err := os.ReadFile(golden)
			require.NoError(t, err)
			report := readSample(t, reader, name)
			t.Run("facts", func(t *testing.T) { assertFacts(t, facts, report) })
			t.Run("binary", func(t *testing.T) { assertStorable(t, report) })
			t.Run("findings", func(t *testing.T) { assertFindings(t, wantsOf(t, facts), validate.Run(report)) })
		})
	}
}

func readSample(t *testing.T, reader *parser.Reader, path string) *parser.Report {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	document, err := reader.Read(context.Background(), path, data)
	require.NoError(t, err)
	report, err := parser.Parse(document)
	require.NoError(t, err)
	return report
}

// assertStorable asserts that a stored report is read again as it was, blocks of
// the form by the same pointer, and that storing it twice gives the same bytes.
func assertStorable(t *testing.T, report *parser.Report) {
	stored, err := report.MarshalBinary()
	require.NoError(t, err)
	var again parser.Report
	require.NoError(t, again.UnmarshalBinary(stored))
	assert.Equal(t, report, &again)
	twice, err := again.MarshalBinary()
	require.NoError(t, err)
	assert.Equal(t, stored, twice)
	for i := range report.Tables {
		for b := range report.Tables[i].Blocks {
			assert.Same(t, report.Tables[i].Blocks[b].Official, again.Tables[i].Blocks[b].Official)
		}
	}
}

func assertFacts(t *testing.T, facts []byte, got *parser.Report) {
	truth, err := parser.ReadFacts(bytes.NewReader(facts))
	require.NoError(t, err)
	assert.Equal(t, truth.Organ, got.Organ, "organ")
	assert.Equal(t, truth.Year, got.Year, "year")
	assert.Equal(t, truth.Template, got.Template, "template")
	assert.Equal(t, periodOf(truth), periodOf(got), "statistics period")
	assert.Equal(t, dateOf(truth), dateOf(got), "date")
	assert.Equal(t, outline(truth), outline(got), "sections and tables")
	assert.Equal(t, figures(truth), figures(got), "figures")
}

func periodOf(r *parser.Report) string {
	if r.Period == nil {
		return ""
	}
	return day(r.Period.From) + " " + day(r.Period.To)
}

func dateOf(r *parser.Report) string {
	if r.Date == nil {
		return ""
	}
	return day(*r.Date)
}

func day(d parser.Date) string { return fmt.Sprintf("%d-%d-%d", d.Year, d.Month, d.Day) }

// outline is which official sections and tables the report has.
func outline(r *parser.Report) []string {
	var parts []string
	for number := 1; number <= 6; number++ {
		if section := r.Section(number); section != nil {
			parts = append(parts, fmt.Sprintf("%d %s", number, section.Title))
		}
	}
	for _, table := range r.Tables {
		parts = append(parts, table.Key)
	}
	return parts
}

// figures are the cells as the facts notation has them, by id.
func figures(r *parser.Report) map[string]string {
	cells := map[string]string{}
	for _, f := range r.Figures {
		cells[f.ID] = string(f.State)
		if f.State == parser.Number {
			cells[f.ID] = strconv.FormatFloat(f.Value, 'f', -1, 64)
		}
	}
	return cells
}

// want is a finding that a sample's facts ask for:
//
//	# want applications-row-sum applications.new.total suspect applications.new.total 31
//
// The figure is the last of the finding's; it and the suspect may be left out.
type want struct{ rule, figure, suspect, value string }

func wantsOf(t *testing.T, facts []byte) []want {
	var wants []want
	lines := bufio.NewScanner(bytes.NewReader(facts))
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) < 3 || words[0] != "#" || words[1] != "want" {
			continue
		}
		w := want{rule: words[2]}
		switch words = words[3:]; len(words) {
		case 4:
			w.suspect, w.value = words[2], words[3]
			fallthrough
		case 1:
			w.figure = words[0]
		default:
			require.Empty(t, words, "what is wanted: %s", lines.Text())
		}
		wants = append(wants, w)
	}
	return wants
}

func (w want) matches(f *validate.Finding) bool {
	if w.rule != f.Rule {
		return false
	}
	if w.figure == "" {
		return true
	}
	return len(f.Figures) > 0 && w.figure == f.Figures[len(f.Figures)-1] && w.suspect+" "+w.value == suspectOf(f)
}

func suspectOf(f *validate.Finding) string {
	if f.Suspect == nil {
		return " "
	}
	return f.Suspect.Figure + " " + strconv.FormatFloat(f.Suspect.Value, 'f', -1, 64)
}

// assertFindings: each want is met; nothing else is an error, nor, in a report
// of which nothing is wanted, a warning. What follows from another finding is
// not counted by itself.
func assertFindings(t *testing.T, wants []want, findings []validate.Finding) {
	met := make([]bool, len(wants))
	for i := range findings {
		f := &findings[i]
		expected := f.Severity == validate.Info || f.Cause >= 0 || f.Severity == validate.Warning && len(wants) > 0
		for n, w := range wants {
			if w.matches(f) {
				met[n], expected = true, true
			}
		}
		assert.True(t, expected, "not wanted: %s %s %v suspect %s: %s", f.Severity, f.Rule, f.Figures, suspectOf(f), f.Message.ZH)
	}
	for n, w := range wants {
		assert.True(t, met[n], "wanted and not found: %v", w)
	}
}
