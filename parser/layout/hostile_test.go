package layout

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/document"
)

func hatched(lines int, pitch float64) Page {
	side := float64(lines) * pitch
	page := Page{Number: 1, Width: side, Height: side}
	for i := range lines {
		at := float64(i) * pitch
		page.rule(0, at, side, at)
		page.rule(at, 0, at, side)
	}
	return page
}

// scatter prints digits in rows and columns of tiny type.
func (p *Page) scatter(rows, columns int, pitch float64) {
	for r := range rows {
		for c := range columns {
			x, y := float64(c)*pitch, float64(r)*pitch
			box := document.Box{X0: x, Y0: y, X1: x + pitch/4, Y1: y + pitch/4}
			p.Glyphs = append(p.Glyphs, Glyph{Rune: '0' + rune(c%10), Box: box, Size: pitch / 4})
		}
	}
}

// What a drawing or an attack puts on one page costs no more than a table.
func TestPagesFullOfInkAreReadSoon(t *testing.T) {
	hatch := hatched(2500, 4)
	rows := hatched(100, 8)
	rows.scatter(200, 150, 4)
	frame := Page{Number: 1, Width: 600, Height: 800}
	frame.rule(0, 0, 600, 0)
	frame.rule(0, 800, 600, 800)
	frame.rule(0, 0, 0, 800)
	frame.rule(600, 0, 600, 800)
	frame.rule(0, 400, 600, 400)
	frame.scatter(200, 300, 2)
	boxes := Page{Number: 1, Width: 2000, Height: 2000}
	for i := range 1400 {
		x, y := float64(i%38)*50, float64(i/38)*50
		boxes.rule(x, y, x+40, y)
		boxes.rule(x, y+40, x+40, y+40)
		boxes.rule(x, y, x, y+40)
		boxes.rule(x+40, y, x+40, y+40)
	}
	boxes.scatter(100, 200, 10)
	loose := Page{Number: 1, Width: 600, Height: 800}
	loose.scatter(200, 200, 3)
	bands := Page{Number: 1, Width: 4000, Height: 2400}
	for row := range 150 {
		bands.rule(0, float64(row)*16, 3600, float64(row)*16)
	}
	bands.scatter(150, 180, 20)
	one := Page{Number: 1, Width: 600, Height: 800}
	one.scatter(1, 100_000, 0.005)
	column := Page{Number: 1, Width: 600, Height: 800}
	column.scatter(10_000, 3, 0.08)
	for name, page := range map[string]Page{
		"a hatched area": hatch, "a fine grid and fine print": rows, "a frame around fine print": frame,
		"a thousand boxes": boxes, "fine print without rulings": loose, "ten thousand lines": column,
		"rulings from side to side and figures all over": bands, "a line of a hundred thousand glyphs": one,
	} {
		t.Run(name, func(t *testing.T) {
			doc := documentOf([]Page{page})
			assert.Equal(t, 1, doc.Pages)
		})
	}
}

func TestTheDeadlineEndsTheSearchForTables(t *testing.T) {
	page := hatched(100, 8)
	page.scatter(200, 150, 4)
	ctx, cancel := context.WithCancel(context.Background())
	doc, err := Document(ctx, []Page{page})
	assert.NoError(t, err)
	assert.Equal(t, documentOf([]Page{page}), doc)
	cancel()
	_, err = Document(ctx, []Page{page})
	assert.ErrorIs(t, err, context.Canceled)
}
