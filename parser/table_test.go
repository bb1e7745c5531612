package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
)

// parsed reads a document that consists of tables alone.
func parsed(t *testing.T, tables ...*document.Table) *Report {
	t.Helper()
	blocks := []any{"某县人民政府2024年政府信息公开工作年度报告", "一、总体情况"}
	for _, table := range tables {
		blocks = append(blocks, table)
	}
	r, err := Parse(reportWith(append(blocks, "五、存在的主要问题及改进情况", "六、其他需要报告的事项")...))
	require.NoError(t, err)
	return r
}

// value is a figure's value; the test fails unless it is a number and sure.
func value(t *testing.T, r *Report, id string) float64 {
	t.Helper()
	v, ok := r.Figure(id).Sure()
	require.True(t, ok, "%s is %+v", id, r.Figure(id))
	return v
}

// assertApplications checks that every figure of table three is where
// applicationsRows drew it, but for the rows that are left out.
func assertApplications(t *testing.T, r *Report, e form.Edition, without ...string) {
	t.Helper()
	block := form.Of(e).Table(form.Applications).Blocks[0]
	for i, row := range block.Rows {
		for c, column := range block.Columns {
			id := form.ID(form.Applications, row.Key, column.Key)
			if contains(without, row.Key) {
				assert.Nil(t, r.Figure(id), id)
				continue
			}
			f := r.Figure(id)
			if assert.NotNil(t, f, id) {
				assert.EqualValues(t, (i+1)*10+c, f.Value, id)
				assert.Empty(t, f.Doubt, id)
			}
		}
	}
}

func TestFormInForce(t *testing.T) {
	r := parsed(t, draw(disclosure2021), tableOf(applicationsRows(form.Edition2021)), draw(remedies))
	assert.Equal(t, "2021", r.Template)
	assert.Len(t, r.Figures, 200)
	assertApplications(t, r, form.Edition2021)
	assert.EqualValues(t, 26.55, value(t, r, "disclosure.fees.amount"))
	assert.EqualValues(t, 6, value(t, r, "disclosure.normative_documents.in_force"))
	assert.EqualValues(t, 9, value(t, r, "remedies.litigation_direct.pending"))
	assert.EqualValues(t, 11, value(t, r, "remedies.litigation_after_reconsideration.upheld"))
	assert.True(t, r.Table(form.Applications).Blocks[0].Note)
	assert.Empty(t, r.Table(form.Remedies).Edition, "table four is the same in both editions")
}

func TestFiguresComeInTheFormsOrder(t *testing.T) {
	r := parsed(t, draw(remedies), tableOf(applicationsRows(form.Edition2021)), draw(disclosure2021))
	var ids []string
	for _, f := range r.Figures {
		ids = append(ids, f.ID)
	}
	var want []string
	for _, c := range form.Of(form.Edition2021).Cells() {
		want = append(want, c.ID)
	}
	assert.Equal(t, want, ids)
}

func TestTrialForm(t *testing.T) {
	r := parsed(t, draw(disclosure2019), tableOf(applicationsRows(form.Edition2019)), draw(remedies))
	assert.Equal(t, "2019", r.Template)
	assert.Len(t, r.Figures, 198)
	assertApplications(t, r, form.Edition2019)
	assert.EqualValues(t, -417, value(t, r, "disclosure.licensing.change"))
	assert.EqualValues(t, 3, value(t, r, "disclosure.other_services.change"))
	assert.EqualValues(t, -1, value(t, r, "disclosure.fees.change"))
	assert.EqualValues(t, 62.1, value(t, r, "disclosure.procurement.amount"))
}

func TestTableTwoAsFourTables(t *testing.T) {
	rows := func(from, to int) *document.Table {
		return tableOf(drawnRows(disclosure2021)[from:to])
	}
	r := parsed(t, rows(0, 4), rows(4, 7), rows(7, 11), rows(11, 14))
	assert.Len(t, r.Figures, 10)
	assert.EqualValues(t, 8, value(t, r, "disclosure.penalties.decisions"))
	assert.Len(t, r.Table(form.Disclosure).Blocks, 4)
}

func TestEachBlockHasItsOwnEdition(t *testing.T) {
	// A district's report for 2021: the old head in block one, the new ones below.
	mixed := append(drawnRows(disclosure2019)[:4], drawnRows(disclosure2021)[4:]...)
	r := parsed(t, tableOf(mixed))
	assert.Equal(t, Mixed, r.Template)
	assert.EqualValues(t, 2, value(t, r, "disclosure.regulations.published"))
	assert.EqualValues(t, 7, value(t, r, "disclosure.licensing.decisions"))
	assert.Equal(t, form.Edition2019, r.Table(form.Disclosure).Blocks[0].Edition)
	assert.Equal(t, form.Edition2021, r.Table(form.Disclosure).Blocks[1].Edition)
}

func TestTableTwoInForceWithOldTableThree(t *testing.T) {
	r := parsed(t, draw(disclosure2021), tableOf(applicationsRows(form.Edition2019)))
	assert.Equal(t, Mixed, r.Template)
	assert.EqualValues(t, 210, value(t, r, "applications.other.natural_person"))
}

func TestTablesJoinedInOne(t *testing.T) {
	var rows [][]string
	for _, fields := range drawnRows(disclosure2021) {
		rows = append(rows, append(fields, "_", "_", "_", "_", "_", "_"))
	}
	rows = append(rows, []string{"三、收到和处理政府信息公开申请情况", "<", "<", "<", "<", "<", "<", "<", "<", "<"})
	rows = append(rows, applicationsRows(form.Edition2021)...)
	r := parsed(t, tableOf(rows), draw(remedies))
	assert.Len(t, r.Figures, 200)
	assertApplications(t, r, form.Edition2021)
	require.NotNil(t, r.Section(3), "the title row in the table is a heading")
	assert.Equal(t, "三、收到和处理政府信息公开申请情况", r.Section(3).Heading)
}

func TestTableCutByAPageBreak(t *testing.T) {
	all := applicationsRows(form.Edition2021)
	cut := rowAt(all, "属于三类内部事务信息")
	below := append([][]string{}, all[cut:]...)
	below[0] = append([]string{"", ""}, below[0][2:]...)

	t.Run("without a head on the second page", func(t *testing.T) {
		r := parsed(t, tableOf(all[:cut]), tableOf(below))
		assertApplications(t, r, form.Edition2021)
		assert.Len(t, r.Tables, 1)
		assert.Len(t, r.Table(form.Applications).Blocks, 1)
		assert.Len(t, r.Table(form.Applications).Blocks[0].Rows, 25)
	})
	t.Run("with the head repeated", func(t *testing.T) {
		r := parsed(t, tableOf(all[:cut]), tableOf(append(append([][]string{}, all[:3]...), below...)))
		assertApplications(t, r, form.Edition2021)
		assert.Len(t, r.Table(form.Applications).Blocks[0].Rows, 25)
	})
	t.Run("right below the head", func(t *testing.T) {
		r := parsed(t, tableOf(all[:3]), tableOf(all[3:]))
		assertApplications(t, r, form.Edition2021)
	})
	t.Run("inside a row", func(t *testing.T) {
		upper := append([][]string{}, all[:cut+1]...)
		upper[cut] = append([]string{"^", "^", "5.属于三类"}, all[cut][3:]...)
		lower := append([][]string{{"", "", "内部事务信息", "", "", "", "", "", "", ""}}, all[cut+1:]...)
		lower[1] = append([]string{"", ""}, lower[1][2:]...)
		r := parsed(t, tableOf(upper), tableOf(lower))
		assertApplications(t, r, form.Edition2021)
		assert.Equal(t, Exact, r.Table(form.Applications).Blocks[0].Rows[8].Match)
	})
	t.Run("inside a row, in one table", func(t *testing.T) {
		joined := append([][]string{}, all[:cut+1]...)
		joined[cut] = append([]string{"^", "^", "5.属于三类"}, all[cut][3:]...)
		joined = append(joined, []string{"^", "^", "内部事务信息", "", "", "", "", "", "", ""})
		r := parsed(t, tableOf(append(joined, all[cut+1:]...)))
		assertApplications(t, r, form.Edition2021)
	})
}

// A page break cut the 理 off （五）不予处理; of the scan it was read as 8.
func TestACutOffGroupLabelThatIsRecognisedAsADigit(t *testing.T) {
	all := applicationsRows(form.Edition2021)
	cut := rowAt(all, "2.重复申请")
	all[cut][0], all[cut][1] = "", "8"
	r := parsed(t, tableOf(all))
	assertApplications(t, r, form.Edition2021)
}

func TestTableFourCutBelowItsHead(t *testing.T) {
	rows := drawnRows(remedies)
	r := parsed(t, tableOf(rows[:3]), tableOf(rows[3:]))
	assert.EqualValues(t, 15, value(t, r, "remedies.litigation_after_reconsideration.total"))
}

// As LibreOffice and Word save it where the two halves of the head were drawn apart.
func TestASliverOfAColumnLiesBelowTheNextGroup(t *testing.T) {
	r := parsed(t, draw(`
|行政复议|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<|<|<|
|结果维持|结果纠正|其他结果|尚未审结|总计|<|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<|
|^|^|^|^|^|^|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|
|1|2|3|4|5|<|6|7|8|9|10|11|12|13|14|15|`))
	assert.Len(t, r.Figures, 15)
	for _, f := range r.Figures {
		assert.Empty(t, f.Doubt, f.ID)
	}
	assert.EqualValues(t, 5, value(t, r, "remedies.reconsideration.total"))
	assert.EqualValues(t, 6, value(t, r, "remedies.litigation_direct.upheld"))
}

func TestBlankForm(t *testing.T) {
	r := parsed(t, emptied(draw(disclosure2021), 0), emptied(tableOf(applicationsRows(form.Edition2021)), 3), emptied(draw(remedies), 3))
	require.Len(t, r.Figures, 200)
	for _, f := range r.Figures {
		assert.Equal(t, Blank, f.State, f.ID)
	}
}

// emptied takes the figures out of a drawn table, an ideographic space left in
// every other cell as in the official template.
func emptied(table *document.Table, head int) *document.Table {
	for i := range table.Cells {
		c := &table.Cells[i]
		if c.Row >= head && readNumber(c.Text, form.Count).figureLike() {
			c.Text = []string{"", "\u3000"}[i%2]
		}
	}
	return table
}

func drawnRows(drawing string) [][]string {
	table := draw(drawing)
	rows := make([][]string, table.Rows)
	for r := range rows {
		rows[r] = make([]string, table.Columns)
		for c := range rows[r] {
			rows[r][c] = "_"
		}
	}
	for _, cell := range table.Cells {
		for r := cell.Row; r < cell.Row+cell.RowSpan; r++ {
			for c := cell.Column; c < cell.Column+cell.ColumnSpan; c++ {
				rows[r][c] = "<"
				if c == cell.Column {
					rows[r][c] = "^"
				}
			}
		}
		rows[cell.Row][cell.Column] = cell.Text
	}
	return rows
}

// A spreadsheet exported as a page is one table with the report's prose in it.
func TestProseBelowTableFourInTheSameSheet(t *testing.T) {
	wide := func(text string) string { return "\n|" + text + strings.Repeat("|<", 14) + "|" }
	r, err := Parse(reportWith("某县人民政府2024年政府信息公开工作年度报告", "一、总体情况",
		draw(remedies+wide("五、存在的主要问题及改进情况")+wide("解读形式偏少。")+wide("六、其他需要报告的事项"))))
	require.NoError(t, err)
	assert.EqualValues(t, 15, value(t, r, "remedies.litigation_after_reconsideration.total"))
}
