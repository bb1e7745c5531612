package ink

import (
	"math"

	"gouji/parser/document"
)

// Matrix is a PDF transformation [a b c d e f]: x' = ax + cy + e, y' = bx + dy + f.
type Matrix [6]float64

// Identity maps every point to itself.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// Then is the matrix that applies m first and n after it.
func (m Matrix) Then(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// Apply maps a point.
func (m Matrix) Apply(p Point) Point {
	return Point{m[0]*p.X + m[2]*p.Y + m[4], m[1]*p.X + m[3]*p.Y + m[5]}
}

// Scale is the mean factor by which m stretches lengths, as for a pen's width.
func (m Matrix) Scale() float64 {
	return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2]))
}

// Angle is the direction in which m turns a line of text, in whole tenths of a degree clockwise.
func (m Matrix) Angle() float64 {
	degrees := math.Atan2(m[1], m[0]) * 180 / math.Pi
	degrees = math.Round(degrees*10) / 10
	if degrees < 0 {
		degrees += 360
	}
	return degrees + 0 // no negative zero
}

// Box is the smallest upright box around the rectangle as m maps it.
func (m Matrix) Box(x0, y0, x1, y1 float64) document.Box {
	return Around(m.Apply(Point{x0, y0}), m.Apply(Point{x1, y0}), m.Apply(Point{x1, y1}), m.Apply(Point{x0, y1}))
}

// Point is a point of the page as displayed, or of whatever space a Matrix maps.
type Point struct{ X, Y float64 }

// Around is the smallest upright box around the points, of which there is one at least.
func Around(points ...Point) document.Box {
	b := document.Box{X0: points[0].X, Y0: points[0].Y, X1: points[0].X, Y1: points[0].Y}
	for _, p := range points[1:] {
		b.X0, b.X1 = min(b.X0, p.X), max(b.X1, p.X)
		b.Y0, b.Y1 = min(b.Y0, p.Y), max(b.Y1, p.Y)
	}
	return b
}

// Display maps a page's user space to the page as displayed: the visible
// rectangle's corner moves to the origin, y turns downwards, and the page is
// turned clockwise by quarters × 90 degrees.
func Display(left, bottom, right, top float64, quarters int) Matrix {
	switch quarters {
	case 1:
		return Matrix{0, 1, 1, 0, -bottom, -left}
	case 2:
		return Matrix{-1, 0, 0, 1, right, -bottom}
	case 3:
		return Matrix{0, -1, -1, 0, top, right}
	}
	return Matrix{1, 0, 0, -1, -left, top}
}

// Unmap is the smallest upright box that m maps to around the rectangle; ok is
// false when m is flat.
func (m Matrix) Unmap(x0, y0, x1, y1 float64) (b document.Box, ok bool) {
	area := m[0]*m[3] - m[1]*m[2]
	if math.Abs(area) < 1e-9 {
		return b, false
	}
	inverse := Matrix{m[3] / area, -m[1] / area, -m[2] / area, m[0] / area, 0, 0}
	inverse[4] = -(m[4]*inverse[0] + m[5]*inverse[2])
	inverse[5] = -(m[4]*inverse[1] + m[5]*inverse[3])
	return inverse.Box(x0, y0, x1, y1), true
}
