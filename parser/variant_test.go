package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
)

func TestRowLabelsAsMetInReports(t *testing.T) {
	for _, c := range []struct {
		key, official, printed string
		match                  Match
	}{
		{"other.not_corrected", "1.申请人无", "1、申请人无", Exact},
		{"granted", "（一）予以", "(一) 予以", Exact},
		{"denied.state_secret", "1.属于", "1．属于", Exact},
		{"denied.state_secret", "1.属于国家秘密", "(1)属于国家秘密", Variant},
		{"denied.state_secret", "1.属于国家秘密", "①属于国家秘密", Exact},
		{"denied.state_secret", "1.属于国家秘密", "属于国家秘密", Variant},
		{"denied.endangers_security", "危及“三安全一稳定”", "危及\"三安全一稳定\"", Exact},
		{"denied.endangers_security", "危及“三安全一稳定”", "危及三安全一稳定", Exact},
		{"denied.law_prohibits", "2.其他法律行政法规禁止公开", "2.其他法律行政止公开", Near},
		{"denied.internal_affairs", "三类内部事务信息", "三类内容事务信息", Near},
		{"denied.process_information", "四类过程性信息", "四类过程性性信息", Near},
		{"partly_granted", "只计这一情形", "只计这一情况", Variant},
		{"carried_out", "结转下年度", "结转下一年度", Variant},
		{"carried_out", "四、结转下年度继续办理", "四、\n结转下年\n度继续办理", Exact},
		{"total", "（七）总计", "（七）合计", Variant},
		{"other.other", "3.其他", "4.其他", Near},
		{"not_processed.duplicate", "2.重复申请", "2.重复申情", Near},
	} {
		t.Run(c.printed, func(t *testing.T) {
			rows := applicationsRows(form.Edition2021)
			relabel(rows, c.official, c.printed)
			r := parsed(t, tableOf(rows))
			assertApplications(t, r, form.Edition2021)
			assert.Equal(t, c.match, rowNamed(t, r, c.key).Match)
		})
	}
}

func rowNamed(t *testing.T, r *Report, key string) Row {
	t.Helper()
	for _, b := range r.Tables[0].Blocks {
		for _, row := range b.Rows {
			if row.Key == key {
				return row
			}
		}
	}
	require.Fail(t, "no row "+key)
	return Row{}
}

func TestGroupLabelsDoNotDecideAlone(t *testing.T) {
	for name, change := range map[string][2]string{
		"spaced":       {"（三）不予公开", "（三） 不予\n公开"},
		"cut":          {"（四）无法提供", "（四）无"},
		"vertical":     {"三、本年度办理结果", "三\n、\n本\n年\n度\n办\n理\n结\n果"},
		"no numeral":   {"（五）不予处理", "不予处理"},
		"empty":        {"（六）其他处理", " "},
		"half bracket": {"（三）不予公开", "三）不予公开"},
	} {
		t.Run(name, func(t *testing.T) {
			rows := applicationsRows(form.Edition2021)
			relabel(rows, change[0], change[1])
			r := parsed(t, tableOf(rows))
			assertApplications(t, r, form.Edition2021)
			assert.Equal(t, "2021", r.Template)
		})
	}
}

func TestLostRowShiftsNothing(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	at := rowAt(rows, "保护第三方合法权益")
	rows = append(rows[:at], rows[at+1:]...)
	assertApplications(t, parsed(t, tableOf(rows)), form.Edition2021, "denied.third_party")
}

func TestExtraRowShiftsNothing(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	at := rowAt(rows, "保护第三方合法权益")
	extra := []string{"^", "^", "其中：涉及商业秘密", "901", "902", "903", "904", "905", "906", "907"}
	rows = append(rows[:at+1], append([][]string{extra}, rows[at+1:]...)...)
	r := parsed(t, tableOf(rows))
	assertApplications(t, r, form.Edition2021)
	row := r.Table(form.Applications).Blocks[0].Rows[8]
	assert.Empty(t, row.Key)
	assert.Equal(t, "其中：涉及商业秘密", row.Printed)
	assert.Equal(t, []string{"901", "902", "903", "904", "905", "906", "907"}, row.Cells)
}

func TestRowInUnknownWordingIsNotGuessed(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	relabel(rows, "4.保护第三方合法权益", "4.其他情形的处理")
	assertApplications(t, parsed(t, tableOf(rows)), form.Edition2021, "denied.third_party")
}

func TestSubtotalRowIsAGroupsRow(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	at := rowAt(rows, "（一）予以公开") + 2
	extra := []string{"^", "（三）不予公开", "<", "31", "32", "33", "34", "35", "36", "37"}
	rows = append(rows[:at], append([][]string{extra}, rows[at:]...)...)
	r := parsed(t, tableOf(rows))
	assertApplications(t, r, form.Edition2021)
	row := r.Table(form.Applications).Blocks[0].Rows[4]
	assert.True(t, row.Group)
	assert.Empty(t, row.Key)
}

// A page break leaves the rest of a tall merged label beside blank cells.
func TestGroupLabelWithoutFiguresIsNoRow(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	at := rowAt(rows, "（一）予以公开") + 1
	extra := []string{"本年度办理结果", "", "", "", "", "", "", "", "", ""}
	rows = append(rows[:at], append([][]string{extra}, rows[at:]...)...)
	r := parsed(t, tableOf(rows))
	assertApplications(t, r, form.Edition2021)
	assert.Len(t, r.Table(form.Applications).Blocks[0].Rows, 25)
}

// 结果维持 cut into 结果 and 维持, as by a page break in the head of table four.
func TestHeadOfSuitsCutInTwo(t *testing.T) {
	rows := [][]string{
		{"行政复议", "<", "<", "<", "<", "行政诉讼", "<", "<", "<", "<", "<", "<", "<", "<", "<"},
		{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "<", "<", "<", "<", "复议后起诉", "<", "<", "<", "<"},
		{"^", "^", "^", "^", "^", "结果", "结果", "其他", "尚未", "总计", "结果", "结果", "其他", "尚未", "总计"},
		{"", "", "", "", "", "维持", "纠正", "结果", "审结", "", "维持", "纠正", "结果", "审结", ""},
		{"1", "2", "3", "4", "10", "5", "6", "7", "8", "26", "9", "1", "2", "3", "15"},
	}
	r := parsed(t, tableOf(rows))
	require.Len(t, r.Figures, 15)
	assert.EqualValues(t, 7, value(t, r, "remedies.litigation_direct.other"))
	assert.EqualValues(t, 15, value(t, r, "remedies.litigation_after_reconsideration.total"))
}

func TestSubtotalOfOtherOutcomesIsNotTheTrialFormsRow(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	at := rowAt(rows, "不再处理其政府信息公开申请")
	extra := []string{"^", "（六）其他处理", "<", "31", "32", "33", "34", "35", "36", "37"}
	rows = append(rows[:at], append([][]string{extra}, rows[at:]...)...)
	r := parsed(t, tableOf(rows))
	assert.Equal(t, "2021", r.Template)
	assertApplications(t, r, form.Edition2021)
	assert.Nil(t, r.Figure("applications.other.total"))
}

func TestRepeatedRow(t *testing.T) {
	table := func(second string) *document.Table {
		return tableOf(append(drawnRows(disclosure2019), []string{"政府集中采购", second, "62.1", "<"}))
	}
	assert.EqualValues(t, 17, value(t, parsed(t, table("17")), "disclosure.procurement.items"))
	f := parsed(t, table("18")).Figure("disclosure.procurement.items")
	assert.EqualValues(t, 17, f.Value, "the first counts")
	assert.NotEmpty(t, f.Doubt)
}

func TestColumnHeadsAsMetInReports(t *testing.T) {
	for name, c := range map[string]struct {
		drawing, old, new string
		key               string
		match             Match
	}{
		"without 数":      {disclosure2021, "现行有效件数", "现行有效件", "in_force", Variant},
		"本年度":            {disclosure2021, "本年制发件数", "本年度制发数", "issued", Variant},
		"repealed":       {disclosure2021, "本年废止件数", "本年废止数", "repealed", Variant},
		"historic total": {disclosure2021, "现行有效件数", "现行有效件数（历史累计）", "in_force", Variant},
		"line break":     {disclosure2019, "本年新制作数量", "本年新⏎制作数量", "made", Exact},
		"without unit":   {disclosure2021, "本年收费金额（单位：万元）", "本年收费金额", "amount", Variant},
		"half width":     {disclosure2021, "（单位：万元）", "(单位:万元)", "amount", Exact},
	} {
		t.Run(name, func(t *testing.T) {
			r := parsed(t, draw(reworded(c.drawing, c.old, c.new)))
			assert.Len(t, r.Figures, map[string]int{disclosure2021: 10, disclosure2019: 22}[c.drawing])
			assert.Equal(t, c.match, columnNamed(t, r, c.key).Match)
		})
	}
}

func TestLabelsWithExplanationsInBrackets(t *testing.T) {
	drawing := reworded(disclosure2019, "规范性文件", "规范性文件（行政机关制定发布的决定、公告、通告、意见、通知，以及标题采用‘规定’‘办法’‘细则’‘规范’‘规程’‘规则’等字样的公文，一般情况下属于规范性文件，须经备案）")
	drawing = reworded(drawing, "规章", "规章(设区的市人民政府填写)")
	drawing = reworded(drawing, "本年增/减", "本年增/减（指2020年增加或减少的事项数）")
	r := parsed(t, draw(drawing))
	assert.Len(t, r.Figures, 22)
	assert.Equal(t, Variant, r.Tables[0].Blocks[0].Rows[0].Match)
	assert.Equal(t, Variant, r.Tables[0].Blocks[0].Rows[1].Match)
	assert.Equal(t, Variant, columnNamed(t, r, "change").Match)
}

func columnNamed(t *testing.T, r *Report, key string) Label {
	t.Helper()
	for _, b := range r.Tables[0].Blocks {
		for _, c := range b.Columns {
			if c.Key == key {
				return c
			}
		}
	}
	require.Fail(t, "no column "+key)
	return Label{}
}

func TestItemHeadingsAsMetInReports(t *testing.T) {
	for _, printed := range []string{"第二十条（一）项", "第二十条 第（一）项", "第二十条  第(一)项"} {
		r := parsed(t, draw(reworded(disclosure2021, "第二十条第（一）项", printed)))
		assert.Len(t, r.Figures, 10, printed)
		assert.Equal(t, printed, r.Tables[0].Blocks[0].Heading.Printed)
		assert.NotEqual(t, NoMatch, r.Tables[0].Blocks[0].Heading.Match)
	}
}

func TestHeadCutToTheSameWordsIsMatchedByOrderAndDoubtful(t *testing.T) {
	// A township's report for 2023: 本年新制作数量 and 本年新公开数量 both cut to 本年新.
	drawing := reworded(reworded(disclosure2019, "本年新制作数量", "本年新"), "本年新公开数量", "本年新")
	r := parsed(t, draw(drawing))
	for _, id := range []string{"disclosure.regulations.made", "disclosure.regulations.published"} {
		require.NotNil(t, r.Figure(id), id)
		assert.NotEmpty(t, r.Figure(id).Doubt, id)
	}
	assert.EqualValues(t, 3, value(t, r, "disclosure.regulations.public_total"))
}

func TestFeeHeadInYuanMakesTheFeeDoubtful(t *testing.T) {
	r := parsed(t, draw(reworded(disclosure2021, "单位：万元", "单位：元")))
	f := r.Figure("disclosure.fees.amount")
	require.NotNil(t, f)
	assert.EqualValues(t, 26.55, f.Value, "never converted")
	assert.Contains(t, f.Doubt, "元")
}

func TestApplicantsHeadCutOverTwoRows(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	upper := []string{"^", "<", "<", "^", "商业", "科研", "社会", "法律服", "其他", "^"}
	lower := []string{"^", "<", "<", "^", "企业", "机构", "公益组织", "务机构", "", "^"}
	rows = append([][]string{rows[0], rows[1], upper, lower}, rows[3:]...)
	assertApplications(t, parsed(t, tableOf(rows)), form.Edition2021)
}

func TestColumnsInAnotherOrder(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	for _, fields := range rows[2:] {
		fields[4], fields[5] = fields[5], fields[4]
	}
	assertApplications(t, parsed(t, tableOf(rows)), form.Edition2021)
}

func TestLostColumnShiftsNothing(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	for i, fields := range rows {
		rows[i] = append(append([]string{}, fields[:8]...), fields[9:]...)
	}
	rows[0][8], rows[1][7] = "<", "<"
	r := parsed(t, tableOf(rows))
	assert.Nil(t, r.Figure("applications.new.other"))
	assert.EqualValues(t, 16, value(t, r, "applications.new.total"))
	assert.EqualValues(t, 14, value(t, r, "applications.new.legal_service"))
}

func TestSuitsGroupsTellTheTenEqualHeadsApart(t *testing.T) {
	drawing := reworded(reworded(remedies, "未经复议直接起诉", "未经复议直接诉讼"), "复议后起诉", "复议后诉讼")
	r := parsed(t, draw(drawing))
	require.Len(t, r.Figures, 15)
	assert.EqualValues(t, 6, value(t, r, "remedies.litigation_direct.upheld"))
	assert.EqualValues(t, 12, value(t, r, "remedies.litigation_after_reconsideration.corrected"))
}

func TestUpheldIsNeverTakenForCorrected(t *testing.T) {
	r := parsed(t, draw(reworded(remedies, "结果⏎纠正", "结果⏎纠持")))
	for _, id := range []string{"remedies.reconsideration.corrected", "remedies.litigation_direct.corrected"} {
		if f := r.Figure(id); f != nil {
			assert.NotEmpty(t, f.Doubt, id)
		}
	}
	assert.EqualValues(t, 1, value(t, r, "remedies.reconsideration.upheld"))
}

func TestMergedHeadsAreKeptWithTheirWording(t *testing.T) {
	groups := parsed(t, draw(reworded(remedies, "未经复议直接起诉", "未经复议直接诉讼"))).Tables[0].Blocks[0].Groups
	require.Len(t, groups, 4)
	assert.Equal(t, Exact, groups[0].Match)
	assert.Equal(t, "行政诉讼", groups[1].Key)
	assert.Equal(t, Label{Key: "未经复议直接起诉", Printed: "未经复议直接诉讼", Official: "未经复议直接起诉", Match: Variant,
		Where: document.Place{Table: 1, Row: 2, Column: 6}}, groups[2])
}

func TestOtherTablesWithTotalsChangeNothing(t *testing.T) {
	platforms := draw(`
		|平台|网站|公众号|其他|总计|
		|信息数|12|13|14|39|
		|其他|1|2|3|6|
		|总计|13|15|17|45|`)
	r := parsed(t, platforms, draw(disclosure2021), tableOf(applicationsRows(form.Edition2021)), platforms)
	assertApplications(t, r, form.Edition2021)
	assert.Len(t, r.Tables, 2)
	assert.Len(t, r.Table(form.Applications).Blocks, 1)
}

func TestTableThatOnlyNamesThePermitsChangesNothing(t *testing.T) {
	permits := draw(`
		|类别|数量|
		|行政许可|77|
		|行政处罚|88|`)
	r := parsed(t, draw(disclosure2021), permits)
	assert.Len(t, r.Table(form.Disclosure).Blocks, 4)
	assert.EqualValues(t, 7, value(t, r, "disclosure.licensing.decisions"))
}

func TestHeadThatLostACellMakesItsColumnsDoubtful(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	rows[2] = []string{"^", "<", "<", "^", "科研机构", "社会公益组织", "法律服务机构", "其他", "_", "^"}
	r := parsed(t, tableOf(rows))
	for _, f := range r.Figures {
		assert.NotEmpty(t, f.Doubt, f.ID)
	}
}

func TestTotalsHeadWithoutItsSpanIsStillSure(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	rows[0][9], rows[1][9], rows[2][9] = "总计", "_", "_"
	assertApplications(t, parsed(t, tableOf(rows)), form.Edition2021)
}

func TestGroupHeadThatWasLostMakesTheSuitsDoubtful(t *testing.T) {
	rows := drawnRows(remedies)
	copy(rows[1][5:], []string{"复议后起诉", "<", "<", "<", "<", "_", "_", "_", "_", "_"})
	for _, f := range parsed(t, tableOf(rows)).Figures {
		assert.NotEmpty(t, f.Doubt, f.ID)
	}
}

func TestGroupHeadsInAnotherOrder(t *testing.T) {
	rows := drawnRows(remedies)
	rows[1][5], rows[1][10] = rows[1][10], rows[1][5]
	r := parsed(t, tableOf(rows))
	assert.EqualValues(t, 6, value(t, r, "remedies.litigation_after_reconsideration.upheld"))
	assert.EqualValues(t, 11, value(t, r, "remedies.litigation_direct.upheld"))
}

func TestSuitsWithoutTheirGroupHeadsAreMatchedByOrderAndDoubtful(t *testing.T) {
	rows := drawnRows(remedies)
	rows[1][5], rows[1][10] = "", ""
	r := parsed(t, tableOf(rows))
	f := r.Figure("remedies.litigation_direct.upheld")
	require.NotNil(t, f)
	assert.EqualValues(t, 6, f.Value)
	assert.NotEmpty(t, f.Doubt)
	assert.EqualValues(t, 5, value(t, r, "remedies.reconsideration.total"))
}
