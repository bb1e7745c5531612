package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// sheet is a worksheet that is written row by row.
type sheet struct {
	name   string
	book   *book
	out    *excelize.StreamWriter
	widths []float64 // of its columns, in digits of the font
	row    int       // the last that was written
	heads  int       // rows above the data
	max    int       // rows that it may have
	left   int       // rows that the sheet had no room for
}

// layout is what a sheet needs to know before its first row.
type layout struct {
	name   string
	widths []float64 // of its columns, in digits of the font
	heads  int       // rows that stay when one scrolls down, the last of them filtered by; 0 for none
	frozen int       // columns that stay when one scrolls to the right
	paper  int       // PaperA4 or PaperA3
	tab    string    // colour
	// narrow sheets are printed on the width of one page.
	narrow bool
	// folded are the columns that can be folded away, for the column right of them.
	folded func(column int) bool
}

// Sizes of paper, as Excel numbers them.
const (
	paperA3 = 8
	paperA4 = 9
)

func (b *book) sheet(l layout) (*sheet, error) {
	s := &sheet{name: l.name, book: b, widths: l.widths, heads: l.heads, max: excelize.TotalRows}
	b.sheets = append(b.sheets, s)
	if _, err := b.file.NewSheet(l.name); err != nil {
		return nil, err
	}
	if err := s.print(l); err != nil {
		return nil, err
	}
	var err error
	if s.out, err = b.file.NewStreamWriter(l.name); err != nil {
		return nil, err
	}
	return s, s.columns(l)
}

// print sets up how the sheet is printed. Some of it stands at the head of the
// worksheet's XML, so it comes before the stream.
func (s *sheet) print(l layout) error {
	f, no, fit, pages := s.book.file, false, l.narrow, 0
	if err := f.SetSheetProps(l.name, &excelize.SheetPropsOptions{FitToPage: &fit, TabColorRGB: &l.tab,
		OutlineSummaryBelow: &no}); err != nil {
		return err
	}
	if err := f.SetSheetDimension(l.name, ""); err != nil { // a new sheet says A1, and some readers believe it
		return err
	}
	orientation, one, scale, over := "landscape", 1, uint(60), "overThenDown"
	layout := &excelize.PageLayoutOptions{Size: &l.paper, Orientation: &orientation, PageOrder: &over}
	if fit {
		layout.FitToWidth, layout.FitToHeight = &one, &pages
	} else {
		layout.AdjustTo = &scale
	}
	if err := f.SetPageLayout(l.name, layout); err != nil {
		return err
	}
	edge, deep, foot := 0.4, 0.6, 0.3 // inches
	if err := f.SetPageMargins(l.name, &excelize.PageLayoutMarginsOptions{Left: &edge, Right: &edge, Top: &edge, Bottom: &deep, Header: &foot, Footer: &foot}); err != nil {
		return err
	}
	return f.SetHeaderFooter(l.name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&C第 &P 页，共 &N 页"})
}

func (s *sheet) columns(l layout) error {
	for from := 0; from < len(l.widths); { // columns of one width at once: excelize copies all it knows each time
		until := from + 1
		for until < len(l.widths) && l.widths[until] == l.widths[from] {
			until++
		}
		if err := s.out.SetColWidth(from+1, until, l.widths[from]); err != nil {
			return err
		}
		from = until
	}
	for i := range l.widths {
		if l.folded == nil || !l.folded(i+1) {
			continue
		}
		if err := s.out.SetColOutlineLevel(i+1, 1); err != nil {
			return err
		}
	}
	return s.freeze(l)
}

// freeze keeps the heads in sight, on the screen and on every printed page.
func (s *sheet) freeze(l layout) error {
	if l.heads == 0 {
		return nil
	}
	panes := &excelize.Panes{Freeze: true, XSplit: l.frozen, YSplit: l.heads, TopLeftCell: at(l.frozen+1, l.heads+1), ActivePane: "bottomRight"}
	if err := s.out.SetPanes(panes); err != nil {
		return err
	}
	titles := fmt.Sprintf("'%s'!$1:$%d", l.name, l.heads)
	if !l.narrow {
		titles = fmt.Sprintf("'%s'!$A:$%s,%s", l.name, letters(l.frozen), titles)
	}
	return s.book.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: l.name, RefersTo: titles})
}

// full reports whether the sheet has no room for another row; then it counts the
// one that is left out.
func (s *sheet) full() bool {
	if s.row < s.max {
		return false
	}
	s.left++
	return true
}

// add writes a row, as high as its longest text needs unless told otherwise. Rows
// that the sheet has no room for are counted.
func (s *sheet) add(cells []excelize.Cell, options ...excelize.RowOpts) error {
	if s.full() {
		return nil
	}
	s.row++
	option := excelize.RowOpts{}
	if len(options) > 0 {
		option = options[0]
	}
	if option.Height == 0 {
		option.Height = s.height(cells)
	}
	row := make([]any, len(cells))
	for i, c := range cells {
		row[i] = c
	}
	return s.out.SetRow(at(1, s.row), row, option)
}

// merge joins the cells of a rectangle.
func (s *sheet) merge(left, top, right, bottom int) error {
	if left == right && top == bottom {
		return nil
	}
	return s.out.MergeCell(at(left, top), at(right, bottom))
}

// titled writes what stands above the head: the sheet's title and a line about it.
func (s *sheet) titled(text, about string) error {
	if err := s.add([]excelize.Cell{s.book.text(title, text)}, excelize.RowOpts{Height: 28}); err != nil {
		return err
	}
	return s.add([]excelize.Cell{s.book.text(note, about)}, excelize.RowOpts{Height: 16})
}

// headed writes a row of heads, its height in points.
func (s *sheet) headed(height float64, words ...string) error {
	var cells []excelize.Cell
	for _, word := range words {
		cells = append(cells, s.book.text(head, word))
	}
	return s.add(cells, excelize.RowOpts{Height: height})
}

// finish ends the sheet. Its filter is set here, when the last row is known.
func (s *sheet) finish() error {
	if s.heads > 0 && s.row > s.heads {
		if err := s.book.file.AutoFilter(s.name, at(1, s.heads)+":"+at(len(s.widths), s.row), nil); err != nil {
			return err
		}
	}
	return s.out.Flush()
}

// at is a cell's name: B7.
func at(column, row int) string { return letters(column) + fmt.Sprint(row) }

// letters is a column's name. Columns here are a few hundred, which all have one.
func letters(column int) string {
	name, _ := excelize.ColumnNumberToName(column)
	return name
}
