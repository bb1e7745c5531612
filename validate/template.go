package validate

import (
	"fmt"

	"gouji/parser"
	"gouji/parser/form"
)

// templateRules are the rules about the edition of the form.
var templateRules = []*Rule{templateOutdated, templateMixed}

var templateOutdated = &Rule{
	ID: "template-outdated", Code: "S08", Severity: Error, Since: "0.1",
	Title:  Text{"所用格式与年度不符", "The form is not the one for the year"},
	Ground: form2021("2021年起使用的格式；2019、2020年为国办公开办函〔2019〕60号试行格式"),
	Formula: Text{"2019、2020年的报告用2019年格式，2021年起用2021年格式",
		"2019 and 2020: form of 2019; from 2021: form of 2021"},
	Why: Text{"2021年及以后的报告应使用2021年格式。沿用旧模板时，表二的项目和表三（六）的各行都对不上。",
		"Reports for 2021 and later use the 2021 form. With the old template table two and the rows under (六) of table three do not correspond."},
	Mend:    Text{"换用现行格式的空白表重新填写，不要在旧文件上改年份。", "Fill in the current blank form again; do not just change the year in an old file."},
	Edition: true,
	Check:   checkTemplateOutdated,
}

func checkTemplateOutdated(r *Subject) []Finding {
	right := formForYear(r)
	if right == nil {
		return nil
	}
	f := Finding{}
	var names []Text
	for i := range r.Tables {
		t := &r.Tables[i]
		if used := wrongEdition(t, right.Edition); used != "" {
			if len(names) == 0 {
				f.Where = t.Where
			}
			names = append(names, tableText(t.Key))
		}
	}
	if len(names) == 0 {
		return nil
	}
	used := otherEdition(right.Edition)
	list := both(names, enumeration)
	f.Message = Text{
		fmt.Sprintf("%d年的报告应使用%s年格式，%s用的是%s年格式", r.Year, right.Edition, list.ZH, used),
		fmt.Sprintf("A report for %d uses the %s form; %s: the %s form", r.Year, right.Edition, list.EN, used)}
	return []Finding{f}
}

// formForYear is the form that the report's year asks for; nil when the year
// is unknown, before the forms, or in dispute between years of different forms.
func formForYear(r *Subject) *form.Form {
	right := form.ForYear(r.Year)
	if r.year != 0 && right != form.ForYear(r.year) {
		return nil
	}
	return right
}

func otherEdition(e form.Edition) form.Edition {
	if e == form.Edition2021 {
		return form.Edition2019
	}
	return form.Edition2021
}

// wrongEdition is the edition of a table, or of blocks of it that both
// editions have, when it is not the right one.
func wrongEdition(t *parser.Table, right form.Edition) form.Edition {
	for _, b := range t.Blocks {
		if b.Edition != "" && b.Edition != right && inForm(b.Official, right, t.Key) {
			return b.Edition
		}
	}
	return ""
}

// inForm reports whether the edition has a block for the same item of article 20.
func inForm(b *form.Block, e form.Edition, table string) bool {
	if b == nil {
		return false
	}
	for _, o := range form.Of(e).Table(table).Blocks {
		if o.Heading == b.Heading {
			return true
		}
	}
	return false
}

// same makes texts that read alike in both languages.
func same(names []string) []Text {
	list := make([]Text, len(names))
	for i, name := range names {
		list[i] = Text{name, name}
	}
	return list
}

var templateMixed = &Rule{
	ID: "template-mixed", Code: "S09", Severity: Error, Since: "0.1",
	Title:  Text{"新旧格式混用", "Editions of the form are mixed"},
	Ground: form2021("各表应出自同一格式"),
	Formula: Text{"各表、表二各项出自同一格式",
		"all tables and all blocks of table two are of one edition"},
	Why: Text{"同一份报告里有的表（或表二的某一块）是2019年格式，有的是2021年格式，多因从往年文件里复制。",
		"Some tables, or blocks of table two, are of the 2019 form and others of the 2021 form, usually copied from an older file."},
	Mend:    Text{"全部改用当年的格式。", "Use the form for the year throughout."},
	Follows: []string{"template-outdated"},
	Edition: true,
	Check:   checkTemplateMixed,
}

func checkTemplateMixed(r *Subject) []Finding {
	parts := map[form.Edition][]Text{}
	var first parser.Table
	for _, t := range r.Tables {
		for _, b := range t.Blocks {
			if form.Of(b.Edition) == nil || !inForm(b.Official, otherEdition(b.Edition), t.Key) {
				continue
			}
			if len(parts) == 0 {
				first = t
			}
			parts[b.Edition] = append(parts[b.Edition], blockText(t.Key, b.Official))
		}
	}
	if len(parts) < 2 {
		return nil
	}
	older, newer := both(parts[form.Edition2019], enumeration), both(parts[form.Edition2021], enumeration)
	return []Finding{{Where: first.Where, Message: Text{
		fmt.Sprintf("2019年格式：%s；2021年格式：%s", older.ZH, newer.ZH),
		fmt.Sprintf("2019 form: %s; 2021 form: %s", older.EN, newer.EN)}}}
}

// blockText names a part of a table: 表二第二十条第（五）项, 表三.
func blockText(table string, b *form.Block) Text {
	name := form.Of(form.Edition2021).Table(table).Name
	return Text{name + b.Heading, table + b.Heading}
}
