package pdftest

import (
	"fmt"
	"strings"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Digits is a page with the ten digits in a font that the file brings, which may
// draw others than it says. Each maker takes what is drawn for each digit that the
// file says; nil is an honest font.
type Digits func(drawn map[rune]rune) []byte

// The ways of a font to say what its glyphs mean.
var (
	// Mapped says it by a table of its glyphs (ToUnicode).
	Mapped Digits = func(drawn map[rune]rune) []byte {
		var codes, table strings.Builder
		for said := '0'; said <= '9'; said++ {
			glyph := glyphOf(shownFor(said, drawn))
			fmt.Fprintf(&codes, "%04X", glyph)
			fmt.Fprintf(&table, "<%04X> <%04X> ", glyph, said)
		}
		return digitPage("<"+codes.String()+">", composite("/CIDToGIDMap/Identity", wideMap(table.String())))
	}
	// Outlined has a true table of its glyphs, whose outlines are others.
	Outlined Digits = func(drawn map[rune]rune) []byte {
		var codes, table strings.Builder
		outlines := make([]byte, 2*('9'+1))
		for said := '0'; said <= '9'; said++ {
			glyph := glyphOf(shownFor(said, drawn))
			outlines[2*said], outlines[2*said+1] = byte(glyph>>8), byte(glyph)
			fmt.Fprintf(&codes, "%04X", said)
			fmt.Fprintf(&table, "<%04X> <%04X> ", said, said)
		}
		return digitPage("<"+codes.String()+">", func(f *File) string {
			return composite("/CIDToGIDMap "+f.Stream("", string(outlines)), wideMap(table.String()))(f)
		})
	}
	// Drawn3 is drawn by the page (Type 3), and has a table of its glyphs.
	Drawn3 Digits = func(drawn map[rune]rune) []byte { return digitPage("(0123456789)", drawnFont(drawn, true)) }
	// Untold3 is drawn by the page and says nothing: its codes pass for characters.
	Untold3 Digits = func(drawn map[rune]rune) []byte { return digitPage("(0123456789)", drawnFont(drawn, false)) }
)

func shownFor(said rune, drawn map[rune]rune) rune {
	if shown, ok := drawn[said]; ok {
		return shown
	}
	return said
}

// digitPage shows the text in the font, once upright and once read upwards.
func digitPage(text string, font func(*File) string) []byte {
	f := &File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>")
	f.Add("")
	contents := f.Stream("", "BT /D 12 Tf 100 700 Td "+text+" Tj ET BT /D 12 Tf 0 1 -1 0 300 300 Tm "+text+" Tj ET")
	f.Objects[2] = fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %s/Resources<</Font<</D %s>>>>>>", contents, font(f))
	return f.Bytes()
}

func wideMap(table string) string {
	return "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 10 beginbfchar " + table + "endbfchar endcmap"
}

// composite is the Go font, embedded whole, with glyphs for codes.
func composite(outlines, table string) func(*File) string {
	return func(f *File) string {
		program := f.Stream("", string(goregular.TTF))
		descendant := f.Add("<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Go/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 556" + outlines +
			"/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+Go/Flags 4/Ascent 950/Descent -250/CapHeight 700/ItalicAngle 0/StemV 80/FontBBox[-300 -250 1200 950]/FontFile2 " + program + ">>>>")
		return f.Add("<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Go/Encoding/Identity-H/DescendantFonts[" + descendant + "]/ToUnicode " + f.Stream("", table) + ">>")
	}
}

// drawnFont has the Go font's outlines as drawings of a Type 3 font.
func drawnFont(drawn map[rune]rune, told bool) func(*File) string {
	return func(f *File) string {
		var procedures, names, table strings.Builder
		for said := '0'; said <= '9'; said++ {
			fmt.Fprintf(&procedures, "/d%c %s", said, f.Stream("", "556 0 -50 -250 700 950 d1 "+outline(shownFor(said, drawn))+"f"))
			fmt.Fprintf(&names, "/d%c", said)
			fmt.Fprintf(&table, "<%02X> <%04X> ", said, said)
		}
		mapping := ""
		if told {
			mapping = "/ToUnicode " + f.Stream("", "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 10 beginbfchar "+table.String()+"endbfchar endcmap")
		}
		return f.Add("<</Type/Font/Subtype/Type3/FontBBox[-50 -250 700 950]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<" + procedures.String() +
			">>/Encoding<</Type/Encoding/Differences[48" + names.String() + "]>>/FirstChar 48/LastChar 57/Widths[" + strings.Repeat("556 ", 10) + "]/Resources<<>>" + mapping + ">>")
	}
}

var goFont, _ = sfnt.Parse(goregular.TTF)

func glyphOf(r rune) sfnt.GlyphIndex {
	index, err := goFont.GlyphIndex(nil, r)
	if err != nil {
		panic(err) // it is a digit of the Go font
	}
	return index
}

// outline is a glyph as path operators, in thousandths of the font's size.
func outline(r rune) string {
	segments, err := goFont.LoadGlyph(&sfnt.Buffer{}, glyphOf(r), fixed.I(1000), nil)
	if err != nil {
		panic(err) // as above
	}
	var b strings.Builder
	var last [2]float64
	at := func(p fixed.Point26_6) [2]float64 { return [2]float64{float64(p.X) / 64, -float64(p.Y) / 64} }
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			last = at(s.Args[0])
			fmt.Fprintf(&b, "%.1f %.1f m ", last[0], last[1])
		case sfnt.SegmentOpLineTo:
			last = at(s.Args[0])
			fmt.Fprintf(&b, "%.1f %.1f l ", last[0], last[1])
		case sfnt.SegmentOpQuadTo: // PDF knows cubic curves only
			middle, end := at(s.Args[0]), at(s.Args[1])
			for _, p := range [][2]float64{last, end} {
				fmt.Fprintf(&b, "%.1f %.1f ", p[0]+2*(middle[0]-p[0])/3, p[1]+2*(middle[1]-p[1])/3)
			}
			last = end
			fmt.Fprintf(&b, "%.1f %.1f c ", end[0], end[1])
		}
	}
	return b.String()
}
