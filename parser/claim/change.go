package claim

import (
	"regexp"
	"strings"
)

var (
	// shareOf is a part in percent: 占全部办结件的54.3%. What nobody knows between
	// may name another whole, as 占全市申请总量的5.2% does.
	shareOf = regexp.MustCompile(`/[^?wef,#%$(]*(%)`)
	// rateOf is a rate: 办结率93.3%.
	rateOf = regexp.MustCompile(`r[cmy:]*(%)`)
	// changeOf is a number against the year before: 同比增长20%; 比上年增加5件，增长20%.
	changeOf = regexp.MustCompile(`(~[LYmyc~]*(?:#m*)?)([\^v])[cm]*([#%])(?:\)?[,&(]([\^v])[cm]*(%))?`)
	// subjectOf ends with the number that a change is said of.
	subjectOf = regexp.MustCompile(`(#)\)?[,(&mcyb]*$`)
	// since tells that a comparison is with the year before.
	since = regexp.MustCompile(`同比|上年|上一年|上个年度|上一个年度|去年|20\d\d年`)
	// ofTime are rates of what was done in time, or of opinions.
	ofTime = regexp.MustCompile(`(?:按时|按期|及时|如期|到期|限时|期限内|时限内|准时)[^,]{0,6}率|满意`)
)

// setShares adds the shares and rates of a line to its claims.
func (l *line) setShares(claims map[int]*Claim) {
	if strings.IndexByte(l.kinds, byte(percent)) < 0 {
		return
	}
	for _, shape := range []*regexp.Regexp{shareOf, rateOf} {
		for _, at := range shape.FindAllStringSubmatchIndex(l.kinds, -1) {
			if l.tokens[at[2]].quantity.Unit == "%" && claims[at[2]] == nil {
				claims[at[2]] = l.share(at[0], at[2], claims)
			}
		}
	}
}

// share is a claim of a part in percent, of the last number before it.
func (l *line) share(from, at int, claims map[int]*Claim) *Claim {
	start := l.clauseStart(from)
	if l.tokens[from].kind != rateWord {
		start = from
	}
	c := l.bare(start, at)
	c.Kind, c.Quantity = Share, l.tokens[at].quantity
	l.setContext(&c, from)
	c.Timely = ofTime.MatchString(c.Text)
	before := strings.LastIndexByte(l.kinds[:start], byte(count))
	if before < 0 {
		c.doubt("没有说是什么的占比")
		return &c
	}
	c.Of = claims[before]
	if start == from && strings.Trim(l.kinds[before+1:from], ",():&cmj") != "" {
		c.doubt("占比说的是另一部分") // 办理申请80件,其中予以公开占60%
	}
	return &c
}

// setChanges adds what a line says against the year before.
func (l *line) setChanges(claims map[int]*Claim) {
	if strings.IndexByte(l.kinds, byte(compared)) < 0 {
		return
	}
	for _, at := range changeOf.FindAllStringSubmatchIndex(l.kinds, -1) {
		against := l.Text[l.tokens[at[2]].from:l.tokens[at[3]-1].to]
		if !since.MatchString(against) {
			continue
		}
		claims[at[6]] = l.change(at[0], at[4], at[6], claims)
		if at[8] >= 0 {
			second := l.change(at[0], at[8], at[10], claims)
			claims[at[10]] = second
		}
	}
}

// change is a claim of how much more or less there was than in the year before.
// from is where the comparison begins, direction the word that says more or less.
func (l *line) change(from, direction, at int, claims map[int]*Claim) *Claim {
	c := l.bare(from, at)
	c.Kind, c.Quantity = Change, l.tokens[at].quantity
	if l.kinds[direction] == 'v' {
		c.Quantity.Value, c.Quantity.To = -c.Quantity.Value, -c.Quantity.To
	}
	l.setContext(&c, from)
	for _, t := range l.tokens[from:direction] {
		if t.kind == year {
			c.Base = t.year
		}
	}
	if m := subjectOf.FindStringSubmatchIndex(l.kinds[:from]); m != nil {
		c.Of = claims[m[2]]
		c.Act, c.Object = c.Of.Act, c.Of.Object
		c.doubt(c.Of.Doubt)
	} else {
		c.doubt("没有说是什么的增减")
	}
	return &c
}
