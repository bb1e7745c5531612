package claim

import (
	"regexp"
	"slices"
	"strings"
)

// Read gives the claims of sentences in order.
func Read(sentences []Sentence) []Claim {
	var list, before []Claim
	for i := range sentences {
		claims := readSentence(&sentences[i])
		resume(claims, before)
		list, before = append(list, claims...), claims
	}
	for i := range sentences {
		if strings.Contains(sentences[i].Text, "拆分") {
			doubtSplit(list, &sentences[i])
		}
	}
	return list
}

// doubtSplit doubts the applications of a paragraph that says that some were
// split: 答复12件;拆分为15件登记.
func doubtSplit(list []Claim, s *Sentence) {
	for i := range list {
		if c := &list[i]; c.Object == Application && c.Sentence.Section == s.Section && c.Sentence.Paragraph == s.Paragraph {
			c.doubt("拆分前后件数不同")
		}
	}
}

// suits begins what a sentence about cases goes on with after a semicolon.
var suits = regexp.MustCompile(`^(?:被)?(?:提起)?行政诉讼(?:案件|案)?$`)

// resume reads the suits with which a list of cases goes on: 因政府信息公开被申请行政复议7件,
// 纠正1件;行政诉讼4件.
func resume(claims, before []Claim) {
	if len(claims) == 0 || claims[0].Doubt != notKnown || !strings.Contains(pieces, claims[0].Quantity.Unit) {
		return
	}
	c, s := &claims[0], claims[0].Sentence
	i := slices.IndexFunc(before, func(of Claim) bool {
		return of.Sure() && of.Kind == Count && of.Object == Reconsideration && of.Sentence.Paragraph == s.Paragraph
	})
	if i < 0 || !suits.MatchString(s.Text[:c.From]) {
		return
	}
	c.Act, c.Object, c.Doubt = Happened, Litigation, ""
	c.Period, c.Scope, c.Subject = before[i].Period, before[i].Scope, before[i].Subject
	c.From, c.Text = 0, s.Text[:c.To]
	l := lineOf(s)
	l.doubtCases(c)
}

// readSentence gives the claims of one sentence by where their numbers stand.
func readSentence(s *Sentence) []Claim {
	var list []Claim
	if strings.ContainsAny(s.Text, numeralSigns) {
		l := lineOf(s)
		list = l.counts()
	}
	list = append(list, statements(s)...)
	list = append(list, fees(s)...)
	slices.SortStableFunc(list, func(a, b Claim) int { return a.From - b.From })
	return list
}

// numeralSigns are what a number in prose has at least one of.
const numeralSigns = "0123456789一二三四五六七八九十百两零"

// counts gives a claim for every number of pieces in a line, and for the
// shares and changes that are said of them.
func (l *line) counts() []Claim {
	if strings.IndexByte(l.kinds, byte(count)) < 0 {
		return nil
	}
	claims := make(map[int]*Claim, len(l.tokens)/4)
	for i := range grammar {
		for _, f := range grammar[i].find(l) {
			if claims[f.quantity] == nil && !l.denied(f.from) {
				claims[f.quantity] = l.claim(&grammar[i], f)
			}
		}
	}
	for i, t := range l.tokens {
		if t.kind == count && claims[i] == nil {
			c := l.unknown(i)
			claims[i] = &c
		}
	}
	l.doubtOutcomesOfSome(claims)
	l.setParts(claims)
	l.setShares(claims)
	l.setChanges(claims)
	return l.inOrder(claims)
}

// doubtOutcomesOfSome doubts outcomes that follow a number of some applications:
// 涉及征地的申请24件,予以公开10件.
func (l *line) doubtOutcomesOfSome(claims map[int]*Claim) {
	named, some := false, false
	for i := range l.tokens {
		switch c := claims[i]; {
		case c == nil:
		case outcome(c.Act) && some:
			c.doubt("可能只是其中一些的结果")
		case outcome(c.Act) || named && !c.Sure():
		case c.Sure() && c.Object == Application:
			named, some = true, false
		case l.clauseHas(i, "Aa"):
			named, some = true, l.clauseHas(i, "sD") || l.startsStrangely(i)
		}
	}
}

// clauseHas reports whether the clause of a token has a word of some kinds.
func (l *line) clauseHas(at int, kinds string) bool {
	to := len(l.kinds)
	if end := strings.IndexByte(l.kinds[at:], byte(comma)); end >= 0 {
		to = at + end
	}
	return strings.ContainsAny(l.kinds[l.clauseStart(at):to], kinds)
}

// inOrder lists claims by the tokens of their numbers.
func (l *line) inOrder(claims map[int]*Claim) []Claim {
	list := make([]Claim, 0, len(claims))
	for i := range l.tokens {
		if c := claims[i]; c != nil {
			list = append(list, *c)
		}
	}
	return list
}

// denied: 未受理依申请公开1件 claims no number of what came in.
func (l *line) denied(at int) bool {
	return at > 0 && l.tokens[at-1].kind == negation
}

// claim makes a claim of a place where a pattern fits, with what the words
// around it say of period and scope.
func (l *line) claim(p *pattern, f found) *Claim {
	c := l.bare(f.from, f.to-1)
	c.Act, c.Object, c.Quantity = f.act, f.object, l.tokens[f.quantity].quantity
	l.setContext(&c, f.from)
	l.setCarried(&c, f)
	if f.unnamed {
		l.setObject(&c, f.from, l.kinds[f.from:f.to])
	}
	if c.Subject == "" && c.Scope != Elsewhere && !c.Period.Part && !carried(c.Act) {
		l.doubtUnknown(&c, f.from)
	}
	if l.picks(f) {
		c.doubt("可能只是其中一些")
	}
	if (c.Act == Made || c.Act == Repealed) && strings.Contains(c.Text, "的") {
		c.doubt("不一定是本年的") // 公开制发的行政规范性文件12件 are those of all years
	}
	l.doubtOther(&c)
	if isReason(c.Act) {
		l.doubtReason(&c, f.from)
	}
	if c.Act == Repealed && strings.Contains(l.Text, "失效") {
		c.doubt("可能包括宣布失效的")
	}
	if !strings.Contains(pieces, c.Quantity.Unit) {
		c.doubt("单位是“" + c.Quantity.Unit + "”")
	}
	return &c
}

// picks: 收到的申请有3件涉及第三方 is said of some, 不予处理的有9件 of all.
func (l *line) picks(f found) bool {
	if f.quantity == 0 || l.textOf(f.quantity-1) != "有" {
		return false
	}
	next := f.quantity + 1
	ends := next < f.to || next == len(l.tokens) || strings.IndexByte(",)&", l.kinds[next]) >= 0
	return !ends || !outcome(f.act) && !carried(f.act)
}

// setCarried makes of the year that cases are carried from or to the year that
// the claim is about: what 2024 carries to 2025 is 2024's.
func (l *line) setCarried(c *Claim, f found) {
	if f.year < 0 {
		return
	}
	c.Period.Year = l.tokens[f.year].year
	switch c.Act {
	case CarriedIn:
		c.Period.Year++
	case CarriedOut:
		c.Period.Year--
	}
}

// bare is a claim of the tokens from one to another, without a meaning yet.
func (l *line) bare(first, last int) Claim {
	from, to := l.tokens[first].from, l.tokens[last].to
	for l.tokens[last].kind == comma || strings.IndexByte(")&", byte(l.tokens[last].kind)) >= 0 {
		last--
		to = l.tokens[last].to
	}
	return Claim{Kind: Count, From: from, To: to, Text: l.Text[from:to], Where: l.Where, Sentence: l.Sentence}
}

// unknown is a number of which the grammar does not know what it counts.
func (l *line) unknown(at int) Claim {
	c := l.bare(at, at)
	c.Quantity = l.tokens[at].quantity
	l.setContext(&c, at)
	c.doubt(notKnown)
	return c
}

// notKnown is the doubt about a number of which the grammar does not know what it counts.
const notKnown = "不知道数的是什么"

// doubt notes why a claim is not certain; the first reason stays.
func (c *Claim) doubt(reason string) {
	if c.Doubt == "" {
		c.Doubt = reason
	}
}
