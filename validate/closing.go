package validate

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"gouji/parser"
	"gouji/parser/claim"
)

// closingRules are the rules about what sections five and six say at least.
var closingRules = []*Rule{problemsThin, otherEmpty}

var problemsThin = &Rule{
	ID: "problems-thin", Code: "S26", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"第五部分没有写清问题和改进", "Section five does not tell problems and improvements"},
	Ground: regulation("第五十条第四项"),
	Formula: Text{"第五部分不空、不只写“无”、字数不少于限度，并写到问题和改进",
		"section five is not empty, not just 无, not shorter than the limit, and speaks of problems and of improvements"},
	Why: Text{"第五部分应写存在的主要问题及改进情况。空着、只写“无”、一句话带过，或只写一方面，都没有完成这一项。",
		"Section five tells the main problems and what was or will be done. Left empty, filled with 无, a single phrase, or only one of the two, it does not."},
	Mend:    Text{"写明本单位的具体问题和改进措施。", "Tell the organ's own problems and what is done about them."},
	Limits:  []*Limit{problemsLength},
	Follows: []string{"section-missing", "placeholder-left"},
	Check:   checkProblemsThin,
}

var problemsLength = &Limit{
	Name: "problems-length", Unit: "characters", Value: 50,
	Why: Text{"写明一个问题和一项改进至少要两句话，约50字",
		"one problem and one improvement take two sentences, some 50 characters"},
}

var (
	problemTopic = topic("问题", "问题 不足 不够 不深 不高 不强 不全 不细 不到位 不及时 不规范 不完善 不健全 不平衡 不充分 不熟 不多 不丰富 不主动 有待 差距 薄弱 短板 欠缺 困难 仍需 还需 "+
		"有限 滞后 缺乏 缺少 单一 较少 偏少 偏低 较低 较弱 弱项 瓶颈 难点 制约")
	improvementTopic = topic("改进", "改进 改善 下一步 下步 下一年 下年 明年 今后 加强 加大 提高 提升 完善 措施 整改 继续 进一步 优化 强化 健全 规范 推进 拓宽 丰富 创新 解决 落实 做好 深化")
)

func checkProblemsThin(r *Subject) []Finding {
	if !formApplies(r) || r.whole(5) == nil {
		return nil
	}
	text := ownText(r, 5)
	m := Text{}
	switch length := utf8.RuneCountInString(text); {
	case text == "":
		m = Text{"第五部分标题下没有文字", "Nothing stands below the heading of section five"}
	case nothingToTell.MatchString(text):
		m = Text{fmt.Sprintf("第五部分只写“%s”", text), fmt.Sprintf("Section five says only %q", text)}
	case float64(length) < r.limit(problemsLength):
		m = Text{fmt.Sprintf("第五部分只有%d字：“%s”", length, opening(text)), fmt.Sprintf("Section five has only %d characters: %q", length, opening(text))}
	case !problemTopic.in(text):
		m = Text{fmt.Sprintf("第五部分%d字，没有写存在的问题", length), fmt.Sprintf("Section five (%d characters) tells no problem", length)}
	case !improvementTopic.in(text):
		m = Text{fmt.Sprintf("第五部分%d字，没有写改进情况", length), fmt.Sprintf("Section five (%d characters) tells no improvement", length)}
	default:
		return nil
	}
	return []Finding{{section: 5, Where: r.Section(5).Where, Message: m}}
}

// nothingToTell is a section that says only that there is nothing: 无;
// 2024年，我局没有其他需要报告的事项.
var nothingToTell = regexp.MustCompile(`^(?:20\d\d年度?,?)?(?:本年度?,?)?(?:本机关|本单位|我\p{Han}{1,2})?,?(?:暂?无|没有|不存在)(?:存在)?(?:的?其[他它])?(?:需要?)?(?:报告|说明)?(?:的?(?:主要)?(?:事项|情况|内容|问题))?(?:需要?(?:报告|说明))?[。.;]?$`)

// ownText is a section's text without the signature and the date below the
// report, flat.
func ownText(r *Subject, number int) string {
	var b strings.Builder
	for _, s := range r.Sections {
		if s.Official != number {
			continue
		}
		for _, p := range s.Passages {
			if text := claim.Flat(p.Text); !isSignature(r, text) {
				b.WriteString(text)
			}
		}
	}
	return b.String()
}

// signed is the organ, the date, or both, as they stand below a report, and what
// a web page has below its text.
var signed = regexp.MustCompile(`^(?:\p{Han}{2,25}(?:局|委|会|办|室|厅|政府|街道|处|中心|镇|乡|[省市县区旗州]))?[(]?(?:20\d\d年\d{1,2}月\d{1,2}日)?[)]?$|^(?:打印|关闭|返回|分享|扫一扫|附件)`)

func isSignature(r *Subject, text string) bool {
	return text == claim.Flat(r.Organ) || signed.MatchString(text)
}

var otherEmpty = &Rule{
	ID: "other-matters-empty", Code: "S27", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"第六部分空着", "Section six is empty"},
	Ground: form2021("第六部分：收取信息处理费情况在此处报告"),
	Formula: Text{"第六部分有文字；全文没有说信息处理费的，不只写“无”",
		"section six has text, and more than 无 where the report nowhere speaks of the processing fee"},
	Why: Text{"第六部分至少要报告收取信息处理费的情况，没有收取的也要说明。空着或只写“无”，读者不知道是没有收费还是漏了。",
		"Section six tells at least about the processing fee, also when none was charged. Left empty or with 无, it leaves open whether that was forgotten."},
	Mend:    Text{"写明收取信息处理费的情况，没有的写“未收取信息处理费”。", "Say what processing fee was charged, or that none was."},
	Follows: []string{"section-missing", "placeholder-left"},
	Check:   checkOtherEmpty,
}

// feeWords speak of the fee for disclosure, in whatever wording: 未收取任何费用;
// 免费提供. Fees of the trade and costs are not meant.
var (
	feeWords  = regexp.MustCompile(`处理费|收费|费用|免费`)
	otherCost = regexp.MustCompile(`事业性收费|收费(?:目录|清单|公示|项目|许可|信息)`)
)

func checkOtherEmpty(r *Subject) []Finding {
	s := r.whole(6)
	if !formApplies(r) || s == nil {
		return nil
	}
	text := ownText(r, 6)
	switch {
	case text == "":
		return emptyFound(s, Text{"第六部分标题下没有文字", "Nothing stands below the heading of section six"})
	case nothingToTell.MatchString(text) && r.Year >= firstFeeYear && !saysFee(r):
		return emptyFound(s, Text{fmt.Sprintf("第六部分只写“%s”，全文没有说信息处理费", text),
			fmt.Sprintf("Section six says only %q, and the report nowhere speaks of the processing fee", text)})
	}
	return nil
}

// firstFeeYear is the first year for which the form asks for the processing fee.
const firstFeeYear = 2021

func emptyFound(s *parser.Section, m Text) []Finding {
	return []Finding{{section: s.Official, Where: s.Where, Message: m}}
}

func saysFee(r *Subject) bool {
	for _, s := range r.prose {
		if strings.Contains(s.Text, "费") && feeWords.MatchString(otherCost.ReplaceAllString(s.Text, "")) {
			return true
		}
	}
	return false
}
