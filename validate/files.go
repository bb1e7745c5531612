package validate

import (
	"fmt"
	"iter"
	"path"
	"regexp"
	"slices"
	"strings"

	"gouji/parser"
	"gouji/parser/claim"
	"gouji/validate/register"
)

// fileRules are the rules about the files of a report: their names, and what
// several files of one report say.
var fileRules = []*Rule{fileAuthor, fileName, formatsDiffer, reportTwice}

var formatsShare = &Limit{
	Name: "formats-share", Unit: "share", Value: 0.3,
	Why: Text{"同一份报告转成别的格式，只会错几格；三成以上不同的是两份报告", "one report in another format differs in a few cells; where three in ten differ there are two reports"},
}

var formatsDiffer = &Rule{
	ID: "formats-differ", Code: "P08", Severity: Error, Since: "0.2",
	Title:  Text{"同一报告的两种格式数字不同", "Two formats of one report have different numbers"},
	Ground: practice("网页、PDF、Word应是同一份报告"),
	Why: Text{"同一机关、同一年度的两个文件格式不同，表里有的数字也不同。多因改了一个，没有改另一个。",
		"Two files of one report have different numbers. Usually one was corrected and the other was not."},
	Mend:    Text{"以定稿为准，替换有误的文件。", "Replace the wrong file by the final version."},
	Applies: Text{"同批有同一机关、同一年度而格式不同的文件，多数有数的格相同", "the run has files of one organ and year in different formats, alike in most cells that hold something"},
	Needs:   []Need{NeedsOthers},
	Formula: Text{"两个文件里每一格的数相等（都读准时）", "each cell equals that of the other file (where both were read for sure)"},
	Limits:  []*Limit{formatsShare},
	Check:   checkFormats,
}

// checkFormats speaks for the first file of a report, so that one difference
// is one finding.
func checkFormats(r *Subject) []Finding {
	var list []Finding
	for other := range filesAfter(r) {
		if wrong := differing(r, other); len(wrong) > 0 && sameReport(r, other) {
			list = append(list, formatFinding(r, other, wrong))
		}
	}
	return list
}

// filesAfter are the other files of the report when it is the first of them. A
// file that was named twice is not another.
func filesAfter(r *Subject) iter.Seq[*Subject] {
	return func(yield func(*Subject) bool) {
		if len(r.files) == 0 || r.files[0].index != r.index {
			return
		}
		for _, other := range r.files[1:] {
			if !sameFile(r, other) && !yield(r.view.of(other)) {
				return
			}
		}
	}
}

// sameFile reports whether two subjects are one file. In results that were merged,
// files of two computers may have one path.
func sameFile(a, b *Subject) bool {
	return a.Source.Path != "" && a.Source.Path == b.Source.Path && a.Source.SHA256 == b.Source.SHA256
}

// differing are the cells that were read for sure in both files and differ.
func differing(r, other *Subject) []*parser.Figure {
	var list []*parser.Figure
	for i := range r.Figures {
		f := &r.Figures[i]
		value, sure := f.Sure()
		beside, also := other.Figure(f.ID).Sure()
		if sure && also && value != beside {
			list = append(list, f)
		}
	}
	return list
}

// sameReport reports whether two files are one report in two formats: of the
// cells that hold something in either, most agree.
func sameReport(r, other *Subject) bool {
	filled := 0
	for i := range r.Figures {
		value, sure := r.Figures[i].Sure()
		beside, also := other.Figure(r.Figures[i].ID).Sure()
		if sure && also && (value != 0 || beside != 0) {
			filled++
		}
	}
	wrong := len(differing(r, other))
	return r.Source.Format != other.Source.Format && float64(wrong) < r.limit(formatsShare)*float64(filled)
}

func formatFinding(r, other *Subject, wrong []*parser.Figure) Finding {
	first := wrong[0]
	value, beside := first.Value, other.Figure(first.ID).Value
	name, rest := cellText(first.ID), Text{}
	if n := len(wrong) - 1; n > 0 {
		rest = Text{fmt.Sprintf("；另有%d格也不同", n), fmt.Sprintf("; %s more differ", cellCount(n))}
	}
	f := about(wrong, Text{
		fmt.Sprintf("%s：%s里是 %s，%s里是 %s%s", name.ZH, formatText(r), Number(value), formatText(other), Number(beside), rest.ZH),
		fmt.Sprintf("%s: %s here (%s), %s there (%s)%s", name.EN, Number(value), formatText(r), Number(beside), formatText(other), rest.EN)})
	f.Other = &other.Source
	if len(wrong) == 1 {
		f.Got, f.Want = &value, &beside
	}
	return f
}

func formatText(r *Subject) string { return strings.ToUpper(string(r.Source.Format)) }

var reportTwice = &Rule{
	ID: "report-twice", Code: "P09", Severity: Warning, Since: "0.2",
	Title:  Text{"同一机关、同一年度有两份报告", "There are two reports of one organ and year"},
	Ground: practice("公开栏里一个年度只应有一份报告"),
	Why: Text{"同一机关、同一年度有两份不同的报告，读者不知道以哪份为准。多因改过的报告和原来的都放了进来；也可能是外地同名的单位。",
		"Two different reports of one organ and year: nobody knows which one holds. Usually a corrected report was added and the old one not removed; or two places have organs of one name."},
	Mend:    Text{"只留定稿；不是同一单位的，在题目里写明所在的市县。", "Keep the final one; where they are two organs, name the place in the title."},
	Applies: Text{"同批有同一机关、同一年度的几个文件", "the run has several files of one organ and year"},
	Needs:   []Need{NeedsOthers},
	Formula: Text{"同一机关、同一年度，每种格式一份报告", "one report of an organ and year in each format"},
	Limits:  []*Limit{formatsShare},
	Check:   checkTwoReports,
}

func checkTwoReports(r *Subject) []Finding {
	var list []Finding
	for other := range filesAfter(r) {
		if f, said := twoReports(r, other); said {
			f.Other = &other.Source
			list = append(list, f)
		}
	}
	return list
}

// twoReports tells what a second file of a report is; said is false when it is
// the same in another format, which is as it should be.
func twoReports(r, other *Subject) (f Finding, said bool) {
	wrong := differing(r, other)
	switch {
	case r.Source.SHA256 != "" && r.Source.SHA256 == other.Source.SHA256:
		return Finding{Severity: Info, Message: Text{"同一个文件放了两份", "The same file is there twice"}}, true
	case len(wrong) == 0 && sameProse(r, other):
		return Finding{Severity: Info, Message: Text{"两个文件内容相同，是同一份报告", "Both files have the same content"}}, sameFormat(r, other)
	case sameReport(r, other):
		return Finding{}, false // P08 tells of the cells
	case len(wrong) == 0:
		return Finding{Message: Text{
			fmt.Sprintf("%s%d年有两份报告，数字相同，文字不同", r.Organ, r.Year),
			fmt.Sprintf("There are two reports of %s for %d: same numbers, different text", r.Organ, r.Year)}}, sameFormat(r, other)
	}
	return Finding{Message: Text{
		fmt.Sprintf("%s%d年有两份报告，有%d格的数字不同（如%s：%s 与 %s）", r.Organ, r.Year, len(wrong), cellText(wrong[0].ID).ZH, Number(wrong[0].Value), Number(other.Figure(wrong[0].ID).Value)),
		fmt.Sprintf("There are two reports of %s for %d with different numbers in %s (%s: %s and %s)", r.Organ, r.Year, cellCount(len(wrong)), wrong[0].ID, Number(wrong[0].Value), Number(other.Figure(wrong[0].ID).Value))}}, true
}

func sameFormat(r, other *Subject) bool {
	return r.Source.Format != "" && r.Source.Format == other.Source.Format
}

func sameProse(r, other *Subject) bool {
	return slices.EqualFunc(r.sentences(), other.sentences(), func(a, b claim.Sentence) bool { return a.Text == b.Text })
}

var fileName = &Rule{
	ID: "file-name", Code: "P07", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"文件名与标题不符", "The file's name is not that of the report"},
	Ground: logic("文件名说的是文件里的报告"),
	Why: Text{"文件名写的年度或单位与报告的标题不同。多因放错了文件，或从别的文件改写后没有改名。",
		"The file's name has another year or organ than the report's title: the wrong file was put in, or an edited file kept its old name."},
	Mend:    Text{"打开核对：放错的换回，名称有误的改名。", "Open the file: replace it if it is the wrong one, else rename it."},
	Formula: Text{"文件名里的年度＝标题年度；文件名里的单位＝标题里的单位", "year in the file's name = the title's; organ in the file's name = the title's"},
	Check:   checkFileName,
}

func checkFileName(r *Subject) []Finding {
	name := path.Base(strings.ReplaceAll(r.Source.Path, `\`, "/"))
	name = strings.TrimSuffix(name, path.Ext(name))
	title, told := yearOfTitle(r)
	if year := yearOfFile(name); told && year != 0 && year != title && (r.year == 0 || r.year == title) {
		got, want := float64(year), float64(title)
		return []Finding{{Got: &got, Want: &want, Message: Text{
			fmt.Sprintf("文件名“%s”写%d年，报告是%d年的", name, year, title),
			fmt.Sprintf("The file's name %q says %d, the report is for %d", name, year, title)}}}
	}
	if organ := r.anotherOrgan(name); organ != "" {
		return []Finding{{Message: Text{
			fmt.Sprintf("文件名“%s”写的是%s，报告是%s的", name, organ, r.Organ),
			fmt.Sprintf("The file's name %q names %s, the report is of %s", name, organ, r.Organ)}}}
	}
	return nil
}

var (
	// A year of a report stands before 年, 年度 or 年报, or as a word of its own;
	// 20240115 and 2024-01-15 are dates, 〔2024〕15号 is a number of a document.
	fileYear   = regexp.MustCompile(`(?:^|[^0-9])(20[0-3][0-9])(年度|年报|年|[ _　)）\]】]|$|\p{Han})`)
	fileDate   = regexp.MustCompile(`20[0-3][0-9](?:年|[-_. ])[0-9]{1,2}(?:月|[-_. ]|$)|[〔\[(（【]20[0-3][0-9][〕\])）】]\s*第?[0-9]+号?|20[0-3][0-9]号`)
	numberYear = regexp.MustCompile(`20[0-3][0-9]`)
)

// The years that reports exist for.
const firstReport, lastReport = 2008, 2035

// yearOfFile is the year of the report as a file's name tells it, 0 when it
// names none, several, or a date, which may be that of anything.
func yearOfFile(name string) int {
	m := fileYear.FindStringSubmatch(name)
	if m == nil || fileDate.MatchString(name) || len(numberYear.FindAllString(name, -1)) != 1 {
		return 0
	}
	if year := atoi(m[1]); year >= firstReport && year <= lastReport {
		return year
	}
	return 0
}

// fileParts are what parts the words of a file's name.
var fileParts = regexp.MustCompile(`[-_—–+ 　.()（）\[\]【】、，,&]+`)

// anotherOrgan is the organ that a file's name says, when that is surely
// another: one that also has a report in the run, or stands in the register. In
// 某市-民政局年报 the first part is only where the organ is.
func (r *Subject) anotherOrgan(name string) string {
	own, found := register.Key(r.Organ), ""
	if own == "" || strings.Contains(register.Key(name), own) {
		return ""
	}
	for _, part := range fileParts.Split(organWords(name), -1) {
		key := register.Key(part)
		organ := r.organs[key]
		switch {
		case organ == "", strings.HasPrefix(own, key), r.oneUnit(organ):
		case register.Renamed(organ, r.Organ):
			found = organ
		default:
			return ""
		}
	}
	return found
}

// organWords is a file's name without what says that it is an annual report.
func organWords(name string) string {
	for _, word := range []string{"政府信息公开工作年度报告", "政府信息公开年度报告", "政府信息公开工作报告", "政府信息公开年报", "信息公开年报", "年度报告", "年报", "年度"} {
		name = strings.ReplaceAll(name, word, " ")
	}
	return fileNumber.ReplaceAllString(name, " ")
}

var fileNumber = regexp.MustCompile(`[0-9]+年?`)

// oneUnit reports whether the register has both names for one unit.
func (r *Subject) oneUnit(name string) bool {
	return r.Unit != nil && r.options.Register.Find(name) == r.Unit
}
