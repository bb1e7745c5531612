package validate_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/validate"
)

// Every rule has its examples in testdata/<rule-id>.txtar: reports in the
// facts notation, called "bad: …" or "good: …". In a bad one
//
//	// want `regexp`    stands for a finding of the rule, by its Chinese message
//	// also rule-id     for a finding of another rule
//
// and every finding must be stood for. A good one has no finding of any rule.
// What is beside the report follows in parts of its own (partLine in example.go).
var (
	wantLine = regexp.MustCompile("// want `([^`]+)`")
	alsoLine = regexp.MustCompile(`// also ([a-z-]+)`)
)

func TestExamples(t *testing.T) {
	for _, rule := range validate.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			asks, list := rule.Examples()
			assert.NotEmpty(t, asks, "says what the rule is about")
			kinds := map[bool]int{}
			for _, e := range list {
				kinds[e.Bad]++
				t.Run(e.Name, func(t *testing.T) { checkExample(t, rule.ID, e) })
				assert.Equal(t, e.Bad, wantLine.MatchString(e.Facts), "a bad example wants findings, a good one none")
			}
			assert.Positive(t, kinds[true], "a bad example")
			assert.Positive(t, kinds[false], "a good example")
		})
	}
}

func checkExample(t *testing.T, id string, e validate.Example) {
	findings, err := e.Check()
	require.NoError(t, err)
	wants := wantLine.FindAllStringSubmatch(e.Facts, -1)
	also := alsoLine.FindAllStringSubmatch(e.Facts, -1)
	for _, f := range findings {
		if f.Rule == id && take(&wants, func(w string) bool { return regexp.MustCompile(w).MatchString(f.Message.ZH) }) {
			continue
		}
		if f.Rule != id && take(&also, func(w string) bool { return w == f.Rule }) {
			continue
		}
		t.Errorf("unexpected finding of %s: %s", f.Rule, f.Message.ZH)
	}
	assert.Empty(t, wants, "wanted findings that did not come")
	assert.Empty(t, also, "other findings that did not come")
}

// take removes the first statement that fits; false when none does.
func take(list *[][]string, fits func(string) bool) bool {
	for i, m := range *list {
		if fits(m[1]) {
			*list = append((*list)[:i:i], (*list)[i+1:]...)
			return true
		}
	}
	return false
}

func TestFindByIdAndByCode(t *testing.T) {
	assert.Equal(t, "applications-row-sum", validate.Find("A15").ID)
	assert.Equal(t, "applications-balance", validate.Find("A03").ID)
	assert.Equal(t, "applications-outcome-sum", validate.Find("A08").ID)
	assert.Equal(t, "remedies-sum", validate.Find("D01–D03").ID)
	assert.Equal(t, "A15", validate.Find("applications-row-sum").Code)
	assert.Nil(t, validate.Find("A99"))
}
