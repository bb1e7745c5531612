package scan

import (
	"image"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Lines of 28 pixels whose strokes reach into the next, beside figures of 24:
// 7.属于行 / 政执法案 / 卷 in a column of four characters.
func TestLinesWhosePrintOverlapsAreParted(t *testing.T) {
	cells := []image.Rectangle{image.Rect(0, 0, 100, 120), image.Rect(100, 0, 200, 120), image.Rect(200, 0, 300, 120)}
	lines := textLines(marks(
		image.Rect(10, 10, 38, 38), image.Rect(45, 12, 55, 42), // the second reaches below the first line
		image.Rect(10, 41, 38, 69), image.Rect(45, 41, 50, 73), image.Rect(55, 41, 73, 69),
		image.Rect(10, 72, 38, 100),
		image.Rect(110, 10, 128, 34),
		image.Rect(210, 10, 228, 34),
	), cells, 300)
	require.Len(t, lines, 5)
	for i, height := range []int{28, 28, 28, 24, 24} {
		assert.InDelta(t, height, lines[i].box.Dy(), 4, "line %d", i)
	}
}

func TestALargeDigitIsOneLine(t *testing.T) {
	cells := []image.Rectangle{image.Rect(0, 0, 100, 120), image.Rect(100, 0, 200, 120), image.Rect(200, 0, 300, 120)}
	lines := textLines(marks(image.Rect(10, 10, 40, 70), image.Rect(110, 10, 128, 34), image.Rect(210, 10, 228, 34)), cells, 300)
	require.Len(t, lines, 3)
}
