package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// headCut is a head that the page breaks between its rows, as browsers print it.
const headCut = `
+-----------------+---------------------+
|    行政复议     |       行政诉讼      |
+--------+--------+---------------------+
| 结果维 | 结果纠 |   未经复议直接起诉  |
+        +        +---------------------+
    持       正`

const headCutRest = `
|        |        | 结果维持 | 结果纠正 |
+--------+--------+----------+----------+
|   1    |   2    |    3     |    4     |
+--------+--------+----------+----------+`

func TestTextThatHangsOutOfACutCellIsTheCells(t *testing.T) {
	d := documentOf([]Page{draw(1, headCut), draw(2, headCutRest)})
	assert.Equal(t, `[行政复议 1×2][行政诉讼 1×2]
[结果维⏎持][结果纠⏎正][未经复议直接起诉 1×2]
[][][结果维持][结果纠正]
[1][2][3][4]
`, tell(d))
}

func TestTextBelowATableIsNotTheCells(t *testing.T) {
	for name, drawing := range map[string]string{
		"whose last row is closed": `
+------+------+
|  甲  |  12  |
+------+------+
   注`,
		"whose last ruling is missing": `
+------+------+
|  甲  |  12  |
+------+------+
|  乙  |  3   |
+      +      +
   注`,
		"below a closed cell": `
+------+------+
|  甲  |  12  |
+------+------+
|  乙  |  3   |
+      +------+
          注`,
		"as wide as several cells": `
+------+------+------+
|  甲  |  12  |  5   |
+------+------+------+
|  乙  |  3   |  4   |
+      +      +------+
  以上为全部`,
		"and not close": `
+------+------+
|  甲  |  12  |
+------+------+
|  乙  |  3   |
+      +------+

   注`,
	} {
		assert.Contains(t, tell(documentOf([]Page{draw(1, drawing)})), "\n¶ ", name)
	}
}
