package parser

import (
	"sort"
	"strings"

	"gouji/parser/form"
)

// fit is a strip read as a block of an edition's form.
type fit struct {
	strip   *strip
	edition form.Edition
	table   *form.Table
	block   *form.Block
	order   int // the block's place in its table
	columns []matched
	rows    []matched
	score   int
}

// matched says which official column or row a printed one means.
type matched struct {
	at    int // its index in the block, -1 for none
	match Match
	doubt string // why the match had to be guessed
	group bool   // a row that only a group's label names
}

// Weights of what agrees when a block is chosen. Heads weigh more than rows,
// since 规范性文件 and 行政规范性文件 are mixed up in either edition.
const (
	weightColumn  = 4
	weightRow     = 3
	weightHeading = 2
)

// fits reads the strip as every block of its table in every edition, best
// first; those that agree in nothing are left out.
func (st *strip) fits() []*fit {
	if st.read == nil {
		st.read = fitAll(st)
	}
	return st.read
}

func fitAll(st *strip) []*fit {
	list := []*fit{}
	for _, f := range form.All() {
		table := f.Table(st.table)
		if table == nil {
			continue
		}
		for b := range table.Blocks {
			if candidate := fitBlock(st, f.Edition, table, b); candidate.score > 0 {
				list = append(list, candidate)
			}
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].score > list[j].score })
	return list
}

func fitBlock(st *strip, e form.Edition, table *form.Table, b int) *fit {
	f := &fit{strip: st, edition: e, table: table, block: &table.Blocks[b], order: b}
	f.matchColumns()
	f.matchRows()
	for _, m := range f.columns {
		f.score += weight(m, weightColumn)
	}
	for _, m := range f.rows {
		f.score += weight(m, weightRow)
	}
	if f.score > 0 && f.headingMatch() != NoMatch {
		f.score += weightHeading
	}
	return f
}

func weight(m matched, full int) int {
	if m.at < 0 {
		return 0
	}
	return full - int(Exact-m.match)
}

// headingMatch compares the item that the strip's heading names with the block's.
func (f *fit) headingMatch() Match {
	if f.strip.heading == nil || f.block.Heading == "" {
		return NoMatch
	}
	printed, official := fold(f.strip.heading.Text), fold(f.block.Heading)
	if printed == official {
		return Exact
	}
	a, b := itemHeading.FindStringSubmatch(printed), itemHeading.FindStringSubmatch(official)
	if a == nil || b == nil || a[1] != b[1] {
		return NoMatch
	}
	return Variant
}

func (f *fit) matchColumns() {
	list := candidatesOf(f.block).columns
	taken := map[int]bool{}
	for i := range f.strip.columns {
		at, m := matchColumn(list, &f.strip.columns[i])
		if taken[at] {
			at, m = -1, NoMatch
		}
		taken[at] = at >= 0
		f.columns = append(f.columns, matched{at: at, match: m})
	}
	f.matchByOrder(list)
	f.doubtGaps()
	for i := range f.columns {
		f.doubtUnit(i)
	}
}

// matchByOrder matches the heads that fit several columns (本年新, or 结果维持 with
// its group lost) where every column of the form is printed and the order
// leaves one reading. That is a guess, so their figures are doubtful.
func (f *fit) matchByOrder(list []candidate) {
	if len(f.columns) != len(list) {
		return
	}
	for i, m := range f.columns {
		if m.at >= 0 && m.at != i || m.at < 0 && !mayMean(&f.strip.columns[i], &list[i]) {
			return
		}
	}
	for i := range f.columns {
		if f.columns[i].at < 0 {
			f.columns[i] = matched{at: i, match: ownMatch(&f.strip.columns[i], &list[i]), doubt: "表头文字不全，该列按排列顺序对应"}
		}
	}
}

// doubtGaps marks the columns below a head that lacks a cell, as on a page that
// lost a <th>: the heads behind the gap have moved. Where every column of the
// form is there and in its order, nothing has.
func (f *fit) doubtGaps() {
	gap, whole := false, len(f.columns) == len(f.block.Columns)
	for i, m := range f.columns {
		gap = gap || f.strip.columns[i].gap
		whole = whole && m.at == i
	}
	if !gap || whole {
		return
	}
	for i := range f.columns {
		f.columns[i].doubt = "表头缺少单元格，各列可能错位"
	}
}

// ownMatch is how well a column's own head agrees, its groups left aside: what
// a reader guessed of those is no slip of the one who wrote the report.
func ownMatch(p *printedColumn, c *candidate) Match {
	if len(p.path) == 0 {
		return Near
	}
	return max(Near, c.compare(p.leaf(len(p.path)-1), nil).match)
}

// mayMean reports whether a head that could not be matched alone is a part of
// the official one.
func mayMean(p *printedColumn, c *candidate) bool {
	for own := 1; own <= len(p.path); own++ {
		w := p.leaf(len(p.path) - own)
		if len(w.runes) >= 2 && strings.HasPrefix(c.words.body, w.body) || c.compare(w, nil).match != NoMatch {
			return true
		}
	}
	return false
}

// doubtUnit marks a column of 万元 whose head says 元: its figures are not in the
// form's unit.
func (f *fit) doubtUnit(i int) {
	m := &f.columns[i]
	if m.at < 0 || !strings.Contains(f.block.Columns[m.at].Label, "万元") {
		return
	}
	printed := f.strip.columns[i].printed()
	if strings.Contains(printed, "元") && !strings.Contains(printed, "万元") {
		m.doubt = "表头写的单位是元而不是万元，数值按原样保留，未换算"
	}
}

func (f *fit) matchRows() {
	list := candidatesOf(f.block).rows
	for i := range f.strip.rows {
		f.rows = append(f.rows, f.matchRow(list, &f.strip.rows[i]))
	}
	f.dropPoorerRows()
}

func (f *fit) matchRow(list []candidate, row *printedRow) matched {
	if f.table.Key == form.Remedies {
		return matched{at: 0, match: Exact}
	}
	if row.label == nil {
		return matched{at: -1}
	}
	at, m := choose(list, row.label.words, row.groupBodies())
	if at >= 0 && m == Near && digitsIn(row.label.words.body) != digitsIn(list[at].words.body) {
		return matched{at: at, match: m, doubt: "行名里夹有数字，可能是并入的数值"}
	}
	return matched{at: at, match: m, group: at < 0 && isGroupOf(list, row.label.words)}
}

func (r *printedRow) groupBodies() []string {
	var list []string
	for _, g := range r.groups {
		list = append(list, g.words.body)
	}
	return list
}

func digitsIn(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

func isGroupOf(list []candidate, w wording) bool {
	for _, c := range list {
		for _, g := range c.under {
			if sameGroup(w.body, g) {
				return true
			}
		}
	}
	return false
}

// dropPoorerRows takes an official row from the printed ones that fit it worse
// than another does.
func (f *fit) dropPoorerRows() {
	best := map[int]Match{}
	for _, m := range f.rows {
		best[m.at] = max(best[m.at], m.match)
	}
	for i, m := range f.rows {
		if m.at >= 0 && m.match == Near && best[m.at] > Near {
			f.rows[i] = matched{at: -1}
		}
	}
}
