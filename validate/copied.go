package validate

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"gouji/validate/similar"
)

// Text that stands in another report too (copied_text.go says what is compared,
// copied_link.go with what).

var copiedRules = []*Rule{narrativeAsLastYear, narrativeAsAnother, narrativeIdentical, problemsRepeated}

var (
	copiedFromLastYear = &Limit{
		Name: "copied-last-year-share", Unit: "share", Value: 0.9,
		Why: Text{"本单位的报告每年结构相同，部分语句沿用是常事；十分之九以上相同，只剩数字和个别字句是新的。", "an organ keeps its outline and many of its sentences; from nine tenths on only numbers and a few words are new"},
	}
	copiedFromOthers = &Limit{
		Name: "copied-other-share", Unit: "share", Value: 0.85,
		Why: Text{"两个单位各写各的，即使用同一提纲，相同的文字也远少于一半。", "two organs that write for themselves share far less than half, even on one outline"},
	}
	identicalText = &Limit{
		Name: "identical-text-share", Unit: "share", Value: 0.98,
		Why: Text{"不要求一字不差：PDF 里会夹进页码，个别字会改。", "not every character: page numbers get into the text of a PDF, single words are changed"},
	}
	copiedLength = &Limit{
		Name: "copied-length", Unit: "characters", Value: 500,
		Why: Text{"工作量小的单位只有几句话可写，各年、各单位自然相像；短于此数的不比。", "a unit with little to tell writes the same few sentences as every year and as its neighbours; less than this is not compared"},
	}
	identicalLength = &Limit{
		Name: "identical-text-length", Unit: "characters", Value: 200,
		Why: Text{"连数字都相同时，较短的文字也足以说明。", "where the numbers are the same too, less text tells"},
	}
	identicalFigures = &Limit{
		Name: "identical-figures", Unit: "pieces", Value: 5,
		Why: Text{"五个以上的两位数全都相同，不会是巧合；更少的可能是网站数、栏目数这类存量。", "five numbers of two digits or more that are all the same are no chance; fewer may be stocks, such as a number of web sites"},
	}
	repeatedProblems = &Limit{
		Name: "repeated-problems-length", Unit: "characters", Value: 120,
		Why: Text{"一两句话的问题说明难免相同。", "one or two sentences on problems may well be the same"},
	}
	commonReports = &Limit{
		Name: "common-text-reports", Unit: "reports", Value: 20,
		Why: Text{"这么多单位都有的语句是统一下发的提纲，不算抄袭。", "what so many organs say comes from an outline that was sent to all, and is not copied"},
	}
	commonShare = &Limit{
		Name: "common-text-share", Unit: "share", Value: 0.2,
		Why: Text{"同上，按本批同年度报告的份额计，取两者中较大的。", "the same, as a share of the run's reports for the year; the larger of the two counts"},
	}
)

var narrativeAsLastYear = &Rule{
	ID: "narrative-as-last-year", Code: "N17", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"正文与上年报告雷同", "the text is last year's"},
	Ground:  practice("年度报告抽查通报和评估：部分报告与上年雷同"),
	Why:     Text{"第一、五部分除年份、数字外几乎都是上年的原文，看不出本年做了什么，多半是在旧文件上改数字。", "But for years and numbers, sections one and five are last year's, so they do not tell what this year brought; as a rule the numbers were changed in the old file."},
	Mend:    Text{"对照上年报告，按本年实际工作改写；确实没有变化的可以保留。", "Beside last year's report, write what this year brought; what has truly not changed may stay."},
	Applies: copiedApplies, Needs: []Need{NeedsPrevious},
	Formula: Text{"数字和本机关名称遮去后，连续8字以上相同的文字占两份报告各自文字的份额，都≥90%", "numbers and the organ's names masked, the share of each text that stands, in runs of 8 characters or more, in the other is ≥ 90 %"},
	Limits:  []*Limit{copiedFromLastYear, copiedLength},
	Follows: []string{"narrative-identical"},
	Check: func(r *Subject) []Finding {
		c := r.copies.lastYear
		if c == nil || c.Share() < r.limit(copiedFromLastYear) || c.shorter() < r.limit(copiedLength) {
			return nil
		}
		f := c.finding(lastYearText(c.from, ""))
		f.Message.ZH += "，年份、数字不计"
		f.Message.EN += ", numbers aside"
		return []Finding{f}
	},
}

var narrativeAsAnother = &Rule{
	ID: "narrative-as-another", Code: "N18", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"正文与其他单位雷同", "the text is another unit's"},
	Ground:  practice("年度报告抽查通报和评估：部分报告与其他单位雷同"),
	Why:     Text{"换去名称和数字，第一、五部分就是另一单位的报告，所写的未必是本单位的工作；哪一方照抄了哪一方，或者是否共用底稿，从文件看不出来。", "With names and numbers exchanged, sections one and five are another unit's report, and may not tell of this unit's work; who copied whom, or whether both used one draft, the files do not tell."},
	Mend:    Text{"两份对照着看，照抄的一方按本单位实际工作重写。", "Look at both; whoever copied writes what its own year brought."},
	Applies: copiedApplies, Needs: []Need{NeedsOthers},
	Formula: Text{"同年度、不同机关：数字和机关名称遮去后，连续8字以上相同的文字占两份报告各自文字的份额，都≥85%；本批很多报告都有的语句不计", "same year, different organs: numbers and names masked, the share of each text that stands, in runs of 8 characters or more, in the other is ≥ 85 %; what very many reports of the run say does not count"},
	Limits:  []*Limit{copiedFromOthers, copiedLength, commonReports, commonShare},
	Follows: []string{"narrative-identical"},
	Check: func(r *Subject) []Finding {
		c := r.copies.elsewhere
		if c == nil {
			return nil
		}
		f := c.finding(otherText(c.from))
		f.Message = both([]Text{f.Message, c.uncounted(), c.others()}, Text{})
		return []Finding{f}
	},
}

var narrativeIdentical = &Rule{
	ID: "narrative-identical", Code: "N19", Severity: Error, Since: "0.2",
	Words:   true,
	Title:   Text{"正文连同数字与另一份报告相同", "the text is another report's, numbers included"},
	Ground:  practice("公开报道的实例：数据和文字连年相同，报告被撤回"),
	Why:     Text{"除年份外，文字和所有数字都与另一份报告一样：不是交错了文件，就是没有写本年的情况。与其他单位相同时，只有一方有错，所以只作警告。", "But for the year, words and all numbers are another report's: the wrong file was handed in, or nothing of this year was written. Where the other is another unit's, only one of the two is at fault, so this is a warning."},
	Mend:    Text{"核对交来的是不是本年、本单位的报告，再按台账改正文和数字。", "See whether this is the report of this year and this unit; then mend text and numbers by the register."},
	Applies: copiedApplies, Needs: []Need{NeedsPrevious},
	Formula: Text{"相同的文字占两份报告各自文字的份额都≥98%，正文所写的件数、条数等依次全部相同，其中两位以上的数至少5个", "the share of each text that stands in the other is ≥ 98 %, and the counts that the texts state are the same, in order, with at least 5 of two digits or more"},
	Limits:  []*Limit{identicalText, identicalLength, identicalFigures},
	Check: func(r *Subject) []Finding {
		var list []Finding
		if c := r.copies.lastYear; c.identical(r) {
			list = append(list, c.identicalFinding(lastYearText(c.from, "")))
		}
		if c := r.copies.elsewhere; c.identical(r) {
			f := c.identicalFinding(otherText(c.from))
			f.Severity = Warning
			list = append(list, f)
		}
		return list
	},
}

var problemsRepeated = &Rule{
	ID: "narrative-problems-repeated", Code: "N23", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"存在的问题照抄上年", "the problems are last year's"},
	Ground:  practice("年度报告抽查通报和评估：问题和改进措施年年相同"),
	Why:     Text{"第五部分与上年几乎一字不差：上年说要改进的，本年既没有说改得怎样，也没有新的问题。", "Section five is last year's almost word for word: what was to be mended is neither reported as mended nor replaced by what is wrong now."},
	Mend:    Text{"写明上年所列问题改进得怎样，再写本年的问题和措施。", "Say what became of last year's problems, then what this year's are and what is done."},
	Applies: copiedApplies, Needs: []Need{NeedsPrevious},
	Formula: Text{"第五部分：数字遮去后，连续8字以上相同的文字占两份报告各自该部分的份额，都≥90%", "section five: numbers masked, the share of each text that stands, in runs of 8 characters or more, in the other is ≥ 90 %"},
	Limits:  []*Limit{copiedFromLastYear, repeatedProblems},
	Follows: []string{"narrative-identical", "narrative-as-last-year"},
	Check: func(r *Subject) []Finding {
		c := r.copies.problems
		if c == nil || c.shorter() < r.limit(repeatedProblems) {
			return nil
		}
		f := c.finding(lastYearText(c.from, "第五部分"))
		f.section = 5
		return []Finding{f}
	},
}

var copiedApplies = Text{"正文有一定篇幅的报告", "reports with some text of their own"}

// shorter is the length of the shorter of the two texts.
func (c *copied) shorter() float64 { return float64(min(c.Here.Own, c.There.Own)) }

// identical reports whether words and numbers are the same.
func (c *copied) identical(r *Subject) bool {
	return c != nil && c.Share() >= r.limit(identicalText) && c.shorter() >= r.limit(identicalLength) &&
		float64(c.figures) >= r.limit(identicalFigures)
}

// finding says how much of the report stands in another: 第一、五部分与上年报告相同的文字占92%（共1,530字）.
func (c *copied) finding(other Text) Finding {
	percent := int(math.Floor(100 * c.Here.Share()))
	sections := c.sectionText()
	f := Finding{Other: &c.from.Source, Passages: c.passages, Message: Text{
		fmt.Sprintf("%s与%s相同的文字占%d%%（共%s字）", sections.ZH, other.ZH, percent, grouped(c.Here.OwnSame)),
		fmt.Sprintf("%s: %d%% of the text (%s characters) stands in %s", sections.EN, percent, grouped(c.Here.OwnSame), other.EN),
	}}
	if len(c.passages) > 0 {
		f.Where = c.passages[0].Here.Where
	}
	return f
}

func (c *copied) identicalFinding(other Text) Finding {
	f := c.finding(other)
	f.Message.ZH += fmt.Sprintf("，所写的%d个两位以上的数也全都一样", c.figures)
	f.Message.EN += fmt.Sprintf(", and its %d numbers of two digits or more are all the same", c.figures)
	return f
}

// sectionText names the sections compared: 第一、五部分.
func (c *copied) sectionText() Text {
	var names []Text
	for _, n := range c.sections {
		names = append(names, Text{strings.Split("一二三四五六", "")[n-1], strconv.Itoa(n)})
	}
	list := both(names, enumeration)
	return Text{"第" + list.ZH + "部分", "sections " + list.EN}
}

// uncounted says that only a part of the text was weighed.
func (c *copied) uncounted() Text {
	if c.Here.Own == c.Here.All {
		return Text{"，数字、名称不计", ", numbers and names aside"}
	}
	return Text{"，数字、名称和本批报告普遍使用的语句不计", ", numbers, names and what many reports of this run say aside"}
}

// others says how many organs' reports are as much alike.
func (c *copied) others() Text {
	switch {
	case c.more == 0:
		return Text{}
	case c.more+1 < similar.Neighbours:
		return Text{fmt.Sprintf("；另有%d个单位的报告也是如此", c.more), fmt.Sprintf("; so it is with %d more", c.more)}
	}
	return Text{fmt.Sprintf("；另有至少%d个单位的报告也是如此", c.more), fmt.Sprintf("; so it is with at least %d more", c.more)}
}

// lastYearText names last year's report, or a part of it.
func lastYearText(from *Subject, part string) Text {
	return Text{fmt.Sprintf("上年（%d年）报告%s", from.Year, part), fmt.Sprintf("the report for %d", from.Year)}
}

// otherText names another organ's report.
func otherText(from *Subject) Text {
	name := fmt.Sprintf("《%s%d年政府信息公开工作年度报告》", from.Organ, from.Year)
	return Text{name, name}
}

// grouped writes a number with thousands apart: 1,530.
func grouped(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}
