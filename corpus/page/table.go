package page

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/form"
	"gouji/validate/mend"
)

// table is one of the three, as the report has it.
type table struct {
	Key     string       `json:"key"`
	Edition form.Edition `json:"edition"`
	Missing bool         `json:"missing,omitempty"` // the document has no such table
	// Cells are in the order of the form's; nil for one that the document has not.
	Cells []*cell `json:"cells,omitempty"`
	// Spots are where the cells stand: page and box in whole points, for those on
	// the pages that are worth a look.
	Spots []*spot `json:"spots,omitempty"`
}

type spot [5]int

// cell is a figure. One that is sure and printed plainly is a mere number in JSON.
type cell struct {
	State parser.State `json:"state"`
	Value float64      `json:"value,omitempty"`
	Raw   string       `json:"raw,omitempty"` // as printed, where Value does not tell
	Doubt string       `json:"doubt,omitempty"`
}

// MarshalJSON implements json.Marshaler.
func (c *cell) MarshalJSON() ([]byte, error) {
	if c.State == parser.Number && c.Raw == "" && c.Doubt == "" {
		return json.Marshal(parser.Amount(c.Value))
	}
	type plain cell
	return json.Marshal((*plain)(c))
}

// beyond is a figure that the forms of its tables do not have, as where a report
// mixes editions within one table.
type beyond struct {
	ID   string `json:"id"`
	Name words  `json:"name"`
	Cell *cell  `json:"cell"`
}

// addTables rebuilds the three tables.
func (out *report) addTables(r *parser.Report) {
	if len(r.Tables)+len(r.Figures) == 0 {
		return
	}
	shown := map[string]bool{}
	for _, key := range []string{form.Disclosure, form.Applications, form.Remedies} {
		edition := editionOf(r, key)
		t := table{Key: key, Edition: edition.Edition, Missing: true}
		for _, c := range edition.Table(key).Cells() {
			figure := r.Figure(c.ID)
			shown[c.ID] = true
			t.Missing = t.Missing && figure == nil
			t.Cells = append(t.Cells, cellOf(figure))
			t.Spots = append(t.Spots, spotOf(figure, out.Pages))
		}
		out.Tables = append(out.Tables, t.trimmed())
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; !shown[f.ID] {
			out.Beyond = append(out.Beyond, beyond{f.ID, wordsOf(mend.CellName(f.ID)), cellOf(f)})
		}
	}
}

// trimmed leaves out lists that say nothing.
func (t table) trimmed() table {
	if t.Missing {
		t.Cells = nil
	}
	if !slices.ContainsFunc(t.Spots, func(s *spot) bool { return s != nil }) {
		t.Spots = nil
	}
	return t
}

// editionOf is the form that has most of a table's figures; of those that have as
// many the one that the report uses, or else the newest.
func editionOf(r *parser.Report, key string) *form.Form {
	var best *form.Form
	most := -1
	for _, f := range form.All() {
		has := 2 * count(r, f.Table(key).Cells())
		if string(f.Edition) == r.Template {
			has++
		}
		if has >= most {
			best, most = f, has
		}
	}
	return best
}

func count(r *parser.Report, cells []form.Cell) int {
	number := 0
	for _, c := range cells {
		if r.Figure(c.ID) != nil {
			number++
		}
	}
	return number
}

func cellOf(f *parser.Figure) *cell {
	if f == nil {
		return nil
	}
	c := &cell{State: f.State, Value: f.Value, Raw: strings.TrimSpace(f.Raw), Doubt: f.Doubt}
	if c.Raw == strconv.FormatFloat(f.Value, 'f', -1, 64) {
		c.Raw = ""
	}
	return c
}

func spotOf(f *parser.Figure, pages []int) *spot {
	if f == nil || f.Where.Box == (document.Box{}) || !slices.Contains(pages, f.Where.Page) {
		return nil
	}
	b := f.Where.Box
	return &spot{f.Where.Page, rounded(b.X0), rounded(b.Y0), rounded(b.X1), rounded(b.Y1)}
}

func rounded(points float64) int { return int(math.Round(points)) }
