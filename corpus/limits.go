package corpus

import "gouji/parser"

// Limits bounds what one input may cost; a zero field takes its default.
type Limits struct {
	parser.Limits
	Zips int // how many zip files may lie in each other below a named one: 1
}

// DefaultZips is the Limits.Zips of a province that packs what its cities packed.
const DefaultZips = 1

func (l Limits) withDefaults() Limits {
	l.Limits = l.Limits.WithDefaults()
	if l.Zips <= 0 {
		l.Zips = DefaultZips
	}
	return l
}
