package docx

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

func itoa(n int) string { return strconv.Itoa(n) }

func onlyTable(t *testing.T, xml string) *document.Table {
	t.Helper()
	tables := body(t, xml).Tables()
	require.Len(t, tables, 1)
	return tables[0]
}

func TestMergedCellsStandOnce(t *testing.T) {
	table := onlyTable(t, tbl(
		`<w:tr>`+tc(mergeStart+span(2), "项目")+tc("", "自然人")+`</w:tr>`,
		`<w:tr>`+tc(mergeOn+span(2), "")+tc("", "3")+`</w:tr>`,
		tr("一", "二", "4")))
	assert.Equal(t, []string{"项目|项目|自然人", "项目|项目|3", "一|二|4"}, grid(table))
	corner := table.Cells[0]
	assert.Equal(t, [2]int{2, 2}, [2]int{corner.RowSpan, corner.ColumnSpan})
	assert.Equal(t, document.Place{Table: 1, Row: 3, Column: 3}, cellOf(t, table, "4").Where)
	assert.Len(t, table.Cells, 6)
}

func TestEqualNeighboursStayApart(t *testing.T) {
	table := onlyTable(t, tbl(tr("0", "0"), tr("0", "0")))
	assert.Len(t, table.Cells, 4)
}

func TestOldSidewaysMerge(t *testing.T) {
	table := onlyTable(t, tbl(
		`<w:tr>`+tc(`<w:hMerge w:val="restart"/>`, "总")+tc(`<w:hMerge w:val="continue"/>`, "")+tc("", "x")+`</w:tr>`,
		tr("1", "2", "3")))
	assert.Equal(t, []string{"总|总|x", "1|2|3"}, grid(table))
}

func TestColumnsLeftOutBeforeARowShiftIt(t *testing.T) {
	table := onlyTable(t, tbl(
		tr("a", "b", "c"),
		`<w:tr><w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="1000" w:type="dxa"/></w:trPr>`+tc("", "7")+tc("", "8")+`</w:tr>`,
		`<w:tr><w:trPr><w:gridAfter w:val="2"/></w:trPr>`+tc("", "9")+`</w:tr>`))
	assert.Equal(t, []string{"a|b|c", "·|7|8", "9|·|·"}, grid(table))
	assert.Empty(t, cellOf(t, table, "7").Doubt)
}

func TestSpansLargerThanTheDeclaredGrid(t *testing.T) {
	table := onlyTable(t, `<w:tbl><w:tblGrid><w:gridCol w:w="10"/><w:gridCol w:w="10"/></w:tblGrid>`+
		`<w:tr>`+tc(span(12), "项")+`</w:tr>`+
		`<w:tr>`+tc(span(6), "许可")+tc(span(6), "5")+`</w:tr>`+
		`<w:tr>`+tc(span(3), "规章")+tc(span(3), "1")+tc(span(3), "2")+tc(span(3), "3")+`</w:tr></w:tbl>`)
	assert.Equal(t, []string{"项|项|项|项", "许可|许可|5|5", "规章|1|2|3"}, grid(table))
}

// The program forgot gridSpan, but drew the cells as wide as they are.
func TestWidthsTellTheColumnsWhereRowsDisagree(t *testing.T) {
	table := onlyTable(t, tbl(
		`<w:tr>`+tc(width(3000), "第二十条")+`</w:tr>`,
		`<w:tr>`+tc(width(1010), "许可")+tc(width(1990), "5")+`</w:tr>`,
		`<w:tr>`+tc(width(1000), "规章")+tc(width(1000), "1")+tc(width(1000), "2")+`</w:tr>`))
	assert.Equal(t, []string{"第二十条|第二十条|第二十条", "许可|5|5", "规章|1|2"}, grid(table))
	for _, cell := range table.Cells {
		assert.Empty(t, cell.Doubt, cell.Text)
	}
}

// Neither gridSpan nor wBefore: the declared grid tells how wide the column
// left out is.
func TestTheDeclaredGridTellsTheWidthOfColumnsLeftOut(t *testing.T) {
	rows := `<w:tr>` + tc(width(1000), "a") + tc(width(1000), "b") + tc(width(1000), "c") + `</w:tr>` +
		`<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + tc(width(2000), "7") + `</w:tr>`
	column := `<w:gridCol w:w="1000"/>`
	table := onlyTable(t, `<w:tbl><w:tblGrid>`+column+column+column+`</w:tblGrid>`+rows+`</w:tbl>`)
	assert.Equal(t, []string{"a|b|c", "·|7|7"}, grid(table))
	assert.Equal(t, []string{"a|b|c", "·|7|·"}, grid(onlyTable(t, `<w:tbl>`+rows+`</w:tbl>`)), "without it the spans do")
}

func TestWidthsTellThatAShortRowEndsEarly(t *testing.T) {
	table := onlyTable(t, tbl(
		`<w:tr>`+tc(width(1000), "a")+tc(width(1000), "b")+tc(width(1000), "c")+`</w:tr>`,
		`<w:tr>`+tc(width(1000), "1")+tc(width(1000), "2")+`</w:tr>`))
	assert.Equal(t, []string{"a|b|c", "1|2|·"}, grid(table))
	assert.Empty(t, cellOf(t, table, "2").Doubt)
}

func TestWidthsThatFitNothingLeaveAShortRowDoubtful(t *testing.T) {
	table := onlyTable(t, tbl(
		`<w:tr>`+tc(width(1000), "a")+tc(width(1000), "b")+tc(width(1000), "c")+`</w:tr>`,
		`<w:tr>`+tc(width(1500), "1")+tc(width(1000), "2")+`</w:tr>`))
	assert.Equal(t, []string{"a|b|c", "1|2|·"}, grid(table))
	assert.Equal(t, shortRow, cellOf(t, table, "2").Doubt)
}

// Two edges of one cell cannot be one column: then the spans must do.
func TestWidthsThatAreNoWidthsAreNotUsed(t *testing.T) {
	table := onlyTable(t, tbl(
		`<w:tr>`+tc(width(2999), "a")+tc(width(1), "b")+`</w:tr>`,
		`<w:tr>`+tc(width(1000), "1")+tc(width(1000), "2")+tc(width(1000), "3")+`</w:tr>`))
	assert.Equal(t, []string{"a|b|·", "1|2|3"}, grid(table))
	assert.Equal(t, shortRow, cellOf(t, table, "b").Doubt)
}

func TestARowWithoutCellsChangesNothing(t *testing.T) {
	table := onlyTable(t, tbl(`<w:tr/>`, tr("a", "b"), tr("1", "2")))
	assert.Equal(t, []string{"·|·", "a|b", "1|2"}, grid(table))
	assert.Empty(t, cellOf(t, table, "1").Doubt)
}

func TestAShortRowWithoutWidthsIsDoubtful(t *testing.T) {
	table := onlyTable(t, tbl(tr("标题"), tr("a", "1", "2"), tr("b", "3"), tr("c", "5", "6")))
	assert.Equal(t, []string{"标题|·|·", "a|1|2", "b|3|·", "c|5|6"}, grid(table))
	assert.Equal(t, shortRow, cellOf(t, table, "3").Doubt)
	assert.Empty(t, cellOf(t, table, "1").Doubt)
	assert.Empty(t, cellOf(t, table, "标题").Doubt, "a title stands where it stands")
}

func TestCellsAndRowsInContentControlsStayInPlace(t *testing.T) {
	sdt := func(xml string) string {
		return `<w:sdt><w:sdtPr/><w:sdtContent>` + xml + `</w:sdtContent></w:sdt>`
	}
	table := onlyTable(t, tbl(
		`<w:tr>`+tc("", "a")+sdt(tc("", "b"))+tc("", "c")+`</w:tr>`,
		sdt(tr("1", "2", "3")),
		`<w:tr>`+tc("", "4")+`<w:tc>`+sdt(p("5"))+`</w:tc><w:customXml>`+tc("", "6")+`</w:customXml></w:tr>`))
	assert.Equal(t, []string{"a|b|c", "1|2|3", "4|5|6"}, grid(table))
}

func TestTextUnderAMergeIsJoinedAndDoubtful(t *testing.T) {
	table := onlyTable(t, tbl(
		`<w:tr>`+tc(mergeStart, "7")+tc("", "x")+`</w:tr>`,
		`<w:tr>`+tc(mergeOn, "8")+tc("", "y")+`</w:tr>`))
	assert.Equal(t, []string{"7/8|x", "7/8|y"}, grid(table))
	assert.Equal(t, hiddenText, table.Cells[0].Doubt)
}

func TestATableUnderAMergeIsNotLost(t *testing.T) {
	tables := body(t, tbl(
		`<w:tr>`+tc(mergeStart, "7")+tc("", "x")+tc("", "y")+`</w:tr>`,
		`<w:tr><w:tc><w:tcPr>`+mergeOn+`</w:tcPr>`+tbl(tr("1", "2"))+p("")+`</w:tc>`+tc("", "z")+tc("", "w")+`</w:tr>`)).Tables()
	require.Len(t, tables, 1)
	assert.Equal(t, []string{"7/1/2|x|y", "7/1/2|z|w"}, grid(tables[0]))
}

func TestAContinuedCellWithNothingAboveIsItsOwn(t *testing.T) {
	table := onlyTable(t, tbl(tr("a", "b"), `<w:tr>`+tc(mergeOn, "7")+tc("", "8")+`</w:tr>`, `<w:tr>`+tc(mergeOn, "")+tc("", "9")+`</w:tr>`))
	assert.Equal(t, []string{"a|b", "7|8", "7|9"}, grid(table))
}

// A script copied the heads of the table between its rows: the group cell below would
// continue the corner, which is wider.
func TestACellOfAnotherWidthContinuesNothing(t *testing.T) {
	table := onlyTable(t, tbl(
		`<w:tr>`+tc(mergeStart+span(2), "项目")+tc("", "总计")+`</w:tr>`,
		`<w:tr>`+tc(mergeOn, "")+tc("", "重复申请")+tc("", "3")+`</w:tr>`,
		`<w:tr>`+tc(mergeOn, "")+tc("", "信访")+tc("", "4")+`</w:tr>`))
	assert.Equal(t, []string{"项目|项目|总计", "|重复申请|3", "|信访|4"}, grid(table))
	assert.Contains(t, table.Cells[2].Doubt, "宽度不一致")
	assert.Empty(t, cellOf(t, table, "3").Doubt)
}

func TestHiddenRowsAreLeftOut(t *testing.T) {
	table := onlyTable(t, tbl(tr("a", "b"), `<w:tr><w:trPr><w:hidden/></w:trPr>`+tc("", "x")+tc("", "y")+`</w:tr>`))
	assert.Equal(t, []string{"a|b"}, grid(table))
}

func TestCellKeepsItsLines(t *testing.T) {
	table := onlyTable(t, tbl(`<w:tr><w:tc>`+p("商业")+p("企业")+`<w:p/></w:tc><w:tc>`+p("")+`</w:tc>`+tc("", "\u3000")+`</w:tr>`))
	assert.Equal(t, []string{"商业/企业||\u3000"}, grid(table))
}

func TestATableThatLaysOutThePageIsNoTable(t *testing.T) {
	real := tbl(tr("a", "b"), tr("1", "2"))
	doc := body(t, tbl(`<w:tr><w:tc>`+p("标题")+real+p("日期")+`</w:tc></w:tr>`))
	assert.Equal(t, []string{"标题", "[table]", "日期"}, lines(doc))
	assert.Equal(t, []string{"a|b", "1|2"}, grid(doc.Tables()[0]))
	assert.Equal(t, document.Place{Table: 1, Row: 2, Column: 1}, cellOf(t, doc.Tables()[0], "1").Where)
}

func TestATableInARealCell(t *testing.T) {
	inner := func(xml string) string {
		return tbl(tr("a", "b", "c"), `<w:tr>`+tc("", "1")+`<w:tc>`+xml+p("")+`</w:tc>`+tc("", "3")+`</w:tr>`)
	}
	small := onlyTable(t, inner(tbl(tr("2", "件"))))
	assert.Equal(t, []string{"a|b|c", "1|2/件|3"}, grid(small), "a small one is the cell's text")

	tables := body(t, inner(tbl(tr("w", "x"), tr("y", "z")))).Tables()
	require.Len(t, tables, 2)
	assert.Equal(t, []string{"a|b|c", "1||3"}, grid(tables[0]))
	assert.Equal(t, []string{"w|x", "y|z"}, grid(tables[1]), "a larger one is a table of its own")
}

func TestATextBoxInACellMakesItDoubtful(t *testing.T) {
	table := onlyTable(t, tbl(`<w:tr><w:tc><w:p>`+r("1")+`<w:r><w:pict><v:textbox><w:txbxContent>`+p("2")+`</w:txbxContent></v:textbox></w:pict></w:r></w:p></w:tc></w:tr>`))
	assert.Equal(t, []string{"1/2"}, grid(table))
	assert.Equal(t, floating, table.Cells[0].Doubt)
}

func TestADeletedCellKeepsItsPlace(t *testing.T) {
	table := onlyTable(t, tbl(tr("a", "b"), `<w:tr>`+tc("<w:cellDel/>", "9")+tc("", "7")+`</w:tr>`))
	assert.Equal(t, []string{"a|b", "|7"}, grid(table))
	assert.Equal(t, deletedCell, table.Cells[2].Doubt)
}

func TestDigitsThatMayBeNoPartOfTheFigureMakeTheCellDoubtful(t *testing.T) {
	for properties, doubt := range map[string]string{
		`<w:strike/>`:                        struckText,
		`<w:dstrike/>`:                       struckText,
		`<w:vertAlign w:val="superscript"/>`: raisedText,
		`<w:color w:val="FFFFFF"/>`:          whiteText,
		`<w:strike/><w:dstrike w:val="0"/>`:  struckText,
		`<w:strike w:val="0"/>`:              "",
		`<w:color w:val="FEFEFE"/>`:          whiteText,
		`<w:color w:val="FF0000"/>`:          "",
		`<w:color w:val="auto"/>`:            "",
		`<w:position w:val="10"/>`:           raisedText,
		`<w:position w:val="-4"/>`:           "",
		`<w:sz w:val="2"/>`:                  tinyText,
		`<w:sz w:val="12"/>`:                 "",
	} {
		table := onlyTable(t, tbl(`<w:tr><w:tc><w:p>`+r("7")+`<w:r><w:rPr>`+properties+`</w:rPr><w:t>9</w:t></w:r></w:p></w:tc>`+
			`<w:tc><w:p><w:r><w:rPr>`+properties+`</w:rPr><w:t>件</w:t></w:r></w:p></w:tc></w:tr>`))
		assert.Equal(t, []string{"79|件"}, grid(table))
		assert.Equal(t, doubt, table.Cells[0].Doubt, properties)
		assert.Empty(t, table.Cells[1].Doubt, "no digit")
	}
}

func TestDigitsInSeveralContentControlsMayRepeatEachOther(t *testing.T) {
	control := func(text string) string { return `<w:sdt><w:sdtContent>` + r(text) + `</w:sdtContent></w:sdt>` }
	cell := func(content string) string { return `<w:tc><w:p>` + content + `</w:p></w:tc>` }
	table := onlyTable(t, tbl(`<w:tr>`+cell(control("28")+control("2828")+control("28"))+cell(control("28")+control("件"))+cell(control("28"))+cell(control("29"))+`</w:tr>`))
	assert.Equal(t, []string{"28282828|28件|28|29"}, grid(table))
	assert.Equal(t, severalControls, table.Cells[0].Doubt)
	for _, c := range table.Cells[1:] {
		assert.Empty(t, c.Doubt)
	}
}

func TestWhiteDigitsAreSeenInADarkCell(t *testing.T) {
	for fill, doubt := range map[string]string{"1F4E79": "", "C00000": "", "FFFFFF": whiteText, "auto": whiteText, "F2F2F2": whiteText} {
		table := onlyTable(t, tbl(`<w:tr>`+tc(`<w:shd w:val="clear" w:color="auto" w:fill="`+fill+`"/>`, "")+
			`<w:tc><w:tcPr><w:shd w:val="clear" w:fill="`+fill+`"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>9</w:t></w:r></w:p></w:tc></w:tr>`))
		assert.Equal(t, doubt, table.Cells[1].Doubt, fill)
	}
	table := onlyTable(t, tbl(`<w:tr>`+tc(`<w:shd w:fill="1F4E79"/>`, "总计")+`<w:tc><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>9</w:t></w:r></w:p></w:tc></w:tr>`))
	assert.Equal(t, whiteText, table.Cells[1].Doubt, "of another cell")
}

func TestStylesSayThatDigitsMayBeNoPartOfTheFigure(t *testing.T) {
	mark := `<w:r><w:rPr><w:rStyle w:val="mark"/>%s</w:rPr><w:t>1</w:t></w:r>`
	for direct, doubt := range map[string]string{"": raisedText, `<w:vertAlign w:val="baseline"/>`: ""} {
		content := tbl(`<w:tr><w:tc><w:p>` + r("12") + strings.Replace(mark, "%s", direct, 1) + `</w:p></w:tc><w:tc>` + p("3") + `</w:tc></w:tr>`)
		styles := `<w:style w:type="character" w:styleId="base"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
			`<w:style w:type="character" w:styleId="mark"><w:basedOn w:val="base"/></w:style>`
		doc := read(t, wordFile(content).with("word/styles.xml", stylesXML(styles)))
		require.Len(t, doc.Tables(), 1)
		assert.Equal(t, "121", doc.Tables()[0].Cells[0].Text)
		assert.Equal(t, doubt, doc.Tables()[0].Cells[0].Doubt, direct)
		assert.Empty(t, doc.Tables()[0].Cells[1].Doubt)
	}
}
