package scan

import "image"

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
	var all []run
	var parent []int
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	above := 0 // the first run of the row above
	for y, row := range rows {
		start := len(all)
		at := above
		for _, r := range row {
			parent = append(parent, len(all))
			all = append(all, r)
			for at > 0 && at > above && all[at-1].x1 >= r.x0 {
				at-- // a run above may touch several below
			}
			for ; at < start && all[at].x0 <= r.x1; at++ {
				if all[at].x1 >= r.x0 && all[at].y == y-1 {
					parent[find(at)] = find(len(all) - 1)
				}
			}
		}
		above = start
	}
	index := map[int]int{}
	var list []component
	for i, r := range all {
		root := find(i)
		at, known := index[root]
		if !known {
			at = len(list)
			index[root] = at
			list = append(list, component{})
		}
		c := &list[at]
		c.box = c.box.Union(image.Rect(r.x0, r.y, r.x1, r.y+1))
		c.area += r.x1 - r.x0
		c.runs = append(c.runs, r)
	}
	return list
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
