package parser

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gouji/parser/form"
)

// reading is what the text of a figure's cell says.
type reading struct {
	state State
	value float64
	doubt string
}

var (
	plainNumber   = regexp.MustCompile(`^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$`)
	numberAndUnit = regexp.MustCompile(`^(.*\d)\s*(件|条|项|个|次|宗|起|份|部|人|万元|元)$`)
	loneUnit      = regexp.MustCompile(`^(?:件|条|项|个|次|宗|起|份|部|人|万元|元)$`)
	loneMinus     = regexp.MustCompile(`^[\x{2212}\x{2010}-\x{2013}\x{2014}\x{2015}\x{2500}]\s*(\d.*)$`)
)

// dashes are the signs that offices print for nothing.
var dashes = map[string]bool{"/": true, "\\": true, "|": true, "无": true, "...": true, "......": true, "・・・": true}

const (
	maxDigits = 12
	maxWhole  = 1 << 53
)

// readNumber reads the text of a figure's cell. It never repairs: what has to
// be joined, dropped or guessed makes the reading doubtful or bad.
func readNumber(text string, measure form.Measure) reading {
	if value, ok := bareDigits(text); ok {
		return reading{state: Number, value: value}
	}
	s := strings.TrimSpace(visible(norm.NFKC.String(text)))
	if s == "" || loneUnit.MatchString(s) { // “    件”: a form's unit before which nothing was filled in
		return reading{state: Blank}
	}
	if r, ok := readDash(s); ok {
		return r
	}
	r := readDigits(s)
	if r.state == Bad {
		r = readUnit(s, measure)
	}
	if r.state == Number && r.doubt == "" && strings.ContainsFunc(text, isMark) {
		r.doubt = "格里有上标或带圈的数字，可能是注码"
	}
	return r
}

// isMark reports digits that are set as marks, ¹ and ①: 12 with the mark of note 1
// would pass for 121.
func isMark(r rune) bool { return unicode.Is(unicode.No, r) }

// bareDigits reads what nearly every cell holds, a few plain digits, without
// the machinery for the rest.
func bareDigits(s string) (value float64, ok bool) {
	if s == "" || len(s) > maxDigits || s[0] == '0' && len(s) > 1 {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		value = value*10 + float64(s[i]-'0')
	}
	return value, true
}

// visible drops what no reader of the page sees: zero-width signs.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

func readDash(s string) (reading, bool) {
	joined := strings.Join(strings.Fields(s), "")
	if joined == "一" {
		return reading{state: Dash, doubt: "“一”可能是横线，也可能是数字一"}, true
	}
	if dashes[joined] || strings.Trim(joined, "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500/") == "" {
		return reading{state: Dash}, true
	}
	return reading{}, false
}

// readDigits reads a number without a unit.
func readDigits(s string) reading {
	doubt := ""
	if s[0] >= utf8.RuneSelf {
		s, doubt = cutMinus(s)
	}
	if fields := strings.Fields(s); len(fields) > 1 {
		s = strings.Join(fields, "")
		if sign := strings.TrimLeft(fields[0], "+-"); sign != "" {
			doubt = "数字被空格或换行隔开，按一个数合并"
		}
	}
	m := plainNumber.FindStringSubmatch(s)
	if m == nil {
		return reading{state: Bad}
	}
	whole := strings.ReplaceAll(m[2], ",", "")
	value, err := strconv.ParseFloat(m[1]+whole+m[3], 64)
	if err != nil {
		return reading{state: Bad}
	}
	if doubt == "" {
		doubt = doubtDigits(whole, value)
	}
	return reading{Number, value + 0, doubt} // of -0 this makes 0
}

// shortStrokes are no longer than a hyphen, or minus signs: fonts draw ‐ and ‑ by the
// glyph of -, and a PDF may say any of the three.
const shortStrokes = "\u2010\u2011\u2212"

// cutMinus makes a minus sign of the other strokes that are printed for it.
func cutMinus(s string) (rest, doubt string) {
	m := loneMinus.FindStringSubmatch(s)
	if m == nil {
		return s, ""
	}
	if first, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune(shortStrokes, first) {
		doubt = "数字前的横线可能是负号，也可能是连接线"
	}
	return "-" + m[1], doubt
}

func doubtDigits(whole string, value float64) string {
	switch {
	case len(whole) > 1 && whole[0] == '0':
		return "数字以0开头，可能由两格连成"
	case len(whole) > maxDigits || value > maxWhole || value < -maxWhole:
		return "数字过长，可能由几格连成"
	}
	return ""
}

// readUnit reads a number with its unit: 3件, 26.5万元. The unit is dropped where
// it is the column's own, and makes the value doubtful where it is not.
func readUnit(s string, measure form.Measure) reading {
	m := numberAndUnit.FindStringSubmatch(s)
	if m == nil {
		return reading{state: Bad}
	}
	r := readDigits(m[1])
	money := strings.HasSuffix(m[2], "元")
	switch {
	case r.state == Bad || r.doubt != "":
	case money && (measure != form.Amount || m[2] == "元"):
		r.doubt = "单元格里写明的单位是“" + m[2] + "”，数值按原样保留，未换算"
	case !money && measure == form.Amount:
		r.doubt = "金额栏里写的单位是“" + m[2] + "”"
	}
	return r
}

// figureLike reports whether a cell's text can only be a figure's: a number or
// a sign for nothing. A blank is not.
func (r reading) figureLike() bool { return r.state == Number || r.state == Dash }
