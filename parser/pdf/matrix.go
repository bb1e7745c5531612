package pdf

import (
	"math"

	"gouji/parser/document"
)

// matrix is a PDF transformation [a b c d e f]: x' = ax + cy + e, y' = bx + dy + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then is the matrix that applies m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(p point) point {
	return point{m[0]*p.x + m[2]*p.y + m[4], m[1]*p.x + m[3]*p.y + m[5]}
}

// scale is the mean factor by which m stretches lengths, as for a pen's width.
func (m matrix) scale() float64 {
	return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2]))
}

// box is the smallest upright box around the rectangle as m maps it.
func (m matrix) box(x0, y0, x1, y1 float64) document.Box {
	return around(m.apply(point{x0, y0}), m.apply(point{x1, y0}), m.apply(point{x1, y1}), m.apply(point{x0, y1}))
}

type point struct{ x, y float64 }

func around(points ...point) document.Box {
	b := document.Box{X0: points[0].x, Y0: points[0].y, X1: points[0].x, Y1: points[0].y}
	for _, p := range points[1:] {
		b.X0, b.X1 = min(b.X0, p.x), max(b.X1, p.x)
		b.Y0, b.Y1 = min(b.Y0, p.y), max(b.Y1, p.y)
	}
	return b
}

// display maps a page's user space to the page as displayed: the visible
// rectangle's corner moves to the origin, y turns downwards, and the page is
// turned clockwise by quarters × 90 degrees.
func display(left, bottom, right, top float64, quarters int) matrix {
	switch quarters {
	case 1:
		return matrix{0, 1, 1, 0, -bottom, -left}
	case 2:
		return matrix{-1, 0, 0, 1, right, -bottom}
	case 3:
		return matrix{0, -1, -1, 0, top, right}
	}
	return matrix{1, 0, 0, -1, -left, top}
}

// unmap is the smallest upright box that m maps to around the rectangle; ok is
// false when m is flat.
func (m matrix) unmap(x0, y0, x1, y1 float64) (b document.Box, ok bool) {
	area := m[0]*m[3] - m[1]*m[2]
	if math.Abs(area) < 1e-9 {
		return b, false
	}
	inverse := matrix{m[3] / area, -m[1] / area, -m[2] / area, m[0] / area, 0, 0}
	inverse[4] = -(m[4]*inverse[0] + m[5]*inverse[2])
	inverse[5] = -(m[4]*inverse[1] + m[5]*inverse[3])
	return inverse.box(x0, y0, x1, y1), true
}
