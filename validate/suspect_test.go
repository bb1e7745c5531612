package validate_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/validate"
)

// balanced is a report in which every sum closes; the lines that a test adds
// put faults into it.
const balanced = `
applications.new                      30  5 0 0 10 0 45
applications.carried_in                2  0 0 0  0 0  2
applications.granted                  20  3 0 0  8 0 31
applications.denied.third_party        4  0 0 0  1 0  5
applications.unavailable.not_held      5  2 0 0  1 0  8
applications.total                    29  5 0 0 10 0 44
applications.carried_out               3  0 0 0  0 0  3
remedies.reconsideration               3  1 0 2  6
`

func run(t *testing.T, text string) []validate.Finding {
	t.Helper()
	r, err := parser.ReadFacts(strings.NewReader(text))
	require.NoError(t, err)
	return validate.Run(r)
}

// named gives the suspects by cell.
func named(list []validate.Finding) map[string]float64 {
	cells := map[string]float64{}
	for _, f := range list {
		if f.Suspect != nil {
			cells[f.Suspect.Figure] = f.Suspect.Value
		}
	}
	return cells
}

func TestOneWrongCellIsNamed(t *testing.T) {
	require.Empty(t, run(t, balanced))
	for fault, want := range map[string]map[string]float64{
		// a result: its row and its column
		"applications.granted.natural_person 21": {"applications.granted.natural_person": 20},
		// a result's total
		"applications.denied.third_party.total 6": {"applications.denied.third_party.total": 5},
		// a row of the balance
		"applications.carried_in.business 1": {"applications.carried_in.business": 0},
		"applications.new.total 44":          {"applications.new.total": 45},
		// （七）总计: row, column and balance
		"applications.total.legal_service 11": {"applications.total.legal_service": 10},
		"applications.total.total 43":         {"applications.total.total": 44},
	} {
		assert.Equal(t, want, named(run(t, balanced+fault)), fault)
	}
}

func TestTwoIndependentFaultsAreBothNamed(t *testing.T) {
	list := run(t, balanced+"applications.granted.natural_person 21\napplications.denied.third_party.legal_service 3")
	assert.Equal(t, map[string]float64{
		"applications.granted.natural_person":           20,
		"applications.denied.third_party.legal_service": 1,
	}, named(list))
}

func TestNothingIsNamedWhereSeveralCellsCouldBeWrong(t *testing.T) {
	for name, faults := range map[string]string{
		"two faults in one column":                        "applications.granted.natural_person 21\napplications.denied.third_party.natural_person 6",
		"two faults in one row":                           "applications.granted.natural_person 21\napplications.granted.business 5",
		"the same difference in two rows and two columns": "applications.granted.natural_person 21\napplications.denied.third_party.business 1",
		"five cells of table four":                        "remedies.reconsideration.total 7",
	} {
		list := run(t, balanced+faults)
		assert.NotEmpty(t, list, name)
		assert.Empty(t, named(list), name)
	}
}

// The sums of table four never single out a cell, but other evidence may.
func TestTableFourIsSettledByOtherEvidence(t *testing.T) {
	noApplications := "remedies.litigation_direct.other 9"
	assert.Equal(t, map[string]float64{"remedies.litigation_direct.other": 0}, named(run(t, noApplications)),
		"nine suits cannot be about no application")

	told := balanced + "year 2024\nremedies.reconsideration.upheld 2\ntext 一 \"政府信息公开行政复议5件。\""
	assert.Equal(t, map[string]float64{"remedies.reconsideration.total": 5}, named(run(t, told)), "the text tells the total")
}

func TestSuspectNeedsAssessableSums(t *testing.T) {
	fault := balanced + "applications.granted.natural_person 21\n"
	doubtful := "applications.denied.third_party.natural_person 4 doubtful \"压线\"\n"
	assert.Equal(t, map[string]float64{"applications.granted.natural_person": 20}, named(run(t, fault+doubtful)),
		"all other columns close, so it can only be this one")
	blank := "applications.denied.third_party.business blank\n"
	assert.Empty(t, named(run(t, fault+doubtful+blank)), "two columns cannot be added up: either cell may be wrong")
}

func TestFindingsOfOneFaultStandTogether(t *testing.T) {
	list := run(t, balanced+"applications.total.legal_service 11\nremedies.reconsideration.total 7")
	require.Len(t, list, 4)
	assert.Equal(t, []int{-1, 0, 0, -1}, []int{list[0].Cause, list[1].Cause, list[2].Cause, list[3].Cause})
	assert.Equal(t, "A05", list[0].Code)
	assert.Equal(t, []string{"applications.new.legal_service", "applications.carried_in.legal_service",
		"applications.carried_out.legal_service", "applications.total.legal_service"}, list[0].Figures)
	assert.Equal(t, 11.0, *list[0].Got)
	assert.Equal(t, 10.0, *list[0].Want)
}

func TestOldFormIsOneCause(t *testing.T) {
	list := run(t, "form 2021\nform disclosure 2019\nyear 2023\norgan 某县某局\ndisclosure.procurement absent")
	require.NotEmpty(t, list)
	assert.Equal(t, "template-outdated", list[0].Rule)
	for _, f := range list[1:] {
		assert.Zero(t, f.Cause, f.Rule)
	}
}

func TestCausesComeWorstFirst(t *testing.T) {
	list := run(t, "year 2024\ndate 2024-12-20\nsection 六 absent\ndisclosure.regulations.issued blank")
	var rules []string
	for _, f := range list {
		rules = append(rules, f.Rule)
	}
	assert.Equal(t, []string{"section-missing", "figure-blank", "figure-mixed", "date-early"}, rules)
}

func TestSameReportSameFindings(t *testing.T) {
	text := balanced + "applications.granted.natural_person 21\napplications.new.total 44\nremedies.reconsideration.total blank"
	assert.Equal(t, run(t, text), run(t, text))
}

func TestBlankTotalColumnIsOneCause(t *testing.T) {
	r, err := parser.ReadFacts(strings.NewReader(""))
	require.NoError(t, err)
	for i := range r.Figures {
		if f := &r.Figures[i]; strings.HasPrefix(f.ID, "applications.") && strings.HasSuffix(f.ID, ".total") {
			*f = parser.Figure{ID: f.ID, State: parser.Blank}
		}
	}
	list := validate.Run(r)
	require.Len(t, list, 3)
	assert.Equal(t, "applications-total-blank", list[0].Rule)
	assert.Equal(t, []int{-1, 0, 0}, []int{list[0].Cause, list[1].Cause, list[2].Cause}, "the blanks follow from it")
}

func TestBlankTableIsNoBlankTotalColumn(t *testing.T) {
	list := run(t, "applications blank\napplications.new 3 0 0 0 0 0 blank")
	for _, f := range list {
		assert.Contains(t, []string{"figure-blank", "figure-mixed"}, f.Rule)
	}
	assert.NotEmpty(t, list)
}
