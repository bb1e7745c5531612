package validate

import (
	"fmt"
	"regexp"
	"strings"

	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate/register"
)

// disclosureRules are the rules about table two.
var disclosureRules = []*Rule{disclosureRegulations, disclosureInForce}

var disclosureRegulations = &Rule{
	ID: "disclosure-regulations", Code: "B01", Severity: Warning, Since: "0.1",
	Named:  true,
	Title:  Text{"填报单位无权制定规章", "The organ may not make regulations"},
	Ground: Ground{"《中华人民共和国立法法》", "部门规章和地方政府规章的制定主体", Official},
	Formula: Text{"无权制定规章的单位：规章＝0",
		"regulations = 0 for organs that may not make any"},
	Why: Text{"规章只能由国务院部门，省、设区的市、自治州人民政府等制定。乡镇、街道和县级部门填了规章，多半是把规范性文件填错了行。",
		"Regulations are made by State Council departments and by governments of provinces, cities with districts and autonomous prefectures. A township or county department that reports some has probably used the wrong row."},
	Mend:  Text{"核对是否应填在行政规范性文件一行。", "Check whether the number belongs to normative documents."},
	Check: checkRegulations,
}

// lowOrgan knows by name alone the organs that surely make no regulations.
// 自治区 is a province, so its departments are left out.
var lowOrgan = regexp.MustCompile(`(镇|乡|街道办事处|镇人民政府|乡人民政府|街道|街)$|[县旗](人民)?政府$|(^|[^治])区(人民)?政府$` +
	`|(县|旗)[^县旗]*(局|委员会|办公室|中心|大队|支队|站)$|(^|[^治])区[^区]*(局|委员会|办公室|中心|大队)$`)

// barredFromRegulations reports whether the organ surely may not make
// regulations: by the register where that tells kind and level, else by its name.
func barredFromRegulations(r *Subject) bool {
	if u := r.Unit; u != nil && u.Kind != "" && u.Level != "" {
		high := u.Level == register.State || u.Level == register.Prov || u.Level == register.City
		return !(u.Kind == register.Government && high || u.Level == register.State)
	}
	province := strings.Contains(r.Organ, "省") && !strings.Contains(r.Organ, "县")
	return lowOrgan.MatchString(r.Organ) && !province
}

func checkRegulations(r *Subject) []Finding {
	if !barredFromRegulations(r) {
		return nil
	}
	var found []*parser.Figure
	for _, f := range figuresOf(r, form.Disclosure+".regulations") {
		if value, sure := f.Sure(); sure && value > 0 {
			found = append(found, f)
		}
	}
	if len(found) == 0 {
		return nil
	}
	cell, _ := form.Find(found[0].ID)
	return []Finding{about(found, Text{
		fmt.Sprintf("%s不能制定规章，表二“规章”%s却填了 %s", r.Organ, cell.Column.Label, Number(found[0].Value)),
		fmt.Sprintf("%s makes no regulations, but reports %s (%s)", r.Organ, Number(found[0].Value), plain(cell.Column.Key))})}
}

var disclosureInForce = &Rule{
	ID: "disclosure-in-force", Code: "B02", Severity: Warning, Since: "0.1",
	Title:  Text{"现行有效件数偏少", "Fewer documents in force than were made"},
	Ground: logic("本年制发而未废止的文件一般仍然有效"),
	Formula: Text{"现行有效件数≥本年制发件数－本年废止件数",
		"in force ≥ issued − repealed"},
	Why: Text{"本年制发的件数减去废止的件数，还多于现行有效件数。多因三个数口径不同。",
		"More documents were issued and not repealed this year than are said to be in force; usually the three numbers count different things."},
	Mend:  Text{"核对三个数的口径；年末制发、次年生效的可以说明。", "Check what the three numbers count; documents taking effect next year can be explained."},
	Check: checkInForce,
}

func checkInForce(r *Subject) []Finding {
	var list []Finding
	for _, row := range []string{"regulations", "normative_documents"} {
		id := func(column string) string { return form.ID(form.Disclosure, row, column) }
		ids := []string{id("issued"), id("repealed"), id("in_force")}
		values, sure := allSure(r, ids)
		if !sure || values[2] >= values[0]-values[1] {
			continue
		}
		got, want := values[2], values[0]-values[1]
		cell, _ := form.Find(ids[2])
		list = append(list, Finding{Figures: ids, Got: &got, Want: &want, Where: r.Figure(ids[2]).Where, Message: Text{
			fmt.Sprintf("表二“%s”：本年制发 %s - 本年废止 %s = %s，现行有效只有 %s", cell.Row.Label, Number(values[0]), Number(values[1]), Number(want), Number(got)),
			fmt.Sprintf("%s: issued %s - repealed %s = %s, but only %s in force", plain(row), Number(values[0]), Number(values[1]), Number(want), Number(got))}})
	}
	return list
}

// allSure gives the values of the figures when the reader is sure of all.
func allSure(r *Subject, ids []string) ([]float64, bool) {
	values := make([]float64, len(ids))
	for i, id := range ids {
		value, sure := r.Figure(id).Sure()
		if !sure {
			return nil, false
		}
		values[i] = value
	}
	return values, true
}
