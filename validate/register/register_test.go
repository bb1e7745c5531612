package register_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/form"
	"gouji/validate/register"
)

// 甲县 counts its area in table three, 乙县 only its own: the bureau below 乙县 is
// added beside it.
const districts = `名称,类别,上级,表三口径
某市人民政府,政府,,全域
甲县人民政府,政府,某市人民政府,全域
甲县教育局,部门,甲县人民政府,本机关
乙县人民政府,政府,某市人民政府,本机关
乙县教育局,部门,乙县人民政府,本机关
甲县人民政府办公室,办公室,某市人民政府,本机关
`

func names(units []*register.Unit) []string {
	var list []string
	for _, u := range units {
		list = append(list, u.Name)
	}
	return list
}

func TestAddends(t *testing.T) {
	r, err := register.Read("units.csv", []byte(districts))
	require.NoError(t, err)
	units := r.Addends(r.Find("某市"), form.Applications)
	assert.Equal(t, []string{"甲县人民政府", "乙县人民政府", "乙县教育局", "甲县人民政府办公室"}, names(units))
	assert.Equal(t, []string{"甲县人民政府办公室"}, names(register.CountedTwice(units, form.Applications)))
	assert.Empty(t, register.CountedTwice(units, form.Remedies), "nothing is known of its scope")
}

func TestAddendsOfACircle(t *testing.T) {
	r := register.New("", []register.Unit{
		{Name: "甲市", Parent: "乙市", Scope: map[string]register.Scope{form.Remedies: register.Own}},
		{Name: "乙市", Parent: "甲市", Scope: map[string]register.Scope{form.Remedies: register.Own}}})
	assert.Equal(t, []string{"乙市"}, names(r.Addends(r.Find("甲市"), form.Remedies)))
}
