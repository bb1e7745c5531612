package main

import (
	"gouji/corpus/store"
	"gouji/validate"
)

// changes is the text of what became of reports since an earlier run: a line a
// unit that has something to tell, then the sums.
func (p *program) changes(list []store.Change) string {
	s := p.sheet()
	s.line(s.paint.bold(p.say("与上一次相比", "since the run before")))
	var mended, open, fresh, unclear int
	for _, c := range list {
		mended, open, fresh, unclear = mended+len(c.Mended), open+len(c.Open), fresh+len(c.New), unclear+len(c.Unclear)
		if c.Absent || c.Unread || c.First || len(c.Mended)+len(c.New)+len(c.Unclear) > 0 {
			p.change(&s, c)
		}
	}
	s.line(p.sayf("改好 %d 处，仍有 %d 处，新出现 %d 处，无法核实 %d 处", "%d mended, %d still open, %d new, %d that nobody can tell",
		mended, open, fresh, unclear))
	return s.String()
}

func (p *program) change(s *sheet, c store.Change) {
	name := c.Organ
	if name == "" {
		name = p.name(c.Path)
	}
	if c.Year != 0 {
		name += p.sayf("  %d年度", "  %d", c.Year)
	}
	switch {
	case c.Absent:
		name += p.say("  这次没有报送", "  has no report this time")
	case c.Unread:
		name += p.say("  这次没能读取", "  could not be read this time")
	case c.First:
		name += p.say("  上次没有", "  is new")
	}
	s.line("  " + clean(name))
	p.changed(s, c.Mended, p.say("改好", "mended "))
	p.changed(s, c.Open, p.say("仍有", "open   "))
	p.changed(s, c.New, p.say("新增", "new    "))
	p.changed(s, c.Unclear, p.say("待核", "unclear"))
}

func (p *program) changed(s *sheet, list []validate.Finding, word string) {
	const indent = 6
	for _, f := range list {
		head := "    " + word + "  " + pad(f.Code, 4) + "  "
		s.hang(head, indent+narrow.StringWidth(word)+6, f.Message.In(p.lang))
	}
}
