package dataset

import (
	"strings"

	"gouji/corpus/dataset/table"
	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

// found is a finding of a file.
type found struct {
	*file
	number int // in the file, from 1
	validate.Finding
}

var severities = []table.Category{
	{Value: string(validate.Error), Label: table.Text{ZH: "错误", EN: "error"}},
	{Value: string(validate.Warning), Label: table.Text{ZH: "警告", EN: "warning"}},
	{Value: string(validate.Info), Label: table.Text{ZH: "提示", EN: "information"}},
}

// findingsSheet is what was found wrong.
func findingsSheet() *sheet[*found] {
	list := []column[*found]{
		integer("file_number", "文件序号", "number of the file", func(f *found) table.Value { return table.Int(f.file.number) }).required(),
		integer("number", "在文件里的序号", "number in the file", func(f *found) table.Value { return table.Int(f.number) }).required(),
		text("report_id", "报告编号", "id of the report", func(f *found) string { return f.report }),
		integer("run", "批次", "run", func(f *found) table.Value { return table.Int(f.run.number) }).required(),
		text("rule", "规则", "rule", func(f *found) string { return f.Rule }).required(),
		text("code", "规则编号", "code of the rule", func(f *found) string { return f.Code }).required(),
		text("severity", "级别", "severity", func(f *found) string { return string(f.Severity) }).of(severities...).required(),
		text("message_zh", "问题", "message in Chinese", func(f *found) string { return f.Message.ZH }),
		text("message_en", "英文", "message in English", func(f *found) string { return f.Message.EN }),
		text("figures", "涉及的格", "cells it is about", func(f *found) string { return strings.Join(f.Figures, " ") }).about("指标编号，空格隔开，合计在后", "ids of figures, separated by spaces, the total last"),
		number("got", "报告所填", "what is printed", func(f *found) table.Value { return optional(f.Got) }),
		number("want", "应当是", "what would fit", func(f *found) table.Value { return optional(f.Want) }),
		text("suspect", "疑似填错的格", "the cell that is suspect", func(f *found) string { return f.suspect().Figure }),
		number("suspect_value", "改成多少则成立", "the value with which all holds", (*found).suspectValue),
		integer("follows", "连带自第几个", "number of the finding that it follows from", func(f *found) table.Value { return table.Positive(f.Cause + 1) }),
		text("other_file", "对照的文件", "the file that it compares with", func(f *found) string { return f.other().Path }),
		text("other_report_id", "对照的报告", "id of that report", func(f *found) string { return reportID(f.other().SHA256) }).
			about("往年的报告只用来对照的，不在 reports 里", "not in reports where it was only compared with (--previous)"),
		text("suppressed", "豁免的理由", "why the office lives with it", func(f *found) string { return f.reason() }),
	}
	list = append(list, within(placeColumns(), func(f *found) document.Place { return f.Where })...)
	return &sheet[*found]{
		Table: table.Table{Name: "findings", Key: []string{"file_number", "number"}, Title: table.Text{ZH: "问题", EN: "findings"},
			About:      table.Text{ZH: "一行是一份文件的一个问题", EN: "a row is a finding of a file"},
			References: []table.Reference{toFiles, toReports, toRules}},
		columns: list,
	}
}

func (f *found) suspect() validate.Suspect {
	if f.Suspect == nil {
		return validate.Suspect{}
	}
	return *f.Suspect
}

func (f *found) suspectValue() table.Value {
	if f.Suspect == nil {
		return table.Value{}
	}
	return table.Float(f.Suspect.Value)
}

func (f *found) other() parser.Source {
	if f.Other == nil {
		return parser.Source{}
	}
	return *f.Other
}

func (f *found) reason() string {
	if f.Suppressed == nil {
		return ""
	}
	return f.Suppressed.Reason
}

func optional(x *float64) table.Value {
	if x == nil {
		return table.Value{}
	}
	return table.Float(*x)
}
