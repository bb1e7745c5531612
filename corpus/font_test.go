package corpus_test

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/validate"
)

// figureCell is the text of a table cell that holds a number.
var figureCell = regexp.MustCompile(`>\s*[0-9,.]+\s*<`)

// A web font that names 1 as 4 and 4 as 1 makes a report say other numbers than
// it shows. One doubt is told, not thirty sums that fail.
func TestFontThatNamesDigitsWrongly(t *testing.T) {
	page, err := os.ReadFile("samples/2020-clean.html")
	require.NoError(t, err)
	exchange := strings.NewReplacer("1", "4", "4", "1")
	lying := figureCell.ReplaceAllStringFunc(string(page), exchange.Replace)
	report := readBytes(t, []byte(lying))
	for _, f := range report.Figures {
		assert.Contains(t, f.Doubt, "字体映射可能有误", f.ID)
	}
	for _, f := range validate.Run(report) {
		assert.NotEqual(t, validate.Error, f.Severity, f.Message.ZH)
	}
}

func readBytes(t *testing.T, data []byte) *parser.Report {
	t.Helper()
	reader := parser.NewReader(parser.Options{})
	t.Cleanup(func() { require.NoError(t, reader.Close()) })
	document, err := reader.Read(context.Background(), "report", data)
	require.NoError(t, err)
	report, err := parser.Parse(document)
	require.NoError(t, err)
	return report
}
