package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sarifOf runs check --format sarif and validates what it prints.
func sarifOf(t *testing.T, args ...string) map[string]any {
	t.Helper()
	var out, errs bytes.Buffer
	run(append([]string{"check", "--format", "sarif"}, args...), nil, &out, &errs)
	value, err := jsonschema.UnmarshalJSON(&out)
	require.NoError(t, err)
	schema, err := jsonschema.NewCompiler().Compile("testdata/sarif-schema-2.1.0.json")
	require.NoError(t, err)
	require.NoError(t, schema.Validate(value))
	return value.(map[string]any)["runs"].([]any)[0].(map[string]any)
}

func TestSARIFIsValid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "某局 年报#1.html")
	require.NoError(t, os.WriteFile(path, []byte(sample(map[string]string{
		"applications.granted.natural_person": "2", "applications.new.other": "", "section.6": "absent"})), 0o644))
	for _, args := range [][]string{{path}, {path, "missing.pdf"}, {"missing.pdf"}, {"--lang", "en", path}} {
		sarifOf(t, args...)
	}
}

func TestSARIFNamesFileRuleAndPlace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "某局.html")
	require.NoError(t, os.WriteFile(path, []byte(sample(map[string]string{"applications.granted.natural_person": "2"})), 0o644))
	run := sarifOf(t, path, filepath.Join(folder, "missing.pdf"))

	result := run["results"].([]any)[0].(map[string]any)
	assert.Equal(t, "error", result["level"])
	location := result["locations"].([]any)[0].(map[string]any)
	uri := location["physicalLocation"].(map[string]any)["artifactLocation"].(map[string]any)["uri"].(string)
	assert.True(t, strings.HasPrefix(uri, "file:///") && strings.HasSuffix(uri, "/%E6%9F%90%E5%B1%80.html"), uri)
	assert.Contains(t, location["properties"], "row")
	assert.Contains(t, location["logicalLocations"].([]any)[0].(map[string]any)["name"], "表三")

	rules := run["tool"].(map[string]any)["driver"].(map[string]any)["rules"].([]any)
	number, err := result["ruleIndex"].(interface{ Int64() (int64, error) }).Int64()
	require.NoError(t, err)
	assert.Equal(t, result["ruleId"], rules[number].(map[string]any)["id"])

	invocation := run["invocations"].([]any)[0].(map[string]any)
	assert.Equal(t, false, invocation["executionSuccessful"])
	assert.Len(t, invocation["toolExecutionNotifications"], 1)
}
