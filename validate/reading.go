package validate

import (
	"slices"
	"strings"

	"gouji/parser/claim"
	"gouji/parser/form"
)

// reading is a number of the tables that a claim may mean: 答复3044件 may leave
// the row （六）其他处理 out.
type reading struct {
	name  Text
	plus  []string // figure ids that add up to it
	minus []string // and those to take off
}

// value is the reading's number, when the reader is sure of all its cells.
func (d *reading) value(r *Subject) (float64, bool) {
	plus, sure := allSure(r, d.plus)
	minus, also := allSure(r, d.minus)
	total := 0.0
	for _, v := range plus {
		total += v
	}
	for _, v := range minus {
		total -= v
	}
	return total, sure && also && len(plus) > 0
}

// means reports whether a claimed number is the reading's, also after the one
// cell is put right that the sums show to be wrong: then the text is right and
// the fault is told elsewhere.
func (d *reading) means(r *Subject, claimed float64) bool {
	value, sure := d.value(r)
	if !sure || claimed == value {
		return sure
	}
	for _, s := range r.suspects {
		printed := r.Figure(s.Figure).Value
		if slices.Contains(d.plus, s.Figure) && claimed == value-printed+s.Value ||
			slices.Contains(d.minus, s.Figure) && claimed == value+printed-s.Value {
			return true
		}
	}
	return false
}

// meansPart reports whether a part that the text lists of its number is the
// table's: 制发7件，其中市政府文件2件、部门文件5件.
func (d *reading) meansPart(r *Subject, c *claim.Claim) bool {
	for _, part := range c.Parts {
		if part.Quantity.Value > 0 && d.means(r, part.Quantity.Value) {
			return true
		}
	}
	return false
}

// readings are the numbers that the claims of a kind may mean, the plainest first.
type readings []reading

// contradicted is the first of the claims when no claim has the number of any
// reading: prose that names a number of the table anywhere is taken to mean it
// there. It is nil also where the plainest reading is not sure.
func (list readings) contradicted(r *Subject, claims []claim.Claim) *claim.Claim {
	if _, sure := list[0].value(r); !sure || len(claims) == 0 {
		return nil
	}
	for _, c := range claims {
		for i := range list {
			if list[i].means(r, c.Quantity.Value) || list[i].meansPart(r, &c) {
				return nil
			}
		}
	}
	return &claims[0]
}

// tell writes the readings with their numbers, those of the same number once:
// 总计 158、不含其他处理 148.
func (list readings) tell(r *Subject) Text {
	var parts []Text
	told := map[float64]bool{}
	for i := range list {
		if value, sure := list[i].value(r); sure && !told[value] {
			told[value] = true
			parts = append(parts, Text{list[i].name.ZH + " " + Number(value), list[i].name.EN + " " + Number(value)})
		}
	}
	return both(parts, enumeration)
}

// ids are the figures of the plainest reading, as a finding names them.
func (list readings) ids() []string { return list[0].plus }

// groupTotals are the totals of the rows of table three under a heading, by the
// edition that the report uses: other is one row or three.
func groupTotals(r *Subject, group string) []string {
	t := r.Table(form.Applications)
	if t == nil {
		return nil
	}
	var list []string
	for _, row := range formOf(r.Report, t).Table(form.Applications).Blocks[0].Rows {
		if row.Key == group || strings.HasPrefix(row.Key, group+".") {
			list = append(list, form.ID(form.Applications, row.Key, "total"))
		}
	}
	return list
}
