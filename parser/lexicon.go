package parser

import (
	"strings"
	"unicode/utf8"

	"gouji/parser/document"
	"gouji/parser/form"
)

// A recogniser of scanned pages misreads a character here and there, and the
// labels of the form are known: what is close to just one of them is read as
// that one. This touches labels and headings alone, never a figure; what the
// recogniser said stays in Raw.

const (
	// misread, share of a label's characters that may be wrong: two in five.
	misread = 0.4
	// ahead, characters: the next best label must be so much farther.
	ahead = 1
)

// readLabels makes the labels that were recognised in a document those of the form:
// in cells, which say so, and in the prose unless that is the file's own.
func readLabels(d *document.Document) {
	labels := labelsOfForm()
	headings := headingsOfForm()
	cut := map[*document.Cell]bool{}
	for i := range d.Blocks {
		if p := d.Blocks[i].Paragraph; p != nil {
			if !d.RecognisedTables {
				p.Text, p.Raw = asLabel(p.Text, p.Raw, headings)
			}
			continue
		}
		t := d.Blocks[i].Table
		parts := readCutLabels(t, labels)
		for c := range t.Cells {
			cell := &t.Cells[c]
			if cell.Confidence > 0 && isCandidate(cell.Text) && !parts[c] {
				cell.Text, cell.Raw = asLabel(cell.Text, cell.Raw, labels)
			}
		}
		readByOrder(t, parts)
		for c := range parts {
			cut[&t.Cells[c]] = true
		}
	}
	readByShape(d.Tables(), cut)
}

// readCutLabels does so for labels that a page break cut in two, and tells the cells
// that hold a part of one: 自然 at the foot of a page is not to be read as 自然人 when
// 人 stands at the head of the next.
func readCutLabels(t *document.Table, labels []string) map[int]bool {
	grid, parts := t.Grid(), map[int]bool{}
	for _, row := range t.Breaks {
		if row < 1 || row >= len(grid) {
			continue
		}
		for c := range grid[row] {
			above, below := grid[row-1][c], grid[row][c]
			if above < 0 || below < 0 || above == below || t.Cells[below].Row != row || t.Cells[below].Confidence == 0 {
				continue
			}
			if readCutLabel(&t.Cells[above], &t.Cells[below], labels) {
				parts[above], parts[below] = true, true
			}
		}
	}
	return parts
}

// readCutLabel makes two cells the parts of a label; false when one of them is as
// close to a label by itself as both together are.
func readCutLabel(above, below *document.Cell, labels []string) bool {
	if !isCandidate(above.Text) || !isCandidate(below.Text) {
		return false
	}
	whole := above.Text + below.Text
	label, cost := nearestLabel(whole, labels)
	_, costAbove := nearestLabel(above.Text, labels)
	_, costBelow := nearestLabel(below.Text, labels)
	if cost >= min(costAbove, costBelow) {
		return false
	}
	if cost == 0 {
		return true
	}
	runes := []rune(label)
	cut := len(runes) * utf8.RuneCountInString(fold(above.Text)) / utf8.RuneCountInString(fold(whole))
	above.Raw, below.Raw = above.Printed(), below.Printed()
	above.Text, below.Text = string(runes[:cut]), string(runes[cut:])
	return true
}

// isCandidate reports whether a cell has words: figures are not touched.
func isCandidate(text string) bool {
	return !readNumber(text, form.Count).figureLike() && strings.ContainsFunc(text, func(r rune) bool { return r >= 0x3400 })
}

// labelsOfForm are all that the tables print beside figures, each once.
func labelsOfForm() []string {
	seen := map[string]bool{"": true}
	var list []string
	add := func(labels ...string) {
		for _, l := range labels {
			if !seen[l] {
				seen[l] = true
				list = append(list, l)
			}
		}
	}
	for _, f := range form.All() {
		for _, t := range f.Tables {
			for _, c := range t.Cells() {
				add(c.Block.Heading, c.Block.Corner, c.Row.Label, c.Column.Label)
				add(c.Row.Under...)
				add(c.Column.Under...)
			}
		}
	}
	return list
}

func headingsOfForm() []string {
	var list []string
	for _, s := range officialSections() {
		list = append(list, officialHeading(s))
	}
	return list
}

// asLabel is the label that a text was meant to be, the text itself when it is
// close to none or to several.
func asLabel(text, raw string, labels []string) (string, string) {
	label, cost := nearestLabel(text, labels)
	if label == "" || cost == 0 || utf8.RuneCountInString(label) < 2 {
		return text, raw
	}
	if raw == "" {
		raw = text
	}
	return label, raw
}

// nearestLabel is the label that a text is close to, and how many of its characters
// are wrong; empty when it is close to none or to several.
func nearestLabel(text string, labels []string) (label string, cost int) {
	said := []rune(fold(text))
	best, next := noCost, noCost
	for _, l := range labels {
		official := []rune(fold(l))
		d := distance(said, official, next)
		if d >= best {
			next = min(next, d)
			continue
		}
		best, next, label = d, best, l
		if float64(d) > misread*float64(len(official))+0.5 {
			label = ""
		}
	}
	if label == "" || best > 0 && next-best < ahead {
		return "", noCost
	}
	return label, best
}
