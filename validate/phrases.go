package validate

import (
	"fmt"
	"regexp"
	"strings"

	"gouji/parser/claim"
	"gouji/parser/document"
)

// phraseRules are the rules about the words of the text.
var phraseRules = []*Rule{placeholderLeft, sloganInverted, phraseSlip}

var placeholderLeft = &Rule{
	ID: "placeholder-left", Code: "N15", Severity: Error, Since: "0.2",
	Words:  true,
	Title:  Text{"留有模板的占位文字", "A placeholder of the template is left"},
	Ground: practice("公开的报告不留模板的占位文字和空着的数"),
	Formula: Text{"正文没有“XX”“（文字描述）”“20XX年”、空着的数等占位文字",
		"no XX, （文字描述）, 20XX年, blank number or other placeholder in the text"},
	Why: Text{"套用模板或范文后，有的地方没有填写就公开了。",
		"A template or model text was used, and some place of it was published unfilled."},
	Mend:  Text{"填上实际内容，或删去这一句。", "Fill in what belongs there, or delete the sentence."},
	Check: checkPlaceholder,
}

// placeholders are found in the text without its spaces. Letters count only
// between ideographs, since addresses of sites are full of xxgk, and before what a
// template leaves open: XX公司 hides the name of an applicant, as 张某某 does.
var placeholders = []struct {
	sign  string // must be there; a cheap look before the pattern
	words *regexp.Regexp
}{
	{"文字描述", regexp.MustCompile(`\(文字描述[^)]*\)?`)},
	{"在此处报告", regexp.MustCompile(`收取信息处理费情况在此处报告`)},
	{"X", crosses("X")}, {"x", crosses("x")}, {"×", crosses("×")},
	{"*", regexp.MustCompile(`20\d?\*{1,2}年|\*{2,}(?:年|月|日|条|件)`)},
	{"某某", regexp.MustCompile(`(?:^|[,、:(《“由与和向在])某某(?:县|市|区|镇|乡|局|委|单位|街道|部门)`)},
	{"具体", regexp.MustCompile(`["“「『《【(]具体\p{Han}{0,8}(?:名称|内容|数字|情况)["”」』》】)]`)},
	{"此处", regexp.MustCompile(`此处(?:填写|填入|插入|补充)\p{Han}{0,8}`)},
	{"【】", regexp.MustCompile(`\p{Han}?【】`)},
	{"__", regexp.MustCompile(`\p{Han}_{2,}|_{2,}\p{Han}`)},
}

func crosses(sign string) *regexp.Regexp {
	return regexp.MustCompile(`20\d?` + sign + `{1,2}年` +
		`|(?:^|[\p{Han},、:(《“"])` + sign + `{2,}(?:年|月|日|条|件|次|篇|个|县|市|区|镇|乡|街道|局|委|厅|办|单位|部门|政府|工作|活动|[)》”"])` +
		`|(?:公开|发布|收到|受理|共|信息|申请)` + sign + `(?:条|件|次|篇)`)
}

// blankNumber is a number left open, in the text as printed: 共  条，. Without the
// spaces 信息条 could be the end of a word that a page cut.
var blankNumber = regexp.MustCompile(`\p{Han}[ \x{00a0}\x{3000}]{2,}(?:余?条|件|人次|篇|万元)[,，、。；;)）]|(?:共计?|合计|总计)[ \x{00a0}\x{3000}]+(?:条|件|人次|篇)[,，、。；;)）]`)

func checkPlaceholder(r *Subject) []Finding {
	for _, s := range r.prose {
		for _, p := range placeholders {
			if !strings.Contains(s.Text, p.sign) {
				continue
			}
			if at := p.words.FindStringIndex(s.Text); at != nil {
				return placeholderFound(around(s.Text, at), s.Where)
			}
		}
	}
	if losesCharacters(r) {
		return nil
	}
	for _, p := range r.passages() {
		if !strings.ContainsAny(p.Text, " \u00a0\u3000") {
			continue
		}
		if at := blankNumber.FindStringIndex(p.Text); at != nil {
			return placeholderFound(around(p.Text, at), p.Where)
		}
	}
	return nil
}

func placeholderFound(quote string, where document.Place) []Finding {
	return []Finding{{Where: where, Message: Text{
		fmt.Sprintf("正文留有占位文字：“%s”", quote),
		fmt.Sprintf("A placeholder is left in the text: %q", quote)}}}
}

// around quotes a stretch of a text with some characters on both sides.
func around(text string, at []int) string {
	const beside = 8
	before, after := []rune(text[:at[0]]), []rune(text[at[1]:])
	return string(before[max(0, len(before)-beside):]) + text[at[0]:at[1]] + string(after[:min(beside, len(after))])
}

// lostCharacters shows that a page lost characters on the way into the file:
// 20251月1日, 202411日至20241231日. Then a gap in the text is not the office's.
var lostCharacters = regexp.MustCompile(`20\d{3}月|20\d{4,6}日|20\d\d年\d{3,4}日`)

func losesCharacters(r *Subject) bool {
	for _, s := range r.prose {
		if strings.Contains(s.Text, "20") && lostCharacters.MatchString(s.Text) {
			return true
		}
	}
	return false
}

var sloganInverted = &Rule{
	ID: "slogan-inverted", Code: "N20", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"习惯用语说反了", "A set phrase is turned into its opposite"},
	Ground: practice("以公开为常态、不公开为例外；先审查、后公开"),
	Formula: Text{"“公开是常态、不公开是例外”“先审查、后公开”等没有说反",
		"set phrases such as 公开是常态、不公开是例外 are not inverted"},
	Why: Text{"漏了“不”字，或前后颠倒，意思正好相反，见报后影响不好。",
		"A 不 was lost or two parts were swapped, so that the phrase says the opposite."},
	Mend:  Text{"改回原意。", "Put the phrase right."},
	Check: checkSlogans,
}

// slogans are set phrases said the wrong way round, each with its right wording.
var slogans = []struct {
	sign  string
	words *regexp.Regexp
	right string
}{
	{"例外", regexp.MustCompile(`常态(?:化)?[”"]?[,、和]?(?:以)?[“"]?公开(?:为|是|作为)例外`), "公开为常态、不公开为例外"},
	{"不公开", regexp.MustCompile(`不公开(?:为|是|作为)常态`), "公开为常态、不公开为例外"},
	{"先公开", regexp.MustCompile(`先公开[,、]?(?:再|后)审[查核]`), "先审查、后公开"},
	{"先发布", regexp.MustCompile(`先发布[,、]?(?:再|后)审[查核]`), "先审核、后发布"},
	{"先发后审", regexp.MustCompile(`先发后审`), "先审后发"},
	{"尽不公开", regexp.MustCompile(`应(?:该)?公开[,、]?尽不公开`), "应公开尽公开"},
	{"涉密信息", regexp.MustCompile(`涉密信息(?:上网|公开)[,、](?:上网|公开)(?:的)?信息不涉密`), "涉密信息不公开、公开信息不涉密"},
	{"上网", regexp.MustCompile(`[“"‘]涉密(?:信息)?上网[,、]上网`), "涉密不上网、上网不涉密"},
}

// warnedOf: 杜绝先发后审 says it as it should be said.
var warnedOf = regexp.MustCompile(`杜绝|防止|转变|改变|扭转|破除|打破|摒弃|旧观念|旧思维|误区|误解|避免|严禁|不得|禁止|坚决|整治|纠正|存在|出现|不能|不准|切忌|克服|问题|现象`)

func checkSlogans(r *Subject) []Finding {
	for _, s := range r.prose {
		for _, slogan := range slogans {
			if !strings.Contains(s.Text, slogan.sign) {
				continue
			}
			at := slogan.words.FindStringIndex(s.Text)
			if at == nil || warnedOf.MatchString(s.ClauseAround(at[0])) {
				continue
			}
			return []Finding{{Where: s.Where, Message: Text{
				fmt.Sprintf("正文写“%s”，应为“%s”", around(s.Text, at), slogan.right),
				fmt.Sprintf("The text says %q; it should be %q", around(s.Text, at), slogan.right)}}}
		}
	}
	return nil
}

var phraseSlip = &Rule{
	ID: "phrase-slip", Code: "N21", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"固定用语有错漏字", "A fixed phrase has a slip"},
	Ground: practice("“政府信息公开”“行政规范性文件”“年度报告”等固定用语没有错漏字"),
	Formula: Text{"固定用语没有已知的错写",
		"no known slip in a fixed phrase"},
	Why: Text{"法定名称或固定用语漏字、错字、叠字，多因输入时没有校对。",
		"A character of a statutory name or fixed phrase is missing, wrong or doubled."},
	Mend:  Text{"改正错漏字，并通读全文。", "Correct it and proof-read the text."},
	Check: checkPhrases,
}

// slips are wordings of fixed phrases that nobody can have meant. Only those
// stand here that are no part of a right text: 政信息公开 is not, for 财政信息公开 is.
var slips = []struct{ wrong, right string }{
	{"政府息公开", "政府信息公开"}, {"政府信公开", "政府信息公开"}, {"府政信息公开", "政府信息公开"}, {"政府信息公工作", "政府信息公开工作"},
	{"政府信息开工作", "政府信息公开工作"}, {"政府信息信息公开", "政府信息公开"}, {"政府信息公开公开工作", "政府信息公开工作"},
	{"政府信息工开", "政府信息公开"}, {"正府信息公开", "政府信息公开"}, {"政府信息公开工作作", "政府信息公开工作"}, {"政府信公息开", "政府信息公开"},
	{"工作告年度报", "工作年度报告"}, {"年度工报告", "年度报告"}, {"年度抱告", "年度报告"}, {"年度报靠", "年度报告"},
	{"行政规范性文见", "行政规范性文件"}, {"行政规性文件", "行政规范性文件"}, {"行政范性文件", "行政规范性文件"}, {"行政规范性性文件", "行政规范性文件"},
	{"依申公开", "依申请公开"}, {"依申请公公开", "依申请公开"}, {"依申请开公", "依申请公开"}, {"主动公公开", "主动公开"}, {"主动动公开", "主动公开"},
	{"信息处里费", "信息处理费"}, {"信息处理废", "信息处理费"},
	{"行政复义", "行政复议"}, {"行政复仪", "行政复议"}, {"行政复意", "行政复议"}, {"行政诉松", "行政诉讼"}, {"行政诉颂", "行政诉讼"},
	{"中华人民共和政府信息公开条例", "中华人民共和国政府信息公开条例"}, {"中华人名共和国", "中华人民共和国"}, {"中华人民共合国", "中华人民共和国"},
	{"中华人民国共和国", "中华人民共和国"}, {"中华人民共和国信息公开条例", "中华人民共和国政府信息公开条例"},
	{"政府信息公开条列", "政府信息公开条例"}, {"政府信息公开例》", "政府信息公开条例》"},
}

func checkPhrases(r *Subject) []Finding {
	if losesCharacters(r) {
		return nil
	}
	for _, s := range r.prose {
		for _, slip := range slips {
			if i := strings.Index(s.Text, slip.wrong); i >= 0 {
				return slipFound(s, i, slip.wrong, slip.right)
			}
		}
		if at := headless.FindStringIndex(s.Text); at != nil {
			return slipFound(s, at[1]-len("府信息公开"), "府信息公开", "政府信息公开")
		}
	}
	return nil
}

// headless is 府信息公开 behind a mark. At the head of a paragraph it would tell
// nothing: a page may have left the 政 at the end of the one above.
var headless = regexp.MustCompile(`[^\p{Han}\d]府信息公开`)

func slipFound(s claim.Sentence, at int, wrong, right string) []Finding {
	quote := around(s.Text, []int{at, at + len(wrong)})
	return []Finding{{Where: s.Where, Message: Text{
		fmt.Sprintf("正文“%s”中的“%s”应为“%s”", quote, wrong, right),
		fmt.Sprintf("%q in %q should be %q", wrong, quote, right)}}}
}
