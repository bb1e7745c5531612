package dataset

import (
	"math"
	"strings"

	"gouji/corpus/dataset/table"
	"gouji/parser"
	"gouji/parser/document"
)

// cellsSheet is the long table. A cell that the edition used does not have gives
// no row.
func cellsSheet() *sheet[*cell] {
	ofReport := func(names ...string) []column[*cell] {
		return within(only(identity(), names...), func(c *cell) *reading { return c.of })
	}
	list := append(ofReport("report_id", "unit_id", "organ", "year", "region", "level"),
		text("edition", "格式", "edition of the form", func(c *cell) string { return string(c.used) }).of(editions...).required().
			about("这张表所用的格式", "that the table uses"),
		text("figure", "指标编号", "id of the figure", func(c *cell) string { return c.ID }).required(),
		text("table", "表", "table", func(c *cell) string { return c.Table.Key }).required(),
		text("row", "行", "row", func(c *cell) string { return c.row() }).required(),
		text("column", "列", "column", func(c *cell) string { return c.column() }).required(),
		text("state", "状态", "state", (*cell).state).of(cellStates...).required(),
		number("value", "数值", "value", (*cell).number).about("只有读准了的数", "of what is sure only"),
		number("doubtful_value", "存疑的数值", "doubtful value", (*cell).doubtfulValue).about("读到但没有读准的数，不要当作准数", "a number that was read but is not sure"),
		text("missing", "为何没有数值", "why there is no value", (*cell).why).of(missing[:len(missing)-1]...),
		text("raw", "原文", "as printed", func(c *cell) string { return c.figureOr().Raw }),
		text("unit", "单位", "unit", func(c *cell) string { return c.figure.unit() }),
		truth("doubtful", "存疑", "doubtful", func(c *cell) bool { return c.figureOr().Doubt != "" }).required(),
		text("doubt", "为何存疑", "why it is doubtful", func(c *cell) string { return c.figureOr().Doubt }),
		number("confidence", "识别把握", "confidence of the recogniser", (*cell).confidence).about("0 到 1，只有识别出的数有", "0 to 1, of recognised figures only"),
	)
	list = append(list, within(placeColumns(), func(c *cell) document.Place { return c.figureOr().Where })...)
	list = append(list, ofReport("file", "sha256", "reader")...)
	list = append(list, text("findings", "涉及的问题", "findings that name the cell", func(c *cell) string { return strings.Join(c.of.named[c.ID], " ") }).
		about("规则编号，空格隔开", "codes of rules, separated by spaces"))
	return &sheet[*cell]{
		Table: table.Table{Name: "cells", Key: []string{"report_id", "figure"},
			Title:      table.Text{ZH: "单元格（长表）", EN: "cells, long"},
			About:      table.Text{ZH: "一行是一份报告的一格；所用格式没有的格没有行", EN: "a row is a cell of a report; a cell that the edition used does not have gives no row"},
			References: []table.Reference{toReports, toFigures, toUnits}},
		columns: list,
	}
}

// placeColumns say where something stands.
func placeColumns() []column[document.Place] {
	side := func(name, zh, en string, of func(document.Box) float64) column[document.Place] {
		return number(name, zh, en, func(p document.Place) table.Value {
			if p.Box == (document.Box{}) {
				return table.Value{}
			}
			return table.Float(math.Round(of(p.Box)*10) / 10)
		})
	}
	count := func(name, zh, en string, of func(document.Place) int) column[document.Place] {
		return integer(name, zh, en, func(p document.Place) table.Value { return table.Positive(of(p)) })
	}
	return []column[document.Place]{
		count("page", "页", "page", func(p document.Place) int { return p.Page }),
		side("x0", "左", "left", func(b document.Box) float64 { return b.X0 }).about("点（1/72英寸），从页面左上角量起", "points (1/72 inch) from the top left of the page"),
		side("y0", "上", "top", func(b document.Box) float64 { return b.Y0 }),
		side("x1", "右", "right", func(b document.Box) float64 { return b.X1 }),
		side("y1", "下", "bottom", func(b document.Box) float64 { return b.Y1 }),
		count("at_paragraph", "第几段", "paragraph in the file", func(p document.Place) int { return p.Paragraph }),
		count("at_table", "第几个表格", "table in the file", func(p document.Place) int { return p.Table }),
		count("at_row", "表格第几行", "row in that table", func(p document.Place) int { return p.Row }),
		count("at_column", "表格第几列", "column in that table", func(p document.Place) int { return p.Column }),
	}
}

// figureOr is the figure as read, an empty one where there is none.
func (c *cell) figureOr() *parser.Figure {
	if c.read == nil {
		return &parser.Figure{}
	}
	return c.read
}

func (c *cell) state() string {
	if c.read == nil {
		return absent
	}
	return string(c.read.State)
}

// number is value without the reason why there is none, which other columns tell.
func (c *cell) number() table.Value {
	if v := c.value(); v.Known() {
		return v
	}
	return table.Value{}
}

func (c *cell) doubtfulValue() table.Value {
	if c.read == nil || c.read.Doubt == "" || c.read.State != parser.Number {
		return table.Value{}
	}
	return table.Float(c.read.Value)
}

func (c *cell) confidence() table.Value {
	if c.read == nil || c.read.Confidence == 0 {
		return table.Value{}
	}
	return table.Float(math.Round(100*c.read.Confidence) / 100)
}
