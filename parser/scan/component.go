package scan

import (
	"image"
	"slices"
)

// component is ink that hangs together.
type component struct {
	box  image.Rectangle
	area int // pixels
	runs []run

	broken bool // put together from pieces that stood side by side
}

// run is ink on one row: from x0 up to but not including x1.
type run struct{ y, x0, x1 int }

// componentsOf finds the ink that hangs together, corners included.
func componentsOf(rows [][]run) []component {
	all := slices.Concat(rows...)
	touching := hangingTogether(rows)
	index := map[int]int{}
	var list []component
	for i, r := range all {
		root := touching.root(i)
		at, known := index[root]
		if !known {
			at = len(list)
			index[root] = at
			list = append(list, component{})
		}
		list[at].take(r)
	}
	return list
}

// take adds a run.
func (c *component) take(r run) {
	c.box = c.box.Union(image.Rect(r.x0, r.y, r.x1, r.y+1))
	c.area += r.x1 - r.x0
	c.runs = append(c.runs, r)
}

// forest tells which runs hang together: each leads to another of its component, the
// last to itself.
type forest []int

func (f forest) root(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

// hangingTogether is the forest of the runs of all rows, numbered in their order.
func hangingTogether(rows [][]run) forest {
	var f forest
	first := 0 // the number of the first run of the row above
	for y, row := range rows {
		start := len(f)
		for i := range row {
			f = append(f, start+i)
		}
		if y > 0 {
			f.join(rows[y-1], first, row, start)
		}
		first = start
	}
	return f
}

// join joins the runs of a row with those above that they touch.
func (f forest) join(above []run, first int, row []run, start int) {
	at := 0
	for i, r := range row {
		for at > 0 && above[at-1].x1 >= r.x0 {
			at-- // a run above may touch several below
		}
		for ; at < len(above) && above[at].x0 <= r.x1; at++ {
			if above[at].x1 >= r.x0 {
				f[f.root(first+at)] = f.root(start + i)
			}
		}
	}
}

// runsOf are the runs of ink of every row.
func runsOf(b *bitmap) [][]run {
	rows := make([][]run, b.h)
	for y := range b.h {
		line := b.ink[y*b.w : (y+1)*b.w]
		for x := 0; x < b.w; x++ {
			if line[x] == 0 {
				continue
			}
			start := x
			for x < b.w && line[x] != 0 {
				x++
			}
			rows[y] = append(rows[y], run{y, start, x})
		}
	}
	return rows
}
