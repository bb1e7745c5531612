package dataset

import (
	"strings"

	"gouji/corpus/dataset/table"
	"gouji/parser"
	"gouji/parser/document"
)

// part is a part of a report's text.
type part struct {
	*reading
	number   int             // in the report, from 0: the preface
	section  *parser.Section // nil for the preface
	passages []parser.Passage
	excerpt  bool
}

func (r *reading) parts() []*part {
	var list []*part
	if len(r.Preface) > 0 {
		list = append(list, &part{r, 0, nil, r.Preface, r.PrefaceExcerpt})
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		list = append(list, &part{r, i + 1, s, s.Passages, s.Excerpt})
	}
	return list
}

func (p *part) heading() parser.Section {
	if p.section == nil {
		return parser.Section{}
	}
	return *p.section
}

func (p *part) place() document.Place {
	if p.section == nil {
		return p.passages[0].Where
	}
	return p.section.Where
}

func (p *part) text() string {
	lines := make([]string, len(p.passages))
	for i, passage := range p.passages {
		lines[i] = passage.Text
	}
	return strings.Join(lines, "\n")
}

// sectionsSheet is the text of reports.
func sectionsSheet() *sheet[*part] {
	list := within(only(identity(), "report_id", "unit_id", "organ", "year"), func(p *part) *reading { return p.reading })
	list = append(list,
		integer("number", "在报告里的序号", "number in the report", func(p *part) table.Value { return table.Int(p.number) }).required().about("0 是开头没有标题的部分", "0 is the preface"),
		integer("official", "官方第几部分", "number of the official section", func(p *part) table.Value { return table.Positive(p.heading().Official) }),
		text("heading", "标题", "heading", func(p *part) string { return p.heading().Heading }),
		text("text", "正文", "text", (*part).text).about("每段一行，不含表格", "a paragraph a line, without the tables"),
		truth("recognised", "由图片识别", "recognised in pictures", func(p *part) bool { return p.Recognised }).required(),
		integer("page", "页", "page", func(p *part) table.Value { return table.Positive(p.place().Page) }),
		integer("at_paragraph", "第几段", "paragraph in the file", func(p *part) table.Value { return table.Positive(p.place().Paragraph) }),
	)
	return &sheet[*part]{
		Table: table.Table{Name: "sections", Key: []string{"report_id", "number"}, Title: table.Text{ZH: "正文", EN: "text"},
			About:      table.Text{ZH: "一行是一份报告的一个部分", EN: "a row is a part of a report"},
			References: []table.Reference{toReports, toUnits}},
		columns: list,
	}
}
