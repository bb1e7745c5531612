package claim

import (
	"regexp"
	"strings"
)

// setContext reads from the words before a claim what time and whose numbers
// it speaks of, and whether it counts a part only.
func (l *line) setContext(c *Claim, at int) {
	l.setTime(c, c.From)
	l.setPart(c, at)
}

// setTime reads time and scope from what stands before a position in bytes.
func (l *line) setTime(c *Claim, before int) {
	for _, t := range l.tokens {
		if t.from >= before {
			return
		}
		switch t.kind {
		case year, wholeYear:
			if t.year != 0 {
				c.Period.Year = t.year
			}
		case partOfYear:
			c.Period.Part = true
		case wholeArea, elsewhere, ownOffice:
			c.Scope = wider(c.Scope, t.kind)
		}
	}
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
	for i := at - 1; i >= 0 && !strings.ContainsRune(",(:", rune(l.tokens[i].kind)); i-- {
		t := &l.tokens[i]
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

// outcome reports whether an act is a part of what was done with applications,
// which 其中 may list.
func outcome(a Act) bool {
	switch a {
	case Granted, PartlyGranted, GrantedOrPartly, Denied, Unavailable, NotProcessed, OtherOutcome:
		return true
	}
	return false
}

// setObject looks for the object that the words of a claim leave out: the last
// one named before it, else that of the heading.
func (l *line) setObject(c *Claim, at int) {
	want := objectOf(c.Act)
	for i := at - 1; i >= 0; i-- {
		k := l.tokens[i].kind
		switch {
		case k == partWord && want == Application:
			c.doubt("只是一部分：" + l.Text[l.tokens[i].from:l.tokens[i].to])
		case strings.IndexByte("AaVSGNOK", byte(k)) < 0:
			continue
		}
		c.Object = objects[byte(k)]
		if c.Object == "" || !fits(c.Object, c.Act) {
			c.doubt("说的不一定是" + string(want))
		}
		l.setPart(c, i)
		return
	}
	if want != Application || l.Topic != Applications {
		c.doubt("没有说是什么")
		return
	}
	c.Object = Application
}

func objectOf(a Act) Object {
	if a == Made || a == Repealed || a == InForce {
		return Normative
	}
	return Application
}

// fits reports whether an act can be done with an object.
func fits(o Object, a Act) bool {
	return (o == Application) == (objectOf(a) == Application) && o != Reconsideration && o != Litigation
}

var (
	// outcomes of cases: 行政复议纠正3件 does not say how many there were.
	outcomes = regexp.MustCompile(`败诉|纠正|纠错|撤销|追究|超期|逾期|维持|审结|办结|问题|风险|隐患|履行|应诉|不当|瑕疵|违法|责令|群体|不作为|不及时|重大|恶性|经复议|复议后|直接起诉`)
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
	case outcomes.MatchString(l.ClauseBefore(c.From)):
		c.doubt("只是一种结果")
	}
}
