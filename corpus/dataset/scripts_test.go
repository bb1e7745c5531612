package dataset_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus/dataset"
)

var (
	renaming = regexp.MustCompile(`(?m)^rename v(\d+) (\S+)$`)
	importOf = regexp.MustCompile(`(?m)^import delimited using "(\w+)\.csv"`)
	labels   = regexp.MustCompile(`"([^"\n]*)"`)
)

// Stata is not at hand. What its manual asks for is: names of 32 characters, labels
// of 80, no quotes in them, and every column by its place.
func TestStataScript(t *testing.T) {
	dir, _ := write(t, dataset.Options{}, samplePart(t))
	files := contents(t, dir)
	variables := map[string]string{}
	for _, f := range rows(t, dir, "figures") {
		variables[f["figure"]] = f["variable"]
	}
	script := files["gouji.do"]
	parts := importOf.FindAllStringSubmatchIndex(script, -1)
	require.Len(t, parts, 10)
	for i, part := range parts {
		name, end := script[part[2]:part[3]], len(script)
		if i+1 < len(parts) {
			end = parts[i+1][0]
		}
		head, _, _ := strings.Cut(files[name+".csv"], "\n")
		columns := strings.Split(head, ",")
		renames := renaming.FindAllStringSubmatch(script[part[0]:end], -1)
		require.Len(t, renames, len(columns), name)
		known := map[string]bool{}
		for j, r := range renames {
			assert.Equal(t, strconv.Itoa(j+1), r[1])
			assert.Contains(t, []string{columns[j], variables[columns[j]]}, r[2])
			assert.Regexp(t, `^[a-z][a-z0-9_]{0,31}$`, r[2])
			assert.False(t, known[r[2]], r[2])
			known[r[2]] = true
		}
	}
	for _, line := range strings.Split(script, "\n") {
		assert.Zero(t, strings.Count(line, `"`)%2, line)
		for _, label := range labels.FindAllStringSubmatch(line, -1) {
			assert.LessOrEqual(t, utf8.RuneCountInString(label[1]), 80)
		}
	}
	assert.Contains(t, script, `replace gouji_new = .d if `+"`name'"+` == "doubtful"`)
}

// R, where there is one, gets the numbers and the reasons of the CSV.
func TestRScript(t *testing.T) {
	r, err := exec.LookPath("Rscript")
	if err != nil {
		t.Skip("no Rscript")
	}
	dir, _ := write(t, dataset.Options{BOM: true}, samplePart(t))
	expressions := []string{`source("gouji.R", encoding = "UTF-8")`,
		`cat(sum(cells$value, na.rm = TRUE), sum(reports[names(states)[-1]], na.rm = TRUE), class(reports$year), "\n")`,
		`cat(as.character(states$applications.new.total), as.character(states$applications.other.total), "\n")`}
	c := exec.Command(r, "--vanilla", "-e", expressions[0], "-e", expressions[1], "-e", expressions[2])
	c.Dir, c.Env = dir, append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := c.CombinedOutput()
	require.NoError(t, err, string(out))
	lines := strings.Split(string(out), "\n")
	sums := strings.Fields(lines[0])
	assert.Equal(t, sums[0], sums[1])
	assert.Equal(t, "numeric", sums[2])
	assert.Equal(t, "number number doubtful not_in_form number not_in_form ", lines[1])
}
