package parser

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
	ocr "gouji/parser/scan"
)

func TestLabelsAreReadAsTheNearestOfTheForm(t *testing.T) {
	labels := labelsOfForm()
	for said, want := range map[string]string{
		"4保护第三方合法权益":       "4.保护第三方合法权益",
		"5.属于三类内部亭务信息":     "5.属于三类内部事务信息",
		"一、本年新收政府信息公幵申请数量": "一、本年新收政府信息公开申请数量",
		"一、本年新收政府们总公开中请数夫": "一、本年新收政府信息公开申请数量", // four are wrong, of a fax
		"本市各类市场主体数量":       "本市各类市场主体数量",       // close to none
	} {
		got, _ := asLabel(said, "", labels)
		assert.Equal(t, want, got)
	}
}

func TestLabelsThatAPageBreakCut(t *testing.T) {
	labels := labelsOfForm()
	above, below := document.Cell{Text: "5.要求行政机关确认或重"}, document.Cell{Text: "新出具已荻取信息"}
	readCutLabel(&above, &below, labels)
	assert.Equal(t, "5.要求行政机关确认或重新出具已获取信息", above.Text+below.Text)
	above, below = document.Cell{Text: "自然"}, document.Cell{Text: "人"}
	assert.True(t, readCutLabel(&above, &below, labels), "自然 alone is close to 自然人")
	above, below = document.Cell{Text: "信息内容"}, document.Cell{Text: "规章"} // two rows
	readCutLabel(&above, &below, labels)
	assert.Equal(t, []string{"信息内容", "规章"}, []string{above.Text, below.Text})
}

func TestFiguresAreNoLabels(t *testing.T) {
	assert.False(t, isCandidate("126"))
	assert.False(t, isCandidate("2-\n4+2+"))
}

// Characters in the cell of a figure are most likely misread digits: no reason
// to tell a unit that it wrote words there.
func TestRecognisedCharactersInAFigureAreDoubtful(t *testing.T) {
	r := &Report{Figures: []Figure{{ID: "applications.new.total", State: Bad, Raw: "业淘"}, {ID: "applications.total.total", State: Number, Value: 3}}}
	r.doubtRecognised(false)
	assert.NotEmpty(t, r.Figures[0].Doubt)
	assert.Empty(t, r.Figures[1].Doubt)
	assert.Contains(t, r.Incomplete, "没有认出", "rows and headings that were not made out are not missing on the page")
}

func TestABlankOfAScanMayBeFaintPrint(t *testing.T) {
	r := &Report{Figures: []Figure{{ID: "applications.new.total", State: Blank}, {ID: "applications.total.total", State: Number, Value: 3}}}
	r.doubtRecognised(false)
	assert.NotEmpty(t, r.Figures[0].Doubt)
	assert.Empty(t, r.Figures[1].Doubt)
}

func TestATableOfWhichNoFigureWasRecognisedTellsNoEdition(t *testing.T) {
	r := &Report{Template: Mixed,
		Tables:  []Table{{Key: form.Applications, Edition: form.Edition2019, Blocks: []Block{{Edition: form.Edition2019}}}, {Key: form.Remedies, Edition: form.Edition2021}},
		Figures: []Figure{{ID: "remedies.review.total", State: Number}}}
	r.doubtRecognised(false)
	assert.Equal(t, string(form.Edition2021), r.Template)
	assert.Empty(t, r.Tables[0].Blocks[0].Edition)
}

func TestTheFormIsSureWhenATableThatWasReadTellsIt(t *testing.T) {
	told := Table{Key: form.Applications, Edition: form.Edition2021, Doubt: tableByPlace}
	read := Table{Key: form.Disclosure, Edition: form.Edition2021}
	none := Table{Key: form.Remedies} // is the same in both
	for _, c := range []struct {
		tables []Table
		sure   bool
	}{
		{[]Table{told, none}, false}, {[]Table{told, read, none}, true}, {[]Table{none}, false}, {nil, true},
		{[]Table{told, {Key: form.Disclosure, Edition: form.Edition2019}}, false},
	} {
		r := &Report{Tables: c.tables, Template: templateOf(c.tables)}
		assert.Equal(t, c.sure, r.doubtfulTemplate() == "", "%v", c.tables)
	}
}

func TestWhatIsTheFilesOwnIsNotDoubtedForAPicture(t *testing.T) {
	r := &Report{Figures: []Figure{{ID: "remedies.review.upheld", State: Blank, Confidence: ocr.LeastConfidence}, {ID: "applications.new.total", State: Blank}}}
	r.doubtRecognised(true)
	assert.NotEmpty(t, r.Figures[0].Doubt)
	assert.Empty(t, r.Figures[1].Doubt, "table three is text")
}

// Of a picture of table four all labels were made out and no figure: it was said to be
// blank.
func TestBlankCellsOfARecognisedTableWereLookedAt(t *testing.T) {
	recognised := &document.Table{Cells: []document.Cell{{Text: "总计", Confidence: 0.9}, {}}}
	own := &document.Table{Cells: []document.Cell{{Text: "总计"}, {}}}
	markUnseen(&document.Document{Blocks: []document.Block{{Table: recognised}, {Table: own}}})
	assert.Equal(t, []float64{0.9, ocr.LeastConfidence}, []float64{recognised.Cells[0].Confidence, recognised.Cells[1].Confidence})
	assert.Zero(t, own.Cells[1].Confidence)
}

func TestRecognisedGoesFromDocumentToReport(t *testing.T) {
	d := &document.Document{Format: document.PDF, Recognised: true, Blocks: []document.Block{
		{Paragraph: &document.Paragraph{Text: "某局2024年政府信息公开工作年度报告"}},
		{Paragraph: &document.Paragraph{Text: "一、总体情况"}},
		{Paragraph: &document.Paragraph{Text: "二、主动公开政府信息情况"}},
	}}
	r, err := Parse(d)
	require.NoError(t, err)
	assert.True(t, r.Recognised)
}

// What stands between two labels of the form is the one between them, if it has
// a character of it.
func TestALabelIsReadByItsNeighbours(t *testing.T) {
	order := labelOrder(form.Of(form.Edition2019).Table(form.Applications))
	table := &document.Table{}
	for _, label := range order {
		table.Cells = append(table.Cells, document.Cell{Text: label, Confidence: 0.9})
	}
	at := slices.Index(order, "（七）总计")
	table.Cells[at].Text = "《芋)总谤"
	table.Cells[at-3].Text = "某某某" // nothing of the label is left
	readByOrder(table, nil)
	assert.Equal(t, "（七）总计", table.Cells[at].Text)
	assert.Equal(t, "《芋)总谤", table.Cells[at].Raw)
	assert.Equal(t, "某某某", table.Cells[at-3].Text)
}

func TestOrderOfHeads(t *testing.T) {
	order := labelOrder(form.Of(form.Edition2021).Table(form.Remedies))
	assert.Equal(t, []string{"行政复议", "行政诉讼", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉", "结果维持"}, order[:10])
}
