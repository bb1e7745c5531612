package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
)

// Of a fax the form is told by the shape of its tables: that accuses nobody of having
// used the old one.
func TestADoubtfulFormIsNotHeldAgainstTheReport(t *testing.T) {
	r, err := parser.ReadFacts(strings.NewReader("form 2019\nyear 2023\n"))
	require.NoError(t, err)
	outdated := func() bool { return strings.Contains(rulesOf(Run(r)), "template-outdated") }
	assert.True(t, outdated())
	r.Recognised, r.TemplateDoubt = true, "扫描件上表格的行名、列名大多认不清"
	assert.False(t, outdated())
}

func rulesOf(list []Finding) string {
	var b strings.Builder
	for _, f := range list {
		b.WriteString(f.Rule + " ")
	}
	return b.String()
}
