package validate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"gouji/parser"
	"gouji/parser/form"
)

// wordingRules are the rules about how a number is written in its cell.
var wordingRules = []*Rule{figureDecimals, figureFormat, figureLetters, figureSigned, figureDoubtful}

var figureDecimals = &Rule{
	ID: "figure-decimals", Code: "C07", Severity: Info, Since: "0.2",
	Title:  Text{"金额的小数过长", "An amount has too many decimals"},
	Ground: logic("人民币的最小单位是分：以万元为单位，第六位小数就是分"),
	Formula: Text{"金额的小数≤6位",
		"at most six decimals in an amount"},
	Why: Text{"以万元为单位的金额，第六位小数已经是分，再往后没有意义。多因把除法算出的结果直接贴进了表格。",
		"In units of 10,000 yuan the sixth decimal is a cent; what follows means nothing. A quotient was probably pasted in."},
	Mend:   Text{"四舍五入到分（六位小数）以内。", "Round to cents, six decimals at most."},
	Limits: []*Limit{amountDecimals},
	Check:  checkDecimals,
}

var amountDecimals = &Limit{Name: "amount-decimals", Unit: "digits", Value: 6,
	Why: Text{"1分＝0.000001万元", "one cent is 0.000001 of 10,000 yuan"}}

func checkDecimals(s *Subject) []Finding {
	most := int(s.limit(amountDecimals))
	return eachTable(s, func(f *parser.Figure) bool {
		_, sure := f.Sure()
		return sure && measureOf(f) == form.Amount && decimals(halfWidth(f)) > most
	}, func(name Text, found []*parser.Figure) Text {
		return printedAs(name, fmt.Sprintf("小数多于%d位", most), fmt.Sprintf("more than %d decimals", most), found)
	})
}

// decimals counts the digits after the point of a printed number.
func decimals(printed string) int {
	_, after, _ := strings.Cut(printed, ".")
	return len(after) - len(strings.TrimLeft(after, "0123456789"))
}

// halfWidth is a cell's text with its digits, signs and brackets in half width.
func halfWidth(f *parser.Figure) string { return strings.TrimSpace(norm.NFKC.String(f.Raw)) }

var figureFormat = &Rule{
	ID: "figure-format", Code: "C08", Severity: Info, Since: "0.2",
	Words:  true,
	Title:  Text{"数字带千分位、全角或单位", "A number with separators, full-width digits or a unit"},
	Ground: practice("公开的报告一般只填半角数字"),
	Formula: Text{"单元格里只有半角数字和小数点",
		"nothing but half-width digits and a point"},
	Why: Text{"千分位逗号、全角数字、写在格里的单位（“0件”“1530000元”）不算错，程序也照样读出，但汇总表格时常被当作文字漏加。",
		"Thousands separators, full-width digits and units in cells are no error and are read, but spreadsheets often take them for text and leave them out of sums."},
	Mend:    Text{"只填半角数字；单位已经写在表头。", "Write half-width digits only; the unit stands in the head."},
	Follows: []string{"disclosure-fees-unit", "figure-signed"},
	Check:   checkFormat,
}

func checkFormat(s *Subject) []Finding {
	return eachTable(s, func(f *parser.Figure) bool {
		return f.State == parser.Number && (oddDigits.MatchString(f.Raw) || ownUnit.MatchString(halfWidth(f)) && !needsUnit(f))
	}, func(name Text, found []*parser.Figure) Text {
		return printedAs(name, "数字带千分位、全角字符或单位", "a separator, full-width digits or a unit", found)
	})
}

// needsUnit reports whether a cell has to name its unit, since the head of its
// column does not: 采购总金额 of the form of 2019.
func needsUnit(f *parser.Figure) bool {
	cell, known := form.Find(f.ID)
	return known && cell.Column.Measure == form.Amount && !strings.Contains(cell.Column.Label, "元")
}

var (
	oddDigits = regexp.MustCompile(`[０-９．，]|[0-9０-９][,，][0-9０-９]`)
	ownUnit   = regexp.MustCompile(`\d\s*\p{Han}{1,2}$`)
)

var figureLetters = &Rule{
	ID: "figure-letters", Code: "C09", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"数字写成字母或多了前导0", "Letters for digits, or leading zeros"},
	Ground: logic("数量栏只能填数字，数字不以0开头"),
	Formula: Text{"没有代替0、1的字母和符号，没有前导0",
		"no letters that stand for 0 or 1, no leading zeros"},
	Why: Text{"“O”“l”看上去是0和1，程序和电子表格却认作文字；“05”可能是5，也可能是两格的数挤在一起。",
		"O and l look like 0 and 1 but are text to every program; 05 may be 5 or two cells run together."},
	Mend:  Text{"改用数字键输入，去掉前面多余的0。", "Type digits and drop the zeros in front."},
	Check: checkLetters,
}

func checkLetters(s *Subject) []Finding {
	return eachTable(s, func(f *parser.Figure) bool {
		return lettersForDigits(f) || f.State == parser.Number && leadingZero.MatchString(halfWidth(f))
	}, func(name Text, found []*parser.Figure) Text {
		return printedAs(name, "以字母代替数字或有前导0", "letters for digits or leading zeros", found)
	})
}

var (
	leadingZero  = regexp.MustCompile(`^[+-]?0\d`)
	likeDigits   = regexp.MustCompile(`^[0-9OoQlIi○〇]{1,6}$`)
	standInDigit = "OoQlIi○〇"
)

// lettersForDigits reports whether a cell that holds no number looks like one:
// O for 0, l for 1, the ideographic zeros. Several l, I in a row may be strokes.
func lettersForDigits(f *parser.Figure) bool {
	printed := halfWidth(f)
	return f.State == parser.Bad && f.Doubt == "" &&
		likeDigits.MatchString(printed) && strings.ContainsAny(printed, standInDigit)
}

var figureSigned = &Rule{
	ID: "figure-signed", Code: "C10", Severity: Warning, Since: "0.2",
	Title:  Text{"数量前有正负号", "A sign before a count"},
	Ground: practice("只有2019年格式的“本年增/减”填带正负号的数"),
	Formula: Text{"“本年增/减”以外的数字没有正负号",
		"no sign before figures outside the change column"},
	Why: Text{"“+1036”是增加的数，不是数量本身。多因把旧格式“本年增/减”的数搬到了数量或金额栏。",
		"+1036 is a change, not a count: usually a number of the old form's change column moved into a column of counts or amounts."},
	Mend:    Text{"核对后填写数量本身，去掉正负号。", "Check, and write the count itself without a sign."},
	Follows: []string{"template-outdated", "template-mixed"},
	Check:   checkSigned,
}

// checkSigned leaves what is below zero to figure-negative.
func checkSigned(s *Subject) []Finding {
	return eachTable(s, func(f *parser.Figure) bool {
		value, sure := f.Sure()
		return sure && value >= 0 && measureOf(f) != form.Change && strings.IndexAny(halfWidth(f), "+-") == 0
	}, func(name Text, found []*parser.Figure) Text {
		return printedAs(name, "带正负号", "a signed number", found)
	})
}

var figureDoubtful = &Rule{
	ID: "figure-doubtful", Code: "C14", Severity: Info, Since: "0.2",
	Damaged: true,
	Title:   Text{"有的格没有读准", "Some cells were not read for sure"},
	Ground:  logic("没有读准的数不能作为判断的依据"),
	Formula: Text{"每一格都读得准",
		"every cell is read for sure"},
	Why: Text{"这是程序读文件时的疑问，不是说填报单位有错：数字被换行隔开、扫描不清、字体有问题时，程序不敢断定。这些格不参与核对。",
		"This is the reader's doubt, not the unit's fault: digits broken over lines, poor scans, odd fonts. These cells are left out of all checks."},
	Mend:  Text{"对照原件看这几格；与读出的数不同时，以原件为准。", "Look at these cells in the original; where it differs from what was read, the original counts."},
	Check: checkDoubtful,
}

func checkDoubtful(s *Subject) []Finding {
	return eachTable(s, func(f *parser.Figure) bool { return f.Doubt != "" && (s.Recognised || !printedOddly(f)) },
		func(name Text, found []*parser.Figure) Text {
			cells, reasons := CellList(ids(found)), strings.Join(doubts(found), "；")
			return Text{
				fmt.Sprintf("%s有%d格没有读准，不参与核对，请核对原件：%s（%s）", name.ZH, len(found), cells.ZH, reasons),
				fmt.Sprintf("%s: %s not read for sure and left out of the checks; look at the original: %s (%s)", name.EN, cellCount(len(found)), cells.EN, reasons)}
		})
}

// printedOddly reports whether the cell's own print explains the doubt, so that
// another rule of this theme speaks of it; of scans none does.
func printedOddly(f *parser.Figure) bool {
	return splitDigits.MatchString(f.Raw) ||
		f.State == parser.Number && (leadingZero.MatchString(halfWidth(f)) || ownUnit.MatchString(halfWidth(f)))
}

// doubts are the first of the different reasons why figures are not sure.
func doubts(figures []*parser.Figure) []string {
	var list []string
	for _, f := range figures {
		if len(list) < named && !slices.Contains(list, f.Doubt) {
			list = append(list, f.Doubt)
		}
	}
	return list
}
