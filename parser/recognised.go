package parser

import (
	"fmt"
	"slices"
	"strings"

	"gouji/parser/document"
	"gouji/parser/form"
	ocr "gouji/parser/scan"
)

// doubtRecognised tells what a recogniser may have lost or misread, so that
// nobody is told to mend what is right on the page. Characters in a cell of a
// figure are digits that were misread far more often than words that stand
// there; faint print may leave no ink at all; a row or a heading that the form has and the reading has not is there
// on the page and was not made out.
// tablesOnly tells that the rest is the file's own: then so are the figures without a
// recogniser's confidence.
func (r *Report) doubtRecognised(tablesOnly bool) {
	for i := range r.Figures {
		switch f := &r.Figures[i]; {
		case tablesOnly && f.Confidence == 0:
		case f.State == Bad:
			f.addDoubt("扫描件上这一格认出的不是数字，可能认错")
		case f.State == Blank:
			f.addDoubt("扫描件上这一格没有认出字，可能漏认")
		}
	}
	r.Incomplete = joinReasons(r.Incomplete, r.unrecognised())
	r.forgetEditions()
	r.TemplateDoubt = r.doubtfulTemplate()
}

// doubtfulTemplate says why it is not sure which form was used: empty when a table
// whose labels were read tells.
func (r *Report) doubtfulTemplate() string {
	doubt := ""
	for _, t := range r.Tables {
		switch {
		case t.Doubt != "" && t.Edition != "":
			doubt = t.Doubt
		case t.Edition != "" && r.Template != Mixed:
			return ""
		}
	}
	switch {
	case r.Template == "" && len(r.Tables) > 0:
		return "扫描件上认不出表格用的是哪一年的格式"
	case doubt != "":
		return doubt + "，用的是哪一年的格式请核对"
	}
	return ""
}

// forgetEditions takes back the edition of tables of which no figure was read: three
// labels of a picture without rulings passed for the old form.
func (r *Report) forgetEditions() {
	for i := range r.Tables {
		t := &r.Tables[i]
		if !slices.ContainsFunc(r.Figures, func(f Figure) bool { return tableKey(f.ID) == t.Key }) {
			t.Edition = ""
			for b := range t.Blocks {
				t.Blocks[b].Edition = ""
			}
		}
	}
	r.Template = templateOf(r.Tables)
}

// markUnseen tells of the blank cells of recognised tables that a recogniser looked
// at them and saw nothing.
func markUnseen(d *document.Document) {
	for _, t := range d.Tables() {
		if !slices.ContainsFunc(t.Cells, func(c document.Cell) bool { return c.Confidence > 0 }) {
			continue
		}
		for i := range t.Cells {
			if c := &t.Cells[i]; c.Text == "" {
				c.Confidence = ocr.LeastConfidence
			}
		}
	}
}

// tableKey is the key of the table that a figure stands in.
func tableKey(id string) string {
	table, _, _ := strings.Cut(id, ".")
	return table
}

// unrecognised names what of the form was not made out; empty when all was.
func (r *Report) unrecognised() string {
	var list []string
	for _, s := range officialSections() {
		if r.Section(s.Number) == nil {
			list = append(list, "标题“"+officialHeading(s)+"”")
		}
	}
	if lost := r.lostFigures(); lost > 0 {
		list = append(list, fmt.Sprintf("表格的%d格", lost))
	}
	if len(list) == 0 {
		return ""
	}
	return "扫描件上没有认出" + strings.Join(list, "、")
}

// lostFigures counts the cells of the form in use that gave no figure.
func (r *Report) lostFigures() int {
	have := make(map[string]bool, len(r.Figures))
	for _, f := range r.Figures {
		have[f.ID] = true
	}
	lost := 0
	for _, t := range r.formInUse().Tables {
		for _, c := range t.Cells() {
			if !have[c.ID] {
				lost++
			}
		}
	}
	return lost
}

// formInUse is the form that the tables fit, that of the year where they do not
// tell.
func (r *Report) formInUse() *form.Form {
	if f := form.Of(form.Edition(r.Template)); f != nil {
		return f
	}
	if f := form.ForYear(r.Year); f != nil {
		return f
	}
	return form.Of(form.Edition2021)
}
