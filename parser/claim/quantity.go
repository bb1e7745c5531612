package claim

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// units are what may follow a number that counts or measures, longest first
// where one begins another.
var units = strings.Fields("个百分点 百分点 % 万元 元 人次 件次 条次 件 条 份 起 宗 项 次 例 篇 个 期 场 人 部 家 户 批 封 则 幅 张 页 册 处 类 名")

// points are percentage points.
const points = "百分点"

// pieces are the units in which applications, cases and documents are counted.
const pieces = "件次条份起宗项例部" // 件次 as well

var (
	digits     = regexp.MustCompile(`^\d+(?:\.\d+)?`)
	ideographs = regexp.MustCompile(`^[一二三四五六七八九十百千万亿两零〇]+`)
	rangeTo    = regexp.MustCompile(`^(?:至|到|-|~|—+)(\d+(?:\.\d+)?)`)
	after      = regexp.MustCompile(`^(?:以上|左右|上下|余|有余)`)
)

// readQuantity reads the quantity that a text begins with and returns its
// length in bytes, 0 when there is none. A number without a unit is one only
// when it is written in digits.
func readQuantity(s string) (q Quantity, length int) {
	rest, ok := s, false
	if arabic := digits.FindString(s); arabic != "" {
		q, ok = readDigits(arabic)
		rest = q.readTo(s[len(arabic):])
	} else if chinese := ideographs.FindString(s); chinese != "" {
		q.Value, ok = ideographicValue(chinese)
		rest = s[len(chinese):]
	}
	if !ok {
		return Quantity{}, 0
	}
	rest = q.readMultiple(rest)
	rest = q.readUnit(rest)
	if q.Unit == "" && s[0] >= utf8.RuneSelf {
		return Quantity{}, 0
	}
	if m := after.FindString(rest); m != "" && q.Unit != "" {
		q.Approximate, rest = true, rest[len(m):]
	}
	return q, len(s) - len(rest)
}

func readDigits(s string) (Quantity, bool) {
	value, err := strconv.ParseFloat(s, 64)
	_, decimals, _ := strings.Cut(s, ".")
	return Quantity{Value: value, Decimals: len(decimals)}, err == nil && !math.IsInf(value, 0)
}

// readTo reads the upper end of a range.
func (q *Quantity) readTo(s string) string {
	m := rangeTo.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	q.To, _ = strconv.ParseFloat(m[1], 64)
	return s[len(m[0]):]
}

// readMultiple reads 余, 多, 万 and 亿. 3万件 is rounded as 1.2万件 is.
func (q *Quantity) readMultiple(s string) string {
	for {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == '余' || r == '多' || r == '来':
			q.Approximate = true
		case r == '万' && !strings.HasPrefix(s, "万元"):
			q.scale(1e4)
		case r == '亿' && !strings.HasPrefix(s, "亿元"):
			q.scale(1e8)
		default:
			return s
		}
		s = s[size:]
	}
}

func (q *Quantity) scale(by float64) {
	q.Value, q.To = q.Value*by, q.To*by
	q.Slack = max(q.Slack, 0.5*math.Pow10(-q.Decimals)) * by
}

func (q *Quantity) readUnit(s string) string {
	for _, unit := range units {
		if strings.HasPrefix(s, unit) {
			q.Unit = unit
			if unit == "个百分点" {
				q.Unit = points
			}
			return s[len(unit):]
		}
	}
	return s
}

const ideographicDigits = "零一二三四五六七八九"

var ideographicPlaces = map[rune]float64{'十': 10, '百': 100, '千': 1000}

// ideographicValue reads 三十二, 两, 一百零五, 二万三千; 百 alone is a hundred.
// False for what is no number: 万, 二三.
func ideographicValue(s string) (value float64, ok bool) {
	section, digit := 0.0, -1.0
	for _, r := range s {
		place, isPlace := ideographicPlaces[r]
		switch {
		case r == '万' || r == '亿':
			section += max(digit, 0)
			if section == 0 {
				return 0, false
			}
			value, section, digit = (value+section)*map[rune]float64{'万': 1e4, '亿': 1e8}[r], 0, -1
		case isPlace:
			if digit < 0 {
				digit = 1
			}
			section, digit = section+digit*place, -1
		case r == '零' || r == '〇':
			digit = max(digit, -1)
		case digit > 0: // 二三 stands for two or three
			return 0, false
		default:
			digit = ideographicDigit(r)
		}
	}
	return value + section + max(digit, 0), true
}

func ideographicDigit(r rune) float64 {
	if r == '两' {
		return 2
	}
	return float64(strings.IndexRune(ideographicDigits, r) / len("一"))
}
