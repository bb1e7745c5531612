package claim

import (
	"regexp"
	"strings"
)

// setContext reads from the words before a claim what time and whose numbers
// it speaks of, and whether it counts a part only.
func (l *line) setContext(c *Claim, at int) {
	l.setTime(c, at)
	l.setPart(c, at)
}

// setTime reads time, scope and subject from the tokens before one.
func (l *line) setTime(c *Claim, at int) {
	for i, t := range l.tokens[:at] {
		switch t.kind {
		case year, wholeYear:
			if t.year != 0 && !l.ofOthers(i) {
				c.Period.Year = t.year
			}
		case partOfYear:
			c.Period.Part = c.Period.Part || !l.sinceYear(i)
		case wholeArea, elsewhere, ownOffice:
			c.Scope = wider(c.Scope, t.kind)
		}
	}
	c.Subject = l.subject(at)
}

// sinceYear: 2025年以来 is all of the year in its own report, and names another year in others.
func (l *line) sinceYear(i int) bool {
	return i > 0 && l.tokens[i-1].kind == year && l.textOf(i) == "以来"
}

// ofOthers reports whether a year is that of other numbers only, which are carried
// from or to it or compared with: 2021年结转2件,共办结10件; 比2022年下降29%,答复22件.
func (l *line) ofOthers(i int) bool {
	return carriedFrom.MatchString(l.kinds[i:]) || carriedTo.MatchString(l.kinds[:i+1]) || i > 0 && l.tokens[i-1].kind == compared
}

var (
	carriedFrom = regexp.MustCompile(`^Ym*C`)
	carriedTo   = regexp.MustCompile(`Cm*Y$`)
)

// unitName is a text that ends in the name of a unit: 县公安局, 18个部门.
var unitName = regexp.MustCompile(`(?:局|委员会|委|办|厅|中心|管委会|政府|乡镇|镇|乡|街道|办事处|公司|医院|学校|站|所|队|处|科|股|室|部|部门|单位|机构|企业|院|校|村|社区|[县市区])$`)

// subject is the unit that stands before a token in its clause, with nothing
// but adverbs between; empty where the clause names none.
func (l *line) subject(at int) string {
	const adverbs = "cmyYDbj&"
	from, to := l.clauseStart(at), at
	for to > from && strings.IndexByte(adverbs, l.kinds[to-1]) >= 0 {
		to--
	}
	for from < to && strings.IndexByte(adverbs, l.kinds[from]) >= 0 {
		from++
	}
	if from == to {
		return ""
	}
	if strings.ContainsAny(l.kinds[from:to], "wef") {
		return l.office(from, to) // else the scope tells
	}
	text := l.Text[l.tokens[from].from:l.tokens[to-1].to]
	if l.kinds[to-1] != byte(unknownWord) || !unitName.MatchString(text) {
		return ""
	}
	return text
}

// office is the office of a government where the tokens name one, with its place,
// alone or last: 周至县人民政府办公室, 区政府及区政府办公室.
func (l *line) office(from, to int) string {
	first := to - 1
	if l.tokens[first].kind != ownOffice || !strings.Contains(l.textOf(first), "政府办") {
		return ""
	}
	if first > from && l.tokens[first-1].kind == unknownWord {
		first--
	}
	if first > from && l.kinds[first-1] != '&' {
		return ""
	}
	return l.Text[l.tokens[first].from:l.tokens[to-1].to]
}

// clauseStart is the first token of the clause that a token stands in.
func (l *line) clauseStart(at int) int {
	return clauseStart(l.kinds[:at])
}

// wider joins two words of scope: 全市各部门 is the area. Where an office of a
// government's own is named beside others it stays open whose the numbers are.
func wider(s Scope, k kind) Scope {
	next := map[kind]Scope{wholeArea: Area, elsewhere: Elsewhere, ownOffice: OwnOffice}[k]
	switch {
	case s == "" || s == next:
		return next
	case s == OwnOffice || next == OwnOffice:
		return Elsewhere
	}
	return Area
}

// setPart looks in the clause before a claim for words by which it counts a
// part: a channel, a kind of applicant, another year.
func (l *line) setPart(c *Claim, at int) {
	if start := l.clauseStart(at); strings.HasSuffix(l.kinds[:start], "i,") && !outcome(c.Act) {
		c.doubt("只是其中一部分")
	}
	for _, t := range l.tokens[l.clauseStart(at):at] {
		switch t.kind {
		case partWord:
			c.Channel = l.Text[t.from:t.to]
			c.doubt("只是一部分：" + c.Channel)
		case amongThem:
			if !outcome(c.Act) {
				c.doubt("只是其中一部分")
			}
		case lastYear, compared:
			c.doubt("与别的时间比较")
		}
	}
}

// doubtUnknown doubts a claim whose clause begins with words that nobody knows:
// 因本机关不掌握而无法提供21件 is one reason of several.
func (l *line) doubtUnknown(c *Claim, at int) {
	for i := l.clauseStart(at); i < at; i++ {
		if l.strange(i) {
			c.doubt("前面的话可能只说一部分")
		}
	}
}

// outcome reports whether an act is a part of what was done with applications,
// which 其中 may list.
func outcome(a Act) bool {
	switch a {
	case Granted, PartlyGranted, GrantedOrPartly, Denied, Unavailable, NotProcessed, OtherOutcome:
		return true
	}
	return isReason(a)
}

// setObject looks for the object that the words of a claim leave out: the last
// one named before it, else that of the heading.
func (l *line) setObject(c *Claim, at int, match string) {
	want := objectOf(c.Act)
	named := l.named(at, c.Act)
	switch {
	case outcome(c.Act) && l.tellsOutcomes(match) && !l.onOtherWork(at):
		c.Object = Application
	case named >= 0:
		c.Object = l.objectAt(named, c.Act)
		if c.Object == "" || !fits(c.Object, c.Act) {
			c.doubt("说的不一定是" + string(want))
		}
	case outcome(c.Act) && l.Topic == NoTopic && (ofApplications(c.Act) || applying.MatchString(l.Text)):
		c.Object = Application
	case want != Application || !l.onApplications() && !carried(c.Act):
		c.doubt("没有说是什么")
	default:
		c.Object = Application
	}
	l.doubtChannel(c, max(named, 0), at)
}

// named is the last token before one that names an object, -1 for none. What stands
// in brackets that are closed again names none: (其中网上申请42件),办结39件.
func (l *line) named(at int, act Act) int {
	depth := 0
	for i := at - 1; i >= 0; i-- {
		depth = outward(depth, l.tokens[i].kind)
		if depth == 0 && strings.IndexByte("AaUVSGNOIJQW", l.kinds[i]) >= 0 && !l.askedFor(i, act) {
			return i
		}
	}
	return -1
}

// outward is how many closed brackets a token stands in, read from right to left.
func outward(depth int, k kind) int {
	switch {
	case k == ')':
		return depth + 1
	case k == '(' && depth > 0:
		return depth - 1
	}
	return depth
}

// askedFor: 信息 below a heading about applications is what they ask for, and no
// object that is carried to the next year: 因信息不存在的5件,结转下年2件.
func (l *line) askedFor(i int, act Act) bool {
	return l.Topic == Applications && carried(act) && (l.textOf(i) == "信息" || l.textOf(i) == "政府信息")
}

// objectAt is the object that a token names; none that counts, where the word
// before says that it is of something else. 申请 alone, or after a word that
// says of what, may be for anything: 行政许可申请. Only those for disclosure
// are carried from year to year in a report.
func (l *line) objectAt(at int, act Act) Object {
	if l.kinds[at] == 'U' && at > 0 && strings.IndexByte("JQWVSO", l.kinds[at-1]) >= 0 {
		return "" // 提案办理结果
	}
	if l.tokens[at].kind != anyRequest || l.onApplications() {
		return objects[l.kinds[at]]
	}
	known := carried(act) || outcome(act) || strings.IndexByte(l.kinds[:at], byte(application)) >= 0
	if !known || strings.TrimRight(l.kinds[:at], "JQWVSOI?") != l.kinds[:at] || outcome(act) && l.onOtherWork(at) {
		return ""
	}
	return Application
}

// otherObjects are the kinds of what else is counted, and is open to the public or not.
const otherObjects = "GNOJQWVS"

// onOtherWork reports whether a line names other work before a token and no
// applications: 审查公文80件,予以公开30件,不予公开50件.
func (l *line) onOtherWork(at int) bool {
	return !l.onApplications() && strings.ContainsAny(l.kinds[:at], otherObjects) && !strings.ContainsAny(l.kinds[:at], "AU")
}

// ofApplications reports whether an outcome is only known of applications: 不予处理
// and 无法提供 are headings of table three, 予以公开 is said of documents as well.
func ofApplications(a Act) bool { return a == Unavailable || a == NotProcessed || a == OtherOutcome }

// applying are words that are said only of applications, though not by name.
var applying = regexp.MustCompile(`申请人|第三方|区分处理`)

func carried(a Act) bool { return a == CarriedIn || a == CarriedOut }

// doubtChannel doubts a claim of applications when, since they were named, the
// sentence has turned to those that came by one channel.
func (l *line) doubtChannel(c *Claim, named, at int) {
	if !l.ofWholeYear(c.Act, named, at) {
		l.setPart(c, named)
	}
	if c.Object != Application {
		return
	}
	depth := 0
	for i := at - 1; i > named; i-- {
		depth = outward(depth, l.tokens[i].kind)
		switch {
		case depth > 0:
		case l.addsUp(i):
			return
		case l.tokens[i].kind == partWord:
			c.doubt("只是一部分：" + l.textOf(i))
		}
	}
}

// ofWholeYear reports whether a claim has nothing to do with what is carried from the
// year before, though that named its object last: 上年结转申请3件,结转下年2件; 上年结转申请3件,共办结20件.
func (l *line) ofWholeYear(act Act, named, at int) bool {
	start := l.clauseStart(named)
	return start < l.clauseStart(at) && broughtIn.MatchString(l.kinds[start:]) &&
		(act == CarriedOut || at > 0 && total.MatchString(l.textOf(at-1)))
}

var (
	broughtIn = regexp.MustCompile(`^[cm]*Lm*C`)
	total     = regexp.MustCompile(`^(?:共|共计|一共|合计|总计)$`)
)

// addsUp reports whether a number ends a list of parts by adding them up: 网上105件,快递17件,合计122件.
func (l *line) addsUp(i int) bool {
	return i > 1 && l.tokens[i].kind == count && adding.MatchString(l.textOf(i-1)) && l.tokens[i-2].kind == comma
}

var adding = regexp.MustCompile(`^(?:合计|共计|总计)$`)

// tellsOutcomes: 不予公开答复, or several outcomes in one sentence, can only be
// those of applications.
func (l *line) tellsOutcomes(match string) bool {
	if strings.IndexByte(match, 'T') >= 0 {
		return true
	}
	different := 0
	for _, letter := range "gqduxo" {
		if strings.ContainsRune(l.kinds, letter) {
			different++
		}
	}
	return different > 1
}

func (s *Sentence) onApplications() bool { return s.Topic == Applications || s.Section == 3 }

func objectOf(a Act) Object {
	if a == Made || a == Repealed || a == InForce {
		return Normative
	}
	return Application
}

// fits reports whether an act can be done with an object.
func fits(o Object, a Act) bool {
	if objectOf(a) == Application {
		return o == Application
	}
	return o == Normative || o == Regulation
}

// doubtOther doubts a claim for what its sentence tells beside it.
func (l *line) doubtOther(c *Claim) {
	switch {
	case c.Act == Happened:
		l.doubtCases(c)
	case c.Act == InForce && strings.Contains(c.Text, "继续有效"):
		c.doubt("可能是清理的结果") // without those made since
	case c.Act == Granted && strings.Contains(l.Text, "公开") && publishedApart.MatchString(l.Text):
		c.doubt("已主动公开的另外计数")
	case c.Object == Application && c.Quantity.Unit == "项" && (outcome(c.Act) || c.Act == Answered || c.Act == Closed):
		c.doubt("数的可能是申请的内容") // 申请12件,涉及14项内容,公开10项
	}
}

// publishedApart counts apart what table three has among those granted: 属于主动公开范围1件.
var publishedApart = regexp.MustCompile(`(?:属于?|已经?|涉及)主动公开[^,、;:]{0,12}?\d+件|已[^,、;:]{0,12}对外公开[^,、;:]{0,4}?\d+件|告知[^,、;:]{0,12}(?:方式|途径|渠道|网址)[^,、;:]{0,4}?\d+件`)

var (
	// outcomes of cases: 行政复议纠正3件 does not say how many there were.
	outcomes = regexp.MustCompile(`败诉|纠正|纠错|撤销|追究|超期|逾期|维持|审结|办结|问题|风险|隐患|履行|应诉|不当|瑕疵|违法|责令|群体|不作为|不及时|重大|恶性|经复议|复议后|直接起诉|未依法|未按|未及时`)
	// instances of one case are counted apart in prose and together in the table.
	instances = regexp.MustCompile(`二审|再审|终审`)
	// branch follows the number of one way to court: 行政诉讼2件未经复议直接起诉.
	branch = regexp.MustCompile(`^[为系(]?(?:均|都)?(?:未经|复议后|经复议|直接)`)
)

// doubtCases looks for what makes a number of cases one of some cases only.
func (l *line) doubtCases(c *Claim) {
	switch {
	case instances.MatchString(l.Text):
		c.doubt("分审级计数")
	case branch.MatchString(l.Text[c.To:]):
		c.doubt("只是一种起诉")
	case c.Object == Reconsideration && strings.HasSuffix(l.ClauseBefore(c.From), "理"):
		c.doubt("可能是作为复议机关") // 受理、办理、审理 of others' cases
	case outcomes.MatchString(l.ClauseBefore(c.From)):
		c.doubt("只是一种结果")
	}
}
