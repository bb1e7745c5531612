package scan

import (
	"image"
	"math"
)

const (
	// usualWidth, share of the height: of a digit in the fonts of reports.
	usualWidth = 0.6
	// narrowest and widest, share of the height: from one digit to the next, in the
	// fonts of reports.
	narrowest, widest = 0.5, 0.95
	// touching, share of the height: ink this wide is two digits that touch.
	touching = 0.85
)

// parted are the line's signs, those that are too wide for one digit cut where
// their ink is thinnest, in as many as are surest to be signs; without knowing how
// sure, in as many as usual digits are.
func (l *textLine) parted(surely func(component) float32) []component {
	var list []component
	for _, s := range l.signs() {
		switch {
		case !l.isWide(s):
			list = append(list, s)
		case surely == nil:
			list = append(list, s.cut(max(1, int(s.slimness()/usualWidth+0.5)))...)
		default:
			list = append(list, s.cutSurest(surely)...)
		}
	}
	return list
}

// isWide reports whether a sign is wider than a digit. Points and dashes are wide for
// their height, and one.
func (l *textLine) isWide(s component) bool {
	dash := len(l.marks) == 1 && s.slimness() > 2
	faint := s.box.Dx() <= l.digitWide(float64(l.digit)) // and low: its top or bottom is lost
	return s.slimness() >= touching && !faint && !dash && float64(s.box.Dy()) >= low*float64(l.box.Dy())
}

// slimness is how wide a sign is for its height.
func (c component) slimness() float64 { return float64(c.box.Dx()) / float64(c.box.Dy()) }

// cutSurest cuts a sign in as many parts as make the least sure of them surest.
func (c component) cutSurest(surely func(component) float32) []component {
	best, most := []component{c}, float32(0)
	for n := int(math.Ceil(c.slimness() / widest)); n <= int(c.slimness()/narrowest); n++ {
		parts, least := c.cut(n), float32(1)
		for _, part := range parts {
			least = min(least, surely(part))
		}
		if least > most {
			best, most = parts, least
		}
	}
	return best
}

func (c component) cut(n int) []component {
	columns := make([]int, c.box.Dx()+1)
	for _, r := range c.runs {
		for x := r.x0; x < r.x1; x++ {
			columns[x-c.box.Min.X]++
		}
	}
	var list []component
	from, reach := 0, c.box.Dx()/(4*n)+1
	for i := 1; i <= n; i++ {
		to := c.box.Dx() * i / n
		if i < n {
			to = thinnest(columns, to-reach, to+reach)
		}
		if part := c.between(c.box.Min.X+from, c.box.Min.X+to); part.area > 0 {
			list = append(list, part)
		}
		from = to
	}
	return list
}

// thinnest is the column with the least ink. A sign of a few pixels has fewer
// columns than are looked at.
func thinnest(columns []int, from, to int) int {
	from, to = max(from, 0), min(to, len(columns)-1)
	best := from
	for x := from; x <= to; x++ {
		if columns[x] < columns[best] {
			best = x
		}
	}
	return best
}

// between is the part of a sign from one column up to another.
func (c component) between(x0, x1 int) component {
	part := component{broken: c.broken}
	for _, r := range c.runs {
		r.x0, r.x1 = max(r.x0, x0), min(r.x1, x1)
		if r.x0 < r.x1 {
			part.runs = append(part.runs, r)
			part.area += r.x1 - r.x0
			part.box = part.box.Union(image.Rect(r.x0, r.y, r.x1, r.y+1))
		}
	}
	return part
}

const (
	// dotWidth, share of the height: a point is no narrower.
	dotWidth = 0.12
	// ground, share of the height: a point stands so near to the line of writing. The
	// bar of a 4 is higher.
	ground = 0.12
)

// dotted reports whether a sign may be a digit and a point that touches its foot: it is
// wider than digits are, and lies low at an end. 192.55 of a scan with 150 dots to the
// inch was read as 19255 by the recogniser and by its shapes.
func (l *textLine) dotted(c component) bool {
	height := float64(c.box.Dy())
	if float64(c.box.Dx()) <= digitWidth*height+spread*l.dpi/72 {
		return false
	}
	dot := int(dotWidth*height + 0.5)
	isDot := func(end component) bool {
		return end.area > 0 && float64(c.box.Max.Y-end.box.Min.Y) < low*height && float64(c.box.Max.Y-end.box.Max.Y) < ground*height
	}
	return isDot(c.between(c.box.Min.X, c.box.Min.X+dot)) || isDot(c.between(c.box.Max.X-dot, c.box.Max.X))
}
