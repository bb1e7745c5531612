package claim

import (
	"regexp"
	"strings"
)

// Prose that lists outcomes often names single rows of table three by their labels:
// 本机关不掌握相关政府信息5件, 1件属于行政执法案卷. Only labels that nothing but an
// application has are read so: 重复申请 and 属于国家秘密 are said of other things as well.

// reasons are those rows, each with a word that no other label has.
var reasons = []struct {
	word string
	act  Act
}{
	{"不掌握", NotHeld}, {"现成", NeedsCreation}, {"不明确", StillUnclear}, {"补正", NotCorrected}, {"案卷", EnforcementFile}, {"信访", Petition},
}

func reasonOf(text string) Act {
	for _, r := range reasons {
		if strings.Contains(text, r.word) {
			return r.act
		}
	}
	return ""
}

// isReason reports whether an act is one row of table three.
func isReason(a Act) bool {
	for _, r := range reasons {
		if r.act == a {
			return true
		}
	}
	return false
}

// apart are cases that the form has in a row with others and prose often counts apart:
// 本机关不掌握1件,信息不存在1件 are 2 of table three.
var apart = map[Act]*regexp.Regexp{
	NotHeld:  regexp.MustCompile(`不存在|不属于本|不属本|非本|不由|职责|职权|移送|转交|转办|其他(?:行政)?机关|其他途径`),
	Petition: regexp.MustCompile(`咨询`),
}

// doubtReason doubts a row that the words around make something else: of several
// reasons the number is their sum, and what was granted in part is in no other row,
// whatever was kept back.
func (l *line) doubtReason(c *Claim, at int) {
	before := l.kinds[:at]
	outcome := strings.LastIndexAny(before, "gqduxo")
	switch others := apart[c.Act]; {
	case others != nil && others.MatchString(l.Text):
		c.doubt("同一行的另外计数")
	case strings.HasSuffix(strings.TrimRight(before, "&m"), "k"):
		c.doubt("几种情形一起计数")
	case outcome >= 0 && before[outcome] == 'q' && strings.ContainsAny(before[outcome:], "i("):
		c.doubt("可能是部分公开的原因")
	}
}
