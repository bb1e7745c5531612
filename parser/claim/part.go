package claim

import (
	"regexp"
	"strings"
)

// setPart looks in the clause before a claim for words by which it counts a
// part: a channel, a kind of applicant, another year.
func (l *line) setPart(c *Claim, at int) {
	if start := l.clauseStart(at); strings.HasSuffix(l.kinds[:start], "i,") && !outcome(c.Act) {
		c.doubt("只是其中一部分")
	}
	for i := l.clauseStart(at); i < at; i++ {
		switch t := l.tokens[i]; {
		case t.kind == partWord && outcome(c.Act) && l.listsAll(i):
		case t.kind == partWord:
			c.Channel = l.Text[t.from:t.to]
			c.doubt("只是一部分：" + c.Channel)
		case t.kind == amongThem && !outcome(c.Act):
			c.doubt("只是其中一部分")
		case t.kind == lastYear || t.kind == compared:
			c.doubt("与别的时间比较")
		}
	}
}

// listsAll reports whether a token begins a list of all outcomes: 分别为予以公开45件,不予公开12件.
func (l *line) listsAll(i int) bool {
	next := i + 1
	return l.textOf(i) == "分别" && next < len(l.tokens) && (l.textOf(next) == "为" || l.textOf(next) == "是")
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
		case l.tokens[i].kind == partWord && !(outcome(c.Act) && l.listsAll(i)):
			c.doubt("只是一部分：" + l.textOf(i))
		}
	}
}

// ofWholeYear reports whether a claim has nothing to do with what is carried from the
// year before, though that named its object last: 上年结转申请3件,结转下年2件; 上年结转申请3件,共办结20件.
func (l *line) ofWholeYear(act Act, named, at int) bool {
	start := l.clauseStart(named)
	return start < l.clauseStart(at) && broughtIn.MatchString(l.kinds[start:]) &&
		(act == CarriedOut || l.sumsUp(at))
}

// sumsUp reports whether the word before a token says that a number is of all: 共办结20件.
func (l *line) sumsUp(at int) bool { return at > 0 && total.MatchString(l.textOf(at-1)) }

var (
	broughtIn = regexp.MustCompile(`^[cm]*Lm*C`)
	total     = regexp.MustCompile(`^(?:共|共计|一共|合计|总计)$`)
)

// addsUp reports whether a number ends a list of parts by adding them up: 网上105件,快递17件,合计122件.
func (l *line) addsUp(i int) bool {
	return i > 1 && l.tokens[i].kind == count && adding.MatchString(l.textOf(i-1)) && l.tokens[i-2].kind == comma
}

var adding = regexp.MustCompile(`^(?:合计|共计|总计)$`)

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
	// result follows the number of one outcome: 行政复议5件维持,1件纠正.
	result = regexp.MustCompile(`^(?:被|予以|结果)?(?:维持|纠正|撤销|驳回|审结|办结|尚未|正在|和解|撤回)`)
	branch = regexp.MustCompile(`^[为系(]?(?:均|都)?(?:未经|复议后|经复议|直接)`)
)

// doubtCases looks for what makes a number of cases one of some cases only.
func (l *line) doubtCases(c *Claim) {
	switch {
	case instances.MatchString(l.Text):
		c.doubt("分审级计数")
	case branch.MatchString(l.Text[c.To:]):
		c.doubt("只是一种起诉")
	case result.MatchString(l.Text[c.To:]):
		c.doubt("只是一种结果")
	case c.Object == Reconsideration && strings.HasSuffix(l.ClauseBefore(c.From), "理"):
		c.doubt("可能是作为复议机关") // 受理、办理、审理 of others' cases
	case outcomes.MatchString(l.ClauseBefore(c.From)):
		c.doubt("只是一种结果")
	}
}
