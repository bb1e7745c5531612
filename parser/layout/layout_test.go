package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/document"
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
		{"a border below each cell and no other: breaks in the rulings are the columns", `
 甲    12    7
+----+-----+---+
 乙    3     0
+----+-----+---+
 丙    4     1
+----+-----+---+`, `
[甲][12][7]
[乙][3][0]
[丙][4][1]`},

		{"rulings broken at some columns only: the figures tell all, which is a guess", `
----------------------------------------
          自然  商业  科研  其他 总计
--------+------------------------+------
 甲        12    7     0     3    22
----------------------------------------
 乙        3     0     14    0    17
----------------------------------------
 丙        1     0     4     0    5
----------------------------------------`, `
[ ?][自然 ?][商业 ?][科研 ?][其他 ?][总计 ?]
[甲 ?][12 ?][7 ?][0 ?][3 ?][22 ?]
[乙 ?][3 ?][0 ?][14 ?][0 ?][17 ?]
[丙 ?][1 ?][0 ?][4 ?][0 ?][5 ?]`},

		{"rulings around several rows tell no rows either", `
------+------------------
 甲     12    7     19
 乙     3     0     3
 丙     4     1     5
------+------------------`, `
[甲 ?][12 ?][7 ?][19 ?]
[乙 ?][3 ?][0 ?][3 ?]
[丙 ?][4 ?][1 ?][5 ?]`},

		{"lines between the rows only: the last row has none below", `
 甲    12    7
+----+-----+---+
 乙    3     0
+----+-----+---+
 丙    4     1`, `
[甲][12][7]
[乙][3][0]
[丙][4][1]`},

		{"the last row alone on its page, with the one line below it", `
 丙    4     1    5
+----+-----+----+----+`, `
[丙][4][1][5]`},

		{"a merged cell over such breaks: its text runs across them", `
   申请人情况
+----+-----+---+
 乙    3     0
+----+-----+---+
 丙    4     1
+----+-----+---+`, `
[申请人情况 1×3]
[乙][3][0]
[丙][4][1]`},

		{"a short head in the middle of its columns is merged over all of them", `
          甲乙
+-----+-----+-----+-----+
     丙          丁
+-----+-----+-----+-----+
  子    丑    寅    卯
+-----+-----+-----+-----+
  1     2     3     4
+-----+-----+-----+-----+`, `
[甲乙 1×4]
[丙 1×2][丁 1×2]
[子][丑][寅][卯]
[1][2][3][4]`},

		{"labels that touch stay apart where the line below ends between them", `
 三、（一）公开    5
     +-----------+----+
年度  （二）部分   6
+----+-----------+----+`, `
[三、⏎年度 2×1][（一）公开][5]
[（二）部分][6]`},

		{"a last row that no line ends, its label wrapped", `
 甲甲甲  12    7
+-------+-----+---+
 乙乙乙  3     0
+-------+-----+---+
 丙丙丙  4     1
 丙`, `
[甲甲甲][12][7]
[乙乙乙][3][0]
[丙丙丙⏎丙][4][1]`},

		{"a heading between two tables parts them, even in their own print", `
 甲    12    7
+----+-----+---+
 乙    3     0
+----+-----+---+
 丙    4     1
+----+-----+---+

三、收到和处理情况

+------+------+
 丁      4
+------+------+
 戊      5
+------+------+`, `
[甲][12][7]
[乙][3][0]
[丙][4][1]
¶ 三、收到和处理情况
[丁][4]
[戊][5]`},

		{"rulings right across: gaps between the figures are the columns", `
----------------
 规章   0    7
----------------
 文件   3    10
----------------
 许可   24   1
----------------`, `
[规章][0][7]
[文件][3][10]
[许可][24][1]`},

		{"labels in spaced letters are no columns", `
+-----------+----+
|信息   内容| 数 |
+-----------+----+
|行政许可   | 12 |
+-----------+----+
|信息   内容| 数 |
+-----------+----+
|信息   内容| 数 |
+-----------+----+
|行政强制   | 5  |
+-----------+----+`, `
[信息内容][数]
[行政许可][12]
[信息内容][数]
[信息内容][数]
[行政强制][5]`},

		{"a head in spread letters has spread digits below it", `
+----+--------------+
|甲  |自    然    人|
+----+--------------+
|乙  |1           2 |
+----+--------------+
|丙  |3           0 |
+----+--------------+
|丁  |4     0     1 |
+----+--------------+`, `
[甲][自然人]
[乙][1 2]
[丙][3 0]
[丁][4 0 1]`},

		{"two blank cells do not move the third", `
----------------
 规章   0    7
----------------
 文件   3    10
----------------
 许可   24   1
----------------
 处罚        5
----------------`, `
[规章][0][7]
[文件][3][10]
[许可][24][1]
[处罚][][5]`},

		{"a number wider than its cell is one number", `
+----+----+
|甲  |1234|
|    |5   |
+----+----+
|乙  |0   |
+----+----+`, `
[甲][12345]
[乙][0]`},

		{"two numbers under each other stay two lines", `
+----+------+
|甲  | 12   |
|    | 3    |
+----+------+
|乙  | 0    |
+----+------+`, `
[甲][12⏎3]
[乙][0]`},

		{"digits on both sides of a ruling, closer than two cells' would be", `
+----+----+----+
|甲  |   1|2   |
+----+----+----+`, `
[甲][1][2]`},

		{"no rulings at all: found, and every cell is a guess", `
 规章     0    7
 文件     3    10
 许可     24   1`, `
[规章 ?][0 ?][7 ?]
[文件 ?][3 ?][10 ?]
[许可 ?][24 ?][1 ?]`},

		{"an underline and a frame are no tables", `
标题文字
--------
+--------------+
|框里的一段文字|
+--------------+`, `
¶ 标题文字
¶ 框里的一段文字`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := tell(documentOf([]Page{draw(1, test.page)}))
			assert.Equal(t, strings.TrimPrefix(test.want, "\n"), strings.TrimSpace(got))
		})
	}
}

func TestDigitsAcrossARuling(t *testing.T) {
	page := draw(1, `
+----+----+----+
|甲  |   1|2   |
+----+----+----+
|乙  |   0|0   |
+----+----+----+`)
	for i, g := range page.Glyphs {
		if g.Rune == '2' { // printed on, not behind, the ruling
			page.Glyphs[i].Box.X0 -= 6
			page.Glyphs[i].Box.X1 -= 2
		}
	}
	d := documentOf([]Page{page})
	assert.Equal(t, "[甲][1 ?][2 ?]\n[乙][0][0]\n", tell(d))
}

// Some programs print the next heading hard below a table's last ruling.
func TestHeadingHardBelowTheLastRulingIsNoRow(t *testing.T) {
	page := draw(1, `
 甲甲甲      12      7
+-----------+-------+-------+
 乙乙乙      3       0
+-----------+-------+-------+
 五、问题`)
	for i := range page.Glyphs {
		if box := &page.Glyphs[i].Box; box.Y0 == 4*drawnRow {
			box.Y0, box.Y1 = box.Y0-4, box.Y1-4
		}
	}
	assert.Equal(t, "[甲甲甲][12][7]\n[乙乙乙][3][0]\n¶ 五、问题\n", tell(documentOf([]Page{page})))
}

func TestBoxesApart(t *testing.T) {
	page := Page{Number: 1, Width: 595, Height: 842}
	for row := range 3 {
		for column := range 3 {
			x, y := 50+float64(column)*64, 50+float64(row)*24
			box := document.Box{X0: x, Y0: y, X1: x + 60, Y1: y + 20}
			page.Rulings = append(page.Rulings, outline(box)...)
			page.Glyphs = append(page.Glyphs, Glyph{Rune: rune('1' + row*3 + column), Size: 10,
				Box: document.Box{X0: x + 5, Y0: y + 5, X1: x + 10, Y1: y + 15}})
		}
	}
	assert.Equal(t, "[1][2][3]\n[4][5][6]\n[7][8][9]\n", tell(documentOf([]Page{page})))
}

func outline(b document.Box) []Ruling {
	return []Ruling{
		{document.Box{X0: b.X0, Y0: b.Y0, X1: b.X1, Y1: b.Y0}, Stroke}, {document.Box{X0: b.X0, Y0: b.Y1, X1: b.X1, Y1: b.Y1}, Stroke},
		{document.Box{X0: b.X0, Y0: b.Y0, X1: b.X0, Y1: b.Y1}, Stroke}, {document.Box{X0: b.X1, Y0: b.Y0, X1: b.X1, Y1: b.Y1}, Stroke},
	}
}

// A table that a page break cuts is one table, whatever stands in the margins.
func TestTableOverPages(t *testing.T) {
	first := draw(1, strings.Repeat("\n", 60)+`
+----+----+----+
|名称|   数    |
+----+----+----+
|甲  | 12 | 1  |
+----+----+----+
               - 1 -`)
	second := draw(2, `
+----+----+----+
|乙  | 3  | 2  |
+----+----+----+




之后的文字。`)
	d := documentOf([]Page{first, second})
	assert.Equal(t, "[名称][数 1×2]\n[甲][12][1]\n[乙][3][2]\n¶ 之后的文字。\n", tell(d))
	table := d.Tables()[0]
	assert.Equal(t, []int{2}, table.Breaks)
	assert.Equal(t, 2, table.Cells[5].Where.Page)
}

// A page lying on its side is read in its reading direction; places are those
// of the page as displayed.
func TestTurnedPage(t *testing.T) {
	upright := draw(1, `
+----+----+
|甲  | 12 |
+----+----+
|乙  | 3  |
+----+----+`)
	for turn := 1; turn < 4; turn++ {
		f := frame{turn: turn, width: 595, height: 842}
		page := Page{Number: 1, Width: 595, Height: 842}
		for _, g := range upright.Glyphs {
			g.Box, g.Angle = f.out(g.Box), float64(90*turn)
			page.Glyphs = append(page.Glyphs, g)
		}
		for _, r := range upright.Rulings {
			page.Rulings = append(page.Rulings, Ruling{f.out(r.Box), r.Source})
		}
		d := documentOf([]Page{page})
		assert.Equal(t, "[甲][12]\n[乙][3]\n", tell(d))
		plain := documentOf([]Page{upright})
		assert.Equal(t, f.out(plain.Tables()[0].Where.Box), d.Tables()[0].Where.Box)
	}
}

func TestProse(t *testing.T) {
	page := draw(1, `
        淮安市人民政府
    本报告由办公室根据条例编
制，统计期限为全年，共分六个
部分。
一、总体情况
    （一）主动公开。本年公开
信息一百二十条，含规章四件。`)
	assert.Equal(t, `¶ 淮安市人民政府
¶ 本报告由办公室根据条例编制，统计期限为全年，共分六个部分。
¶ 一、总体情况
¶ （一）主动公开。本年公开信息一百二十条，含规章四件。
`, tell(documentOf([]Page{page})))
}

// Drawings with thousands of lines are no tables, and cost little.
func TestDrawingIsNoTable(t *testing.T) {
	page := Page{Number: 1, Width: 595, Height: 842}
	for i := range 20000 {
		x := float64(i%500) + 4
		y := float64(i / 500 * 20)
		page.rule(x, y, x, y+15)
		page.rule(y, x, y+15, x)
	}
	assert.Empty(t, documentOf([]Page{page}).Tables())
}

func TestWatermarksAcrossATableLeaveItsFigures(t *testing.T) {
	page := draw(1, `
+----+----+
|甲  | 12 |
+----+----+
|乙  | 3  |
+----+----+`)
	plain := documentOf([]Page{page})
	for i, r := range "2023" {
		at := float64(20 + 15*i)
		page.Glyphs = append(page.Glyphs, Glyph{Rune: r, Size: 40, Angle: 315, Box: document.Box{X0: at, Y0: 60 - at, X1: at + 15, Y1: 75 - at}})
	}
	assert.Equal(t, plain, documentOf([]Page{page}))
}

func TestStruckOutDigitsAreDoubtful(t *testing.T) {
	page := draw(1, `
+----+----+
|甲  | 97 |
+----+----+
|乙  | 3  |
+----+----+`)
	nine := page.Glyphs[slices.IndexFunc(page.Glyphs, func(g Glyph) bool { return g.Rune == '9' })].Box
	middle := nine.Y0 + 0.6*nine.Height()
	page.rule(nine.X0, middle, nine.X1, middle)
	three := page.Glyphs[slices.IndexFunc(page.Glyphs, func(g Glyph) bool { return g.Rune == '3' })].Box
	page.rule(three.X0, three.Y1-0.5, three.X1, three.Y1-0.5)

	cells := documentOf([]Page{page}).Blocks[0].Table.Cells
	assert.Equal(t, "97", cells[1].Text)
	assert.NotEmpty(t, cells[1].Doubt)
	assert.Equal(t, "3", cells[3].Text)
	assert.Empty(t, cells[3].Doubt, "it is underlined")
}

func TestARaisedDigitMakesItsCellDoubtful(t *testing.T) {
	page := draw(1, `
+----+----+
|甲  | 12 |
+----+----+
|乙  | 12 |
+----+----+`)
	two := slices.IndexFunc(page.Glyphs, func(g Glyph) bool { return g.Rune == '2' })
	page.Glyphs[two].Size *= 0.6

	cells := documentOf([]Page{page}).Blocks[0].Table.Cells
	assert.NotEmpty(t, cells[1].Doubt)
	assert.Empty(t, cells[3].Doubt)
}
