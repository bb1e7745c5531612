package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A suppression holds until its last day: the day after, the same files are a run
// of their own, in which the finding counts again.
func TestABatchIsCheckedAnewWhenASuppressionExpires(t *testing.T) {
	folder := t.TempDir()
	report, rules := filepath.Join(folder, "a.html"), filepath.Join(folder, "rules.yaml")
	require.NoError(t, os.WriteFile(report, []byte(sample(map[string]string{"applications.granted.natural_person": "2"})), 0o644))
	require.NoError(t, os.WriteFile(rules, []byte("suppress:\n  - {file: a.html, rule: A08, reason: 已说明, until: 2026-03-31}\n  - {file: a.html, rule: A15, reason: 已说明, until: 2026-04-30}\n"), 0o644))
	for _, c := range []struct {
		day    string
		status int
		says   string
	}{
		{"2026-03-31", exitClean, "第1次核对.xlsx"},
		{"2026-04-01", exitFindings, "豁免 A08 已于2026-03-31到期"},
		{"2026-04-02", exitFindings, "没有变化"},
	} {
		now, err := time.Parse(time.DateOnly, c.day)
		require.NoError(t, err)
		var errs bytes.Buffer
		p := &program{in: &bytes.Buffer{}, out: &bytes.Buffer{}, errs: &errs, lang: "zh", color: "never", now: func() time.Time { return now }}
		root := p.root()
		root.SetArgs([]string{"batch", report, "--config", rules, "--out", filepath.Join(folder, "结果")})
		require.NoError(t, root.Execute())
		assert.Equal(t, c.status, p.status, c.day)
		assert.Contains(t, errs.String(), c.says, c.day)
	}
}
