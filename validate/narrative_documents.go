package validate

import (
	"gouji/parser/claim"
	"gouji/parser/form"
)

// documentRules are the rules about what the text says of table two.
var documentRules = []*Rule{narrativeDocuments}

var narrativeDocuments = &Rule{
	ID: "narrative-documents", Code: "N10", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"正文与表二的规章、规范性文件数不一致", "The text's numbers of regulations and normative documents are not the table's"},
	Ground:  practice("已公开的年报中，正文的规章、规范性文件数与表二对不上"),
	Applies: Text{"正文写明制发、废止、现行有效件数的报告；政策性文件是另一回事，不比较", "reports whose text gives numbers issued, repealed or in force; policy documents are something else"},
	Formula: Text{"正文的规章、行政规范性文件制发、废止、现行有效件数＝表二同名各格",
		"regulations and normative documents issued, repealed and in force in the text = the cells of table two"},
	Why: Text{"正文写的规章或行政规范性文件件数不等于表二。多因沿用往年文字，或正文与表二统计范围不同。",
		"The text's number of regulations or normative documents is not that of table two: the text was carried over from an earlier year, or the two count different units."},
	Mend:  Text{"对照文件目录核对；两处统计范围不同的，统一范围或在正文写明。", "Check the list of documents; if text and table count different units, use one scope or say so."},
	Check: checkDocuments,
}

var documentCells = []struct {
	object  claim.Object
	row     string
	act     claim.Act
	columns []string // by edition
}{
	{claim.Regulation, "regulations", claim.Made, []string{"issued", "made"}},
	{claim.Regulation, "regulations", claim.Repealed, []string{"repealed"}},
	{claim.Regulation, "regulations", claim.InForce, []string{"in_force"}},
	{claim.Normative, "normative_documents", claim.Made, []string{"issued", "made"}},
	{claim.Normative, "normative_documents", claim.Repealed, []string{"repealed"}},
	{claim.Normative, "normative_documents", claim.InForce, []string{"in_force"}},
}

func checkDocuments(r *Subject) []Finding {
	var list []Finding
	for _, d := range documentCells {
		claims := r.said(d.object, d.act)
		for _, reading := range documentReadings(d.object, d.act) {
			list = append(list, readings{reading}.compare(r, claims)...)
		}
	}
	return list
}

// documentReadings are the cells of table two, one by edition, that a number of
// documents may mean.
func documentReadings(object claim.Object, act claim.Act) readings {
	var list readings
	for _, d := range documentCells {
		if d.object != object || d.act != act {
			continue
		}
		for _, column := range d.columns {
			id := form.ID(form.Disclosure, d.row, column)
			if cell, known := form.Find(id); known {
				name := Text{cell.Row.Name() + cell.Column.Label, plain(cell.Row.Key) + " " + plain(cell.Column.Key)}
				list = append(list, reading{name, []string{id}, nil})
			}
		}
	}
	return list
}
