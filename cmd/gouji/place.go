package main

import (
	"strings"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/form"
	"gouji/validate"
)

// place says where a finding stands: 第4页 表三, or 表三（第2个表格第5行第4列).
// A table that its message names already is left out; named tells that.
func (p *program) place(r *parser.Report, f validate.Finding, message string) (place string, named bool) {
	table, at := tableName(r, f).In(p.lang), p.where(f.Where)
	switch {
	case table != "" && strings.HasPrefix(message, table):
		return at, true
	case table == "" || at == "":
		return at + table, false
	case f.Where.Page > 0:
		return at + " " + table, false
	}
	return p.sayf("%s（%s）", "%s (%s)", table, at), false
}

func (p *program) where(w document.Place) string { return validate.PlaceText(w).In(p.lang) }

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

// cellName is a cell as a letter would call it; English keeps the id.
func (p *program) cellName(id string) string {
	if cell, ok := form.Find(id); ok && p.lang != "en" {
		return cell.Name()
	}
	return id
}
