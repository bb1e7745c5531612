package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Where rulings end, columns meet: the one below （一） begins where the group's
// label ends, the one below 申请人 where the labels end.
const bands = `
------------------------------------------------------
 （本列数据的关系为                申请人
  第一项加第二项）    --------------------------------
                         自然人     企业     总计
------------------------------------------------------
 一、本年新收申请          12         3        15
------------------------------------------------------
 三、   （一）公开          1         2         3
 本年 ------------------------------------------------
 结果   （二）其他          4         5         9
------------------------------------------------------`

func TestRulingsEndWhereColumnsMeet(t *testing.T) {
	assert.Equal(t, `[（本列数据的关系为⏎第一项加第二项） 2×2 ?][申请人 1×3 ?]
[自然人 ?][企业 ?][总计 ?]
[一、本年新收申请 1×2 ?][12 ?][3 ?][15 ?]
[三、⏎本年⏎结果 2×1 ?][（一）公开 ?][1 ?][2 ?][3 ?]
[（二）其他 ?][4 ?][5 ?][9 ?]
`, tell(documentOf([]Page{draw(1, bands)})))
}

// The strip between two columns is as wide as the figures leave it, and those of
// the next page are others.
func TestColumnsOfFiguresGoOnOverThePage(t *testing.T) {
	rest := draw(2, `
------------------------------------------------------
        （三）其他        9123456     5     9123461
      ------------------------------------------------
        （四）其他          4      7654321  7654325
------------------------------------------------------`)
	assert.Contains(t, tell(documentOf([]Page{draw(1, bands), rest})), `[（二）其他 ?][4 ?][5 ?][9 ?]
[ 2×1 ?][（三）其他 ?][9123456 ?][5 ?][9123461 ?]
[（四）其他 ?][4 ?][7654321 ?][7654325 ?]
`)
}
