package wordxml_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/wordxml"
)

// file is one as Word 2003 writes it, with what stands before the body.
func file(before, body string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:st1="urn:schemas-microsoft-com:office:smarttags" xml:space="preserve">` +
		before + `<w:body><wx:sect>` + body + `<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>`
}

func read(t *testing.T, before, body string) *document.Document {
	t.Helper()
	d, err := wordxml.Read(context.Background(), []byte(file(before, body)), docx.Limits{})
	require.NoError(t, err)
	assert.Equal(t, document.WordXML, d.Format)
	return d
}

// lines are the texts of the paragraphs, and of the tables' cells, each in [].
func lines(d *document.Document) []string {
	list := []string{}
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			list = append(list, b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			list = append(list, "["+c.Text+"]")
		}
	}
	return list
}

func TestText(t *testing.T) {
	for run, want := range map[string]string{
		`<w:r><w:t> 收到 3 件 </w:t></w:r>`:                                                                                                                                 " 收到 3 件 ",
		`<w:r><w:t>a</w:t><w:br/><w:tab/><w:noBreakHyphen/><w:t>&lt;b&gt;</w:t></w:r>`:                                                                                   "a\n\t-<b>",
		`<w:r><w:t>2024</w:t></w:r><st1:date Year="1899"><w:r><w:t>年1月</w:t></w:r></st1:date>`:                                                                           "2024年1月",
		`<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>9</w:delText></w:r></aml:content></aml:annotation><w:r><w:t>8</w:t></w:r>`:                  "8",
		`<aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>7</w:t></w:r></aml:content></aml:annotation>`:                                                    "7",
		`<w:r><w:t>1</w:t></w:r><w:r><aml:annotation w:type="Word.Comment"><aml:content><w:p><w:r><w:t>批注</w:t></w:r></w:p></aml:content></aml:annotation></w:r>`:        "1",
		`<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r><w:rPr><w:vanish w:val="off"/></w:rPr><w:t>6</w:t></w:r>`:                                                 "6",
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r>`: "5",
		`<w:hlink w:dest="x"><w:r><w:t>链接</w:t></w:r></w:hlink>`:                                                                                                         "链接",
		`<w:r><w:t>4</w:t></w:r><w:r><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:r>`:                                                                  "4",
	} {
		assert.Equal(t, []string{want}, lines(read(t, "", `<w:p>`+run+`</w:p>`)), run)
	}
}

func TestRevisionsAreCounted(t *testing.T) {
	d := read(t, "", `<w:p><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>7</w:t></w:r></aml:content></aml:annotation>`+
		`<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>9</w:delText></w:r></aml:content></aml:annotation>`+
		`<w:r><aml:annotation w:type="Word.Comment"><aml:content/></aml:annotation></w:r></w:p>`)
	assert.Equal(t, document.Revisions{Insertions: 1, Deletions: 1, Comments: 1}, d.Revisions)
}

func TestMergedCells(t *testing.T) {
	cell := func(properties, text string) string {
		return `<w:tc><w:tcPr>` + properties + `</w:tcPr><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>`
	}
	deleted := `<w:tr><w:trPr><aml:annotation w:type="Word.Deletion"/></w:trPr>` + cell("", "9") + cell("", "9") + `</w:tr>`
	d := read(t, "", `<w:tbl><w:tr>`+cell(`<w:vmerge w:val="restart"/>`, "三")+cell("", "1")+`</w:tr><w:tr>`+cell(`<w:vmerge/>`, "")+cell("", "2")+`</w:tr>`+deleted+`</w:tbl>`)
	require.Len(t, d.Tables(), 1)
	assert.Equal(t, []string{"[三]", "[1]", "[2]"}, lines(d))
	assert.Equal(t, 2, d.Tables()[0].Cells[0].RowSpan)
}

func TestNumbersOfLists(t *testing.T) {
	const lists = `<w:lists><w:listDef w:listDefId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef>` +
		`<w:list w:ilfo="1"><w:ilst w:val="3"/></w:list><w:list w:ilfo="2"><w:ilst w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:list></w:lists>`
	numbered := func(list, text string) string {
		return `<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="` + list + `"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	assert.Equal(t, []string{"一、甲", "二、乙", "四、丙"}, lines(read(t, lists, numbered("1", "甲")+numbered("1", "乙")+numbered("2", "丙"))))
}

func TestTheDefaultStyleHoldsForAll(t *testing.T) {
	const styles = `<w:styles><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
	assert.Empty(t, lines(read(t, styles, `<w:p><w:r><w:t>9</w:t></w:r></w:p>`)))
}

func TestPictures(t *testing.T) {
	d := read(t, "", `<w:p><w:r><w:pict><w:binData w:name="wordml://1.png">UE5H
</w:binData><v:shape style="width:300pt"><v:imagedata src="wordml://1.png" o:title="x"/></v:shape></w:pict></w:r></w:p>`)
	require.Len(t, d.Shown, 1)
	assert.Equal(t, "PNG", string(d.Shown[0].Data))
}

func TestWhoseProgramItWas(t *testing.T) {
	d := read(t, `<o:DocumentProperties><o:Author>王</o:Author><o:Company>清河区水务局</o:Company></o:DocumentProperties>`, "")
	assert.Equal(t, []string{"王", "清河区水务局"}, d.Authors)
}

func TestFilesAreToldByTheirRoot(t *testing.T) {
	whole := file("", "")
	assert.True(t, wordxml.Is([]byte("\xEF\xBB\xBF\r\n"+whole)))
	assert.True(t, wordxml.Is(inUTF16(whole)))
	assert.False(t, wordxml.Is([]byte(`<html xmlns:w="urn:schemas-microsoft-com:office:word">`)))
}

func inUTF16(text string) []byte {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(text)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func TestAFileThatBreaksOffIsDamaged(t *testing.T) {
	whole := file("", `<w:p><w:r><w:t>甲</w:t></w:r></w:p>`)
	for _, data := range []string{whole[:len(whole)-1], whole[:strings.Index(whole, "甲")], whole[:strings.Index(whole, "<w:body>")]} {
		_, err := wordxml.Read(context.Background(), []byte(data), docx.Limits{})
		var known *document.Error
		require.True(t, errors.As(err, &known))
		assert.Equal(t, document.Corrupt, known.Kind)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(file("", `<w:p><w:r><w:t>甲</w:t></w:r></w:p>`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := wordxml.Read(context.Background(), data, docx.Limits{})
		var known *document.Error
		require.True(t, err == nil && d != nil || errors.As(err, &known))
	})
}
