package official

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"gouji/parser"
	"gouji/parser/form"
)

// WriteSheets adds a sheet for every table, 表二, 表三 and 表四, to a workbook, each
// ready to be printed on one page of A4. Marked cells are coloured and tell their
// Comment.
func (f *Filled) WriteSheets(book *excelize.File) error {
	for i := range f.Form.Tables {
		t := &f.Form.Tables[i]
		if _, err := book.NewSheet(t.Name); err != nil {
			return err
		}
		s := &sheet{filled: f, book: book, table: t, grid: t.Grid(), styles: map[look]int{}}
		if err := s.write(); err != nil {
			return err
		}
	}
	return nil
}

// sheet is a table while its sheet is written. Methods do nothing after an error.
type sheet struct {
	filled *Filled
	book   *excelize.File
	table  *form.Table
	grid   *form.Grid
	styles map[look]int // those that the book has already
	err    error
}

// above are the rows over the table: what the report is called, and the heading of
// the part.
const above = 2

func (s *sheet) write() error {
	s.columns()
	last := s.name(0, s.grid.Columns-1)
	s.line(1, last, s.filled.Title(), look{font: "黑体", size: 14})
	s.line(2, last, numerals[s.table.Section]+"、"+s.filled.Form.Sections[s.table.Section-1].Title, look{font: "黑体", size: 12, left: true})
	for i := range s.grid.Cells {
		s.cell(&s.grid.Cells[i])
	}
	s.heights()
	for i, note := range s.filled.Notes[s.table.Key] {
		s.line(above+s.grid.Rows+1+i, last, note, look{font: "楷体", size: 9, left: true})
	}
	s.page()
	return s.err
}

func (s *sheet) try(err error) {
	if s.err == nil {
		s.err = err
	}
}

// name is the name of a position of the grid, such as B4.
func (s *sheet) name(row, column int) string {
	name, err := excelize.CoordinatesToCellName(column+1, above+row+1)
	s.try(err)
	return name
}

// line writes a line of text over the whole width.
func (s *sheet) line(row int, last, text string, l look) {
	from, err := excelize.CoordinatesToCellName(1, row)
	s.try(err)
	to, err := excelize.JoinCellName(strings.TrimRight(last, "0123456789"), row)
	s.try(err)
	s.try(s.book.SetCellStr(s.table.Name, from, text))
	s.try(s.book.MergeCell(s.table.Name, from, to))
	s.try(s.book.SetCellStyle(s.table.Name, from, to, s.style(l)))
	width := s.points(0, s.grid.Columns)
	s.try(s.book.SetRowHeight(s.table.Name, row, float64(linesIn(text, l.size, width))*l.size*1.5+2))
}

// columns sets their widths, which a spreadsheet counts in digits of its normal
// font: seven pixels a digit and five for the borders, at 96 pixels an inch.
func (s *sheet) columns() {
	for i, twips := range widths[s.table.Key] {
		column, err := excelize.ColumnNumberToName(i + 1)
		s.try(err)
		pixels := float64(twips) / twipsAnInch * 96
		s.try(s.book.SetColWidth(s.table.Name, column, column, (pixels-5)/7))
	}
}

const (
	twipsAnInch = 1440
	twipsAPoint = 20
)

// points is the width of some columns, points.
func (s *sheet) points(first, columns int) float64 {
	width := 0
	for _, w := range widths[s.table.Key][first : first+columns] {
		width += w
	}
	return float64(width) / twipsAPoint
}

func (s *sheet) cell(c *form.GridCell) {
	from, to := s.name(c.Row, c.Column), s.name(c.Row+c.RowSpan-1, c.Column+c.ColumnSpan-1)
	l := look{font: "宋体", size: cellSize, bordered: true}
	switch c.Kind {
	case form.Value:
		entry := s.filled.entry(s.table.Key, c)
		l.fill = Fills[entry.Mark]
		l.figure = entry.State == parser.Number
		l.whole = l.figure && entry.Value == math.Trunc(entry.Value)
		s.value(from, entry)
	case form.Heading:
		l.fill, l.left = headingFill, true
		s.try(s.book.SetCellStr(s.table.Name, from, c.Text))
	default:
		l.left = s.table.Key == form.Applications && c.Kind != form.Head
		if c.Text == s.table.Note && c.Text != "" {
			l.font = "楷体"
		}
		s.try(s.book.SetCellStr(s.table.Name, from, s.label(c)))
	}
	if from != to {
		s.try(s.book.MergeCell(s.table.Name, from, to))
	}
	s.try(s.book.SetCellStyle(s.table.Name, from, to, s.style(l)))
}

// narrow is the width, in points, of columns whose heads the notice breaks after
// every two ideographs: 商业 / 企业.
const narrow = 40

// label is what is printed beside the figures, broken as in the notice.
func (s *sheet) label(c *form.GridCell) string {
	runes := []rune(c.Text)
	if c.Kind != form.Head || s.points(c.Column, c.ColumnSpan) > narrow || len(runes) < 4 {
		return c.Text
	}
	var lines []string
	for pair := range slices.Chunk(runes, 2) {
		lines = append(lines, string(pair))
	}
	return strings.Join(lines, "\n")
}

// value writes a figure: a number as a number, so that it can be reckoned with.
func (s *sheet) value(at string, e Entry) {
	switch e.State {
	case parser.Number:
		s.try(s.book.SetCellFloat(s.table.Name, at, e.Value, -1, 64))
	case parser.Dash, parser.Bad:
		s.try(s.book.SetCellStr(s.table.Name, at, e.Text))
	}
	if e.Comment != "" {
		s.try(s.book.AddComment(s.table.Name, excelize.Comment{Cell: at, Author: "gouji", Width: 320, Height: commentHeight(e.Comment),
			Paragraph: []excelize.RichTextRun{{Text: e.Comment, Font: &excelize.Font{Family: "宋体", Size: 9}}}}))
	}
}

// commentHeight is the height of a comment's box, pixels: a line holds some 25
// ideographs.
func commentHeight(text string) uint {
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += 1 + utf8.RuneCountInString(line)/25
	}
	return uint(20 + 16*lines)
}

// cellSize is the size of the font in the tables of the blank form, points.
const cellSize = 10.0

// heights makes every row as high as the labels in it need: spreadsheets do not fit
// rows to merged cells.
func (s *sheet) heights() {
	least := float64(heights[s.table.Key]) / twipsAPoint
	rows := make([]float64, s.grid.Rows)
	for _, c := range s.grid.Cells {
		label := s.label(&c)
		lines := max(linesIn(label, cellSize, s.points(c.Column, c.ColumnSpan)), 1+strings.Count(label, "\n"))
		need := float64(lines)*cellSize*1.3 + 4
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			rows[r] = max(rows[r], least, need/float64(c.RowSpan))
		}
	}
	for i, height := range rows {
		s.try(s.book.SetRowHeight(s.table.Name, above+i+1, height))
	}
}

// linesIn is how many lines a text takes, of ideographs as wide as they are high.
func linesIn(text string, size, width float64) int {
	const padding = 5 // points at the sides of a cell
	perLine := max(1, int((width-padding)/size))
	return max(1, (utf8.RuneCountInString(text)+perLine-1)/perLine)
}

// page makes the sheet fit on one upright page of A4.
func (s *sheet) page() {
	const a4, inch = 9, 0.7
	one, side, middle, upright, fit, paper := 1, inch, true, "portrait", true, a4
	s.try(s.book.SetSheetProps(s.table.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	s.try(s.book.SetPageLayout(s.table.Name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &upright, FitToWidth: &one, FitToHeight: &one}))
	s.try(s.book.SetPageMargins(s.table.Name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &side, Bottom: &side, Horizontally: &middle}))
}
