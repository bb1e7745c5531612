package docx

// fields are the fields of several runs that are open in a paragraph. The
// instruction of a field ("PAGE") is written as text but not shown; its
// result is.
type fields struct {
	open         []bool // innermost last: is it in its instruction
	instructions int    // how many are
}

// mark takes a w:fldChar of the kind.
func (f *fields) mark(kind string) {
	last := len(f.open) - 1
	switch {
	case kind == "begin":
		f.open = append(f.open, true)
		f.instructions++
		return
	case last < 0:
		return
	}
	if f.open[last] {
		f.instructions--
	}
	f.open[last] = false
	if kind == "end" {
		f.open = f.open[:last]
	}
}

// instruction reports whether the text here is the instruction of a field.
func (f *fields) instruction() bool { return f.instructions > 0 }

// formField reads what a field of an old form shows without having it as its result:
// the entry that is chosen in a list.
func (w *walk) formField(p *paragraph, how look) {
	if how[hidden] == yes || w.fields.instruction() {
		return
	}
	w.each(func() {
		if w.local == "ffData" {
			w.each(func() {
				if w.local == "ddList" {
					p.add(w.chosen())
				}
			})
		}
	})
}

// chosen is the entry of a w:ddList that is shown: that of w:result, else of
// w:default, else the first.
func (w *walk) chosen() string {
	var entries []string
	result, standard := unset, unset
	w.each(func() {
		switch w.local {
		case "result":
			result = w.number("val", unset)
		case "default":
			standard = w.number("val", unset)
		case "listEntry":
			entry, _ := w.attr("val")
			entries = append(entries, entry)
		}
	})
	for _, at := range []int{result, standard, 0} {
		if at >= 0 && at < len(entries) {
			return entries[at]
		}
	}
	return ""
}
