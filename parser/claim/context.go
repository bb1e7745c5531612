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
			if t.year != 0 && !l.ofOthers(i, c.Act, at) {
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
func (l *line) ofOthers(i int, act Act, at int) bool {
	if carriedFrom.MatchString(l.kinds[i:]) { // of those carried alone: 2021年结转2件,办结2件
		return carried(act) || l.sumsUp(at) || strings.IndexByte(l.kinds[:i], 'R') >= 0
	}
	return carriedTo.MatchString(l.kinds[:i+1]) || i > 0 && l.tokens[i-1].kind == compared
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
