package rtf_test

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
	"gouji/parser/rtf"
)

const head = `{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 \'cb\'ce\'cc\'e5;}{\f2\fcharset2 Wingdings;}{\f3\fcharset136 A;}}{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}`

func read(t *testing.T, body string) *document.Document {
	t.Helper()
	d, err := rtf.Read(context.Background(), []byte(head+body+"}"), docx.Limits{})
	require.NoError(t, err)
	assert.Equal(t, document.RTF, d.Format)
	assert.Empty(t, d.Incomplete)
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

func TestCharacters(t *testing.T) {
	for body, want := range map[string]string{
		`\f1 \'d5\'fe\'b8\'ae`:                      "政府",
		`\f0 \'d5\'fe`:                              "政", // the document's code page
		`\f3 \'ac\'46`:                              "政", // the font's
		`\f0 a\'97b\'97`:                            "a—b—",
		`\uc2 \u25919\'d5\'fe\uc1 \u24220?`:         "政府",   // as LibreOffice writes
		`{\uc0 \u25919 1}\u24220 ?2`:                "政1府2", // \uc ends with its group
		`\u25919{1}`:                                "政1",   // a group ends what is skipped
		`\uc0\u-10179\u-8704 x`:                     "😀x",
		`a\tab b\line c\emdash\lquote d\~e\_f\-g`:   "a\tb\nc—‘d\u00A0e-fg",
		"a\r\nb\\{\\}\\\\":                          `ab{}\`,
		`{\*\unknown x{\b y}}{\info{\title z}}a`:    "a",
		`{\field{\*\fldinst PAGE}{\fldrslt 7}}`:     "7",
		`a{\footnote b}{\header c}{\pict 00ff}d`:    "ad",
		`a{\pict\bin5 }}}{{b}c`:                     "ac",
		`{\v a}b{\deleted c}{\v0 d}\plain e`:        "bde",
		`{\upr{?}{\*\ud{\uc0\u25919 }}}`:            "政",
		`{\listtext\'d2\'bb\'a1\'a2\tab}a`:          "一、a",
		`{\listtext 1\tab}a`:                        "1 a",
		`{\listtext -\tab}5`:                        "5",
		`{\pntext 2.\tab}{\*\pn{\pntxta .}}a`:       "2.a",
		`a{\annotation b}`:                          "a",
		`{\object{\*\objdata 00}{\result{1}}}`:      "1",
		`\f1 a\'b5\\`:                               "a" + "礬", // a character that ends in a backslash
		`{\nonesttables x}{\f9 y}`:                  "y",
		`{\stylesheet{\s1 heading 1;}{\*\cs2 x;}}a`: "a",
	} {
		got := strings.Join(lines(read(t, body+`\par`)), "|")
		assert.Equal(t, want, got, body)
	}
}

const row = `\trowd\trleft-108\cellx1000\cellx2000\cellx3000 `

func TestDeletedRowsAreOut(t *testing.T) {
	d := read(t, row+`\pard\intbl a\cell b\cell c\cell\row`+
		row+`\pard\intbl{\deleted d\cell e\cell f\cell\row}`+ // Word
		row+`\pard\intbl{\deleted g}\cell{\deleted h}\cell\cell\row`+ // LibreOffice
		row+`\pard\intbl i\cell{\deleted j}\cell k\cell\row`)
	assert.Equal(t, []string{"[a]", "[b]", "[c]", "[i]", "[]", "[k]"}, lines(d))
}

func TestCellsStandBetweenTheirEdges(t *testing.T) {
	d := read(t, row+`\pard\intbl a\cell b\par c\cell\cell\row`+
		`\trowd\trleft-108\cellx2010\clvmgf\cellx3000 \pard\intbl d\cell e\cell\row`+
		`\trowd\trleft-100\clmgf\cellx1000\clmrg\cellx2000\clvmrg\cellx3000\pard\intbl f\cell\cell\cell\row\pard after\par`)
	assert.Equal(t, []string{"[a]", "[b\nc]", "[]", "[d]", "[e]", "[f]", "after"}, lines(d))
	cells := d.Tables()[0].Cells
	assert.Equal(t, 2, cells[3].ColumnSpan)
	assert.Equal(t, 2, cells[4].RowSpan)
	assert.Equal(t, 2, cells[5].ColumnSpan)
	for _, c := range cells {
		assert.Empty(t, c.Doubt)
	}
}

// LibreOffice describes a row after its cells, Word before and after.
func TestRowDescribedAfterItsCells(t *testing.T) {
	d := read(t, `\pard\intbl a\cell b\cell\trowd\trleft-108\cellx1000\cellx3000\row`+row+`\pard\intbl c\cell d\cell e\cell\row`)
	assert.Equal(t, 3, d.Tables()[0].Columns)
	assert.Equal(t, 2, d.Tables()[0].Cells[1].ColumnSpan)
}

func TestTableInACell(t *testing.T) {
	inner := `\pard\intbl\itap2 1\nestcell 2\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}`
	d := read(t, `\trowd\cellx9000 \pard\intbl a\par `+strings.Repeat(inner, 3)+`\pard\intbl\itap1 b\cell\row`)
	assert.Equal(t, []string{"a", "[1]", "[2]", "[1]", "[2]", "[1]", "[2]", "b"}, lines(d)) // the outer one only lays out
}

func TestRowWithoutDescriptionIsDoubtful(t *testing.T) {
	d := read(t, row+`\pard\intbl a\cell b\cell c\cell\row\trowd\pard\intbl d\cell e\cell\row`)
	cells := d.Tables()[0].Cells
	assert.Empty(t, cells[0].Doubt)
	assert.NotEmpty(t, cells[4].Doubt)
}

func TestTrackedChangesAreCounted(t *testing.T) {
	d := read(t, `a{\deleted b}{\revised c}{\deleted\par}d{\annotation e}\par`)
	assert.Equal(t, []string{"acd"}, lines(d))
	assert.Equal(t, document.Revisions{Insertions: 1, Deletions: 2, Comments: 1}, d.Revisions)
}

func TestDigitsThatMayNotCountAreDoubtful(t *testing.T) {
	for _, body := range []string{`{\strike 1}2`, `{\super 1}2`, `{\cf2 1}2`} {
		d := read(t, `\trowd\cellx1000\cellx2000\pard\intbl a\cell `+body+`\cell\row`)
		assert.NotEmpty(t, d.Tables()[0].Cells[1].Doubt, body)
	}
}

func TestTextBoxesComeAfterTheirParagraph(t *testing.T) {
	d := read(t, `a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt b\par c\par}}{\shprslt{\*\do{\dptxbxtext b\par}}}}d\par`+
		`{\*\do{\dptxbxtext e\par}}f\par`)
	assert.Equal(t, []string{"ad", "b", "c", "f", "e"}, lines(d))
}

func TestHeadingsAreToldByStyleAndLevel(t *testing.T) {
	d := read(t, `{\stylesheet{Normal;}{\s1\sbasedon0 heading 2;}{\s2\outlinelevel0 \'d5\'fe;}{\s3\sbasedon1 x;}{\s4 \u26631?\u39064? 3;}}`+
		`\pard\s1 a\par\pard\s2 b\par\pard\s3 c\par\pard\outlinelevel3 d\par\pard\s4 f\par\pard e\par`)
	var levels []int
	for _, p := range d.Paragraphs() {
		levels = append(levels, p.Level)
	}
	assert.Equal(t, []int{2, 1, 2, 4, 3, 0}, levels)
}

func TestPicturesAndAuthors(t *testing.T) {
	d := read(t, `{\info{\title t}{\author \'d5\'fe}{\operator b}}{\*\shppict{\pict\picwgoal6000 00}}{\nonshppict{\pict\picwgoal6000 00}}{\pict\picwgoal300 00}a\par`)
	assert.Equal(t, 1, d.Pictures)
	assert.Equal(t, []string{"政", "b"}, d.Authors)
}

func TestPicturesAreUnpacked(t *testing.T) {
	for source, want := range map[string]string{
		`{\*\shppict{\pict{\*\picprop{\sp{\sn a}{\sv 00}}}\pngblip\picwgoal6000 7069` + "\r\n" + `78656C73}}{\nonshppict{\pict\wmetafile8 00}}`: "pixels",
		`{\pict\jpegblip\bin6 p}x\{s}`:                                `p}x\{s`,
		`{\shp{\*\shpinst{\sp{\sn pib}{\sv{\pict\pngblip 706978}}}}}`: "pix",
		`{\pict\emfblip 706978}`:                                      "pix",
		`{\pict\macpict 706978}`:                                      "", // a drawing of another system
		`{\pict\pngblip 70697}`:                                       "", // broken
		`{\deleted{\pict\pngblip 706978}}`:                            "",
		`{\header{\pict\pngblip 706978}}`:                             "",
	} {
		d := read(t, `a\par `+source+`\par b`)
		got := ""
		for _, p := range d.Shown {
			got += string(p.Data)
			assert.Equal(t, d.Blocks[0], p.After, source)
		}
		assert.Equal(t, want, got, source)
	}
}

func TestPicturesOfCellsFollowTheirTable(t *testing.T) {
	d := read(t, `a\par \trowd\cellx5000\intbl{\pict\pngblip 706978}1\cell\row\pard b\par`)
	require.Len(t, d.Shown, 1)
	assert.Equal(t, "pix", string(d.Shown[0].Data))
	assert.Equal(t, d.Blocks[1], d.Shown[0].After)
}

// Of a number in the last cell, digits may be missing: it must not be there.
func TestFileThatBreaksOff(t *testing.T) {
	whole := head + row + `\pard\intbl a\cell b\cell c\cell\row` + row + `\pard\intbl d\cell e\cell 12`
	d, err := rtf.Read(context.Background(), []byte(whole), docx.Limits{})
	require.NoError(t, err)
	assert.NotEmpty(t, d.Incomplete)
	assert.Equal(t, []string{"[a]", "[b]", "[c]", "[d]", "[e]"}, lines(d))
	for _, c := range d.Tables()[0].Cells[3:] {
		assert.NotEmpty(t, c.Doubt)
	}
}

// Its last brace is there, so what is missing is in the middle, and where the braces
// of what was struck out end is not known.
func TestBracesThatDoNotPairAreDamage(t *testing.T) {
	whole := head + `261.2{\deleted 9}{\revised 7}\par }`
	for source, damaged := range map[string]bool{
		whole:                                false,
		strings.Replace(whole, "9}", "9", 1): true,
		whole[:len(whole)-1]:                 false, // breaks off
	} {
		d, err := rtf.Read(context.Background(), []byte(source), docx.Limits{})
		require.NoError(t, err)
		assert.Equal(t, damaged, d.Damage != "", source)
	}
}

func TestTooMuchIsRefused(t *testing.T) {
	for name, body := range map[string]string{
		"groups":     strings.Repeat("{", 10_000),
		"rows":       strings.Repeat(`\row`, 60_000),
		"paragraphs": strings.Repeat(`a\par `, 250_000),
		"runs":       strings.Repeat(`\v a\v0 b`, 600_000),
		"text":       strings.Repeat("a", 6_000_000),
	} {
		_, err := rtf.Read(context.Background(), []byte(head+body), docx.Limits{})
		var known *document.Error
		require.ErrorAs(t, err, &known, name)
		assert.Equal(t, document.TooLarge, known.Kind, name)
	}
}

func TestTimeIsKept(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := rtf.Read(ctx, []byte(head+"a}"), docx.Limits{})
	var known *document.Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, document.Timeout, known.Kind)
}

// reads is the reader with its limits.
var reads = documenttest.Read(func(ctx context.Context, data []byte) (*document.Document, error) {
	return rtf.Read(ctx, data, docx.Limits{})
})

func TestDamagedFilesNeitherCrashNorHang(t *testing.T) {
	whole, err := os.ReadFile("../../corpus/samples/rtf-named-doc.doc")
	require.NoError(t, err)
	reads.SoundWhenDamaged(t, whole, 50)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + row + `\pard\intbl a\cell{\v b}\cell\'d5\'fe\cell\row{\shp{\*\shpinst{\shptxt\u25919?\par}}}\par}`))
	f.Add([]byte(head + `{\stylesheet{\s1\sbasedon0 heading 1;}}\pard\intbl\itap2\s1 1\nestcell{\*\nesttableprops\trowd\clvmgf\cellx500\nestrow}\cell\row{\listtext 1.}\bin3 abc}`))
	f.Fuzz(reads.Sound)
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("../../corpus/samples/rtf-named-doc.doc")
	require.NoError(b, err)
	for b.Loop() {
		_, err := rtf.Read(context.Background(), data, docx.Limits{})
		require.NoError(b, err)
	}
}

// listed has lists 1 and 2 of one definition, 一、 and below it （一）; list 2 begins
// anew. No number is printed before its paragraph.
const listed = `{\*\listtable{\list\listtemplateid1` +
	`{\listlevel\levelnfc37\levelnfcn37\levelstartat1{\leveltext\leveltemplateid1\'02\'00\u12289 ?;}{\levelnumbers\'01;}}` +
	`{\listlevel\levelnfc37\levelnfcn37\levelstartat1{\leveltext\'03\u-248 ?\'01\u-247 ?;}{\levelnumbers\'02;}}` +
	`{\listlevel\levelnfc23\levelstartat1{\leveltext\f2\'01\u-3913 ?;}{\levelnumbers;}}{\listname ;}\listid77}}` +
	`{\*\listoverridetable{\listoverride\listid77\listoverridecount0\ls1}` +
	`{\listoverride\listid77\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls2}}`

func TestNumbersThatAreNotPrintedAreCounted(t *testing.T) {
	const first, second, bullet, other = `\pard\ls1 `, `\pard\ls1\ilvl1 `, `\pard\ls1\ilvl2 `, `\pard\ls2\ilvl0 `
	d := read(t, listed+first+`a\par `+second+`b\par c\par `+first+`d\par `+second+`e\par `+bullet+`f\par `+other+`g\par h\par \pard i\par`)
	assert.Equal(t, []string{"一、a", "（一）b", "（二）c", "二、d", "（一）e", "f", "五、g", "六、h", "i"}, lines(d))
}

func TestNumbersThatArePrintedAreNotCounted(t *testing.T) {
	d := read(t, listed+`\pard\ls1{\listtext\'c8\'fd\'a1\'a2}a\par \pard\ls1 b\par`)
	assert.Equal(t, []string{"三、a", "b"}, lines(d), "the writer knows")
}
