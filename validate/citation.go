package validate

import (
	"fmt"
	"regexp"
	"strings"

	"gouji/parser/claim"
	"gouji/parser/form"
)

// citationRules are the rules about the documents that a report cites.
var citationRules = []*Rule{noticeCited, regulationCited}

var noticeCited = &Rule{
	ID: "notice-cited", Code: "S21", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"格式通知的文号有误", "The notice on the form is cited wrongly"},
	Ground: form2021("文号"),
	Formula: Text{"引用的格式通知文号＝当年格式的文号（2021年起为国办公开办函〔2021〕30号）",
		"number of the notice cited = that of the form for the year (since 2021 国办公开办函〔2021〕30号)"},
	Why: Text{"格式通知的文号写错，或仍引用旧格式的通知，多因沿用往年的引言。信息处理费办法等其他文件的文号不在此列。",
		"The number of the notice on the form is wrong, or the old notice is cited; usually an older preface was kept. Numbers of other documents do not count."},
	Mend:    Text{"改为当年格式通知的文号，并核对报告是否用了该格式。", "Cite the notice of the year's form, and check that the report uses that form."},
	Follows: []string{"template-outdated"},
	Check:   checkNoticeCited,
}

var (
	// A document number of the General Office and its bureaus, in any brackets. A
	// number that a damaged page lost a part of, 〔202130号, is none.
	noticeNumber = regexp.MustCompile(`(国办[公开办函发字文电涵]{0,6})[〔\[(【﹝{〈](20\d\d)年?[〕\])】﹞}〉](?:第)?(\d{1,3})号`)
	// What makes a number the notice's: the title of the form or of its notice
	// just before it.
	noticeTitle = regexp.MustCompile(`年度报告(?:格式(?:\(试行\))?|有关事项)[》〉>”"]?(?:的通知)?[》〉>”"]?,?(?:的?(?:相关|有关)?要求)?[,(]?(?:文号:?)?$`)
	// oldTitle is the title of the notice of 2019. Local notices have similar
	// titles but another sender.
	oldTitle = regexp.MustCompile(`国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知`)
	reports  = regexp.MustCompile(`年度报告|年报|本报告`)
)

// citation is a document number as a sentence cites it.
type citation struct {
	claim.Sentence
	printed, prefix, year, number string
	titled                        bool // behind the title of the form
}

// isNotice reports whether it is the number of one of the notices on the form,
// by year and number.
func (c *citation) isNotice(f *form.Form) bool {
	return strings.Contains(f.Notice, "〔"+c.year+"〕"+c.number+"号")
}

const noticePrefix = "国办公开办函"

// citations gives the document numbers that surely mean a notice on the form.
func citations(r *Subject) []citation {
	var list []citation
	for _, s := range r.prose {
		if !strings.Contains(s.Text, "国办") {
			continue
		}
		for _, at := range noticeNumber.FindAllStringSubmatchIndex(s.Text, -1) {
			part := func(i int) string { return s.Text[at[2*i]:at[2*i+1]] }
			c := citation{Sentence: s, printed: part(0), prefix: part(1), year: part(2), number: part(3)}
			c.titled = noticeTitle.MatchString(s.Text[:at[0]])
			if c.titled || c.prefix == noticePrefix || s.Section == 0 && c.anyNotice() && reports.MatchString(s.Text) {
				list = append(list, c)
			}
		}
	}
	return list
}

func (c *citation) anyNotice() bool {
	for _, f := range form.All() {
		if c.isNotice(f) {
			return true
		}
	}
	return false
}

func checkNoticeCited(r *Subject) []Finding {
	right := formForYear(r)
	if right == nil {
		return nil
	}
	list := citations(r)
	for i := range list {
		if list[i].prefix == noticePrefix && list[i].isNotice(right) {
			return nil // what else is cited, is cited beside it
		}
	}
	for i := range list {
		if c := &list[i]; c.titled || c.anyNotice() {
			return []Finding{citedFinding(r, right, c.Sentence, c.printed)}
		}
	}
	if right.Edition == form.Edition2019 || citesForm(r) {
		return nil
	}
	for _, s := range r.prose {
		if s.Section == 0 && oldTitle.MatchString(s.Text) {
			return []Finding{citedFinding(r, right, s, "《…关于政府信息公开工作年度报告有关事项的通知》")}
		}
	}
	return nil
}

// newTitle is the title of the form that came with the notice of 2021; that of
// 2019 was on trial.
var newTitle = regexp.MustCompile(`年度报告格式(?:[^(试]|$)`)

// citesForm reports whether a report names the form in force, maybe beside the
// notice of 2019: customs houses cite both.
func citesForm(r *Subject) bool {
	for _, s := range r.prose {
		if strings.Contains(s.Text, "年度报告格式") && newTitle.MatchString(s.Text) {
			return true
		}
	}
	return false
}

func citedFinding(r *Subject, right *form.Form, s claim.Sentence, printed string) Finding {
	return Finding{Where: s.Where, Message: Text{
		fmt.Sprintf("引用的格式通知写作“%s”，%d年的报告用的格式是%s", printed, r.Year, right.Notice),
		fmt.Sprintf("The notice on the form is cited as %q; for %d it is %s", printed, r.Year, right.Notice)}}
}

var regulationCited = &Rule{
	ID: "regulation-cited", Code: "S22", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"条例的令号有误", "The Regulations are cited by a wrong order number"},
	Ground: regulation("令号"),
	Formula: Text{"2019年起，引用的《政府信息公开条例》令号＝国务院令第711号（国令第711号）",
		"since 2019 the order number of the Regulations = 国务院令第711号"},
	Why: Text{"现行《政府信息公开条例》是国务院令第711号，2019年5月15日起施行。写492号的，引的是已被修订的旧条例；写别的号的是笔误。",
		"The Regulations in force are State Council order 711 (15 May 2019). Order 492 is the version before the revision; any other number is a slip."},
	Mend:  Text{"改为国务院令第711号；条文序号也按现行条例核对。", "Cite order 711, and check the articles cited against it."},
	Check: checkRegulationCited,
}

var (
	orderCited = regexp.MustCompile(`(?:^|[^省市州区县])政府信息公开条例》?[^。《、和及与]{0,16}?(国务院令?|国令)(?:令)?第?(\d{3})号`)
	// The old Regulations may be spoken of as such.
	oldRegulation = regexp.MustCompile(`原|旧|修订|修改|废止|2007|2008|曾`)
)

const orderInForce = "711"

func checkRegulationCited(r *Subject) []Finding {
	if r.Year != 0 && form.ForYear(r.Year) == nil {
		return nil
	}
	for _, s := range r.prose {
		if !strings.Contains(s.Text, "政府信息公开条例") || strings.Contains(s.Text, orderInForce) || oldRegulation.MatchString(s.Text) {
			continue
		}
		if m := orderCited.FindStringSubmatch(s.Text); m != nil {
			return []Finding{{Where: s.Where, Message: Text{
				fmt.Sprintf("《政府信息公开条例》写作%s第%s号，现行条例是国务院令第711号", orderName(m[1]), m[2]),
				fmt.Sprintf("The Regulations are cited as order %s; those in force are State Council order 711", m[2])}}}
		}
	}
	return nil
}

// orderName completes 国务院第711号令 to how orders are called.
func orderName(printed string) string { return strings.TrimSuffix(printed, "令") + "令" }
