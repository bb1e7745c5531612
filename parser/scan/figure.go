package scan

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gouji/parser/layout"
)

// figures reads numbers twice: by Tesseract, and by the shapes of their digits.
// Those of which the two do not say the same are unclear.
func (r *reader) figures(ctx context.Context, strips []strip) (list []layout.Glyph, unclear []strip, err error) {
	if len(strips) == 0 {
		return nil, nil, nil
	}
	read, err := r.read(ctx, sheetOf(r.gray, strips, sheetWidth, r.dpi), numbers)
	if err != nil {
		return nil, nil, err
	}
	for i, readings := range back(strips, read) {
		s := strips[i]
		s.first = textOf(readings, unset)
		if second, sure := r.shapesOf(&s); !sure || s.first != second {
			unclear = append(unclear, s)
			continue
		}
		list = append(list, r.number(&s, readings)...)
	}
	return list, unclear, nil
}

// unset stands for every line.
const unset = -1

// textOf is what was read on a line.
func textOf(readings []reading, line int) string {
	text := ""
	for _, c := range readings {
		if line == unset || c.line == line {
			text += c.text
		}
	}
	return text
}

// shapesOf reads a strip by its shapes.
func (r *reader) shapesOf(s *strip) (text string, sure bool) {
	sure = true
	for _, i := range s.lines {
		line, clear := r.shapes(&r.lines[i], r.lines[i].signs())
		text, sure = text+line, sure && clear
	}
	return text, sure
}

// number makes the glyphs of a strip that holds a number.
func (r *reader) number(s *strip, readings []reading) []layout.Glyph {
	var list []layout.Glyph
	for _, i := range s.lines {
		said := []string{asNumber(textOf(readings, i))}
		if len(s.lines) == 1 && s.first != "" {
			said = append([]string{s.first}, said...) // read with nothing but digits in mind
		}
		list = append(list, r.figure(&r.lines[i], said)...)
	}
	return list
}

// asNumber keeps of what was said only what can stand in a number.
func asNumber(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(numbers.allowed, r) {
			return r
		}
		return -1
	}, text)
}

// figure makes the glyphs of one line of a number from what the recogniser said
// of it and from its shapes.
func (r *reader) figure(l *textLine, said []string) []layout.Glyph {
	signs := parted(l.signs())
	second, sure := r.shapes(l, signs)
	text, doubt := agreed(said, second, sure)
	if text == "" {
		text, doubt = "?", "扫描件上这一格认不出"
	}
	return r.digits(l, signs, []rune(text), doubt)
}

// apart, share of the height: signs that stand farther from each other are two
// numbers. Full-width digits leave 0.7.
const apart = 1.3

// digits are the glyphs of a number. The box of each reaches to the next, as
// those of a font do: their ink alone leaves gaps that part columns.
func (r *reader) digits(l *textLine, signs []component, text []rune, doubt string) []layout.Glyph {
	whole := inPoints(l.box, r.dpi)
	var list []layout.Glyph
	for i, char := range text {
		b := whole
		b.X0 += whole.Width() * float64(i) / float64(len(text))
		b.X1 = b.X0 + whole.Width()/float64(len(text))
		if len(signs) == len(text) {
			own := inPoints(signs[i].box, r.dpi)
			b.X0, b.X1 = own.X0, own.X1
			if i+1 < len(signs) {
				if next := inPoints(signs[i+1].box, r.dpi).X0; next-b.X1 < apart*whole.Height() {
					b.X1 = next
				}
			}
		}
		list = append(list, layout.Glyph{Rune: char, Box: b, Size: whole.Height(), Doubt: doubt})
	}
	return list
}

// agreed weighs the readings of a number. It is sure only when the recogniser
// said one thing and the shapes, clear ones, are the same; else what most of
// the readings say is the best guess.
func agreed(said []string, shapes string, sure bool) (text, doubt string) {
	if !allSay(said, shapes) {
		said, shapes = pointed(said), decimalPoint(shapes)
	}
	text = said[0]
	switch {
	case allSay(said, shapes) && shapes != "":
		if !sure {
			doubt = "扫描件上这一格的字形不清楚"
		}
		return shapes, doubt
	case slices.Contains(said, shapes) && shapes != "" || text == "" || sure && shapes != "":
		text = shapes
	}
	return text, fmt.Sprintf("扫描件上这一格几次识别不同（%s、%s）", or(strings.Join(said, "、")), or(shapes))
}

// decimals is a number that ends in one or two digits after a separator.
var decimals = regexp.MustCompile(`^([+-]?[0-9]+)[.,]([0-9]{1,2})$`)

// decimalPoint makes that separator a point: commas stand before three digits.
// A comma and a point of small print differ by a pixel.
func decimalPoint(text string) string { return decimals.ReplaceAllString(text, "$1.$2") }

func pointed(said []string) []string {
	list := make([]string, len(said))
	for i, s := range said {
		list[i] = decimalPoint(s)
	}
	return list
}

func allSay(said []string, text string) bool {
	return !slices.ContainsFunc(said, func(s string) bool { return s != text })
}

func or(text string) string {
	if text == "" {
		return "认不出"
	}
	return text
}
