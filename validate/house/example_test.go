package house

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// example.yaml is what offices copy from: it must be right, and its rules' examples too.
func TestExampleFile(t *testing.T) {
	data, err := os.ReadFile("example.yaml")
	require.NoError(t, err)
	c, err := Read("example.yaml", data)
	require.NoError(t, err)
	o := c.Options(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	assert.NotEmpty(t, o.Off)
	assert.NotEmpty(t, o.Severities)
	assert.NotEmpty(t, o.Limits)
	assert.NotEmpty(t, o.Deadlines)
	assert.NotEmpty(t, o.Topics)
	assert.NotEmpty(t, o.Suppress)
	for _, own := range c.Own {
		for _, e := range own.Examples {
			trial := own.Try(e)
			assert.True(t, trial.Passed, "%s %s: %v", own.Rule.ID, e.Name, trial)
		}
	}
}

// So is the one in README.md.
func TestReadmeShowsAFileThatIsRight(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, after, found := strings.Cut(strings.ReplaceAll(string(readme), "\r\n", "\n"), "```yaml\n")
	require.True(t, found)
	text, _, _ := strings.Cut(after, "```")
	c, err := Read("README.md", []byte(text))
	require.NoError(t, err)
	require.NotEmpty(t, c.Own)
	for _, e := range c.Own[0].Examples {
		assert.True(t, c.Own[0].Try(e).Passed, e.Name)
	}
}

func TestTrialsTellWhatCame(t *testing.T) {
	c, err := Read("gouji.yaml", []byte(own(`figure("applications.new.total") > 3`)))
	require.NoError(t, err)
	try := func(facts, says string, bad bool) Trial {
		e := Example{Says: says}
		e.Facts, e.Bad = facts, bad
		return c.Own[0].Try(e)
	}
	assert.True(t, try("applications.new.total 4", "", true).Passed)
	assert.True(t, try("applications.new.total 4", "有问题", true).Passed)
	assert.False(t, try("applications.new.total 4", "别的话", true).Passed)
	assert.False(t, try("applications.new.total 4", "", false).Passed)
	assert.False(t, try("applications.new.total 3", "", true).Passed)
	assert.True(t, try("applications.new.total 3", "", false).Passed)
	assert.True(t, try("applications.new.total blank", "", false).Passed)
	assert.Contains(t, try("applications.new.total blank", "", true).Silence.ZH, "不是读准了的数")
	assert.Error(t, try("applications.new.totl 3", "", false).Err)
}

// Expressions that fail are the rule's fault and told, not taken for silence.
func TestTroublesAreKept(t *testing.T) {
	c, err := Read("gouji.yaml", []byte(own(`'[1][year] == 1'`)))
	require.NoError(t, err)
	e := Example{}
	e.Facts = "year 2024\nfile \"b.pdf\""
	assert.False(t, c.Own[0].Try(e).Passed)
	_, err = e.CheckWith(c.Options(time.Now()))
	require.NoError(t, err)
	require.Len(t, c.Troubles(), 1)
	assert.Equal(t, "b.pdf", c.Troubles()[0].Path)
}
