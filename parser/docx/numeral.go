package docx

import (
	"strconv"
	"strings"
)

// numeral writes a number as the w:numFmt says; a format that is not here is
// written in decimal, as Word does.
func numeral(format string, n int) string {
	switch format {
	case "none", "bullet":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letters(n)
	case "lowerLetter":
		return strings.ToLower(letters(n))
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting":
		return counting(n, ordinary)
	case "chineseLegalSimplified":
		return counting(n, legal)
	case "ideographLegalTraditional":
		return counting(n, legalTraditional)
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital":
		return digits(n, []rune("〇一二三四五六七八九"))
	case "decimalFullWidth", "decimalFullWidth2":
		return digits(n, []rune("０１２３４５６７８９"))
	}
	if sign, ok := single(format, n); ok {
		return sign
	}
	return strconv.Itoa(n)
}

// singles are the formats that have one character for each number, from 1.
var singles = map[string][]rune{
	"decimalEnclosedCircle":        []rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
	"decimalEnclosedCircleChinese": []rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
	"decimalEnclosedParen":         []rune("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
	"decimalEnclosedFullstop":      []rune("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
	"ideographEnclosedCircle":      []rune("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
	"ideographTraditional":         []rune("甲乙丙丁戊己庚辛壬癸"),
	"ideographZodiac":              []rune("子丑寅卯辰巳午未申酉戌亥"),
}

func single(format string, n int) (string, bool) {
	signs := singles[format]
	if n < 1 || n > len(signs) {
		return "", false
	}
	return string(signs[n-1]), true
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var out strings.Builder
	for i, value := range values {
		for ; n >= value; n -= value {
			out.WriteString(signs[i])
		}
	}
	return out.String()
}

// letters is A to Z, then AA to ZZ, AAA to ZZZ.
func letters(n int) string {
	if n < 1 || n > 26*30 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

func digits(n int, signs []rune) string {
	var out strings.Builder
	for _, digit := range strconv.Itoa(n) {
		out.WriteRune(signs[digit-'0'])
	}
	return out.String()
}

// counts are the characters of Chinese counting: the digits, and 十百千.
type counts struct {
	digits, units []rune
	bareTen       bool // ten to nineteen are written without 一
}

var (
	ordinary         = counts{[]rune("零一二三四五六七八九"), []rune("\x00十百千"), true}
	legal            = counts{[]rune("零壹贰叁肆伍陆柒捌玖"), []rune("\x00拾佰仟"), false}
	legalTraditional = counts{[]rune("零壹貳參肆伍陸柒捌玖"), []rune("\x00拾佰仟"), false}
)

// counting writes 0 to 9999 as 一千零二十; larger numbers in decimal.
func counting(n int, c counts) string {
	if n < 0 || n > 9999 {
		return strconv.Itoa(n)
	}
	if n == 0 {
		return string(c.digits[0])
	}
	var out []rune
	written := strconv.Itoa(n)
	for i, sign := range written {
		digit, unit := int(sign-'0'), len(written)-1-i
		switch {
		case digit == 0:
			if strings.Trim(written[i:], "0") != "" && out[len(out)-1] != c.digits[0] {
				out = append(out, c.digits[0])
			}
			continue
		case digit == 1 && unit == 1 && i == 0 && c.bareTen:
		default:
			out = append(out, c.digits[digit])
		}
		if unit > 0 {
			out = append(out, c.units[unit])
		}
	}
	return string(out)
}
