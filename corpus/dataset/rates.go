package dataset

import (
	"strings"

	"gouji/corpus/dataset/table"
	"gouji/parser/form"
)

// rate is a derived figure: a sum of cells over another.
type rate struct {
	id          string
	name, about table.Text
	over, under sum
}

// sum is what is added up, in each edition of the form.
type sum map[form.Edition][]string

// everywhere is a sum of the same rows of a table in each edition, in a column. A row
// that ends in a dot is all that begin so, or that row: "denied." is all of （三）不予公开.
func everywhere(key, column string, rows ...string) sum {
	s := sum{}
	for _, f := range form.All() {
		for _, row := range rows {
			s[f.Edition] = append(s[f.Edition], cellsOf(f.Table(key), row, column)...)
		}
	}
	return s
}

func cellsOf(t *form.Table, row, column string) (ids []string) {
	wanted := form.ID(t.Key, row, column)
	for _, cell := range t.Cells() {
		group := strings.HasSuffix(row, ".") && strings.HasPrefix(cell.ID, t.Key+"."+row) && strings.HasSuffix(cell.ID, "."+column)
		if cell.ID == wanted || group {
			ids = append(ids, cell.ID)
		}
	}
	return ids
}

// total is a sum of rows of table three, all applicants.
func total(rows ...string) sum { return everywhere(form.Applications, "total", rows...) }

// plus adds two sums.
func (s sum) plus(other sum) sum {
	both := sum{}
	for _, f := range form.All() {
		both[f.Edition] = append(append([]string{}, s[f.Edition]...), other[f.Edition]...)
	}
	return both
}

func remedy(row string, columns ...string) sum {
	s := sum{}
	for _, column := range columns {
		s = s.plus(everywhere(form.Remedies, column, row))
	}
	return s
}

// concluded are the cases of a row of table four that have an outcome.
func concluded(row string) sum { return remedy(row, "upheld", "corrected", "other") }

var (
	handled  = total("total")
	received = total("new", "carried_in")
	// otherRows are （六）其他处理: a row in the form of 2019, three since.
	otherRows = total("other.")
)

// rates are the shares that domain studies and yearly evaluations use. The form
// names none of them: their definitions are ours, and stand in the dataset.
var rates = []*rate{
	share("granted_rate", "予以公开率", "granted in full", total("granted")),
	share("partly_granted_rate", "部分公开率", "granted in part", total("partly_granted")),
	share("disclosure_rate", "公开率（予以公开和部分公开）", "granted in full or in part", total("granted", "partly_granted")),
	share("denied_rate", "不予公开率", "denied", total("denied.")),
	share("unavailable_rate", "无法提供率", "unavailable", total("unavailable.")),
	share("not_held_rate", "本机关不掌握占比", "not held by the organ", total("unavailable.not_held")),
	share("not_processed_rate", "不予处理率", "not processed", total("not_processed.")),
	share("other_rate", "其他处理率", "other outcomes", otherRows),
	{id: "substantive_disclosure_rate", name: table.Text{ZH: "实体公开率", EN: "granted among decisions on substance"},
		about: table.Text{ZH: "只看就公开与否作出实体判断的：予以公开、部分公开、不予公开", EN: "of those decided on substance: granted, partly granted, denied"},
		over:  total("granted", "partly_granted"), under: total("granted", "partly_granted", "denied.")},
	{id: "completion_rate", name: table.Text{ZH: "办结率", EN: "handled within the year"},
		about: table.Text{ZH: "本年新收加上年结转中本年办结的", EN: "of those received and carried in"}, over: handled, under: received},
	{id: "carried_out_rate", name: table.Text{ZH: "结转率", EN: "carried out to the next year"},
		about: table.Text{ZH: "本年新收加上年结转中结转下年的", EN: "of those received and carried in"}, over: total("carried_out"), under: received},
	{id: "natural_person_rate", name: table.Text{ZH: "自然人申请占比", EN: "applications by natural persons"},
		about: table.Text{ZH: "本年新收中自然人申请的", EN: "of those received in the year"},
		over:  everywhere(form.Applications, "natural_person", "new"), under: total("new")},
	{id: "reconsideration_correction_rate", name: table.Text{ZH: "行政复议纠错率", EN: "corrected in reconsideration"},
		about: table.Text{ZH: "已有结果的行政复议中结果纠正的", EN: "of reconsiderations with an outcome"},
		over:  remedy("reconsideration", "corrected"), under: concluded("reconsideration")},
	{id: "litigation_correction_rate", name: table.Text{ZH: "行政诉讼纠错率", EN: "corrected in litigation"},
		about: table.Text{ZH: "已有结果的行政诉讼（直接起诉和复议后起诉）中结果纠正的", EN: "of lawsuits with an outcome, direct and after reconsideration"},
		over:  remedy("litigation_direct", "corrected").plus(remedy("litigation_after_reconsideration", "corrected")),
		under: concluded("litigation_direct").plus(concluded("litigation_after_reconsideration"))},
	share("reconsideration_rate", "行政复议发生率", "reconsiderations per application", remedy("reconsideration", "total")),
	share("litigation_rate", "行政诉讼发生率", "lawsuits per application",
		remedy("litigation_direct", "total").plus(remedy("litigation_after_reconsideration", "total"))),
	reason("denied_state_secret_rate", "不予公开中国家秘密占比", "state secrets among denials", "denied.state_secret"),
	reason("denied_security_rate", "不予公开中三安全一稳定占比", "security and stability among denials", "denied.endangers_security"),
	reason("denied_third_party_rate", "不予公开中第三方权益占比", "third parties among denials", "denied.third_party"),
	reason("denied_internal_rate", "不予公开中内部事务占比", "internal affairs among denials", "denied.internal_affairs"),
	reason("denied_process_rate", "不予公开中过程性信息占比", "process information among denials", "denied.process_information"),
}

// share is a part of all that was handled in the year.
func share(id, zh, en string, over sum) *rate {
	return &rate{id, table.Text{ZH: zh, EN: en}, table.Text{ZH: "占本年度办理结果总计", EN: "of all handled in the year"}, over, handled}
}

// reason is a part of what was denied.
func reason(id, zh, en, row string) *rate {
	return &rate{id, table.Text{ZH: zh, EN: en}, table.Text{ZH: "占不予公开", EN: "of those denied"}, total(row), total("denied.")}
}

// ratesSheet tells how each rate is worked out.
func ratesSheet() *sheet[*rate] {
	part := func(name, zh, en string, of func(*rate) sum, e form.Edition) column[*rate] {
		return text(name, zh, en, func(r *rate) string { return strings.Join(of(r)[e], " + ") }).required()
	}
	over, under := func(r *rate) sum { return r.over }, func(r *rate) sum { return r.under }
	return &sheet[*rate]{
		Table: table.Table{Name: "rates", Key: []string{"rate"}, Title: table.Text{ZH: "比率的公式", EN: "formulas of rates"},
			About: table.Text{ZH: "一行是一种比率：分子、分母都是指标编号之和", EN: "a row is a rate: numerator and denominator are sums of figures"}},
		columns: []column[*rate]{
			text("rate", "比率编号", "id of the rate", func(r *rate) string { return r.id }).required(),
			text("label_zh", "名称", "name in Chinese", func(r *rate) string { return r.name.ZH }).required(),
			text("label_en", "英文名称", "name in English", func(r *rate) string { return r.name.EN }).required(),
			text("about_zh", "说明", "about it, in Chinese", func(r *rate) string { return r.about.ZH }),
			text("about_en", "英文说明", "about it, in English", func(r *rate) string { return r.about.EN }),
			part("numerator_2021", "分子（2021年格式）", "numerator, form of 2021", over, form.Edition2021),
			part("denominator_2021", "分母（2021年格式）", "denominator, form of 2021", under, form.Edition2021),
			part("numerator_2019", "分子（2019年格式）", "numerator, form of 2019", over, form.Edition2019),
			part("denominator_2019", "分母（2019年格式）", "denominator, form of 2019", under, form.Edition2019),
		},
	}
}
