package validate

import (
	"fmt"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
)

// labelRules are the rules about the labels of the tables.
var labelRules = []*Rule{rowLabel, applicationsSubtotal, identityNote}

var rowLabel = &Rule{
	ID: "row-label", Code: "S14", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"行名与规定不同", "A row's label differs from the form"},
	Ground: form2021("各表的行名"),
	Formula: Text{"行名＝规定的行名（空格、全半角、序号标点不计）",
		"label = official label, width, spaces and numbering marks aside"},
	Why: Text{"行名有错字、漏字或改写，多因手工重打表格。",
		"A label has a slip or was rewritten, usually because the table was typed again."},
	Mend:  Text{"从规定的表样中复制行名。", "Copy the labels from the official form."},
	Check: checkRowLabel,
}

func checkRowLabel(r *Subject) []Finding {
	var list []Finding
	for i := range r.Tables {
		t := &r.Tables[i]
		f := Finding{}
		var wrong []Text
		for _, b := range t.Blocks {
			for _, row := range b.Rows {
				if !differs(row.Label) {
					continue
				}
				if len(wrong) == 0 {
					f.Where = row.Where
				}
				wrong = append(wrong, wording(row.Label))
			}
		}
		if len(wrong) == 0 {
			continue
		}
		joined := both(wrong, Text{"；", "; "})
		name := tableText(t.Key)
		f.Message = Text{name.ZH + "的行名" + joined.ZH, "labels of " + name.EN + ": " + joined.EN}
		list = append(list, f)
	}
	return list
}

// differs reports whether a label reads otherwise than the form's. A label can
// agree less than exactly for what stands around it; that is no wrong wording.
func differs(l parser.Label) bool {
	return l.Official != "" && l.Match != parser.Exact && oneLine(l.Printed) != l.Official
}

// wording sets what is printed against what the form has.
func wording(l parser.Label) Text {
	printed := oneLine(l.Printed)
	return Text{fmt.Sprintf("“%s”应为“%s”", printed, l.Official), fmt.Sprintf("%q for %q", printed, l.Official)}
}

// oneLine is a cell's text without its line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), "") }

var applicationsSubtotal = &Rule{
	ID: "applications-subtotal", Code: "S15", Severity: Warning, Since: "0.1",
	Words:  true,
	Title:  Text{"表三加了小计行", "Sub-total rows were added to table three"},
	Ground: form2021("表三的行"),
	Formula: Text{"表三没有格式之外的小计行",
		"no sub-total rows in table three"},
	Why: Text{"规定的表样没有“（三）不予公开”等的小计行；加了小计，读者会把它与各行重复相加。",
		"The form has no sub-totals for （三） to （六）; with them readers count cases twice."},
	Mend:  Text{"删去小计行，数字只填在各分项。", "Remove the sub-total rows."},
	Check: checkApplicationsSubtotal,
}

func checkApplicationsSubtotal(r *Subject) []Finding {
	t := r.Table(form.Applications)
	if t == nil {
		return nil
	}
	var names []string
	f := Finding{}
	for _, b := range t.Blocks {
		for _, row := range b.Rows {
			if !row.Group {
				continue
			}
			if len(names) == 0 {
				f.Where = row.Where
			}
			names = append(names, row.Printed)
		}
	}
	if len(names) == 0 {
		return nil
	}
	list := both(same(quoted(names)), Text{"", ", "})
	f.Message = Text{"表三多出小计行" + list.ZH, "Table applications has sub-total rows " + list.EN}
	return []Finding{f}
}

var identityNote = &Rule{
	ID: "identity-note", Code: "S16", Severity: Info, Since: "0.2",
	Words:  true,
	Title:  Text{"表三缺少勾稽关系注", "Table three lacks its note on the sums"},
	Ground: form2021("表三表头注"),
	Formula: Text{"表三左上角印有勾稽关系注",
		"the corner of table three holds its note on the sums"},
	Why: Text{"表三左上角应有“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。删去后填表的人容易忘记核对。",
		"The corner of table three tells that items one and two add up to three and four. Without it whoever fills in the table forgets to check."},
	Mend:    Text{"从规定的表样中补上表头注。", "Restore the note from the official form."},
	Follows: []string{"applications-columns"},
	Check:   checkIdentityNote,
}

// checkIdentityNote speaks only of a head that was read in full; a note in the
// prose beside the table does as well.
func checkIdentityNote(r *Subject) []Finding {
	t, s := r.Table(form.Applications), r.whole(3)
	if t == nil || len(t.Blocks) == 0 || s == nil || !headRead(t.Blocks[0]) {
		return nil
	}
	for _, b := range t.Blocks {
		if b.Note {
			return nil
		}
	}
	for _, p := range s.Passages {
		if strings.Contains(p.Text, "勾稽") || strings.Contains(p.Text, "第一项加第二项") {
			return nil
		}
	}
	return []Finding{{Where: t.Where, table: t.Key, Message: Text{
		"表三左上角没有勾稽关系注（第一项加第二项之和，等于第三项加第四项之和）",
		"The corner of table three lacks the note that items one and two add up to three and four"}}}
}

// headRead reports whether every column of a block was read for certain.
func headRead(b parser.Block) bool {
	if b.Official == nil || len(b.Columns) != len(b.Official.Columns) {
		return false
	}
	for _, c := range b.Columns {
		if c.Match < parser.Variant {
			return false
		}
	}
	return true
}
