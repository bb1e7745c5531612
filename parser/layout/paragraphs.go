package layout

import (
	"cmp"
	"regexp"
	"strings"

	"gouji/parser/document"
)

// paragraphs joins the lines of a page that the layout broke. margins are the
// text's, so that a short line tells where its author ended it.
type paragraphs struct {
	t           Tolerances
	left, right float64 // margins of the page's prose
	body        float64 // its size
	leading     float64 // usual distance from line to line
}

// newParagraphs measures the prose of all pages of one width: a page that
// holds two lines has no margins of its own.
func newParagraphs(pages []Stage, width float64, t Tolerances) paragraphs {
	p := paragraphs{t: t, left: width, body: bodySize(pages)}
	var gaps []float64
	for _, page := range pages {
		if page.Page.Width != width {
			continue
		}
		for i, l := range page.Prose {
			if abs(l.Size-p.body) > 1 {
				continue
			}
			p.left, p.right = min(p.left, l.Box.X0), max(p.right, l.Box.X1)
			if i > 0 && page.Prose[i-1].Box.Y0 < l.Box.Y0 {
				gaps = append(gaps, l.Box.Y0-page.Prose[i-1].Box.Y0)
			}
		}
	}
	p.leading = cmp.Or(lowQuartile(gaps), 1.5*p.body)
	return p
}

// bodySize is the size of most of the prose, weighed by its length.
func bodySize(pages []Stage) float64 {
	weight := map[float64]int{}
	best := 0.0
	for _, page := range pages {
		for _, l := range page.Prose {
			weight[l.Size] += len(l.Glyphs)
			if w := weight[l.Size]; w > weight[best] || w == weight[best] && l.Size > best {
				best = l.Size
			}
		}
	}
	return best
}

func lowQuartile(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	median(values) // sorts
	return values[len(values)/4]
}

// opensItem is how a numbered item begins: 一、 （一） 1. 第一条.
var opensItem = regexp.MustCompile(`^\s*([一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、][^\d])`)

// breaks reports whether below opens a paragraph of its own after above. On a
// new page the distance between the two says nothing.
func (p *paragraphs) breaks(above, below Line, samePage bool) bool {
	em := max(p.body, 1)
	switch {
	case max(above.Size, below.Size) > p.t.Size*min(above.Size, below.Size):
		return true
	case p.centredTitle(above, below):
		return false
	case samePage && below.Box.Y0-above.Box.Y0 > p.t.Leading*max(p.leading, above.Box.Height()):
		return true
	case above.Box.X1 < p.right-p.t.FullLine*em:
		return true
	case below.Box.X0 > p.left+p.t.Indent*em:
		return true
	}
	return opensItem.MatchString(below.Text) && endsSentence(above.Text)
}

// centredTitle reports whether the two are lines of one large centred title.
func (p *paragraphs) centredTitle(above, below Line) bool {
	if above.Size < p.t.Size*p.body || abs(above.Size-below.Size) > 0.5 {
		return false
	}
	ax, _ := above.Box.Center()
	bx, _ := below.Box.Center()
	centre := (p.left + p.right) / 2
	return abs(ax-bx) < p.body && abs(ax-centre) < 2*p.body && below.Box.Y0-above.Box.Y0 < 2.5*above.Box.Height()
}

func endsSentence(s string) bool {
	s = strings.TrimSpace(s)
	for _, end := range []string{"。", "；", "：", "！", "？", ".", ";", ":"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// paragraph is a paragraph in the making. Its place is on the page where it
// begins.
type paragraph struct {
	lines    []Line
	where    document.Place
	lastPage int
}

func newParagraph(s *Stage, l Line) *paragraph {
	p := &paragraph{where: document.Place{Page: s.Page.Number}}
	p.add(s, l)
	return p
}

func (p *paragraph) add(s *Stage, l Line) {
	p.lines = append(p.lines, l)
	p.lastPage = s.Page.Number
	if p.lastPage == p.where.Page {
		p.where.Box = p.where.Box.Union(s.frame.out(l.Box))
	}
}

func (p *paragraph) finish() *document.Paragraph {
	var text, raw strings.Builder
	for i, l := range p.lines {
		if i > 0 && latinSeam(p.lines[i-1].Text, l.Text) {
			text.WriteByte(' ')
			raw.WriteByte(' ')
		}
		text.WriteString(l.Text)
		raw.WriteString(cmp.Or(l.Raw, l.Text))
	}
	done := &document.Paragraph{Text: text.String(), Unsure: p.unsure(), Where: p.where}
	if raw.String() != done.Text {
		done.Raw = raw.String()
	}
	return done
}

// sureFrom is the confidence from which a recogniser is sure of a character. Of
// Tesseract's, 0.99 and more is usual; characters that it does not know at all, 岫 and
// 霁, it reads as others with up to 0.986.
const sureFrom = 0.987

// unsure are the characters that a recogniser was not sure of, each once.
func (p *paragraph) unsure() string {
	list := ""
	for _, l := range p.lines {
		for _, g := range l.Glyphs {
			if g.Confidence > 0 && g.Confidence < sureFrom && !strings.ContainsRune(list, g.Rune) {
				list += string(g.Rune)
			}
		}
	}
	return list
}

// latinSeam reports whether two Latin words meet at a line's end. Digits do
// not count: a number broken by a line's end is one number.
func latinSeam(above, below string) bool {
	return above != "" && below != "" && isLetter(above[len(above)-1]) && isLetter(below[0])
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
