package dataset

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/form"
)

// Stata allows names of 32 letters, digits and _, and no two may be alike.
func TestVariableNames(t *testing.T) {
	known := map[string]string{}
	for _, f := range figures {
		assert.Regexp(t, `^[a-z][a-z0-9_]{0,31}$`, f.variable)
		assert.Empty(t, known[f.variable], f.ID)
		known[f.variable] = f.ID
	}
	assert.Equal(t, "a_denie_third_party_natur_perso", variableOf("applications.denied.third_party.natural_person"))
	assert.Equal(t, "a_new_total", variableOf("applications.new.total"))
}

func TestFiguresAreTheCellsOfBothForms(t *testing.T) {
	for _, f := range form.All() {
		for _, cell := range f.Cells() {
			assert.Condition(t, func() bool {
				for _, known := range figures {
					if known.ID == cell.ID && known.in(f.Edition) {
						return true
					}
				}
				return false
			}, cell.ID)
		}
	}
	assert.Equal(t, "万元", figureNamed("disclosure.fees.amount").unit())
	assert.Equal(t, "", figureNamed("disclosure.procurement.amount").unit(), "元 and 万元 are both met")
	assert.Equal(t, "项", figureNamed("disclosure.licensing.change").unit())
	assert.Equal(t, "件", figureNamed("disclosure.licensing.decisions").unit())
	assert.Equal(t, "reconsideration", figureNamed("remedies.reconsideration.upheld").row())
}

func figureNamed(id string) *figure {
	for _, f := range figures {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// Each rate adds up cells of one table, of both editions.
func TestRatesAreOfTheForm(t *testing.T) {
	for _, r := range rates {
		for _, s := range []sum{r.over, r.under} {
			for _, f := range form.All() {
				assert.NotEmpty(t, s[f.Edition], r.id)
				first, _ := f.Find(s[f.Edition][0])
				for _, id := range s[f.Edition] {
					cell, ok := f.Find(id)
					assert.True(t, ok, id)
					assert.Equal(t, first.Table.Key, cell.Table.Key, r.id)
				}
			}
		}
	}
}
