package docx

// table reads a w:tbl. Rows that are deleted or hidden are not in it.
func (w *walk) table() *table {
	t := &table{}
	w.inside(func() {
		if w.space != word {
			return
		}
		switch w.local {
		case "tblGrid":
			w.each(func() {
				if w.local == "gridCol" {
					t.grid = append(t.grid, w.number("w", 0))
				}
			})
		case "tr":
			if !w.count(&w.rows, w.limits.Rows, "表格的行") {
				return
			}
			if row, shown := w.row(); shown {
				t.rows = append(t.rows, row)
			}
		}
	})
	t.inner = t.largest()
	return t
}

// largest is the number of cells of the largest real table in the cells.
func (t *table) largest() (cells int) {
	for _, row := range t.rows {
		for _, cell := range row.cells {
			for _, n := range cell.content {
				if n.table != nil {
					cells = max(cells, n.table.weight())
				}
			}
		}
	}
	return cells
}

func (w *walk) row() (r row, shown bool) {
	shown = true
	w.inside(func() {
		if w.space != word {
			return
		}
		switch w.local {
		case "trPr":
			shown = w.rowProperties(&r)
		case "tc":
			if w.count(&w.cells, w.limits.Cells, "表格的单元格") {
				r.cells = append(r.cells, w.cell())
			}
		}
	})
	return r, shown
}

func (w *walk) rowProperties(r *row) (shown bool) {
	shown = true
	w.each(func() {
		switch w.local {
		case "gridBefore":
			r.before = w.columns(0)
		case "gridAfter":
			r.after = w.columns(0)
		case "wBefore":
			r.beforeWidth = w.number("w", 0)
		case "wAfter":
			r.afterWidth = w.number("w", 0)
		case "hidden":
			shown = shown && !w.on()
		case "ins":
			w.revisions.Insertions++
		case "del":
			w.revisions.Deletions++
			shown = false
		}
	})
	return shown
}

// maxSpan is far above Word's own 63 columns; a larger span is nonsense.
const maxSpan = 1000

func (w *walk) columns(least int) int {
	return min(max(w.number("val", least), least), maxSpan)
}

func (w *walk) cell() cell {
	defer func(around bool) { w.shaded = around }(w.shaded)
	c := cell{span: 1, width: unset}
	w.inside(func() {
		if w.space == word && w.local == "tcPr" {
			w.cellProperties(&c)
			return
		}
		w.block(&c.content)
	})
	return c
}

func (w *walk) cellProperties(c *cell) {
	w.each(func() {
		switch w.local {
		case "tcW":
			c.unit, _ = w.attr("type")
			if c.unit != "auto" && c.unit != "nil" {
				c.width = w.number("w", unset)
			}
		case "shd":
			fill, _ := w.attr("fill")
			w.shaded = dark(fill) || w.shaded && !PaleHex(fill)
		case "gridSpan":
			c.span = w.columns(1)
		case "vMerge":
			c.vertical = w.merge()
		case "hMerge":
			c.sideways = w.merge()
		case "cellIns":
			w.revisions.Insertions++
		case "cellDel":
			w.revisions.Deletions++
			c.deleted = true
		}
	})
}

// merge reads a w:vMerge or w:hMerge; without a value it continues.
func (w *walk) merge() merge {
	if value, _ := w.attr("val"); value == "restart" {
		return restart
	}
	return proceed
}
