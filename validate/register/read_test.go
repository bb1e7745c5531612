package register_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gouji/parser/form"
	"gouji/validate/register"
)

const county = `名称,别名,类别,级别,上级,表二口径,表三口径,表四口径,截止日期,备注
某县人民政府,,政府,县级,,本机关,全域,全域,,
某县乡村振兴局,某县扶贫办；县扶贫办|振兴局,部门,县级,某县,本机关,本机关,本机关,1月20日,2021年由扶贫办改名
# 下面是乡镇
柳堤镇人民政府,柳堤镇,乡镇街道,乡级,某县人民政府,,own,,02-28,
,,,,,,,,,
`

func TestRead(t *testing.T) {
	r, err := register.Read("units.csv", []byte(county))
	require.NoError(t, err)
	assert.Equal(t, []register.Unit{
		{Name: "某县人民政府", Kind: register.Government, Level: register.County, Line: 2,
			Scope: map[string]register.Scope{form.Disclosure: register.Own, form.Applications: register.Area, form.Remedies: register.Area}},
		{Name: "某县乡村振兴局", Aliases: []string{"某县扶贫办", "县扶贫办", "振兴局"}, Kind: register.Department, Level: register.County,
			Parent: "某县人民政府", Deadline: &register.Day{Month: 1, Day: 20}, Line: 3,
			Scope: map[string]register.Scope{form.Disclosure: register.Own, form.Applications: register.Own, form.Remedies: register.Own}},
		{Name: "柳堤镇人民政府", Aliases: []string{"柳堤镇"}, Kind: register.Township, Level: register.Town,
			Parent: "某县人民政府", Deadline: &register.Day{Month: 2, Day: 28}, Line: 5,
			Scope: map[string]register.Scope{form.Applications: register.Own}},
	}, r.Units)
	assert.Equal(t, "某县乡村振兴局", r.Find("振兴局").Name)
	assert.Equal(t, []*register.Unit{&r.Units[1], &r.Units[2]}, r.Children(&r.Units[0]))
}

// Excel writes a byte order mark, or GBK and Windows line ends; people type
// full-width letters; a sheet copied into a text file has tabs.
func TestReadWhatExcelWrites(t *testing.T) {
	want, err := register.Read("units.csv", []byte(county))
	require.NoError(t, err)
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(strings.ReplaceAll(county, "\n", "\r\n"))
	require.NoError(t, err)
	for name, text := range map[string]string{
		"mark": "\uFEFF" + county, "gbk": gbk, "tabs": strings.ReplaceAll(county, ",", "\t"),
	} {
		got, err := register.Read("units.csv", []byte(text))
		require.NoError(t, err, name)
		assert.Equal(t, want.Units, got.Units, name)
	}
}

func TestEnglishRegister(t *testing.T) {
	r, err := register.Read("units.csv", []byte("name,former names,kind,level,parent,applications scope,deadline\n某市,,government,city,,area,3-31\n"))
	require.NoError(t, err)
	assert.Equal(t, register.City, r.Units[0].Level)
	assert.Equal(t, register.Area, r.Units[0].Scope[form.Applications])
	assert.Equal(t, &register.Day{Month: 3, Day: 31}, r.Units[0].Deadline)
}

func TestWhatIsWrongIsSaidWithItsPlace(t *testing.T) {
	for name, c := range map[string]struct{ text, zh, en string }{
		"empty":        {"", "第1行第1列：文件是空的", "line 1, column 1: the file is empty"},
		"workbook":     {"PK\x03\x04", "第1行第1列：这是 Excel 工作簿", "an Excel workbook"},
		"encoding":     {"名称\n\xff\xfe\x00", "第1行第1列：文字编码既不是 UTF-8 也不是 GBK", "neither UTF-8 nor GBK"},
		"column":       {"名称,电话\n某县,1\n", "第1行第2列：没有“电话”这一列，可用：名称", `no column "电话"`},
		"column twice": {"名称,级别,级别\n", "第1行第3列：“级别”列有两个", "stands twice"},
		"no name":      {"类别\n政府\n", "第1行第1列：缺少“名称”列", "no column name"},
		"unnamed":      {"级别,名称\n县级,\n", "第2行第2列：没有写名称", "line 2, column 2: no name"},
		"kind":         {"名称,类别\n某县,机关\n", "第2行第2列：没有“机关”这种类别，可用：政府、办公室、部门、乡镇街道、其他", "none of: government"},
		"level":        {"名称,级别\n某县,处级\n", "第2行第2列：没有“处级”这种级别，可用：国家级、省级", "none of: state"},
		"scope":        {"名称,表三口径\n某县,全县\n", "第2行第2列：没有“全县”这种口径，可用：本机关、全域", "none of: own, area"},
		"deadline":     {"名称,截止日期\n某县,2月30日\n", "第2行第2列：“2月30日”不是日期，写成 01-31 或 1月31日", `"2月30日" is no day`},
		"names":        {"名称\n某县\n\n某县人民政府\n", "第4行第1列：“某县人民政府”与第2行的“某县”重名", "in line 2"},
		"alias":        {"名称,别名\n某县甲局,\n某县乙局,某县丙局;某县甲局\n", "第3行第2列：“某县甲局”与第2行的“某县甲局”重名", "in line 2"},
		"parent":       {"名称,上级\n某县甲局,某县\n", "第2行第2列：上级“某县”不在名录里", "no unit of the register"},
		"itself":       {"名称,上级\n某县,某县\n", "第2行第2列：“某县”成了自己的上级", "above itself"},
		"circle":       {"名称,上级\n甲市,丙市\n乙市,甲市\n丙市,乙市\n丁市,丙市\n", "第2行第2列：“甲市”成了自己的上级\n第3行第2列：“乙市”成了自己的上级\n第4行第2列：“丙市”成了自己的上级", "above itself"},
		"beyond":       {"名称\n某县,某局\n", "第2行第2列：这一格在列名之外", "beyond the named columns"},
		"quotes":       {"名称\n\"某县\n", "行第1列：引号没有成对", "quotes do not pair"},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := register.Read("units.csv", []byte(c.text))
			assert.Nil(t, r)
			var problems register.Problems
			require.ErrorAs(t, err, &problems)
			assert.Contains(t, problems.Error(), c.zh)
			assert.Contains(t, problems.In("en"), c.en)
		})
	}
}

func TestManyProblemsAreCutShort(t *testing.T) {
	_, err := register.Read("units.csv", []byte("名称,级别\n"+strings.Repeat("某县,处级\n", 50)))
	assert.Contains(t, err.Error(), "还有 30 处")
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(county))
	f.Add([]byte("名称,上级\n甲市,乙市\n乙市,甲市\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := register.Read("units.csv", data)
		if err != nil {
			assert.Nil(t, r)
			assert.NotEmpty(t, err.(register.Problems))
		}
	})
}
