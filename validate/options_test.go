package validate

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lost is a report that lost one of three applications: A01 and A07, which one
// slip explains.
const lost = `
file "某县/民政局/2024.docx"
organ 某县民政局
year 2024
applications.new 3 0 0 0 0 0 3
applications.granted 2 0 0 0 0 0 2
applications.total 2 0 0 0 0 0 2
`

// found lists the findings as code and severity; those in brackets do not count.
func found(t *testing.T, o Options) []string {
	t.Helper()
	set := NewSet(o)
	set.Add(facts(t, lost))
	set.Link()
	var list []string
	findings, err := set.Check(0)
	require.NoError(t, err)
	for _, f := range findings {
		said := f.Code + " " + string(f.Severity)
		if f.Suppressed != nil {
			said = "(" + said + " " + f.Suppressed.Reason + ")"
		}
		list = append(list, said)
	}
	return list
}

func TestRulesCanBeOffAndWeighOtherwise(t *testing.T) {
	assert.Equal(t, []string{"A01 error", "A07 error"}, found(t, Options{}))
	assert.Empty(t, found(t, Options{Off: map[string]bool{"applications-balance": true}}))
	assert.Equal(t, []string{"A01 info", "A07 info"}, found(t, Options{Severities: map[string]Severity{"applications-balance": Info}}))
}

func TestOwnRulesAreAskedLikeAnyOther(t *testing.T) {
	own := &Rule{ID: "own-one", Code: "X01", Severity: Warning, Title: Text{ZH: "一"},
		Check: func(*Subject) []Finding { return []Finding{{}} }}
	assert.Equal(t, []string{"A01 error", "A07 error", "X01 warning"}, found(t, Options{Rules: []*Rule{own}}))
	assert.Equal(t, own, RuleOf(own.fill(Finding{}, &Options{})))
}

func TestSuppressedFindingsAreListedAndNotCounted(t *testing.T) {
	all := []string{"(A01 error 已说明)", "(A07 error 已说明)"}
	one := []string{"A01 error", "(A07 error 已说明)"} // which follows from A01
	none := []string{"A01 error", "A07 error"}
	for name, c := range map[string]struct {
		decision Suppression
		want     []string
	}{
		"by organ and year": {Suppression{Organ: "某县民政局", Year: 2024, Rule: "applications-balance"}, all},
		"by file":           {Suppression{File: "民政局/2024.docx", Rule: "applications-balance"}, all},
		"by code":           {Suppression{File: `民政局\2024.docx`, Rule: "A07"}, one},
		"by figure":         {Suppression{Organ: "某县民政局", Rule: "applications-balance", Figure: "applications.total.total"}, one},
		"another year":      {Suppression{Organ: "某县民政局", Year: 2023, Rule: "A01"}, none},
		"another organ":     {Suppression{Organ: "某县财政局", Year: 2024, Rule: "A01"}, none},
		"a part of a name":  {Suppression{File: "4.docx", Rule: "A01"}, none},
		"another rule":      {Suppression{Organ: "某县民政局", Rule: "A15"}, none},
	} {
		c.decision.Reason = "已说明"
		assert.Equal(t, c.want, found(t, Options{Suppress: []*Suppression{&c.decision}}), name)
	}
}

func TestWhatFollowsFromASuppressedFindingIsSuppressed(t *testing.T) {
	decision := &Suppression{Rule: "A01"}
	list := []Finding{{Rule: "one", Code: "A01", Cause: -1}, {Code: "A15", Cause: 0, Severity: Error}, {Code: "A16", Cause: -1, Severity: Error}}
	(&Subject{Report: facts(t, lost), options: &Options{Suppress: []*Suppression{decision}}}).suppress(list)
	assert.Equal(t, decision, list[1].Suppressed)
	assert.Nil(t, list[2].Suppressed)
	assert.Equal(t, Summary{Error: 1}, Summarize(list))
}
