package workbook

import "github.com/xuri/excelize/v2"

// look is how a cell is drawn.
type look int

// The looks, in the order of legend.
const (
	plain look = iota
	title
	note
	head
	headWide  // above many columns: on the left, where one sees it
	headFaint // of the labels on 说明
	centred
	number
	percent
	link
	faint // a consequence, a word of less weight
	good
	isError
	isWarning
	isInfo
	faultSuspect // the cell whose change settles what is broken
	faultError
	faultWarning
	faultInfo
	doubted
	isBlank
	isDash
	isBad
	isAbsent
	looks // how many there are
)

// Colours of fills are pale enough to read black on them in print, and differ in
// brightness for those who do not see red and green.
const (
	ink       = "1F2933"
	grey      = "7B8794"
	line      = "CBD2D9"
	deep      = "1F4E79"
	red       = "F4B6B6"
	strongRed = "E8594F"
	yellow    = "FFE699"
	blue      = "DDEBF7"
	orange    = "F8CBAD"
	green     = "E2F0D9"
	violet    = "D9C6EC"
	mist      = "E4E7EB"
)

// face is the font: every Windows with Chinese has it, WPS and LibreOffice know it.
const face = "宋体"

// wholePercent is the number format 0% as Excel numbers it.
const wholePercent = 9

// style is a look as excelize takes it.
func (l look) style() *excelize.Style {
	s := &excelize.Style{Font: &excelize.Font{Family: face, Size: 10, Color: ink}, Border: frame(),
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	switch l {
	case title:
		s.Font.Size, s.Font.Bold, s.Font.Color, s.Border = 16, true, deep, nil
		s.Alignment = &excelize.Alignment{Vertical: "center"}
	case note:
		s.Font.Color, s.Border, s.Alignment.WrapText = grey, nil, false
	case head, headWide:
		s.Font.Bold, s.Font.Color, s.Fill = true, "FFFFFF", fill(deep)
		s.Alignment.Horizontal, s.Alignment.Vertical = "center", "center"
		if l == headWide {
			s.Alignment.Horizontal = "left"
		}
	case centred:
		s.Alignment.Horizontal = "center"
	case headFaint:
		s.Font.Bold, s.Fill = true, fill(mist)
		s.Alignment.Horizontal, s.Alignment.Vertical = "center", "center"
	case number:
		s.Alignment.Horizontal = "right"
	case percent:
		s.Alignment.Horizontal, s.NumFmt = "right", wholePercent
	case link:
		s.Font.Color, s.Font.Underline = "0563C1", "single"
	case faint:
		s.Font.Color = grey
	default:
		l.mark(s)
	}
	return s
}

// marks are the fills of cells that say something by their colour.
var marks = map[look]string{good: green, isError: red, isWarning: yellow, isInfo: blue,
	faultSuspect: strongRed, faultError: red, faultWarning: yellow, faultInfo: blue,
	doubted: orange, isBad: violet, isAbsent: mist}

// mark colours a style.
func (l look) mark(s *excelize.Style) {
	if colour := marks[l]; colour != "" {
		s.Fill = fill(colour)
	}
	switch l {
	case faultSuspect:
		s.Font.Bold = true
	case doubted:
		s.Font.Italic = true
	case isBlank, isDash:
		s.Font.Color = grey
	}
	if l >= faultSuspect {
		s.Alignment.Horizontal = "right"
	}
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func frame() []excelize.Border {
	var sides []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		sides = append(sides, excelize.Border{Type: side, Color: line, Style: 1})
	}
	return sides
}
