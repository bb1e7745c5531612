package scan

import "slices"

// fewestClear digits tell how high those of a page are: of fewer, some may be
// characters that the net takes for digits.
const fewestClear = 5

// settle lets the clear digits of the page tell what is one digit among the faint
// ones: a fax breaks a 0 of small print into strokes and crumbs, which are lower than
// it was, or stand above each other like two lines.
func (r *reader) settle() {
	height := r.digitHeight()
	if height == 0 {
		return
	}
	r.clear = fewOf(r.clearDigits())
	r.lines = dusted(within(r.lines, height), height)
	for i := range r.lines {
		r.lines[i].digit = height
	}
}

// digitHeight, pixels, is the median of the digits in the page's cells that are clear;
// 0 where they are too few.
func (r *reader) digitHeight() int {
	var heights []int
	for _, d := range r.clearDigits() {
		heights = append(heights, d.ink.h)
	}
	if len(heights) < fewestClear {
		return 0
	}
	slices.Sort(heights)
	return heights[len(heights)/2]
}

// clearDigits are the signs of the page's cells that are digits for certain.
func (r *reader) clearDigits() []clearDigit {
	var list []clearDigit
	for i := range r.lines {
		l := &r.lines[i]
		if !l.figureLike() {
			continue
		}
		t := tonesOf(r.gray, l.box)
		for _, c := range l.signs() {
			if sign, sure := r.sign(c, l, t); sure == certain && '0' <= sign && sign <= '9' {
				list = append(list, newClearDigit(sign, c))
			}
		}
	}
	return list
}

// fewOf are no more of each digit than are worth comparing with.
func fewOf(digits []clearDigit) []clearDigit {
	kept := map[rune]int{}
	return slices.DeleteFunc(digits, func(d clearDigit) bool {
		kept[d.sign]++
		return kept[d.sign] > mostAlike
	})
}

// overshoot, times the usual height of digits: round ones are so much higher.
const overshoot = 1.1

// within makes one line of those of a cell that fit into the height of a digit: no
// two lines of print do.
func within(lines []textLine, height int) []textLine {
	var list []textLine
	most := int(overshoot * float64(height))
	for _, l := range lines {
		last := len(list) - 1
		if last >= 0 && l.cell != prose && list[last].cell == l.cell && list[last].box.Union(l.box).Dy() <= most {
			list[last] = list[last].joined(&l)
			continue
		}
		list = append(list, l)
	}
	return list
}

const (
	// dust, share of the height of digits: pieces smaller than this in both directions
	// are no line of print. JPEG leaves them where a stamp was taken away.
	dust = 0.25
	// upright, share of the height of digits: a line of figures is so high, or higher.
	upright = 0.75
)

// dusted leaves out the dust above and below the print of a cell: a 0 at the rim of a
// stamp was read as 0 and, below it, 6.
func dusted(lines []textLine, height int) []textLine {
	printed := map[int]bool{}
	for _, l := range lines {
		printed[l.cell] = printed[l.cell] || float64(l.box.Dy()) >= upright*float64(height)
	}
	return slices.DeleteFunc(lines, func(l textLine) bool {
		return l.cell != prose && printed[l.cell] && l.isDust(dust*float64(height))
	})
}

// isDust reports whether all marks of a line are smaller than so many pixels.
func (l *textLine) isDust(size float64) bool {
	return !slices.ContainsFunc(l.marks, func(m component) bool { return float64(max(m.box.Dx(), m.box.Dy())) > size })
}

// flat: a dash is so many times wider than high, or more. What is left of a digit is
// less.
const flat = 2.5

// isOneDigit reports whether the pieces of a line fit into one digit of the page all
// together, and are no dash. There is no point then, either: nothing stands before it.
func (l *textLine) isOneDigit() bool {
	w, h := l.box.Dx(), l.box.Dy()
	if len(l.marks) == 2 && l.isOne(l.marks[0]) && l.isOne(l.marks[1]) {
		return false
	}
	return l.digit > 0 && len(l.marks) > 1 && w <= l.digitWide(float64(l.digit)) && float64(w) < flat*float64(h)
}

const (
	// full, share of the height of digits: the sides of a 0 that lost its top and bottom
	// are lower.
	full = 0.93
	// slim, share of its height: a 1 that lost its serifs, or has none, is no wider. The
	// side of a 0 that is as high as it was bends as far as its middle.
	slim = 0.3
)

// isOne reports whether a piece may be a 1: it is as high as the digits of the page. Two
// of them fit into one digit where their serifs are lost, and are 11.
func (l *textLine) isOne(c component) bool {
	return l.digit > 0 && float64(c.box.Dy()) >= full*float64(l.digit) && c.slimness() <= slim
}

// whole are all marks of a line as one sign.
func (l *textLine) whole() component {
	all := l.marks[0]
	for _, m := range l.marks[1:] {
		all.broken = all.broken || !above(all, m)
		all = all.with(m)
	}
	return all
}
