package validate

import (
	"fmt"
	"math"
	"slices"

	"gouji/parser/document"
	"gouji/parser/form"
)

var explanationsListed = &Limit{
	Name: "explanations-listed", Unit: "pieces", Value: 3,
	Why: Text{"同样小的改法多了，逐一列出反而看不清；列到三种，够看出差别在哪里。",
		"A long list of equally small changes helps nobody; three show where they differ."},
}

// text tells what explains broken sums.
func (a *account) text(r *Subject) Text {
	if len(a.ways) == 0 {
		return Text{}
	}
	if u := a.doubt(); u != nil {
		return a.doubtText(u)
	}
	if len(a.ways) == 1 && a.all {
		changes, holds := a.wayText(a.ways[0]), a.holds()
		guess := a.guess(a.ways[0])
		return Text{changes.ZH + "，则" + holds.ZH + bracketed(guess.ZH, "（", "）"), changes.EN + ", then " + holds.EN + bracketed(guess.EN, " (", ")")}
	}
	return a.several(int(r.limit(explanationsListed)))
}

func bracketed(s, left, right string) string {
	if s == "" {
		return ""
	}
	return left + s + right
}

// holds says how many sums an explanation settles.
func (a *account) holds() Text {
	switch n := len(a.broken); {
	case a.alone:
		return Text{"全部勾稽关系成立", "every sum holds"}
	case n == 1:
		return Text{"这一处勾稽关系成立", "this sum holds"}
	default:
		return Text{fmt.Sprintf("有关的%d处勾稽关系都成立", n), fmt.Sprintf("the %d sums concerned hold", n)}
	}
}

// doubtText sends the reader to the file: our reading may be at fault.
func (a *account) doubtText(u *unknown) Text {
	name, place := cellText(u.id), PlaceText(u.figure.Where)
	return Text{
		fmt.Sprintf("请核对原件：%s%s没有读准（%s），不能断定是填报有误", bracketed(place.ZH, "", "，"), name.ZH, u.figure.Doubt),
		fmt.Sprintf("look at the file: %s%s was not read for sure (%s), so the report may be right", bracketed(place.EN, "", ", "), name.EN, u.figure.Doubt)}
}

// several lists explanations that are equally small.
func (a *account) several(most int) Text {
	var list []Text
	for i, w := range a.ways[:min(most, len(a.ways))] {
		way := a.wayText(w)
		list = append(list, Text{fmt.Sprintf("（%d）%s", i+1, way.ZH), fmt.Sprintf("(%d) %s", i+1, way.EN)})
	}
	joined, more, moreEN := both(list, Text{"；", "; "}), "", ""
	if len(a.ways) > most {
		more, moreEN = "等", " and others"
	}
	number, numberEN := fmt.Sprintf("有%d种", len(a.ways)), fmt.Sprintf("%d", len(a.ways))
	if !a.all {
		number, numberEN = "有很多种", "many"
	}
	return Text{
		fmt.Sprintf("%s同样小的改法，光看数字分不出是哪一种：%s%s，请对照台账", number, joined.ZH, more),
		fmt.Sprintf("%s changes are equally small, and the figures alone do not tell which is right: %s%s; check the register", numberEN, joined.EN, moreEN)}
}

func (a *account) wayText(w way) Text {
	var list []Text
	for _, c := range w {
		list = append(list, a.slipText(c))
	}
	return both(list, Text{"，", ", "})
}

func (a *account) slipText(c slip) Text {
	switch c.kind {
	case swapped:
		return a.swapText(c)
	case shifted:
		return a.shiftText(c)
	case leftAtZero:
		return a.leftText(c)
	}
	u, value := &a.system.unknowns[c.edits[0].cell], Number(c.edits[0].value)
	name := cellText(u.id)
	return Text{fmt.Sprintf("把%s由 %s 改为 %s", name.ZH, Number(u.value), value),
		fmt.Sprintf("change %s from %s to %s", name.EN, Number(u.value), value)}
}

// swapText tells of two cells that hold each other's number; beside a 0 it is
// a number in the wrong place.
func (a *account) swapText(c slip) Text {
	u, v := &a.system.unknowns[c.edits[0].cell], &a.system.unknowns[c.edits[1].cell]
	if u.value == 0 {
		u, v = v, u
	}
	line, from, to := lineOf(u.id, v.id)
	if v.value == 0 {
		return Text{fmt.Sprintf("把%s%s的 %s 移到%s", line.ZH, from.ZH, Number(u.value), to.ZH),
			fmt.Sprintf("move %s of %s, %s, to %s", Number(u.value), line.EN, from.EN, to.EN)}
	}
	return Text{fmt.Sprintf("%s%s的 %s 与%s的 %s 对调", line.ZH, from.ZH, Number(u.value), to.ZH, Number(v.value)),
		fmt.Sprintf("swap %s of %s, %s, with %s of %s", Number(u.value), line.EN, from.EN, Number(v.value), to.EN)}
}

// lineOf names the row or column that two cells share, and the cells in it.
func lineOf(a, b string) (line, first, second Text) {
	p, _ := form.Find(a)
	q, _ := form.Find(b)
	if p.Row.Key == q.Row.Key {
		return rowOf(p), columnText(p), columnText(q)
	}
	column := columnText(p)
	return Text{p.Table.Name + column.ZH + "列", p.Table.Key + ", column " + column.EN}, rowQuoted(p), rowQuoted(q)
}

func rowOf(c form.Cell) Text {
	return Text{c.Table.Name + "“" + c.Row.Name() + "”行", c.Table.Key + ", row " + plain(c.Row.Key)}
}

func rowQuoted(c form.Cell) Text { return Text{"“" + c.Row.Name() + "”", plain(c.Row.Key)} }

// shiftText tells of a row whose numbers stand one column further on.
func (a *account) shiftText(c slip) Text {
	cell, _ := form.Find(a.system.unknowns[c.edits[0].cell].id)
	row, cells := rowOf(cell), a.partsText(c.edits, columnText)
	side := Text{"右", "right"}
	if c.by < 0 {
		side = Text{"左", "left"}
	}
	return Text{fmt.Sprintf("%s的数向%s移一列（%s）", row.ZH, side.ZH, cells.ZH),
		fmt.Sprintf("move the numbers of %s one column to the %s (%s)", row.EN, side.EN, cells.EN)}
}

// leftText tells of totals that were never filled in.
func (a *account) leftText(c slip) Text {
	cell, _ := form.Find(a.system.unknowns[c.edits[0].cell].id)
	if c.of.Axis == form.EachColumn {
		row, cells := rowOf(cell), a.partsText(c.edits, columnText)
		return Text{fmt.Sprintf("%s的 0 按上面各行相加填写（%s）", row.ZH, cells.ZH),
			fmt.Sprintf("fill in %s with what its columns add up to (%s)", row.EN, cells.EN)}
	}
	cells := a.partsText(c.edits, rowText)
	return Text{fmt.Sprintf("%s%s列的 0 按各行相加填写（%s）", cell.Table.Name, cell.Column.Label, cells.ZH),
		fmt.Sprintf("fill in the totals of %s with what their rows add up to (%s)", cell.Table.Key, cells.EN)}
}

// partsText lists the cells of a slip with what they should hold, the first few.
func (a *account) partsText(edits []edit, name func(form.Cell) Text) Text {
	var list []Text
	for _, e := range edits[:min(len(edits), spelled+1)] {
		cell, _ := form.Find(a.system.unknowns[e.cell].id)
		text := name(cell)
		list = append(list, Text{text.ZH + " " + Number(e.value), text.EN + " " + Number(e.value)})
	}
	if len(edits) > spelled+1 {
		list = append(list, Text{fmt.Sprintf("等%d格", len(edits)), cellCount(len(edits)) + " in all"})
	}
	return both(list, enumeration)
}

// guess says how the error may have come about, where that can be seen.
func (a *account) guess(w way) Text {
	var list []Text
	for _, c := range w {
		if text := a.slipGuess(c); text.ZH != "" && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	if len(list) == 0 {
		list = append(list, a.pairGuess(w))
	}
	return both(list, Text{"，", ", "})
}

// pairGuess says how the errors of two cells of one row may have come about.
func (a *account) pairGuess(w way) Text {
	edits := w.edits()
	if len(w) != 2 || len(edits) != 2 {
		return Text{}
	}
	u, v := &a.system.unknowns[edits[0].cell], &a.system.unknowns[edits[1].cell]
	p, _ := form.Find(u.id)
	q, _ := form.Find(v.id)
	more, also := edits[0].value-u.value, edits[1].value-v.value
	switch {
	case p.Row.Key != q.Row.Key:
		return Text{}
	case more == -also:
		n := Number(math.Abs(more))
		return Text{"疑似有 " + n + " 件填错了列", n + " filled in under the wrong column?"}
	case more == also && q.Column.Key == "total":
		return Text{"疑似一格填错，总计跟着加错", "one cell was wrong, and the total was made of it?"}
	}
	return Text{}
}

// row names the row in which all the named cells stand, with what they should
// hold; empty when they stand in several.
func (a *account) row() Text {
	var cells []Text
	var first form.Cell
	for i, s := range a.named() {
		cell, _ := form.Find(s.Figure)
		if i == 0 {
			first = cell
		}
		if cell.Row.Key != first.Row.Key {
			return Text{}
		}
		name := columnText(cell)
		cells = append(cells, Text{name.ZH + "应为 " + Number(s.Value), name.EN + " should be " + Number(s.Value)})
	}
	if len(cells) == 0 {
		return Text{}
	}
	list := both(cells, enumeration)
	return Text{rowQuoted(first).ZH + "行（" + list.ZH + "）", "in row " + rowQuoted(first).EN + " (" + list.EN + ")"}
}

func (a *account) slipGuess(c slip) Text {
	switch c.kind {
	case swapped:
		return a.swapGuess(c)
	case shifted:
		return Text{"疑似漏填或多填一格，后面的数错位", "a cell was left out or filled in twice, and the rest moved on?"}
	case leftAtZero:
		return Text{"疑似总计没有填", "totals not filled in?"}
	}
	e := c.edits[0]
	switch slipOfDigits(a.system.unknowns[e.cell].value, e.value) {
	case transposed:
		return Text{"疑似两位数字颠倒", "two digits transposed?"}
	case digitLost:
		return Text{"疑似漏了一位数字", "a digit lost?"}
	case digitDouble:
		return Text{"疑似多了一位数字", "a digit too many?"}
	}
	return Text{}
}

func (a *account) swapGuess(c slip) Text {
	u, v := &a.system.unknowns[c.edits[0].cell], &a.system.unknowns[c.edits[1].cell]
	p, _ := form.Find(u.id)
	q, _ := form.Find(v.id)
	switch {
	case u.value != 0 && v.value != 0:
		return Text{"疑似两格填反", "filled in the wrong way round?"}
	case p.Row.Key == q.Row.Key:
		return Text{"疑似填错了列", "filled in under the wrong column?"}
	}
	return Text{"疑似填错了行", "filled in in the wrong row?"}
}

// PlaceText says where something stands in the file: 第4页, or 第2个表格第5行第4列.
func PlaceText(w document.Place) Text {
	switch {
	case w.Page > 0:
		return Text{fmt.Sprintf("第%d页", w.Page), fmt.Sprintf("page %d", w.Page)}
	case w.Row > 0 && w.Table == 0: // of a register
		return Text{fmt.Sprintf("第%d行", w.Row), fmt.Sprintf("line %d", w.Row)}
	case w.Row > 0:
		return Text{fmt.Sprintf("第%d个表格第%d行第%d列", w.Table, w.Row, w.Column),
			fmt.Sprintf("table %d row %d column %d", w.Table, w.Row, w.Column)}
	case w.Table > 0:
		return Text{fmt.Sprintf("第%d个表格", w.Table), fmt.Sprintf("table %d", w.Table)}
	case w.Paragraph > 0:
		return Text{fmt.Sprintf("第%d段", w.Paragraph), fmt.Sprintf("paragraph %d", w.Paragraph)}
	}
	return Text{}
}
