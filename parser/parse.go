package parser

import (
	"cmp"
	"strings"

	"gouji/parser/document"
)

// Parse reads what a document means as a 政府信息公开工作年度报告. It judges
// nothing and repairs nothing; what it had to guess is doubtful. The error is a
// *document.Error of kind NotReport, for a document that is no such report.
func Parse(d *document.Document) (*Report, error) {
	sheets := tableSheets(d)
	found := readTables(sheets)
	lines := flowOf(d, sheets)
	above, sections := readSections(lines)
	t := readTitle(above)
	if err := notReport(t, found, sections, above); err != nil {
		return nil, orDamaged(err, d)
	}
	r := &Report{
		Title: t.text, Organ: t.organ, Year: t.year, Template: templateOf(found.tables),
		Tables: found.tables, Figures: found.figures, Sections: sections,
		Preface:   append(passages(above[:max(t.first, 0)]), passages(above[t.last+1:])...),
		Pictures:  d.Pictures,
		Authors:   organsAmong(d.Authors),
		Revisions: d.Revisions,
	}
	if t.first < 0 {
		r.Organ = organNamed(r.Preface)
	}
	r.Source = Source{Format: d.Format, Pages: d.Pages, Reader: d.Reader}
	r.Period = readPeriod(r.Preface, r.Sections)
	r.Date = readDate(above, r.Sections)
	if r.Year == 0 && r.Period != nil {
		r.Year = r.Period.To.Year
	}
	damage := cmp.Or(d.Damage, patchwork(found.strips, lines))
	r.Damaged = damage != ""
	r.Incomplete = joinReasons(cmp.Or(d.Incomplete, damage), joinReasons(unread(d, found.figures), unreadRows(found.tables, found.figures)))
	r.doubt(d, damage)
	r.letGo()
	return r, nil
}

// doubt marks what is not sure for how the document was read, or for what does not
// agree in it.
func (r *Report) doubt(d *document.Document, damage string) {
	r.doubtAll(damage)
	if r.Recognised = d.Recognised; r.Recognised {
		r.doubtRecognised(d.RecognisedTables)
	}
	r.doubtSubstituted()
	if unsealed[d.Format] {
		r.doubtAll(r.strange())
	}
	if r.Recognised && !d.RecognisedTables {
		r.doubtWhose(d)
	}
}

// organsAmong keeps the names that may be an organ's: who wrote a file as a person
// is nobody's business.
func organsAmong(names []string) []string {
	var list []string
	for _, name := range names {
		if organEnd.MatchString(name) {
			list = append(list, name)
		}
	}
	return list
}

// doubtAll makes every figure doubtful for the reason, if there is one.
func (r *Report) doubtAll(reason string) {
	if reason == "" {
		return
	}
	for i := range r.Figures {
		r.Figures[i].addDoubt(reason)
	}
}

const (
	enoughSections   = 3    // headings known from the forms that make a report without tables
	firstFormYear    = 2019 // before it reports were free in style
	earliestReport   = 2008 // the first reports were for 2008
	fewFigures       = 5    // figures that make a statutory table beyond chance
	titleAndSections = 2
)

// notReport says why the document is no report; nil when it is one.
func notReport(t title, found statutory, sections []Section, above []line) error {
	if len(found.figures) >= fewFigures {
		return nil
	}
	if t.companion {
		return document.Errorf(document.NotReport, "这是年度报告的解读或图解页面，不是报告本身")
	}
	if year := yearOfReport(t, above); year >= earliestReport && year < firstFormYear {
		return document.Errorf(document.NotReport, "这是%d年的政府信息公开年度报告，早于2019年统一格式，没有三张法定表格，本程序不能核对", year)
	}
	known := 0
	for _, s := range sections {
		if s.Match != NoMatch {
			known++
		}
	}
	if known >= enoughSections || known >= titleAndSections && t.first >= 0 {
		return nil
	}
	return document.Errorf(document.NotReport, "这不像政府信息公开工作年度报告：%s", missing(t, known))
}

// orDamaged is the error for a file that has no text, or is no report, as far as it
// could be read: where it could not be read whole, nobody knows what it is.
func orDamaged(err error, d *document.Document) error {
	lost := cmp.Or(d.Incomplete, d.Damage)
	if lost == "" {
		return err
	}
	return &document.Error{Kind: document.Corrupt, Message: "文件损坏（" + lost + "），读出的部分不足以辨认年度报告", Err: err}
}

// yearOfReport is the year in the title or, on a page that lost its title, that of
// the statistics period in a preface about such a report; 0 for neither.
func yearOfReport(t title, above []line) int {
	if t.first >= 0 {
		return t.year
	}
	for _, l := range above {
		if !l.table && subject.MatchString(l.text) && reportWord.MatchString(l.text) {
			if p := readPeriod(passages(above), nil); p != nil {
				return p.To.Year
			}
		}
	}
	return 0
}

func missing(t title, known int) string {
	var list []string
	if t.first < 0 {
		list = append(list, "没有找到报告的标题")
	}
	list = append(list, "没有找到法定表格")
	if known == 0 {
		list = append(list, "没有找到“一、总体情况”等六个部分的标题")
	}
	return strings.Join(list, "，")
}
