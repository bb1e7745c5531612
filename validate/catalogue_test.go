package validate_test

import (
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
	}
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	for _, file := range files {
		assert.True(t, ids[strings.TrimSuffix(filepath.Base(file), ".txtar")], "%s belongs to no rule", file)
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
