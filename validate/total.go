package validate

import (
	"strconv"

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

// amountPlaces is how many decimals of a number are kept: amounts in 万元 to the
// hundredth of a yuan. It cuts the tail that adding binary fractions leaves.
const amountPlaces = 6

// Round cuts a sum or a difference of figures to what counts. It goes by decimal
// digits: 576467737829 times a million is not exact in binary, and came back less.
func Round(v float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', amountPlaces, 64), 64) // reads what was just written
	return rounded + 0                                                                  // of -0 this makes 0
}

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
	t.Value = Round(t.Value)
	return t
}

// Number writes a figure plainly: 3120, 26.55, without a floating tail.
func Number(v float64) string { return strconv.FormatFloat(Round(v), 'f', -1, 64) }
