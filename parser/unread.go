package parser

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gouji/parser/document"
	"gouji/parser/form"
)

// A table whose lines are lost can be printed in full and still not be read.
// To call it missing would be wrong, and to say nothing too.

// unreadLabels is how many of a table's labels make it certain, beside all
// prose, that the table is printed.
var unreadLabels = map[string]int{form.Disclosure: 3, form.Applications: 8, form.Remedies: 7}

// unread names the statutory tables that are printed in the document but of
// which no figure was read; empty when there are none. Of a table whose head was
// lost the rows are known, and no column.
func unread(d *document.Document, found []Figure) string {
	read := map[string]bool{}
	for _, f := range found {
		read[tableKey(f.ID)] = true
	}
	var list []string
	text := ""
	for _, t := range form.Of(form.Edition2021).Tables {
		if read[t.Key] {
			continue
		}
		if text == "" {
			text = foldedText(d)
		}
		if labelsIn(text, t.Key) >= unreadLabels[t.Key] {
			list = append(list, fmt.Sprintf("%s印在文件里，但认不出它的行和列", t.Name))
		}
	}
	return strings.Join(list, "；")
}

// unreadRows names the rows whose label is printed and of which no figure was read,
// as in a file that lost the cells behind it; empty when there are none.
func unreadRows(tables []Table, found []Figure) string {
	read := map[string]bool{}
	for _, f := range found {
		read[f.ID[:strings.LastIndexByte(f.ID, '.')]] = true
	}
	var list []string
	for _, t := range tables {
		for _, b := range t.Blocks {
			for _, row := range b.Rows {
				if row.Key != "" && row.Match >= Variant && len(b.Columns) > 0 && !read[t.Key+"."+row.Key] {
					list = append(list, fmt.Sprintf("“%s”一行只有行名，没有读出数字", row.Official))
				}
			}
		}
	}
	return strings.Join(list, "；")
}

// foldedText is all text of the document in one.
func foldedText(d *document.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		if block.Paragraph != nil {
			b.WriteString(fold(block.Paragraph.Text))
		}
		if block.Table == nil {
			continue
		}
		for _, c := range block.Table.Cells {
			b.WriteString(fold(c.Text))
		}
	}
	return b.String()
}

// labelsIn counts the labels of a table that a folded text holds, those of the
// edition that has more. Short ones, such as 其他, are words of any prose.
func labelsIn(text, table string) int {
	const short = 4
	most := 0
	for _, f := range form.All() {
		n := 0
		for label := range labelsOf(f.Table(table)) {
			if utf8.RuneCountInString(label) >= short && strings.Contains(text, label) {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// labelsOf are the labels, folded, by which a table is told from prose: the rows
// of table three, the heads of the two others, whose rows have everyday names.
func labelsOf(t *form.Table) map[string]bool {
	labels := map[string]bool{}
	for _, b := range t.Blocks {
		for _, row := range b.Rows {
			if t.Key == form.Applications {
				labels[wordingOf(row.Label).body] = true
			}
		}
		if t.Key == form.Applications {
			continue
		}
		labels[fold(b.Heading)] = true
		for _, c := range b.Columns {
			labels[fold(c.Label)] = true
			for _, group := range c.Under {
				labels[fold(group)] = true
			}
		}
	}
	return labels
}

// joinReasons joins what of two reasons there is.
func joinReasons(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "；" + b
}
