package validate

import (
	"fmt"

	"gouji/parser"
	"gouji/parser/claim"
	"gouji/parser/form"
)

// wholeRules are the rules about table three taken as a whole.
var wholeRules = []*Rule{applicationsAllZero, applicationsRepeatedNumber}

var applicationsAllZero = &Rule{
	ID: "applications-all-zero", Code: "C15", Severity: Info, Since: "0.2",
	Title:  Text{"表三全部为0", "Table three is 0 throughout"},
	Ground: logic("全年没有申请的单位，表三才会全是0"),
	Formula: Text{"上年有申请的单位：表三不全为0，或正文说明没有收到申请",
		"table three is not all 0, or the text says so, for organs with applications last year"},
	Why: Text{"乡镇和小单位全年没有申请是常事，不提示。只有上年申请不少的单位，表三全是0而正文又没有说未收到申请时，才提示核对是否漏填。",
		"Small organs often have no applications, and nothing is said of them. It is where last year had several that a table of zeros may have been left unfilled; not where the text says that none came in."},
	Mend:    Text{"核对台账；确实没有申请的，在正文说明。", "Check the register of applications; if there were none, say so in the text."},
	Needs:   []Need{NeedsPrevious},
	Limits:  []*Limit{idleAfter},
	Follows: []string{"narrative-none-received", "narrative-received"},
	Check:   checkApplicationsAllZero,
}

var idleAfter = &Limit{Name: "idle-after", Unit: "pieces", Value: 5,
	Why: Text{"上年只有几件的，今年没有也平常", "after a few in one year, none in the next is common"}}

func checkApplicationsAllZero(s *Subject) []Finding {
	cells := figuresOf(s, form.Applications)
	if !allZero(cells) || s.whole(1) == nil || len(s.stated(claim.None, claim.Application, claim.Received)) > 0 {
		return nil
	}
	last, known := receivedLastYear(s)
	if !known || last < s.limit(idleAfter) {
		return nil
	}
	return []Finding{{table: form.Applications, Where: cells[0].Where, Other: &s.Previous.Source, Message: Text{
		fmt.Sprintf("表三全部为0，上年新收 %s 件，正文没有说未收到申请", Number(last)),
		fmt.Sprintf("Table three is 0 throughout; last year had %s new applications, and the text does not say that none came in", Number(last))}}}
}

func receivedLastYear(s *Subject) (float64, bool) {
	if s.Previous == nil {
		return 0, false
	}
	return s.Previous.Figure(newTotal).Sure()
}

// allZero reports whether there are figures and each is surely 0.
func allZero(figures []*parser.Figure) bool {
	for _, f := range figures {
		if value, sure := f.Sure(); !sure || value != 0 {
			return false
		}
	}
	return len(figures) > 0
}

var applicationsRepeatedNumber = &Rule{
	ID: "applications-repeated-number", Code: "A23", Severity: Warning, Since: "0.2",
	Title:  Text{"一行或一列填了同一个数", "One number fills a whole row or column"},
	Ground: logic("总计是各格之和，不会与每一格都相同"),
	Formula: Text{"同一行七格、同一列各行不是同一个非零的数",
		"no row of seven and no column holds one number other than 0 throughout"},
	Why: Text{"同一个数填满了整行或整列，连总计也一样，多因在电子表格里拖动时复制了下去。",
		"One number fills a row or column, total and all: it was probably copied along in a spreadsheet."},
	Mend:    Text{"对照台账重新填写这一行（列）。", "Fill in the row or column again from the register."},
	Follows: []string{"applications-row-sum", "applications-outcome-sum"},
	Check:   checkRepeatedNumber,
}

func checkRepeatedNumber(s *Subject) []Finding {
	t := s.Table(form.Applications)
	if t == nil {
		return nil
	}
	block := &formOf(s.Report, t).Table(form.Applications).Blocks[0]
	var list []Finding
	for _, row := range block.Rows {
		if total := form.ID(form.Applications, row.Key, "total"); s.holdsMore(total) {
			name, _ := form.Find(total)
			text := rowText(name)
			list = append(list, s.repeated(rowIDs(block, row.Key), Text{"“" + text.ZH + "”行", "row " + text.EN})...)
		}
	}
	for _, column := range block.Columns {
		if s.holdsMore(form.ID(form.Applications, "total", column.Key)) {
			list = append(list, s.repeated(columnIDs(block, column.Key), Text{column.Label + "列", "column " + plain(column.Key)})...)
		}
	}
	return list
}

// holdsMore reports whether a cell surely holds another number than 0, as few
// do: a cheap look before a whole row or column is.
func (s *Subject) holdsMore(id string) bool {
	value, sure := s.Figure(id).Sure()
	return sure && value != 0
}

func rowIDs(b *form.Block, row string) []string {
	var ids []string
	for _, column := range b.Columns {
		ids = append(ids, form.ID(form.Applications, row, column.Key))
	}
	return ids
}

func columnIDs(b *form.Block, column string) []string {
	var ids []string
	for _, row := range b.Rows {
		ids = append(ids, form.ID(form.Applications, row.Key, column))
	}
	return ids
}

// repeated is the finding of cells that all hold one number other than 0.
func (s *Subject) repeated(ids []string, place Text) []Finding {
	first, _ := s.Figure(ids[0]).Sure()
	if first == 0 {
		return nil
	}
	for _, id := range ids[1:] {
		if value, sure := s.Figure(id).Sure(); !sure || value != first {
			return nil
		}
	}
	return []Finding{s.at(ids, Text{
		fmt.Sprintf("表三%s%d格都是 %s", place.ZH, len(ids), Number(first)),
		fmt.Sprintf("Table three, %s: all %d cells are %s", place.EN, len(ids), Number(first))})}
}
