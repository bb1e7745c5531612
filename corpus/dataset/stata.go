package dataset

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gouji/corpus/dataset/table"
)

// labelLength is how long a variable's label may be in Stata, in characters.
const labelLength = 80

// stata is a script that loads every CSV file of the dataset and saves it as .dta,
// with labels. Columns are named by their place, since ids of figures are no names
// in Stata.
func stata(tables []*table.Table) []byte {
	d := &doFile{}
	d.head()
	for _, t := range tables {
		if t.Name != textName { // JSON lines, which Stata does not read
			d.table(t)
		}
	}
	return []byte(d.String())
}

type doFile struct{ strings.Builder }

func (d *doFile) line(format string, args ...any) { fmt.Fprintf(d, format+"\n", args...) }

func (d *doFile) head() {
	d.line(`* 读入数据集各表，加变量标签和值标签，存为 .dta。先 cd 到本文件夹，再 do gouji.do。
* Loads the tables with labels of variables and values and saves them as .dta: cd here, then do gouji.do.
* 缺失值比任何数都大：比较时写 if x > 10 & x < .  / Missing values are larger than any number: write if x > 10 & x < .
version 14
clear all
set more off
`)
	d.line("label define gouji_missing %s", codes(missing, stataCode))
	d.line("label define gouji_yes 0 \"否 no\" 1 \"是 yes\"")
	d.line(`
* 文字变成数，缺失的原因变成缺失代码 / text into numbers, reasons into missing codes
program define gouji_number
	args name
	quietly generate double gouji_new = real(%sname')`, "`")
	for i, m := range missing {
		d.line("\tquietly replace gouji_new = %s if `name' == \"%s\"", stataCode(i), m.Value)
	}
	d.line("\tdrop `name'\n\trename gouji_new `name'\nend")
	d.line(`
program define gouji_truth
	args name
	quietly generate byte gouji_new = (%[1]sname' == "true") if %[1]sname' != ""
	drop %[1]sname'
	rename gouji_new %[1]sname'
	label values %[1]sname' gouji_yes
end`, "`")
}

func (d *doFile) table(t *table.Table) {
	d.line("\n* %s %s", t.Name, t.Title.ZH)
	d.line(`import delimited using "%s.csv", delimiters(",") varnames(nonames) rowrange(2) stringcols(_all) bindquotes(strict) encoding("UTF-8") clear`, t.Name)
	for i, c := range t.Columns {
		d.line("rename v%d %s", i+1, c.Variable())
	}
	for _, c := range t.Columns {
		d.column(t, &c)
	}
	d.line("label data \"%s\"\nsave \"%s.dta\", replace", labelled(t.Title), t.Name)
}

func (d *doFile) column(t *table.Table, c *table.Column) {
	name := c.Variable()
	switch {
	case c.Kind == table.Boolean:
		d.line("gouji_truth %s", name)
	case c.Kind == table.Integer, c.Kind == table.Number:
		d.line("gouji_number %s", name)
		if c.Short != "" {
			d.line("label values %s gouji_missing", name)
		}
	case c.Values != nil:
		d.categories(t, c)
	}
	d.line("label variable %s \"%s\"", name, labelled(c.Label))
}

// categories makes numbers of a column's words, from 1 in their order.
func (d *doFile) categories(t *table.Table, c *table.Column) {
	label := cut(t.Name+"_"+c.Name, variableLength)
	d.line("label define %s %s", label, codes(c.Values, func(n int) string { return fmt.Sprint(n + 1) }))
	d.line("generate byte gouji_new = .")
	for i, v := range c.Values {
		d.line("quietly replace gouji_new = %d if %s == \"%s\"", i+1, c.Name, v.Value)
	}
	d.line("drop %[1]s\nrename gouji_new %[1]s\nlabel values %[1]s %[2]s", c.Name, label)
}

// codes are the codes of categories with their labels.
func codes(list []table.Category, code func(n int) string) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = fmt.Sprintf("%s \"%s\"", code(i), labelled(v.Label))
	}
	return strings.Join(words, " ")
}

// labelled is a label as Stata takes it: short, and without its quotes.
func labelled(t table.Text) string {
	text := t.ZH
	if utf8.RuneCountInString(t.ZH+" "+t.EN) <= labelLength {
		text += " " + t.EN
	}
	return cut(strings.NewReplacer(`"`, "'", "`", "'").Replace(text), labelLength)
}

func cut(s string, most int) string {
	runes := []rune(s)
	return string(runes[:min(len(runes), most)])
}
