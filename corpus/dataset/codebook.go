package dataset

import (
	"fmt"
	"slices"
	"strings"

	"gouji/corpus/dataset/table"
	"gouji/parser/form"
)

// book is a codebook while it is written, in one language.
type book struct {
	strings.Builder
	english bool
}

// codebook explains every table, column, figure and rate, from the same data that
// they are written from.
func codebook(tables []*table.Table, lang string) []byte {
	b := &book{english: lang == "en"}
	b.title("# ", "数据集说明", "Codebook")
	b.foreword()
	for _, t := range tables {
		b.table(t)
	}
	b.figures()
	b.rates()
	return []byte(b.String())
}

func (b *book) say(t table.Text) string {
	if b.english && t.EN != "" {
		return t.EN
	}
	return t.ZH
}

func (b *book) pick(zh, en string) string { return b.say(table.Text{ZH: zh, EN: en}) }

func (b *book) title(mark, zh, en string) {
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "%s%s\n\n", mark, b.pick(zh, en))
}

// line is a row of a table of Markdown.
func (b *book) line(cells ...string) {
	for i, cell := range cells {
		cells[i] = strings.ReplaceAll(strings.ReplaceAll(cell, "|", `\|`), "\n", " ")
	}
	fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
}

func (b *book) head(cells ...string) {
	b.line(cells...)
	fmt.Fprintf(b, "|%s\n", strings.Repeat("---|", len(cells)))
}

func (b *book) foreword() {
	b.WriteString(b.pick(
		"列名里没有 doubtful 的列，只有读准了的数：可以放心求和、分组、连接。读到但没有读准的，另在旁边的列里，附原因。没有任何插补。缺失值一律说明为什么缺：\n\n",
		"A column without “doubtful” in its name holds only what is sure: sums, groups and joins are over what is sure. What was read but is not sure stands in a column beside, with the reason. Nothing is imputed. Every missing value says why it is missing:\n\n"))
	b.head(b.pick("宽表 CSV 里写的", "in the wide CSV"), "Stata", b.pick("意思", "meaning"))
	for i, m := range missing {
		b.line(m.Value, stataCode(i), b.say(m.Label))
	}
	b.WriteString(b.pick(
		"\n宽表（reports）中存疑的格默认缺失，因为列是拿来求和的；长表（cells）里全部保留：value 只有准数，doubtful_value 是存疑的数。Parquet 和 SQLite 里没有数的格是 NULL，原因在 cells 的 missing（所用格式没有的格，cells 里没有行）。\n",
		"\nIn the wide table (reports) doubtful cells are missing, since its columns are there to be summed. The long table (cells) keeps everything: value has sure numbers only, doubtful_value the doubtful ones. In Parquet and SQLite a cell without a number is NULL; cells tells why (missing; a cell that the edition used does not have gives no row there).\n"))
}

func (b *book) table(t *table.Table) {
	b.title("## ", fmt.Sprintf("%s %s", t.Name, t.Title.ZH), fmt.Sprintf("%s: %s", t.Name, t.Title.EN))
	fmt.Fprintf(b, "%s%s%s\n\n", b.say(t.About), b.pick("。主键：", ". Key: "), strings.Join(t.Key, ", "))
	b.head(b.pick("列", "column"), b.pick("类型", "type"), b.pick("意思", "meaning"))
	for _, c := range t.Columns {
		if c.Short != "" {
			continue // a figure, see below
		}
		b.line(c.Name, kindNames[c.Kind], b.meaning(c))
	}
	if slices.ContainsFunc(t.Columns, func(c table.Column) bool { return c.Short != "" }) {
		b.WriteString(b.pick("\n以下每格一列，见“指标”。\n", "\nThen a column for each figure, see “Figures”.\n"))
	}
	for _, r := range t.References {
		fmt.Fprintf(b, "\n%s → %s (%s)\n", strings.Join(r.Columns, ", "), r.Table, strings.Join(r.Key, ", "))
	}
}

var kindNames = map[table.Kind]string{table.Words: "string", table.Integer: "integer", table.Number: "number", table.Boolean: "boolean"}

func (b *book) meaning(c table.Column) string {
	words := b.say(c.Label)
	if about := b.say(c.About); about != "" {
		words += b.pick("：", ": ") + about
	}
	for i, v := range c.Values {
		words += fmt.Sprintf("%s%s = %s", given(i == 0, b.pick("。", ". "))+given(i > 0, "; "), v.Value, b.say(v.Label))
	}
	return words
}

func (b *book) figures() {
	b.title("## ", "指标", "Figures")
	b.head(b.pick("编号", "id"), b.pick("Stata 变量", "Stata variable"), b.pick("名称", "name"), b.pick("单位", "unit"), b.pick("格式", "editions"))
	for _, f := range figures {
		var in []string
		for _, e := range f.editions {
			in = append(in, string(e))
		}
		b.line(f.ID, f.variable, b.pick(f.Name(), f.english()), f.unit(), strings.Join(in, " "))
	}
	for _, f := range form.All() {
		fmt.Fprintf(b, "\n%s: %s\n", f.Edition, f.Notice)
	}
}

func (b *book) rates() {
	b.title("## ", "比率", "Rates")
	b.WriteString(b.pick("官方格式没有规定这些比率，定义如下；任何一格不是读准的数、分母为0，比率就没有值。\n\n",
		"The official forms define none of these; the definitions are below. A rate is missing unless each of its cells is a sure number and the denominator is not 0.\n\n"))
	b.head(b.pick("编号", "id"), b.pick("名称", "name"), b.pick("说明", "about"), b.pick("分子", "numerator"), b.pick("分母", "denominator"))
	for _, r := range rates {
		b.line(r.id, b.say(r.name), b.say(r.about), b.formula(r.over), b.formula(r.under))
	}
}

// formula is a sum, and how it is with the older form where that differs.
func (b *book) formula(s sum) string {
	text := strings.Join(s[form.Edition2021], " + ")
	if old := strings.Join(s[form.Edition2019], " + "); old != text {
		text += b.pick("（2019年格式：", " (form of 2019: ") + old + b.pick("）", ")")
	}
	return text
}

// stataCode is Stata's code for the n-th reason of missing, from 0.
func stataCode(n int) string { return "." + string(rune('a'+n)) }
