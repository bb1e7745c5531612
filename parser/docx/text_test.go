package docx

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/document"
)

// Each entry: the runs of one paragraph, and what a person reads.
func TestParagraphShowsWhatAPersonReads(t *testing.T) {
	for name, example := range map[string]struct{ xml, want string }{
		"runs are one text":             {r("政府") + r("信息"), "政府信息"},
		"insertions are in":             {r("1") + `<w:ins w:id="1">` + r("7") + `</w:ins>`, "17"},
		"deletions are out":             {`<w:del><w:r><w:delText>9</w:delText></w:r></w:del>` + r("7"), "7"},
		"deleted text written as text":  {`<w:del>` + r("9") + `</w:del>` + r("7"), "7"},
		"moved text stands once":        {`<w:moveFrom>` + r("5") + `</w:moveFrom><w:moveTo>` + r("5") + `</w:moveTo>`, "5"},
		"deletion within an insertion":  {`<w:ins>` + r("1") + `<w:del>` + r("2") + `</w:del></w:ins>`, "1"},
		"content control":               {`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + r("3") + `</w:sdtContent></w:sdt>`, "3"},
		"smart tag, custom XML":         {`<w:smartTag><w:customXml>` + r("2024") + `</w:customXml></w:smartTag>` + r("年"), "2024年"},
		"link":                          {`<w:hyperlink>` + r("www.gov.cn") + `</w:hyperlink>`, "www.gov.cn"},
		"simple field":                  {`<w:fldSimple w:instr=" YEAR ">` + r("2024") + `</w:fldSimple>`, "2024"},
		"field: result only":            {`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>` + r("code") + `<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("4") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`, "4"},
		"the entry chosen in a form":    {`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:default w:val="0"/><w:listEntry w:val="3"/><w:listEntry w:val="5"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`, "5"},
		"no entry chosen in a form":     {`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="3"/></w:ddList></w:ffData></w:fldChar></w:r>`, "3"},
		"hidden text is out":            {`<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>` + r("y"), "y"},
		"vanish switched off":           {`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t></w:r>`, "x"},
		"breaks, tabs, hyphens":         {`<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/></w:r>`, "a\nb\tc\nd-e"},
		"symbols":                       {`<w:r><w:sym w:font="Wingdings" w:char="F081"/><w:sym w:font="Symbol" w:char="F035"/><w:sym w:font="宋体" w:char="4E00"/></w:r>`, "①5一"},
		"an unknown symbol is no digit": {`<w:r><w:sym w:font="Wingdings" w:char="F031"/></w:r>`, "\uF031"},
		"ruby: the base only":           {`<w:r><w:ruby><w:rt>` + r("gou") + `</w:rt><w:rubyBase>` + r("勾") + `</w:rubyBase></w:ruby></w:r>`, "勾"},
		"equations are no text":         {`<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>` + r("1"), "1"},
		"references to notes":           {r("1") + `<w:r><w:footnoteReference w:id="2"/></w:r>`, "1"},
		"old formatting is no text":     {`<w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>` + r("1"), "1"},
		"space of the file":             {"<w:r><w:t>\n  12 </w:t></w:r>", "12"},
		"space of the author":           {`<w:r><w:t xml:space="preserve">1 </w:t></w:r>` + r("2"), "1 2"},
		"entities and CDATA":            {`<w:r><w:t>&lt;&#49;&#x32;&gt;<![CDATA[&3]]></w:t></w:r>`, "<12>&3"},
		"the first choice, once": {`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>1</w:t></mc:Choice>` +
			`<mc:Choice Requires="wpg"><w:t>2</w:t></mc:Choice><mc:Fallback><w:t>3</w:t></mc:Fallback></mc:AlternateContent></w:r>`, "1"},
		"a fallback alone":         {`<mc:AlternateContent><mc:Fallback>` + r("3") + `</mc:Fallback></mc:AlternateContent>`, "3"},
		"text of other namespaces": {`<a:r><a:t>no</a:t></a:r>` + r("1"), "1"},
	} {
		doc := body(t, `<w:p>`+example.xml+`</w:p>`)
		assert.Equal(t, []string{example.want}, lines(doc), name)
	}
}

func TestRevisionsAreCounted(t *testing.T) {
	doc := body(t, `<w:p><w:ins>`+r("1")+`</w:ins><w:del>`+r("2")+`</w:del><w:moveTo>`+r("3")+`</w:moveTo><w:moveFrom>`+r("3")+`</w:moveFrom>`+
		`<w:r><w:commentReference w:id="1"/></w:r></w:p>`+
		tbl(`<w:tr><w:trPr><w:ins/></w:trPr>`+tc("", "a")+`</w:tr>`, `<w:tr><w:trPr><w:del/></w:trPr>`+tc("", "b")+`</w:tr>`))
	assert.Equal(t, document.Revisions{Insertions: 3, Deletions: 3, Comments: 1}, doc.Revisions)
	assert.Equal(t, []string{"a"}, grid(doc.Tables()[0]), "a deleted row is no row")
}

func TestADeletedParagraphMarkJoinsTwoParagraphs(t *testing.T) {
	doc := body(t, `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+r("一、总体")+`</w:p><w:p>`+
		`<w:pPr><w:outlineLvl w:val="0"/></w:pPr>`+r("情况")+`</w:p>`+p("正文"))
	assert.Equal(t, []string{"一、总体情况", "正文"}, lines(doc))
	assert.Equal(t, 1, doc.Paragraphs()[0].Level)
}

func TestAFieldWithoutEndHidesNothingBelow(t *testing.T) {
	doc := body(t, `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`+p("一、总体情况"))
	assert.Equal(t, []string{"一、总体情况"}, lines(doc))
}

func TestWordArtIsText(t *testing.T) {
	doc := body(t, `<w:p><w:r><w:pict><v:shape><v:textpath string="年度报告"/></v:shape></w:pict></w:r></w:p>`)
	assert.Equal(t, []string{"年度报告"}, lines(doc))
}

func TestNestedFields(t *testing.T) {
	mark := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	doc := body(t, `<w:p>`+mark("begin")+r("IF ")+mark("begin")+r("PAGE")+mark("separate")+r("1")+mark("end")+r(" = 1")+
		mark("separate")+r("甲")+mark("end")+r("乙")+mark("end")+mark("separate")+r("丙")+`</w:p>`)
	assert.Equal(t, []string{"甲乙丙"}, lines(doc))
}

func TestTextBoxesFollowTheParagraphThatAnchorsThem(t *testing.T) {
	box := `<wps:txbx><w:txbxContent>` + p("框里") + tbl(tr("1", "2"), tr("3", "4")) + `</w:txbxContent></wps:txbx>`
	doc := body(t, `<w:p>`+r("前")+`<w:r><mc:AlternateContent><mc:Choice><w:drawing>`+box+`</w:drawing></mc:Choice>`+
		`<mc:Fallback><w:pict><v:textbox><w:txbxContent>`+p("框里")+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`+
		r("后")+`</w:p>`+p("下一段"))
	assert.Equal(t, []string{"前后", "框里", "[table]", "下一段"}, lines(doc))
}

func TestPlacesCountParagraphsAndTablesFromOne(t *testing.T) {
	doc := body(t, p("a")+`<w:p/>`+tbl(tr("x"))+p("b"))
	assert.Equal(t, document.Place{Paragraph: 1}, doc.Blocks[0].Paragraph.Where)
	assert.Equal(t, document.Place{Table: 1}, doc.Blocks[1].Table.Where)
	assert.Equal(t, document.Place{Paragraph: 3}, doc.Blocks[2].Paragraph.Where, "an empty paragraph counts")
}

func TestBlockContentControlsAreSeenThrough(t *testing.T) {
	doc := body(t, `<w:sdt><w:sdtContent>`+p("a")+`<w:customXml>`+tbl(tr("7"))+`</w:customXml></w:sdtContent></w:sdt>`)
	assert.Equal(t, []string{"a", "[table]"}, lines(doc))
}

func TestRadicalsAreReadAsIdeographsAndKeptRaw(t *testing.T) {
	doc := body(t, p("⼀、总体情况")+tbl(tr("⾏政许可")))
	assert.Equal(t, "一、总体情况", doc.Paragraphs()[0].Text)
	assert.Equal(t, "⼀、总体情况", doc.Paragraphs()[0].Raw)
	cell := doc.Tables()[0].Cells[0]
	assert.Equal(t, "行政许可", cell.Text)
	assert.Equal(t, "⾏政许可", cell.Printed())
}

func TestOnlyLargePicturesAreCounted(t *testing.T) {
	picture := func(points int) string {
		return `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="` + itoa(points*12700) + `" cy="1"/><a:graphic><a:blip/></a:graphic></wp:inline></w:drawing></w:r></w:p>`
	}
	old := `<w:p><w:r><w:pict><v:shape style="width:415pt;height:600pt"><v:imagedata/></v:shape></w:pict></w:r></w:p>`
	line := `<w:p><w:r><w:pict><v:shape style="width:415pt"/></w:pict></w:r></w:p>`
	assert.Equal(t, 2, body(t, picture(400)+picture(20)+old+line).Pictures)
}

func TestFilesInsideAreGivenInTheirPlaces(t *testing.T) {
	const chunk = `<w:altChunk xmlns:r="x" r:id="%s"/>`
	doc := read(t, wordFile(strings.Replace(chunk, "%s", "r0", 1)+p("a")+strings.Replace(chunk, "%s", "r2", 1)+p("b")).
		with("word/a.html", "<p>1</p>").
		with("word/_rels/document.xml.rels", relsXML("aFChunk", "/word/a.html", "aFChunk", "gone.html")))
	assert.Equal(t, []document.Embedded{{Data: []byte("<p>1</p>"), Link: "r0"}, {Link: "r2", After: doc.Blocks[0]}}, doc.Embedded)
	assert.Equal(t, []string{"a", "b"}, lines(doc))
}

func TestAnotherFileInsideIsSaidToBeUnread(t *testing.T) {
	for _, xml := range []string{`<w:altChunk/>`, `<w:subDoc/>`} {
		assert.NotEmpty(t, body(t, p("a")+xml).Incomplete, xml)
	}
	table := onlyTable(t, tbl(`<w:tr><w:tc>`+p("1")+`<w:altChunk xmlns:r="x" r:id="r0"/></w:tc></w:tr>`))
	assert.Equal(t, embedded, table.Cells[0].Doubt)
}

func TestAuthorsAreReadFromTheProperties(t *testing.T) {
	const core = `<cp:coreProperties xmlns:cp="urn:a" xmlns:dc="urn:b"><dc:creator> 某县&#x67D0;局 </dc:creator><dc:title>年报</dc:title><cp:lastModifiedBy>某人</cp:lastModifiedBy></cp:coreProperties>`
	const app = `<Properties><Company>某县某局</Company><Manager/></Properties>`
	for name, f := range map[string]file{
		"in their usual place": wordFile("").with("docProps/core.xml", core).with("docProps/app.xml", app),
		"where the file says":  wordFile("").with("_rels/.rels", relsXML("officeDocument", "word/document.xml", "core-properties", "/p/core1.xml")).with("p/core1.xml", core),
	} {
		assert.Equal(t, []string{"某县某局", "某人"}, read(t, f).Authors, name)
	}
	for name, f := range map[string]file{
		"none":      wordFile(""),
		"damaged":   wordFile("").with("docProps/core.xml", `<a`),
		"too large": wordFile("").with("docProps/core.xml", core+strings.Repeat(" ", propertiesBytes)),
	} {
		assert.Empty(t, read(t, f).Authors, name)
	}
}
