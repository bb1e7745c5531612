package workbook

import (
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/xuri/excelize/v2"
)

// Neither Excel nor LibreOffice fits the rows of a new file to wrapped text for
// certain, so their heights are worked out here.

// Heights in points: a line of 10-point letters, and the space around them.
const (
	lineHeight = 13.5
	rowPadding = 3
)

// wide measures text as a Chinese font sets it, where “ is as wide as a character.
var wide = runewidth.Condition{EastAsianWidth: true}

// height is how high a row must be for its text.
func (s *sheet) height(cells []excelize.Cell) float64 {
	most := 1
	for i, c := range cells[:min(len(cells), len(s.widths))] {
		if text, ok := c.Value.(string); ok {
			most = max(most, lines(text, int(s.widths[i])))
		}
	}
	return min(float64(most)*lineHeight+rowPadding, excelize.MaxRowHeight)
}

// lines is how many lines a text takes in a column.
func lines(text string, width int) int {
	number := 0
	for line := range strings.SplitSeq(text, "\n") {
		number++
		if w := wide.StringWidth(line); w > width { // a line that is broken is not filled to the end
			number += (w - 1) / max(width-1, 1)
		}
	}
	return number
}
