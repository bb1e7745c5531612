package validate

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// shareRules are the rules about how the numbers of table three compare with
// each other. Every one of them can be right: they are signs, not proofs.
var shareRules = []*Rule{applicationsCarriedOutShare, applicationsNoneHandled, applicationsOtherShare, applicationsNoNaturalPerson}

const (
	otherOtherTotal  = "applications.other.other.total"
	newNaturalPerson = "applications.new.natural_person"
)

var applicationsCarriedOutShare = &Rule{
	ID: "applications-carried-out-share", Code: "A19", Severity: Info, Since: "0.2",
	Title:  Text{"结转下年的比例偏高", "A large share is carried out"},
	Ground: logic("办理期限为二十个工作日，可延长二十个工作日；结转的一般只是年末收到的申请"),
	Formula: Text{"结转下年度÷（本年新收＋上年结转）≤25%（申请≥10件）",
		"carried out ÷ (new + carried in) ≤ 25%, from ten applications on"},
	Why: Text{"答复期限最长约两个月，结转到下年的多为年末收到的申请，公开的报告里一般只占2%至6%。比例很高，可能是年末集中收到，也可能把已办结的算作结转。",
		"Applications are answered within two months at most, so those carried out came in late in the year: 2 to 6 per cent in published reports. A large share may be right, or closed cases were counted as open."},
	Mend:    Text{"核对结转的申请是否确在办理期内；确实如此的不用改。", "Check that those carried out are still within their time limit; if so, nothing is wrong."},
	Limits:  []*Limit{carriedOutShare, carriedOutSize, carriedOutOf},
	Follows: []string{"applications-carried-out-excess", "applications-balance", "applications-none-handled"},
	Check:   checkCarriedOutShare,
}

var (
	carriedOutShare = &Limit{Name: "carried-out-share", Unit: "share", Value: 0.25,
		Why: Text{"公开的报告里一般为2%至6%", "2 to 6 per cent in published reports"}}
	carriedOutSize = &Limit{Name: "carried-out-size", Unit: "pieces", Value: 4,
		Why: Text{"两三件结转，比例再高也是巧合", "two or three are chance, whatever their share"}}
	carriedOutOf = &Limit{Name: "carried-out-of", Unit: "pieces", Value: 10,
		Why: Text{"全年只有几件申请的，可以都在年末收到", "where a year has a few applications, all may have come in at its end"}}
)

func checkCarriedOutShare(s *Subject) []Finding {
	ids := []string{newTotal, carriedInTotal, carriedOutTotal}
	v, sure := allSure(s, ids)
	if !sure {
		return nil
	}
	all := v[0] + v[1]
	if all < s.limit(carriedOutOf) || v[2] < s.limit(carriedOutSize) || v[2] <= s.limit(carriedOutShare)*all {
		return nil
	}
	share := percent(v[2], all)
	return []Finding{s.at(ids, Text{
		fmt.Sprintf("表三结转下年 %s 件，占新收与上年结转（共 %s 件）的%s", Number(v[2]), Number(all), share),
		fmt.Sprintf("Table three carries out %s of %s applications (%s)", Number(v[2]), Number(all), share)})}
}

// percent writes a share: 28%.
func percent(part, whole float64) string { return fmt.Sprintf("%.0f%%", 100*part/whole) }

// at is a finding on figures, placed at the last of them, their total.
func (s *Subject) at(ids []string, m Text) Finding {
	return Finding{Message: m, Figures: ids, Where: s.Figure(ids[len(ids)-1]).Where}
}

var applicationsNoneHandled = &Rule{
	ID: "applications-none-handled", Code: "A20", Severity: Warning, Since: "0.2",
	Title:  Text{"有申请而一件也没有办结", "Applications, but not one was closed"},
	Ground: logic("一年里收到的申请不会全部结转下年"),
	Formula: Text{"新收＋上年结转≥10件时，（七）总计≠0",
		"（七）总计 ≠ 0 where there were ten applications or more"},
	Why: Text{"申请全部结转下年、本年一件没有办结，多因把办理结果填进了结转一行。",
		"All applications are carried out and none was closed: the results were probably filled in in the row of those carried out."},
	Mend:    Text{"核对办理结果各行和结转下年度一行。", "Check the rows of results and the row carried out."},
	Limits:  []*Limit{noneHandledSize},
	Follows: []string{"applications-outcome-sum", "applications-balance", "applications-total-zero"},
	Check:   checkNoneHandled,
}

var noneHandledSize = &Limit{Name: "none-handled-size", Unit: "pieces", Value: 10,
	Why: Text{"几件申请可以都在年末收到", "a few may all have come in at the end of the year"}}

func checkNoneHandled(s *Subject) []Finding {
	ids := []string{newTotal, carriedInTotal, carriedOutTotal, handledTotal}
	v, sure := allSure(s, ids)
	if !sure || v[3] != 0 || v[2] == 0 || v[0]+v[1] < s.limit(noneHandledSize) {
		return nil
	}
	return []Finding{s.at(ids, Text{
		fmt.Sprintf("表三新收与上年结转共 %s 件，（七）总计 0，结转下年 %s 件", Number(v[0]+v[1]), Number(v[2])),
		fmt.Sprintf("Of %s applications none was closed: （七）总计 is 0, %s are carried out", Number(v[0]+v[1]), Number(v[2]))})}
}

var applicationsOtherShare = &Rule{
	ID: "applications-other-share", Code: "A22", Severity: Warning, Since: "0.2",
	Title:  Text{"“其他”占办理结果的比例偏高", "A large share of the results is 其他"},
	Ground: logic("（六）3.其他只计前面各项都不包括的情形"),
	Formula: Text{"（六）3.其他÷（七）总计≤30%",
		"（六）3.其他 ÷ （七）总计 ≤ 30%"},
	Why: Text{"“3.其他”是兜底项，只计前面各项都不包括的情形，例如申请人撤回。占得多，多因没有按答复的类型归类。",
		"3.其他 takes only what fits no other row, such as applications that were withdrawn. A large share usually means that answers were not sorted by kind."},
	Mend:    Text{"对照答复书逐件归类，能归入前面各项的改填过去。", "Go through the answers and move what fits another row."},
	Applies: Text{"2021年格式的表三；正文写明撤回的件数不计", "table three of the 2021 form; those that the text says were withdrawn do not count"},
	Limits:  []*Limit{otherShare, otherSize},
	Follows: []string{"applications-outcome-sum", "applications-row-sum"},
	Check:   checkOtherShare,
}

var (
	otherShare = &Limit{Name: "other-share", Unit: "share", Value: 0.3,
		Why: Text{"兜底项多到三成，归类就值得怀疑", "from a third on the sorting is in doubt"}}
	otherSize = &Limit{Name: "other-size", Unit: "pieces", Value: 10,
		Why: Text{"几件撤回的申请不说明问题", "a few withdrawals mean nothing"}}
)

func checkOtherShare(s *Subject) []Finding {
	ids := []string{otherOtherTotal, handledTotal}
	v, sure := allSure(s, ids)
	if !sure || v[1] == 0 {
		return nil
	}
	if rest := v[0] - withdrawn(s); rest < s.limit(otherSize) || rest <= s.limit(otherShare)*v[1] {
		return nil
	}
	share := percent(v[0], v[1])
	return []Finding{s.at(ids, Text{
		fmt.Sprintf("表三（六）“3.其他”%s 件，占（七）总计 %s 件的%s", Number(v[0]), Number(v[1]), share),
		fmt.Sprintf("3.其他 under （六） is %s of %s results (%s)", Number(v[0]), Number(v[1]), share)})}
}

// withdrew is what the text says of applications that were withdrawn: 经沟通，撤件39件;
// 6件申请人主动撤回.
var withdrew = regexp.MustCompile(`撤[^,;:()\d]{0,8}(\d+)[件宗份]|(\d+)[件宗份][^,;:()\d]{0,12}撤`)

// withdrawn is the largest number of applications that the text says were withdrawn:
// these are in 3.其他 by right.
func withdrawn(s *Subject) float64 {
	most := 0.0
	for _, sentence := range s.prose {
		if !strings.Contains(sentence.Text, "撤") || !strings.Contains(sentence.Text, "申请") {
			continue
		}
		for _, m := range withdrew.FindAllStringSubmatch(sentence.Text, -1) {
			n, _ := strconv.ParseFloat(m[1]+m[2], 64)
			most = max(most, n)
		}
	}
	return most
}

var applicationsNoNaturalPerson = &Rule{
	ID: "applications-no-natural-person", Code: "A24", Severity: Info, Since: "0.2",
	Title:  Text{"没有一件自然人的申请", "Not one application of a natural person"},
	Ground: logic("多数申请来自自然人"),
	Formula: Text{"新收总计＞10件时，自然人列不全为0",
		"natural persons ≠ 0 where more than ten applications are new"},
	Why: Text{"自然人一列全是0，其他列有数：可能整表的数在复制时错了一列。只面向企业的机关也会如此；上年的自然人申请也是0的，不再提示。",
		"The column of natural persons is 0 throughout while others have numbers: the table may have slipped by a column in copying. Organs that deal with businesses only may have it so; nothing is said where last year's was 0 too."},
	Mend:    Text{"核对各列是否错位；没有错位的不用改。", "Check that the columns have not slipped; if not, nothing is wrong."},
	Limits:  []*Limit{noNaturalPersonSize},
	Follows: []string{"applications-row-sum", "applications-columns"},
	Check:   checkNoNaturalPerson,
}

var noNaturalPersonSize = &Limit{Name: "no-natural-person-size", Unit: "pieces", Value: 10,
	Why: Text{"十来件申请可以都来自企业", "ten applications may all be of businesses"}}

func checkNoNaturalPerson(s *Subject) []Finding {
	ids := []string{"applications.carried_in.natural_person", "applications.total.natural_person",
		"applications.carried_out.natural_person", newNaturalPerson, newTotal}
	v, sure := allSure(s, ids)
	if !sure || v[0]+v[1]+v[2]+v[3] > 0 || v[4] <= s.limit(noNaturalPersonSize) || noneLastYear(s) {
		return nil
	}
	return []Finding{s.at([]string{newNaturalPerson, newTotal}, Text{
		fmt.Sprintf("表三新收 %s 件，自然人列全是0", Number(v[4])),
		fmt.Sprintf("Of %s new applications none is of a natural person", Number(v[4]))})}
}

// noneLastYear reports whether the year before had no natural persons either.
func noneLastYear(s *Subject) bool {
	if s.Previous == nil {
		return false
	}
	value, sure := s.Previous.Figure(newNaturalPerson).Sure()
	return sure && value == 0
}
