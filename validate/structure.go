package validate

import (
	"fmt"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
)

// sectionRules are the rules about the six sections.
var sectionRules = []*Rule{sectionMissing, sectionOrder, sectionHeading, tableMissing, tablePicture}

var sectionMissing = &Rule{
	ID: "section-missing", Code: "S01", Severity: Error, Since: "0.1",
	Title:  Text{"缺少规定的部分", "A required section is missing"},
	Ground: regulation("第五十条"),
	Formula: Text{"一至六的标题各出现一次",
		"each of the headings 一 to 六 is there"},
	Why: Text{"年度报告由六个部分组成。没有找到其中某一部分的标题，多因合并、漏写，或仍用旧提纲。",
		"A report has six sections. The heading of one was not found: usually merged, forgotten, or an old outline was used."},
	Mend: Text{"补写缺少的部分并使用规定的标题；没有内容的也保留标题并说明。",
		"Add the section under its official heading; keep the heading even when there is nothing to report."},
	Check: checkSectionMissing,
}

func checkSectionMissing(r *Subject) []Finding {
	if !formApplies(r) || r.Incomplete != "" {
		return nil
	}
	var missing []form.Section
	official := form.Of(form.Edition2021).Sections
	for _, s := range official {
		if r.Section(s.Number) == nil && reworded(r, s.Number) == nil {
			missing = append(missing, s)
		}
	}
	if len(missing) == len(official) {
		return []Finding{{Message: Text{"没有找到六个部分中的任何一个标题", "None of the six section headings was found"}}}
	}
	var list []Finding
	for _, s := range missing {
		list = append(list, Finding{section: s.Number, Message: Text{
			fmt.Sprintf("没有找到“%s、%s”", numeral(s.Number), s.Title),
			fmt.Sprintf("Section %d (%s) was not found", s.Number, s.Title)}})
	}
	return list
}

// formApplies reports whether an official form is for the report's year: those
// before 2019 were free in style.
func formApplies(r *Subject) bool { return r.Year == 0 || form.ForYear(r.Year) != nil }

// reworded finds the section that has an official number but a title that
// means none of the six.
func reworded(r *Subject, number int) *parser.Section {
	for i := range r.Sections {
		if s := &r.Sections[i]; s.Official == 0 && s.Number == number {
			return s
		}
	}
	return nil
}

// numeral is a section's number as headings print it.
func numeral(n int) string { return string([]rune("零一二三四五六")[n]) }

var sectionOrder = &Rule{
	ID: "section-order", Code: "S02", Severity: Error, Since: "0.1",
	Title:  Text{"各部分次序不对", "Sections out of order"},
	Ground: form2021("六个部分的次序"),
	Formula: Text{"各部分的序号递增",
		"the numbers of the sections rise"},
	Why: Text{"六个部分应按规定的次序排列。",
		"The six sections stand in a fixed order."},
	Mend:  Text{"按一至六的次序重新排列。", "Put the sections back into their order."},
	Check: checkSectionOrder,
}

func checkSectionOrder(r *Subject) []Finding {
	last := 0
	for _, s := range r.Sections {
		if s.Official == 0 {
			continue
		}
		if s.Official < last {
			before, _ := sectionTitle(last)
			return []Finding{{Where: s.Where, Message: Text{
				fmt.Sprintf("“%s”排在“%s”之后", s.Heading, before),
				fmt.Sprintf("Section %d stands after section %d", s.Official, last)}}}
		}
		last = s.Official
	}
	return nil
}

func sectionTitle(number int) (string, []string) {
	s := form.Of(form.Edition2021).Sections[number-1]
	return s.Title, s.Variants
}

var sectionHeading = &Rule{
	ID: "section-heading", Code: "S03", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"标题与规定不同", "A heading differs from the official one"},
	Ground: form2021("六个部分的标题"),
	Formula: Text{"标题＝规定的标题（空格、全半角不计）",
		"heading = official heading, width and spaces aside"},
	Why: Text{"标题应与规定的文字一致，否则读者和程序都难以对照。",
		"Headings should read as the format gives them, so that readers and programs can compare reports."},
	Mend:  Text{"改用规定的标题。", "Use the official heading."},
	Check: checkSectionHeading,
}

func checkSectionHeading(r *Subject) []Finding {
	if !formApplies(r) {
		return nil
	}
	var list []Finding
	for _, o := range form.Of(form.Edition2021).Sections {
		s := r.Section(o.Number)
		if s == nil {
			s = reworded(r, o.Number)
		}
		if s == nil || s.Match == parser.Exact {
			continue
		}
		list = append(list, headingFinding(s, o))
	}
	return list
}

func headingFinding(s *parser.Section, o form.Section) Finding {
	f := Finding{Where: s.Where, Message: Text{
		fmt.Sprintf("标题是“%s”，规定为“%s、%s”", s.Heading, numeral(o.Number), o.Title),
		fmt.Sprintf("Heading reads %q; the format has %q", s.Heading, numeral(o.Number)+"、"+o.Title)}}
	if strings.TrimSpace(s.Title) == "" {
		f.Severity = Error
	}
	return f
}

var tableMissing = &Rule{
	ID: "table-missing", Code: "S06", Severity: Error, Since: "0.1",
	Title:  Text{"缺少规定的表", "A statutory table is missing"},
	Ground: form2021("第二、三、四部分的表"),
	Formula: Text{"表二、表三、表四都在",
		"tables two, three and four are there"},
	Why: Text{"第二、三、四部分以表格形式报告。没有找到表，可能是漏了，也可能以图片插入，读不出数字。",
		"Sections two, three and four are reported as tables. The table was not found: left out, or inserted as a picture that holds no text."},
	Mend:    Text{"补上表格；以图片形式插入的改为可以复制文字的表格。", "Add the table; replace a picture by a table whose text can be copied."},
	Follows: []string{"section-missing"},
	Check:   checkTableMissing,
}

func checkTableMissing(r *Subject) []Finding {
	if !formApplies(r) || r.Incomplete != "" {
		return nil
	}
	var list []Finding
	for _, t := range form.Of(form.Edition2021).Tables {
		if r.Table(t.Key) != nil {
			continue
		}
		title, _ := sectionTitle(t.Section)
		f := Finding{section: t.Section, Message: Text{
			fmt.Sprintf("没有找到%s（%s）", t.Name, title),
			fmt.Sprintf("%s (%s) was not found", t.English, t.Key)}}
		if s := r.Section(t.Section); s != nil {
			f.Where = s.Where
		}
		list = append(list, f)
	}
	return list
}

var tablePicture = &Rule{
	ID: "table-picture", Code: "S07", Severity: Warning, Since: "0.2",
	Title:  Text{"表格可能是图片", "A table may be a picture"},
	Ground: practice("法定表格用可以复制文字的表格"),
	Formula: Text{"没有表、没有文字的第二、三、四部分，文件里没有图片",
		"no picture in a file of which section two, three or four has neither table nor text"},
	Why: Text{"这一部分既没有表格也没有文字，文件里却有图片：表格多半截成了图片，别人和程序都读不出数字。",
		"The section has neither table nor text while the file has pictures: the table was probably inserted as one, and nobody can read its figures as text."},
	Mend:    Text{"把图片换成可以复制文字的表格。", "Replace the picture by a table whose text can be copied."},
	Follows: []string{"table-missing"},
	Check:   checkTablePicture,
}

// checkTablePicture adds to table-missing what the likely cause is. Readers count
// pictures but do not say between which paragraphs they stand.
func checkTablePicture(r *Subject) []Finding {
	if r.Pictures == 0 {
		return nil
	}
	var list []Finding
	for _, f := range checkTableMissing(r) {
		s := r.whole(f.section)
		if s == nil || len(s.Passages) > 0 {
			continue
		}
		f.Message = Text{
			fmt.Sprintf("“%s”下没有表格也没有文字，文件里有%d张图片", s.Heading, r.Pictures),
			fmt.Sprintf("%q has neither table nor text; the file has %d pictures", s.Heading, r.Pictures)}
		list = append(list, f)
	}
	return list
}
