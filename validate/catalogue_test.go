package validate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/validate"
)

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
		assert.False(t, rule.Check == nil && rule.CheckRun == nil, "%s looks at something", rule.ID)
		assert.NotEmpty(t, rule.Formula.ZH, "%s has a formula in Chinese", rule.ID)
		assert.NotEmpty(t, rule.Formula.EN, "%s has a formula in English", rule.ID)
		for _, l := range rule.Limits {
			assert.NotEmpty(t, l.UnitText().ZH, "%s: unit %q", l.Name, l.Unit)
			assert.NotEmpty(t, l.Why.ZH, l.Name)
			assert.NotEmpty(t, l.Why.EN, l.Name)
		}
		for _, id := range rule.Follows {
			assert.NotNil(t, validate.Find(id), "%s follows %s", rule.ID, id)
		}
	}
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	for _, file := range files {
		assert.True(t, ids[strings.TrimSuffix(filepath.Base(file), ".txtar")], "%s belongs to no rule", file)
	}
}

// Offices cite codes in letters: a code stays with its rule, also when the rule
// goes. codes.txt has every code that was ever given out.
func TestCodesAreNeverReused(t *testing.T) {
	data, err := os.ReadFile("testdata/codes.txt")
	require.NoError(t, err)
	given := map[string]string{}
	for line := range strings.Lines(string(data)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		require.Len(t, words, 2, line)
		assert.NotContains(t, given, words[0], "a code given out twice")
		given[words[0]] = words[1]
	}
	for _, rule := range validate.Rules() {
		for _, code := range rule.Codes() {
			assert.Equal(t, rule.ID, given[code], "code %s: write it into testdata/codes.txt, or give the rule a code of its own", code)
		}
	}
}

func TestEveryCodeOfTheCatalogueIsDecidedOrOmitted(t *testing.T) {
	omitted := map[string]bool{}
	for _, o := range validate.OmittedRules() {
		omitted[o.Code] = true
	}
	for letter, last := range map[string]int{"S": 28, "C": 15, "A": 24, "B": 13, "D": 8, "N": 24, "Y": 12, "R": 7, "P": 14, "F": 7} {
		for n := 1; n <= last; n++ {
			code := fmt.Sprintf("%s%02d", letter, n)
			assert.NotEqual(t, omitted[code], validate.Find(code) != nil, code)
		}
	}
}

func TestOmittedCodesHaveNoRuleAndAReason(t *testing.T) {
	for _, o := range validate.OmittedRules() {
		assert.Nil(t, validate.Find(o.Code), o.Code)
		assert.NotEmpty(t, o.Because.ZH, o.Code)
		assert.NotEmpty(t, o.Because.EN, o.Code)
	}
}

func TestPlainExampleHasNoMarksOfTests(t *testing.T) {
	e := validate.Example{Facts: "year 2024   // want `x`\n// a remark\n\norgan 某局\n"}
	assert.Equal(t, "year 2024\norgan 某局", e.Plain())
}
