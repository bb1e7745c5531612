package main

import (
	"os"
	"strconv"
	"strings"

	"gouji/validate"
)

// columns are the widths of the text's columns: two spaces, the label, the
// code, and the text; notes below have a label of their own in the text's column.
type columns struct{ label, code, note int }

func (c columns) text() int { return 2 + c.label + 2 + c.code + 2 }

func (p *program) columns() columns {
	if p.lang == "en" {
		return columns{label: len("warning"), code: len("A15"), note: len("suspect")}
	}
	return columns{label: narrow.StringWidth("错误"), code: len("A15"), note: narrow.StringWidth("疑似")}
}

// sheet is text in columns that grows line by line.
type sheet struct {
	strings.Builder
	columns columns
	width   int // columns to wrap at; 0 is no limit
	paint   paint
}

func (p *program) sheet() sheet {
	return sheet{columns: p.columns(), width: p.width(), paint: p.paint()}
}

// line adds a line as it is.
func (s *sheet) line(text string) {
	s.WriteString(text)
	s.WriteString("\n")
}

// entry adds a finding: its label in the severity's colour, its code, and the
// text wrapped in its column. An empty label is blank.
func (s *sheet) entry(severity validate.Severity, label, code, text string) {
	label = s.paint.severity(severity, pad(label, s.columns.label))
	s.hang("  "+label+"  "+s.paint.bold(pad(code, s.columns.code))+"  ", s.columns.text(), text)
}

// note adds a line below a finding: its label dim, its text wrapped.
func (s *sheet) note(label, text string) {
	prefix := pad("", s.columns.text()) + s.paint.dim(pad(label, s.columns.note)) + "  "
	s.hang(prefix, s.columns.text()+s.columns.note+2, text)
}

// twoColumns is the room from which two texts stand side by side: less leaves
// columns of a few words.
const twoColumns = 72

// beside adds two texts that are to be compared, each after its label: side by
// side where there is room, else one above the other.
func (s *sheet) beside(left, here, right, there string) {
	indent := s.columns.text()
	room := s.width - indent - 1
	if room < twoColumns {
		label := max(narrow.StringWidth(left), narrow.StringWidth(right))
		for _, row := range [][2]string{{left, here}, {right, there}} {
			s.hang(pad("", indent)+s.paint.dim(pad(row[0], label))+"  ", indent+label+2, row[1])
		}
		return
	}
	column := (room - 3) / 2
	a, b := wrap(clean(here), column), wrap(clean(there), column)
	s.line(pad("", indent) + s.paint.dim(pad(left, column)+" | "+right))
	for i := range max(len(a), len(b)) {
		s.line(strings.TrimRight(pad("", indent)+pad(lineAt(a, i), column)+" | "+lineAt(b, i), " "))
	}
}

// lineAt is a line of a text, empty below its end.
func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func (s *sheet) hang(prefix string, indent int, text string) {
	room := 0
	if s.width > 0 {
		room = max(s.width-indent-1, 20)
	}
	for i, line := range wrap(clean(text), room) {
		if i > 0 {
			prefix = pad("", indent)
		}
		s.line(strings.TrimRight(prefix+line, " "))
	}
}

// width is where text wraps: at the edge of the terminal; elsewhere at
// $COLUMNS if set, or not at all, for grep.
func (p *program) width() int {
	if width, ok := terminal(p.out); ok {
		return width
	}
	width, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if err != nil || width < 40 {
		return 0
	}
	return width
}
