package scan

import "image"

// A stamp takes the thin line of a table away where it lies over it: two cells became
// one whose text was that of both (seed 7300, 007300).

const (
	// longestBridge, points: so much of a ruling a stroke of a stamp hides.
	longestBridge = 20.0
	// inAir, points: an end so far from every line across it is no end of a ruling.
	inAir = 2.0
	// rimGap, points: so little the rim of a stamp takes away where it only crosses a
	// ruling. At 150 dots to the inch it is 1 pt (992002).
	rimGap = 2.0
)

// bridged joins pieces of one line whose facing ends stand in the air, when both meet
// lines across them.
func bridged(list, across []component, dpi float64) []component {
	var whole []component
	for _, c := range list {
		at := -1
		for i := range whole {
			if isBridge(whole[i].box, c.box, across, dpi) {
				at = i
			}
		}
		if at < 0 {
			whole = append(whole, c)
			continue
		}
		whole[at] = whole[at].with(c)
	}
	return whole
}

// isBridge reports whether two pieces are of one ruling.
func isBridge(a, b image.Rectangle, across []component, dpi float64) bool {
	hole, ok := holeBetween(a, b)
	reach := pixels(inAir, dpi)
	if !ok || length(hole) > widestHole(a, b, dpi) || min(hole.Dx(), hole.Dy()) > pixels(thickLine, dpi) {
		return false
	}
	return !meetsAny(hole.Inset(-reach), across) && meetsAny(a, across) && meetsAny(b, across)
}

// widestHole is how long, in pixels, the hole between two pieces may be. Two pieces
// shorter than the side of a cell are strokes of characters, and one may be: those of
// 社会公 in a tight cell stand in a row between two rulings.
func widestHole(a, b image.Rectangle, dpi float64) int {
	side := pixels(sideLine, dpi)
	switch {
	case min(length(a), length(b)) >= side:
		return pixels(longestBridge, dpi)
	case max(length(a), length(b)) >= side:
		return pixels(rimGap, dpi)
	}
	return -1
}

// holeBetween is what lies between two pieces on the way from one to the other; false
// when they do not run along each other.
func holeBetween(a, b image.Rectangle) (image.Rectangle, bool) {
	both := a.Union(b)
	switch {
	case a.Dx() > a.Dy() && max(a.Min.X, b.Min.X) > min(a.Max.X, b.Max.X):
		return image.Rect(min(a.Max.X, b.Max.X), both.Min.Y, max(a.Min.X, b.Min.X), both.Max.Y), true
	case a.Dx() <= a.Dy() && max(a.Min.Y, b.Min.Y) > min(a.Max.Y, b.Max.Y):
		return image.Rect(both.Min.X, min(a.Max.Y, b.Max.Y), both.Max.X, max(a.Min.Y, b.Min.Y)), true
	}
	return image.Rectangle{}, false
}

func meetsAny(box image.Rectangle, lines []component) bool {
	for _, c := range lines {
		if box.Overlaps(c.box) {
			return true
		}
	}
	return false
}
