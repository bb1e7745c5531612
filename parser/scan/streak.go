package scan

// Dust under the lamp of a scanner draws a line down the whole page, over tables and
// margins alike: it is no ruling, and would part cells.

const (
	// streakEnd, share of the page's height: so near to both ends a streak comes. No
	// table reaches there, and where its picture was cut so tightly, its rulings do
	// not go on beyond it.
	streakEnd = 0.03
	// streakInk, share of the page's height: so much of a streak is seen as lines, the
	// rest is where print crosses it.
	streakInk = 0.6
)

// withoutStreaks parts the upright lines of a page of the height from the pieces of
// streaks. The tables are where long lines lie level.
func withoutStreaks(down, level []component, height int, dpi float64) (rulings, streaks []component) {
	first, last := height, 0
	for _, c := range level {
		first, last = min(first, c.box.Min.Y), max(last, c.box.Max.Y)
	}
	edge := int(streakEnd * float64(height))
	if first-edge < pixels(tail, dpi) || height-edge-last < pixels(tail, dpi) {
		return down, nil // the tables reach as far themselves
	}
	for _, c := range down {
		if isOfStreak(c, down, height, dpi) {
			streaks = append(streaks, c)
		} else {
			rulings = append(rulings, c)
		}
	}
	return rulings, streaks
}

// isOfStreak reports whether the lines above and below an upright one reach from one
// end of the page to the other with it.
func isOfStreak(c component, down []component, height int, dpi float64) bool {
	top, bottom, ink := height, 0, 0
	for _, o := range down {
		if abs(o.box.Min.X-c.box.Min.X) <= pixels(inLine, dpi) {
			top, bottom, ink = min(top, o.box.Min.Y), max(bottom, o.box.Max.Y), ink+o.box.Dy()
		}
	}
	edge := int(streakEnd * float64(height))
	return top <= edge && bottom >= height-edge && float64(ink) >= streakInk*float64(height)
}
