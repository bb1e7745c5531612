package docx

import "slices"

// propertiesBytes is the most that a part of properties may have: they are a few
// hundred bytes, and nothing of the report depends on them.
const propertiesBytes = 1 << 16

// properties are the parts that hold a file's properties, and the elements of
// them that name who made the file.
var properties = []struct {
	kind, usual string
	elements    []string
}{
	{"core-properties", "docprops/core.xml", []string{"creator", "lastModifiedBy"}},
	{"extended-properties", "docprops/app.xml", []string{"Company", "Manager"}},
}

// authors are the names in the file's properties: who wrote it, who saved it last,
// whose program it was. What cannot be read has none.
func (c *container) authors() []string {
	var list []string
	links := relations(c.optional("_rels/.rels"))
	for _, p := range properties {
		name := p.usual
		for _, link := range links {
			if link.kind == p.kind {
				name = resolve("", link.target)
			}
		}
		if file := c.parts[name]; file == nil || file.UncompressedSize64 > propertiesBytes {
			continue
		}
		s := newScanner(c.ctx, "属性部件", c.optional(name), c.limits)
		if !s.root() {
			continue
		}
		s.each(func() {
			if slices.Contains(p.elements, s.local) {
				list = append(list, s.content())
			}
		})
	}
	return list
}
