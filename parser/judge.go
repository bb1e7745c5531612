package parser

import (
	"fmt"
	"image"

	ocr "gouji/parser/scan"
)

// unlike is the probability below which a drawn digit is not taken for the one
// that the file says. The digits of all 100 text fonts at hand, italics included,
// have at least 0.3, those of sample reports 0.97; a digit that is said to be another
// is below in 98 of 100 pairs.
const unlike = 0.1

// judgeDigit says why the picture of a digit may not show the digit that the file
// says; empty when it may well.
func judgeDigit(said rune, picture *image.Gray) string {
	l := ocr.Compare(said, picture)
	switch {
	case !l.Drawn || l.Claimed >= unlike:
		return ""
	case l.Rival > 0.5:
		return fmt.Sprintf("字体里写作“%c”的字画出来像“%c”，文字和页面上看到的可能不一样", said, l.Other)
	}
	return fmt.Sprintf("字体里写作“%c”的字画出来不像这个数字，文字和页面上看到的可能不一样", said)
}
