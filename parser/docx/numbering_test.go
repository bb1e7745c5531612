package docx

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// listXML is a definition with its levels, and the list 1 of it.
func listXML(levels ...string) string {
	all := ""
	for i, lvl := range levels {
		all += fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/>%s</w:lvl>`, i, lvl)
	}
	return `<w:abstractNum w:abstractNumId="0">` + all + `</w:abstractNum>`
}

func level1(format, text string) string {
	return `<w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/>`
}

const list1 = `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`

func numberedP(list, level int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>%s</w:p>`, level, list, r(text))
}

func styledP(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + r(text) + `</w:p>`
}

func TestAutomaticNumbersBeginTheText(t *testing.T) {
	doc := read(t, wordFile(numberedP(1, 0, "总体情况")+p("正文")+numberedP(1, 0, "主动公开")).
		with("word/numbering.xml", numberingXML(listXML(level1("chineseCounting", "%1、"))+list1)))
	assert.Equal(t, []string{"一、总体情况", "正文", "二、主动公开"}, lines(doc))
	assert.Equal(t, "一、", doc.Paragraphs()[0].Number)
	assert.Empty(t, doc.Paragraphs()[0].Raw, "only mapped characters make a raw text")
}

func TestDeeperLevelsRestartAndShowTheHigherOnes(t *testing.T) {
	doc := read(t, wordFile(numberedP(1, 0, "a")+numberedP(1, 1, "b")+numberedP(1, 1, "c")+numberedP(1, 0, "d")+numberedP(1, 1, "e")).
		with("word/numbering.xml", numberingXML(listXML(level1("decimal", "%1."), level1("decimal", "%1.%2."))+list1)))
	assert.Equal(t, []string{"1.a", "1.1.b", "1.2.c", "2.d", "2.1.e"}, lines(doc))
}

func TestALevelThatNeverRestarts(t *testing.T) {
	doc := read(t, wordFile(numberedP(1, 0, "a")+numberedP(1, 1, "b")+numberedP(1, 0, "c")+numberedP(1, 1, "d")).
		with("word/numbering.xml", numberingXML(listXML(level1("decimal", "%1."), level1("decimal", "（%2）")+`<w:lvlRestart w:val="0"/>`)+list1)))
	assert.Equal(t, []string{"1.a", "（1）b", "2.c", "（2）d"}, lines(doc))
}

func TestListsOfOneDefinitionCountOnUnlessTheyStartAnew(t *testing.T) {
	lists := list1 + `<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
	doc := read(t, wordFile(numberedP(1, 0, "a")+numberedP(2, 0, "b")+numberedP(3, 0, "c")+numberedP(3, 0, "d")).
		with("word/numbering.xml", numberingXML(listXML(level1("decimal", "%1."))+lists)))
	assert.Equal(t, []string{"1.a", "2.b", "1.c", "2.d"}, lines(doc))
}

func TestAnOverriddenLevelLooksDifferent(t *testing.T) {
	lists := `<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>` +
		level1("upperRoman", "%1.") + `</w:lvl></w:lvlOverride></w:num>`
	doc := read(t, wordFile(numberedP(1, 0, "a")+numberedP(1, 0, "b")).
		with("word/numbering.xml", numberingXML(listXML(level1("decimal", "%1."))+lists)))
	assert.Equal(t, []string{"III.a", "IV.b"}, lines(doc))
}

func TestStylesBringNumbersAndHeadingLevels(t *testing.T) {
	styles := `<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 2"/><w:basedOn w:val="2"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="4"><w:name w:val="own"/><w:basedOn w:val="3"/></w:style>`
	doc := read(t, wordFile(styledP("2", "总体情况")+styledP("3", "主动公开")+styledP("4", "依申请")+
		`<w:p><w:pPr><w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`+r("无编号")+`</w:p>`).
		with("word/styles.xml", stylesXML(styles)).
		with("word/numbering.xml", numberingXML(listXML(level1("chineseCounting", "%1、")+`<w:pStyle w:val="2"/>`, level1("chineseCounting", "（%2）")+`<w:pStyle w:val="3"/>`)+list1)))
	assert.Equal(t, []string{"一、总体情况", "（一）主动公开", "（二）依申请", "无编号"}, lines(doc))
	var levels []int
	for _, paragraph := range doc.Paragraphs() {
		levels = append(levels, paragraph.Level)
	}
	assert.Equal(t, []int{1, 2, 2, 1}, levels)
}

func TestANumberingThatAStyleHolds(t *testing.T) {
	styles := `<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`
	numbers := `<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>` + listXML(level1("decimal", "%1）")) +
		`<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>`
	doc := read(t, wordFile(numberedP(1, 0, "a")+numberedP(2, 0, "b")).
		with("word/styles.xml", stylesXML(styles)).with("word/numbering.xml", numberingXML(numbers)))
	assert.Equal(t, []string{"1）a", "2）b"}, lines(doc))
}

func TestNumbersInTables(t *testing.T) {
	cell := func(text string) string { return `<w:tc>` + numberedP(1, 0, text) + `</w:tc>` }
	doc := read(t, wordFile(tbl(
		`<w:tr>`+cell("属于国家秘密")+tc("", "0")+`</w:tr>`,
		`<w:tr><w:trPr><w:del/></w:trPr>`+cell("删去的行")+tc("", "0")+`</w:tr>`,
		`<w:tr>`+cell("重复申请")+tc("", "1")+`</w:tr>`,
		`<w:tr>`+cell("")+tc("", "2")+`</w:tr>`)).
		with("word/numbering.xml", numberingXML(listXML(level1("decimal", "%1."))+list1)))
	assert.Equal(t, []string{"1.属于国家秘密|0", "2.重复申请|1", "3.|2"}, grid(doc.Tables()[0]))
}

func TestAFormatThatOnlyWordKnowsHasACommonOneBesideIt(t *testing.T) {
	format := `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
		`<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="01, 02"/></mc:Choice>` +
		`<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/>`
	doc := read(t, wordFile(numberedP(1, 0, "a")).with("word/numbering.xml", numberingXML(listXML(format)+list1)))
	assert.Equal(t, []string{"01.a"}, lines(doc))
}

func TestABulletIsNoNumber(t *testing.T) {
	doc := read(t, wordFile(numberedP(1, 0, "7")).
		with("word/numbering.xml", numberingXML(listXML(level1("bullet", "-"))+list1)))
	assert.Equal(t, []string{"7"}, lines(doc))
}

func TestANumberWithoutMarkStandsApart(t *testing.T) {
	assert.Equal(t, "第一章 总则", numbered("第一章", "总则"))
	assert.Equal(t, "一、总则", numbered("一、", "总则"))
	assert.Equal(t, "1", numbered("1", ""))
}

func TestNumerals(t *testing.T) {
	for format, want := range map[string][]string{
		"decimal":                 {"1", "10", "11", "20", "105"},
		"chineseCounting":         {"一", "十", "十一", "二十", "一百零五"},
		"japaneseCounting":        {"一", "十", "十一", "二十", "一百零五"},
		"chineseCountingThousand": {"一", "十", "十一", "二十", "一百零五"},
		"chineseLegalSimplified":  {"壹", "壹拾", "壹拾壹", "贰拾", "壹佰零伍"},
		"ideographDigital":        {"一", "一〇", "一一", "二〇", "一〇五"},
		"decimalEnclosedCircle":   {"①", "⑩", "⑪", "⑳", "105"},
		"decimalEnclosedParen":    {"⑴", "⑽", "⑾", "⒇", "105"},
		"ideographTraditional":    {"甲", "癸", "11", "20", "105"},
		"decimalFullWidth":        {"１", "１０", "１１", "２０", "１０５"},
		"decimalZero":             {"01", "10", "11", "20", "105"},
		"upperRoman":              {"I", "X", "XI", "XX", "CV"},
		"lowerLetter":             {"a", "j", "k", "t", "aaaaa"},
		"none":                    {"", "", "", "", ""},
		"something new":           {"1", "10", "11", "20", "105"},
	} {
		for i, n := range []int{1, 10, 11, 20, 105} {
			assert.Equal(t, want[i], numeral(format, n), "%s %d", format, n)
		}
	}
	assert.Equal(t, "一千零二十", numeral("chineseCounting", 1020))
	assert.Equal(t, "二千零五", numeral("chineseCounting", 2005))
	assert.Equal(t, "12345", numeral("chineseCounting", 12345))
	assert.Equal(t, "零", numeral("chineseCounting", 0))
}

func TestHeadingLevels(t *testing.T) {
	for name, level := range map[string]int{"heading 1": 1, "Heading 3": 3, "标题 2": 2, "标题2": 2, "Title": 1, "标题": 1, "Normal": 0, "heading 10": 0} {
		assert.Equal(t, level, headingLevel(name), name)
	}
	style := func(properties string) string {
		return `<w:style w:type="paragraph" w:styleId="x"><w:name w:val="heading 2"/><w:pPr>` + properties + `</w:pPr></w:style>`
	}
	for outline, level := range map[string]int{`<w:outlineLvl w:val="0"/>`: 1, `<w:outlineLvl w:val="9"/>`: 0, ``: 2} {
		doc := read(t, wordFile(styledP("x", "a")).with("word/styles.xml", stylesXML(style(outline))))
		assert.Equal(t, level, doc.Paragraphs()[0].Level, outline)
	}
	assert.Equal(t, 2, body(t, styledP("Heading2", "a")).Paragraphs()[0].Level, "without a styles part the id tells")
}

func TestStylesThatHideText(t *testing.T) {
	byRun := `<w:p><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>w</w:t></w:r></w:p>`
	doc := read(t, wordFile(styledP("h", "x")+styledP("sub", "y")+byRun+p("z")).with("word/styles.xml", stylesXML(
		`<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>`+
			`<w:style w:type="paragraph" w:styleId="sub"><w:basedOn w:val="h"/></w:style>`)))
	assert.Equal(t, []string{"z"}, lines(doc))
}

func TestStylesInACircleEnd(t *testing.T) {
	doc := read(t, wordFile(styledP("a", "x")).with("word/styles.xml", stylesXML(
		`<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>`)))
	assert.Equal(t, []string{"x"}, lines(doc))
}

func TestDamagedStylesAreSaidToBeIncomplete(t *testing.T) {
	doc := read(t, wordFile(p("x")).with("word/styles.xml", `<w:styles><w:style>`))
	assert.Equal(t, []string{"x"}, lines(doc))
	assert.Contains(t, doc.Incomplete, "样式部件")
}
