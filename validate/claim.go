package validate

import (
	"regexp"
	"strconv"
	"strings"

	"gouji/parser"
	"gouji/parser/claim"
	"gouji/parser/document"
)

// The claim reader finds what the prose says of the figures. Precision comes
// first: a false accusation is worse than a miss. A number counts only when the
// words around it say what is counted, for whom and when; other years, other
// organs, channels (通过网络收到) and parts (其中) are passed over.

// said is a number that the prose claims.
type said struct {
	value float64
	quote string
	where document.Place
}

var anyYear = regexp.MustCompile(`(20\d\d)年`)

// sentencesOf gives a report's prose in order.
func sentencesOf(r *parser.Report) []claim.Sentence {
	var list []claim.Paragraph
	add := func(section int, passages []parser.Passage) {
		for _, p := range passages {
			list = append(list, claim.Paragraph{Text: p.Text, Section: section, Where: p.Where})
		}
	}
	add(0, r.Preface)
	for _, s := range r.Sections {
		add(s.Official, s.Passages)
	}
	return claim.Sentences(list)
}

const (
	pieces = `(\d+)(?:件|条|份|起|宗|项|次|例)`
	noun   = `(?:政府信息依申请公开(?:申请)?|政府信息公开申请|信息公开申请|依申请公开申请|依申请政府信息公开|政府信息申请公开|依申请公开(?:的?(?:政府)?信息)?(?:的?申请)?` +
		`|公开政府信息的?申请|公开信息的?申请|公开申请)`
	counted  = `(?:的?(?:数量|总量|总数|事项|件数|办件|案件|请求|件))?(?:一?共计?|合计|总计|共有|达到?|为|是|计|:)*`
	received = `(?:新收到?|收到|受理|接到|接收)(?:(?:和|并|及)(?:妥善|依法|按时)?(?:受理|办理|办结|处理|答复)|各类|有关|的|到)*`

	// A single kind of applicant would be a part, so 公民 alone is left out.
	applicants = `(?:来自)?(?:(?:公民、?法人|(?:社会)?公众|群众)(?:、?法人)?(?:(?:、|和|或者?|及|以及)其[他它](?:社会)?组织)?` +
		`(?:[向对][^,;:\d网邮信窗场]{0,16}?)?(?:提出|提交|递交)?的?)?`
)

var (
	receivedNoun  = regexp.MustCompile(received + applicants + noun + counted + pieces)
	receivedFirst = regexp.MustCompile(received + pieces + `(?:的)?` + noun)

	bareAfter = regexp.MustCompile(received + `申请(?:书|件|数量)?` + counted + pieces)
	bareFirst = regexp.MustCompile(received + pieces + `(?:的)?(?:依?申请)(?:,|事项|件|$)`)

	carriedOutAfter = regexp.MustCompile(`(?:结转|转结|顺延|转入|转)(?:至|到)?(?:下一?个?年度?|次年|来年)(?:继续)?(?:办理|处理|答复)?的?(?:` + noun + `|申请)?` + counted + pieces)
	carriedOutFirst = regexp.MustCompile(pieces + `(?:申请)?(?:将|需|已|按规定)?(?:结转|转结|顺延|转入|转)(?:至|到)?(?:下一?个?年度?|次年|来年)`)
	carriedInFirst  = regexp.MustCompile(`结转上一?个?年度?的?(?:` + noun + `|申请)?` + counted + pieces)
	carriedInAfter  = regexp.MustCompile(`(?:上一?个?年度?|去年)(?:结转|转结)(?:过来|下来|至本年度?|到本年度?)?(?:办理)?的?(?:` + noun + `|申请)?` + counted + pieces)

	noneReceived = regexp.MustCompile(`(?:未|没有|未曾|尚未|无)(?:收到|接到|受理|接收)过?([^,]{0,30}?申请(?:政府)?(?:信息)?(?:公开)?)`)
	noneThere    = regexp.MustCompile(`(?:无|没有|未发生)((?:政府信息)?依申请公开|(?:政府)?信息公开申请)的?(?:政府)?(?:信息|事项|办件|件|申请|情况|发生)*(?:,|$)`)

	allDone     = regexp.MustCompile(`(?:全部|均已?|都已?|已全部|已经全部)(?:按时|按期|依法|及时|如期)?(?:办结|办理完毕|处理完毕|答复完毕)`)
	noneCarried = regexp.MustCompile(`(?:无|没有|未)(?:结转(?:至|到)?(?:下一?个?年度?|次年)|下一?个?年度?结转)`)
)

// What makes a number the count of something else: a channel, a part, another
// time.
var (
	partial   = regexp.MustCompile(`其中|分别|做到|每|历年|历史|[施实]行?以来|通过|网上|网络|网站|在线|线上|平台|系统|信函|邮寄|邮件|邮箱|来信|来函|微信|当面|现场|窗口|书面|传真|同比|环比|去年|上年|较|相比|比上|比20|上半年|下半年|季度|\d月|不予|退回`)
	elsewhere = regexp.MustCompile(`全(?:省|市|县|区|州|旗|盟)|各(?:县|市|区|镇|乡|街道|部门|单位|科|处)|下属|所属|辖区|基层`)
	otherWork = regexp.MustCompile(`信访|投诉|举报|建议|提案|热线|留言|咨询|政务服务|许可|备案|登记|复议|诉讼|案件`)
)

// find gives the numbers that the pattern's first group captures, where the
// words around allow it.
func find(r *Subject, patterns ...*regexp.Regexp) []said {
	return findIn(r, countsApplications, patterns...)
}

// receivedSaid gives what the prose says of the number of applications received.
func receivedSaid(r *Subject) []said {
	named := find(r, receivedNoun, receivedFirst)
	return append(named, findIn(r, func(s *claim.Sentence) bool { return s.Topic == claim.Applications }, bareAfter, bareFirst)...)
}

func findIn(r *Subject, fits func(*claim.Sentence) bool, patterns ...*regexp.Regexp) []said {
	var list []said
	for _, s := range r.prose {
		if !fits(&s) {
			continue
		}
		for _, p := range patterns {
			for _, at := range p.FindAllStringSubmatchIndex(s.Text, -1) {
				before := s.ClauseBefore(at[0])
				if partial.MatchString(before) || denied.MatchString(before) || !speaksOfThisReport(r, &s, at[0]) {
					continue
				}
				if value, err := strconv.ParseFloat(s.Text[at[2]:at[3]], 64); err == nil {
					list = append(list, said{value, strings.TrimSuffix(s.Text[at[0]:at[1]], ","), s.Where})
				}
			}
		}
	}
	return list
}

// countsApplications is a cheap look before the patterns.
func countsApplications(s *claim.Sentence) bool {
	about := strings.Contains(s.Text, "申请") || strings.Contains(s.Text, "公开") || strings.Contains(s.Text, "结转") || strings.Contains(s.Text, "顺延")
	return about && strings.ContainsAny(s.Text, "0123456789")
}

// denied: 未受理依申请公开1件 claims no number of what came in.
var denied = regexp.MustCompile(`(?:未曾?|没有?|不予?)$`)

// speaksOfThisReport reports whether the year last named before a position is
// the reported one and the numbers are the organ's own.
func speaksOfThisReport(r *Subject, s *claim.Sentence, at int) bool {
	years := anyYear.FindAllStringSubmatch(s.Text[:at], -1)
	if n := len(years); n > 0 && r.Year != 0 && years[n-1][1] != strconv.Itoa(r.Year) {
		return false
	}
	before := wholeYear.ReplaceAllString(s.Text[:at], "")
	if partOfYear.MatchString(before) {
		return false
	}
	if government.MatchString(r.Organ) {
		return !ownOffice.MatchString(before)
	}
	return !elsewhere.MatchString(before)
}

var (
	wholeYear = regexp.MustCompile(`(?:20\d\d年)?1月1日(?:起|起始)?[至到—-]+(?:20\d\d年)?12月31日(?:止|期间)?` +
		`|截[至止]到?(?:20\d\d年)?(?:12月31日|12月底|年底)`)
	partOfYear = regexp.MustCompile(`截至|截止|\d月|上半年|下半年|季度`)

	// government is an organ whose figures may cover its whole area; then those of
	// its own office are only a part.
	government = regexp.MustCompile(`(?:政府|镇|乡|街道办事处|管理委员会|管委会|[省市县区州盟旗])$`)
	ownOffice  = regexp.MustCompile(`本级|政府办|办公厅|[市县区]直`)
)

// saysNoneReceived finds the statement that no application came in.
func saysNoneReceived(r *Subject) *said {
	for _, s := range r.prose {
		if !strings.Contains(s.Text, "申请") {
			continue
		}
		for _, p := range []*regexp.Regexp{noneReceived, noneThere} {
			for _, at := range p.FindAllStringSubmatchIndex(s.Text, -1) {
				if meansAnyApplication(&s, at) && speaksOfThisReport(r, &s, at[0]) {
					return &said{0, strings.TrimSuffix(s.Text[at[0]:at[1]], ","), s.Where}
				}
			}
		}
	}
	return nil
}

// meansAnyApplication reports whether what did not come in is any application
// for disclosure, by whatever way and from whomever. at holds where the
// statement and its object stand.
func meansAnyApplication(s *claim.Sentence, at []int) bool {
	object := s.Text[at[2]:at[3]]
	disclosure := strings.Contains(object, "公开") || object == "申请" && strings.Contains(s.Text, "依申请公开")
	clause := s.ClauseBefore(at[0]) + object
	return disclosure && !strings.HasPrefix(object, "的") && !twice.MatchString(s.ClauseBefore(at[0])) &&
		!partial.MatchString(clause) && !otherWork.MatchString(clause) &&
		!onlySome.MatchString(anyOrganisation.Replace(object)) && !consequence.MatchString(s.Text[at[1]:])
}

// twice denied: 不存在未受理申请的情况 says that all were taken.
var twice = regexp.MustCompile(`不存在|未出现|未发生|没有`)

var anyOrganisation = strings.NewReplacer("其他组织", "", "其它组织", "", "其他社会组织", "")

// consequence follows where not the application but what came of it is denied:
// 未收到政府信息公开申请引发的行政复议. With 和 the application is denied as well.
var consequence = regexp.MustCompile(`^[^,、和及或也且]{0,12}?(?:复议|诉讼|投诉|举报|收费|费用|提起|引发|引起|产生|不服|不满|异议|纠纷|超期|逾期|咨询|补正|更正|变更|意见|反馈|评议|平台|系统|网络|邮箱|信箱|人|[1-9]\d*件)`)

// onlySome are objects that leave other applications open.
var onlySome = regexp.MustCompile(`新|其他|其它|减免|收费|上级|企业|商业|科研|社会公益|法律服务|重复|跨|因|针对|涉及[^政信依及]`)

// saysAllDone finds the statement that every application was dealt with.
func saysAllDone(r *Subject) *said {
	for _, s := range r.prose {
		if !strings.Contains(s.Text, "申请") || otherWork.MatchString(s.Text) || exceptions.MatchString(s.Text) {
			continue
		}
		for _, p := range []*regexp.Regexp{allDone, noneCarried} {
			at := p.FindStringIndex(s.Text)
			if at != nil && speaksOfThisReport(r, &s, at[0]) && !partial.MatchString(s.ClauseAround(at[0])) {
				return &said{0, s.Text[at[0]:at[1]], s.Where}
			}
		}
	}
	return nil
}

// exceptions leave some applications out of 全部办结.
var exceptions = regexp.MustCompile(`除|其余|到期|已答复|已受理|应[^,]{0,4}(?:答复|办结)的|上一?年度?结转|结转[^,]*\d|\d+件[^,]*(?:结转|顺延|正在办理)|下一步|今后|确保|要求`)
