package validate

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"gouji/parser"
	"gouji/parser/claim"
	"gouji/parser/form"
)

// outlineRules are the rules about how the report is divided.
var outlineRules = []*Rule{sectionNumeral, sectionCount, tableSectionProse}

var sectionNumeral = &Rule{
	ID: "section-numeral", Code: "S04", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"标题序号有误", "A heading has the wrong numeral"},
	Ground: form2021("六个部分的序号"),
	Formula: Text{"六个标题的序号依次为一至六，各用一次",
		"the six headings are numbered 一 to 六, each once"},
	Why: Text{"部分的序号重复或跳号，多因增删标题后没有重排，或自动编号接错。表三里的“一、二、三、四”是行名，不在此列。",
		"A section's numeral comes twice or one is skipped, usually after headings were added or removed. The 一 to 四 inside table three are labels and do not count."},
	Mend:    Text{"按一至六重排标题序号。", "Number the headings 一 to 六."},
	Follows: []string{"section-missing", "section-order"},
	Check:   checkSectionNumeral,
}

// checkSectionNumeral looks only at headings whose wording is known: whether an
// unknown one has the right numeral, nobody can tell. Headings without numerals have
// none wrong, unless a mark is left of one: 、总体情况.
func checkSectionNumeral(r *Subject) []Finding {
	if !formApplies(r) || r.Incomplete != "" {
		return nil
	}
	var wrong []Text
	f := Finding{}
	for _, s := range r.Sections {
		lost := strings.HasPrefix(s.Heading, "、")
		if s.Match == parser.NoMatch || s.Number == 0 && !lost || s.Number == s.Official {
			continue
		}
		if len(wrong) == 0 {
			f.Where = s.Where
		}
		wrong = append(wrong, Text{
			fmt.Sprintf("“%s”的序号应为“%s”", s.Heading, numeral(s.Official)),
			fmt.Sprintf("%q should be number %s", s.Heading, numeral(s.Official))})
	}
	if len(wrong) == 0 {
		return nil
	}
	f.Message = both(wrong, Text{"；", "; "})
	return []Finding{f}
}

var sectionCount = &Rule{
	ID: "section-count", Code: "S05", Severity: Info, Since: "0.2",
	Words:  true,
	Title:  Text{"引言说的部分数与实际不同", "The preface counts other sections than there are"},
	Ground: logic("引言说的部分数就是报告的部分数"),
	Formula: Text{"引言“由X个部分组成”＝找到的部分数",
		"sections the preface speaks of = sections found"},
	Why: Text{"引言写的部分数与正文的部分数不同，多因沿用往年的引言。",
		"The preface names another number of sections than the report has; usually an older preface was kept."},
	Mend:    Text{"改引言中的部分数，使其与正文一致。", "Correct the number in the preface."},
	Follows: []string{"section-missing", "section-heading"},
	Check:   checkSectionCount,
}

// partsSaid: 由六个部分组成, 共分6个方面, 等五部分. 从三个方面着手 counts no sections,
// so the sentence must speak of the report.
var (
	partsSaid   = regexp.MustCompile(`([四五六七八九4-9])个?大?(?:部分|部份|方面)`)
	aboutReport = regexp.MustCompile(`报告|全文|年报`)
	partsMeant  = regexp.MustCompile(`由|包[括含]|分|内容|等|共|从`)
)

func checkSectionCount(r *Subject) []Finding {
	found := len(r.Sections)
	if !formApplies(r) || r.Incomplete != "" || found == 0 {
		return nil
	}
	for _, s := range r.prose {
		if s.Section > 0 || !aboutReport.MatchString(s.Text) {
			continue
		}
		m := partsSaid.FindStringSubmatchIndex(s.Text)
		if m == nil || !partsMeant.MatchString(s.Text[:m[0]]) {
			continue
		}
		said := partsNumber(s.Text[m[2]:m[3]])
		if said == found {
			return nil
		}
		got, want := float64(said), float64(found)
		return []Finding{{Where: s.Where, Got: &got, Want: &want, Message: Text{
			fmt.Sprintf("引言写“%s”，正文有%d个部分", s.Text[m[0]:m[1]], found),
			fmt.Sprintf("The preface says %q; the report has %d sections", s.Text[m[0]:m[1]], found)}}}
	}
	return nil
}

// partsNumber is the number that one digit or ideograph writes.
func partsNumber(s string) int {
	if n := atoi(s); n > 0 {
		return n
	}
	return strings.Index("零一二三四五六七八九", s) / len("一")
}

var tableSectionProse = &Rule{
	ID: "table-section-prose", Code: "S20", Severity: Info, Since: "0.2",
	Words:  true,
	Title:  Text{"以表格报告的部分另有大段文字", "A section of tables holds long prose"},
	Ground: logic("第二、三、四部分以表格形式报告，文字说明写在第一部分"),
	Formula: Text{"第二、三、四部分的文字（引导语不计）不超过限度",
		"prose of sections two to four, lead-ins aside, within the limit"},
	Why: Text{"第二、三、四部分用表格报告。大段文字放在这里，读者要在两处找同一件事，文字和表格也容易不一致。",
		"Sections two to four are reported as tables. Long prose there makes readers look in two places, and text and table drift apart."},
	Mend:   Text{"把文字移到“一、总体情况”，这里只留表格。", "Move the prose to section one and leave the table."},
	Limits: []*Limit{tableProse},
	Check:  checkTableSectionProse,
}

var tableProse = &Limit{
	Name: "table-section-prose", Unit: "characters", Value: 150,
	Why: Text{"一两句引导语或说明很常见，三四句以上才是另写了一段情况",
		"a lead-in or a remark of a sentence or two is common; three or four sentences are a report of their own"},
}

func checkTableSectionProse(r *Subject) []Finding {
	var list []Finding
	for _, t := range form.Of(form.Edition2021).Tables {
		s, next := r.whole(t.Section), r.Section(t.Section+1)
		if s == nil || next == nil || r.Table(t.Key) == nil {
			continue // without the next heading, its prose would stand here
		}
		prose, length := tellingProse(s)
		if float64(length) <= r.limit(tableProse) {
			continue
		}
		list = append(list, Finding{section: t.Section, Where: prose.Where, Message: Text{
			fmt.Sprintf("“%s”除表格外还有%d字的文字：“%s”", s.Heading, length, opening(prose.Text)),
			fmt.Sprintf("%q has %d characters of prose beside its table: %q", s.Heading, length, opening(prose.Text))}})
	}
	return list
}

// tellingProse is a section's first paragraph that tells something, and the
// characters of all that do: whole sentences that lead to no table.
func tellingProse(s *parser.Section) (first parser.Passage, length int) {
	for _, p := range s.Passages {
		text := claim.Flat(p.Text)
		if !strings.Contains(text, "。") || leadIn.MatchString(text) {
			continue
		}
		if length == 0 {
			first = p
		}
		length += utf8.RuneCountInString(text)
	}
	return first, length
}

// leadIn leads to a table, or explains how it was filled in.
var leadIn = regexp.MustCompile(`表格|如下|下表|见表|上表|附表|填报|口径|^注[:：]|^说明[:：]|^备注`)

// opening is the beginning of a text, to quote.
func opening(text string) string {
	const quoted = 20
	runes := []rune(oneLine(text))
	if len(runes) <= quoted {
		return string(runes)
	}
	return string(runes[:quoted]) + "…"
}
