package parser

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
)

// recognisedTable is a table of the form as a recogniser gives it, each label as it
// says; its figures count from 1, so that each tells where it belongs.
func recognisedTable(e form.Edition, key string, say func(label string) string) (*document.Table, map[string]float64) {
	g := form.Of(e).Table(key).Grid()
	t, values := &document.Table{Rows: g.Rows, Columns: g.Columns}, map[string]float64{}
	for _, c := range g.Cells {
		cell := document.Cell{Row: c.Row, Column: c.Column, RowSpan: c.RowSpan, ColumnSpan: c.ColumnSpan, Confidence: 0.9}
		if cell.Text = say(c.Text); c.Kind == form.Value {
			value := len(values) + 1
			cell.Text, values[c.Of.ID(key)] = strconv.Itoa(value), float64(value)
		}
		t.Cells = append(t.Cells, cell)
	}
	return t, values
}

// faxed is what is left of a label in a fax: of three characters one.
func faxed(label string) string {
	runes := []rune(label)
	for i := range runes {
		if i%3 != 1 {
			runes[i] = []rune("尘恨挛尽")[i%4]
		}
	}
	return string(runes)
}

// except says some labels well and the others as faxed.
func except(clear ...string) func(string) string {
	return func(label string) string {
		if contains(clear, label) {
			return label
		}
		return faxed(label)
	}
}

func noise(label string) string {
	return strings.Repeat("尘", len([]rune(label)))
}

// parseRecognised reads a document of recognised tables below the headings of a report.
func parseRecognised(t *testing.T, tables ...*document.Table) *Report {
	t.Helper()
	d := &document.Document{Recognised: true}
	for _, text := range append([]string{"某县人民政府2023年政府信息公开工作年度报告"}, headingsOfForm()...) {
		d.Blocks = append(d.Blocks, document.Block{Paragraph: &document.Paragraph{Text: text}})
	}
	for _, table := range tables {
		d.Blocks = append(d.Blocks, document.Block{Table: table})
	}
	readLabels(d)
	r, err := Parse(d)
	require.NoError(t, err)
	return r
}

// assertFigures looks that the figures are the table's.
func assertFigures(t *testing.T, r *Report, want map[string]float64) {
	t.Helper()
	got := map[string]float64{}
	for _, f := range r.Figures {
		got[f.ID] = f.Value
	}
	assert.Equal(t, want, got)
}

func TestFaxedTablesAreKnownByTheirShape(t *testing.T) {
	for _, e := range []form.Edition{form.Edition2019, form.Edition2021} {
		for _, key := range []string{form.Disclosure, form.Applications, form.Remedies} {
			table, want := recognisedTable(e, key, faxed)
			r := parseRecognised(t, table)
			assertFigures(t, r, want)
			for _, f := range r.Figures {
				assert.NotEmpty(t, f.Doubt, f.ID)
			}
			assert.NotEmpty(t, r.Tables[0].Doubt)
			assert.NotEmpty(t, r.TemplateDoubt)
			if key != form.Remedies { // both editions have the same
				assert.Equal(t, string(e), r.Template, key)
			}
		}
	}
}

func TestNoiseInTheShapeOfTheFormIsNoTable(t *testing.T) {
	for _, key := range []string{form.Disclosure, form.Applications, form.Remedies} {
		table, _ := recognisedTable(form.Edition2021, key, noise)
		readByShape([]*document.Table{table}, nil)
		assert.Equal(t, "尘尘", table.Cells[0].Text[:len("尘尘")], key)
		assert.Empty(t, table.Inferred)
	}
}

// 表三 of a scan whose （七）总计 was read as -+--: all other labels are clear.
func TestOneLabelLostLeavesTheOtherRowsSure(t *testing.T) {
	table, want := recognisedTable(form.Edition2021, form.Applications, func(label string) string {
		if label == "（七）总计" {
			return "-+--"
		}
		return label
	})
	r := parseRecognised(t, table)
	assertFigures(t, r, want)
	for _, f := range r.Figures {
		assert.Equal(t, strings.HasPrefix(f.ID, "applications.total."), f.Doubt != "", f.ID)
	}
	assert.Equal(t, rowByPlace, r.Figure("applications.total.other").Doubt)
	assert.Equal(t, "-+--", r.Table(form.Applications).Blocks[0].Rows[23].Printed)
	assert.Empty(t, r.TemplateDoubt)
}

// A group that was read as 09 hid the label of its first row, 1.申请人无正当理由….
func TestAGroupReadAsAFigureCostsNothing(t *testing.T) {
	table, want := recognisedTable(form.Edition2021, form.Applications, func(label string) string {
		if label == "（六）其他处理" {
			return "09"
		}
		return label
	})
	r := parseRecognised(t, table)
	assertFigures(t, r, want)
	for _, f := range r.Figures {
		assert.Empty(t, f.Doubt, f.ID)
	}
}

func TestFiguresBesideAClearLabelAreSure(t *testing.T) {
	heads := []string{"自然人", "商业企业", "社会公益组织", "法律服务机构", "总计"}
	table, want := recognisedTable(form.Edition2021, form.Applications, except(append(heads, "7.属于行政执法案卷")...))
	r := parseRecognised(t, table)
	assertFigures(t, r, want)
	assert.Empty(t, r.Figure("applications.denied.enforcement_file.business").Doubt)
	assert.Equal(t, columnByPlace, r.Figure("applications.denied.enforcement_file.research").Doubt)
	assert.Equal(t, rowByPlace, r.Figure("applications.denied.process_information.business").Doubt)
	assert.NotEmpty(t, r.TemplateDoubt, "two labels do not tell the form")
}

// withoutRow takes a row out, as when the ruling between two rows was not seen.
func withoutRow(t *document.Table, row int) {
	var cells []document.Cell
	for _, c := range t.Cells {
		switch {
		case c.Row > row:
			c.Row--
		case c.Row+c.RowSpan > row && c.RowSpan > 1:
			c.RowSpan--
		case c.Row == row:
			continue
		}
		cells = append(cells, c)
	}
	t.Rows, t.Cells = t.Rows-1, cells
}

// withRow puts an empty row in, as when a fold of the paper was taken for a ruling.
func withRow(t *document.Table, row int) {
	for i := range t.Cells {
		switch c := &t.Cells[i]; {
		case c.Row >= row:
			c.Row++
		case c.Row+c.RowSpan > row:
			c.RowSpan++
		}
	}
	for column := range t.Columns {
		t.Cells = append(t.Cells, document.Cell{Row: row, Column: column, RowSpan: 1, ColumnSpan: 1, Confidence: 0.9})
	}
	t.Rows++
}

// Of a fax the rows beside the lost one cannot be told: they are lost too.
func TestALostRowShiftsNoOther(t *testing.T) {
	for row := 3; row < 28; row++ {
		table, want := recognisedTable(form.Edition2021, form.Applications, faxed)
		withoutRow(table, row)
		r := parseRecognised(t, table)
		for _, f := range r.Figures {
			assert.Equal(t, want[f.ID], f.Value, "%s with row %d lost", f.ID, row)
		}
		assert.GreaterOrEqual(t, len(r.Figures), 19*7, "with row %d lost", row)
	}
}

// 6.属于四类过程性信息 of a fax: too little for a label anywhere, enough for the one in
// its place, since no other is nearly so like.
func TestALabelThatIsLikeTheOneInItsPlaceIsClear(t *testing.T) {
	table, want := recognisedTable(form.Edition2021, form.Applications, func(label string) string {
		switch label {
		case "6.属于四类过程性信息":
			return "白欧于四类过程性生起"
		case "8.属于行政查询事项":
			return "7.属于行政执询事案" // is like 7.属于行政执法案卷 too
		case "总计":
			return label
		}
		return faxed(label)
	})
	label, _ := asLabel("白欧于四类过程性生起", "", labelsOfForm())
	assert.Equal(t, "白欧于四类过程性生起", label, "it is like none by itself")
	r := parseRecognised(t, table)
	assertFigures(t, r, want)
	assert.Empty(t, r.Figure("applications.denied.process_information.total").Doubt)
	assert.Equal(t, rowByPlace, r.Figure("applications.denied.administrative_inquiry.total").Doubt)
}

// With one row lost and another where there is none, all rows between stand one row
// from their place, in a table of as many rows as the form's.
func TestRowsThatStandOneOffAreNotReadAsTheirNeighbours(t *testing.T) {
	for _, said := range []func(string) string{faxed, except("5.属于三类内部事务信息", "2.重复申请")} {
		for lost := 4; lost < 20; lost++ {
			table, want := recognisedTable(form.Edition2021, form.Applications, said)
			withoutRow(table, lost)
			withRow(table, lost+6)
			for _, f := range parseRecognised(t, table).Figures {
				if f.State == Number && f.Value != want[f.ID] {
					assert.NotEmpty(t, f.Doubt, "%s with row %d lost", f.ID, lost)
				}
			}
		}
	}
}

// Table two is often printed as four tables of as many columns as each has.
func TestBlocksPrintedApartAreReadTogether(t *testing.T) {
	whole, want := recognisedTable(form.Edition2021, form.Disclosure, faxed)
	r := parseRecognised(t, apart(whole, []int{0, 4, 7, 11, 14}, []int{4, 2, 2, 2})...)
	assertFigures(t, r, want)
	assert.Equal(t, "2021", r.Template)
}

// apart cuts a table between rows into parts that have columns of their own.
func apart(t *document.Table, cuts, columns []int) []*document.Table {
	var list []*document.Table
	for i, n := range columns {
		part := &document.Table{Rows: cuts[i+1] - cuts[i], Columns: n}
		for _, c := range t.Cells {
			if c.Row < cuts[i] || c.Row >= cuts[i+1] {
				continue
			}
			c.Row -= cuts[i]
			c.ColumnSpan = min(c.ColumnSpan, n-c.Column)
			part.Cells = append(part.Cells, c)
		}
		list = append(list, part)
	}
	return list
}

func TestTheFilesOwnLabelsAreNotReadByTheirShape(t *testing.T) {
	table, _ := recognisedTable(form.Edition2021, form.Applications, faxed)
	for i := range table.Cells {
		table.Cells[i].Confidence = 0
	}
	before := table.Cells[0].Text
	readByShape([]*document.Table{table}, nil)
	assert.Equal(t, before, table.Cells[0].Text)
}

// A unit that prints 其他 before 法律服务机构 means what it prints.
func TestClearLabelsInAnotherOrderAreKept(t *testing.T) {
	swapped := map[string]string{"其他": "法律服务机构", "法律服务机构": "其他"}
	table, want := recognisedTable(form.Edition2021, form.Applications, func(label string) string {
		if other := swapped[label]; other != "" {
			return other
		}
		return label
	})
	r := parseRecognised(t, table)
	assert.Equal(t, want["applications.new.other"], r.Figure("applications.new.legal_service").Value)
}

// garbled says labels with some of their characters lost or taken for others of the
// form, some labels worse than most.
func garbled(random *rand.Rand, characters []rune) func(string) string {
	most := random.Float64() * 0.6
	return func(label string) string {
		share, said := most, ""
		if random.Float64() < 0.3 {
			share = random.Float64()
		}
		for _, r := range label {
			switch luck := random.Float64(); {
			case luck < share*0.2:
			case luck < share:
				said += string(characters[random.IntN(len(characters))])
			default:
				said += string(r)
			}
		}
		return said
	}
}

// Whatever a recogniser makes of labels and rulings, no figure is sure that is another
// cell's.
func TestDamagedTablesHaveNoFigureThatIsSurelyWrong(t *testing.T) {
	const tables = 60
	random := rand.New(rand.NewPCG(4, 2021))
	characters := []rune(strings.Join(labelsOfForm(), ""))
	for i := range tables {
		table, want := recognisedTable(form.Edition2021, form.Applications, garbled(random, characters))
		for range random.IntN(3) {
			withoutRow(table, random.IntN(table.Rows))
		}
		for range random.IntN(3) {
			withRow(table, random.IntN(table.Rows))
		}
		for _, f := range parseRecognised(t, table).Figures {
			if f.State == Number && f.Value != want[f.ID] {
				assert.NotEmpty(t, f.Doubt, "%s of table %d", f.ID, i)
			}
		}
	}
}
