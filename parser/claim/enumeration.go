package claim

import (
	"regexp"
	"strings"
)

// A part of an enumeration has a name and a number; brackets in it are asides
// of its own: 网站40条（含转载10条）.
const part = `(?:[^#,()%$n]|\([^()#]*\))+#(?:\([^()]*\))?`

// enumerated is a number with the list of its parts. Parts stand beside each
// other, parted by 、: what follows a comma may say something else of the whole
// (其中首页推送20条，当日发布40条).
var enumerated = regexp.MustCompile(`(#)[,(]?(?:i[,:]?|(s[c:]+|:))(` + part + `(?:&` + part + `)+)`)

var (
	// unlisted kinds make a part something else: a change, a negation, 其中 again.
	unlisted = "~^vLzi"
	// published parts are by channel: one thing may go by several.
	published = regexp.MustCompile(`通过|发布|推送|转发|刊发`)
	// twofold says that parts overlap.
	twofold = regexp.MustCompile(`同时|同步|交叉|重复|重叠|兼|多渠道|多种|多个平台`)
)

// setParts gives the wholes of a line their parts. claims has all counts of the
// line by token.
func (l *line) setParts(claims map[int]*Claim) {
	if strings.Count(l.kinds, "#") < 3 || twofold.MatchString(l.Text) {
		return
	}
	for _, at := range enumerated.FindAllStringSubmatchIndex(l.kinds, -1) {
		whole, complete := claims[at[2]], at[4] >= 0
		if strings.ContainsAny(outsideBrackets(l.kinds[at[6]:at[7]]), unlisted) ||
			complete && l.kinds[at[4]] == byte(partWord) && l.textOf(at[4]) != "分别" ||
			published.MatchString(l.Text[l.tokens[at[6]].from:l.tokens[at[7]-1].to]) ||
			strings.HasPrefix(l.Text[l.tokens[at[7]-1].to:], "等") {
			continue
		}
		whole.Complete = complete
		for _, i := range countsOutsideBrackets(l.kinds, at[6], at[7]) {
			whole.Parts = append(whole.Parts, *claims[i])
		}
	}
}

func (l *line) textOf(i int) string { return l.Text[l.tokens[i].from:l.tokens[i].to] }

var bracket = regexp.MustCompile(`\([^()]*\)`)

func outsideBrackets(kinds string) string { return bracket.ReplaceAllString(kinds, "") }

// countsOutsideBrackets are the tokens of a stretch that are the numbers of parts.
func countsOutsideBrackets(kinds string, from, to int) []int {
	var list []int
	depth := 0
	for i := from; i < to; i++ {
		switch {
		case kinds[i] == '(':
			depth++
		case kinds[i] == ')':
			depth--
		case kinds[i] == byte(count) && depth == 0:
			list = append(list, i)
		}
	}
	return list
}
