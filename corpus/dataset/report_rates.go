package dataset

import (
	"slices"
	"strings"

	"gouji/corpus/dataset/table"
	"gouji/parser/form"
)

// reportRate is a rate of a report.
type reportRate struct {
	of          *reading
	rate        *rate
	over, under added
}

// added is a sum of cells of a report.
type added struct {
	value float64
	why   string // why there is none: the reason of the first cell that has no sure number
	cell  string // that cell
	ids   []string
}

// noCases says that the denominator of a rate is 0.
const noCases = "zero_denominator"

func (r *reading) rates() []*reportRate {
	byID := make(map[string]*cell, len(r.cells))
	for i := range r.cells {
		byID[r.cells[i].ID] = &r.cells[i]
	}
	list := make([]*reportRate, len(rates))
	for i, rate := range rates {
		list[i] = &reportRate{r, rate, add(byID, rate.over), add(byID, rate.under)}
	}
	return list
}

// add adds up the cells of the edition that their table uses.
func add(byID map[string]*cell, s sum) (a added) {
	any := byID[s[form.Edition2021][0]] // all cells of a rate's sum stand in one table
	a.ids = s[any.used]
	for _, id := range a.ids {
		c := byID[id]
		if why := c.why(); why != "" {
			return added{why: why, cell: id, ids: a.ids}
		}
		a.value += c.read.Value
	}
	return a
}

// why is why the rate is missing; empty when it is not.
func (r *reportRate) why() (reason, figure string) {
	switch {
	case r.over.why != "":
		return r.over.why, r.over.cell
	case r.under.why != "":
		return r.under.why, r.under.cell
	case r.under.value == 0:
		return noCases, ""
	}
	return "", ""
}

func (r *reportRate) value() table.Value {
	if why, _ := r.why(); why != "" {
		return table.Value{}
	}
	return table.Float(r.over.value / r.under.value)
}

func (a *added) sum() table.Value {
	if a.why != "" {
		return table.Value{}
	}
	return table.Float(a.value)
}

// findings are the codes of the findings that name a cell of the rate.
func (r *reportRate) findings() string {
	var codes []string
	for _, id := range slices.Concat(r.over.ids, r.under.ids) {
		for _, code := range r.of.named[id] {
			codes = insert(codes, code)
		}
	}
	return strings.Join(codes, " ")
}

// reportRatesSheet is the table of rates.
func reportRatesSheet() *sheet[*reportRate] {
	reasons := append(slices.Clone(missing), table.Category{Value: noCases, Label: table.Text{ZH: "分母为0", EN: "the denominator is 0"}})
	list := within(only(identity(), "report_id", "unit_id", "organ", "year"), func(r *reportRate) *reading { return r.of })
	list = append(list,
		text("duplicate_of", "重复于", "duplicate of", func(r *reportRate) string { return r.of.duplicateOf }),
		text("rate", "比率编号", "id of the rate", func(r *reportRate) string { return r.rate.id }).required(),
		number("value", "值", "value", (*reportRate).value).about("报告的合计有错时可能大于1，见 findings", "may be above 1 where the report's own sums are wrong: see findings"),
		number("numerator", "分子", "numerator", func(r *reportRate) table.Value { return r.over.sum() }),
		number("denominator", "分母", "denominator", func(r *reportRate) table.Value { return r.under.sum() }),
		text("missing", "为何没有值", "why there is no value", func(r *reportRate) string { why, _ := r.why(); return why }).of(reasons...),
		text("missing_figure", "缺哪一格", "the cell that lacks", func(r *reportRate) string { _, id := r.why(); return id }),
		text("findings", "涉及的问题", "findings that name a cell of it", (*reportRate).findings),
	)
	return &sheet[*reportRate]{
		Table: table.Table{Name: "report_rates", Key: []string{"report_id", "rate"},
			Title: table.Text{ZH: "比率", EN: "rates of reports"},
			About: table.Text{ZH: "一行是一份报告的一种比率；任何一格不是读准的数，比率就没有值", EN: "a row is a rate of a report; it is missing unless each of its cells is a sure number"},
			References: []table.Reference{toReports, toUnits,
				{Columns: []string{"rate"}, Table: "rates", Key: []string{"rate"}},
				{Columns: []string{"missing_figure"}, Table: "figures", Key: []string{"figure"}}}},
		columns: list,
	}
}
