package parser

import (
	"strings"
	"unicode"

	"gouji/parser/document"
	"gouji/parser/form"
)

// A label of which a recogniser made out too little is told by its neighbours:
// between （六）其他处理 and 四、结转下年度继续办理 there is one label, （七）总计, and a
// cell that reads 《芋)总谤 there, with one character of it, is that one.

// wellRead, share of a table's labels: so many must be those of the form, in
// its order, before the order tells the others.
const wellRead = 0.6

// readByOrder reads the labels of a table that are like none by their neighbours,
// but for the cells that hold a part of one.
func readByOrder(t *document.Table, parts map[int]bool) {
	var cells []*document.Cell
	var said []string
	for i := range t.Cells {
		if c := &t.Cells[i]; isCandidate(c.Text) && !parts[i] {
			cells, said = append(cells, c), append(said, fold(c.Text))
		}
	}
	order, matches := bestOrder(said)
	if float64(len(matches)) < wellRead*float64(len(said)) {
		return
	}
	last := [2]int{-1, -1}
	for _, next := range append(matches, [2]int{len(said), len(order)}) {
		if n := next[0] - last[0]; n > 1 && n == next[1]-last[1] {
			for k := 1; k < n; k++ {
				readAs(cells[last[0]+k], order[last[1]+k])
			}
		}
		last = next
	}
}

// readAs takes the label when the cell was recognised and has a character of it.
func readAs(c *document.Cell, label string) {
	telling := func(r rune) bool {
		return unicode.Is(unicode.Han, r) && !strings.ContainsRune("一二三四五六七八九十", r) && strings.ContainsRune(label, r)
	}
	if c.Confidence > 0 && strings.ContainsFunc(c.Text, telling) {
		c.Text, c.Raw = label, c.Printed()
	}
}

// bestOrder is the order of labels of the form that most of what was said
// follows, and the indexes of what agrees: in said, in the order.
func bestOrder(said []string) (order []string, matches [][2]int) {
	for _, f := range form.All() {
		for i := range f.Tables {
			labels := labelOrder(&f.Tables[i])
			if found := common(said, labels); len(found) > len(matches) {
				order, matches = labels, found
			}
		}
	}
	return order, matches
}

// labelOrder is the labels of a table as they are printed, row by row.
func labelOrder(t *form.Table) []string {
	var list []string
	add := func(label string) {
		if label != "" {
			list = append(list, label)
		}
	}
	for _, b := range t.Blocks {
		add(b.Heading)
		add(b.Corner)
		for level := 0; ; level++ {
			heads := headsAt(b.Columns, level)
			if len(heads) == 0 {
				break
			}
			list = append(list, heads...)
		}
		var under []string
		for _, r := range b.Rows {
			for depth, label := range r.Under {
				if depth >= len(under) || under[depth] != label {
					add(label)
				}
			}
			under = r.Under
			add(r.Label)
		}
	}
	return list
}

// headsAt are the heads of a level: merged ones once.
func headsAt(columns []form.Column, level int) []string {
	var list []string
	for i, c := range columns {
		switch {
		case level == len(c.Under):
			list = append(list, c.Label)
		case level < len(c.Under) && (i == 0 || level >= len(columns[i-1].Under) || columns[i-1].Under[level] != c.Under[level]):
			list = append(list, c.Under[level])
		}
	}
	return list
}

// common is the longest common subsequence, by indexes of both.
func common(said, labels []string) [][2]int {
	folded := make([]string, len(labels))
	for i, l := range labels {
		folded[i] = fold(l)
	}
	longest := make([][]int, len(said)+1)
	for i := range longest {
		longest[i] = make([]int, len(labels)+1)
	}
	for i := len(said) - 1; i >= 0; i-- {
		for j := len(labels) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if said[i] == folded[j] {
				longest[i][j] = max(longest[i][j], longest[i+1][j+1]+1)
			}
		}
	}
	var list [][2]int
	for i, j := 0, 0; i < len(said) && j < len(labels); {
		switch {
		case said[i] == folded[j] && longest[i][j] == longest[i+1][j+1]+1:
			list = append(list, [2]int{i, j})
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return list
}
