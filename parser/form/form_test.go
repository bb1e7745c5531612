package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Counted on the printed notices: 10 + 175 + 15 and 22 + 161 + 15.
func TestNumberOfFigures(t *testing.T) {
	assert.Len(t, Of(Edition2021).Cells(), 200)
	assert.Len(t, Of(Edition2019).Cells(), 198)
}

// Per column one balance and one sum of outcomes, per row of table three one
// sum, per group of table four one: 7 + 7 + 25 + 3, and 23 rows in 2019.
func TestNumberOfIdentities(t *testing.T) {
	for edition, want := range map[Edition]int{Edition2021: 42, Edition2019: 40} {
		n := 0
		for _, table := range Of(edition).Tables {
			n += len(table.Identities())
		}
		assert.Equal(t, want, n, "edition %s", edition)
	}
}

func TestIdentitiesNameCellsOfTheForm(t *testing.T) {
	for _, f := range All() {
		for _, table := range f.Tables {
			for _, identity := range table.Identities() {
				for _, id := range append(identity.Left, identity.Right...) {
					_, ok := f.Find(id)
					assert.True(t, ok, "%s %s: no cell %s", f.Edition, identity.Relation.Rule, id)
				}
			}
		}
	}
}

func TestOutcomeSum(t *testing.T) {
	identities := Of(Edition2021).Table(Applications).Identities()
	sum := identities[7] // the first after the seven balances
	assert.Equal(t, "applications-outcome-sum", sum.Relation.Rule)
	assert.Len(t, sum.Left, 21, "（一） to （六）3, without sub-totals")
	assert.Equal(t, []string{"applications.total.natural_person"}, sum.Right)
}

func TestIDsAreUnique(t *testing.T) {
	for _, f := range All() {
		seen := map[string]bool{}
		for _, cell := range f.Cells() {
			assert.False(t, seen[cell.ID], cell.ID)
			seen[cell.ID] = true
		}
	}
}

// Rows of one group never share a label: the label and its group lead to one row.
func TestLabelsTellRowsApart(t *testing.T) {
	for _, f := range All() {
		for _, table := range f.Tables {
			for _, block := range table.Blocks {
				seen := map[string]bool{}
				for _, row := range block.Rows {
					path := row.Label
					if n := len(row.Under); n > 0 {
						path = row.Under[n-1] + path
					}
					assert.False(t, seen[path], path)
					seen[path] = true
				}
			}
		}
	}
}

func TestForYear(t *testing.T) {
	assert.Nil(t, ForYear(2018))
	for year, want := range map[int]Edition{2019: Edition2019, 2020: Edition2019, 2021: Edition2021, 2025: Edition2021} {
		require.NotNil(t, ForYear(year))
		assert.Equal(t, want, ForYear(year).Edition, "year %d", year)
	}
}

func TestNames(t *testing.T) {
	for id, want := range map[string]string{
		"applications.denied.third_party.natural_person": "表三“4.保护第三方合法权益”自然人",
		"applications.denied.endangers_security.total":   "表三“3.危及‘三安全一稳定’”总计",
		"applications.partly_granted.other":              "表三“（二）部分公开”法人或其他组织·其他",
		"applications.other.other.total":                 "表三“（六）其他处理3.其他”总计",
		"disclosure.fees.amount":                         "表二“行政事业性收费”本年收费金额（单位：万元）",
		"remedies.litigation_direct.total":               "表四未经复议直接起诉·总计",
	} {
		cell, ok := Find(id)
		require.True(t, ok, id)
		assert.Equal(t, want, cell.Name())
	}
}
