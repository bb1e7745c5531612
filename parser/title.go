package parser

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// title is what the lines above the first section say the document is.
type title struct {
	first, last int // the lines that print it; -1 when there is none
	text        string
	organ       string
	year        int
	companion   bool // 图解, 文字解读: a page about the report, not the report
}

const (
	longestTitle = 70 // characters
	titleLines   = 4  // lines that a title may be broken over
	titleDepth   = 60 // lines from the top in which it must begin
)

var (
	subject    = regexp.MustCompile(`政府信息公开|政务信息公开|政务公开|信息公开|政府息公开|府信息公开`)
	reportWord = regexp.MustCompile(`报告|年报|告年度报`)
	companion  = regexp.MustCompile(`图解|文字解读|一图读懂|解读[:：]`)
	notTitle   = regexp.MustCompile(`[。；]|本报告|现将|根据|按照|依据|以下简称|当前位置|您的位置|首页|>|索引号|发布(时间|日期|机构)|来源|浏览|打印|如下|附件`)
	yearDigits = regexp.MustCompile(`((?:20|19)\d\d)\s*年?度?`)
	yearWords  = regexp.MustCompile(`(二[〇○零ОO0][〇○零ОO0一二三四五六七八九]{2})\s*年?度?`)
	siteLabel  = regexp.MustCompile(`^(?:【[^】]*】|(?:信息)?(?:标题|名称|题名)[|:：]?)`) // what a site prints before a title
	aboutWhat  = regexp.MustCompile(`^关于(?:报送|公布|发布|印发|做好|编制)?|关于(?:报送|公布|发布|印发|做好|编制)?$`)
	columnName = regexp.MustCompile(`^(?:政府)?信息公开(?:工作)?年报$`) // of a site, above reports that leave their title to it
	signedPair = regexp.MustCompile(`[（(]([^（()）]+)[）)]$`)
	ownPair    = regexp.MustCompile(`^[（(][^（()）]+[）)]$`)
	emptyPair  = regexp.MustCompile(`[（(]\s*[）)]`)
	organEnd   = regexp.MustCompile(`(政府|局|委员会|委|办公室|办公厅|办|厅|部|院|署|司|中心|镇|乡|街道|办事处|管委会|会|处|站|队|所|公司|集团|银行|馆|校|学|关|区|县|市|省|州|盟|旗|部门|系统|机构|社|台|库|园|[）)])$`)
)

// plain makes digits and letters half width and drops spaces; ideographic
// punctuation stays as printed.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		if narrow := width.LookupRune(r).Narrow(); narrow > ' ' && narrow < 0x7f && unicode.IsLetter(narrow) {
			return narrow
		}
		return r
	}, s)
}

// titleLine is a line that may be a part of the title.
type titleLine struct {
	line
	plain  string
	barred bool // it can be none
}

func titleLinesOf(lines []line) []titleLine {
	var list []titleLine
	for _, l := range lines[:min(len(lines), titleDepth)] {
		long := len(l.text) > 3*longestTitle
		t := titleLine{line: l, barred: l.table || long || notTitle.MatchString(l.text)}
		if !t.barred {
			t.plain = plain(l.text)
		}
		list = append(list, t)
	}
	return list
}

// readTitle finds the title among the lines above the first section.
func readTitle(above []line) title {
	best := title{first: -1, last: -1}
	bestScore := 0
	lines := titleLinesOf(above)
	for n := 1; n <= titleLines; n++ {
		for i := 0; i+n <= len(lines); i++ {
			t, ok := titleOf(lines, i, i+n-1)
			if !ok {
				continue
			}
			if score := t.score(lines) - 2*n; best.first < 0 || score > bestScore {
				best, bestScore = t, score
			}
		}
	}
	return best
}

// titleOf reads the lines from first to last as a title; false when they are none.
func titleOf(lines []titleLine, first, last int) (title, bool) {
	t := title{first: first, last: last}
	for i := first; i <= last; i++ {
		if lines[i].barred || lines[i].cell != lines[first].cell {
			return t, false
		}
		t.text += lines[i].plain
	}
	if utf8.RuneCountInString(t.text) > longestTitle {
		return t, false
	}
	at := subject.FindAllStringIndex(t.text, -1)
	if at == nil || !reportWord.MatchString(t.text) || columnName.MatchString(t.text) {
		return t, false
	}
	t.year = yearIn(t.text)
	t.organ = organOf(t.text[:at[len(at)-1][0]])
	if m := signedPair.FindStringSubmatch(t.text); t.organ == "" && m != nil && organEnd.MatchString(m[1]) {
		t.organ = m[1]
	}
	t.companion = companion.MatchString(t.text)
	return t, last == first || t.broken(lines)
}

// broken reports whether a title in several lines needs them all: its first
// line must not be a whole title but for the organ in brackets on the next,
// nor its last one be anything but its end.
func (t *title) broken(lines []titleLine) bool {
	start, end := lines[t.first].plain, lines[t.last].plain
	if subject.MatchString(start) && reportWord.MatchString(start) {
		return t.organ != "" && end == lines[t.first+1].plain && ownPair.FindString(end) != "" && strings.Contains(end, t.organ)
	}
	return reportWord.MatchString(end) || yearDigits.MatchString(end) && strings.HasPrefix(strings.TrimLeft(end, "（("), "20")
}

// score says how much a title tells; lines that the file itself marks as a
// heading count more.
func (t *title) score(lines []titleLine) int {
	score := 0
	if t.year > 0 {
		score += 6
	}
	if organEnd.MatchString(t.organ) {
		score += 6
	}
	if strings.Contains(t.text, "年度报告") || strings.Contains(t.text, "年度工作报告") || strings.Contains(t.text, "工作报告") {
		score += 3
	}
	if lines[t.first].level > 0 {
		score += 2
	}
	if t.companion {
		score -= 2
	}
	if t.last > t.first && t.opensWithRegion(lines) {
		score += 3
	}
	return score
}

var region = regexp.MustCompile(`^\p{Han}{1,8}(省|市|县|区|州|盟|旗)$`)

// opensWithRegion reports whether the first line is the region that the organ
// on the next line belongs to, and not a site's name above a whole title.
func (t *title) opensWithRegion(lines []titleLine) bool {
	top, next := lines[t.first].plain, lines[t.first+1].plain
	return region.MatchString(top) && !strings.HasPrefix(next, top)
}

// organOf takes the issuing organ out of what stands before 政府信息公开.
func organOf(s string) string {
	s = yearDigits.ReplaceAllString(s, "")
	s = yearWords.ReplaceAllString(s, "")
	s = emptyPair.ReplaceAllString(s, "")
	s = companion.ReplaceAllString(s, "")
	s = siteLabel.ReplaceAllString(s, "")
	s = strings.Trim(s, "：:，、-—－ 《》“”\"【】")
	s = aboutWhat.ReplaceAllString(s, "")
	for _, end := range []string{"年度", "的", "本级"} {
		s = strings.TrimSuffix(s, end)
	}
	s = aboutWhat.ReplaceAllString(s, "")
	if strings.HasSuffix(s, "人民") {
		s += "政府" // 某镇人民政府信息公开工作年度报告 says 政府 once for both
	}
	return strings.Trim(s, "：:，、-—－ 《》“”\"【】")
}

// saysWhose is how a preface says whose report it is: 现公布某县自然资源局2024年政府信息公开
// 工作年度报告, 特编制《某镇2022年政府信息公开工作年度报告》.
var saysWhose = regexp.MustCompile(`(?:公布|发布|公开|编制)了?[《“]?([\p{Han}\d]{0,40}?)(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)`)

// organNamed is the organ that a preface names as the report's where a page leaves
// the title to its site; empty when none is.
func organNamed(preface []Passage) string {
	for _, p := range preface[:min(len(preface), placesRead)] {
		m := saysWhose.FindStringSubmatch(plain(p.Text))
		if m == nil {
			continue
		}
		if name := organOf(m[1]); organEnd.MatchString(name) && !ourselves.MatchString(name) {
			return name
		}
	}
	return ""
}

// ourselves is no name: 现公布我局2024年政府信息公开工作年度报告.
var ourselves = regexp.MustCompile(`^[我本该各]|单位$`)

// yearIn is the first year that a text names, 0 for none.
func yearIn(s string) int {
	if m := yearDigits.FindStringSubmatch(s); m != nil {
		year, _ := strconv.Atoi(m[1])
		return year
	}
	if m := yearWords.FindStringSubmatch(s); m != nil {
		return ideographYear(m[1])
	}
	return 0
}

// ideographYear reads 二〇二四, zeros written in any of the ways met.
func ideographYear(s string) int {
	year := 0
	for _, r := range s {
		digit := strings.IndexRune(ideographDigits, r)
		if digit < 0 {
			year *= 10
			continue
		}
		year = year*10 + digit/len("一") + 1
	}
	return year
}
