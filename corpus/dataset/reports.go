package dataset

import (
	"strings"

	"gouji/corpus/dataset/table"
	"gouji/parser"
	"gouji/validate"
)

// identity are the columns that say whose report it is, of which year, and from
// where. Tables that are not wide have some of them, so that they can be used alone.
func identity() []column[*reading] {
	return []column[*reading]{
		text("report_id", "报告编号", "id of the report", func(r *reading) string { return r.id }).required().
			about("r 加内容 SHA-256 的前16位：同样的文件永远是同一编号", "r and the first 16 digits of the content's SHA-256: the same file always has the same id"),
		text("unit_id", "单位编号", "id of the unit", func(r *reading) string { return r.unit.name() }).
			about("跨年同一单位同一编号；机关不明或存疑的空着", "the same over the years; missing where the organ is unknown or doubtful"),
		text("organ", "机关", "organ", func(r *reading) string { return r.organ }).
			about("题目所写；存疑的在 doubtful_organ", "as the title names it; a doubtful one stands in doubtful_organ"),
		integer("year", "年度", "year", func(r *reading) table.Value { return table.Positive(r.year) }).
			about("报告的年度；存疑的在 doubtful_year", "that the report is about; a doubtful one stands in doubtful_year"),
		text("region", "地区", "region", func(r *reading) string { return r.unit.place() }).
			about("名录里单位所属政府的地方；没有名录的空着", "the place whose government the unit stands under in the register; missing without one"),
		text("level", "级别", "level", func(r *reading) string { return r.unit.level() }).of(levels...).about("据名录", "by the register"),
		text("kind", "类别", "kind", func(r *reading) string { return r.unit.kind() }).of(kinds...).about("据名录", "by the register"),
		text("file", "文件", "file", func(r *reading) string { return r.Source.Path }).required().about("内容相同的文件有几个时是第一个", "the first of those with the same content"),
		text("sha256", "文件散列值", "hash of the file", func(r *reading) string { return r.Source.SHA256 }).required(),
		text("format", "文件格式", "format of the file", func(r *reading) string { return string(r.Source.Format) }),
		text("reader", "读取器", "reader", func(r *reading) string { return r.Source.Reader }),
	}
}

// reportsSheet is the wide table.
func reportsSheet() *sheet[*reading] {
	used := append(editions, table.Category{Value: parser.Mixed, Label: table.Text{ZH: "混用", EN: "tables of both"}})
	list := append(identity(),
		text("doubtful_organ", "存疑的机关", "doubtful organ", func(r *reading) string { return given(r.OrganDoubt != "", r.Organ) }),
		text("organ_doubt", "机关为何存疑", "why the organ is doubtful", func(r *reading) string { return r.OrganDoubt }),
		integer("doubtful_year", "存疑的年度", "doubtful year", func(r *reading) table.Value { return table.Positive(given(r.YearDoubt != "", r.Year)) }),
		text("year_doubt", "年度为何存疑", "why the year is doubtful", func(r *reading) string { return r.YearDoubt }),
		text("edition", "格式", "edition of the form", func(r *reading) string { return given(r.TemplateDoubt == "", r.Template) }).
			of(used...).about("表格实际用的格式，不是年度应当用的", "that the tables use, not that they should"),
		text("doubtful_edition", "存疑的格式", "doubtful edition of the form", func(r *reading) string { return given(r.TemplateDoubt != "", r.Template) }).of(used...),
		text("edition_doubt", "格式为何存疑", "why the edition is doubtful", func(r *reading) string { return r.TemplateDoubt }),
		text("duplicate_of", "重复于", "duplicate of", func(r *reading) string { return r.duplicateOf }).
			about("同一单位同一年度的第一份；只要每单位每年一份时，取这一列空着的", "the first report of the same unit and year; for one a unit and year, take those where this is missing"),
		integer("same_issue", "同单位同年度份数", "reports of the same unit and year", func(r *reading) table.Value { return table.Int(r.issue) }).required(),
		text("title", "题目", "title", func(r *reading) string { return r.Title }),
		text("incomplete", "没能读出的部分", "what could not be read", func(r *reading) string { return r.Incomplete }),
		truth("damaged", "文件可能受损", "the file may be damaged", func(r *reading) bool { return r.Damaged }).required(),
		truth("recognised", "由图片识别", "recognised in pictures", func(r *reading) bool { return r.Recognised }).required(),
		integer("errors", "错误数", "errors", func(r *reading) table.Value { return table.Int(r.count(validate.Error)) }).required(),
		integer("warnings", "警告数", "warnings", func(r *reading) table.Value { return table.Int(r.count(validate.Warning)) }).required(),
		integer("doubtful_count", "存疑格数", "doubtful cells", func(r *reading) table.Value { return table.Int(r.countOf(doubtful)) }).required(),
		text("doubtful_cells", "存疑的格", "which cells are doubtful", func(r *reading) string { return strings.Join(r.doubtfulCells(), " ") }),
	)
	for i, f := range figures {
		list = append(list, column[*reading]{
			table.Column{Name: f.ID, Short: f.variable, Kind: table.Number, Label: table.Text{ZH: f.Name(), EN: f.english()}, Unit: f.unit()},
			func(r *reading) table.Value { return r.cells[i].value() },
		})
	}
	return &sheet[*reading]{
		Table: table.Table{Name: "reports", Key: []string{"report_id"}, Missing: missingWords(),
			Title:      table.Text{ZH: "报告（宽表）", EN: "reports, wide"},
			About:      table.Text{ZH: "一行是一份报告，一列是一格；没有确数的格，CSV 里写原因", EN: "a row is a report, a column a cell; in CSV, a cell without a sure number says why"},
			References: []table.Reference{toUnits}},
		columns: list,
	}
}

var (
	toReports = table.Reference{Columns: []string{"report_id"}, Table: "reports", Key: []string{"report_id"}}
	toUnits   = table.Reference{Columns: []string{"unit_id"}, Table: "units", Key: []string{"unit_id"}}
	toFigures = table.Reference{Columns: []string{"figure"}, Table: "figures", Key: []string{"figure"}}
	toRuns    = table.Reference{Columns: []string{"run"}, Table: "runs", Key: []string{"run"}}
	toFiles   = table.Reference{Columns: []string{"file_number"}, Table: "files", Key: []string{"file_number"}}
	toRules   = table.Reference{Columns: []string{"run", "rule"}, Table: "rules", Key: []string{"run", "rule"}}
)

// given is a value under a condition, else the zero value.
func given[T any](condition bool, value T) T {
	if condition {
		return value
	}
	var none T
	return none
}
