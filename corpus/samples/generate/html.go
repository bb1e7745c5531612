package main

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gouji/parser/form"
)

// page writes a report as a web page, or as one to print from.
func page(r *Report, style *Style) ([]byte, error) {
	w := &pageWriter{style: style, report: r}
	charset := "utf-8"
	if style.Page.GBK {
		charset = "gbk"
	}
	fmt.Fprintf(w, "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"%s\">\n<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n",
		charset, strings.Join(r.Title, ""), style.css())
	if style.Page.Site {
		w.site()
	} else {
		w.article()
	}
	w.WriteString("</body>\n</html>\n")
	if style.Page.GBK {
		text, err := simplifiedchinese.GBK.NewEncoder().String(w.String())
		return []byte(text), err
	}
	return w.Bytes(), nil
}

// pageWriter builds a page.
type pageWriter struct {
	bytes.Buffer
	style  *Style
	report *Report
}

// site puts a government site around the article: columns, the path, related
// links, and a footer. None of it belongs to the report.
func (w *pageWriter) site() {
	w.WriteString("<div class=\"top\"><a href=\"/\">首页</a> <a href=\"/zwgk/\">政务公开</a> <a href=\"/fw/\">办事服务</a> <a href=\"/hd/\">互动交流</a></div>\n")
	w.WriteString("<p class=\"path\">当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报</p>\n<table class=\"layout\"><tr><td class=\"menu\">\n<ul>\n")
	for _, entry := range []string{"政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开"} {
		fmt.Fprintf(w, "<li><a href=\"#\">%s</a></li>\n", entry)
	}
	fmt.Fprintf(w, "</ul>\n</td><td>\n<p class=\"meta\">发布日期：%s　来源：%s　浏览次数：1024　字体：<a href=\"#\">大</a> <a href=\"#\">中</a> <a href=\"#\">小</a></p>\n",
		w.report.Signature[1], w.report.Organ)
	w.article()
	fmt.Fprintf(w, "<p>上一篇：<a href=\"#\">%d年度部门预算</a></p>\n</td></tr></table>\n", w.report.Year+1)
	fmt.Fprintf(w, "<div class=\"foot\">主办单位：%s　网站标识码：0000000000　<a href=\"#\">网站地图</a></div>\n", w.report.Organ)
}

func (w *pageWriter) article() {
	w.WriteString("<div class=\"article\">\n")
	fmt.Fprintf(w, "<h1>%s</h1>\n", strings.Join(w.report.Title, "<br>"))
	for _, text := range w.report.Preface {
		w.paragraph(text)
	}
	for i := range w.report.Parts {
		w.part(&w.report.Parts[i])
	}
	for _, line := range w.report.Signature {
		fmt.Fprintf(w, "<p class=\"sign\">%s</p>\n", line)
	}
	w.WriteString("</div>\n")
}

func (w *pageWriter) paragraph(text string) { fmt.Fprintf(w, "<p>%s</p>\n", escape(text)) }

func (w *pageWriter) part(p *Part) {
	fmt.Fprintf(w, "<h2>%s、%s</h2>\n", numerals[p.Number], p.Title)
	for _, paragraph := range p.Prose {
		if paragraph.Heading {
			fmt.Fprintf(w, "<h3>%s</h3>\n", paragraph.Text)
			continue
		}
		w.paragraph(paragraph.Text)
	}
	for _, g := range w.report.grids(p.Table, w.style) {
		w.nested(g)
	}
}

// nested writes a table, inside one that only lays out where the style wants it.
func (w *pageWriter) nested(g *Grid) {
	if w.style.Page.Nested {
		w.WriteString("<table class=\"layout\"><tbody><tr><td>\n")
		defer w.WriteString("</td></tr></tbody></table>\n")
	}
	w.table(g)
}

func (w *pageWriter) table(g *Grid) {
	w.WriteString("<table class=\"data\">\n<colgroup>")
	for _, width := range g.Widths {
		fmt.Fprintf(w, "<col style=\"width:%.1f%%\">", width*100)
	}
	w.WriteString("</colgroup>\n")
	row := -1
	for i := range g.Cells {
		c := &g.Cells[i]
		for ; row < c.Row; row++ {
			w.WriteString(map[bool]string{true: "<tr>", false: "</tr>\n<tr>"}[row < 0])
		}
		w.cell(g, c)
	}
	w.WriteString("</tr>\n</table>\n")
}

func (w *pageWriter) cell(g *Grid, c *Cell) {
	spans := ""
	if c.RowSpan > 1 {
		spans += fmt.Sprintf(" rowspan=\"%d\"", c.RowSpan)
	}
	if c.ColumnSpan > 1 {
		spans += fmt.Sprintf(" colspan=\"%d\"", c.ColumnSpan)
	}
	fmt.Fprintf(w, "<td class=\"%s\"%s>%s</td>", cellClass(g, c), spans, w.cellText(c))
}

func cellClass(g *Grid, c *Cell) string {
	class := map[form.Kind]string{form.Label: "label", form.Group: "group", form.Outcome: "outcome", form.Head: "head", form.Heading: "title", form.Value: "value"}[c.Kind]
	if c.Kind == form.Value && c.Column == g.Columns-1 {
		class += " last"
	}
	return class
}

// cellText breaks narrow heads in the middle where a site's editor would.
func (w *pageWriter) cellText(c *Cell) string {
	text := strings.Join(cellLines(c, w.style), "<br>")
	characters := []rune(text)
	switch {
	case strings.Trim(text, " ") == "":
		return "&nbsp;"
	case w.style.Page.Site && c.Kind == form.Head && c.ColumnSpan == 1 && len(characters) == 4:
		return string(characters[:2]) + "<br>" + string(characters[2:])
	}
	return text
}

// css is the page's looks; what is printed gets a page size and margins.
func (s *Style) css() string {
	lines := []string{
		fmt.Sprintf("body{font-family:\"%s\",serif;font-size:%gpt;line-height:1.75}", s.font(), s.size()),
		"h1{text-align:center;font-size:1.3em}h2,h3{font-size:1em;text-indent:2em;margin:.3em 0}p{text-indent:2em;margin:0}.sign{text-align:right}",
		fmt.Sprintf("table.data{border-collapse:collapse;width:100%%;table-layout:fixed;font-size:%gpt;line-height:1.3;margin:6pt 0}", s.tableSize()),
		"table.data td{border:1px solid #000;padding:2px 3px;text-align:center}table.data td.label,table.data td.title{text-align:left}",
		"table.layout{width:100%;border:0}td.menu{width:11em;vertical-align:top}",
	}
	if s.Page.Lines {
		lines = append(lines, "table.data td{border:0;border-bottom:1px solid #000}table.data tr:first-child td{border-top:1px solid #000}")
	}
	if s.Page.Bold {
		lines = append(lines, "h1,h2,h3,td.title,td.last{text-shadow:.35px 0 0 #000}")
	}
	if s.Vertical == Upright {
		lines = append(lines, "td.outcome,td.group:not([colspan]){writing-mode:vertical-rl;letter-spacing:2px}")
	}
	if s.Shaded {
		lines = append(lines, "td.title{background:#c6d9f1;-webkit-print-color-adjust:exact}")
	}
	if s.KeepRows {
		lines = append(lines, "tr{break-inside:avoid}")
	}
	if s.Page.Print {
		lines = append(lines, fmt.Sprintf("@page{size:A4%s;margin:%gpt}body{margin:0}", map[bool]string{true: " landscape"}[s.Landscape], s.margin()))
	}
	return strings.Join(lines, "\n") + "\n"
}
