package workbook

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"gouji/corpus"
	"gouji/validate"
	"gouji/validate/mend"
)

// maxNotes is how many notes a sheet gets. Excel sets no limit, but opens a sheet
// of many thousands slowly, and excelize looks through all of them for each.
const maxNotes = 10_000

// faultsOf tells of each cell of a report what findings say of it. A finding is
// told once: at the cells that would settle it, else at its total.
func faultsOf(r corpus.Result) map[string]fault {
	faults := map[string]fault{}
	for _, item := range mend.Items(r.Findings) {
		for _, f := range item.Heads {
			shade(faults, f)
			told(faults, f)
		}
		for _, f := range item.Follows {
			shade(faults, f)
		}
	}
	return faults
}

// shade gives the cells of a finding the look of its severity, if they have no
// heavier one.
func shade(faults map[string]fault, f validate.Finding) {
	for _, id := range f.Figures {
		cell := faults[id]
		if l := faultLooks[f.Severity]; cell.look == plain || l < cell.look {
			cell.look = l
		}
		faults[id] = cell
	}
}

func told(faults map[string]fault, f validate.Finding) {
	suspects := f.Suspects
	if len(suspects) == 0 && f.Suspect != nil {
		suspects = []validate.Suspect{*f.Suspect}
	}
	words := mend.Severity(f.Severity).ZH + " " + f.Code + "：" + f.Message.ZH
	if f.Explanation.ZH != "" {
		words += "\n" + mend.Certainty(f).ZH + "：" + f.Explanation.ZH
	}
	for _, s := range suspects {
		cell := faults[s.Figure]
		cell.look, cell.notes = faultSuspect, append(cell.notes, words)
		faults[s.Figure] = cell
	}
	if len(suspects) == 0 && len(f.Figures) > 0 {
		id := f.Figures[len(f.Figures)-1]
		cell := faults[id]
		cell.notes = append(cell.notes, words)
		faults[id] = cell
	}
}

// note keeps what is said of the cell of a column in the row that comes next.
// excelize takes notes when the rows are done.
func (t *tables) note(f fault, column int) {
	switch {
	case len(f.notes) == 0:
	case len(t.noted) >= t.maxNotes:
		t.unnoted++
	default:
		text := strings.Join(f.notes, "\n")
		t.noted = append(t.noted, excelize.Comment{Author: "gouji", Cell: at(column, t.row+1), Text: cut(text), Width: noteWidth, Height: noteHeight(text)})
	}
}

// Size of a note, in pixels: letters of 9 points are 12 wide, a line is 17 high.
const (
	noteWidth = 320
	perLine   = noteWidth/12 - 1
)

func noteHeight(text string) uint {
	lines := 1
	for _, line := range strings.Split(text, "\n") {
		lines += 1 + utf8.RuneCountInString(line)/perLine
	}
	return uint(17 * min(lines, 25))
}

// writeNotes puts the notes on their cells.
func (t *tables) writeNotes() error {
	var failed error
	for _, comment := range t.noted {
		failed = errors.Join(failed, t.book.file.AddComment(t.name, comment))
	}
	return failed
}
