package panel

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/validate/register"
)

func organ(name string, years ...int) Organ {
	return Organ{Name: name, Years: years, In: map[int][]float64{}, Out: map[int][]float64{}}
}

// carrying is an organ with what it carries in and out of its years.
func carrying(o Organ, in, out float64) Organ {
	for _, year := range o.Years {
		o.In[year], o.Out[year] = []float64{in, in}, []float64{out, out}
	}
	return o
}

func pairs(list []Candidate) (names []string) {
	for _, c := range list {
		names = append(names, c.A.Name+" "+c.B.Name)
	}
	return names
}

func TestRenamedOrgansAreProposed(t *testing.T) {
	for _, pair := range [][2]Organ{
		{organ("青岚县农业局", 2019, 2020), organ("青岚县农业农村局", 2021, 2022)},
		{organ("青岚县农业局", 2019), organ("青岚县农业农村局", 2022)},
		{organ("青岚县卫生和计划生育局", 2019, 2020), organ("青岚县卫生健康局", 2021)},
		{carrying(organ("青岚县扶贫办", 2020), 0, 3), carrying(organ("青岚县乡村振兴局", 2021), 3, 0)},
		{organ("霁川市城市管理局", 2020), organ("霁川市城市管理和综合执法局", 2021)},
	} {
		assert.Equal(t, []string{pair[0].Name + " " + pair[1].Name}, pairs(Propose([]Organ{pair[1], pair[0]})))
	}
}

func TestOthersAreNot(t *testing.T) {
	settled := func(o Organ) Organ { o.Settled = true; return o }
	for why, pair := range map[string][2]Organ{
		"both report in 2021":          {organ("青岚县农业局", 2020, 2021), organ("青岚县农业农村局", 2021)},
		"other places":                 {organ("青岚县农业局", 2020), organ("临汀县农业农村局", 2021)},
		"nothing alike":                {organ("青岚县教育局", 2020), organ("青岚县水利局", 2021)},
		"carried over, but nothing":    {carrying(organ("青岚县教育局", 2020), 0, 0), carrying(organ("青岚县水利局", 2021), 0, 0)},
		"the register has them as two": {settled(organ("青岚县农业局", 2020)), settled(organ("青岚县农业农村局", 2021))},
		"no year is sure":              {organ("青岚县农业局"), organ("青岚县农业农村局", 2021)},
	} {
		assert.Empty(t, Propose([]Organ{pair[0], pair[1]}), why)
	}
}

func TestLikeliestFirst(t *testing.T) {
	list := Propose([]Organ{
		organ("青岚县卫生和计划生育局", 2019), organ("青岚县卫生健康局", 2020),
		carrying(organ("临汀县农业局", 2019), 1, 2), carrying(organ("临汀县农业农村局", 2020), 2, 0)})
	require.Equal(t, []string{"临汀县农业局 临汀县农业农村局", "青岚县卫生和计划生育局 青岚县卫生健康局"}, pairs(list))
	assert.Equal(t, 0.83, list[0].Score)
	assert.Equal(t, "名称相似度 0.67；2019年止，2020年起；结转 2 件，各列相同", list[0].Evidence.ZH)
}

func TestPlaces(t *testing.T) {
	for name, place := range map[string]string{
		"江岚省青溪市青岚县农业农村局": "江岚省青溪市青岚县", "霁川市城市管理局": "霁川市", "青溪县市场监督管理局": "青溪县",
		"临汀县柳陂镇人民政府": "临汀县柳陂镇", "民政局": "", "青溪县人民政府": "青溪县",
	} {
		assert.Equal(t, place, register.Place(name), name)
	}
}

func TestDecisions(t *testing.T) {
	list, err := Read([]byte("\uFEFFname_a,years_a,name_b,confirm\n甲县农业局,2019,甲县农业农村局,是\n甲县教育局,,甲县水利局,否\n甲县民政局,,甲县财政局,\n"))
	require.NoError(t, err)
	assert.Equal(t, []Decision{{"甲县农业局", "甲县农业农村局", true, 2}, {"甲县教育局", "甲县水利局", false, 3}}, list)
	for text, want := range map[string]string{
		"":                "没有列名",
		"name_a,name_b\n": "第1行：要有列名",
		"name_a,name_b,confirm\n甲,乙,也许\n": "第2行：confirm 列写“是”或“否”",
		"name_a,name_b,confirm\n甲,,是\n":   "第2行：要写两个名称",
	} {
		_, err := Read([]byte(text))
		require.Error(t, err, text)
		assert.True(t, strings.Contains(err.Error(), want), err.Error())
	}
}
