package validate

import (
	"math"

	"gouji/parser"
)

// Total is one cell of the form added up over the reports of several units. A
// number that was not read for sure is not added, nor is anything put in its
// place: then Value is what the others have together, and not the sum.
type Total struct {
	Value float64
	Added []int // the reports that are in Value, by index
	Left  []int // those that are not: no report, no such cell, no number, or a doubtful one
}

// Whole reports whether Value is the sum over all of the reports.
func (t *Total) Whole() bool { return len(t.Left) == 0 }

// amountPlaces keeps a total of amounts in 万元 to the hundredth of a yuan, so that
// adding binary fractions leaves no tail.
const amountPlaces = 1e6

// AddUp adds up the cell of the id. A unit without a report stands as nil.
func AddUp(id string, reports []*parser.Report) Total {
	var t Total
	for i, r := range reports {
		value, sure := 0.0, false
		if r != nil {
			value, sure = r.Figure(id).Sure()
		}
		if !sure {
			t.Left = append(t.Left, i)
			continue
		}
		t.Added = append(t.Added, i)
		t.Value += value
	}
	t.Value = math.Round(t.Value*amountPlaces) / amountPlaces
	return t
}
