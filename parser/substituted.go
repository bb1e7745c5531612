package parser

import (
	"fmt"
	"strconv"
	"strings"

	"gouji/parser/cipher"
	"gouji/parser/form"
)

// The table of characters of a font may lie: where it names the digits 3 and 8
// the other way round, all that a file says is wrong and nothing in it looks
// wrong. The sums of the form show it, when many fail at once and one exchange
// of digits settles them all. They only raise a doubt: no value is changed.

// tableSum is a sum of a table all of whose numbers are sure.
type tableSum struct {
	table string
	cipher.Sum
}

// doubtSubstituted doubts all figures of the tables whose sums hold only after an
// exchange of digits; of the others too, unless their sums speak against it, for
// a font is seldom that of one table.
func (r *Report) doubtSubstituted() {
	sums := r.sums()
	found := breakCipher(sums)
	if found == nil {
		return
	}
	reason := substitutedReason(found, r.Recognised)
	worse := worseBy(found.Key, sums)
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.State != Blank && worse[tableKey(f.ID)] <= 0 {
			f.addDoubt(reason)
		}
	}
}

// worseBy is how many more sums of each table fail by the key than as printed.
func worseBy(key cipher.Key, sums []tableSum) map[string]int {
	worse := map[string]int{}
	for _, s := range sums {
		if !s.Holds(key) {
			worse[s.table]++
		}
		if !s.Holds(cipher.AsPrinted) {
			worse[s.table]--
		}
	}
	return worse
}

// breakCipher looks at all tables together, then at each by itself.
func breakCipher(sums []tableSum) *cipher.Solution {
	for _, table := range []string{"", form.Applications, form.Remedies} {
		var list []cipher.Sum
		for _, s := range sums {
			if table == "" || s.table == table {
				list = append(list, s.Sum)
			}
		}
		if found := cipher.Break(list); found != nil {
			return found
		}
	}
	return nil
}

// sums are the identities of the tables that can be added up.
func (r *Report) sums() []tableSum {
	figures := make(map[string]*Figure, len(r.Figures))
	for i := range r.Figures {
		figures[r.Figures[i].ID] = &r.Figures[i]
	}
	var list []tableSum
	for i := range r.Tables {
		t := &r.Tables[i]
		official := form.Of(t.Edition)
		if official == nil {
			official = r.formInUse()
		}
		for _, identity := range official.Table(t.Key).Identities() {
			left, known := printedNumbers(figures, identity.Left)
			right, also := printedNumbers(figures, identity.Right)
			if known && also {
				list = append(list, tableSum{t.Key, cipher.Sum{Left: left, Right: right}})
			}
		}
	}
	return list
}

// printedNumbers are the digits of figures; false unless all are sure and count
// things.
func printedNumbers(figures map[string]*Figure, ids []string) ([]cipher.Number, bool) {
	list := make([]cipher.Number, len(ids))
	for i, id := range ids {
		value, sure := figures[id].Sure()
		digits := strconv.FormatFloat(value, 'f', -1, 64)
		if !sure || strings.Trim(digits, "0123456789") != "" {
			return nil, false
		}
		list[i] = cipher.Number{Place: id, Digits: digits}
	}
	return list, true
}

// substitutedReason tells the exchange and what may be behind it. Recognised
// digits have no font: a recogniser takes every 3 of a print for an 8.
func substitutedReason(found *cipher.Solution, recognised bool) string {
	cause := "字体映射可能有误"
	if recognised {
		cause = "可能认错"
	}
	settled := "全部"
	if found.Settled < found.Broken {
		settled = fmt.Sprintf("有%d处", found.Settled)
	}
	return fmt.Sprintf("%s后，原来不等的%d处合计%s相等，%s，显示的数字与读出的可能不同", exchangeOf(found), found.Broken, settled, cause)
}

func exchangeOf(found *cipher.Solution) string {
	moved, key := found.Key.Moved(), found.Key
	if !found.Only {
		return "把数字按某种次序替换"
	}
	if len(moved) == 2 && key[moved[0]] == moved[1] && key[moved[1]] == moved[0] {
		return fmt.Sprintf("把数字%d与%d对调", moved[0], moved[1])
	}
	var list []string
	for _, digit := range moved {
		list = append(list, fmt.Sprintf("%d→%d", digit, key[digit]))
	}
	return "把数字按" + strings.Join(list, "、") + "替换"
}
