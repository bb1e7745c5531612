package scan

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"regexp"
	"slices"
	"strings"

	"gouji/parser/layout"
)

// figures reads numbers twice: by Tesseract, and by the shapes of their digits.
// Where the two differ and the shapes are clear, Tesseract is asked again; what
// has no clear shapes may be words.
func (r *reader) figures(ctx context.Context, strips []strip) (list []layout.Glyph, rest []strip, err error) {
	if len(strips) == 0 {
		return nil, nil, nil
	}
	read, err := r.read(ctx, sheetOf(r.gray, strips, sheetWidth, r.dpi), numbers)
	if err != nil {
		return nil, nil, err
	}
	var again []strip
	for i, readings := range back(strips, read) {
		s := strips[i]
		s.said = []string{textOf(readings, unset)}
		switch second, sure := r.shapesOf(&s); {
		case sure == vague:
			rest = append(rest, s)
		case s.said[0] != second:
			again = append(again, s)
		default:
			list = append(list, r.number(&strips[i], readings)...)
		}
	}
	more, contested, err := r.again(ctx, again)
	return append(list, more...), append(rest, contested...), err
}

// again reads numbers each by itself. What still differs is contested: it may be words
// after all, 总计 of a fax whose characters look like a 5 and a 0.
func (r *reader) again(ctx context.Context, strips []strip) (list []layout.Glyph, contested []strip, err error) {
	all, err := r.each(ctx, strips, numbers)
	for i, readings := range all {
		s := &strips[i]
		glyphs := r.number(s, readings)
		if len(glyphs) > 0 && glyphs[0].Doubt != "" {
			s.said, s.contested = append(s.said, textOf(readings, unset)), true
			contested = append(contested, *s)
			continue
		}
		list = append(list, glyphs...)
	}
	return list, contested, err
}

// each reads strips one by one.
func (r *reader) each(ctx context.Context, strips []strip, m mode) ([][]reading, error) {
	if len(strips) == 0 {
		return nil, nil
	}
	pictures := make([]*image.Gray, len(strips))
	for i := range strips {
		pictures[i] = sheetOf(r.gray, strips[i:i+1], 0, r.dpi)
	}
	read, err := r.readEach(ctx, pictures, m)
	if err != nil {
		return nil, err
	}
	all := make([][]reading, len(strips))
	for i := range strips {
		all[i] = back(strips[i:i+1], read[i])[0]
	}
	return all, nil
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
func (r *reader) shapesOf(s *strip) (text string, sure clarity) {
	sure = certain
	for _, i := range s.lines {
		line, own := r.shapes(&r.lines[i], r.parted(&r.lines[i]))
		text, sure = text+line, min(sure, own)
	}
	return text, sure
}

// number makes the glyphs of a strip that holds a number.
func (r *reader) number(s *strip, readings []reading) []layout.Glyph {
	var list []layout.Glyph
	for _, i := range s.lines {
		said := []string{asNumber(textOf(readings, i))}
		if len(s.lines) == 1 && strings.Join(s.said, "") != "" {
			said = append(slices.Clone(s.said), said...) // read with nothing but digits in mind
		}
		glyphs := r.figure(&r.lines[i], said, s.contested)
		for g := range glyphs {
			glyphs[g].Confidence = confidence(readings, i)
		}
		list = append(list, glyphs...)
	}
	return list
}

// LeastConfidence stands for a recogniser that saw nothing: 0 would mean that
// none was asked.
const LeastConfidence = 0.01

// confidence, 0 to 1, is that in the least sure character on a line.
func confidence(readings []reading, line int) float64 {
	least, any := 100.0, false
	for _, c := range readings {
		if c.line == line {
			least, any = min(least, c.sure), true
		}
	}
	if !any {
		least = 0
	}
	return max(least/100, LeastConfidence)
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
// of it and from its shapes. When it is contested, another reading that agrees with
// one of them settles nothing.
func (r *reader) figure(l *textLine, said []string, contested bool) []layout.Glyph {
	signs := r.parted(l)
	second, sure := r.shapes(l, signs)
	text, doubt := agreed(said, second, sure)
	if contested {
		text, doubt = withCommas(bestGuess(said, second, sure)), theyDiffer(said, second)
	}
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
// said one thing and the shapes, clear ones, are the same, or when it did so the
// last time and the shapes are certain; else a guess is all there is.
func agreed(said []string, shapes string, sure clarity) (text, doubt string) {
	if !allSay(said, shapes) {
		said, shapes = pointed(said), decimalPoint(shapes)
	}
	said = corrected(said, shapes, sure)
	if shapes == "" || !allSay(said, shapes) {
		return bestGuess(said, shapes, sure), theyDiffer(said, shapes)
	}
	if sure == vague {
		doubt = "扫描件上这一格的字形不清楚"
	}
	if grouped := withCommas(shapes); grouped != shapes {
		return grouped, "扫描件上这一格的逗号和小数点分不清"
	}
	return shapes, doubt
}

func theyDiffer(said []string, shapes string) string {
	return fmt.Sprintf("扫描件上这一格几次识别不同（%s、%s）", or(strings.Join(said, "、")), or(shapes))
}

// points are a number with more than one point.
var points = regexp.MustCompile(`^([+-]?[0-9]{1,3}(?:[.,][0-9]{3})+)(\.[0-9]{1,2})$`)

// withCommas makes commas of the points before three digits where another follows: on
// a fax the tail of a comma is lost, and 2,638.42 is read as 2.638.42.
func withCommas(text string) string {
	parts := points.FindStringSubmatch(text)
	if parts == nil {
		return text
	}
	return strings.ReplaceAll(parts[1], ".", ",") + parts[2]
}

// printedNumber is what a number looks like in the cells of the form.
var printedNumber = regexp.MustCompile(`^[+-]?[0-9]+([.,][0-9]+)*$`)

// bestGuess is which of different readings is shown: that of certain shapes where
// they are as many as were read; else what two readings say; else the shapes where
// they make a number, unless they are vague and the recogniser saw as many signs: it
// overlooks broken digits.
func bestGuess(said []string, shapes string, sure clarity) string {
	number := printedNumber.MatchString(shapes)
	if sure == certain && len(shapes) == len(said[0]) && !strings.ContainsAny(shapes, ".,?+-/") {
		return shapes
	}
	if text := mostSay(append(slices.Clone(said), shapes)); text != "" {
		return text
	}
	if number && (sure > vague || len(said) > 1 || len(shapes) > len(said[0])) {
		return shapes
	}
	return cmp.Or(append(slices.Clone(said), shapes)...)
}

// mostSay is what most readings say, two at least, the longest of equals: digits are
// overlooked more often than imagined.
func mostSay(readings []string) string {
	best, most := "", 1
	for _, text := range readings {
		votes := 0
		for _, other := range readings {
			if other == text && text != "" {
				votes++
			}
		}
		if votes > most || votes == most && best != "" && len(text) > len(best) {
			best, most = text, votes
		}
	}
	return best
}

// corrected leaves out what the recogniser said first of a whole sheet of numbers
// when, asked again, it says what the shapes say: of certain shapes whatever it
// was, a 3 of 楷体 is said to be an 8; of clear ones where it overlooked digits
// at the ends.
func corrected(said []string, shapes string, sure clarity) []string {
	last := said[len(said)-1]
	if last != shapes || sure == vague {
		return said
	}
	return slices.DeleteFunc(slices.Clone(said), func(s string) bool {
		return s != last && (sure == certain || strings.Contains(last, s))
	})
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
