package docx

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
)

// paragraph reads a w:p.
func (w *walk) paragraph() *paragraph {
	p := newParagraph()
	// A field whose end is lost must not hide the text of the paragraphs below.
	w.fields = fields{open: w.fields.open[:0]}
	w.runs(p)
	return p
}

func (w *walk) runs(p *paragraph) {
	w.inside(func() {
		if w.space != word {
			return // equations
		}
		switch w.local {
		case "pPr":
			w.paragraphProperties(p)
		case "r":
			w.run(p)
		}
	})
}

func (w *walk) paragraphProperties(p *paragraph) {
	w.each(func() {
		switch w.local {
		case "pStyle":
			p.style, _ = w.attr("val")
		case "numPr":
			p.number = w.numberRef()
		case "outlineLvl":
			p.outline = w.number("val", unset)
		case "rPr":
			w.markProperties(p)
		}
	})
}

// numberRef reads a w:numPr.
func (s *scanner) numberRef() numberRef {
	ref := numberRef{unset, unset}
	s.each(func() {
		switch s.local {
		case "numId":
			ref.list = s.number("val", unset)
		case "ilvl":
			ref.level = s.number("val", unset)
		}
	})
	return ref
}

// markProperties reads those of the paragraph mark: its deletion joins the
// paragraph with the next.
func (w *walk) markProperties(p *paragraph) {
	w.each(func() {
		switch w.local {
		case "del", "moveFrom":
			w.revisions.Deletions++
			p.joined = true
		case "ins", "moveTo":
			w.revisions.Insertions++
		}
	})
}

// run reads a w:r: text of one look, and what stands in the line with it.
func (w *walk) run(p *paragraph) {
	seen := w.styles.look(p.style, look{})
	w.inside(func() {
		if w.space != word {
			return
		}
		switch w.local {
		case "rPr":
			w.runProperties(&seen)
		case "fldChar":
			kind, _ := w.attr("fldCharType")
			w.formField(p, seen)
			w.fields.mark(kind)
		case "commentReference":
			w.revisions.Comments++
		default:
			if seen[hidden] != yes && !w.fields.instruction() {
				w.seen(p, seen)
			}
		}
	})
}

func (w *walk) runProperties(seen *look) {
	w.each(func() {
		if w.local != "rStyle" {
			w.readLook(seen)
		} else if id, _ := w.attr("val"); id != "" {
			*seen = w.styles.look(id, *seen)
		}
	})
}

// seen reads one thing in a run and notes whether its digits are in doubt.
func (w *walk) seen(p *paragraph, how look) {
	if w.shaded {
		how[white] = no
	}
	before := len(p.text)
	w.inline(p)
	if !strings.ContainsFunc(strings.Join(p.text[before:], ""), unicode.IsDigit) {
		return
	}
	if doubt := how.doubt(); doubt != "" {
		p.doubt = doubt
	}
	if p.control != 0 && p.control != w.control {
		p.doubt = cmp.Or(p.doubt, severalControls)
	}
	p.control = w.control
}

// inline reads one thing in a run; what is not named here shows nothing:
// w:delText, w:instrText, references to notes.
func (w *walk) inline(p *paragraph) {
	switch w.local {
	case "t":
		p.add(w.runText())
	case "tab", "ptab":
		p.add("\t")
	case "br", "cr":
		p.add("\n")
	case "noBreakHyphen":
		p.add("-")
	case "sym":
		p.add(w.symbol())
	case "ruby":
		w.each(func() {
			if w.local == "rubyBase" {
				w.runs(p)
			}
		})
	case "drawing", "pict", "object":
		w.draw(p)
	}
}

// runText is the text of a w:t. Without xml:space="preserve" the space around
// it is the file's, not the author's.
func (w *walk) runText() string {
	space, _ := w.attr("space")
	text := w.content()
	if space != "preserve" {
		text = strings.Trim(text, " \t\r\n")
	}
	if strings.ContainsAny(text, "\r\n") {
		text = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(text)
	}
	return text
}

// wingdings are the signs of that font that stand in reports.
var wingdings = map[rune]string{
	0x6C: "●", 0x6E: "■", 0x6F: "□", 0xA8: "□", 0xB7: "•", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
	0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩",
}

// symbol is the character of a w:sym. A sign whose font is unknown stays as
// the private code point that it is: no reader takes it for a figure.
func (w *walk) symbol() string {
	code, _ := w.attr("char")
	value, err := strconv.ParseUint(code, 16, 21)
	if err != nil {
		return "\uFFFD"
	}
	font, _ := w.attr("font")
	char := rune(value)
	small := char
	if char >= 0xF000 && char <= 0xF0FF {
		small = char - 0xF000
	}
	switch sign := wingdings[small]; {
	case small > 0xFF:
		return string(char)
	case strings.EqualFold(font, "Wingdings") && sign != "":
		return sign
	case strings.EqualFold(font, "Symbol") && small >= 0x20 && small < 0x40 || !symbolFont(font) && small == char:
		return string(small)
	}
	return string(0xF000 + small)
}

func symbolFont(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "dings") || strings.Contains(name, "symbol")
}
