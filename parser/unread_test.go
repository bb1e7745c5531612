package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/form"
)

func TestATableThatIsPrintedButNotReadIsNotSilentlyMissing(t *testing.T) {
	blocks := []any{"清河区水务局2024年政府信息公开工作年度报告", "一、总体情况", draw(disclosure2021), "三、收到和处理政府信息公开申请情况"}
	for _, row := range form.Of(form.Edition2021).Table(form.Applications).Blocks[0].Rows {
		blocks = append(blocks, row.Label+" 0 0 0 0 0 0 0")
	}
	r, err := Parse(reportWith(append(blocks, "六、其他需要报告的事项")...))
	require.NoError(t, err)
	assert.Nil(t, r.Table(form.Applications))
	assert.Contains(t, r.Incomplete, "表三")
	assert.NotContains(t, r.Incomplete, "表四", "it is not printed at all")
}

func TestProseAboutRemediesIsNoTable(t *testing.T) {
	r := parsed(t, draw(disclosure2021), tableOf(applicationsRows(form.Edition2021)))
	assert.Empty(t, r.Incomplete)

	r, err := Parse(reportWith("清河区水务局2024年政府信息公开工作年度报告", "一、总体情况", draw(disclosure2021),
		"行政复议2件，结果维持1件，结果纠正1件；行政诉讼中复议后起诉1件，尚未审结。"))
	require.NoError(t, err)
	assert.Empty(t, r.Incomplete)
}

// A web archive lost 600 bytes, the head of table three among them: its rows were
// known, none of its columns, and the report was said to have no fault.
func TestATableWhoseHeadIsLostIsNotSilentlyWithoutFigures(t *testing.T) {
	r, err := Parse(reportWith("清河区水务局2024年政府信息公开工作年度报告", "一、总体情况", draw(disclosure2021),
		tableOf(applicationsRows(form.Edition2021)[len(applicationsHead):])))
	require.NoError(t, err)
	assert.Nil(t, r.Figure("applications.new.total"))
	assert.Contains(t, r.Incomplete, "表三")
}

// A damaged .doc may lose the cells behind a label: the row is there, its figures are
// not, and no sum over it can be checked.
func TestRowWithoutItsFiguresIsTold(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	row := rowAt(rows, "要求提供公开出版物")
	for c := 3; c < len(rows[row]); c++ {
		rows[row][c] = "_"
	}
	r := parsed(t, draw(disclosure2021), tableOf(rows), draw(remedies))
	assert.Nil(t, r.Figure("applications.not_processed.publication.total"))
	assert.Contains(t, r.Incomplete, "要求提供公开出版物")
	assert.False(t, r.Damaged)
}
