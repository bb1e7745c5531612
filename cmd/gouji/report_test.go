package main

import (
	"cmp"
	"fmt"
	"html"
	"strings"

	"gouji/parser/form"
)

// sample writes a small report as HTML from the official form of 2021: three
// requests came and were granted, all else is 0. Changes set single figures to
// a text, leave a whole section out with "section.6" = "absent", or say whose
// report it is and for which year with "organ" and "year".
func sample(changes map[string]string) string {
	figures := map[string]string{
		"applications.new.natural_person": "3", "applications.new.total": "3",
		"applications.granted.natural_person": "3", "applications.granted.total": "3",
		"applications.total.natural_person": "3", "applications.total.total": "3",
	}
	for id, value := range changes {
		figures[id] = value
	}
	organ, year := cmp.Or(changes["organ"], "青溪县水利局"), cmp.Or(changes["year"], "2024")
	title := organ + year + "年政府信息公开工作年度报告"
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%s</title></head><body>\n<h1>%s</h1>\n", title, title)
	fmt.Fprintf(&b, "<p>本报告所列数据的统计期限自%[1]s年1月1日起至%[1]s年12月31日止。</p>\n", year)
	f := form.Of(form.Edition2021)
	for _, section := range f.Sections {
		if figures[fmt.Sprintf("section.%d", section.Number)] == "absent" {
			continue
		}
		fmt.Fprintf(&b, "<h2>%s、%s</h2>\n", string([]rune("一二三四五六")[section.Number-1]), section.Title)
		writeSection(&b, f, section, figures)
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

func writeSection(b *strings.Builder, f *form.Form, section form.Section, figures map[string]string) {
	for _, table := range f.Tables {
		if table.Section == section.Number {
			for _, block := range table.Blocks {
				writeBlock(b, table.Key, block, figures)
			}
			return
		}
	}
	prose := map[int]string{
		1: "本机关按照《中华人民共和国政府信息公开条例》主动公开信息、办理申请，公开前逐件审核，网站栏目有专人维护，年底考核一次。",
		5: "存在的问题：公开内容的深度还不够，群众关心的水价、取水许可等事项解读不多。改进措施：下一步将加强培训，改进栏目，多用问答和图表。",
		6: "本机关未收取信息处理费，没有其他需要报告的事项。",
	}
	fmt.Fprintf(b, "<p>%s</p>\n", prose[section.Number])
}

func writeBlock(b *strings.Builder, table string, block form.Block, figures map[string]string) {
	labels := 0
	for _, row := range block.Rows {
		if row.Label != "" {
			labels = max(labels, len(row.Under)+1)
		}
	}
	b.WriteString("<table border=\"1\">\n")
	if block.Heading != "" {
		fmt.Fprintf(b, "<tr><td colspan=\"%d\">%s</td></tr>\n", labels+len(block.Columns), block.Heading)
	}
	writeHead(b, block, labels)
	var above []string
	for i, row := range block.Rows {
		b.WriteString("<tr>")
		if row.Label != "" {
			writeLabels(b, block.Rows[i:], above, labels)
			above = row.Under
		}
		for _, column := range block.Columns {
			value, given := figures[form.ID(table, row.Key, column.Key)]
			if !given {
				value = "0"
			}
			fmt.Fprintf(b, "<td>%s</td>", html.EscapeString(value))
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
}

// writeHead writes the heads of the columns, equal ones of a level merged.
func writeHead(b *strings.Builder, block form.Block, labels int) {
	depth := 1
	for _, column := range block.Columns {
		depth = max(depth, len(column.Under)+1)
	}
	for level := range depth {
		b.WriteString("<tr>")
		if level == 0 && labels > 0 {
			fmt.Fprintf(b, `<td rowspan="%d" colspan="%d">%s</td>`, depth, labels, block.Corner)
		}
		for i := 0; i < len(block.Columns); {
			column, span := block.Columns[i], 1
			switch {
			case level < len(column.Under):
				for i+span < len(block.Columns) && shared(column.Under, block.Columns[i+span].Under, level) {
					span++
				}
				fmt.Fprintf(b, `<td colspan="%d">%s</td>`, span, column.Under[level])
			case level == len(column.Under):
				fmt.Fprintf(b, `<td rowspan="%d">%s</td>`, depth-level, column.Label)
			}
			i += span
		}
		b.WriteString("</tr>\n")
	}
}

// writeLabels writes the labels of the first row, those merged with the row
// above left out.
func writeLabels(b *strings.Builder, rows []form.Row, above []string, depth int) {
	under := rows[0].Under
	for level, label := range under {
		if shared(under, above, level) {
			continue
		}
		span := 1
		for span < len(rows) && shared(under, rows[span].Under, level) {
			span++
		}
		fmt.Fprintf(b, `<td rowspan="%d">%s</td>`, span, label)
	}
	fmt.Fprintf(b, `<td colspan="%d">%s</td>`, depth-len(under), rows[0].Label)
}

// shared reports whether two paths agree down to the level.
func shared(a, b []string, level int) bool {
	if len(a) <= level || len(b) <= level {
		return false
	}
	for i := range level + 1 {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
