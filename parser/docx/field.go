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
