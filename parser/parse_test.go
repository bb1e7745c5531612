package parser

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
)

// refused gives the message by which a document is said to be no report.
func refused(t *testing.T, blocks ...any) string {
	t.Helper()
	_, err := Parse(reportWith(blocks...))
	var known *document.Error
	require.True(t, errors.As(err, &known), "%v", err)
	assert.Equal(t, document.NotReport, known.Kind)
	return known.Message
}

func TestOtherDocumentsAreNoReports(t *testing.T) {
	budget := draw(`
		|项目|本年预算数|上年决算数|
		|行政许可经费|120|110|
		|总计|120|110|`)
	for name, blocks := range map[string][]any{
		"budget":   {"清河区水务局2024年部门预算", "一、部门概况", "二、收支总体情况", budget},
		"bulletin": {"清河区人民政府公报", "2024年第3期", "一、文件选登"},
		"novel":    {"第一章", "一、", "他推开门，雪已经停了。", "二、", "她没有回头。"},
		"empty":    {},
		"guide":    {"清河区水务局政府信息公开指南", "一、公开范围", "二、公开形式"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Contains(t, refused(t, blocks...), "没有找到法定表格")
		})
	}
}

func TestFreeStyleReportIsSaidToBeOne(t *testing.T) {
	message := refused(t, "清河区水务局2016年政府信息公开工作年度报告", "一、概述", "二、主动公开政府信息情况", "三、依申请公开情况", "四、收费及减免情况")
	assert.Contains(t, message, "2016年")
	assert.Contains(t, message, "早于2019年")
}

func TestFreeStyleReportWithoutTitle(t *testing.T) {
	message := refused(t, "本报告根据要求汇总全市政府信息公开年度报告编制，数据的统计时限自2012年1月1日至2012年12月31日。",
		"一、概述", "2012年的工作有序推进。", "二、公开政府信息情况", "全市公开信息3条。")
	assert.Contains(t, message, "2012年")
}

func TestCompanionPageIsSaidToBeOne(t *testing.T) {
	assert.Contains(t, refused(t, "图解：清河区水务局2024年政府信息公开工作年度报告", "公开信息3条"), "图解")
}

func TestReportWithoutTablesIsAReport(t *testing.T) {
	r, err := Parse(reportWith("清河区水务局2022年政府信息公开工作年度报告", "一、总体情况", "正文。", "二、主动公开政府信息情况",
		"三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"))
	require.NoError(t, err)
	assert.Empty(t, r.Tables)
	assert.Empty(t, r.Figures)
	assert.Empty(t, r.Template)
	assert.Equal(t, 2022, r.Year)
}

func TestMissingTableGivesNoFigures(t *testing.T) {
	r := parsed(t, draw(disclosure2021), draw(remedies))
	assert.Nil(t, r.Table(form.Applications))
	assert.Len(t, r.Figures, 25)
}

func TestReadersDoubtsReachTheFigures(t *testing.T) {
	table := draw(remedies)
	table.Cells[len(table.Cells)-1].Doubt = "字形无法确认"
	r := parsed(t, table)
	assert.Equal(t, "字形无法确认", r.Figure("remedies.litigation_after_reconsideration.total").Doubt)
	assert.Empty(t, r.Figure("remedies.reconsideration.total").Doubt)

	guessed := draw(disclosure2021)
	guessed.Doubt = "表格没有框线"
	for _, f := range parsed(t, guessed).Figures {
		assert.Equal(t, "表格没有框线", f.Doubt, f.ID)
	}
}

// A blank cell too may be one whose figure was lost.
func TestOfADamagedFileEveryFigureIsDoubtful(t *testing.T) {
	d := reportWith(tableOf(applicationsRows(form.Edition2021)))
	d.Damage = "数据块损坏"
	report, err := Parse(d)
	require.NoError(t, err)
	require.NotEmpty(t, report.Figures)
	for _, f := range report.Figures {
		assert.Equal(t, "数据块损坏", f.Doubt, f.ID)
	}
}

func TestRowWithACellTooFewIsDoubtful(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	at := rowAt(rows, "重复申请")
	rows[at][9] = "_"
	r := parsed(t, tableOf(rows))
	for _, c := range form.Of(form.Edition2021).Table(form.Applications).Blocks[0].Columns[:6] {
		f := r.Figure("applications.not_processed.duplicate." + c.Key)
		require.NotNil(t, f)
		assert.NotEmpty(t, f.Doubt, f.ID)
	}
	assert.EqualValues(t, 180, value(t, r, "applications.not_processed.publication.natural_person"))
}

func TestRowWithACellTooManyIsDoubtful(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	for i := range rows {
		rows[i] = append(rows[i], "_")
	}
	at := rowAt(rows, "重复申请")
	rows[at][10] = "5"
	f := parsed(t, tableOf(rows)).Figure("applications.not_processed.duplicate.total")
	require.NotNil(t, f)
	assert.NotEmpty(t, f.Doubt)
}

func TestRowsOffsetFromTheHeadMatchWhereTheirCellsCount(t *testing.T) {
	// A Word table whose head was drawn one grid column narrower than its body.
	rows := applicationsRows(form.Edition2021)
	for i, fields := range rows {
		if i < 3 {
			rows[i] = append(append([]string{}, fields...), "_")
			continue
		}
		rows[i] = append(append(append([]string{}, fields[:3]...), "<"), fields[3:]...)
	}
	assertApplications(t, parsed(t, tableOf(rows)), form.Edition2021)
}

func TestMergedFigureCellIsDoubtful(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	at := rowAt(rows, "重复申请")
	copy(rows[at][3:], []string{"/", "<", "<", "<", "<", "<", "<"})
	r := parsed(t, tableOf(rows))
	for _, c := range form.Of(form.Edition2021).Table(form.Applications).Blocks[0].Columns {
		f := r.Figure("applications.not_processed.duplicate." + c.Key)
		require.NotNil(t, f, c.Key)
		assert.Equal(t, Dash, f.State)
		assert.NotEmpty(t, f.Doubt)
	}
}

func TestNumberInsideALabelMakesItsRowDoubtful(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	relabel(rows, "2.没有现成信息需要另行制作", "2.没有现成信息需要另行制作3")
	f := parsed(t, tableOf(rows)).Figure("applications.unavailable.needs_creation.natural_person")
	require.NotNil(t, f)
	assert.NotEmpty(t, f.Doubt)
}

func TestTwoCopiesOfATable(t *testing.T) {
	second := drawnRows(remedies)
	same := parsed(t, draw(remedies), tableOf(second))
	assert.EqualValues(t, 5, value(t, same, "remedies.reconsideration.total"))
	assert.Len(t, same.Tables, 1)

	second[3][4] = "99"
	other := parsed(t, draw(remedies), tableOf(second))
	assert.EqualValues(t, 5, other.Figure("remedies.reconsideration.total").Value, "the first complete one counts")
	assert.NotEmpty(t, other.Figure("remedies.reconsideration.total").Doubt)
	assert.Empty(t, other.Figure("remedies.reconsideration.upheld").Doubt)

	example := emptied(draw(remedies), 3)
	blankFirst := parsed(t, example, draw(remedies))
	assert.EqualValues(t, 5, value(t, blankFirst, "remedies.reconsideration.total"))
}

func TestPlaceOfAFigureIsItsCells(t *testing.T) {
	f := parsed(t, draw(remedies)).Figure("remedies.reconsideration.corrected")
	assert.Equal(t, document.Place{Table: 1, Row: 4, Column: 2}, f.Where)
	assert.Equal(t, "2", f.Raw)
}

func FuzzParse(f *testing.F) {
	f.Add("一、总体情况|第二十条第（一）项|规章|1|<|^|_|自然人|总计|（七）总计|3", 3)
	f.Add("行政复议|<|结果维持|结果纠正|1|2|3 4|/|O", 2)
	f.Fuzz(func(t *testing.T, text string, columns int) {
		d := documentOf(text, columns)
		r, err := Parse(d)
		if err != nil {
			var known *document.Error
			require.True(t, errors.As(err, &known))
			return
		}
		seen := map[string]bool{}
		for _, figure := range r.Figures {
			_, official := form.Find(figure.ID)
			assert.True(t, official, figure.ID)
			assert.False(t, seen[figure.ID], "twice: %s", figure.ID)
			seen[figure.ID] = true
		}
		again, _ := Parse(d)
		assert.Equal(t, r, again, "deterministic")
	})
}

func TestBlankSliverBesideANumberIsFilling(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	for i, fields := range rows {
		rows[i] = append(append([]string{}, fields...), "<")
	}
	at := rowAt(rows, "重复申请")
	rows[at][10] = ""
	assertApplications(t, parsed(t, tableOf(rows)), form.Edition2021)
}

func BenchmarkParse(b *testing.B) {
	d := reportWith("清河区水务局2024年政府信息公开工作年度报告", "一、总体情况", "正文。", "二、主动公开政府信息情况", draw(disclosure2021),
		"三、收到和处理政府信息公开申请情况", tableOf(applicationsRows(form.Edition2021)),
		"四、政府信息公开行政复议、行政诉讼情况", draw(remedies), "五、存在的主要问题及改进情况", "六、其他需要报告的事项")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(d); err != nil {
			b.Fatal(err)
		}
	}
}
