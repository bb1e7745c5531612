package scan

import (
	"image"
)

const (
	// longLine, points: a straight line this long is a ruling; no stroke of a
	// character is, the largest titles being printed at 26 pt.
	longLine = 40.0
	// shortLine, points: a shorter one counts when it runs from one ruling to
	// another, such as the side of a single cell.
	shortLine = 7.0
	// besideLine, points, and crowded, share of its length: a ruling has white
	// at both sides; strokes of characters have other strokes.
	besideLine = 1.2
	crowded    = 0.2

	// thickLine, points: a ruling is no thicker, double rules included.
	thickLine = 4.0
	// lineGap, points: ink along a ruling may be missing for so long.
	lineGap = 0.7
	// tail, points: what of a ruling reaches beyond the last line that it meets
	// and is no longer than this is a stroke that happens to stand there.
	tail = 25.0
	// lineEnd, points: a short line's end may miss the ruling by so much. The
	// strokes of digits in tight rows end 1 pt from it.
	lineEnd = 0.5
	// pastLine, points: a short line may reach so far beyond a ruling that it ends at:
	// the grain of a shaded row prolongs it (880014). No print keeps so close to one.
	pastLine = 1.2
	// inLine, points: a short line goes on where a ruling stands above or below,
	// or left or right of it, at most so far aside.
	inLine = 1.5
	// sideLine, points: one that goes on from none is at least this long, the
	// side of a cell that is alone: higher than the digits of any table.
	sideLine = 13.0
)

// lines are the rulings of a page, in pixels, with the ink that they are made of.
type lines struct {
	horizontal, vertical []component
	streaks              []component // that are no rulings, but lines that dirt drew
}

// rulingsOf finds the lines of tables.
func rulingsOf(b *bitmap, dpi float64) lines {
	across := straight(b, dpi)
	down := straight(b.transposed(), dpi)
	for i := range down {
		down[i] = down[i].transposed()
	}
	surelyAcross, _ := long(across, dpi)
	var all lines
	down, all.streaks = withoutStreaks(down, surelyAcross, b.h, dpi)
	surelyDown, _ := long(down, dpi)
	across, down = bridged(across, surelyDown, dpi), bridged(down, surelyAcross, dpi)
	var shortAcross, shortDown []component
	all.horizontal, shortAcross = long(across, dpi)
	all.vertical, shortDown = long(down, dpi)
	trim(all.horizontal, all.vertical, dpi)
	trim(all.vertical, all.horizontal, dpi)
	for range 2 { // a short line may end at a short one
		shortAcross = all.takeShort(shortAcross, &all.horizontal, all.vertical, dpi)
		shortDown = all.takeShort(shortDown, &all.vertical, all.horizontal, dpi)
	}
	return all
}

func long(list []component, dpi float64) (long, short []component) {
	for _, c := range list {
		if length(c.box) >= pixels(longLine, dpi) {
			long = append(long, c)
		} else {
			short = append(short, c)
		}
	}
	return long, short
}

// trim cuts the tails off rulings.
func trim(list, across []component, dpi float64) {
	near := pixels(lineEnd, dpi)
	for i, c := range list {
		first, last := c.box.Max, c.box.Min // where it meets the first and the last
		for _, o := range across {
			if c.box.Inset(-near).Overlaps(o.box) {
				first.X, first.Y = min(first.X, o.box.Min.X), min(first.Y, o.box.Min.Y)
				last.X, last.Y = max(last.X, o.box.Max.X), max(last.Y, o.box.Max.Y)
			}
		}
		keep := c.box
		if c.box.Dx() >= c.box.Dy() {
			keep.Min.X, keep.Max.X = withoutTail(c.box.Min.X, c.box.Max.X, first.X, last.X, pixels(tail, dpi))
		} else {
			keep.Min.Y, keep.Max.Y = withoutTail(c.box.Min.Y, c.box.Max.Y, first.Y, last.Y, pixels(tail, dpi))
		}
		list[i] = c.within(keep)
	}
}

// withoutTail are the ends of a line that first and last meets others at two places,
// without tails of most pixels.
func withoutTail(from, to, first, last, most int) (int, int) {
	if first >= last {
		return from, to // it meets none
	}
	if first > from && first-from <= most {
		from = first
	}
	if last < to && to-last <= most {
		to = last
	}
	return from, to
}

// within is the part of a component in a box.
func (c component) within(box image.Rectangle) component {
	if c.box.In(box) {
		return c
	}
	part := component{box: box}
	for _, r := range c.runs {
		r.x0, r.x1 = max(r.x0, box.Min.X), min(r.x1, box.Max.X)
		if r.x0 < r.x1 && r.y >= box.Min.Y && r.y < box.Max.Y {
			part.runs, part.area = append(part.runs, r), part.area+r.x1-r.x0
		}
	}
	return part
}

// takeShort moves the lines that run from one ruling to another to the rulings.
func (l *lines) takeShort(short []component, to *[]component, across []component, dpi float64) (rest []component) {
	near, past := int(lineEnd*dpi/72), pixels(pastLine, dpi)
	for _, c := range short {
		c = c.within(cutAt(c.box, across, past))
		if touches(c.box, across, near) && (length(c.box) >= pixels(sideLine, dpi) || continues(c.box, *to, pixels(inLine, dpi))) {
			*to = append(*to, c)
		} else {
			rest = append(rest, c)
		}
	}
	return rest
}

// cutAt takes off what of a line reaches a little beyond one across it.
func cutAt(box image.Rectangle, across []component, past int) image.Rectangle {
	cut := box
	for _, c := range across {
		if !box.Overlaps(c.box) {
			continue
		}
		if box.Dx() >= box.Dy() {
			cut.Min.X, cut.Max.X = withoutTail(cut.Min.X, cut.Max.X, c.box.Min.X, c.box.Max.X, past)
		} else {
			cut.Min.Y, cut.Max.Y = withoutTail(cut.Min.Y, cut.Max.Y, c.box.Min.Y, c.box.Max.Y, past)
		}
	}
	return cut
}

// touches reports whether both ends of a line lie on lines across it.
func touches(box image.Rectangle, across []component, near int) bool {
	first, last := box, box
	if box.Dx() >= box.Dy() {
		first.Max.X, last.Min.X = box.Min.X+1, box.Max.X-1
	} else {
		first.Max.Y, last.Min.Y = box.Min.Y+1, box.Max.Y-1
	}
	met := [2]bool{}
	for _, c := range across {
		for i, end := range []image.Rectangle{first, last} {
			met[i] = met[i] || end.Inset(-near).Overlaps(c.box)
		}
	}
	return met[0] && met[1]
}

// continues reports whether a ruling runs along the line of another.
func continues(box image.Rectangle, rulings []component, aside int) bool {
	for _, c := range rulings {
		if box.Dx() >= box.Dy() && abs(c.box.Min.Y-box.Min.Y) <= aside || box.Dx() < box.Dy() && abs(c.box.Min.X-box.Min.X) <= aside {
			return true
		}
	}
	return false
}

func length(box image.Rectangle) int { return max(box.Dx(), box.Dy()) }

func abs(n int) int { return max(n, -n) }

// lineRuns are long runs of ink without gaps, three rows seen as one, since a line
// that is a little askew steps from row to row.
func lineRuns(b *bitmap, dpi float64) [][]run {
	least, gap := int(shortLine*dpi/72), int(lineGap*dpi/72)
	rows := make([][]run, b.h)
	thick := make([]uint8, b.w)
	for y := range b.h {
		for x := range b.w {
			thick[x] = b.ink[y*b.w+x]
			if y > 0 {
				thick[x] |= b.ink[(y-1)*b.w+x]
			}
			if y+1 < b.h {
				thick[x] |= b.ink[(y+1)*b.w+x]
			}
		}
		rows[y] = longRuns(thick, y, least, gap)
	}
	return rows
}

// straight finds the horizontal lines, long and short.
func straight(b *bitmap, dpi float64) []component {
	var list []component
	for _, whole := range componentsOf(lineRuns(b, dpi)) {
		for _, c := range whole.withoutStrokes(dpi) {
			if isThick(c, dpi) || c.box.Dx() < 3*c.box.Dy() {
				continue
			}
			if c = c.thinner(); c.box.Dx() >= pixels(longLine, dpi) || !crowdedBy(b, c.box, pixels(besideLine, dpi)) {
				list = append(list, c)
			}
		}
	}
	return list
}

// withoutStrokes takes the strokes of characters off a long ruling that they touch and
// make too thick: of a tight row the last line of a label stands on the ruling (660002).
func (c component) withoutStrokes(dpi float64) []component {
	if c.box.Dx() < pixels(longLine, dpi) || !isThick(c, dpi) {
		return []component{c}
	}
	rows := make([][]run, c.box.Max.Y)
	for _, r := range c.runs {
		if r.x1-r.x0 >= pixels(longLine, dpi) {
			rows[r.y] = append(rows[r.y], r)
		}
	}
	return componentsOf(rows)
}

// isThick reports whether a component is thicker than rulings are.
func isThick(c component, dpi float64) bool { return float64(c.box.Dy()) > thickLine*dpi/72+2 }

// crowdedBy reports whether there is ink close above or below a line, but for
// its ends, where others meet it.
func crowdedBy(b *bitmap, box image.Rectangle, beside int) bool {
	met, all := 0, 0
	for x := box.Min.X + beside; x < box.Max.X-beside; x++ {
		all++
		if b.at(x, box.Min.Y-beside) || b.at(x, box.Max.Y-1+beside) {
			met++
		}
	}
	return float64(met) > crowded*float64(all)
}

// thinner takes off the rows that seeing three as one added.
func (c component) thinner() component {
	if c.box.Dy() > 2 {
		c.box.Min.Y, c.box.Max.Y = c.box.Min.Y+1, c.box.Max.Y-1
	}
	return c
}

func longRuns(line []uint8, y, least, gap int) []run {
	var list []run
	for x := 0; x < len(line); x++ {
		if line[x] == 0 {
			continue
		}
		start, end := x, x
		for x < len(line) && x-end <= gap {
			if line[x] != 0 {
				end = x + 1
			}
			x++
		}
		if end-start >= least {
			list = append(list, run{y, start, end})
		}
	}
	return list
}

// transposed turns a component of a transposed bitmap back.
func (c component) transposed() component {
	t := component{area: c.area, box: image.Rect(c.box.Min.Y, c.box.Min.X, c.box.Max.Y, c.box.Max.X)}
	for _, r := range c.runs {
		for x := r.x0; x < r.x1; x++ {
			t.runs = append(t.runs, run{x, r.y, r.y + 1})
		}
	}
	return t
}

// erase takes the lines' ink away, and the grey at their sides.
func (l *lines) erase(b *bitmap, gray *image.Gray) {
	for _, list := range [][]component{l.horizontal, l.vertical, l.streaks} {
		for _, c := range list {
			for _, r := range c.runs {
				for y := max(0, r.y-1); y <= min(b.h-1, r.y+1); y++ {
					for x := max(0, r.x0-1); x < min(b.w, r.x1+1); x++ {
						b.ink[y*b.w+x] = 0
						gray.Pix[y*gray.Stride+x] = 0xFF
					}
				}
			}
		}
	}
}
