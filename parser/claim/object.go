package claim

import (
	"regexp"
	"strings"
)

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

// outcome reports whether an act is a part of what was done with applications,
// which 其中 may list.
func outcome(a Act) bool {
	switch a {
	case Granted, PartlyGranted, GrantedOrPartly, Denied, Unavailable, NotProcessed, OtherOutcome:
		return true
	}
	return isReason(a)
}
