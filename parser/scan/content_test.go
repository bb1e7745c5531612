package scan

import (
	"image"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// marks are blocks of ink.
func marks(boxes ...image.Rectangle) []component {
	var list []component
	for _, b := range boxes {
		c := component{box: b, area: b.Dx() * b.Dy()}
		for y := b.Min.Y; y < b.Max.Y; y++ {
			c.runs = append(c.runs, run{y, b.Min.X, b.Max.X})
		}
		list = append(list, c)
	}
	return list
}

var cell = []image.Rectangle{image.Rect(0, 0, 300, 120)}

func TestLinesOfACell(t *testing.T) {
	lines := textLines(marks(
		image.Rect(40, 20, 60, 50), image.Rect(20, 21, 38, 50), // a line
		image.Rect(20, 70, 38, 100),   // another
		image.Rect(400, 20, 420, 50),  // beside the table
		image.Rect(100, 40, 101, 41),  // dirt
		image.Rect(30, 115, 120, 118), // what is left of the line below
	), cell, 300)
	require.Len(t, lines, 3)
	assert.Equal(t, prose, lines[0].cell)
	require.Len(t, lines[1].marks, 2)
	assert.Equal(t, 20, lines[1].marks[0].box.Min.X, "from the left")
	assert.Equal(t, image.Rect(20, 70, 38, 100), lines[2].box)
}

func TestTheEdgeOfThePaperJoinsNoLines(t *testing.T) {
	lines := textLines(marks(image.Rect(0, 0, 4, 400), image.Rect(400, 20, 420, 50), image.Rect(400, 80, 420, 110)), cell, 300)
	require.Len(t, lines, 2)
	assert.Len(t, lines[0].marks, 1)
}

func TestADecimalPointOnTheRulingStays(t *testing.T) {
	lines := textLines(marks(image.Rect(20, 80, 40, 118), image.Rect(44, 112, 50, 118), image.Rect(54, 80, 74, 118)), cell, 300)
	require.Len(t, lines, 1)
	assert.Len(t, lines[0].marks, 3)
}

func TestTheBarOfAFiveIsOfItsLine(t *testing.T) {
	five := marks(image.Rect(22, 20, 33, 24), image.Rect(20, 28, 35, 43)) // in 5 pt print, its stem lost
	assert.Len(t, textLines(five, cell, 300), 1)
	two := marks(image.Rect(22, 20, 33, 24), image.Rect(42, 20, 53, 24), image.Rect(20, 28, 35, 43), image.Rect(40, 28, 55, 43))
	assert.Len(t, textLines(two, cell, 300), 1, "55")
	wrapped := marks(image.Rect(22, 20, 33, 24), image.Rect(20, 34, 35, 49))
	assert.Len(t, textLines(wrapped, cell, 300), 2, "a dash over a figure")
	label := marks(image.Rect(20, 20, 99, 40), image.Rect(20, 47, 99, 85)) // of two lines, the first 二
	assert.Len(t, textLines(label, cell, 300), 2, "a flat line over another")
}

func TestCrumbsAreOneSign(t *testing.T) {
	line := textLines(marks(
		image.Rect(10, 34, 14, 37), image.Rect(16, 34, 20, 37), image.Rect(22, 34, 26, 37), // a minus that faded
		image.Rect(34, 20, 52, 50),
		image.Rect(60, 20, 78, 34), image.Rect(60, 36, 78, 50), // a digit broken across
	), cell, 300)[0]
	signs := line.signs()
	require.Len(t, signs, 3)
	sign, _ := punctuation(signs[0], &line)
	assert.Equal(t, '-', sign)
	assert.Len(t, line.parted(nil), 3, "a minus is wide for its height, and one sign")
}

func TestCommasReachBelowTheDigits(t *testing.T) {
	digit, point, comma := image.Rect(10, 20, 30, 52), image.Rect(34, 46, 40, 52), image.Rect(34, 46, 40, 57)
	for small, want := range map[image.Rectangle]rune{point: '.', comma: ','} {
		line := textLines(marks(digit, small), cell, 300)[0]
		sign, sure := punctuation(line.marks[1], &line)
		assert.Equal(t, want, sign)
		assert.Equal(t, certain, sure)
	}
}

func TestABrokenFiveIsOneLine(t *testing.T) {
	lines := textLines(marks(image.Rect(20, 20, 38, 24), image.Rect(20, 26, 38, 50)), cell, 300)
	require.Len(t, lines, 1)
	assert.Len(t, lines[0].signs(), 1)
}

// A fax loses the thin strokes of small print.
func TestPiecesThatFitIntoADigitAreOneSign(t *testing.T) {
	for _, test := range []struct {
		name  string
		boxes []image.Rectangle
		want  int
	}{
		{"a 0 without top and bottom", []image.Rectangle{image.Rect(20, 20, 28, 40), image.Rect(30, 20, 37, 40)}, 1},
		{"a 5 and its ball", []image.Rectangle{image.Rect(20, 34, 24, 40), image.Rect(25, 20, 36, 40)}, 1},
		{"11 in a narrow font", []image.Rectangle{image.Rect(20, 20, 26, 40), image.Rect(33, 20, 39, 40)}, 2},
		{"a point and a 1", []image.Rectangle{image.Rect(20, 36, 23, 40), image.Rect(28, 20, 34, 40)}, 2},
	} {
		line := textLines(marks(test.boxes...), cell, 300)[0]
		signs := line.signs()
		assert.Len(t, signs, test.want, test.name)
		assert.Equal(t, test.want == 1, signs[0].broken, test.name)
	}
}

// Both characters of 规章 in 9 pt, which touch, are twice as long as high, and no dash.
func TestADashIsThin(t *testing.T) {
	for box, want := range map[image.Rectangle]rune{image.Rect(20, 50, 50, 54): '-', image.Rect(20, 30, 95, 66): 0} {
		line := textLines(marks(box), cell, 300)[0]
		sign, _ := punctuation(line.marks[0], &line)
		assert.Equal(t, want, sign, "%v", box)
	}
}

func TestAHyphenThatSmearedStandsInTheMiddle(t *testing.T) {
	line := textLines(marks(image.Rect(10, 32, 18, 38), image.Rect(30, 20, 48, 50)), cell, 300)[0]
	sign, _ := punctuation(line.marks[0], &line)
	assert.Equal(t, '-', sign)
}

func TestWhatMayBeAFigure(t *testing.T) {
	figure := textLines(marks(image.Rect(20, 20, 38, 50), image.Rect(40, 20, 58, 50)), cell, 300)[0]
	assert.True(t, figure.figureLike())
	character := textLines(marks(image.Rect(20, 20, 52, 50)), cell, 300)[0]
	assert.False(t, character.figureLike(), "as wide as high")
}

func TestTouchingDigitsAreParted(t *testing.T) {
	two := marks(image.Rect(0, 0, 18, 30))[0].with(marks(image.Rect(20, 0, 38, 30))[0]).with(marks(image.Rect(18, 14, 20, 16))[0])
	parts := (&textLine{box: two.box, marks: []component{two}}).parted(nil)
	require.Len(t, parts, 2)
	assert.InDelta(t, 19, parts[0].box.Max.X, 2)
}

// Two wide digits that touch are as wide as three usual ones: the net is asked.
func TestTouchingDigitsArePartedAsTheyAreSurest(t *testing.T) {
	two := joined(marks(image.Rect(0, 0, 20, 25), image.Rect(20, 12, 21, 14), image.Rect(21, 0, 41, 25)))
	line := &textLine{box: two.box, marks: []component{two}}
	assert.Len(t, line.parted(nil), 3)
	assert.Len(t, line.parted(func(c component) float32 { return min(float32(c.box.Dx()), 20) / 20 }), 2)
}

// What is read on the sheet is found on the line that it came from.
func TestStripsComeBack(t *testing.T) {
	page := paper()
	strips := []strip{
		{lines: []int{4, 5}, from: []image.Rectangle{image.Rect(0, 0, 60, 30), image.Rect(0, 40, 60, 70)}},
		{lines: []int{7}, from: []image.Rectangle{image.Rect(100, 0, 160, 30)}},
	}
	sheetOf(page, strips, 0, 300)
	var read []symbol
	for _, s := range strips {
		for _, to := range s.to {
			read = append(read, symbol{text: "字", box: to.Inset(5)})
		}
	}
	all := back(strips, read)
	require.Len(t, all[0], 2)
	require.Len(t, all[1], 1)
	assert.Equal(t, []int{4, 5, 7}, []int{all[0][0].line, all[0][1].line, all[1][0].line})
}

// 192.55 was read as 19255: the point touched the foot of the 2.
func TestAPointThatTouchesADigit(t *testing.T) {
	dotted := func(pieces ...image.Rectangle) bool {
		sign := joined(marks(pieces...))
		return (&textLine{box: sign.box, marks: []component{sign}, dpi: 300}).dotted(sign)
	}
	digit := image.Rect(10, 0, 25, 25)
	assert.True(t, dotted(digit, image.Rect(25, 20, 33, 25)), "2.")
	assert.True(t, dotted(image.Rect(2, 20, 10, 25), digit), ".5")
	assert.False(t, dotted(digit), "2")
	assert.False(t, dotted(digit, image.Rect(25, 20, 29, 25)), "a 2 with a long foot is no wider than digits are")
	assert.False(t, dotted(digit, image.Rect(25, 16, 33, 19)), "a wide 4")
	assert.False(t, dotted(digit, image.Rect(25, 5, 33, 25)), "two digits that touch are parted elsewhere")
}
