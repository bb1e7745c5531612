package odt_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/document/documenttest"
	"gouji/parser/docx"
	"gouji/parser/odt"
)

const spaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
	` xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"` +
	` xmlns:xlink="http://www.w3.org/1999/xlink"` +
	` xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`

func content(automatic, body string) string {
	return `<office:document-content` + spaces + `><office:automatic-styles>` + automatic + `</office:automatic-styles><office:body><office:text>` +
		body + `</office:text></office:body></office:document-content>`
}

func read(t *testing.T, data []byte) *document.Document {
	t.Helper()
	d, err := odt.Read(context.Background(), data, docx.Limits{})
	require.NoError(t, err)
	assert.Equal(t, document.ODT, d.Format)
	return d
}

func kindOf(t *testing.T, data []byte) document.Kind {
	t.Helper()
	_, err := odt.Read(context.Background(), data, docx.Limits{})
	var known *document.Error
	require.ErrorAs(t, err, &known)
	return known.Kind
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

const hidden = `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>` +
	`<style:style style:name="S" style:family="text" style:parent-style-name="H"><style:text-properties text:display="true"/></style:style>` +
	`<style:style style:name="P" style:family="paragraph"><style:text-properties text:display="none"/></style:style>`

func TestCharacters(t *testing.T) {
	for body, want := range map[string]string{
		" \n a \n b<text:span> c</text:span>":                                                             "a b c",
		`a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d`:                                           "a  b\tc\nd",
		`a<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note>b`:                    "ab",
		`a<office:annotation><text:p>x</text:p></office:annotation>b`:                                     "ab",
		`<text:a>a</text:a><text:page-number>3</text:page-number><text:text-input>5</text:text-input>`:    "a35",
		`<text:span text:style-name="H">a<text:span text:style-name="S">b</text:span></text:span>c`:       "bc",
		`<text:hidden-text text:is-hidden="true">x</text:hidden-text>a`:                                   "a",
		`<text:ruby><text:ruby-base>政</text:ruby-base><text:ruby-text>zhèng</text:ruby-text></text:ruby>`: "政",
		`a<text:bookmark text:name="x"/><text:soft-page-break/>b`:                                         "ab",
		`a &amp; &lt;b`: "a & <b",
	} {
		d := read(t, documenttest.Zip(t, "content.xml", content(hidden, "<text:p>"+body+"</text:p>")))
		assert.Equal(t, []string{want}, lines(d), body)
	}
}

func TestWhatIsHiddenIsOut(t *testing.T) {
	d := read(t, documenttest.Zip(t, "content.xml", content(hidden, `<text:p text:style-name="P">x</text:p><text:section text:display="none"><text:p>x</text:p></text:section>`+
		`<text:p><text:hidden-paragraph text:is-hidden="true"/>x</text:p><text:section><text:p>a</text:p></text:section>`)))
	assert.Equal(t, []string{"a"}, lines(d))
}

const levels = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>` +
	`<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/></text:list-style>` +
	`<text:list-style style:name="F"><text:list-level-style-number text:level="1" loext:num-list-format="第%1%章" style:num-format="1" text:start-value="3"/></text:list-style>` +
	`<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>`

func TestAutomaticNumbers(t *testing.T) {
	list := func(attributes, items string) string {
		return `<text:list ` + attributes + `>` + items + `</text:list>`
	}
	one := func(text string) string { return `<text:list-item><text:p>` + text + `</text:p></text:list-item>` }
	d := read(t, documenttest.Zip(t, "content.xml", content(levels,
		list(`xml:id="l1" text:style-name="L"`, one("a")+`<text:list-item><text:p>b</text:p><text:p>more</text:p>`+list("", one("c"))+`</text:list-item>`)+
			list(`text:style-name="F"`, one("d"))+
			list(`text:continue-list="l1" text:style-name="L"`, one("e"))+
			list(`text:style-name="L"`, one("f"))+
			list(`text:continue-numbering="true" text:style-name="L"`, `<text:list-header><text:p>g</text:p></text:list-header>`+one("h"))+
			list(`text:style-name="B"`, one("5")))))
	assert.Equal(t, []string{"一、a", "二、b", "more", "二.1.c", "第3章 d", "三、e", "一、f", "g", "二、h", "5"}, lines(d))
}

func TestHeadings(t *testing.T) {
	styles := `<office:document-styles` + spaces + `><office:styles><style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/>` +
		`<style:style style:name="N" style:family="paragraph" style:list-style-name=""/>` +
		`<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>` +
		`</office:styles></office:document-styles>`
	d := read(t, documenttest.Zip(t, "styles.xml", styles, "content.xml", content("", `<text:h text:outline-level="1">a</text:h><text:h text:outline-level="2">b</text:h>`+
		`<text:h text:outline-level="1" text:style-name="N">c</text:h><text:h text:outline-level="1">d</text:h><text:p text:style-name="Heading_20_2">e</text:p>`)))
	assert.Equal(t, []string{"1.a", "b", "c", "2.d", "e"}, lines(d))
	var outline []int
	for _, p := range d.Paragraphs() {
		outline = append(outline, p.Level)
	}
	assert.Equal(t, []int{1, 2, 1, 1, 2}, outline)
}

func cells(texts ...string) string {
	out := ""
	for _, text := range texts {
		out += `<table:table-cell><text:p>` + text + `</text:p></table:table-cell>`
	}
	return out
}

func tr(cells string) string { return `<table:table-row>` + cells + `</table:table-row>` }

func TestMergedCells(t *testing.T) {
	d := read(t, documenttest.Zip(t, "content.xml", content("", `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>`+
		tr(`<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/>`+cells("b"))+
		`</table:table-header-rows>`+tr(`<table:covered-table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:covered-table-cell>`+cells("c"))+
		`<table:table-row table:number-rows-repeated="2">`+`<table:table-cell table:number-columns-repeated="3"><text:p>d</text:p></table:table-cell></table:table-row></table:table>`)))
	assert.Equal(t, []string{"[a]", "[b]", "[c]", "[d]", "[d]", "[d]", "[d]", "[d]", "[d]"}, lines(d))
	table := d.Tables()[0]
	assert.Equal(t, [2]int{4, 3}, [2]int{table.Rows, table.Columns})
	assert.Equal(t, [2]int{2, 2}, [2]int{table.Cells[0].RowSpan, table.Cells[0].ColumnSpan})
	for _, c := range table.Cells {
		assert.Empty(t, c.Doubt)
	}
}

// Pandoc writes no covered cells: the next cell stands in the next free column.
func TestMergedCellsWithoutCoveredOnes(t *testing.T) {
	wide := `<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>a</text:p></table:table-cell>`
	high := `<table:table-cell table:number-rows-spanned="3"><text:p>c</text:p></table:table-cell>`
	d := read(t, documenttest.Zip(t, "content.xml", content("", `<table:table>`+tr(wide+cells("b")+high)+tr(cells("d"))+tr(cells("e", "f", "g"))+`</table:table>`)))
	assert.Equal(t, []string{"[a]", "[b]", "[c]", "[d]", "[e]", "[f]", "[g]"}, lines(d))
	columns := []int{}
	for _, c := range d.Tables()[0].Cells {
		columns = append(columns, c.Column)
	}
	assert.Equal(t, []int{0, 2, 3, 2, 0, 1, 2}, columns)
}

// Cells stand from the left, whatever is missing at the end of their row.
func TestShortRow(t *testing.T) {
	d := read(t, documenttest.Zip(t, "content.xml", content("", `<table:table>`+tr(cells("1", "2", "3"))+tr(cells("4", "5"))+`</table:table>`)))
	assert.Equal(t, []string{"[1]", "[2]", "[3]", "[4]", "[5]"}, lines(d))
	assert.Equal(t, 1, d.Tables()[0].Cells[4].Column) // from 0
	assert.Equal(t, 3, d.Tables()[0].Columns)
}

func TestDigitsThatMayNotCountAreDoubtful(t *testing.T) {
	for _, property := range []string{`style:text-line-through-style="solid"`, `style:text-position="super 58%"`, `style:text-position="33% 58%"`, `fo:color="#FFFFFF"`} {
		style := `<style:style style:name="T" style:family="text"><style:text-properties ` + property + `/></style:style>`
		d := read(t, documenttest.Zip(t, "content.xml", content(style, `<table:table>`+tr(cells("a", `<text:span text:style-name="T">1</text:span>2`))+`</table:table>`)))
		assert.NotEmpty(t, d.Tables()[0].Cells[1].Doubt, property)
	}
	plain := `<style:style style:name="T" style:family="text"><style:text-properties style:text-position="0% 100%" style:text-line-through-style="none"/></style:style>`
	d := read(t, documenttest.Zip(t, "content.xml", content(plain, `<table:table>`+tr(cells("a", `<text:span text:style-name="T">1</text:span>`))+`</table:table>`)))
	assert.Empty(t, d.Tables()[0].Cells[1].Doubt)
}

func TestTrackedChangesAreCounted(t *testing.T) {
	d := read(t, documenttest.Zip(t, "content.xml", content("", `<text:tracked-changes><text:changed-region text:id="1"><text:insertion/></text:changed-region>`+
		`<text:changed-region text:id="2"><text:deletion><text:p>x</text:p></text:deletion></text:changed-region></text:tracked-changes>`+
		`<text:p><text:change-start text:change-id="1"/>a<text:change-end text:change-id="1"/><text:change text:change-id="2"/>b<office:annotation/></text:p>`)))
	assert.Equal(t, []string{"ab"}, lines(d))
	assert.Equal(t, document.Revisions{Insertions: 1, Deletions: 1, Comments: 1}, d.Revisions)
}

func TestPicturesAreTakenFromTheArchive(t *testing.T) {
	image := func(address string) string {
		return `<draw:frame svg:width="15cm"><draw:image xlink:href="` + address + `"/></draw:frame>`
	}
	const packed = `<draw:frame><draw:image><office:binary-data>cGl4 ZWxz</office:binary-data></draw:image></draw:frame>`
	body := "<text:p>四、</text:p><text:p>" + image("Pictures/1.png") + "</text:p>" + image("./Pictures/1.png") + "<text:p>五、</text:p>" +
		"<text:p>" + packed + image("../elsewhere.png") + image("http://www.example.gov.cn/1.png") + "</text:p>"
	d := read(t, documenttest.Zip(t, "content.xml", content("", body), "Pictures/1.png", "pixels"))
	assert.Equal(t, []string{"四、", "五、"}, lines(d), "a picture is no text")
	assert.Equal(t, 5, d.Pictures)
	require.Len(t, d.Shown, 5)
	for i, after := range []int{0, 0, 1} {
		assert.Equal(t, "pixels", string(d.Shown[i].Data))
		assert.Equal(t, d.Blocks[after], d.Shown[i].After)
	}
	assert.Empty(t, d.Shown[3].Data, "outside of the file")
	assert.Empty(t, d.Shown[4].Data, "nothing is fetched")
}

func TestTextBoxesAndPictures(t *testing.T) {
	image := func(width string) string {
		return `<draw:frame svg:width="` + width + `"><draw:image/></draw:frame>`
	}
	d := read(t, documenttest.Zip(t, "content.xml", content("", `<draw:frame><draw:text-box><text:p>a</text:p></draw:text-box></draw:frame>`+
		`<text:p>b<draw:g><draw:custom-shape><text:p>c</text:p></draw:custom-shape></draw:g>`+image("15cm")+image("1cm")+`</text:p>`)))
	assert.Equal(t, []string{"a", "b", "c"}, lines(d))
	assert.Equal(t, 1, d.Pictures)
}

func TestAuthors(t *testing.T) {
	meta := `<office:document-meta` + spaces + `><office:meta><meta:initial-creator>甲</meta:initial-creator><dc:creator>乙</dc:creator></office:meta></office:document-meta>`
	assert.Equal(t, []string{"甲", "乙"}, read(t, documenttest.Zip(t, "meta.xml", meta, "content.xml", content("", "<text:p>a</text:p>"))).Authors)
}

func TestWhatIsNoTextIsNamed(t *testing.T) {
	text := content("", "<text:p>a</text:p>")
	manifest := `<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
	assert.Equal(t, document.Encrypted, kindOf(t, documenttest.Zip(t, "META-INF/manifest.xml", manifest, "content.xml", "\x01\x02")))
	assert.Equal(t, document.Corrupt, kindOf(t, documenttest.Zip(t, "content.xml", text[:len(text)-40])))
	assert.Equal(t, document.Corrupt, kindOf(t, documenttest.Zip(t, "styles.xml", "<a/>")))
	assert.Equal(t, document.Corrupt, kindOf(t, documenttest.Zip(t, "content.xml", `<!DOCTYPE a [<!ENTITY b "c">]>`+text)))
	assert.Equal(t, document.Unsupported, kindOf(t, documenttest.Zip(t, "content.xml", strings.ReplaceAll(text, "office:text", "office:spreadsheet"))))
	assert.NotEmpty(t, read(t, documenttest.Zip(t, "styles.xml", "<a", "content.xml", text)).Incomplete)
}

func TestTooMuchIsRefused(t *testing.T) {
	for name, body := range map[string]string{
		"depth":   strings.Repeat("<text:section>", 300) + strings.Repeat("</text:section>", 300),
		"nodes":   strings.Repeat("<text:s/>", 700_000),
		"rows":    `<table:table><table:table-row table:number-rows-repeated="999999999">` + cells("a") + `</table:table-row></table:table>`,
		"cells":   `<table:table>` + tr(`<table:table-cell table:number-columns-repeated="999999999"/>`) + `</table:table>`,
		"again":   `<table:table><table:table-row table:number-rows-repeated="19999"><table:table-cell><text:p>` + strings.Repeat("<text:span/>", 300_000) + `</text:p></table:table-cell></table:table-row></table:table>`,
		"nested":  nestedRepeats(12),
		"letters": "<text:p>" + strings.Repeat(`<text:s text:c="1000"/>`, 6000) + "</text:p>",
		"bomb":    "<text:p>" + strings.Repeat("a", 40<<20) + "</text:p>",
	} {
		assert.Equal(t, document.TooLarge, kindOf(t, documenttest.Zip(t, "content.xml", content("", body))), name)
	}
}

// nestedRepeats are tables in cells that are each written hundred times.
func nestedRepeats(depth int) string {
	body := "<text:p>a</text:p>"
	for range depth {
		body = `<table:table><table:table-row table:number-rows-repeated="100"><table:table-cell>` + body + `</table:table-cell></table:table-row></table:table>`
	}
	return body
}

const sample = "../../corpus/samples/open-document.odt"

// reads is the reader with its limits.
var reads = documenttest.Read(func(ctx context.Context, data []byte) (*document.Document, error) {
	return odt.Read(ctx, data, docx.Limits{})
})

func TestDamagedFilesNeitherCrashNorHang(t *testing.T) {
	whole, err := os.ReadFile(sample)
	require.NoError(t, err)
	reads.SoundWhenDamaged(t, whole, 50)
}

// FuzzRead varies the parts, past the checksums of the archive.
func FuzzRead(f *testing.F) {
	f.Add(content(levels+hidden, `<text:list text:style-name="L"><text:list-item><text:h text:outline-level="2">a</text:h></text:list-item></text:list>`), "")
	f.Add(content("", `<table:table>`+tr(`<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2"/><table:covered-table-cell/>`)+
		tr(`<table:covered-table-cell table:number-columns-repeated="2"/>`+cells("1"))+`</table:table>`), "<a/>")
	f.Fuzz(func(t *testing.T, text, styles string) {
		reads.Sound(t, documenttest.Zip(t, "content.xml", text, "styles.xml", styles))
	})
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(sample)
	require.NoError(b, err)
	for b.Loop() {
		_, err := odt.Read(context.Background(), data, docx.Limits{})
		require.NoError(b, err)
	}
}
