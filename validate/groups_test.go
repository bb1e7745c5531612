package validate_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate"
)

// The facts notation has no merged heads, so they are put in here.
func TestMergedHeadInOtherWords(t *testing.T) {
	messages := func(match parser.Match) string {
		r, err := parser.ReadFacts(strings.NewReader("year 2023\nremedies.reconsideration 1 0 0 0 1\n"))
		require.NoError(t, err)
		r.Table(form.Remedies).Blocks[0].Groups = []parser.Label{
			{Key: "未经复议直接起诉", Printed: "未经复议直接诉讼", Official: "未经复议直接起诉", Match: match}}
		var list []string
		for _, f := range validate.Run(r) {
			list = append(list, f.Code+" "+f.Message.ZH)
		}
		return strings.Join(list, "\n")
	}
	assert.Equal(t, "S17 表四的列名“未经复议直接诉讼”应为“未经复议直接起诉”", messages(parser.Variant))
	assert.Empty(t, messages(parser.Near), "a head that agrees less may only be cut by a page break")
}
