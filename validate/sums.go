package validate

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
)

// sum is an identity of the form as this report has it. It is assessed only
// when every cell of it is a number that the reader is sure of.
type sum struct {
	form.Identity
	assessed    bool
	left, right float64
}

func (s *sum) broken() bool { return s.assessed && math.Abs(s.left-s.right) > epsilon }

// epsilon is far below a cent and far above what adding floats costs.
const epsilon = 1e-6

// sumsIn gives every identity of the tables that the report has.
func sumsIn(r *parser.Report, figures map[string]*parser.Figure) []sum {
	var list []sum
	for i := range r.Tables {
		for _, identity := range formOf(r, &r.Tables[i]).Table(r.Tables[i].Key).Identities() {
			s := sum{Identity: identity, assessed: true}
			s.left = s.add(figures, identity.Left)
			s.right = s.add(figures, identity.Right)
			list = append(list, s)
		}
	}
	return list
}

func (s *sum) add(figures map[string]*parser.Figure, ids []string) float64 {
	total := 0.0
	for _, id := range ids {
		value, sure := figures[id].Sure()
		s.assessed = s.assessed && sure
		total += value
	}
	return total
}

// formOf is the form that a table is held to: its own edition, else the one
// for the year, else the one in force.
func formOf(r *parser.Report, t *parser.Table) *form.Form {
	if f := form.Of(t.Edition); f != nil {
		return f
	}
	if f := form.ForYear(r.Year); f != nil {
		return f
	}
	return form.Of(form.Edition2021)
}

// sumsOf makes the check of the rule that reports breaches of a relation.
func sumsOf(rule string) func(*Subject) []Finding {
	return func(r *Subject) []Finding {
		var list []Finding
		for _, s := range r.sums {
			if s.Relation.Rule == rule && s.broken() {
				list = append(list, s.finding(r.cells))
			}
		}
		return list
	}
}

// finding tells a broken sum: the total is what is printed, the parts are what
// should stand there.
func (s *sum) finding(figures map[string]*parser.Figure) Finding {
	ids := append(append([]string{}, s.Left...), reversed(s.Right)...)
	got, want := s.right, s.left
	return Finding{
		Code:    s.code(),
		Message: s.message(figures),
		Where:   figures[ids[len(ids)-1]].Where,
		Figures: ids, Got: &got, Want: &want,
	}
}

// reversed puts the total last: the form names it before what is carried out.
func reversed(ids []string) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[len(ids)-1-i] = id
	}
	return list
}

// code counts on from the relation's first code along the columns: A03.
func (s *sum) code() string {
	first, err := strconv.Atoi(s.Relation.Code[1:])
	if err != nil || s.Relation.Axis == form.EachRow {
		return s.Relation.Code
	}
	return fmt.Sprintf("%c%02d", s.Relation.Code[0], first+s.Number)
}

func (s *sum) message(figures map[string]*parser.Figure) Text {
	place := s.place()
	left, right := s.side(s.Left, figures), s.side(s.Right, figures)
	return Text{
		ZH: fmt.Sprintf("%s：%s，%s", place.ZH, left.ZH, right.ZH),
		EN: fmt.Sprintf("%s: %s, but %s", place.EN, left.EN, right.EN),
	}
}

// place names the column or row that the sum runs along.
func (s *sum) place() Text {
	cell, _ := form.Find(s.Right[0])
	name := cell.Table.Name
	switch {
	case s.Relation.Axis == form.EachColumn:
		column := columnText(cell)
		return Text{name + column.ZH + "列", cell.Table.Key + ", column " + column.EN}
	case cell.Row.Label == "":
		group := cell.Column.Under[len(cell.Column.Under)-1]
		return Text{name + group, cell.Table.Key + ", " + plain(strings.TrimSuffix(cell.Column.Key, ".total"))}
	}
	return Text{name + "“" + cell.Row.Name() + "”行", cell.Table.Key + ", row " + plain(cell.Row.Key)}
}

// side writes one side of a sum: the cells that count, and what they make.
func (s *sum) side(ids []string, figures map[string]*parser.Figure) Text {
	var parts []Text
	total := 0.0
	for _, id := range ids {
		value := figures[id].Value
		total += value
		if value != 0 || len(ids) <= 2 {
			name := s.part(id)
			parts = append(parts, Text{name.ZH + " " + Number(value), name.EN + " " + Number(value)})
		}
	}
	result := " = " + Number(total)
	list := both(parts, Text{" + ", " + "})
	switch {
	case len(ids) == 1:
		return list
	case len(parts) == 0:
		return Text{"各项都是 0", "all parts are 0"}
	case len(parts) == 1:
		return Text{"只有" + list.ZH, "only " + list.EN}
	case len(parts) > spelled:
		return Text{fmt.Sprintf("%d项之和", len(parts)) + result, fmt.Sprintf("the sum of %d parts", len(parts)) + result}
	}
	return Text{list.ZH + result, list.EN + result}
}

// spelled is how many parts of a sum a message spells out.
const spelled = 6

// part names a cell within its sum: by its row when the sum runs down a
// column, else by its column.
func (s *sum) part(id string) Text {
	cell, _ := form.Find(id)
	if s.Relation.Axis == form.EachColumn {
		return rowText(cell)
	}
	if cell.Table.Key == form.Remedies {
		_, last, _ := strings.Cut(cell.Column.Key, ".")
		return Text{cell.Column.Label, plain(last)}
	}
	return columnText(cell)
}
