package layout

import (
	"cmp"
	"slices"
	"strings"

	"gouji/parser/document"
)

// Line is a run of glyphs on one base line, from left to right.
type Line struct {
	Glyphs []Glyph      `json:"-"`
	Text   string       `json:"text"`
	Raw    string       `json:"raw,omitempty"` // as in the file, when it differs
	Box    document.Box `json:"box"`
	Size   float64      `json:"size"` // the size of most of its glyphs, points
}

// Lines gathers glyphs into lines, from the top down. Glyphs that read in
// another direction than the frame's are gathered in their own, and follow.
func Lines(glyphs []Glyph, t Tolerances) []Line {
	var upright []Glyph
	var turned [4][]Glyph
	for _, g := range glyphs {
		if q := quarter(g.Angle); q == 0 {
			upright = append(upright, g)
		} else {
			turned[q] = append(turned[q], g)
		}
	}
	lines := uprightLines(upright, t)
	for q := 1; q < 4; q++ {
		lines = append(lines, turnedLines(turned[q], q, t)...)
	}
	return lines
}

func uprightLines(glyphs []Glyph, t Tolerances) []Line {
	var lines []Line
	for _, row := range rowsOfGlyphs(glyphs, t) {
		lines = append(lines, newLine(row, t))
	}
	return lines
}

// turnedLines gathers glyphs that stand q quarter turns clockwise.
func turnedLines(glyphs []Glyph, q int, t Tolerances) []Line {
	if len(glyphs) == 0 {
		return nil
	}
	f := frame{turn: q}
	turned := make([]Glyph, len(glyphs))
	for i, g := range glyphs {
		g.Box = f.in(g.Box)
		turned[i] = g
	}
	lines := uprightLines(turned, t)
	for i := range lines {
		lines[i].Box = f.out(lines[i].Box)
		for j := range lines[i].Glyphs {
			lines[i].Glyphs[j].Box = f.out(lines[i].Glyphs[j].Box)
		}
	}
	return lines
}

// rowsOfGlyphs parts glyphs by base line. A row's band is that of its tallest
// glyph, so that a comma or a raised quote joins the row it belongs to.
func rowsOfGlyphs(glyphs []Glyph, t Tolerances) [][]Glyph {
	sorted := slices.Clone(glyphs)
	slices.SortStableFunc(sorted, func(a, b Glyph) int {
		_, ay := a.Box.Center()
		_, by := b.Box.Center()
		return cmp.Compare(ay, by)
	})
	var rows [][]Glyph
	var band document.Box
	for _, g := range sorted {
		if n := len(rows); n > 0 && sameLine(band, g.Box, t) {
			rows[n-1] = append(rows[n-1], g)
			if g.Box.Height() > band.Height() {
				band = g.Box
			}
			continue
		}
		rows = append(rows, []Glyph{g})
		band = g.Box
	}
	return rows
}

func sameLine(a, b document.Box, t Tolerances) bool {
	overlap := min(a.Y1, b.Y1) - max(a.Y0, b.Y0)
	return overlap > t.LineOverlap*min(a.Height(), b.Height())
}

func newLine(glyphs []Glyph, t Tolerances) Line {
	slices.SortStableFunc(glyphs, func(a, b Glyph) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
	line := Line{Glyphs: glyphs, Size: commonSize(glyphs)}
	var text, raw strings.Builder
	for i, g := range glyphs {
		if i > 0 && spaceBetween(glyphs[i-1], g, t) {
			text.WriteByte(' ')
			raw.WriteByte(' ')
		}
		text.WriteRune(g.Rune)
		raw.WriteRune(cmp.Or(g.Raw, g.Rune))
		line.Box = line.Box.Union(g.Box)
	}
	line.Text = text.String()
	if raw.String() != line.Text {
		line.Raw = raw.String()
	}
	return line
}

// spaceBetween reports whether a person sees a space between two neighbours.
// Between two ideographs a gap is justification and no space.
func spaceBetween(a, b Glyph, t Tolerances) bool {
	if a.Rune >= 0x2E80 && b.Rune >= 0x2E80 {
		return false
	}
	return b.Box.X0-a.Box.X1 > t.Space*min(a.Size, b.Size)
}

// commonSize is the size that most of the glyphs have, in half points.
func commonSize(glyphs []Glyph) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, g := range glyphs {
		size := float64(int(g.Size*2+0.5)) / 2
		count[size]++
		if n := count[size]; n > count[best] || n == count[best] && size > best {
			best = size
		}
	}
	return best
}

// joinLines is the text of lines as a cell shows it, one under the other.
func joinLines(lines []Line) (text, raw string) {
	var texts, raws []string
	for _, l := range lines {
		texts = append(texts, l.Text)
		raws = append(raws, cmp.Or(l.Raw, l.Text))
	}
	text, raw = strings.Join(texts, "\n"), strings.Join(raws, "\n")
	if raw == text {
		raw = ""
	}
	return text, raw
}
