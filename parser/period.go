package parser

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	// 自2024年1月1日起至2024年12月31日止, 2024年1月1日至12月31日
	periodWords = regexp.MustCompile(`(\d{4})年(\d{1,2})月(\d{1,2})日(?:零时|0时)?(?:起|始|开始)?[,，]?(?:至|到|-|—+|–|－|~|～)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})(?:日|止)`)
	// 2024.1.1-2024.12.31
	periodDots = regexp.MustCompile(`(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:日)?(?:起)?(?:至|到|-|—+|–|－|~|～)(\d{4})[./-](\d{1,2})[./-](\d{1,2})`)
	// What says that a range of days is the report's: a campaign or a public notice has one too.
	periodSign  = regexp.MustCompile(`统计的?(?:期|时|周期|区间|起止)|数据[^，。]{0,12}(?:期限|时限|时间|区间|自|从|为)|报告[^。]{0,20}(?:期限|时限|时间|数据)`)
	prefaceSign = regexp.MustCompile(`统计|期限|时限|起止|时段|报告|年报|数据`)
	// publicSign is what a clause about the days of publication says: 公示期自1月18日至2月18日.
	publicSign = regexp.MustCompile(`(?:公示|公开时间|电子版|张贴|展出)[^，,。；]*20\d\d[年./-]\d|\d日?止?[^，,。；\d]{0,6}(?:公示|下载|查阅|展出)`)
	dateWords  = regexp.MustCompile(`((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日`)
	dateDigits = regexp.MustCompile(`((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})`)
	dateSpoken = regexp.MustCompile(`(二[〇○零ОO0][〇○零ОO0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日`)
	// 发布时间：2025-01-18, 2025-01-18 来源：本站; but 统计时间：2024年1月1日至… is a period.
	dateSign  = regexp.MustCompile(`(?:^|[^止计据])(?:日期|时间|发布于|印发于)[:：|]?$`)
	dateTail  = regexp.MustCompile(`^(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?(?:$|[|（(【\[]|来源|作者|浏览|点击|访问|阅读|字号|字体|发布|索引|文号|打印)`)
	ofData    = regexp.MustCompile(`统计|数据|截[止至]`) // 所列数据截止日期为2024年12月31日
	dateRange = regexp.MustCompile(`^(?:日?起|至|到|止|[-—–－~～])`)
)

// readPeriod finds the statistics period: in the preface, or in a sentence of a
// section that says it is one.
func readPeriod(preface []Passage, sections []Section) *Period {
	if period := periodAmong(preface, prefaceSign); period != nil {
		return period
	}
	for _, s := range sections {
		if period := periodAmong(s.Passages, periodSign); period != nil {
			return period
		}
	}
	return nil
}

// periodAmong is the first range of days that covers a year or stands in a
// sentence that the sign tells as the one about the period.
func periodAmong(list []Passage, sign *regexp.Regexp) *Period {
	for _, p := range list {
		for _, sentence := range strings.Split(plain(p.Text), "。") {
			if period := periodIn(sentence); period != nil && (period.wholeYear() || sign.MatchString(sentence) && !isPublication(sentence)) {
				period.Where = p.Where
				return period
			}
		}
	}
	return nil
}

// isPublication reports whether the days of a sentence are those on which the
// report can be had, not those that its figures are of.
func isPublication(sentence string) bool {
	return publicSign.MatchString(sentence) && !strings.Contains(sentence, "统计") && !strings.Contains(sentence, "数据")
}

// periodIn is the first range of days in a plain text, nil for none.
func periodIn(text string) *Period {
	m := periodWords.FindStringSubmatch(text)
	if m == nil {
		m = periodDots.FindStringSubmatch(text)
	}
	if m == nil {
		return nil
	}
	if m[4] == "" {
		m[4] = m[1]
	}
	period := &Period{From: dateOfParts(m[1:4]), To: dateOfParts(m[4:7])}
	if !period.From.valid() || !period.To.valid() {
		return nil
	}
	return period
}

func (p *Period) wholeYear() bool {
	return p.From.Year == p.To.Year && p.From.Month == 1 && p.From.Day == 1 && p.To.Month == 12 && p.To.Day == 31
}

func dateOfParts(parts []string) Date {
	var n [3]int
	for i, s := range parts {
		n[i], _ = strconv.Atoi(s)
	}
	return Date{Year: n[0], Month: n[1], Day: n[2]}
}

func (d Date) valid() bool {
	return d.Year > 1900 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= 31
}

const (
	signatureDepth = 8  // lines from the end in which the date under a report stands
	longestDate    = 40 // characters of a line that is a date, its organ included
)

// readDate finds the date under the report, or else the one under its title.
func readDate(preface []line, sections []Section) *Date {
	if n := len(sections); n > 0 {
		last := sections[n-1].Passages
		for i := len(last) - 1; i >= max(0, len(last)-signatureDepth); i-- {
			if d := dateIn(last[i].Text); d != nil && isDateLine(last[i].Text) {
				d.Where = last[i].Where
				return d
			}
		}
	}
	for _, l := range preface {
		if d := dateIn(l.text); d != nil && (isDateLine(l.text) || isDated(l.text)) {
			d.Where = l.where
			return d
		}
	}
	return nil
}

// isDateLine reports whether a line is a date, alone or after the organ's name.
func isDateLine(text string) bool {
	s := strings.TrimRight(plain(text), "）)。 ")
	if len([]rune(s)) > longestDate || strings.ContainsAny(s, "，；") || ofData.MatchString(s) {
		return false
	}
	for _, re := range []*regexp.Regexp{dateWords, dateSpoken, dateDigits} {
		if at := re.FindStringIndex(s); at != nil && at[1] == len(s) {
			return true
		}
	}
	return false
}

// isDated reports whether a line of the page tells its first date as that of
// publication: after 发布时间, or at its start before what else a site prints.
func isDated(text string) bool {
	s := plain(text)
	if len([]rune(s)) > 3*longestDate {
		return false
	}
	for _, re := range []*regexp.Regexp{dateWords, dateDigits} {
		if at := re.FindStringIndex(s); at != nil {
			before, after := s[:at[0]], s[at[1]:]
			return dateSign.MatchString(before) && !dateRange.MatchString(after) || before == "" && dateTail.MatchString(after)
		}
	}
	return false
}

func dateIn(text string) *Date {
	s := plain(text)
	for _, re := range []*regexp.Regexp{dateWords, dateDigits} {
		if m := re.FindStringSubmatch(s); m != nil {
			if d := dateOfParts(m[1:4]); d.valid() {
				return &d
			}
		}
	}
	m := dateSpoken.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	month, _ := cutIdeographs(m[2])
	day, _ := cutIdeographs(m[3])
	if d := (Date{Year: ideographYear(m[1]), Month: month, Day: day}); d.valid() {
		return &d
	}
	return nil
}
