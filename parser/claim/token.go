package claim

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// token is a word of a sentence, or a stretch of text without known words.
type token struct {
	kind     kind
	from, to int // in bytes
	quantity Quantity
	year     int // of a year, or of the whole year that dates span
}

// line is a sentence as tokens. kinds has one letter a token.
type line struct {
	*Sentence
	tokens []token
	kinds  string
}

// upTo is what stands between the ends of a span of time.
const upTo = `(?:至|到|[-~—–]+)`

// month is a month as printed, in digits or not.
const month = `(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|末)?`

// dates that begin with a digit, an ideographic one or 截, tried before numbers.
var dates = []struct {
	kind    kind
	pattern *regexp.Regexp
}{
	// 2021年至2023年, 2021年、2022年 are several years.
	{partOfYear, regexp.MustCompile(`^20\d\d年?度?(?:` + upTo + `|、|和|及|与)20\d\d年度?`)},
	{wholeYear, regexp.MustCompile(`^(?:(20\d\d)年)?1月1日(?:起|起始)?[至到—-]+(?:(20\d\d)年)?12月31日(?:止|期间)?`)},
	{wholeYear, regexp.MustCompile(`^截[至止]到?(?:(20\d\d)年)?(?:12月31日|12月底|年底)`)},
	{wholeYear, regexp.MustCompile(`^(?:(20\d\d)年)?(?:1|一)月?份?` + upTo + `(?:12|十二)月份?`)},
	{year, regexp.MustCompile(`^(20\d\d)年度?`)},
	// 1至6月, 一季度 by its word
	{partOfYear, regexp.MustCompile(`^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})` + upTo + `)?` + month + `(?:\d{1,2}日)?`)},
}

// usualToken is the length of a token in bytes: two characters.
const usualToken = 6

// lineOf cuts a sentence into tokens.
func lineOf(s *Sentence) line {
	l := line{Sentence: s, tokens: make([]token, 0, len(s.Text)/usualToken)}
	var kinds strings.Builder
	for at := 0; at < len(s.Text); {
		t := l.nextToken(at)
		if n := len(l.tokens); n > 0 && t.kind == unknownWord && l.tokens[n-1].kind == unknownWord {
			l.tokens[n-1].to = t.to
		} else {
			l.tokens = append(l.tokens, t)
			kinds.WriteByte(byte(t.kind))
		}
		at = t.to
	}
	l.kinds = kinds.String()
	return l
}

// listMark begins an item of a list and says nothing: 一是, 3、, (二). Before digits it
// may be part of a number, and before the 月 of 5、6月 it is.
var listMark = regexp.MustCompile(`^([(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十\d]{1,2}[、.]|[一二三四五六七八九十]{1,2}是)(?:\D|20\d\d年)`)

// anyChannel lists several ways and leaves none out, where everyone goes them and the
// sentence has no number of one way beside: 办理公民、法人通过网站、邮寄等途径依申请公开12件.
var (
	everyone   = regexp.MustCompile(`(?:组织|公民|群众|公众|申请人)$`)
	anyChannel = regexp.MustCompile(`^通过[^,、]{2,16}、[^,]{2,16}?等(?:多种|各种)?(?:途径|渠道|方式)(?:提出|提交|申请)?的?`)
	oneChannel = regexp.MustCompile(`网|平台|信函|邮|当面|现场|书面|口头|传真|来函|线上|线下|窗口|其他(?:途径|渠道|方式)`)
)

func (s *Sentence) nextToken(at int) token {
	rest := s.Text[at:]
	if at == 0 {
		if m := listMark.FindStringSubmatch(rest); m != nil {
			return token{kind: plainWord, to: len(m[1])}
		}
	}
	r, size := utf8.DecodeRuneInString(rest)
	if r == '通' {
		if m := anyChannel.FindString(rest); m != "" && everyone.MatchString(s.Text[:at]) && !oneChannel.MatchString(s.Text[:at]+rest[len(m):]) {
			return token{kind: plainWord, from: at, to: at + len(m)}
		}
	}
	if r == '第' { // 第三项 counts nothing
		_, length := readQuantity(rest[size:])
		return token{kind: unknownWord, from: at, to: at + size + length}
	}
	digit := r >= '0' && r <= '9'
	if digit || r == '截' || opensMonth(rest, r) {
		if t, ok := dateAt(rest, at); ok {
			return t
		}
	}
	known := longestWord(rest, r)
	if digit || strings.ContainsRune(opensQuantity, r) {
		if t, ok := quantityAt(rest, at); ok && t.to-at > len(known.text) {
			return t
		}
	}
	if known.text != "" {
		return token{kind: known.kind, from: at, to: at + len(known.text)}
	}
	return token{kind: unknownWord, from: at, to: at + size}
}

// opensQuantity are the ideographs that a quantity may begin with: numerals, and
// words that make it rough.
const opensQuantity = "一二三四五六七八九十百千两零〇约近将超逾至大突不"

// longestMonths is how far the 月 of 十一月至十二月 stands from its beginning, in bytes.
const longestMonths = 24

// opensMonth reports whether a text may begin with a month in ideographs: 一月至六月.
func opensMonth(rest string, first rune) bool {
	return strings.ContainsRune("一二三四五六七八九十", first) && strings.Contains(rest[:min(len(rest), longestMonths)], "月")
}

func dateAt(rest string, at int) (token, bool) {
	for _, d := range dates {
		m := d.pattern.FindStringSubmatch(rest)
		if m == nil {
			continue
		}
		t := token{kind: d.kind, from: at, to: at + len(m[0])}
		t.setYears(m[1:])
		return t, true
	}
	return token{}, false
}

// setYears takes the years that dates have; from one year into another they
// span no year that a report is about.
func (t *token) setYears(printed []string) {
	for _, y := range printed {
		number, err := strconv.Atoi(y)
		switch {
		case err != nil:
		case t.year != 0 && t.year != number:
			t.kind = partOfYear
		default:
			t.year = number
		}
	}
}

func longestWord(rest string, first rune) word {
	for _, w := range words[first] {
		if strings.HasPrefix(rest, w.text) {
			return w
		}
	}
	return word{}
}

// before a number, these leave it open.
var roughly = regexp.MustCompile(`^(?:约|近|将近|超过?|逾|至少|不少于|不低于|不足|大约|突破)`)

// quantityAt reads a number with what makes it rough.
func quantityAt(rest string, at int) (token, bool) {
	rough := roughWord(rest)
	q, length := readQuantity(rest[len(rough):])
	q.Approximate = q.Approximate || rough != ""
	return token{kind: kindOf(q), from: at, to: at + len(rough) + length, quantity: q}, length > 0
}

func roughWord(rest string) string {
	r, _ := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("约近将超逾至不大突", r) {
		return ""
	}
	return roughly.FindString(rest)
}

func kindOf(q Quantity) kind {
	switch q.Unit {
	case "":
		return bare
	case "%", points:
		return percent
	case "元", "万元":
		return money
	}
	return count
}

// tokenAt is the index of the token that holds a position in bytes.
func (l *line) tokenAt(position int) int {
	for i := range l.tokens {
		if l.tokens[i].to > position {
			return i
		}
	}
	return len(l.tokens)
}
