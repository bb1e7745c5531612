package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The shapes are those of a blank Word form of December 2025: table two of 14 rows
// by 4 columns, table three of 3 + 25 rows by 10, table four of 3 + 1 by 15.
func TestGridsHaveTheShapeOfTheNotice(t *testing.T) {
	for _, c := range []struct {
		edition             Edition
		table               string
		rows, columns, head int
	}{
		{Edition2021, Disclosure, 14, 4, 0}, {Edition2021, Applications, 28, 10, 3}, {Edition2021, Remedies, 4, 15, 3},
		{Edition2019, Disclosure, 18, 4, 0}, {Edition2019, Applications, 26, 10, 3}, {Edition2019, Remedies, 4, 15, 3},
	} {
		g := Of(c.edition).Table(c.table).Grid()
		assert.Equal(t, []int{c.rows, c.columns, c.head}, []int{g.Rows, g.Columns, g.HeadRows}, "%s %s", c.edition, c.table)
	}
}

func TestGridsCoverEveryPositionOnce(t *testing.T) {
	for _, f := range All() {
		for i := range f.Tables {
			g, area := f.Tables[i].Grid(), 0
			for _, cell := range g.Cells {
				area += cell.RowSpan * cell.ColumnSpan
			}
			assert.Equal(t, g.Rows*g.Columns, area, f.Tables[i].Key)
			for _, row := range g.Cover() {
				assert.NotContains(t, row, (*GridCell)(nil))
			}
		}
	}
}

func TestGridsHoldEveryFigure(t *testing.T) {
	for _, f := range All() {
		for i := range f.Tables {
			var want, got []string
			for _, cell := range f.Tables[i].Cells() {
				want = append(want, cell.ID)
			}
			for _, cell := range f.Tables[i].Grid().Cells {
				if cell.Kind == Value {
					got = append(got, cell.Of.ID(f.Tables[i].Key))
				}
			}
			assert.Equal(t, want, got)
		}
	}
}

// 三、本年度办理结果 spans 22 rows, （三） to （六） 8, 3, 5 and 3 of them; the corner the
// whole head.
func TestMergedLabelsOfTableThree(t *testing.T) {
	spans := map[string][2]int{}
	for _, cell := range Of(Edition2021).Table(Applications).Grid().Cells {
		if cell.Kind != Value && cell.RowSpan*cell.ColumnSpan > 1 {
			spans[cell.Text] = [2]int{cell.RowSpan, cell.ColumnSpan}
		}
	}
	for label, want := range map[string][2]int{
		outcome: {22, 1}, "（三）不予公开": {8, 1}, "（四）无法提供": {3, 1}, "（五）不予处理": {5, 1}, "（六）其他处理": {3, 1},
		applicationsNote: {3, 3}, "申请人情况": {1, 7}, "法人或其他组织": {1, 5}, "自然人": {2, 1}, "总计": {2, 1},
		"（七）总计": {1, 2}, "四、结转下年度继续办理": {1, 3},
	} {
		assert.Equal(t, want, spans[label], label)
	}
}
