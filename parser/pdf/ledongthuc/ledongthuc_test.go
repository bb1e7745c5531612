package ledongthuc

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf"
	"gouji/parser/pdf/ink"
	"gouji/parser/pdf/pdftest"

	library "github.com/ledongthuc/pdf"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inside reads a file in this process: the child's work without the child.
func inside(t *testing.T, data []byte) *pdf.Content {
	t.Helper()
	a := answer(request{Data: data, Limits: pdf.Limits{}.WithDefaults()})
	require.NotNil(t, a.Content, a.Message)
	return a.Content
}

func characters(p layout.Page) string {
	var text []rune
	for _, g := range p.Glyphs {
		text = append(text, g.Rune)
	}
	return string(text)
}

func numbers(b document.Box) []float64 { return []float64{b.X0, b.Y0, b.X1, b.Y1} }

// The two readers share neither parser nor fonts: where they agree, both are right.
func TestAgreesWithPDFium(t *testing.T) {
	engine := pdf.NewEngine(1, pdf.DefaultMemory)
	defer engine.Close()
	cases := map[string][]byte{
		"text operators": pdftest.Drawn("", "BT /F 10 Tf 12 TL 100 700 Td (a\\(b\\)) Tj T* [(c) -2000 (d)] TJ (e) ' 2 1 (f g) \" 0 -20 TD <686a> Tj ET"),
		"spacing":        pdftest.Drawn("", "BT /F 10 Tf 3 Tc 5 Tw 80 Tz 4 Ts 100 700 Td (1 2 3) Tj ET"),
		"matrices":       pdftest.Drawn("", "q 2 0 0 2 10 10 cm BT /F 10 Tf 1 0 0 1 100 300 Tm (7) Tj ET Q 0 0 9 9 re S"),
		"rotated page":   pdftest.Drawn("/Rotate 90/CropBox[50 50 500 700]", "BT /F 10 Tf 100 600 Td (7) Tj ET 100 500 200 100 re S"),
		"turned text":    pdftest.Drawn("", "BT /K 10 Tf 0 1 -1 0 300 300 Tm <0001> Tj ET"),
		"composite font": pdftest.Drawn("", "BT /K 10 Tf 100 700 Td <000100030003> Tj ET"),
		"downwards":      pdftest.Drawn("", "BT /V 10 Tf 100 700 Td <00030003> Tj ET"),
		"type 3":         pdftest.Drawn("", "BT /T 10 Tf 100 700 Td (77) Tj ET"),
		"forms":          pdftest.Drawn("", "q 1 0 0 1 100 600 cm /X0 Do Q", "/Matrix[2 0 0 2 0 0]|/X1 Do", "0 0 m 100 0 l S BT /F 10 Tf 0 50 Td (7) Tj ET"),
		"invisible":      pdftest.Drawn("", "BT /F 10 Tf 100 700 Td (7) Tj 3 Tr (9) Tj ET /G0 gs BT 0 Tr /F 10 Tf 100 600 Td (9) Tj ET 1 G 10 10 m 90 10 l S"),
		"overprinted":    pdftest.Drawn("", "BT /F 10 Tf 100 700 Td (11) Tj ET BT /F 10 Tf 100.3 700 Td (11) Tj ET"),
		"lines":          pdftest.Drawn("", "2 w 100 700 m 300 700 l S 100 600 200 2 re f 100 500 m 300 500 l 300 400 l s 100 300 m 200 350 l S 10 10 m 20 20 30 30 40 10 c S"),
		"areas":          pdftest.Drawn("", ".8 g 100 600 200 100 re f 1 g 100 400 200 100 re f 0 0 1 rg 100 200 200 100 re 101 201 198 98 re f* 0 0 0 0 k 9 9 99 99 re f"),
		"pictures":       pdftest.Drawn("", "q 400 0 0 300 100 400 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q BT /F 10 Tf 100 300 Td (7) Tj ET"),
		"pages":          pdftest.Pages(3),
	}
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			want, err := engine.Read(context.Background(), data, pdf.Limits{})
			require.NoError(t, err)
			got := inside(t, data)
			require.Len(t, got.Pages, len(want.Pages))
			assert.Equal(t, want.Hidden, got.Hidden)
			for i := range want.Pages {
				assertSamePage(t, want.Pages[i], got.Pages[i])
			}
		})
	}
}

func assertSamePage(t *testing.T, want, got layout.Page) {
	t.Helper()
	assert.Equal(t, [2]float64{want.Width, want.Height}, [2]float64{got.Width, got.Height})
	if assert.Equal(t, characters(want), characters(got)) {
		for i, g := range want.Glyphs {
			assert.InDeltaSlice(t, numbers(g.Box), numbers(got.Glyphs[i].Box), 1, "%c: want %v, got %v", g.Rune, g.Box, got.Glyphs[i].Box)
			assert.InDelta(t, g.Size, got.Glyphs[i].Size, 0.01)
			assert.Equal(t, [2]any{g.Raw, g.Angle}, [2]any{got.Glyphs[i].Raw, got.Glyphs[i].Angle})
		}
	}
	if assert.Len(t, got.Rulings, len(want.Rulings)) {
		for i, r := range want.Rulings {
			assert.Equal(t, r.Source, got.Rulings[i].Source)
			assert.InDeltaSlice(t, numbers(r.Box), numbers(got.Rulings[i].Box), 0.01)
		}
	}
	assert.Len(t, got.Pictures, len(want.Pictures))
}

func TestGuessesAreDoubtful(t *testing.T) {
	p := inside(t, pdftest.Drawn("", "BT /N 10 Tf 100 700 Td <0031> Tj /K 10 Tf <00020003> Tj ET")).Pages[0]
	require.Len(t, p.Glyphs, 3)
	assert.NotEmpty(t, p.Glyphs[0].Doubt, "a font that does not say what its glyphs mean")
	assert.NotEmpty(t, p.Glyphs[1].Doubt, "a code for private use")
	assert.Empty(t, p.Glyphs[2].Doubt)
}

// In a cell nobody sees it, in a dark head everybody does.
func TestWhiteTextIsDoubtful(t *testing.T) {
	p := inside(t, pdftest.Drawn("", "BT /F 10 Tf 100 700 Td 1 g (7) Tj 0 g (8) Tj 1 Tr 1 G (9) Tj ET")).Pages[0]
	require.Len(t, p.Glyphs, 3)
	assert.Equal(t, whiteText, p.Glyphs[0].Doubt)
	assert.Empty(t, p.Glyphs[1].Doubt)
	assert.Equal(t, whiteText, p.Glyphs[2].Doubt)
}

// The library unpacks on in silence after a bit that flipped.
func TestADamagedStreamIsNoticed(t *testing.T) {
	data := compressed("BT /F 10 Tf 100 700 Td (7) Tj ET" + noise())
	assert.Empty(t, inside(t, data).Damage)
	at := bytes.Index(data, []byte("stream\n")) + 400
	data[at] ^= 4
	assert.Contains(t, inside(t, data).Damage, "校验不符")
}

// noise is a comment that does not pack well, so that a stream is worth checking.
func noise() string {
	var b strings.Builder
	for i := range 500 {
		fmt.Fprintf(&b, " %%%d\n", i*i*i)
	}
	return b.String()
}

// A part of a page would pass for the whole.
func TestAPageOfTooManyOperatorsIsLost(t *testing.T) {
	c := &canvas{reading: &reading{}, steps: mostSteps - 1}
	assert.NotPanics(t, func() { c.run([]byte("q"), library.Value{}, initial(ink.Matrix{}), 0) })
	assert.Panics(t, func() { c.run([]byte("Q"), library.Value{}, initial(ink.Matrix{}), 0) })
}

func TestGlyphNames(t *testing.T) {
	for glyph, want := range map[string]rune{"seven": '7', "A": 'A', "tilde": 0, "asciitilde": '~', "uni4E00": '一', "u2F47": '⽇', "one.alt": '1', "g12": 0, "uniform": 0} {
		assert.Equal(t, want, namedRune(glyph), glyph)
	}
}

func TestCharacterMap(t *testing.T) {
	m := parseCmap([]byte(`1 begincodespacerange <00> <FF> endcodespacerange
		2 beginbfchar <01> <4E00> <02> <00660069> endbfchar
		2 beginbfrange <10> <12> <0030> <20> <21> [<4E8C> <4E09>] endbfrange
		1 begincidrange <30> <3F> 100 endcidrange`))
	for value, want := range map[uint32]string{1: "一", 2: "fi", 0x10: "0", 0x12: "2", 0x13: "", 0x21: "三"} {
		assert.Equal(t, want, string(m.text(code{value, 1})), "%x", value)
	}
	assert.Equal(t, 105, m.cid(code{0x35, 1}))
	assert.Zero(t, m.cid(code{0x40, 1}))
}

func TestGBK(t *testing.T) {
	f := &font{composite: true, coding: gbk, usual: 1, widths: map[int]float64{815 + '7' - '!': 0.5}}
	letters := f.letters("7\xd2\xbb")
	require.Len(t, letters, 2)
	assert.Equal(t, letter{runes: []rune("7"), width: 0.5}, letters[0])
	assert.Equal(t, letter{runes: []rune("一"), width: 1}, letters[1])
}

func TestChild(t *testing.T) {
	content, err := Read(context.Background(), pdftest.Seven(), pdf.Limits{})
	require.NoError(t, err)
	assert.Equal(t, "7", characters(content.Pages[0]))
}

// compressed is a page whose content is the parts, one after the other, packed.
func compressed(parts ...string) []byte {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	for _, part := range parts {
		_, _ = w.Write([]byte(part))
	}
	_ = w.Close()
	f := &pdftest.File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>")
	f.Add("<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>")
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	f.Stream("/Filter/FlateDecode", packed.String())
	return f.Bytes()
}

// inflated is a page whose content is so many megabytes of spaces.
func inflated(megabytes int) []byte {
	return compressed(slices.Repeat([]string{strings.Repeat(" ", 1<<20)}, megabytes)...)
}

func TestBadInput(t *testing.T) {
	endless := bytes.Replace(pdftest.Pages(1), []byte("trailer<<"), []byte("trailer<</Prev 0"), 1)
	endless = bytes.Replace(endless, []byte("/Prev 0"), fmt.Appendf(nil, "/Prev %d", bytes.Index(endless, []byte("xref\n"))), 1)
	cases := map[string]struct {
		data []byte
		want document.Kind
	}{
		"empty":                {nil, document.Corrupt},
		"garbage":              {[]byte(strings.Repeat("gouji", 1000)), document.Corrupt},
		"truncated":            {pdftest.Seven()[:500], document.Corrupt},
		"password":             {pdftest.Encrypted("secret"), document.Encrypted},
		"page tree loop":       {pdftest.Loop(), document.Corrupt},
		"ten thousand pages":   {pdftest.Pages(10_000), document.TooLarge},
		"forms that multiply":  {pdftest.Bomb(12), document.Timeout},
		"endless tables":       {endless, document.Timeout},
		"content that swells":  {inflated(200), document.Corrupt},
		"short key":            {pdftest.Encrypted(""), document.Unsupported},
		"encryption not known": {bytes.Replace(pdftest.Encrypted(""), []byte("/V 1"), []byte("/V 5"), 1), document.Unsupported},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			allowed := 20 * time.Second
			if c.want == document.Timeout {
				allowed = 300 * time.Millisecond
			}
			ctx, cancel := context.WithTimeout(context.Background(), allowed)
			defer cancel()
			_, err := Read(ctx, c.data, pdf.Limits{})
			var e *document.Error
			require.True(t, errors.As(err, &e), "%v", err)
			assert.Equal(t, c.want, e.Kind, e.Message)
			assert.NotEmpty(t, e.Message)
		})
	}
}

func BenchmarkRead(b *testing.B) {
	row := "BT /F 8 Tf 60 0 Td (1234) Tj 40 0 Td (567) Tj 40 0 Td (89) Tj ET 60 -2 m 500 -2 l S 1 0 0 1 0 -14 cm "
	data := pdftest.Drawn("", "q 1 0 0 1 0 780 cm "+strings.Repeat(row, 50)+"Q")
	for b.Loop() {
		if _, err := Read(context.Background(), data, pdf.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzContent runs any bytes as a page's content: our walk must not panic,
// which outside tests would lose the page.
func FuzzContent(f *testing.F) {
	f.Add([]byte("BT /F 10 Tf 100 700 Td (7) Tj ET q 1 0 0 1 5 5 cm 0 0 m 9 0 l S Q"))
	f.Add([]byte("BI /W 1 ID \x00 EI [(a\\053) -20 <41>] TJ << /A [1 2] >> 1 0 0 rg f*"))
	f.Fuzz(func(t *testing.T, content []byte) {
		file := &pdftest.File{}
		file.Add("<</Type/Catalog/Pages 2 0 R>>")
		file.Add("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>")
		file.Add("<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>")
		file.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
		file.Stream("", string(content)+" ")
		if a := answer(request{Data: file.Bytes(), Limits: pdf.Limits{}.WithDefaults()}); a.Content == nil {
			t.Fatal(a.Message)
		}
	})
}

// FuzzCharacterMap looks for panics and hangs in ToUnicode maps.
func FuzzCharacterMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <10> <12> [<0030>] endbfrange"), "\x10\x11")
	f.Fuzz(func(t *testing.T, data []byte, s string) {
		m := parseCmap(data)
		for len(s) > 0 {
			before := len(s)
			var c code
			c, s = m.take(s, 2)
			m.text(c)
			m.cid(c)
			if len(s) >= before {
				t.Fatal("no code taken")
			}
		}
	})
}
