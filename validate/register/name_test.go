package register_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/validate/register"
)

func TestNamesOfOneOrgan(t *testing.T) {
	for _, names := range [][]string{
		{"淮安市", "淮安市人民政府", "淮安市政府", "淮安 市"},
		{"上海市人民政府办公厅", "上海市政府办公厅"},
		{"某县人民政府办公室", "某县政府办"},
		{"柳堤镇", "柳堤镇人民政府"},
		{"新安街道", "新安街道办事处", "新安街道办"},
		{"某市卫生健康委员会", "某市卫生健康委"},
		{"某县医疗保障局（某县医保中心）", "某县医疗保障局(某县医保中心)"},
	} {
		for _, name := range names {
			assert.Equal(t, register.Key(names[0]), register.Key(name), name)
		}
	}
}

func TestNamesOfDifferentOrgans(t *testing.T) {
	for _, pair := range [][2]string{
		{"上海市人民政府", "上海市人民政府办公厅"},
		{"某县人民政府", "某县人民政府办公室"},
		{"某县民政局", "某市民政局"},
		{"某县委员会", "某县人民政府"},
		{"市政府", "市"},
	} {
		assert.NotEqual(t, register.Key(pair[0]), register.Key(pair[1]), "%v", pair)
	}
}

func TestPlaced(t *testing.T) {
	for _, name := range []string{
		"某县民政局", "上海市人民政府", "市中区人民政府", "全椒县财政局", "柳堤镇", "自然资源部", "国家税务总局某市税务局", "湛江海关",
		"淮安经济技术开发区管理委员会", "浦东新区财政局", "某自治州林业局", "某市市场监督管理局", "阿拉善左旗住房和城乡建设局",
	} {
		assert.True(t, register.Placed(name), name)
	}
	for _, name := range []string{
		"", "民政局", "市民政局", "县民政局", "本市教育局", "县人民政府办公室", "市场监督管理局", "县城市管理局", "住房和城乡建设局",
		"乡村振兴局", "经济技术开发区管理委员会", "开发区财政局", "高新区管委会", "新区管委会", "自治区财政厅", "城关镇人民政府", "市委宣传部",
		"社区事务中心", "区市政园林局",
	} {
		assert.False(t, register.Placed(name), name)
	}
}

func TestRenamed(t *testing.T) {
	assert.True(t, register.Renamed("某县扶贫办", "某县乡村振兴局"))
	assert.True(t, register.Renamed("某市食品药品监督管理局", "某市市场监督管理局"))
	assert.False(t, register.Renamed("某县民政局", "县民政局"))
	assert.False(t, register.Renamed("某市人力资源和社会保障局", "某市人社局"))
	assert.False(t, register.Renamed("某市", "某市人民政府"))
}
