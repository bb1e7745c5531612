package validate

import (
	"fmt"

	"gouji/parser"
	"gouji/parser/form"
)

// tableRules are the rules about the make-up of the tables.
var tableRules = []*Rule{disclosureBlocks, disclosureRows, feeUnit, disclosureOrder, applicationsRows, applicationsColumns, remediesColumns}

var disclosureBlocks = &Rule{
	ID: "disclosure-blocks", Code: "S10", Severity: Error, Since: "0.1",
	Title:  Text{"表二的项目多了或少了", "Table two has other blocks than the form"},
	Ground: form2021("表二：第二十条第（一）（五）（六）（八）项"),
	Formula: Text{"表二的项目＝格式规定的项目",
		"blocks of table two = blocks of the form"},
	Why: Text{"表二只有规定的几项；2021年起没有第（九）项政府集中采购。",
		"Table two has the listed items only; since 2021 there is no item (九), procurement."},
	Mend:    Text{"删去多出的项目，补上缺少的项目。", "Remove the extra blocks and add the missing ones."},
	Follows: []string{"template-outdated", "template-mixed"},
	Check:   checkDisclosureBlocks,
}

func checkDisclosureBlocks(r *Subject) []Finding {
	t := r.Table(form.Disclosure)
	if t == nil || r.Incomplete != "" {
		return nil
	}
	official := referenceForm(r, t).Table(t.Key).Blocks
	var missing, extra []string
	found := map[string]bool{}
	for _, b := range t.Blocks {
		switch {
		case b.Official == nil:
			extra = append(extra, b.Heading.Printed)
		case !hasHeading(official, b.Official.Heading):
			extra = append(extra, b.Official.Heading)
		}
		if b.Official != nil {
			found[b.Official.Heading] = true
		}
	}
	for _, b := range official {
		if !found[b.Heading] {
			missing = append(missing, b.Heading)
		}
	}
	return append(difference(t, "项目", "items", missing, extra), disclosureColumns(t)...)
}

// disclosureColumns warns of columns that no head of table two was read as:
// their figures are not checked.
func disclosureColumns(t *parser.Table) []Finding {
	var list []Finding
	for _, b := range t.Blocks {
		if b.Official == nil {
			continue
		}
		missing, extra := columnDifference(b.Official.Columns, []parser.Block{b})
		for _, f := range difference(t, "列", "columns", missing, extra) {
			f.Severity = Warning
			f.Message.ZH += "（" + b.Official.Heading + "）"
			list = append(list, f)
		}
	}
	return list
}

func hasHeading(blocks []form.Block, heading string) bool {
	for _, b := range blocks {
		if b.Heading == heading {
			return true
		}
	}
	return false
}

// referenceForm is the form that a table's make-up is compared with: where it
// uses one edition throughout, that one, since another rule says whether it is
// the right one; else the form for the year.
func referenceForm(r *Subject, t *parser.Table) *form.Form {
	counts := map[form.Edition]int{}
	for _, b := range t.Blocks {
		if form.Of(b.Edition) != nil && inForm(b.Official, otherEdition(b.Edition), t.Key) {
			counts[b.Edition]++
		}
	}
	if len(counts) == 1 {
		for edition := range counts {
			return form.Of(edition)
		}
	}
	return formOf(r.Report, &parser.Table{})
}

// difference is the finding of what a table lacks and what it has too much.
func difference(t *parser.Table, zh, en string, missing, extra []string) []Finding {
	if len(missing)+len(extra) == 0 {
		return nil
	}
	name := form.Of(form.Edition2021).Table(t.Key).Name
	var parts []Text
	if len(missing) > 0 {
		list := both(same(quoted(missing)), Text{"", ", "})
		parts = append(parts, Text{"缺少" + zh + list.ZH, "missing " + en + " " + list.EN})
	}
	if len(extra) > 0 {
		list := both(same(quoted(extra)), Text{"", ", "})
		parts = append(parts, Text{"多出" + zh + list.ZH, "extra " + en + " " + list.EN})
	}
	joined := both(parts, Text{"；", "; "})
	return []Finding{{Where: t.Where, Message: Text{name + joined.ZH, tableText(t.Key).EN + ": " + joined.EN}}}
}

func quoted(list []string) []string {
	var out []string
	for _, s := range list {
		out = append(out, "“"+oneLine(s)+"”")
	}
	return out
}

var applicationsRows = &Rule{
	ID: "applications-rows", Code: "S12", Severity: Error, Since: "0.1",
	Title:  Text{"表三的行多了或少了", "Table three has other rows than the form"},
	Ground: form2021("表三的行"),
	Formula: Text{"表三的行＝格式规定的行",
		"rows of table three = rows of the form"},
	Why: Text{"表三应有25行数据（2019年格式为23行）。少了的行无法勾稽，多出的行不是规定的项目。",
		"Table three has 25 rows of figures (23 in the 2019 form). Sums over a missing row cannot be checked; extra rows are not in the form."},
	Mend:    Text{"按规定的表样补齐或删去。", "Add or remove rows as the form has them."},
	Follows: []string{"template-outdated", "template-mixed"},
	Check:   checkApplicationsRows,
}

func checkApplicationsRows(r *Subject) []Finding {
	t := r.Table(form.Applications)
	if t == nil || r.Incomplete != "" {
		return nil
	}
	found := map[string]bool{}
	var missing, extra []string
	for _, b := range t.Blocks {
		for _, row := range b.Rows {
			found[row.Key] = true
			if row.Key == "" && !row.Group {
				extra = append(extra, row.Printed)
			}
		}
	}
	for _, b := range referenceForm(r, t).Table(t.Key).Blocks {
		for _, row := range b.Rows {
			if !found[row.Key] {
				missing = append(missing, row.Name())
			}
		}
	}
	return difference(t, "行", "rows", missing, extra)
}

var applicationsColumns = &Rule{
	ID: "applications-columns", Code: "S13", Severity: Error, Since: "0.1",
	Title:  Text{"表三的列与规定不同", "Table three has other columns than the form"},
	Ground: form2021("表三的列"),
	Formula: Text{"表三的列＝规定的七列，次序相同",
		"columns of table three = the seven of the form, in order"},
	Why: Text{"申请人情况应有七列，次序固定。少列、多列或换了次序，数字就可能填错类别。",
		"The applicants are seven columns in a fixed order. With others, figures may stand under the wrong kind of applicant."},
	Mend:  Text{"按自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计排列。", "Restore the seven columns in their order."},
	Check: checkColumns(form.Applications),
}

var remediesColumns = &Rule{
	ID: "remedies-columns", Code: "S17", Severity: Error, Since: "0.1",
	Words:  true,
	Title:  Text{"表四的列与规定不同", "Table four has other columns than the form"},
	Ground: form2021("表四的列"),
	Formula: Text{"表四的列＝规定的三组十五列",
		"columns of table four = the fifteen of the form"},
	Why: Text{"表四分行政复议、未经复议直接起诉、复议后起诉三组，每组五列。",
		"Table four has three groups of five columns: reconsideration, direct litigation, litigation after reconsideration."},
	Mend:  Text{"按规定的十五列重新制表。", "Restore the fifteen columns."},
	Check: checkColumns(form.Remedies),
}

// checkColumns compares the columns of a table of one block with the form's.
func checkColumns(table string) func(*Subject) []Finding {
	return func(r *Subject) []Finding {
		t := r.Table(table)
		if t == nil || len(t.Blocks) == 0 || r.Incomplete != "" {
			return nil
		}
		official := formOf(r.Report, t).Table(table).Blocks[0].Columns
		missing, extra := columnDifference(official, t.Blocks)
		if list := difference(t, "列", "columns", missing, extra); list != nil {
			return list
		}
		if list := columnOrder(t, official); list != nil {
			return list
		}
		return columnWording(t)
	}
}

// columnDifference takes the columns of all parts of a table together: a part
// behind a page break may repeat the head or have none.
func columnDifference(official []form.Column, blocks []parser.Block) (missing, extra []string) {
	found, printed := map[string]bool{}, 0
	for _, b := range blocks {
		for _, c := range b.Columns {
			printed++
			found[c.Key] = true
			if c.Key == "" {
				extra = append(extra, c.Printed)
			}
		}
	}
	for _, c := range official {
		if printed > 0 && !found[c.Key] {
			missing = append(missing, columnName(c))
		}
	}
	return missing, extra
}

func columnName(c form.Column) string {
	if len(c.Under) > 1 {
		return c.Under[len(c.Under)-1] + "·" + c.Label
	}
	return c.Label
}

func columnOrder(t *parser.Table, official []form.Column) []Finding {
	place := map[string]int{}
	for i, c := range official {
		place[c.Key] = i
	}
	for _, b := range t.Blocks {
		for i := 1; i < len(b.Columns); i++ {
			before, here := b.Columns[i-1], b.Columns[i]
			if place[here.Key] < place[before.Key] {
				name := tableText(t.Key)
				return []Finding{{Where: t.Where, Message: Text{
					fmt.Sprintf("%s的列“%s”排在“%s”之后，与规定的次序不同", name.ZH, oneLine(here.Printed), oneLine(before.Printed)),
					fmt.Sprintf("%s: column %s stands after %s", name.EN, plain(here.Key), plain(before.Key))}}}
			}
		}
	}
	return nil
}

// columnWording warns of heads of table four that mean the right column in
// other words, such as 未经复议直接诉讼.
func columnWording(t *parser.Table) []Finding {
	var wrong []Text
	for _, b := range t.Blocks {
		for _, c := range append(append([]parser.Label{}, b.Columns...), knownGroups(b)...) {
			if differs(c) {
				wrong = append(wrong, wording(c))
			}
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	list := both(distinct(wrong), Text{"；", "; "})
	name := form.Of(form.Edition2021).Table(t.Key).Name
	return []Finding{{Severity: Warning, Where: t.Where,
		Message: Text{name + "的列名" + list.ZH, "Column heads: " + list.EN}}}
}

// knownGroups are the merged heads in wordings known from practice; one that
// agrees less may only be cut.
func knownGroups(b parser.Block) []parser.Label {
	var list []parser.Label
	for _, g := range b.Groups {
		if g.Match == parser.Variant {
			list = append(list, g)
		}
	}
	return list
}

// distinct leaves out texts that were said before.
func distinct(list []Text) []Text {
	seen := map[Text]bool{}
	var out []Text
	for _, t := range list {
		if !seen[t] {
			out = append(out, t)
		}
		seen[t] = true
	}
	return out
}
