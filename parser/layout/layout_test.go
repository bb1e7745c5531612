package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTables(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"a plain grid", `
+----+----+
|甲  | 12 |
+----+----+
|乙  | 3  |
+----+----+`, `
[甲][12]
[乙][3]`},

		{"merged cells, across and down", `
+--------------+
| 申请人情况   |
+----+----+----+
|三、|予以| 12 |
|本年+----+----+
|度  |部分|  3 |
+----+----+----+`, `
[申请人情况 1×3]
[三、⏎本年⏎度 2×1][予以][12]
[部分][3]`},

		{"no rule at the top, where a page break cut the table", `
|甲  | 12 |
+----+----+
|乙  | 3  |
+----+----+`, `
[甲][12]
[乙][3]`},

		{"no left border", `
+----+----+
 甲  | 12 |
+----+----+
 乙  | 3  |
+----+----+`, `
[甲][12]
[乙][3]`},

		{"a blank cell is a cell", `
+----+----+----+
|甲  |    | 1  |
+----+----+----+
|乙  | 0  |    |
+----+----+----+`, `
[甲][][1]
[乙][0][]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := tell(Document([]Page{draw(1, test.page)}))
			assert.Equal(t, strings.TrimPrefix(test.want, "\n"), strings.TrimSpace(got))
		})
	}
}
