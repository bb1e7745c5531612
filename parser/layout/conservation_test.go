package layout

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"gouji/parser/document"
)

// Whatever stands on a page, every glyph lands in exactly one cell, paragraph or
// running head: none is lost, none counted twice.
func FuzzConservation(f *testing.F) {
	f.Add([]byte("\x10\x10\x30\x10 \x10\x20\x30\x20 \x10\x10\x10\x20 \x30\x10\x30\x20"), []byte("\x12\x12\x13\x1a\x20\x19"))
	f.Add([]byte("\x00\x00\xff\x00 \x00\x80\xff\x80 \x00\xff\xff\xff"), []byte("\x01\x40\x40\x40\x80\xc0\xc0\xc0"))
	f.Fuzz(func(t *testing.T, rulings, glyphs []byte) {
		pages := []Page{fuzzedPage(1, rulings, glyphs), fuzzedPage(2, glyphs, rulings)}
		stages := Stages(pages, DefaultTolerances)
		printed, kept := 0, 0
		for i, p := range pages {
			printed += len(p.Glyphs)
			for _, l := range stages[i].Furniture {
				kept += len(l.Glyphs)
			}
		}
		kept += visibleRunes(Assemble(stages, DefaultTolerances))
		assert.Equal(t, printed, kept)
	})
}

// fuzzedPage makes a ruling of every four bytes and a glyph of every two.
func fuzzedPage(number int, rulings, glyphs []byte) Page {
	page := Page{Number: number, Width: 600, Height: 800}
	at := func(b byte) float64 { return float64(b) * 2.2 }
	for ; len(rulings) >= 4; rulings = rulings[4:] {
		x0, y0, x1, y1 := at(rulings[0]), at(rulings[1]), at(rulings[2]), at(rulings[3])
		if rulings[0]&1 == 0 {
			y1 = y0
		} else {
			x1 = x0
		}
		source := [...]Source{Stroke, Fill, Shade}[rulings[1]%3]
		page.Rulings = append(page.Rulings, Ruling{document.Box{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}, source})
	}
	for ; len(glyphs) >= 2; glyphs = glyphs[2:] {
		x, y := at(glyphs[0]), at(glyphs[1])
		r := []rune("0123456789年本新收一、")[int(glyphs[0])%16]
		page.Glyphs = append(page.Glyphs, Glyph{Rune: r, Size: 10, Angle: float64(glyphs[1]&3/3) * 90,
			Box: document.Box{X0: x, Y0: y, X1: x + 10, Y1: y + 10}})
	}
	return page
}

func visibleRunes(d *document.Document) int {
	var all strings.Builder
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			all.WriteString(b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			all.WriteString(c.Text)
		}
	}
	n := 0
	for _, r := range all.String() {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
