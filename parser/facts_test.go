package parser_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/form"
)

func read(t *testing.T, text string) *parser.Report {
	t.Helper()
	r, err := parser.ReadFacts(strings.NewReader(text))
	require.NoError(t, err)
	return r
}

func write(t *testing.T, r *parser.Report) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, parser.WriteFacts(&b, r))
	return b.String()
}

func TestNothingStatedIsTheFormWithZeros(t *testing.T) {
	r := read(t, "")
	assert.Len(t, r.Figures, 200)
	assert.Equal(t, "2021", r.Template)
	assert.Len(t, r.Sections, 6)
	value, sure := r.Figure("applications.new.total").Sure()
	assert.True(t, sure)
	assert.Zero(t, value)
	assert.Equal(t, form.Edition(""), r.Table(form.Remedies).Edition, "table four tells no edition")
}

func TestStatesOfACell(t *testing.T) {
	r := read(t, `
form 2021
applications.new           1 2 blank / "约3件" absent 9   # one row
applications.carried_in    blank                        // every cell of it
applications.granted.total 1036 as "1 036" doubtful "数字被空格隔开"
table remedies absent
`)
	assert.Equal(t, parser.Blank, r.Figure("applications.new.research").State)
	assert.Equal(t, parser.Dash, r.Figure("applications.new.public_interest").State)
	assert.Equal(t, parser.Bad, r.Figure("applications.new.legal_service").State)
	assert.Equal(t, "约3件", r.Figure("applications.new.legal_service").Raw)
	assert.Nil(t, r.Figure("applications.new.other"))
	assert.Equal(t, 9.0, r.Figure("applications.new.total").Value)
	assert.Equal(t, parser.Blank, r.Figure("applications.carried_in.other").State)
	assert.Equal(t, "数字被空格隔开", r.Figure("applications.granted.total").Doubt)
	assert.Equal(t, "1 036", r.Figure("applications.granted.total").Raw)
	assert.Nil(t, r.Table(form.Remedies))
}

func TestTitleIsMadeOfOrganAndYear(t *testing.T) {
	assert.Equal(t, "某县审计局2024年政府信息公开工作年度报告", read(t, "organ 某县审计局\nyear 2024").Title)
	assert.Equal(t, "年报", read(t, "title 年报\norgan 某县审计局\nyear 2024").Title)
	assert.Empty(t, read(t, "year 2024").Title)
}

func TestSectionsStandInTheOrderStated(t *testing.T) {
	r := read(t, `
section 五 "五、存在的主要问题及改进情况"
section 四 "四、行政复议行政诉讼"
section other "七、附则"
section 六 absent
`)
	var headings []string
	for _, s := range r.Sections {
		headings = append(headings, s.Heading)
	}
	assert.Equal(t, []string{"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
		"五、存在的主要问题及改进情况", "四、行政复议行政诉讼", "七、附则"}, headings)
	assert.Equal(t, 7, r.Sections[5].Number)
	assert.Equal(t, "附则", r.Sections[5].Title)
}

// Everything that rules look at comes back: writing, reading and writing again
// gives the same text.
func TestRoundTrip(t *testing.T) {
	for name, text := range map[string]string{
		"zeros":           "",
		"2019":            "form 2019\napplications.other.total 3\ndisclosure.procurement 3 62.1\ndisclosure.licensing 716 -417 298",
		"old table":       "form 2021\nform disclosure 2019\ndisclosure.procurement absent",
		"hybrid":          "form 2021\nform disclosure.regulations 2019\ndisclosure.regulations 1 2 3",
		"one block":       "form 2021\nform disclosure.procurement 2019\ndisclosure.procurement 3 62.1",
		"file":            "file \"2023/某局年报 1.docx\"",
		"head":            "organ 某县某局\nyear 2024\nperiod 2024-01-01 2024-12-31\ndate 2025-01-20",
		"prose":           "preface \"本报告由办公室编制。\"\ntext 一 \"全年收到 3 件 “申请”。\"\ntext 六 \"无\"",
		"sections":        "section 二 \"二、政府信息主动公开情况\"\nsection 六 absent\nsection other \"七、附则\"",
		"order":           "section 五 \"五、存在的主要问题及改进情况\"\nsection 四 \"四、政府信息公开行政复议、行政诉讼情况\"",
		"extra cells":     "row after applications.granted \"转办\" \"\u3000\" \"\u30005\" 0 0 0 0 \"5 \u00a0\"",
		"cells":           "applications.new 1 2 blank / \"约3件\" absent 9\napplications.granted.total 1036 as \"1 036\" doubtful \"隔开\"",
		"blank":           "disclosure blank\napplications blank\nremedies blank",
		"rows":            "applications.other.fee_unpaid absent\nrow applications.granted \"（一）予以公开公开\"\nrow after applications.partly_granted group \"（三）不予公开\" 35 0 0 0 0 0 35",
		"columns":         "columns applications business natural_person research public_interest legal_service other \"外国人\" total",
		"lost":            "table remedies absent\napplications.other absent\nincomplete \"第3页读不出\"",
		"order of blocks": "blocks disclosure fees regulations",
		"whole":           "whole preface 一 六 other\ntext 一 \"公开5条。\"\nsection other \"七、附则\"",
		"again":           "form 2019\nrow again disclosure.procurement 2 5.3\nrow again disclosure.procurement 1 0",
		"note":            "note applications absent",
		"edited":          "author \"某县某局\"\nauthor \"某人\"\npictures 2\nrevisions insertions 2 deletions 1 comments 0\nblock disclosure \"第二十条第（十）项\"",
		"label":           "column disclosure.fees.amount \"本年收费金额\" near\ncolumn applications.research \"科研院构\"",
	} {
		t.Run(name, func(t *testing.T) {
			once := read(t, text)
			twice := read(t, write(t, once))
			assert.Equal(t, once, twice)
			assert.Equal(t, write(t, once), write(t, twice))
		})
	}
}

func TestWrittenFactsReadLikeTheTables(t *testing.T) {
	got := write(t, read(t, `
form 2021
organ 某县审计局
year 2024
applications.new   3 0 0 0 0 0 3
applications.total 12 0 0 0 0 0 12
table remedies absent
`))
	assert.Contains(t, got, `
applications.new                            3  0  0  0  0  0  3
applications.carried_in                     0  0  0  0  0  0  0
`)
	assert.Contains(t, got, `
applications.total                         12  0  0  0  0  0 12
`)
	assert.Contains(t, got, "\ntable remedies absent\n")
	assert.Contains(t, got, "\ntitle 某县审计局2024年政府信息公开工作年度报告\n")
}

func TestErrorsTellTheLine(t *testing.T) {
	for text, want := range map[string]error{
		"year 2024\nmonth 3":                      parser.ErrStatement,
		"year 2024\napplications.gone.total 3":    parser.ErrFigure,
		"year 2024\napplications.new.total three": parser.ErrValue,
		"year 2024\ntext 一 \"unclosed":            parser.ErrQuote,
		"year 2024\nperiod 2024-01-01":            parser.ErrArguments,
		"year 2024\nform 1999":                    parser.ErrArguments,
	} {
		_, err := parser.ReadFacts(strings.NewReader(text))
		var at *parser.FactsError
		require.ErrorAs(t, err, &at, text)
		assert.Equal(t, 2, at.Line, text)
		assert.ErrorIs(t, err, want, text)
	}
}

func FuzzReadFacts(f *testing.F) {
	f.Add("form 2021\napplications.new 1 2 3 4 5 6 7\ntext 一 \"a\"")
	f.Add("form disclosure.fees 2019\nrow after applications.new \"x\" 1\ncolumns remedies \"y\"")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := parser.ReadFacts(strings.NewReader(text))
		if err != nil {
			return
		}
		again, err := parser.ReadFacts(strings.NewReader(write(t, r)))
		require.NoError(t, err)
		assert.Equal(t, write(t, r), write(t, again))
	})
}

func TestFactsTakeThePeriodFromTheProse(t *testing.T) {
	prose := "preface \"统计期限为2023年1月1日至2023年6月30日。\"\n"
	for facts, end := range map[string]parser.Date{
		prose:                                  {Year: 2023, Month: 6, Day: 30},
		prose + "period 2023-01-01 2023-12-31": {Year: 2023, Month: 12, Day: 31},
	} {
		r, err := parser.ReadFacts(strings.NewReader(facts))
		require.NoError(t, err)
		assert.Equal(t, end, r.Period.To)
	}
}
