package page

import (
	"maps"
	"slices"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
)

// rates are what became of the applications that were dealt with, year by year.
type rates struct {
	Names []string `json:"names"` // of the outcomes, as the form has them
	Years []shares `json:"years"`
}

// shares are those of one year. Only reports that are sure of every outcome count:
// a doubtful one would be a wrong number in the sum.
type shares struct {
	Year    int       `json:"year"`
	Reports int       `json:"reports"` // that count
	Left    int       `json:"left"`    // that do not
	Total   float64   `json:"total"`   // applications dealt with
	Parts   []float64 `json:"parts"`   // of them, by outcome
}

// rater adds up reports as they come.
type rater map[int]*shares

// outcome is what may become of an application: the rows of a group of table three.
type outcome struct {
	name string
	ids  []string
}

// outcomesOf are the outcomes in a form: （一）予以公开 to （六）其他处理, of all applicants.
func outcomesOf(f *form.Form) []outcome {
	var list []outcome
	total := form.ID(form.Applications, "total", "total")
	for _, identity := range f.Table(form.Applications).Identities() {
		if identity.Relation.Axis != form.EachColumn || !slices.Equal(identity.Right, []string{total}) {
			continue
		}
		for _, id := range identity.Left {
			c, _ := f.Find(id)
			name := groupOf(c)
			if len(list) == 0 || list[len(list)-1].name != name {
				list = append(list, outcome{name: name})
			}
			last := &list[len(list)-1]
			last.ids = append(last.ids, id)
		}
	}
	return list
}

// groupOf names the group that a row of outcomes belongs to, or the row that is one.
func groupOf(c form.Cell) string {
	if len(c.Row.Under) > 1 {
		return c.Row.Under[1]
	}
	return c.Row.Name()
}

func (all rater) add(r *parser.Report) {
	if r == nil || r.Year == 0 || r.YearDoubt != "" {
		return
	}
	year := all[r.Year]
	if year == nil {
		year = &shares{Year: r.Year}
		all[r.Year] = year
	}
	parts, sure := partsOf(r)
	if !sure {
		year.Left++
		return
	}
	year.Reports++
	year.Parts = added(year.Parts, parts)
}

// partsOf are the applications of a report by outcome; false when a cell is not a
// number that the reader is sure of.
func partsOf(r *parser.Report) ([]float64, bool) {
	var parts []float64
	for _, o := range outcomesOf(editionOf(r, form.Applications)) {
		sum := 0.0
		for _, id := range o.ids {
			value, sure := r.Figure(id).Sure()
			if !sure {
				return nil, false
			}
			sum += value
		}
		parts = append(parts, sum)
	}
	return parts, true
}

func added(sums, parts []float64) []float64 {
	if sums == nil {
		return slices.Clone(parts)
	}
	for i, part := range parts {
		sums[i] += part
	}
	return sums
}

// rates are those of the years there are, if more than one.
func (all rater) rates() *rates {
	if len(all) < 2 {
		return nil
	}
	out := &rates{}
	for _, o := range outcomesOf(form.Of(form.Edition2021)) {
		out.Names = append(out.Names, strings.TrimLeft(o.name, "（一二三四五六）"))
	}
	for _, number := range slices.Sorted(maps.Keys(all)) {
		year := *all[number]
		for _, part := range year.Parts {
			year.Total += part
		}
		out.Years = append(out.Years, year)
	}
	return out
}
