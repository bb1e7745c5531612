package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/document"
	"gouji/parser/form"
)

// addingUp is table three with figures whose sums hold.
func addingUp() [][]string {
	rows := applicationsRows(form.Edition2021)
	first, last := rowAt(rows, "（一）予以公开"), rowAt(rows, "（七）总计")
	put := func(row, column, value int) { rows[row][3+column] = fmt.Sprint(value) }
	all := 0
	for c := range 6 {
		total := 0
		for r := first; r < last; r++ {
			value := (7*r + 5*c*c) % (20 - 3*c)
			put(r, c, value)
			total += value
		}
		put(last, c, total)
		put(rowAt(rows, "本年新收政府信息公开申请数量"), c, total-4)
		put(rowAt(rows, "上年结转政府信息公开申请数量"), c, 6)
		put(rowAt(rows, "结转下年度继续办理"), c, 2)
		all += total
	}
	for r := rowAt(rows, "本年新收政府信息公开申请数量"); r < len(rows); r++ {
		total := 0
		for c := range 6 {
			var value int
			fmt.Sscan(rows[r][3+c], &value)
			total += value
		}
		put(r, 6, total)
	}
	return rows
}

// saying is a table whose font says other digits than it draws.
func saying(rows [][]string, exchange ...string) *document.Table {
	replace := strings.NewReplacer(exchange...)
	for r := range rows {
		for c := range rows[r] {
			if strings.Trim(rows[r][c], "0123456789") == "" {
				rows[r][c] = replace.Replace(rows[r][c])
			}
		}
	}
	return tableOf(rows)
}

func TestDigitsThatChangedPlacesAreDoubtful(t *testing.T) {
	r := parsed(t, draw(disclosure2021), saying(addingUp(), "3", "8", "8", "3"))
	for _, f := range r.Figures {
		assert.Regexp(t, `^把数字3与8对调后，原来不等的\d+处合计全部相等，字体映射可能有误`, f.Doubt, f.ID)
	}
}

func TestDigitsOneTooHighAreDoubtful(t *testing.T) {
	r := parsed(t, saying(addingUp(), "0", "1", "1", "2", "2", "3", "3", "4", "4", "5", "5", "6", "6", "7", "7", "8", "8", "9", "9", "0"))
	assert.Contains(t, r.Figure("applications.new.natural_person").Doubt, "把数字按0→9、1→0、2→1")
}

// Another font may have set the other table: its sums hold as they are.
func TestATableWhoseSumsSpeakAgainstItIsSure(t *testing.T) {
	other := draw(strings.Replace(remedies, "|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|", "|3|1|0|0|4|8|0|0|0|8|0|0|0|0|0|", 1))
	r := parsed(t, saying(addingUp(), "3", "8", "8", "3"), other)
	assert.NotEmpty(t, r.Figure("applications.new.natural_person").Doubt)
	assert.Empty(t, r.Figure("remedies.reconsideration.total").Doubt)
}

func TestHonestTablesAreSure(t *testing.T) {
	wrong := addingUp()
	for i := range 9 {
		wrong[4+i][3+i%6] = "1" + wrong[4+i][3+i%6]
	}
	for name, rows := range map[string][][]string{"right": addingUp(), "many errors": wrong} {
		for _, f := range parsed(t, tableOf(rows)).Figures {
			assert.Empty(t, f.Doubt, "%s: %s", name, f.ID)
		}
	}
}

func TestRecognisedDigitsHaveNoFont(t *testing.T) {
	d := reportWith("某县人民政府2024年政府信息公开工作年度报告", saying(addingUp(), "3", "8", "8", "3"))
	d.Recognised = true
	r, err := Parse(d)
	assert.NoError(t, err)
	assert.Contains(t, r.Figure("applications.new.natural_person").Doubt, "可能认错")
}
