package layout

import (
	"math"

	"gouji/parser/document"
)

// frame turns a page so that its text reads from left to right, and places
// back. Landscape tables are often printed turned on an upright page, and
// whole reports are scanned or exported lying on their side.
type frame struct {
	turn          int     // quarter turns clockwise that the text has on the page, 0 to 3
	width, height float64 // of the page as displayed
}

// readingFrame is the frame in which most of the page's glyphs stand upright.
func readingFrame(p Page) frame {
	var count [4]int
	for _, g := range p.Glyphs {
		count[quarter(g.Angle)]++
	}
	best := 0
	for turn, n := range count {
		if n > count[best] {
			best = turn
		}
	}
	return frame{best, p.Width, p.Height}
}

// quarter rounds an angle in degrees to quarter turns, 0 to 3.
func quarter(angle float64) int {
	return (int(math.Round(angle/90))%4 + 4) % 4
}

// upright gives the page in the frame.
func (f frame) upright(p Page) Page {
	if f.turn == 0 {
		return p
	}
	turned := Page{Number: p.Number, Width: p.Width, Height: p.Height}
	if f.turn%2 == 1 {
		turned.Width, turned.Height = p.Height, p.Width
	}
	for _, g := range p.Glyphs {
		g.Box = f.in(g.Box)
		g.Angle = float64((quarter(g.Angle) - f.turn + 4) % 4 * 90)
		turned.Glyphs = append(turned.Glyphs, g)
	}
	for _, r := range p.Rulings {
		turned.Rulings = append(turned.Rulings, Ruling{f.in(r.Box), r.Source})
	}
	for _, b := range p.Pictures {
		turned.Pictures = append(turned.Pictures, f.in(b))
	}
	return turned
}

// in takes a box from the page as displayed into the frame.
func (f frame) in(b document.Box) document.Box {
	switch f.turn {
	case 1:
		return document.Box{X0: b.Y0, Y0: f.width - b.X1, X1: b.Y1, Y1: f.width - b.X0}
	case 2:
		return document.Box{X0: f.width - b.X1, Y0: f.height - b.Y1, X1: f.width - b.X0, Y1: f.height - b.Y0}
	case 3:
		return document.Box{X0: f.height - b.Y1, Y0: b.X0, X1: f.height - b.Y0, Y1: b.X1}
	}
	return b
}

// out takes a box from the frame back to the page as displayed.
func (f frame) out(b document.Box) document.Box {
	switch f.turn {
	case 1:
		return document.Box{X0: f.width - b.Y1, Y0: b.X0, X1: f.width - b.Y0, Y1: b.X1}
	case 2:
		return f.in(b)
	case 3:
		return document.Box{X0: b.Y0, Y0: f.height - b.X1, X1: b.Y1, Y1: f.height - b.X0}
	}
	return b
}

// AsDisplayed takes a page that was read in a picture turned upright back to how it
// is displayed, its text running so many quarter turns clockwise.
func AsDisplayed(upright Page, turn int) Page {
	f := frame{turn, upright.Width, upright.Height}
	if turn%2 == 1 {
		f.width, f.height = upright.Height, upright.Width
	}
	shown := upright
	shown.Width, shown.Height = f.width, f.height
	shown.Glyphs, shown.Rulings = nil, nil
	for _, g := range upright.Glyphs {
		g.Box, g.Angle = f.out(g.Box), float64(90*turn)
		shown.Glyphs = append(shown.Glyphs, g)
	}
	for _, r := range upright.Rulings {
		shown.Rulings = append(shown.Rulings, Ruling{f.out(r.Box), r.Source})
	}
	return shown
}
