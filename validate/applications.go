package validate

import (
	"fmt"

	"gouji/parser/form"
)

// applicationRules are the rules about the arithmetic of table three.
var applicationRules = []*Rule{applicationsBalance, applicationsOutcomeSum, applicationsRowSum, applicationsColumnSwap, applicationsTotalZero, applicationsCarriedOutExcess}

var applicationsBalance = &Rule{
	ID: "applications-balance", Code: "A01–A07", Severity: Error, Since: "0.1",
	Title:  Text{"新收加结转不等于办结加结转下年", "Received does not equal handled plus carried out"},
	Ground: form2021("表三表头注：第一项加第二项之和，等于第三项加第四项之和"),
	Formula: Text{"每列：一、本年新收＋二、上年结转＝三（七）总计＋四、结转下年度继续办理",
		"each column: new + carried in = total + carried out"},
	Why: Text{"每一列里，本年新收与上年结转之和，必须等于办理结果总计与结转下年度之和。多因漏计一件，或改了一处没有改另一处。",
		"In each column new plus carried in must equal the total of results plus carried out. Usually a case was left out, or one number was corrected and the other not."},
	Mend:   Text{"对照台账核对该列四个数。", "Check the four numbers of the column against the register."},
	Limits: []*Limit{explanationsListed},
	Check:  sumsOf("applications-balance"),
}

var applicationsOutcomeSum = &Rule{
	ID: "applications-outcome-sum", Code: "A08–A14", Severity: Error, Since: "0.1",
	Title:  Text{"各项办理结果之和不等于（七）总计", "The results do not add up to （七）总计"},
	Ground: form2021("表三第三项“（七）总计”"),
	Formula: Text{"每列：三（一）至（六）各行之和＝（七）总计",
		"each column: sum of the rows under （一） to （六） = total"},
	Why: Text{"每一列里，（一）至（六）各行之和必须等于（七）总计。",
		"In each column the rows under （一） to （六） must add up to （七）."},
	Mend:   Text{"逐行核对该列，改正有误的一格。", "Check the column row by row."},
	Limits: []*Limit{explanationsListed},
	Check:  sumsOf("applications-outcome-sum"),
}

var applicationsRowSum = &Rule{
	ID: "applications-row-sum", Code: "A15", Severity: Error, Since: "0.1",
	Title:  Text{"各类申请人之和不等于总计", "The applicants do not add up to the row's total"},
	Ground: form2021("表三“总计”列"),
	Formula: Text{"每行：自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他＝总计",
		"each row: the six kinds of applicant = total"},
	Why: Text{"每一行里，自然人和五类法人或其他组织之和必须等于总计。",
		"In each row natural persons and the five kinds of organisations must add up to the total."},
	Mend:   Text{"核对该行七个数。", "Check the seven numbers of the row."},
	Limits: []*Limit{explanationsListed},
	Check:  sumsOf("applications-row-sum"),
}

var applicationsColumnSwap = &Rule{
	ID: "applications-column-swap", Code: "A16", Severity: Warning, Since: "0.1",
	Title:  Text{"数字可能填错了列", "A number may stand in the wrong column"},
	Ground: logic("表三：各行总计都对，两列的差数相等而方向相反"),
	Formula: Text{"各行总计都对时，没有两列一多一少而差数相同",
		"while all rows add up, no two columns are off by the same amount in opposite directions"},
	Why: Text{"每一行的总计都对，却有两列一多一少，差数相同：多半是同一行里的数填进了相邻的申请人类别。",
		"All rows add up, yet two columns are off by the same amount in opposite directions: a number of some row was probably filled in under another kind of applicant."},
	Mend:    Text{"核对这两列，找出填错列的数。", "Compare the two columns and move the number."},
	Follows: []string{"applications-outcome-sum", "applications-balance"},
	Limits:  []*Limit{explanationsListed},
	Check:   checkColumnSwap,
}

// checkColumnSwap looks at each relation along columns by itself: all rows
// close, and just two columns are off, by the same amount.
func checkColumnSwap(r *Subject) []Finding {
	off := map[string][]sum{}
	for _, s := range r.sums {
		if !s.broken() || s.Right[0] == "" {
			continue
		}
		if s.Relation.Axis == form.EachRow && s.Relation.Rule == "applications-row-sum" {
			return nil
		}
		off[s.Relation.Rule] = append(off[s.Relation.Rule], s)
	}
	for _, rule := range []string{"applications-outcome-sum", "applications-balance"} {
		if pair := off[rule]; len(pair) == 2 && pair[0].left-pair[0].right == pair[1].right-pair[1].left {
			return []Finding{swapFinding(r, pair)}
		}
	}
	return nil
}

func swapFinding(r *Subject, pair []sum) Finding {
	a, _ := form.Find(pair[0].Right[0])
	b, _ := form.Find(pair[1].Right[0])
	difference := pair[0].left - pair[0].right
	if difference < 0 {
		difference, a, b = -difference, b, a
	}
	more, less := columnText(a), columnText(b)
	f := Finding{Figures: []string{pair[0].Right[0], pair[1].Right[0]}, Message: Text{
		fmt.Sprintf("表三%s列多%s，%s列少%s，各行总计都对：可能有一个数填错了列", more.ZH, Number(difference), less.ZH, Number(difference)),
		fmt.Sprintf("Column %s is %s too much and %s as much too little while all rows add up: a number may be in the wrong column", more.EN, Number(difference), less.EN)}}
	if figure := r.Figure(f.Figures[0]); figure != nil {
		f.Where = figure.Where
	}
	f.explain(r, r.accounts[pair[0].name()])
	if row := f.account.row(); row.ZH != "" {
		f.Message.ZH += "，最可能是" + row.ZH
		f.Message.EN += ", most likely " + row.EN
	}
	return f
}

var applicationsTotalZero = &Rule{
	ID: "applications-total-zero", Code: "A17", Severity: Error, Since: "0.1",
	Title:  Text{"（七）总计填了0", "（七）总计 is 0 although there are results"},
	Ground: logic("表三第三项"),
	Formula: Text{"各行有数时，（七）总计≠0",
		"（七）总计 ≠ 0 where there are results"},
	Why: Text{"上面各行有数，（七）总计却是0，多因没有填总计。",
		"There are results above, but （七） is 0: the total was probably not filled in."},
	Mend:    Text{"填写（七）总计。", "Fill in （七）."},
	Follows: []string{"applications-outcome-sum"},
	Check:   checkTotalZero,
}

func checkTotalZero(r *Subject) []Finding {
	var columns []Text
	f := Finding{}
	for _, s := range r.sums {
		if s.Relation.Rule != "applications-outcome-sum" || !s.broken() || s.right != 0 || s.left <= 0 {
			continue
		}
		if r.accounts[s.name()].clears(s.Right[0]) {
			continue
		}
		cell, _ := form.Find(s.Right[0])
		columns = append(columns, columnText(cell))
		f.Figures = append(f.Figures, s.Right[0])
	}
	if len(columns) == 0 {
		return nil
	}
	f.Where = r.Figure(f.Figures[0]).Where
	list := both(columns, enumeration)
	f.Message = Text{"表三（七）总计为0，上面各行却有数：" + list.ZH, "（七）总计 is 0 though there are results in " + list.EN}
	return []Finding{f}
}

var applicationsCarriedOutExcess = &Rule{
	ID: "applications-carried-out-excess", Code: "A18", Severity: Error, Since: "0.1",
	Title:  Text{"结转下年多于全部申请", "More is carried out than there was"},
	Ground: logic("结转下年的申请只能出自本年新收和上年结转"),
	Formula: Text{"结转下年度≤本年新收＋上年结转",
		"carried out ≤ new + carried in"},
	Why: Text{"结转下年度的件数比本年新收与上年结转之和还多。",
		"More applications are carried out than were new and carried in together."},
	Mend:    Text{"核对结转下年度的件数。", "Check the number carried out."},
	Follows: []string{"applications-balance"},
	Check:   checkCarriedOut,
}

func checkCarriedOut(r *Subject) []Finding {
	var columns []Text
	f := Finding{}
	for _, s := range r.sums {
		if s.Relation.Rule != "applications-balance" || !s.assessed {
			continue
		}
		id := s.Right[len(s.Right)-1]
		out := r.Figure(id).Value
		if out <= s.left {
			continue
		}
		cell, _ := form.Find(id)
		column := columnText(cell)
		columns = append(columns, Text{
			fmt.Sprintf("%s列结转下年 %s，新收与上年结转共 %s", column.ZH, Number(out), Number(s.left)),
			fmt.Sprintf("%s: %s carried out of %s", column.EN, Number(out), Number(s.left))})
		f.Figures = append(f.Figures, id)
	}
	if len(columns) == 0 {
		return nil
	}
	f.Where = r.Figure(f.Figures[0]).Where
	list := both(columns, Text{"；", "; "})
	f.Message = Text{"表三" + list.ZH, list.EN}
	return []Finding{f}
}
