package mend

import (
	"fmt"
	"slices"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate"
)

// Sentence is a finding on one line: its place, then its message.
func Sentence(r *parser.Report, f validate.Finding) validate.Text {
	zh, named := place(r, f, "zh")
	en, _ := place(r, f, "en")
	colon := "："
	if named {
		colon = " "
	}
	return validate.Text{
		ZH: joined(zh, f.Message.ZH, colon),
		EN: joined(en, f.Message.EN, ": "),
	}
}

func joined(place, message, between string) string {
	if place == "" {
		return message
	}
	return place + between + message
}

// Place says where a finding stands: 第4页 表三, or 表三（第2个表格第5行第4列). It is
// empty for what stands nowhere, such as a missing section.
func Place(r *parser.Report, f validate.Finding) validate.Text {
	f.Message = validate.Text{}
	zh, _ := place(r, f, "zh")
	en, _ := place(r, f, "en")
	return validate.Text{ZH: zh, EN: en}
}

// place is Place in a language. A table that the message names already is left
// out; named tells that.
func place(r *parser.Report, f validate.Finding, lang string) (place string, named bool) {
	table, at := tableName(r, f).In(lang), validate.PlaceText(f.Where).In(lang)
	switch {
	case table != "" && strings.HasPrefix(f.Message.In(lang), table):
		return at, true
	case table == "" || at == "":
		return at + table, false
	case f.Where.Page > 0:
		return at + " " + table, false
	case lang == "en":
		return fmt.Sprintf("%s (%s)", table, at), false
	}
	return fmt.Sprintf("%s（%s）", table, at), false
}

// tableName is the table that the finding stands in. It is empty for a finding
// about prose: that has cells to compare with, but stands in none of them.
func tableName(r *parser.Report, f validate.Finding) validate.Text {
	for _, id := range f.Figures {
		cell, known := form.Find(id)
		if figure := r.Figure(id); known && figure != nil && figure.Where == f.Where {
			return validate.Text{ZH: cell.Table.Name, EN: cell.Table.English}
		}
	}
	return validate.Text{}
}

// CellName is a cell as a letter would call it; English keeps the id, and so does a
// cell that no form has.
func CellName(id string) validate.Text {
	if cell, ok := form.Find(id); ok {
		return validate.Text{ZH: cell.Name(), EN: id}
	}
	return validate.Text{ZH: id, EN: id}
}

// Certainty labels a finding's Explanation: it names what is wrong, or only what
// may be.
func Certainty(f validate.Finding) validate.Text {
	if len(f.Suspects) > 0 {
		return validate.Text{ZH: "疑似", EN: "suspect"}
	}
	return validate.Text{ZH: "可能", EN: "perhaps"}
}

// Severity is the word for a severity.
func Severity(s validate.Severity) validate.Text {
	zh := map[validate.Severity]string{validate.Error: "错误", validate.Warning: "警告", validate.Info: "提示"}[s]
	return validate.Text{ZH: zh, EN: string(s)}
}

// Doubtful are the figures that were not read for sure: they are left out of the
// checks, and somebody should look at the original.
func Doubtful(r *parser.Report) []parser.Figure {
	var list []parser.Figure
	for _, f := range r.Figures {
		if f.Doubt != "" {
			list = append(list, f)
		}
	}
	return list
}

// Untold are the doubtful figures that no finding speaks of: those of a rule that
// the office has switched off.
func Untold(r *parser.Report, findings []validate.Finding) []parser.Figure {
	told := map[string]bool{}
	for _, f := range findings {
		for _, id := range f.Figures {
			told[id] = told[id] || f.Rule == "figure-doubtful"
		}
	}
	return slices.DeleteFunc(Doubtful(r), func(f parser.Figure) bool { return told[f.ID] })
}
