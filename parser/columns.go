package parser

import (
	"strings"

	"gouji/parser/document"
)

// printedColumn is a column of figures as its head shows it.
type printedColumn struct {
	from, to int         // grid columns [from, to)
	path     []*gridCell // its heads from the top, blank ones left out
	gap      bool        // no cell stands somewhere in its head
}

// own is the column's own head, below those of its groups. A sliver of the grid may lie
// below another group than the rest of it: 行政复议 often ends within its 总计.
func (p *printedColumn) own() *gridCell { return p.path[len(p.path)-1] }

// printed is the wording of the column's own head, without the zero-width
// signs that some editors put between all characters.
func (p *printedColumn) printed() string {
	if len(p.path) == 0 {
		return ""
	}
	return visible(p.own().Printed())
}

func (p *printedColumn) where() document.Place {
	if len(p.path) == 0 {
		return document.Place{}
	}
	return p.own().Where
}

// headColumns reads a strip's columns from the grid rows of its head. The
// corner above the labels is none.
func headColumns(st *strip) []printedColumn {
	if len(st.head) == 0 {
		return nil
	}
	var list []printedColumn
	top, bottom := st.head[0], st.head[len(st.head)-1]
	for c := 0; c < st.sheet.table.Columns; c++ {
		path := headPath(st.sheet, top, bottom, c)
		if len(path) == 0 || isCorner(path) || isSpacing(st.sheet, bottom, c) || st.table != "remedies" && isUnknown(path) {
			continue
		}
		if n := len(list); n > 0 && list[n-1].to == c && list[n-1].own() == path[len(path)-1] {
			list[n-1].to++
			continue
		}
		list = append(list, printedColumn{c, c + 1, path, hasGap(st.sheet, top, bottom, c)})
	}
	return list
}

func hasGap(s *sheet, top, bottom, column int) bool {
	for r := top; r <= bottom; r++ {
		if s.grid[r][column] < 0 {
			return true
		}
	}
	return false
}

// headPath gives the heads over a grid column from the top, blank ones left out.
func headPath(s *sheet, top, bottom, column int) []*gridCell {
	var path []*gridCell
	for r := top; r <= bottom; r++ {
		i := s.grid[r][column]
		if i < 0 || s.cells[i].blank || s.cells[i].Row < top {
			continue
		}
		if c := &s.cells[i]; len(path) == 0 || path[len(path)-1] != c {
			path = append(path, c)
		}
	}
	return path
}

func isCorner(path []*gridCell) bool {
	for _, c := range path {
		if c.meaning != nil && (c.meaning.note || c.words.body == "信息内容") {
			return true
		}
	}
	return false
}

// isUnknown reports whether a path begins at the table's left edge and none of
// its heads is known from the forms: a corner in other words.
func isUnknown(path []*gridCell) bool {
	for _, c := range path {
		if c.meaning != nil {
			return false
		}
	}
	return path[0].Column == 0
}

// isSpacing reports whether a grid column is none of the form's but the space
// that two boxes of cells drawn apart leave between them: below a head that
// spans several columns it has no words of its own, and nothing stands in it.
func isSpacing(s *sheet, bottom, column int) bool {
	if above := s.grid[bottom][column]; above < 0 || !s.cells[above].blank || s.cells[above].ColumnSpan > 1 {
		return false
	}
	wide := false
	for r := range s.grid {
		i := s.grid[r][column]
		if i < 0 {
			continue
		}
		c := &s.cells[i]
		if c.ColumnSpan > 1 && r < bottom {
			wide = true
		} else if !c.blank {
			return false
		}
	}
	return wide
}

// matchColumn returns the index of the official column that a printed one
// means, -1 for none. A head may be cut over several cells (商业 over 企业), so
// the lowest cells are also read together.
func matchColumn(list []candidate, p *printedColumn) (int, Match) {
	for own := 1; own <= len(p.path); own++ {
		split := len(p.path) - own
		if at, m := choose(list, p.leaf(split), p.groups(split)); at >= 0 {
			return at, m
		}
	}
	return -1, NoMatch
}

// leaf is the wording of the heads from the given one down, read as one.
func (p *printedColumn) leaf(split int) wording {
	if split == len(p.path)-1 {
		return p.path[split].words
	}
	var b strings.Builder
	for _, c := range p.path[split:] {
		b.WriteString(c.Text)
	}
	return wordingOf(b.String())
}

func (p *printedColumn) groups(split int) []string {
	var list []string
	for _, c := range p.path[:split] {
		list = append(list, c.words.body)
	}
	return list
}
