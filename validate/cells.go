package validate

import (
	"fmt"
	"regexp"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
)

// cellRules are the rules about single cells.
var cellRules = []*Rule{figureBlank, totalBlank, figureDash, figureMixed, figureBad, figureNegative, figureFraction, figureSplit}

var figureBlank = &Rule{
	ID: "figure-blank", Code: "C01", Severity: Warning, Since: "0.1",
	Title:  Text{"单元格空白", "Blank cells"},
	Ground: practice("公开的报告一般以0填写没有的数；空白可能是漏填"),
	Formula: Text{"单元格里有数字",
		"a number stands in the cell"},
	Why: Text{"空白既可能是0，也可能是漏填，程序不替填报单位猜。含空白的勾稽关系不作判断。",
		"A blank may mean zero or something forgotten; the program does not guess. Sums over blanks are not assessed."},
	Mend:    Text{"填实际数，没有的填0。", "Write the number, 0 where there is nothing."},
	Follows: []string{"applications-total-blank"},
	Check:   checkBlank,
}

// checkBlank gives one finding a table.
func checkBlank(r *Subject) []Finding {
	var list []Finding
	for i := range r.Tables {
		t := &r.Tables[i]
		all := figuresOf(r, t.Key)
		blank := inState(all, parser.Blank)
		if len(blank) == 0 {
			continue
		}
		name, cells := tableText(t.Key), CellList(ids(blank))
		m := Text{fmt.Sprintf("%s有%d格空白：%s", name.ZH, len(blank), cells.ZH),
			fmt.Sprintf("%s leaves %s blank: %s", name.EN, cellCount(len(blank)), cells.EN)}
		if len(blank) == len(all) {
			m = Text{fmt.Sprintf("%s全部空白（%d格）", name.ZH, len(all)), fmt.Sprintf("%s is blank throughout (%s)", name.EN, cellCount(len(all)))}
		}
		list = append(list, about(blank, m))
	}
	return list
}

// about is a finding on figures, placed at the first of them.
func about(figures []*parser.Figure, message Text) Finding {
	table, _, _ := strings.Cut(figures[0].ID, ".")
	return Finding{Message: message, Where: figures[0].Where, table: table, Figures: ids(figures)}
}

func ids(figures []*parser.Figure) []string {
	list := make([]string, len(figures))
	for i, f := range figures {
		list[i] = f.ID
	}
	return list
}

// figuresOf are the figures of a table, or of some of its rows, in the form's order.
func figuresOf(r *Subject, part string) []*parser.Figure {
	if list, ready := r.tables[part]; ready {
		return list
	}
	var list []*parser.Figure
	for i := range r.Figures {
		if strings.HasPrefix(r.Figures[i].ID, part+".") {
			list = append(list, &r.Figures[i])
		}
	}
	return list
}

// inState gives the figures that are surely in a state.
func inState(figures []*parser.Figure, state parser.State) []*parser.Figure {
	var list []*parser.Figure
	for _, f := range figures {
		if f.State == state && f.Doubt == "" {
			list = append(list, f)
		}
	}
	return list
}

var totalBlank = &Rule{
	ID: "applications-total-blank", Code: "C12", Severity: Warning, Since: "0.1",
	Title:  Text{"总计列整列空白", "The total column is blank throughout"},
	Ground: practice("多份公开的报告只填分类、不填总计"),
	Formula: Text{"总计列不是整列空白",
		"the total column is not blank throughout"},
	Why: Text{"表三最右的总计列一格也没有填，各行的勾稽无从核对。",
		"Not one total of table three is filled in, so no row can be checked."},
	Mend:  Text{"逐行填写总计。", "Fill in the total of each row."},
	Check: checkTotalBlank,
}

func checkTotalBlank(r *Subject) []Finding {
	byID, ids := r.cells, blankTotals(r)
	if len(ids) == 0 {
		return nil
	}
	var column []*parser.Figure
	for _, id := range ids {
		column = append(column, byID[id])
	}
	return []Finding{about(column, Text{
		fmt.Sprintf("表三总计列%d格全部空白", len(ids)),
		fmt.Sprintf("All %d totals of table applications are blank", len(ids))})}
}

// blankTotals are the cells of table three's total column when all of them are
// blank and most of the other cells are not.
func blankTotals(r *Subject) []string {
	var ids []string
	filled, empty := 0, 0
	for _, f := range figuresOf(r, form.Applications) {
		cell, known := form.Find(f.ID)
		isTotal := known && cell.Column.Key == "total"
		switch {
		case isTotal && (f.State != parser.Blank || f.Doubt != ""):
			return nil
		case isTotal:
			ids = append(ids, f.ID)
		case f.State == parser.Blank:
			empty++
		default:
			filled++
		}
	}
	if filled <= empty {
		return nil
	}
	return ids
}

var figureDash = &Rule{
	ID: "figure-dash", Code: "C02", Severity: Warning, Since: "0.1",
	Title:  Text{"以符号代替0", "A sign stands for zero"},
	Ground: practice("公开的报告一般以0填写没有的数"),
	Formula: Text{"单元格里是数字，不是“/”“—”“无”",
		"a number stands in the cell, not a sign"},
	Why: Text{"“/”“—”“无”可能表示0，也可能表示不适用，不能参加计算。",
		"/, — or 无 may mean zero or not applicable, and cannot be added."},
	Mend:  Text{"填实际数，没有的填0。", "Write the number, 0 where there is nothing."},
	Check: checkDash,
}

func checkDash(r *Subject) []Finding {
	return eachTable(r, func(f *parser.Figure) bool { return f.State == parser.Dash && f.Doubt == "" },
		func(name Text, found []*parser.Figure) Text {
			sign := strings.TrimSpace(found[0].Raw)
			cells := CellList(ids(found))
			return Text{fmt.Sprintf("%s有%d格填“%s”而不是数字：%s", name.ZH, len(found), sign, cells.ZH),
				fmt.Sprintf("%s has %q for a number in %s: %s", name.EN, sign, cellCount(len(found)), cells.EN)}
		})
}

// eachTable gives one finding for each table in which figures are wrong in
// the same way.
func eachTable(r *Subject, wrong func(*parser.Figure) bool, message func(Text, []*parser.Figure) Text) []Finding {
	var list []Finding
	for _, t := range form.Of(form.Edition2021).Tables {
		var found []*parser.Figure
		for _, f := range figuresOf(r, t.Key) {
			if wrong(f) {
				found = append(found, f)
			}
		}
		if len(found) > 0 {
			list = append(list, about(found, message(tableText(t.Key), found)))
		}
	}
	return list
}

var figureMixed = &Rule{
	ID: "figure-mixed", Code: "C03", Severity: Info, Since: "0.1",
	Title:  Text{"没有的数写法不一", "Nothing is written in several ways"},
	Ground: practice("同一张表里0、空白、符号并用"),
	Formula: Text{"同一张表里没有的数写法一致",
		"nothing is written in one way throughout a table"},
	Why: Text{"同一张表里有的填0，有的留空或填符号，读者不知道空白是不是0。",
		"Within one table some cells hold 0 while others are blank or hold a sign; readers cannot tell whether a blank means zero."},
	Mend:    Text{"统一填0。", "Write 0 everywhere."},
	Follows: []string{"figure-blank", "figure-dash"},
	Check:   checkMixed,
}

func checkMixed(r *Subject) []Finding {
	var list []Finding
	for i := range r.Tables {
		t := &r.Tables[i]
		var zh, en []string
		counts := nothingCounts(figuresOf(r, t.Key))
		for k, n := range counts {
			if n > 0 {
				zh = append(zh, fmt.Sprintf("%s%d格", []string{"填0的", "空白的", "填符号的"}[k], n))
				en = append(en, fmt.Sprintf("%d %s", n, []string{"zeros", "blanks", "signs"}[k]))
			}
		}
		if len(zh) < 2 {
			continue
		}
		name := tableText(t.Key)
		list = append(list, Finding{table: t.Key, Where: t.Where, Message: Text{
			name.ZH + "没有的数写法不一：" + strings.Join(zh, "、"),
			name.EN + " writes nothing in several ways: " + strings.Join(en, ", ")}})
	}
	return list
}

// nothingCounts counts zeros, blanks and signs.
func nothingCounts(figures []*parser.Figure) [3]int {
	var counts [3]int
	for _, f := range figures {
		switch {
		case f.Doubt != "":
		case f.State == parser.Number && f.Value == 0:
			counts[0]++
		case f.State == parser.Blank:
			counts[1]++
		case f.State == parser.Dash:
			counts[2]++
		}
	}
	return counts
}

var figureBad = &Rule{
	ID: "figure-bad", Code: "C04", Severity: Error, Since: "0.1",
	Title:  Text{"单元格里不是数字", "A cell holds no number"},
	Ground: logic("数量和金额栏只能填数字"),
	Formula: Text{"单元格里只有数字",
		"nothing but a number stands in the cell"},
	Why: Text{"数字栏里填了文字，无法统计。常见的是项目名称、“约3件”等。",
		"A column of figures holds text, such as a project's name or 约3件, and cannot be counted."},
	Mend:  Text{"改填数字；需要说明的写在正文里。", "Write the number; explain in the text if need be."},
	Check: checkBad,
}

func checkBad(r *Subject) []Finding {
	return eachTable(r, func(f *parser.Figure) bool { return f.State == parser.Bad && f.Doubt == "" && !lettersForDigits(f) },
		func(name Text, found []*parser.Figure) Text {
			return printedAs(name, "不是数字", "no number", found)
		})
}

// printedAs names cells with what is printed in them.
func printedAs(name Text, zh, en string, found []*parser.Figure) Text {
	var cells []Text
	for _, f := range found[:min(named, len(found))] {
		cell := cellText(f.ID)
		cells = append(cells, Text{cell.ZH + "为“" + strings.TrimSpace(f.Raw) + "”", fmt.Sprintf("%s is %q", cell.EN, strings.TrimSpace(f.Raw))})
	}
	list := both(cells, enumeration)
	return Text{fmt.Sprintf("%s有%d格%s：%s", name.ZH, len(found), zh, list.ZH),
		fmt.Sprintf("%s has %s in %s: %s", name.EN, en, cellCount(len(found)), list.EN)}
}

var figureNegative = &Rule{
	ID: "figure-negative", Code: "C05", Severity: Error, Since: "0.1",
	Title:  Text{"数量为负", "A negative count"},
	Ground: logic("件数和金额不会小于0；只有2019年格式的“本年增/减”可以为负"),
	Formula: Text{"件数、金额≥0（2019年格式的“本年增/减”除外）",
		"counts and amounts ≥ 0, the change column of 2019 aside"},
	Why: Text{"件数不会小于0，多因把增减数填进了数量栏。",
		"A count is never below zero; usually a change was filled in."},
	Mend:  Text{"填写数量本身。", "Fill in the count itself."},
	Check: checkNegative,
}

func checkNegative(r *Subject) []Finding {
	return eachTable(r, func(f *parser.Figure) bool {
		value, sure := f.Sure()
		return sure && value < 0 && measureOf(f) != form.Change
	}, func(name Text, found []*parser.Figure) Text {
		return printedAs(name, "小于0", "a number below 0", found)
	})
}

func measureOf(f *parser.Figure) form.Measure {
	cell, _ := form.Find(f.ID)
	if cell.Column == nil {
		return form.Count
	}
	return cell.Column.Measure
}

var figureFraction = &Rule{
	ID: "figure-fraction", Code: "C06", Severity: Error, Since: "0.1",
	Title:  Text{"件数不是整数", "A count is no whole number"},
	Ground: logic("件数是整数；只有金额可以有小数"),
	Formula: Text{"件数是整数",
		"counts are whole numbers"},
	Why: Text{"件数带小数，多因单位弄错或把金额填进了件数栏。",
		"A count has decimals: a wrong unit, or an amount of money in its place."},
	Mend:  Text{"填写整数。", "Fill in a whole number."},
	Check: checkFraction,
}

func checkFraction(r *Subject) []Finding {
	return eachTable(r, func(f *parser.Figure) bool {
		value, sure := f.Sure()
		return sure && value != float64(int64(value)) && measureOf(f) != form.Amount
	}, func(name Text, found []*parser.Figure) Text {
		return printedAs(name, "不是整数", "no whole number", found)
	})
}

var figureSplit = &Rule{
	ID: "figure-split", Code: "C11", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"数字中间有空格", "A number is split by a space"},
	Ground: practice("数字被空格或换行隔开"),
	Formula: Text{"数字中间没有空格",
		"no space within a number"},
	Why: Text{"“1 036”可能是1036，也可能是两格的数挤在一起，程序不能替单位决定。",
		"“1 036” may be 1036 or two cells run together; the program cannot decide."},
	Mend:  Text{"去掉数字中间的空格，一格只填一个数。", "Remove the space; one number a cell."},
	Check: checkSplit,
}

// A line break within a narrow cell is the layout's, not the unit's.
var splitDigits = regexp.MustCompile(`[0-9０-９][ \t\x{3000}\x{00A0}]+[0-9０-９]`)

func checkSplit(r *Subject) []Finding {
	return eachTable(r, func(f *parser.Figure) bool { return splitDigits.MatchString(f.Raw) },
		func(name Text, found []*parser.Figure) Text {
			return printedAs(name, "数字中间有空格", "a number split by a space", found)
		})
}
