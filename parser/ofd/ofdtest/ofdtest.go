// Package ofdtest writes OFD files for tests: out of parts, or out of layout pages,
// as a program would that turns a PDF into an OFD.
package ofdtest

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

// millimetre is the unit of OFD, in points.
const millimetre = 72 / 25.4

// Archive is a file of the parts.
func Archive(parts map[string]string) []byte {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	names := slices.SortedFunc(maps.Keys(parts), func(a, b string) int { return cmp.Compare(strings.ToLower(a), strings.ToLower(b)) })
	for _, name := range names {
		part, err := archive.Create(name)
		if err != nil {
			panic(err) // a buffer takes everything
		}
		part.Write([]byte(parts[name]))
	}
	archive.Close()
	return out.Bytes()
}

// Parts are those of a file of pages with the content given as XML, of the size in
// millimetres.
func Parts(width, height float64, contents ...string) map[string]string {
	const space = `xmlns:ofd="http://www.ofdspec.org/2016"`
	parts := map[string]string{
		"OFD.xml": `<ofd:OFD ` + space + ` Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Author>张三</ofd:Author></ofd:DocInfo>` +
			`<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
	}
	var pages strings.Builder
	for i, content := range contents {
		fmt.Fprintf(&pages, `<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, i+1, i)
		parts[fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i)] = `<ofd:Page ` + space + `><ofd:Content><ofd:Layer>` + content + `</ofd:Layer></ofd:Content></ofd:Page>`
	}
	parts["Doc_0/Document.xml"] = `<ofd:Document ` + space + `><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ` + decimal(width) + ` ` + decimal(height) +
		`</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>` + pages.String() + `</ofd:Pages></ofd:Document>`
	return parts
}

// Pages is a file that draws what the pages have, all of the first one's size:
// glyphs run by run, rulings as strokes and as filled rectangles. Edges of shaded
// areas are left out.
func Pages(pages []layout.Page) []byte { return Archive(PartsOf(pages)) }

// PartsOf are the parts of the file that Pages makes. All text is in font 1, which it
// does not have.
func PartsOf(pages []layout.Page) map[string]string {
	var contents []string
	for _, page := range pages {
		contents = append(contents, drawing(page))
	}
	return Parts(pages[0].Width/millimetre, pages[0].Height/millimetre, contents...)
}

func drawing(page layout.Page) string {
	var out strings.Builder
	for _, r := range page.Rulings {
		out.WriteString(ruling(r))
	}
	for glyphs := page.Glyphs; len(glyphs) > 0; {
		n := 1
		for n < len(glyphs) && continues(glyphs[n-1], glyphs[n]) {
			n++
		}
		out.WriteString(run(glyphs[:n]))
		glyphs = glyphs[n:]
	}
	return out.String()
}

func ruling(r layout.Ruling) string {
	x, y := r.Box.X0/millimetre, r.Box.Y0/millimetre
	w, h := r.Box.Width()/millimetre, r.Box.Height()/millimetre
	boundary := `Boundary="` + decimals(x, y, w, h) + `"`
	switch {
	case r.Source == layout.Fill:
		return `<ofd:PathObject ` + boundary + ` Stroke="false" Fill="true"><ofd:FillColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L ` +
			decimals(w, 0) + ` L ` + decimals(w, h) + ` L ` + decimals(0, h) + ` C</ofd:AbbreviatedData></ofd:PathObject>`
	case r.Source == layout.Shade:
		return ""
	case r.Horizontal():
		return `<ofd:PathObject ` + boundary + ` LineWidth="` + decimal(h) + `"><ofd:AbbreviatedData>M ` + decimals(0, h/2) + ` L ` + decimals(w, h/2) + `</ofd:AbbreviatedData></ofd:PathObject>`
	}
	return `<ofd:PathObject ` + boundary + ` LineWidth="` + decimal(w) + `"><ofd:AbbreviatedData>M ` + decimals(w/2, 0) + ` L ` + decimals(w/2, h) + `</ofd:AbbreviatedData></ofd:PathObject>`
}

// continues reports whether two glyphs can stand in one text code.
func continues(a, b layout.Glyph) bool {
	return a.Size == b.Size && a.Angle == 0 && b.Angle == 0 && math.Abs(baseline(a)-baseline(b)) < 0.01 && b.Box.X0 > a.Box.X0+0.1*a.Size
}

func baseline(g layout.Glyph) float64 { return g.Box.Y0 + ink.Ascent*g.Size }

// run is a text object, with its corner at the first glyph's; a turned glyph is
// turned about its own origin.
func run(glyphs []layout.Glyph) string {
	g := glyphs[0]
	size := g.Size / millimetre
	left, top, down, ctm := g.Box.X0/millimetre, baseline(g)/millimetre-size, size, ""
	if g.Angle != 0 {
		sin, cos := math.Sincos(g.Angle * math.Pi / 180)
		turned := ink.Matrix{cos, sin, -sin, cos, 0, 0}.Box(0, -ink.Ascent*g.Size, g.Box.Height(), ink.Descent*g.Size)
		left, top, down = (g.Box.X0-turned.X0)/millimetre, (g.Box.Y0-turned.Y0)/millimetre, 0
		ctm = ` CTM="` + decimals(cos, sin, -sin, cos, 0, 0) + `"`
	}
	var text strings.Builder
	var steps []string
	for i, g := range glyphs {
		text.WriteString(escaped(g))
		if i > 0 {
			steps = append(steps, decimal((g.Box.X0-glyphs[i-1].Box.X0)/millimetre))
		}
	}
	return `<ofd:TextObject Boundary="` + decimals(left, top, size, size) + `"` + ctm + ` Font="1" Size="` + decimal(size) +
		`"><ofd:TextCode X="0" Y="` + decimal(down) + `"` + deltaX(steps) + `>` + text.String() + `</ofd:TextCode></ofd:TextObject>`
}

// deltaX is the attribute, three equal steps or more as one group.
func deltaX(steps []string) string {
	if len(steps) == 0 {
		return ""
	}
	var list []string
	for len(steps) > 0 {
		n := 1
		for n < len(steps) && steps[n] == steps[0] {
			n++
		}
		if n >= 3 {
			list = append(list, "g", strconv.Itoa(n))
		} else {
			n = 1
		}
		list, steps = append(list, steps[0]), steps[n:]
	}
	return ` DeltaX="` + strings.Join(list, " ") + `"`
}

// escaped is the glyph's code in the file.
func escaped(g layout.Glyph) string {
	code := g.Rune
	if g.Raw != 0 {
		code = g.Raw
	}
	if code == '\\' {
		return `\005C`
	}
	return strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(string(code))
}

func decimals(values ...float64) string {
	var list []string
	for _, v := range values {
		list = append(list, decimal(v))
	}
	return strings.Join(list, " ")
}

// decimal writes a number to a hundredth of a micrometre, as short as it goes.
func decimal(v float64) string { return strconv.FormatFloat(math.Round(v*1e5)/1e5, 'f', -1, 64) }
