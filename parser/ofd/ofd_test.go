package ofd_test

import (
	"context"
	"image"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/document/documenttest"
	"gouji/parser/layout"
	"gouji/parser/ofd"
	"gouji/parser/ofd/ofdtest"
	"gouji/parser/pdf"
)

func content(t *testing.T, data []byte) *pdf.Content {
	t.Helper()
	file, err := ofd.Open(context.Background(), data, ofd.Limits{})
	require.NoError(t, err)
	content, err := file.Read(context.Background())
	require.NoError(t, err)
	return content
}

// page reads one page of 100 × 50 mm with the content.
func page(t *testing.T, drawn string) layout.Page {
	t.Helper()
	return content(t, ofdtest.Archive(ofdtest.Parts(100, 50, drawn))).Pages[0]
}

// text is what the glyphs say, a doubtful one in brackets.
func text(glyphs []layout.Glyph) string {
	var out strings.Builder
	for _, g := range glyphs {
		if g.Doubt != "" {
			out.WriteString("[" + string(g.Rune) + "]")
			continue
		}
		out.WriteRune(g.Rune)
	}
	return out.String()
}

const mm = 72 / 25.4

func at(millimetres ...float64) (box document.Box) {
	return document.Box{X0: millimetres[0] * mm, Y0: millimetres[1] * mm, X1: millimetres[2] * mm, Y1: millimetres[3] * mm}
}

func assertBox(t *testing.T, want, got document.Box) {
	t.Helper()
	const slack = 0.01 // points
	off := max(math.Abs(want.X0-got.X0), math.Abs(want.Y0-got.Y0), math.Abs(want.X1-got.X1), math.Abs(want.Y1-got.Y1))
	assert.LessOrEqual(t, off, slack, "want %v, got %v", want, got)
}

func TestGlyphsStandWhereTheirDeltasPutThem(t *testing.T) {
	p := page(t, `<ofd:TextObject Boundary="10 20 30 5" Size="4" Font="1"><ofd:TextCode X="1" Y="4" DeltaX="4 g 2 2">表123</ofd:TextCode></ofd:TextObject>`)
	require.Equal(t, "表123", text(p.Glyphs))
	assertBox(t, at(11, 24-4*.86, 15, 24+4*.14), p.Glyphs[0].Box)
	assertBox(t, at(15, 24-4*.86, 17, 24+4*.14), p.Glyphs[1].Box)
	assertBox(t, at(19, 24-4*.86, 21, 24+4*.14), p.Glyphs[3].Box)
	assert.InDelta(t, 4*mm, p.Glyphs[0].Size, 0.001)
}

func TestText(t *testing.T) {
	const object = `<ofd:TextObject Boundary="10 20 30 5" Size="4" `
	for name, c := range map[string]struct{ drawn, want string }{
		"no deltas: the place is a guess": {object + `><ofd:TextCode X="0" Y="4">件12</ofd:TextCode></ofd:TextObject>`, "件[1][2]"},
		"one character needs none":        {object + `><ofd:TextCode X="0" Y="4">7</ofd:TextCode></ofd:TextObject>`, "7"},
		"equal digits are not one":        {object + `><ofd:TextCode X="0" Y="4">11</ofd:TextCode></ofd:TextObject>`, "1[1]"},
		"escaped characters and spaces":   {object + `><ofd:TextCode X="0" Y="4" DeltaX="2 2">1\0020\0032</ofd:TextCode></ofd:TextObject>`, "12"},
		"the next text code goes on":      {object + `><ofd:TextCode X="0" Y="4">1</ofd:TextCode><ofd:TextCode X="9">2</ofd:TextCode></ofd:TextObject>`, "12"},
		"a pair of UTF-16 takes two":      {object + `><ofd:TextCode X="0" Y="4" DeltaX="4 0 4">𠀀12</ofd:TextCode></ofd:TextObject>`, "𠀀12"},
		"radicals":                        {object + `><ofd:TextCode X="0" Y="4">⻚</ofd:TextCode></ofd:TextObject>`, "页"},
		"private use":                     {object + `><ofd:TextCode X="0" Y="4">&#xE001;</ofd:TextCode></ofd:TextObject>`, "[\uE001]"},
		"white digits":                    {object + `><ofd:FillColor Value="255 255 255"/><ofd:TextCode X="0" Y="4">8</ofd:TextCode></ofd:TextObject>`, "[8]"},
		"neither filled nor stroked":      {object + `Fill="false"><ofd:TextCode X="0" Y="4">8</ofd:TextCode></ofd:TextObject>`, ""},
		"invisible":                       {object + `Visible="false"><ofd:TextCode X="0" Y="4">8</ofd:TextCode></ofd:TextObject>`, ""},
		"invisible, said by a number":     {object + `Visible="0"><ofd:TextCode X="0" Y="4">8</ofd:TextCode></ofd:TextObject>`, ""},
		"transparent":                     {object + `Alpha="0"><ofd:TextCode X="0" Y="4">8</ofd:TextCode></ofd:TextObject>`, ""},
		"off the page":                    {object + `><ofd:TextCode X="95" Y="4">8</ofd:TextCode></ofd:TextObject>`, ""},
		"in a block in a layer":           {`<ofd:PageBlock>` + object + `><ofd:TextCode X="0" Y="4">8</ofd:TextCode></ofd:TextObject></ofd:PageBlock>`, "8"},
		"printed twice":                   {strings.Repeat(object+`><ofd:TextCode X="0" Y="4">8</ofd:TextCode></ofd:TextObject>`, 2), "8"},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, text(page(t, c.drawn).Glyphs)) })
	}
}

func TestTextIsTurnedAndScaledByItsCTM(t *testing.T) {
	p := page(t, `<ofd:TextObject Boundary="10 20 30 5" Size="2" CTM="0 2 -2 0 0 0"><ofd:TextCode X="0" Y="0" DeltaX="2">表格</ofd:TextCode></ofd:TextObject>`)
	require.Equal(t, "表格", text(p.Glyphs))
	assert.Equal(t, 90.0, p.Glyphs[0].Angle)
	assert.InDelta(t, 4*mm, p.Glyphs[0].Size, 0.001)
	assertBox(t, at(10-4*.14, 24, 10+4*.86, 28), p.Glyphs[1].Box)
}

func TestCharactersAreTurnedByTheirDirection(t *testing.T) {
	p := page(t, `<ofd:TextObject Boundary="10 20 30 5" Size="4" CharDirection="90"><ofd:TextCode X="0" Y="0" DeltaY="4">表格</ofd:TextCode></ofd:TextObject>`)
	require.Equal(t, "表格", text(p.Glyphs))
	assert.Equal(t, 90.0, p.Glyphs[1].Angle)
	assertBox(t, at(10-4*.14, 24, 10+4*.86, 28), p.Glyphs[1].Box)
}

func TestPathsBecomeRulings(t *testing.T) {
	const object = `<ofd:PathObject Boundary="10 10 60 20" LineWidth="0.5" `
	for name, c := range map[string]struct {
		drawn string
		want  []document.Box
	}{
		"a line":                      {object + `><ofd:AbbreviatedData>M 0 5 L 60 5</ofd:AbbreviatedData></ofd:PathObject>`, []document.Box{at(10, 14.75, 70, 15.25)}},
		"without spaces":              {object + `><ofd:AbbreviatedData>M0,5L60,5</ofd:AbbreviatedData></ofd:PathObject>`, []document.Box{at(10, 14.75, 70, 15.25)}},
		"the start of a path":         {object + `><ofd:AbbreviatedData>S 0 5 L 60 5</ofd:AbbreviatedData></ofd:PathObject>`, []document.Box{at(10, 14.75, 70, 15.25)}},
		"a closed triangle":           {object + `><ofd:AbbreviatedData>M 0 0 L 30 0 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>`, []document.Box{at(10, 9.75, 40, 10.25), at(9.75, 10, 10.25, 30)}},
		"a curve is none":             {object + `><ofd:AbbreviatedData>M 0 5 B 1 5 2 5 60 5 Q 1 1 0 5 A 1 1 0 0 1 60 5</ofd:AbbreviatedData></ofd:PathObject>`, nil},
		"no stroke":                   {object + `Stroke="false"><ofd:AbbreviatedData>M 0 5 L 60 5</ofd:AbbreviatedData></ofd:PathObject>`, nil},
		"white":                       {object + `><ofd:StrokeColor Value="#FF #FF #FF"/><ofd:AbbreviatedData>M 0 5 L 60 5</ofd:AbbreviatedData></ofd:PathObject>`, nil},
		"invisible":                   {object + `Visible="false"><ofd:AbbreviatedData>M 0 5 L 60 5</ofd:AbbreviatedData></ofd:PathObject>`, nil},
		"a thin filled rectangle":     {object + `Stroke="false" Fill="true"><ofd:FillColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 5 L 60 5 L 60 5.5 L 0 5.5 C</ofd:AbbreviatedData></ofd:PathObject>`, []document.Box{at(10, 15, 70, 15.5)}},
		"filled with no colour":       {object + `Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 5 L 60 5 L 60 5.5 L 0 5.5 C</ofd:AbbreviatedData></ofd:PathObject>`, nil},
		"operands without end":        {object + `><ofd:AbbreviatedData>M 0 5 L 60 5 L 3</ofd:AbbreviatedData></ofd:PathObject>`, []document.Box{at(10, 14.75, 70, 15.25)}},
		"scaled":                      {object + `CTM="2 0 0 2 0 0"><ofd:AbbreviatedData>M 0 5 L 30 5</ofd:AbbreviatedData></ofd:PathObject>`, []document.Box{at(10, 19.5, 70, 20.5)}},
		"in a layer that is not seen": {`<ofd:PageBlock Visible="false">` + object + `><ofd:AbbreviatedData>M 0 5 L 60 5</ofd:AbbreviatedData></ofd:PathObject></ofd:PageBlock>`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			rulings := page(t, c.drawn).Rulings
			require.Len(t, rulings, len(c.want))
			for i, want := range c.want {
				assertBox(t, want, rulings[i].Box)
			}
		})
	}
}

func TestPicturesAreToldByTheirPlace(t *testing.T) {
	p := page(t, `<ofd:ImageObject Boundary="0 0 100 50" CTM="100 0 0 50 0 0" ResourceID="9"/><ofd:ImageObject Boundary="5 5 80 40" ResourceID="9"/>`)
	require.Len(t, p.Pictures, 2)
	assertBox(t, at(0, 0, 100, 50), p.Pictures[0])
	assertBox(t, at(5, 5, 85, 45), p.Pictures[1])
}

// letter is a text object of one character.
func letter(s, attributes string) string {
	return `<ofd:TextObject Boundary="10 20 5 5" Size="4" ` + attributes + `><ofd:TextCode X="0" Y="4">` + s + `</ofd:TextCode></ofd:TextObject>`
}

func TestTemplatesCompositesAndResources(t *testing.T) {
	parts := ofdtest.Parts(100, 50, "")
	parts["Doc_0/Document.xml"] = strings.ReplaceAll(parts["Doc_0/Document.xml"], "<ofd:CommonData>", `<ofd:CommonData><ofd:PublicRes>/doc_0/publicres.XML</ofd:PublicRes>`+
		`<ofd:TemplatePage ID="5" BaseLoc="Tpls\T.xml"/><ofd:TemplatePage ID="6" ZOrder="Foreground" BaseLoc="Doc_0/Tpls/U.xml"/>`)
	parts["Doc_0/PublicRes.xml"] = `<Res BaseLoc="Res"><DrawParams><DrawParam ID="1" Relative="2"/><DrawParam ID="2"><FillColor Value="255 255 255"/></DrawParam></DrawParams>` +
		`<CompositeGraphicUnits><CompositeGraphicUnit ID="7" Width="9" Height="9"><Content>` + letter("合", "") + `</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`
	parts["Doc_0/Tpls/T.xml"] = `<Page><Content><Layer>` + letter("下", "") + `</Layer></Content></Page>`
	parts["Doc_0/Tpls/U.xml"] = `<Page><Content><Layer>` + letter("上", "") + `</Layer></Content></Page>`
	parts["Doc_0/Pages/Page_0/Content.xml"] = `<Page><Area><PhysicalBox>0 0 200 100</PhysicalBox></Area><Template TemplateID="6"/><Template TemplateID="5"/><Content><Layer DrawParam="1">` +
		letter("6", "") + `<CompositeObject ResourceID="7" Boundary="50 0 9 9" CTM="2 0 0 2 0 0"/></Layer></Content></Page>`
	p := content(t, ofdtest.Archive(parts)).Pages[0]
	assert.Equal(t, "下[6]合上", text(p.Glyphs))
	assert.InDelta(t, 200*mm, p.Width, 0.001)
	assertBox(t, at(70, 48-8*.86, 78, 48+8*.14), p.Glyphs[2].Box)
}

func TestTheCurrentVersionIsRead(t *testing.T) {
	parts := ofdtest.Parts(100, 50, letter("旧", ""))
	parts["OFD.xml"] = `<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot><Versions><Version ID="1" Index="0" BaseLoc="/Doc_0/V0.xml"/>` +
		`<Version ID="2" Index="1" Current="true" BaseLoc="/Doc_0/V1.xml"/></Versions></DocBody></OFD>`
	parts["Doc_0/V1.xml"] = `<DocVersion><DocRoot>New.xml</DocRoot></DocVersion>`
	parts["Doc_0/New.xml"] = strings.ReplaceAll(parts["Doc_0/Document.xml"], "Pages/Page_0", "Pages/New")
	parts["Doc_0/Pages/New/Content.xml"] = strings.ReplaceAll(parts["Doc_0/Pages/Page_0/Content.xml"], "旧", "新")
	assert.Equal(t, "新", text(content(t, ofdtest.Archive(parts)).Pages[0].Glyphs))
}

func TestAllDocumentsOfAFileAreRead(t *testing.T) {
	parts := ofdtest.Parts(100, 50, letter("甲", ""))
	parts["OFD.xml"] = `<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>`
	assert.Len(t, content(t, ofdtest.Archive(parts)).Pages, 2)
}

func TestMissingAndDamagedParts(t *testing.T) {
	parts := ofdtest.Parts(100, 50, letter("甲", ""), letter("乙", ""), letter("丙", ""))
	parts["Doc_0/Document.xml"] = strings.ReplaceAll(parts["Doc_0/Document.xml"], "<ofd:CommonData>", `<ofd:CommonData><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>`)
	delete(parts, "Doc_0/Pages/Page_0/Content.xml")
	parts["Doc_0/Pages/Page_1/Content.xml"] = strings.TrimSuffix(parts["Doc_0/Pages/Page_1/Content.xml"], "</ofd:Layer></ofd:Content></ofd:Page>")
	c := content(t, ofdtest.Archive(parts))
	require.Len(t, c.Pages, 3)
	assert.Equal(t, "乙丙", text(c.Pages[1].Glyphs)+text(c.Pages[2].Glyphs))
	assert.Equal(t, "有 1 页读不出来（第1页）；Doc_0/PublicRes.xml 读不出来，可能缺内容；Doc_0/Pages/Page_1/Content.xml 已损坏", c.Incomplete)
	assert.Contains(t, c.Damage, "Doc_0/Pages/Page_1/Content.xml")
}

func TestHostileFiles(t *testing.T) {
	bomb := ofdtest.Parts(100, 50, `<ofd:CompositeObject ResourceID="0"/>`)
	bomb["Doc_0/Document.xml"] = strings.ReplaceAll(bomb["Doc_0/Document.xml"], "<ofd:CommonData>", `<ofd:CommonData><ofd:PublicRes>R.xml</ofd:PublicRes>`)
	bomb["Doc_0/R.xml"] = `<Res><L><CompositeGraphicUnit ID="0"><Content>` + strings.Repeat(`<CompositeObject ResourceID="0"/>`, 20) + `</Content></CompositeGraphicUnit></L></Res>`
	dtd := ofdtest.Parts(100, 50, "")
	dtd["OFD.xml"] = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>` + dtd["OFD.xml"]
	for name, c := range map[string]struct {
		parts map[string]string
		kind  document.Kind
	}{
		"composites in themselves": {bomb, document.TooLarge},
		"text without end":         {ofdtest.Parts(100, 50, `<TextObject Size="4"><TextCode DeltaX="g 900000 1">`+strings.Repeat("1", 500_000)+`</TextCode></TextObject>`), document.TooLarge},
		"entities":                 {dtd, document.Corrupt},
		"nested too deep":          {ofdtest.Parts(100, 50, strings.Repeat("<a>", 300)), document.TooLarge},
		"too many pages":           {ofdtest.Parts(1, 1, make([]string, 30)...), document.TooLarge},
		"no page":                  {ofdtest.Parts(1, 1), document.Corrupt},
		"no document":              {map[string]string{"OFD.xml": "<OFD><DocBody/></OFD>"}, document.Corrupt},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(context.Background(), ofdtest.Archive(c.parts))
			var known *document.Error
			require.ErrorAs(t, err, &known)
			assert.Equal(t, c.kind, known.Kind, known.Message)
		})
	}
}

// read reads a file down to its document.
// believe takes every digit for what it is said to be.
func believe(rune, *image.Gray) string { return "" }

func read(ctx context.Context, data []byte) (*document.Document, error) {
	file, err := ofd.Open(ctx, data, ofd.Limits{Pages: 20, Judge: believe})
	if err != nil {
		return nil, err
	}
	content, err := file.Read(ctx)
	if err != nil {
		return nil, err
	}
	return layout.Document(ctx, content.Pages)
}

func TestDamagedFilesAreNoSurprise(t *testing.T) {
	parts := ofdtest.Parts(100, 50, letter("甲", `CTM="1 0 0 1 0 0"`)+`<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 L 9 0</ofd:AbbreviatedData></ofd:PathObject>`)
	documenttest.Read(read).SoundWhenDamaged(t, ofdtest.Archive(parts), 1500)
}

// A PDF's pages written as OFD are read as they were.
func TestPagesOfPDFsSurviveBeingOFD(t *testing.T) {
	engine := pdf.NewEngine(1, pdf.DefaultMemory)
	defer engine.Close()
	for _, name := range []string{"2021-row-sum-off-by-one.pdf", "chromium-borders.pdf", "rotated-landscape.pdf", "kangxi-radicals.pdf"} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("../../corpus/samples", name))
			require.NoError(t, err)
			original, err := engine.Read(context.Background(), data, pdf.Limits{})
			require.NoError(t, err)
			twin := content(t, ofdtest.Pages(original.Pages))
			require.Len(t, twin.Pages, len(original.Pages))
			for i, page := range original.Pages {
				assertSameGlyphs(t, page.Glyphs, twin.Pages[i].Glyphs)
				assert.Len(t, drawn(twin.Pages[i].Rulings), len(drawn(page.Rulings)), "rulings of page %d", i+1)
			}
		})
	}
}

func drawn(rulings []layout.Ruling) (list []layout.Ruling) {
	for _, r := range rulings {
		if r.Source != layout.Shade {
			list = append(list, r)
		}
	}
	return list
}

// assertSameGlyphs asserts that glyphs are the same but for their widths, of which
// the last one of a line is not known.
func assertSameGlyphs(t *testing.T, want, got []layout.Glyph) {
	t.Helper()
	require.Equal(t, text(want), text(got))
	for i, g := range got {
		w := want[i]
		if g.Raw != w.Raw || math.Abs(g.Box.X0-w.Box.X0) > 0.01 || math.Abs(g.Box.Y0-w.Box.Y0) > 0.01 || math.Abs(g.Size-w.Size) > 0.001 {
			t.Fatalf("glyph %d: want %+v, got %+v", i, w, g)
		}
	}
}

// What was written on a page later is seen on it: a correction, a stamp in words.
func TestAnnotationsAreDrawn(t *testing.T) {
	const written = `<ofd:TextObject Boundary="1 1 30 5" Size="4"><ofd:TextCode X="0" Y="4">8</ofd:TextCode></ofd:TextObject>`
	parts := ofdtest.Parts(100, 50, "")
	parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], "</ofd:Document>", "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>", 1)
	broken := content(t, ofdtest.Archive(parts))
	assert.Contains(t, broken.Incomplete, "Annotations.xml")

	parts["Doc_0/Annots/Annotations.xml"] = `<ofd:Annotations><ofd:Page PageID="1"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`
	parts["Doc_0/Annots/Page_0/Annotation.xml"] = `<ofd:PageAnnot><ofd:Annot Type="Stamp"><ofd:Appearance Boundary="10 20 30 10">` + written +
		`</ofd:Appearance></ofd:Annot><ofd:Annot Visible="false"><ofd:Appearance Boundary="50 20 30 10">` + written + `</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`
	whole := content(t, ofdtest.Archive(parts))
	assert.Empty(t, whole.Incomplete)
	require.Equal(t, "8", text(whole.Pages[0].Glyphs))
	assertBox(t, at(11, 25-4*.86, 13, 25+4*.14), whole.Pages[0].Glyphs[0].Box)
}
