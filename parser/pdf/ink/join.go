package ink

import (
	"cmp"
	"math"
	"slices"

	"gouji/parser/layout"
)

// How pieces of one line are told, in points.
const (
	aligned  = 0.3 // pieces of a line stand no further apart across it
	touching = 0.6 // pieces with a smaller gap abut: cell borders, each a ruling of its own
	dash     = 12  // pieces no longer than this may be dashes,
	dashGap  = 6   // with gaps no longer than this between them
)

// track is a ruling seen along itself, whichever way it runs.
type track struct {
	across, from, to, width float64
	layout.Ruling
}

// joined puts together the dashes that one line was drawn in. Abutting pieces
// stay apart: where a program draws a border for each cell, the place where two
// borders meet is a column's edge, and in a table without vertical rulings the
// only trace of it. What stays a dot is dropped.
func joined(rulings []layout.Ruling) []layout.Ruling {
	var list []layout.Ruling
	for _, horizontal := range []bool{true, false} {
		for _, source := range []layout.Source{layout.Stroke, layout.Fill, layout.Shade} {
			tracks := tracksOf(rulings, horizontal, source)
			for _, t := range join(tracks) {
				if t.to-t.from >= shortest {
					list = append(list, t.ruling(horizontal))
				}
			}
		}
	}
	return list
}

func tracksOf(rulings []layout.Ruling, horizontal bool, source layout.Source) (list []track) {
	for _, r := range rulings {
		if r.Source != source || r.Horizontal() != horizontal && !isDot(r) {
			continue
		}
		t := track{from: r.Box.X0, to: r.Box.X1, across: (r.Box.Y0 + r.Box.Y1) / 2, width: r.Box.Height(), Ruling: r}
		if !horizontal {
			t.from, t.to, t.across, t.width = r.Box.Y0, r.Box.Y1, (r.Box.X0+r.Box.X1)/2, r.Box.Width()
		}
		list = append(list, t)
	}
	return list
}

// isDot reports whether a piece has no direction of its own: a dotted line is
// made of them, whichever way it runs.
func isDot(r layout.Ruling) bool { return max(r.Box.Width(), r.Box.Height()) < shortest }

// join sorts tracks across and along, and joins each with the last one it continues.
func join(tracks []track) []track {
	slices.SortStableFunc(tracks, func(a, b track) int { return cmp.Compare(a.across, b.across) })
	var list []track
	for len(tracks) > 0 {
		n := 1
		for n < len(tracks) && tracks[n].across-tracks[n-1].across <= aligned && tracks[n].across-tracks[0].across <= 2*aligned {
			n++
		}
		list = append(list, joinAligned(tracks[:n])...)
		tracks = tracks[n:]
	}
	return list
}

func joinAligned(tracks []track) (list []track) {
	slices.SortStableFunc(tracks, func(a, b track) int { return cmp.Compare(a.from, b.from) })
	piece := 0.0 // length of the last piece that was joined
	for _, t := range tracks {
		if len(list) > 0 && continues(list[len(list)-1], piece, t) {
			last := &list[len(list)-1]
			last.to = math.Max(last.to, t.to)
			last.width = math.Max(last.width, t.width)
		} else {
			list = append(list, t)
		}
		piece = t.to - t.from
	}
	return list
}

// continues reports whether t is the next dash of line, whose last one was so long.
func continues(line track, piece float64, t track) bool {
	gap := t.from - line.to
	return touching < gap && gap <= dashGap && piece <= dash && t.to-t.from <= dash
}

func (t track) ruling(horizontal bool) layout.Ruling {
	r, half := t.Ruling, t.width/2
	if horizontal {
		r.Box.X0, r.Box.X1, r.Box.Y0, r.Box.Y1 = t.from, t.to, t.across-half, t.across+half
	} else {
		r.Box.Y0, r.Box.Y1, r.Box.X0, r.Box.X1 = t.from, t.to, t.across-half, t.across+half
	}
	return r
}
