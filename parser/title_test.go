package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/form"
)

// titled reads a report whose first lines are given.
func titled(t *testing.T, lines ...string) *Report {
	t.Helper()
	var blocks []any
	for _, l := range lines {
		blocks = append(blocks, l)
	}
	blocks = append(blocks, "本报告根据《中华人民共和国政府信息公开条例》要求编制，由六个部分组成。",
		"一、总体情况", "二、主动公开政府信息情况", draw(disclosure2021), "三、收到和处理政府信息公开申请情况")
	r, err := Parse(reportWith(blocks...))
	require.NoError(t, err)
	return r
}

func TestTitles(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		organ string
		year  int
	}{
		{"T1", []string{"安溪县民政局2024年政府信息公开工作年度报告"}, "安溪县民政局", 2024},
		{"T2, 年度 twice", []string{"杭江市卫生健康委员会2023年度政府信息公开工作年度报告"}, "杭江市卫生健康委员会", 2023},
		{"T3, year inside", []string{"西平市人民政府政府信息公开工作2021年度报告"}, "西平市人民政府", 2021},
		{"T4, year in brackets", []string{"佛山县人民政府政府信息公开工作年度报告（2023年度）"}, "佛山县人民政府", 2023},
		{"T4, nobody named", []string{"政府信息公开工作年度报告(2023年度)"}, "", 2023},
		{"T5", []string{"农业部2024年政府信息公开工作报告"}, "农业部", 2024},
		{"T6", []string{"武江市公安局2024年度政府信息公开工作报告"}, "武江市公安局", 2024},
		{"T7", []string{"清河区水务局关于2023年政府信息公开年度报告"}, "清河区水务局", 2023},
		{"T8", []string{"清河区水务局关于2022年度政府信息公开情况的报告"}, "清河区水务局", 2022},
		{"T9", []string{"清河区水务局2022年政府信息公开工作的年度报告"}, "清河区水务局", 2022},
		{"T10", []string{"清河区水务局2019年度信息公开报告"}, "清河区水务局", 2019},
		{"T11", []string{"清河区水务局2020年政务信息公开年度报告"}, "清河区水务局", 2020},
		{"T13, two lines", []string{"淮江市人民政府", "2024年政府信息公开工作年度报告"}, "淮江市人民政府", 2024},
		{"year on the first line", []string{"大桥县工业信息化商务科学技术局 2022 年", "政府信息公开工作年度报告"}, "大桥县工业信息化商务科学技术局", 2022},
		{"broken within", []string{"大桥县工业信息化商务科学技术局2022年政府信息", "公开工作年度报告"}, "大桥县工业信息化商务科学技术局", 2022},
		{"three lines", []string{"大桥县", "工业和信息化局", "2022年政府信息公开工作年度报告"}, "大桥县工业和信息化局", 2022},
		{"organ in brackets below", []string{"2024年政府信息公开工作年度报告", "（清河区水务局）"}, "清河区水务局", 2024},
		{"no organ in brackets below", []string{"清河区水务局2024年政府信息公开工作年度报告", "（文化局）"}, "清河区水务局", 2024},
		{"T14", []string{"清河区水务局2024年政府信息公开工作年度报告（图片版）"}, "清河区水务局", 2024},
		{"a notice of it", []string{"关于公布清河区水务局2024年政府信息公开工作年度报告的公告"}, "清河区水务局", 2024},
		{"a letter with it", []string{"关于报送2024年政府信息公开工作年度报告的函"}, "", 2024},
		{"T15, year first", []string{"2020年度青山区教育局政府信息公开工作年度报告"}, "青山区教育局", 2020},
		{"ideographic year", []string{"清河区水务局二〇二四年政府信息公开工作年度报告"}, "清河区水务局", 2024},
		{"circled zero", []string{"清河区水务局二○二四年政府信息公开工作年度报告"}, "清河区水务局", 2024},
		{"written zero", []string{"清河区水务局二零二四年度政府信息公开工作年度报告"}, "清河区水务局", 2024},
		{"wide digits", []string{"清河区水务局２０２４年政府信息公开工作年度报告"}, "清河区水务局", 2024},
		{"spaces", []string{"清河区水务局 2024 年 政府信息公开工作年度报告"}, "清河区水务局", 2024},
		{"one wide digit", []string{"清河区水务局202４年政府信息公开工作年度报告"}, "清河区水务局", 2024},
		{"two organs", []string{"清河区水务局 清河区河长制办公室2024年政府信息公开工作年度报告"}, "清河区水务局清河区河长制办公室", 2024},
		{"a system", []string{"云江市气象部门2024年政府信息公开工作年度报告"}, "云江市气象部门", 2024},
		{"office for the matter itself", []string{"清河区政务公开办公室2024年政府信息公开工作年度报告"}, "清河区政务公开办公室", 2024},
		{"organ with brackets", []string{"清河区文化局（文物局）2024年政府信息公开工作年度报告"}, "清河区文化局（文物局）", 2024},
		{"slip of the pen", []string{"清河区水务局2024年政府信息公开工作告年度报"}, "清河区水务局", 2024},
		{"below a site's lines", []string{"首页 > 政府信息公开 > 年度报告", "政府信息公开年报", "清河区水务局2024年政府信息公开工作年度报告", "发布时间：2025-01-18"}, "清河区水务局", 2024},
		{"政府 said once", []string{"清河县石桥镇人民政府信息公开工作2024年度报告"}, "清河县石桥镇人民政府", 2024},
		{"a label before it", []string{"标题：清河区水务局2024年政府信息公开工作年度报告"}, "清河区水务局", 2024},
		{"a label in a row", []string{"信息名称 | 清河区水务局2024年政府信息公开工作年度报告"}, "清河区水务局", 2024},
		{"a mark before it", []string{"【年度报告】清河区水务局2024年政府信息公开工作年度报告"}, "清河区水务局", 2024},
		{"a notice", []string{"清河区水务局关于公布2024年政府信息公开工作年度报告的通知"}, "清河区水务局", 2024},
		{"organ behind", []string{"2024年政府信息公开工作年度报告（清河区水务局）"}, "清河区水务局", 2024},
		{"year within the organ", []string{"清河市2024年水务局政府信息公开工作年度报告"}, "清河市水务局", 2024},
		{"spaced, with a month", []string{"清河县水务局2023年政府信息公开工作", "年 度 报 告", "（2024年元月）"}, "清河县水务局", 2023},
		{"below a number", []string{"附件1", "清河区水务局2024年政府信息公开工作年度报告"}, "清河区水务局", 2024},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := titled(t, c.lines...)
			assert.Equal(t, c.organ, r.Organ)
			assert.Equal(t, c.year, r.Year)
		})
	}
}

func TestColumnsNameIsNoTitle(t *testing.T) {
	assert.Empty(t, titled(t, "政府信息公开年报").Title)
}

func TestPrefaceNamesTheOrganOfAReportWithoutATitle(t *testing.T) {
	for preface, organ := range map[string]string{
		"根据《条例》规定，现公布清河区水务局2024年政府信息公开工作年度报告。":              "清河区水务局",
		"根据《条例》要求，特编制《石桥镇2022年政府信息公开工作年度报告》。":               "石桥镇",
		"特向社会公布2024年度清河区水务局信息公开工作年度报告。":                     "清河区水务局",
		"现公布我局2024年政府信息公开工作年度报告。":                           "",
		"现向社会公布2024年政府信息公开工作年度报告。":                          "",
		"根据区政府关于编制发布2024年政府信息公开工作年度报告的通知要求，编制本报告。":          "",
		"按照《关于做好2024年度政府信息公开工作年度报告编制发布工作的通知》要求，现将有关情况报告如下。": "",
	} {
		assert.Equal(t, organ, titled(t, preface).Organ, preface)
	}
	assert.Empty(t, titled(t, "2024年政府信息公开工作年度报告", "现公布清河区水务局2024年政府信息公开工作年度报告。").Organ, "the title lacks it")
}

func TestTitleWithoutYearTakesThePeriods(t *testing.T) {
	r := titled(t, "清河区水务局政府信息公开工作年度报告", "本报告数据的统计期限为2024年1月1日至2024年12月31日。")
	assert.Equal(t, 2024, r.Year)
	assert.Len(t, r.Preface, 2)
}

func TestTitlesYearStandsAgainstThePeriods(t *testing.T) {
	r := titled(t, "清河区水务局2023年政府信息公开工作年度报告", "统计期限自2024年1月1日起至2024年12月31日止。")
	assert.Equal(t, 2023, r.Year, "as the title says")
	assert.Equal(t, 2024, r.Period.To.Year)
}

func TestPeriods(t *testing.T) {
	for _, text := range []string{
		"所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
		"统计期限为2024年1月1日至12月31日。",
		"统计期限：２０２４年１月１日—２０２４年１２月３１日",
		"统计期限为 2024 年 1 月 1 日起，至 2024 年 12 月 31 日止。",
		"统计期限2024.1.1-2024.12.31",
		"统计期限自2024年1月1日始，至2024年12月31日止。",
		"统计期限从2024年1月1日至12月31止。",
	} {
		p := titled(t, "清河区水务局2024年政府信息公开工作年度报告", text).Period
		require.NotNil(t, p, text)
		assert.Equal(t, Date{Year: 2024, Month: 1, Day: 1}, p.From, text)
		assert.Equal(t, Date{Year: 2024, Month: 12, Day: 31}, p.To, text)
		assert.NotZero(t, p.Where.Paragraph)
	}
}

func TestPeriodsOfOtherThings(t *testing.T) {
	r, err := Parse(reportWith("清河区水务局2024年政府信息公开工作年度报告", "公示期：2025年1月20日至2025年1月26日。", "一、总体情况",
		"2024年3月1日至2024年5月31日，开展水资源数据质量专项检查。意见征集期限为2024年6月1日至2024年6月30日。规划期为2021年1月1日至2025年12月31日。", draw(disclosure2021)))
	require.NoError(t, err)
	assert.Nil(t, r.Period)
}

func TestPeriodWithinASection(t *testing.T) {
	r, err := Parse(reportWith("清河区水务局2024年政府信息公开工作年度报告", "一、总体情况",
		"2024年3月1日至2024年5月31日，开展专项检查。本报告数据统计期限为2024年1月1日至2024年11月30日。", draw(disclosure2021)))
	require.NoError(t, err)
	require.NotNil(t, r.Period)
	assert.Equal(t, Date{Year: 2024, Month: 11, Day: 30}, r.Period.To)
}

func TestInvertedPeriodIsKeptAsPrinted(t *testing.T) {
	p := titled(t, "某局2010年度报告", "清河区水务局2024年政府信息公开工作年度报告", "统计期限自2010年1月1日起至2009年12月31日止。").Period
	require.NotNil(t, p)
	assert.Equal(t, 2009, p.To.Year)
}

func TestDates(t *testing.T) {
	for _, text := range []string{"2025年1月18日", "2025 年 1 月 18 日", "二〇二五年一月十八日", "清河区水务局 2025年1月18日", "（2025年1月18日）", "2025-01-18"} {
		r, err := Parse(reportWith("清河区水务局2024年政府信息公开工作年度报告", "一、总体情况", draw(disclosure2021),
			"六、其他需要报告的事项", "2024年12月30日，本机关召开了年度会议，总结经验。", "清河区水务局", text))
		require.NoError(t, err)
		require.NotNil(t, r.Date, text)
		assert.Equal(t, [3]int{2025, 1, 18}, [3]int{r.Date.Year, r.Date.Month, r.Date.Day}, text)
	}
}

func TestDateUnderTheTitle(t *testing.T) {
	r := titled(t, "清河区水务局2024年政府信息公开工作年度报告", "发布时间：2025-01-18 10:20 来源：本站")
	require.NotNil(t, r.Date)
	assert.Equal(t, 18, r.Date.Day)
}

func TestDateIsNotThePeriods(t *testing.T) {
	for _, text := range []string{
		"现向社会公布清河区水务局2024年度报告，数据的统计期限为2024年1月1日至2024年12月31日。",
		"报告所列数据的时间为2024年1月1日至2024年12月31日。",
		"统计时间：2024年1月1日-2024年12月31日",
		"数据的核定时间点为2024年12月31日，特此公布。",
		"所列数据截止日期为2024年12月31日。",
	} {
		r := titled(t, "清河区水务局2024年政府信息公开工作年度报告", text)
		assert.Nil(t, r.Date, text)
	}
}

func TestDateAmongTheSitesLines(t *testing.T) {
	for _, text := range []string{
		"来源：县政府办 时间：2025-01-18", "2025年01月18日来源：1", "发布日期：2025-01-18 14:36:15 浏览次数：19", "2025-01-18 来源：本站",
		"发布机构：水务局 | 发文日期：2025-01-18 | 文号：无",
	} {
		r := titled(t, "清河区水务局2024年政府信息公开工作年度报告", text)
		require.NotNil(t, r.Date, text)
		assert.Equal(t, [3]int{2025, 1, 18}, [3]int{r.Date.Year, r.Date.Month, r.Date.Day}, text)
	}
}

func TestTitleStaysOutOfThePreface(t *testing.T) {
	r := titled(t, "淮江市人民政府", "2024年政府信息公开工作年度报告")
	assert.Equal(t, "淮江市人民政府2024年政府信息公开工作年度报告", r.Title)
	require.Len(t, r.Preface, 1)
	assert.Contains(t, r.Preface[0].Text, "本报告根据")
	assert.Equal(t, form.Edition2021, r.Tables[0].Edition)
}
