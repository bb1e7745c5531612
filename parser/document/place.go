package document

import (
	"encoding/json"
	"math"
)

// Place says where something stands in its file, so that a person can put a
// finger on it. Page formats fill Page and Box; DOCX and HTML fill Table, Row
// and Column for cells, Paragraph for paragraphs. All count from 1; 0 is unset.
type Place struct {
	Page      int `json:"page,omitempty"`
	Box       Box `json:"box,omitzero"`
	Paragraph int `json:"paragraph,omitempty"`
	Table     int `json:"table,omitempty"`
	Row       int `json:"row,omitempty"`
	Column    int `json:"column,omitempty"`
}

// Box is a rectangle in points (1/72 inch) from the top left of the page as
// displayed, y downwards: X0 ≤ X1, Y0 ≤ Y1. In JSON it is [x0, y0, x1, y1].
type Box struct{ X0, Y0, X1, Y1 float64 }

// Width of the box in points.
func (b Box) Width() float64 { return b.X1 - b.X0 }

// Height of the box in points.
func (b Box) Height() float64 { return b.Y1 - b.Y0 }

// Center of the box.
func (b Box) Center() (x, y float64) { return (b.X0 + b.X1) / 2, (b.Y0 + b.Y1) / 2 }

// Union is the smallest box around both; the zero Box counts as nothing.
func (b Box) Union(o Box) Box {
	switch {
	case b == Box{}:
		return o
	case o == Box{}:
		return b
	}
	return Box{min(b.X0, o.X0), min(b.Y0, o.Y0), max(b.X1, o.X1), max(b.Y1, o.Y1)}
}

// Contains reports whether the point lies in the box, edges included.
func (b Box) Contains(x, y float64) bool {
	return b.X0 <= x && x <= b.X1 && b.Y0 <= y && y <= b.Y1
}

// MarshalJSON writes [x0, y0, x1, y1], rounded to tenths of a point: finer
// than any printer, and the same on every machine.
func (b Box) MarshalJSON() ([]byte, error) {
	return json.Marshal([4]float64{tenth(b.X0), tenth(b.Y0), tenth(b.X1), tenth(b.Y1)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (b *Box) UnmarshalJSON(data []byte) error {
	var side [4]float64
	if err := json.Unmarshal(data, &side); err != nil {
		return err
	}
	*b = Box{side[0], side[1], side[2], side[3]}
	return nil
}

func tenth(x float64) float64 { return math.Round(x*10) / 10 }
