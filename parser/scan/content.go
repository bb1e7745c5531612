package scan

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// textLine is a line of print: in a cell, or of prose.
type textLine struct {
	box   image.Rectangle
	marks []component // from the left
	cell  int         // index of its cell; -1 for prose
	dpi   float64
	digit int // pixels: how high the clear digits of the page's cells are; 0 when not known
}

const (
	// speck, points: ink smaller than this in both directions is dirt. The dot
	// of a decimal in 7 pt print is 0.7 pt wide.
	speck = 0.6
	// prose is the cell of what stands in none.
	prose = -1
)

// textLines sorts the ink that is no ruling into lines.
func textLines(marks []component, cells []image.Rectangle, dpi float64) []textLine {
	within := map[int][]component{}
	for _, m := range marks {
		if least := speck * dpi / 72; float64(m.box.Dx()) < least && float64(m.box.Dy()) < least {
			continue
		}
		at := cellOf(m.box, cells)
		if at == prose && m.box.Dy() > pixels(longLine, dpi) || at != prose && remnant(m.box, cells[at], dpi) {
			continue // no print: the edge of the paper, a fold, a hole would make all lines beside it one
		}
		within[at] = append(within[at], m)
	}
	var list []textLine
	for at := prose; at < len(cells); at++ {
		list = append(list, linesOf(within[at], at, dpi)...)
	}
	return unfused(list)
}

const (
	// beside, points: no print keeps within it of a cell's edge. What is there
	// is left of a ruling that did not lie quite straight.
	beside = 2.0
	// sliver: such a rest is so many times longer than thick. The point of a
	// decimal may touch the line below it, and is round.
	sliver = 2.5
)

// remnant reports whether a mark is left over from its cell's rulings.
func remnant(mark, cell image.Rectangle, dpi float64) bool {
	w, h := float64(mark.Dx()), float64(mark.Dy())
	reach := pixels(beside, dpi)
	if w >= sliver*h && (mark.Max.Y <= cell.Min.Y+reach || mark.Min.Y >= cell.Max.Y-reach) {
		return true
	}
	return h >= sliver*w && (mark.Max.X <= cell.Min.X+reach || mark.Min.X >= cell.Max.X-reach)
}

func cellOf(box image.Rectangle, cells []image.Rectangle) int {
	middle := box.Min.Add(box.Size().Div(2))
	return slices.IndexFunc(cells, func(c image.Rectangle) bool { return middle.In(c) })
}

// linesOf parts ink that stands above each other: between lines there is a row
// without any.
func linesOf(marks []component, cell int, dpi float64) []textLine {
	slices.SortStableFunc(marks, func(a, b component) int { return cmp.Compare(a.box.Min.Y, b.box.Min.Y) })
	var list []textLine
	for _, m := range marks {
		last := len(list) - 1
		if last < 0 || m.box.Min.Y >= list[last].box.Max.Y {
			list = append(list, textLine{cell: cell, dpi: dpi})
			last++
		}
		list[last].box = list[last].box.Union(m.box)
		list[last].marks = append(list[last].marks, m)
	}
	list = rejoined(list, dpi)
	for i := range list {
		list[i].sort()
	}
	return list
}

func (l *textLine) sort() {
	slices.SortStableFunc(l.marks, func(a, b component) int { return cmp.Compare(a.box.Min.X, b.box.Min.X) })
}

// joined is a line with the marks of another.
func (l *textLine) joined(o *textLine) textLine {
	both := *l
	both.box = l.box.Union(o.box)
	both.marks = append(slices.Clone(l.marks), o.marks...)
	both.sort()
	return both
}

// crack, points: between the halves of a digit that broke across. Between lines
// of print there is more.
const crack = 0.8

// rejoined makes one line of the two halves of a line that broke across: the
// bar of a 5 in small print stands by itself.
func rejoined(lines []textLine, dpi float64) []textLine {
	var list []textLine
	for _, l := range lines {
		last := len(list) - 1
		if last >= 0 && halves(&list[last], &l, pixels(crack, dpi)) {
			list[last] = list[last].joined(&l)
			continue
		}
		list = append(list, l)
	}
	return list
}

const (
	// loose, share of the whole height: so far away the bar of a 5 may stand in
	// the smallest print, whose stem is lost. It is as flat as a dash.
	loose = 0.3
	// slender, share of the whole height: a 5 is no wider. A line of print is as
	// flat as its bar.
	slender = 0.75
)

func halves(above, below *textLine, gap int) bool {
	whole := float64(above.box.Union(below.box).Dy())
	widest := (slender + widest*float64(len(above.marks)-1)) * whole
	if above.isBars(whole) && float64(below.box.Dx()) <= widest {
		gap = max(gap, int(loose*whole))
	}
	return below.box.Min.Y-above.box.Max.Y <= gap && min(float64(above.box.Dy()), float64(below.box.Dy())) < low*whole
}

// isBars reports whether a line holds nothing but bars of 5s of the height.
func (l *textLine) isBars(height float64) bool {
	return !slices.ContainsFunc(l.marks, func(m component) bool {
		return m.box.Dx() < 2*m.box.Dy() || float64(m.box.Dx()) > slender*height
	})
}

const (
	// narrow, share of the line's height: a digit is no wider, a Chinese character is.
	narrow = 0.85
	// mostDigits is how many characters a figure has at most, with separators.
	mostDigits = 14
)

// figureLike reports whether the line may be a number: few separate signs, as
// narrow as digits are. A Chinese character is as wide as it is high, or comes
// apart in many pieces.
func (l *textLine) figureLike() bool {
	signs := l.signs()
	if l.cell == prose || len(signs) > mostDigits {
		return false
	}
	height := float64(max(l.box.Dy(), l.digit))
	for _, s := range signs {
		wide := float64(s.box.Dx()) > narrow*height
		dash := s.box.Dy()*3 < s.box.Dx()
		if wide && !dash || float64(s.box.Dy()) < 0.15*height && !dash && s.box.Dx() > s.box.Dy()*2 {
			return false
		}
	}
	return true
}

const (
	// low, share of the line's height: points, commas and dashes are no higher.
	low = 0.45
	// crumb, share of the line's height: between the pieces of a broken point
	// or dash. Between two points printed side by side there is more.
	crumb = 0.15
	// digitWidth, share of the digits' height: the widest are so wide. 11 takes 0.9 in
	// the narrowest of usual fonts, a point and a 1 take 0.76.
	digitWidth = 0.78
	// spread, points: so much wider a scan with 150 dots to the inch makes a sign.
	spread = 0.4
	// chip, share of the digits' height: what broke off a digit is nearer to it, a point
	// farther, 0.13 from a 4 and 0.28 from a 1.
	chip = 0.12
)

// signs joins the pieces of ink that are one sign: those that stand above each
// other, the two halves of a broken digit; low ones close beside each other, a point
// or a minus that faded to crumbs; and those that fit into one digit side by side, a
// 0 of a fax that lost its top and bottom, the ball of a 5.
func (l *textLine) signs() []component {
	if l.isOneDigit() {
		return []component{l.whole()}
	}
	var list []component
	for _, m := range l.marks {
		last := len(list) - 1
		switch {
		case last >= 0 && (above(list[last], m) || l.crumbs(list[last], m)):
			list[last] = list[last].with(m)
		case last >= 0 && l.shareDigit(list[last], m):
			list[last] = list[last].with(m)
			list[last].broken = true
		default:
			list = append(list, m)
		}
	}
	return list
}

// shareDigit reports whether two pieces fit into one digit. A low one that keeps
// away from the other is a point.
func (l *textLine) shareDigit(a, b component) bool {
	if l.isOne(a) && l.isOne(b) {
		return false
	}
	height := float64(max(l.baseline()-l.box.Min.Y, l.digit))
	lower := min(float64(a.box.Dy()), float64(b.box.Dy()))
	if lower < low*height && float64(b.box.Min.X-a.box.Max.X) > chip*height {
		return false
	}
	return b.box.Max.X-a.box.Min.X <= l.digitWide(height)
}

// digitWide, pixels, is how wide a digit of the height is at most.
func (l *textLine) digitWide(height float64) int {
	return int(digitWidth*height + spread*l.dpi/72)
}

func above(a, b component) bool {
	overlap := min(a.box.Max.X, b.box.Max.X) - max(a.box.Min.X, b.box.Min.X)
	return 2*overlap > min(a.box.Dx(), b.box.Dx())
}

func (l *textLine) crumbs(a, b component) bool {
	height := float64(l.box.Dy())
	return float64(a.box.Dy()) < low*height && float64(b.box.Dy()) < low*height && float64(b.box.Min.X-a.box.Max.X) < crumb*height
}

func (c component) with(o component) component {
	return component{c.box.Union(o.box), c.area + o.area, append(slices.Clone(c.runs), o.runs...), c.broken || o.broken}
}

// pixels turns a length in points into pixels.
func pixels(points, dpi float64) int { return int(math.Round(points * dpi / 72)) }
