package claim

import (
	"regexp"
	"strings"
)

// Statements say without a number that there was none, or that all is done.
// Their wordings are many and their exceptions more: each exception stands for
// published reports that would be accused wrongly.

// statements gives what a sentence says without a number.
func statements(s *Sentence) []Claim {
	var list []Claim
	if strings.Contains(s.Text, "申请") || s.onApplications() {
		list = append(list, noneReceivedIn(s)...)
		list = append(list, allDoneIn(s)...)
	}
	for i := range noCases {
		list = append(list, noCases[i].find(s)...)
	}
	return list
}

// state makes a claim of what a statement says, with its period and scope. What
// stands before it in its clause must be known: 国庆假日里未收到申请 says nothing of
// the year.
func state(s *Sentence, kind Kind, act Act, at []int) Claim {
	text := strings.TrimSuffix(s.Text[at[0]:at[1]], ",")
	c := Claim{Kind: kind, Act: act, Object: Application, From: at[0], To: at[0] + len(text),
		Text: text, Where: s.Where, Sentence: s}
	l := lineOf(s)
	first := l.tokenAt(at[0])
	l.setContext(&c, first)
	if c.Subject == "" && l.startsStrangely(first) {
		c.doubt("前面的话可能只说一部分")
	}
	return c
}

// aside are words between known ones that leave a statement as it is.
var aside = regexp.MustCompile(`^(?:在|从|另|一年来|一年|截至目前|经|统计|核实|核查|自查|审查|审核|梳理|汇总|据|方面|中|内|上|目前|暂|同时|此外|另外|也|亦|还|过|对|由|等|之|像|情况|情形|结果|现象|事件|问题|关于|发出|费|于|年底|年末|年终|前|连续|多年|[两三四五六七八九十]?年)+$`)

// strange reports whether a token is words that nobody knows.
func (l *line) strange(i int) bool {
	return l.tokens[i].kind == unknownWord && !aside.MatchString(l.textOf(i))
}

// startsStrangely reports whether before a token its clause has words that nobody
// knows, or a number: 有9个乡镇.
func (l *line) startsStrangely(at int) bool {
	for i := l.clauseStart(at); i < at; i++ {
		if l.strange(i) || l.tokens[i].kind == count || l.tokens[i].kind == bare {
			return true
		}
	}
	return false
}

var (
	noneReceived = regexp.MustCompile(`(?:未|没有|未曾|尚未|无)(?:收到|接到|受理|接收)(?:(?:和|及|或|、)(?:处理|办理|受理))?过?([^,]{0,30}?(?:申请人[^,]{0,20}?)?申请(?:政府)?(?:信息)?(?:公开)?)`)
	noneThere    = regexp.MustCompile(`(?:无|没有|未发生)((?:政府信息)?依申请公开|(?:政府)?信息公开申请)的?(?:政府)?(?:信息|事项|办件|件|申请|情况|发生)*(?:,|$)`)
	countedZero  = regexp.MustCompile(`((?:政府信息)?依申请公开|(?:政府)?信息公开申请)的?(?:数量|总量|总数|件数|申请量|量)?(?:均)?(?:为|是|计)(?:零|0)(?:[件宗份]|,|$)`)
)

// noneReceivedIn finds the statement that no application came in.
func noneReceivedIn(s *Sentence) []Claim {
	if !strings.ContainsAny(s.Text, "未无没零0") {
		return nil
	}
	var list []Claim
	for _, p := range []*regexp.Regexp{noneReceived, noneThere, countedZero} {
		for _, at := range p.FindAllStringSubmatchIndex(s.Text, -1) {
			if meansAnyApplication(s, at) {
				list = append(list, state(s, None, Received, at))
			}
		}
	}
	return list
}

// meansAnyApplication reports whether what did not come in is any application
// for disclosure, by whatever way and from whomever. at holds where the
// statement and its object stand.
func meansAnyApplication(s *Sentence, at []int) bool {
	object := anyWay.ReplaceAllString(s.Text[at[2]:at[3]], "任何")
	disclosure := strings.Contains(object, "公开") || object == "申请" && strings.Contains(s.Text, "依申请公开")
	clause := s.ClauseBefore(at[0]) + object
	return disclosure && !strings.HasPrefix(object, "的") && !twice.MatchString(s.ClauseBefore(at[0])) &&
		!partial.MatchString(clause) && !otherWork.MatchString(clause) &&
		anyone(object) && !consequence.MatchString(s.Text[at[1]:])
}

// anyone reports whether the object of a statement may be any application: it
// names no kind of it, and of those who apply all or none. 未收到口头申请,
// 未收到企业提出的申请 leave others open.
func anyone(object string) bool {
	return plainly.MatchString(object) && (!applicant.MatchString(object) || everybody.MatchString(object))
}

// anyWay leaves no way out, whichever it lists: 未收到任何通过电话、网络等方式提出的申请.
var anyWay = regexp.MustCompile(`^任何(?:(?:通过|以)[^,]*?等)?(?:形式|方式|渠道|途径)`)

var (
	plainly   = regexp.MustCompile(`^(?:政府|政务|信息|主动|依|申请人?|公开|获取|公民|自然人|法人|其他|其它|社会|组织|单位|机构|企业|个人|群众|公众|当事人|任何|一[件份宗]|有关|相关|各类|各界|来自|由|和|或者?|以及|及|与|、|/|者|对|向(?:我|本)(?:局|委|办|厅|院|镇|乡|县|市|区|街道|单位|机关|办公室)|提出|提交|递交|要求|涉及|关于|过|的)*$`)
	applicant = regexp.MustCompile(`公民|自然人|法人|组织|单位|机构|企业|个人|当事人`)
	everybody = regexp.MustCompile(`任何|公民.*组织|公众.*组织|群众.*组织|自然人.*组织|法人.*公民|法人.*自然人|[位业织].*个人|个人.*[位业织]`)
)

var (
	// A channel, a part, another time.
	partial = regexp.MustCompile(`其中|分别|做到|每|历年|历史|[施实]行?以来|通过|网上|网络|网站|在线|线上|平台|系统|信函|邮寄|邮件|邮箱|来信|来函|微信|当面|现场|窗口|书面|传真|同比|环比|去年|上年|较|相比|比上|比20|上半年|下半年|季度|\d月|不予|退回`)

	otherWork = regexp.MustCompile(`信访|投诉|举报|建议|提案|热线|留言|咨询|政务服务|许可|备案|登记|复议|诉讼|案件`)

	// twice denied: 不存在未受理申请的情况 says that all were taken.
	twice = regexp.MustCompile(`不存在|未出现|未发生|没有`)

	// consequence follows where not the application but what came of it is denied:
	// 未收到政府信息公开申请引发的行政复议. With 和 the application is denied as well.
	consequence = regexp.MustCompile(`^[^,、和及或也且]{0,12}?(?:复议|诉讼|投诉|举报|收费|费用|提起|引发|引起|产生|不服|不满|异议|纠纷|超期|逾期|咨询|补正|更正|变更|意见|反馈|评议|评价|批评|反映|质疑|平台|系统|网络|邮箱|信箱|人|[1-9]\d*件)`)
)

var (
	allDone     = regexp.MustCompile(`(?:全部|均已?|都已?|已全部|已经全部|悉数|百分之百)(?:在年内|于年内|年内|在年底前|于年底前)?(?:按时|按期限?|依法|及时|如期|按规定)?(?:答复)?(?:办结|办理完[毕结成]|处理完毕|答复完毕)`)
	noneCarried = regexp.MustCompile(`(?:无|没有|未有?)(?:结转(?:至|到)?(?:下一?个?年度?|次年)|下一?个?年度?结转|结转(?:件|申请|事项)+(?:[,、]|$))`)
	// noneBrought ends its clause: 没有上年结转未办结的申请 denies something else.
	noneBrought = regexp.MustCompile(`(?:无|没有)(?:上一?个?年度?|去年)结转的?(?:(?:政府信息公开)?申请|事项|件|情况)*(?:,|$)`)

	// exceptions leave some applications out of 全部办结.
	exceptions = regexp.MustCompile(`除|其余|到期|已答复|已受理|尚有|还有|仍有|剩余|尚在|正在|不影响|承诺|目标|应[^,]{0,4}(?:答复|办结)的|(?:^|[^无有])上一?年度?结转|结转[^,]*\d|\d+件[^,]*(?:结转|顺延|正在办理)|下一步|今后|确保|要求|做到|件件|力争`)
)

// allDoneIn finds the statement that every application was dealt with, or that none
// was carried. Below a heading about applications letters are 办结 as well, but nothing
// else is carried from year to year.
func allDoneIn(s *Sentence) []Claim {
	if !strings.Contains(s.Text, "结") && !strings.Contains(s.Text, "完") || exceptions.MatchString(s.Text) {
		return nil
	}
	var list []Claim
	if at := allDone.FindStringIndex(s.Text); at != nil && strings.Contains(s.Text, "申请") && !otherWork.MatchString(s.Text) &&
		!partial.MatchString(s.ClauseAround(at[0])) && !strings.HasPrefix(s.Text[at[1]:], "的") { // 全部办结的承诺
		list = append(list, state(s, All, Closed, at))
	}
	if at := noneBrought.FindStringIndex(s.Text); at != nil && !otherWork.MatchString(s.ClauseAround(at[0])) {
		list = append(list, state(s, None, CarriedIn, at))
	}
	if at := noneCarried.FindStringIndex(s.Text); at != nil && !otherWork.MatchString(s.ClauseAround(at[0])) && !partial.MatchString(s.ClauseAround(at[0])) {
		list = append(list, state(s, None, CarriedOut, at))
	}
	return list
}

// noCase finds the statement that there were no cases of a kind.
type noCase struct {
	object Object
	word   string // that every sentence about it has
	shape  *regexp.Regexp
}

const (
	denial = `(?:未|没有|无|未曾|不存在)(?:发生|收到|产生|出现|引发|引起|导致|被|有|涉及|因|提起|行政|政府信息公开|信息公开)`
	// bothZero counts no case of either kind: 行政复议、行政诉讼案件为0件.
	bothZero = `行政复议(?:案件|案)?(?:、|和|及|与|或)(?:提起)?行政诉讼(?:案件|案|申请)?` +
		`(?:的?(?:数量|总量|总数|事项|件数|办件|案件|请求|件))?(?:一?共计?|合计|总计|共有|达到?|为|是|计|:)*0(?:件|起|宗|次|例)`
)

var noCases = []noCase{
	// 未因政府信息公开申请引起行政争议 denies both kinds.
	{Reconsideration, "行政争议", regexp.MustCompile(denial + `[^,。]*行政争议`)},
	{Litigation, "行政争议", regexp.MustCompile(denial + `[^,。]*行政争议`)},
	{Reconsideration, "复议", regexp.MustCompile(denial + `[^,。]*复议|` + bothZero)},
	// 无因政府信息产生行政复议,提起行政诉讼情况 denies both.
	{Litigation, "诉讼", regexp.MustCompile(denial + `[^,。]*(?:复议,(?:被)?(?:提起)?行政)?诉讼|` + bothZero)},
}

func (n *noCase) find(s *Sentence) []Claim {
	if !strings.Contains(s.Text, n.word) || !aboutDisclosure(s) {
		return nil
	}
	at := n.shape.FindStringIndex(s.Text)
	if at == nil || !onlyCases(s, at[0]) || outcomes.MatchString(s.ClauseAround(at[0])) || partial.MatchString(s.ClauseBefore(at[0])) {
		return nil
	}
	c := state(s, None, Happened, at)
	c.Object = n.object
	return []Claim{c}
}

// onlyCases reports whether the clause of a statement has only words of which it
// is known that they leave it as it is: 未收到行政复议机关的意见 denies no case.
func onlyCases(s *Sentence, at int) bool {
	l := lineOf(s)
	first := l.tokenAt(at)
	for i := first; i < len(l.tokens) && strings.IndexByte(",(", l.kinds[i]) < 0; i++ {
		t := l.tokens[i]
		known := strings.IndexByte("zmcPAaIVSKUOH&hlt>:jRyYwJQW", byte(t.kind)) >= 0 ||
			t.kind == count && t.quantity.Exact() && t.quantity.Value <= 1
		if !known && (t.kind != unknownWord || l.strange(i)) {
			return false
		}
	}
	return true
}

// aboutDisclosure reports whether the cases of a sentence are those about disclosure.
func aboutDisclosure(s *Sentence) bool {
	return s.onRemedies() || strings.Contains(s.Text, "政府信息") || strings.Contains(s.Text, "信息公开") || strings.Contains(s.Text, "依申请公开")
}
