package scan

import "image"

// clearDigit is a digit of the page for certain, to which faint ones are likened.
type clearDigit struct {
	sign rune
	ink  *bitmap
	wide *bitmap // its ink, a pixel wider all around
	area int
}

const (
	// mostAlike is how many clear digits of one kind are kept: print of one font, which
	// lies on the grid of the scanner differently.
	mostAlike = 6
	// astray is how many lost pixels of ink count as much as one where the clear digit has
	// none: a fax loses ink, and adds little.
	astray = 4
)

// newClearDigit draws a sign by itself.
func newClearDigit(sign rune, c component) clearDigit {
	ink := c.bitmap()
	return clearDigit{sign, ink, ink.wider(), c.area}
}

// bitmap is the ink of a component.
func (c component) bitmap() *bitmap {
	b := newBitmap(c.box.Dx(), c.box.Dy())
	for _, r := range c.runs {
		for x := r.x0; x < r.x1; x++ {
			b.ink[(r.y-c.box.Min.Y)*b.w+x-c.box.Min.X] = 1
		}
	}
	return b
}

// wider is the ink with a pixel more all around, as far as the bitmap reaches.
func (b *bitmap) wider() *bitmap {
	out := newBitmap(b.w, b.h)
	for y := range b.h {
		for x := range b.w {
			for _, p := range around {
				if b.at(x+p.X, y+p.Y) {
					out.ink[y*b.w+x] = 1
				}
			}
		}
	}
	return out
}

var around = []image.Point{{}, {X: -1}, {X: 1}, {Y: -1}, {Y: 1}}

// likest is the digit of the page's clear ones of which a faint sign is most probably
// what is left; 0 when there are none.
func (r *reader) likest(c component) rune {
	best, least := rune(0), 0
	faint := c.bitmap()
	for _, d := range r.clear {
		if off := d.differs(faint); best == 0 || off < least {
			best, least = d.sign, off
		}
	}
	return best
}

// differs is how much ink is lost and how much strayed where a faint sign fits best.
func (d *clearDigit) differs(faint *bitmap) int {
	least := -1
	for dy := min(0, d.ink.h-faint.h); dy <= max(0, d.ink.h-faint.h); dy++ {
		for dx := min(0, d.ink.w-faint.w); dx <= max(0, d.ink.w-faint.w); dx++ {
			if off := d.offAt(faint, dx, dy); least < 0 || off < least {
				least = off
			}
		}
	}
	return least
}

// offAt is that where the faint sign lies so far to the right and down.
func (d *clearDigit) offAt(faint *bitmap, dx, dy int) int {
	lost, strayed := d.area, 0
	for y := range faint.h {
		for x := range faint.w {
			if !faint.at(x, y) {
				continue
			}
			if d.ink.at(x+dx, y+dy) {
				lost--
			} else if !d.wide.at(x+dx, y+dy) {
				strayed++
			}
		}
	}
	return lost + astray*strayed
}
