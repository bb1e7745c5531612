package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/validate/register"
)

const bureaus = `名称,别名,上级
某县人民政府,,
某县甲局,某县甲委,某县人民政府
某县乙局,,某县人民政府
某县丙局,,某县人民政府
`

func TestGatherSortsOutWhatUnitsSent(t *testing.T) {
	units, err := register.Read("units.csv", []byte(bureaus))
	require.NoError(t, err)
	set := NewSet(Options{Register: units})
	for _, head := range []string{"某县乙局 2024 2", "某县甲委 2024 1", "某县甲局 2023 9", "某县乙局 2024 3", "某县甲局 2024 1"} {
		set.Add(report(t, head))
	}
	list, err := set.Gather(units.Children(units.Find("某县")), 2024)
	require.NoError(t, err)
	require.Len(t, list, 3)
	assert.Len(t, list[0].Files, 2, "under its alias too")
	assert.True(t, list[0].Agreed)
	assert.Len(t, list[1].Files, 2)
	assert.False(t, list[1].Agreed, "they differ")
	assert.Empty(t, list[2].Files)
	assert.False(t, list[2].Agreed)
}

func TestGatherDoesNotBelieveAReportThatContradictsItself(t *testing.T) {
	units, err := register.Read("units.csv", []byte(bureaus))
	require.NoError(t, err)
	set := NewSet(Options{Register: units})
	set.Add(facts(t, "organ 某县甲局\nyear 2024\nperiod 2023-01-01 2023-12-31\n"))
	list, err := set.Gather(units.Children(units.Find("某县")), 2024)
	require.NoError(t, err)
	assert.Empty(t, list[0].Files)
	assert.Len(t, list[0].Unsure, 1)
}

// A total leaves out what is no number, and says of whom.
func TestAddUp(t *testing.T) {
	const id = "disclosure.fees.amount"
	var reports []*parser.Report
	for _, text := range []string{id + " 0.1", id + " 0.2", id + " blank", id + ` 7 doubtful "模糊"`, "", "form 2019"} {
		r, err := parser.ReadFacts(strings.NewReader(text))
		require.NoError(t, err)
		reports = append(reports, r)
	}
	total := AddUp(id, append(reports, nil))
	assert.Equal(t, Total{Value: 0.3, Added: []int{0, 1, 4}, Left: []int{2, 3, 5, 6}}, total)
	assert.False(t, total.Whole())
}
