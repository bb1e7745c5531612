package ledongthuc

import "unicode/utf16"

// cmap maps the codes of a font's strings: to text (ToUnicode) or to glyph
// numbers (an encoding).
type cmap struct {
	spaces []codeSpace
	chars  map[code][]rune
	ranges []charRange
	cids   map[code]int
	spans  []cidRange
}

// code is a character code with its length in bytes.
type code struct {
	value  uint32
	length int
}

type codeSpace struct {
	low, high code
}

// charRange maps codes to consecutive characters.
type charRange struct {
	low, high code
	to        []rune
}

type cidRange struct {
	low, high code
	cid       int
}

func codeOf(s string) code {
	c := code{length: min(len(s), 4)}
	for i := range c.length {
		c.value = c.value<<8 | uint32(s[i])
	}
	return c
}

func (r charRange) holds(c code) bool {
	return c.length == r.low.length && r.low.value <= c.value && c.value <= r.high.value
}

// parseCmap reads a character map's text.
func parseCmap(data []byte) *cmap {
	m := &cmap{chars: map[code][]rune{}, cids: map[code]int{}}
	l := &lexer{data: data}
	var operands []operand
	for {
		o, operator, ok := l.next()
		if !ok {
			return m
		}
		if operator == "" {
			operands = append(operands, o)
			continue
		}
		m.define(operator, operands)
		operands = operands[:0]
	}
}

// define carries out the operators that end a list of definitions.
func (m *cmap) define(operator string, list []operand) {
	switch operator {
	case "endcodespacerange":
		for ; len(list) >= 2; list = list[2:] {
			m.spaces = append(m.spaces, codeSpace{codeOf(list[0].text), codeOf(list[1].text)})
		}
	case "endbfchar":
		for ; len(list) >= 2; list = list[2:] {
			m.chars[codeOf(list[0].text)] = utf16Text(list[1].text)
		}
	case "endbfrange":
		for ; len(list) >= 3; list = list[3:] {
			m.defineRange(codeOf(list[0].text), codeOf(list[1].text), list[2])
		}
	case "endcidchar":
		for ; len(list) >= 2; list = list[2:] {
			m.cids[codeOf(list[0].text)] = int(list[1].number)
		}
	case "endcidrange":
		for ; len(list) >= 3; list = list[3:] {
			m.spans = append(m.spans, cidRange{codeOf(list[0].text), codeOf(list[1].text), int(list[2].number)})
		}
	}
}

func (m *cmap) defineRange(low, high code, to operand) {
	if to.kind != listKind {
		m.ranges = append(m.ranges, charRange{low, high, utf16Text(to.text)})
		return
	}
	for i, o := range to.list {
		m.chars[code{low.value + uint32(i), low.length}] = utf16Text(o.text)
	}
}

// text is what a code stands for; nil when the map does not say.
func (m *cmap) text(c code) []rune {
	if runes, ok := m.chars[c]; ok {
		return runes
	}
	for _, r := range m.ranges {
		if r.holds(c) && len(r.to) > 0 {
			runes := append([]rune(nil), r.to...)
			runes[len(runes)-1] += rune(c.value - r.low.value)
			return runes
		}
	}
	return nil
}

// cid is the number of a code's glyph, 0 when the map does not say.
func (m *cmap) cid(c code) int {
	if cid, ok := m.cids[c]; ok {
		return cid
	}
	for _, s := range m.spans {
		if (charRange{low: s.low, high: s.high}).holds(c) {
			return s.cid + int(c.value-s.low.value)
		}
	}
	return 0
}

// take cuts the next code off a string by the map's code spaces; fallback is
// its length where they say nothing.
func (m *cmap) take(s string, fallback int) (code, string) {
	for n := 1; n <= min(4, len(s)); n++ {
		c := codeOf(s[:n])
		for _, space := range m.spaces {
			if space.holds(c) {
				return c, s[n:]
			}
		}
	}
	n := min(fallback, len(s))
	return codeOf(s[:n]), s[n:]
}

// holds compares byte by byte, as code spaces are rectangles.
func (s codeSpace) holds(c code) bool {
	if c.length != s.low.length {
		return false
	}
	for shift := 0; shift < 8*c.length; shift += 8 {
		b := c.value >> shift & 0xFF
		if b < s.low.value>>shift&0xFF || b > s.high.value>>shift&0xFF {
			return false
		}
	}
	return true
}

func utf16Text(s string) []rune {
	if len(s) == 1 {
		return []rune{rune(s[0])}
	}
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return utf16.Decode(units)
}
