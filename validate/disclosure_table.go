package validate

import (
	"fmt"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
)

// These rules are about the rows, the unit and the order of table two.

var disclosureRows = &Rule{
	ID: "disclosure-rows", Code: "S11", Severity: Warning, Since: "0.2",
	Title:  Text{"表二的行多了、少了或重复", "Table two has extra, missing or repeated rows"},
	Ground: form2021("表二各项的行"),
	Formula: Text{"表二每一项的行＝格式规定的行，各出现一次",
		"rows of each block of table two = rows of the form, each once"},
	Why: Text{"表二每一项的行是固定的。多出的行多是自己加的项目名称，重复的行会使数字重复计算。",
		"The rows of each block are fixed. Extra rows are usually items of the unit's own; repeated ones are counted twice."},
	Mend:    Text{"按规定的表样合并、补齐或删去。", "Merge, add or remove rows as the form has them."},
	Follows: []string{"template-outdated", "template-mixed"},
	Check:   checkDisclosureRows,
}

func checkDisclosureRows(r *Subject) []Finding {
	t := r.Table(form.Disclosure)
	if t == nil || r.Incomplete != "" {
		return nil
	}
	var missing, extra, repeated []string
	printed := map[string]int{}
	for _, b := range t.Blocks {
		for _, row := range b.Rows {
			printed[row.Key]++
			switch {
			case row.Key == "" && !row.Group && b.Official != nil:
				extra = append(extra, row.Printed)
			case row.Key != "" && printed[row.Key] == 2:
				repeated = append(repeated, row.Printed)
			}
		}
	}
	for _, b := range t.Blocks {
		missing = append(missing, rowsLacking(b, printed)...)
	}
	list := difference(t, "行", "rows", missing, extra)
	if len(repeated) > 0 {
		names := both(same(quoted(repeated)), Text{"", ", "})
		list = append(list, Finding{Where: t.Where, Message: Text{
			"表二重复出现行" + names.ZH, "table two repeats rows " + names.EN}})
	}
	for i := range list {
		list[i].table = t.Key
	}
	return list
}

// rowsLacking are the form's rows of a block that are printed nowhere in the table.
func rowsLacking(b parser.Block, printed map[string]int) []string {
	if b.Official == nil {
		return nil
	}
	var list []string
	for _, row := range b.Official.Rows {
		if printed[row.Key] == 0 {
			list = append(list, row.Name())
			printed[row.Key]++ // a block may stand in two parts
		}
	}
	return list
}

var feeUnit = &Rule{
	ID: "fee-unit", Code: "S18", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"收费金额没有注明“万元”", "The amount of fees lacks its unit"},
	Ground: form2021("表二第二十条第（八）项：本年收费金额（单位：万元）"),
	Formula: Text{"收费金额的列名有“单位：万元”",
		"the head of the amount of fees names the unit 万元"},
	Why: Text{"规定的列名是“本年收费金额（单位：万元）”。没有单位或写成元，读者看不出金额大小，也容易按元误填。",
		"The head reads 本年收费金额（单位：万元）. Without the unit, or with 元, nobody can tell the size of the amount, and it is easily filled in wrongly."},
	Mend:    Text{"列名补上“（单位：万元）”，并核对金额是否按万元填写。", "Restore the unit in the head and check that the amount is in 万元."},
	Follows: []string{"template-outdated", "template-mixed"},
	Check:   checkFeeUnit,
}

const feeUnitWord = "万元"

func checkFeeUnit(r *Subject) []Finding {
	t := r.Table(form.Disclosure)
	if t == nil || r.Incomplete != "" {
		return nil
	}
	for _, b := range t.Blocks {
		for _, c := range b.Columns {
			if c.Key != "amount" || b.Edition == form.Edition2019 || c.Printed == "" || unitBeside(r, b, c) {
				continue
			}
			return []Finding{{Where: c.Where, table: t.Key, Message: Text{
				fmt.Sprintf("表二收费金额的列名是“%s”，规定为“%s”", oneLine(c.Printed), c.Official),
				fmt.Sprintf("The head of the fees in table two reads %q; the form has %q", oneLine(c.Printed), c.Official)}}}
		}
	}
	return nil
}

// unitBeside reports whether the unit stands in the head, or anywhere beside
// the table: some print it above.
func unitBeside(r *Subject, b parser.Block, c parser.Label) bool {
	around := []string{c.Printed, b.Heading.Printed}
	for _, row := range b.Rows {
		around = append(around, row.Printed)
	}
	if s := r.Section(2); s != nil {
		for _, p := range s.Passages {
			around = append(around, p.Text)
		}
	}
	return strings.Contains(oneLine(strings.Join(around, "")), feeUnitWord)
}

var disclosureOrder = &Rule{
	ID: "disclosure-order", Code: "S19", Severity: Info, Since: "0.2",
	Title:  Text{"表二各项的次序不对", "The blocks of table two are out of order"},
	Ground: form2021("表二各项的次序"),
	Formula: Text{"表二各项依（一）（五）（六）（八）排列",
		"the blocks of table two stand in the form's order"},
	Why: Text{"表二各项应按条例第二十条的项次排列，次序不同不便对照和汇总。",
		"The blocks of table two follow the items of article 20; another order makes reports hard to compare."},
	Mend:    Text{"按规定的表样调整次序。", "Put the blocks into the form's order."},
	Follows: []string{"template-outdated", "template-mixed"},
	Check:   checkDisclosureOrder,
}

func checkDisclosureOrder(r *Subject) []Finding {
	t := r.Table(form.Disclosure)
	if t == nil || r.Incomplete != "" {
		return nil
	}
	var above *form.Block
	for _, b := range t.Blocks {
		if b.Official == nil {
			continue
		}
		if above != nil && blockPlace(b.Official) < blockPlace(above) {
			return []Finding{{Where: b.Where, table: t.Key, Message: Text{
				fmt.Sprintf("表二的“%s”排在“%s”之后", b.Official.Heading, above.Heading),
				fmt.Sprintf("In table two %s stands after %s", b.Official.Heading, above.Heading)}}}
		}
		above = b.Official
	}
	return nil
}

// blockPlace is a block's place in the form of 2019, which has all of them.
func blockPlace(b *form.Block) int {
	for i, o := range form.Of(form.Edition2019).Table(form.Disclosure).Blocks {
		if o.Heading == b.Heading {
			return i
		}
	}
	return -1
}
