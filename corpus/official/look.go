package official

import "github.com/xuri/excelize/v2"

// look is how a cell of a sheet looks.
type look struct {
	font     string
	size     float64
	left     bool
	bordered bool
	fill     string
	figure   bool // a number: made smaller where the column is too narrow for it
	whole    bool // a number without decimals, which is never written as 1E+05
}

// style is the number of a look in the book; it is made once.
func (s *sheet) style(l look) int {
	if number, known := s.styles[l]; known {
		return number
	}
	number, err := s.book.NewStyle(l.style())
	s.try(err)
	s.styles[l] = number
	return number
}

// plainWhole is the number that spreadsheets have for the format 0.
const plainWhole = 1

func (l look) style() *excelize.Style {
	style := &excelize.Style{
		Font:      &excelize.Font{Family: l.font, Size: l.size},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	}
	if l.left {
		style.Alignment.Horizontal = "left"
	}
	if l.figure {
		style.Alignment.WrapText, style.Alignment.ShrinkToFit = false, true
	}
	if l.whole {
		style.NumFmt = plainWhole
	}
	if l.fill != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.bordered {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	return style
}
