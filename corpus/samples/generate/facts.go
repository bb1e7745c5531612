package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"gouji/parser/form"
)

// writeFacts writes what the report says in the facts notation, out of the
// generator's own truth. What is left out is as the official form has it:
// cells hold 0. Wanted findings follow as comments.
func writeFacts(out io.Writer, s *Sample, r *Report) error {
	w := bufio.NewWriter(out)
	if s.Special != "" {
		fmt.Fprintf(w, "# %s\n", s.Special)
	}
	fmt.Fprintf(w, "form %s\n", r.Form)
	for _, t := range r.Tables {
		if form.Of(r.Form).Table(t.Key) != t {
			fmt.Fprintf(w, "form %s %s\n", t.Key, s.TableTwo)
		}
	}
	fmt.Fprintf(w, "organ %s\nyear %d\n", r.Organ, r.Year)
	if r.Period != 0 {
		fmt.Fprintf(w, "period %[1]d-01-01 %[1]d-12-31\n", r.Period)
	}
	fmt.Fprintf(w, "date %s\n", r.Date.Format("2006-01-02"))
	writeAbsences(w, r)
	for _, t := range r.Tables {
		writeTable(w, r, t)
	}
	for _, want := range r.Wants {
		fmt.Fprintln(w, want)
	}
	return w.Flush()
}

func writeAbsences(w io.Writer, r *Report) {
	for _, section := range form.Of(r.Form).Sections {
		if !r.hasPart(section.Number) {
			fmt.Fprintf(w, "section %s absent\n", numerals[section.Number])
		}
	}
	for _, key := range []string{form.Disclosure, form.Applications, form.Remedies} {
		if r.table(key) == nil {
			fmt.Fprintf(w, "table %s absent\n", key)
		}
	}
}

func (r *Report) hasPart(number int) bool {
	for i := range r.Parts {
		if r.Parts[i].Number == number {
			return true
		}
	}
	return false
}

// writeTable writes a line for every row that holds anything but zeros; in
// table four, which has one row, for every group of its columns.
func writeTable(w io.Writer, r *Report, t *form.Table) {
	var prefix string
	var cells []Printed
	flush := func() {
		writeRow(w, prefix, cells)
		cells = nil
	}
	for _, cell := range t.Cells() {
		row := cell.ID[:strings.LastIndex(cell.ID, ".")]
		if row != prefix {
			flush()
			prefix = row
		}
		cells = append(cells, r.Figures[cell.ID])
	}
	flush()
}

func writeRow(w io.Writer, prefix string, cells []Printed) {
	if !anything(cells) {
		return
	}
	fmt.Fprint(w, prefix)
	for _, figure := range cells {
		fmt.Fprint(w, " ", figure)
	}
	fmt.Fprintln(w)
}

func anything(cells []Printed) bool {
	for _, figure := range cells {
		if figure != number(0) {
			return true
		}
	}
	return false
}

// String is the figure in the facts notation.
func (p Printed) String() string {
	switch p.State {
	case Number:
		return plain(p.Value)
	case Bad:
		return strconv.Quote(p.Text)
	case Dash:
		return p.Text
	}
	return string(p.State)
}

// String is the want as a line of the facts.
func (w Want) String() string {
	line := "# want " + w.Rule
	if w.Figure != "" {
		line += " " + w.Figure
	}
	if w.Suspect != "" {
		line += " suspect " + w.Suspect + " " + plain(w.Value)
	}
	return line
}
