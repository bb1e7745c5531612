package validate_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"gouji/parser"
	"gouji/validate"
)

// Every rule has its examples in testdata/<rule-id>.txtar: reports in the
// facts notation, called "bad: …" or "good: …". In a bad one
//
//	// want `regexp`    stands for a finding of the rule, by its Chinese message
//	// also rule-id     for a finding of another rule
//
// and every finding must be stood for. A good one has no finding of any rule.
//
// What is beside the report follows in parts of its own, each below a line:
//
//	=== previous    last year's report of the organ, only to compare with
//	=== report      another report of the run
var (
	wantLine = regexp.MustCompile("// want `([^`]+)`")
	alsoLine = regexp.MustCompile(`// also ([a-z-]+)`)
)

func TestExamples(t *testing.T) {
	for _, rule := range validate.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			archive, err := txtar.ParseFile(filepath.Join("testdata", rule.ID+".txtar"))
			require.NoError(t, err)
			assert.NotEmpty(t, strings.TrimSpace(string(archive.Comment)), "says what the rule is about")
			kinds := map[string]int{}
			for _, file := range archive.Files {
				kind, _, _ := strings.Cut(file.Name, ":")
				kinds[kind]++
				t.Run(file.Name, func(t *testing.T) { checkExample(t, rule.ID, string(file.Data)) })
				assert.Equal(t, kind == "bad", wantLine.Match(file.Data), "a bad example wants findings, a good one none")
			}
			assert.Positive(t, kinds["bad"], "a bad example")
			assert.Positive(t, kinds["good"], "a good example")
			assert.Len(t, kinds, 2, "examples are bad or good")
		})
	}
}

func checkExample(t *testing.T, id, text string) {
	wants := wantLine.FindAllStringSubmatch(text, -1)
	also := alsoLine.FindAllStringSubmatch(text, -1)
	for _, f := range findingsOf(t, text) {
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

var partLine = regexp.MustCompile(`(?m)^=== (\w+).*\n`)

// findingsOf checks the report of an example's first part beside the others.
func findingsOf(t *testing.T, text string) []validate.Finding {
	bodies, names := partLine.Split(text, -1), partLine.FindAllStringSubmatch(text, -1)
	set := validate.NewSet(validate.Options{})
	set.Add(readFacts(t, bodies[0]))
	for i, name := range names {
		switch body := bodies[i+1]; name[1] {
		case "previous":
			set.AddPrevious(readFacts(t, body))
		case "report":
			set.Add(readFacts(t, body))
		default:
			t.Errorf("no part of an example is called %s", name[1])
		}
	}
	set.Link()
	return set.Check(0)
}

func readFacts(t *testing.T, text string) *parser.Report {
	report, err := parser.ReadFacts(strings.NewReader(text))
	require.NoError(t, err)
	return report
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

func TestCatalogueIsComplete(t *testing.T) {
	ids, codes := map[string]bool{}, map[string]bool{}
	for _, rule := range validate.Rules() {
		assert.Regexp(t, `^[a-z]+(-[a-z]+)+$`, rule.ID)
		assert.False(t, ids[rule.ID], "id %s twice", rule.ID)
		assert.False(t, codes[rule.Code], "code %s twice", rule.Code)
		ids[rule.ID], codes[rule.Code] = true, true
		for name, text := range map[string]validate.Text{"title": rule.Title, "why": rule.Why, "mend": rule.Mend} {
			assert.NotEmpty(t, text.ZH, "%s: %s in Chinese", rule.ID, name)
			assert.NotEmpty(t, text.EN, "%s: %s in English", rule.ID, name)
		}
		assert.Contains(t, []validate.Severity{validate.Error, validate.Warning, validate.Info}, rule.Severity, rule.ID)
		assert.NotEmpty(t, rule.Ground.Clause, rule.ID)
		assert.Equal(t, rule.Ground.Basis == validate.Official, rule.Ground.Source != "", "%s: official grounds, and only they, name a source", rule.ID)
		assert.NotEmpty(t, rule.Since, rule.ID)
		assert.NotNil(t, rule.Check, rule.ID)
	}
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	for _, file := range files {
		assert.True(t, ids[strings.TrimSuffix(filepath.Base(file), ".txtar")], "%s belongs to no rule", file)
	}
}

func TestFindByIdAndByCode(t *testing.T) {
	assert.Equal(t, "applications-row-sum", validate.Find("A15").ID)
	assert.Equal(t, "applications-balance", validate.Find("A03").ID)
	assert.Equal(t, "applications-outcome-sum", validate.Find("A08").ID)
	assert.Equal(t, "remedies-sum", validate.Find("D01–D03").ID)
	assert.Equal(t, "A15", validate.Find("applications-row-sum").Code)
	assert.Nil(t, validate.Find("A99"))
}
