package scan

import "math"

const (
	// mostSkew, degrees: paper on a scanner's glass lies straighter than this.
	mostSkew = 4.0
	// coarse and fine, degrees: the steps in which the skew is looked for. At
	// the finer one a line across A4 rises by less than a pixel at 300 dpi.
	coarse, fine = 0.2, 0.02
	// thinning: every so many pixels in both directions are looked at.
	thinning = 2
)

// skewOf is the angle in degrees, clockwise as seen, by which the page must be
// turned to stand straight: the one at which ink falls most sharply into rows
// (Postl's criterion: the sum of squares of the rows' ink).
func skewOf(b *bitmap) float64 {
	var xs, ys []float64
	for y := 0; y < b.h; y += thinning {
		for x := 0; x < b.w; x += thinning {
			if b.ink[y*b.w+x] != 0 {
				xs, ys = append(xs, float64(x)), append(ys, float64(y))
			}
		}
	}
	if len(xs) == 0 {
		return 0
	}
	best := sharpest(xs, ys, b, -mostSkew, mostSkew, coarse)
	return math.Round(sharpest(xs, ys, b, best-coarse, best+coarse, fine)/fine) * fine
}

// sharpest tries the angles from one to another.
func sharpest(xs, ys []float64, b *bitmap, from, to, step float64) float64 {
	best, most := 0.0, -1.0
	rows := make([]float64, b.h+b.w)
	for angle := from; angle <= to+step/2; angle += step {
		clear(rows)
		slope := math.Tan(angle * math.Pi / 180)
		shift := math.Max(0, -slope*float64(b.w))
		for i := range xs {
			rows[int((ys[i]+slope*xs[i]+shift)/thinning)]++
		}
		sharp := 0.0
		for _, n := range rows {
			sharp += n * n
		}
		if sharp > most || sharp == most && math.Abs(angle) < math.Abs(best) {
			best, most = angle, sharp
		}
	}
	return best
}
