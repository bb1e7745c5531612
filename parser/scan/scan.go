// Package scan reads a picture of a page: pixels go in, a layout.Page comes
// out, as if the page had been drawn by a program.
//
// The way of a page: the picture becomes grey, its red stamps white (raster.go),
// and what is dark around the sheet is no ink (surround.go);
// it is turned straight (skew.go) and made flat (bend.go); the rulings are found and erased (ruling.go);
// package layout tells the cells that they enclose; the ink left is sorted into
// lines of print (content.go); the lines are put together on sheets (strip.go)
// and recognised by Tesseract (tesseract.go), words one strip at a time (tiff.go);
// digits are read a second time by their shapes (digit.go), faint ones by those of the
// clear ones of the page (faint.go, likest.go).
//
// The bargain: a digit of a table is sure only when both readings agree. Where the
// recogniser said another thing at first, the shapes must be beyond doubt.
// A reading that the file brings (layer.go) may only make it doubtful. Nothing is
// filled in from the sums of the form.
package scan

import (
	"context"
	"image"
	"slices"
	"unicode"

	"gouji/parser/document"
	"gouji/parser/layout"
)

// DPI is the resolution, dots per inch, at which pages should be drawn to be
// read: what recognisers are trained on.
const DPI = 300

// Page reads the picture of a page of the size, in points. A page that lies on its
// side or upside down is read too; its glyphs say so by their angle.
func (t *Tesseract) Page(ctx context.Context, picture image.Image, page layout.Page) (layout.Page, error) {
	gray := enlarged(grayOf(inRGBA(picture)), page)
	read, sure, err := t.straight(gray, page).upright(ctx)
	if err != nil || sure >= legible {
		return read, err
	}
	return t.anyWayUp(ctx, gray, read, sure)
}

// straight is a page turned straight, its cells found and its print sorted into lines.
func (t *Tesseract) straight(gray *image.Gray, page layout.Page) *reader {
	dpi := float64(gray.Rect.Dx()) * 72 / page.Width
	gray, ink, pose := laidFlat(gray, dpi)
	page.Layer = pose.layer(page, dpi)
	rulings := rulingsOf(ink, dpi)
	rulings.erase(ink, gray)
	page.Rulings = rulings.points(dpi)
	r := &reader{Tesseract: t, page: page, gray: gray, dpi: dpi, cells: cellsOf(page, dpi)}
	r.lines = textLines(componentsOf(runsOf(ink)), r.cells, dpi)
	r.settle()
	return r
}

// upright reads a page as one that stands upright; sure is how sure of its characters
// the recogniser is on average, in percent.
func (r *reader) upright(ctx context.Context) (read layout.Page, sure float64, err error) {
	read = r.page
	read.Glyphs, err = r.glyphs(ctx)
	read.Pictures = nil
	doubtOtherwise(&read, r.cells, r.dpi)
	return read, r.confidence(), err
}

// CountCells counts the cells that rulings in the picture of a page enclose. It
// recognises nothing.
func CountCells(picture image.Image, page layout.Page) int {
	dpi := float64(picture.Bounds().Dx()) * 72 / page.Width
	_, ink, _ := laidFlat(grayOf(inRGBA(picture)), dpi)
	rulings := rulingsOf(ink, dpi)
	page.Rulings = rulings.points(dpi)
	return len(cellsOf(page, dpi))
}

// points are the rulings as package layout wants them.
func (l *lines) points(dpi float64) []layout.Ruling {
	var list []layout.Ruling
	for _, c := range append(append([]component{}, l.horizontal...), l.vertical...) {
		list = append(list, layout.Ruling{Box: inPoints(c.box, dpi), Source: layout.Stroke})
	}
	return list
}

func inPoints(b image.Rectangle, dpi float64) document.Box {
	scale := 72 / dpi
	return document.Box{X0: float64(b.Min.X) * scale, Y0: float64(b.Min.Y) * scale, X1: float64(b.Max.X) * scale, Y1: float64(b.Max.Y) * scale}
}

// cellsOf are the cells that the rulings enclose, in pixels.
func cellsOf(page layout.Page, dpi float64) []image.Rectangle {
	page.Glyphs = nil
	var list []image.Rectangle
	for _, stage := range layout.Stages([]layout.Page{page}, layout.DefaultTolerances) {
		for _, grid := range stage.Grids {
			for _, c := range grid.Cells {
				list = append(list, image.Rect(pixels(c.Box.X0, dpi), pixels(c.Box.Y0, dpi), pixels(c.Box.X1, dpi), pixels(c.Box.Y1, dpi)))
			}
		}
	}
	return list
}

// reader is a page on its way.
type reader struct {
	*Tesseract
	page  layout.Page // its size and rulings
	gray  *image.Gray
	dpi   float64
	cells []image.Rectangle
	lines []textLine
	clear []clearDigit // some digits of the page's cells

	legibility // of the words read so far
}

// glyphs reads what may be figures first; what then turns out to be none, or not
// clear, is read with the words.
func (r *reader) glyphs(ctx context.Context) ([]layout.Glyph, error) {
	figures, texts := r.strips()
	glyphs, rest, err := r.figures(ctx, figures)
	if err != nil {
		return nil, err
	}
	more, err := r.texts(ctx, append(rest, texts...))
	return append(glyphs, more...), err
}

// strips parts the figures from what has words: each line of a figure, all
// lines of a label and each line of prose are read as one.
func (r *reader) strips() (figures, texts []strip) {
	for i := 0; i < len(r.lines); {
		end := i + 1
		if r.lines[i].cell != prose {
			for end < len(r.lines) && r.lines[end].cell == r.lines[i].cell {
				end++
			}
		}
		s, number := strip{}, true
		for at := i; at < end; at++ {
			s.lines, s.from = append(s.lines, at), append(s.from, r.lines[at].box.Inset(-2))
			number = number && r.isFigure(&r.lines[at])
		}
		if number {
			figures = append(figures, s)
		} else {
			texts = append(texts, s)
		}
		i = end
	}
	return figures, texts
}

// isFigure reports whether a line may be a number: as narrow signs, or as digits
// of clear shapes where they touch.
func (r *reader) isFigure(l *textLine) bool {
	if l.cell == prose || l.figureLike() {
		return l.figureLike()
	}
	signs := r.parted(l)
	if len(signs) > mostDigits {
		return false
	}
	for i := range signs {
		if _, sure := r.shapes(l, signs[i:i+1]); sure == vague {
			return false
		}
	}
	return true
}

func (r *reader) texts(ctx context.Context, strips []strip) ([]layout.Glyph, error) {
	all, err := r.words(ctx, strips)
	var list []layout.Glyph
	for i, readings := range all {
		s := &strips[i]
		if r.lines[s.lines[0]].cell != prose && !r.isWords(s, readings) {
			list = append(list, r.number(s, readings)...)
			continue
		}
		r.weigh(readings)
		for _, l := range s.lines {
			list = append(list, r.spread(l, mended(readings))...)
		}
	}
	return list, err
}

// isWords reports whether a cell holds more than a number. A digit may be taken
// for a character of as few strokes: a lone one is 无, or misread.
func (r *reader) isWords(s *strip, readings []reading) bool {
	letters := 0
	for _, char := range textOf(readings, unset) {
		if char == '无' {
			return true
		}
		if unicode.IsLetter(char) {
			letters++
		}
	}
	if letters == 0 || r.counted(s) {
		return false
	}
	if r.looksLikeFigure(s) {
		least := garbled
		if s.contested {
			least = unsure
		}
		return letters > 1 && surely(readings) >= least*float64(len(readings))
	}
	_, sure := r.shapesOf(s)
	return letters > 1 || sure == vague
}

// garbled, percent: of signs that look like digits the recogniser makes characters
// that it is less sure of on average.
const garbled = 90.0

// looksLikeFigure reports whether each line of a strip may be a number.
func (r *reader) looksLikeFigure(s *strip) bool {
	return !slices.ContainsFunc(s.lines, func(i int) bool { return !r.isFigure(&r.lines[i]) })
}

// counted reports whether a strip that looks like a number was read as one, of
// as many digits as there are signs: its print is broken, and no words.
func (r *reader) counted(s *strip) bool {
	if s.contested || !r.looksLikeFigure(s) {
		return false
	}
	signs := 0
	for _, i := range s.lines {
		signs += len(r.parted(&r.lines[i]))
	}
	return len(s.said) > 0 && s.said[0] != "" && len(s.said[0]) == signs
}

// spread makes glyphs of what was read on a line, side by side and as high as
// the line: a recogniser's boxes are too rough to stand in order.
func (r *reader) spread(line int, readings []reading) []layout.Glyph {
	whole := inPoints(r.lines[line].box, r.dpi)
	text, sure := charactersOf(readings, line)
	step := whole.Width() / float64(len(text))
	var list []layout.Glyph
	for i, char := range text {
		b := whole
		b.X0 = whole.X0 + step*float64(i)
		b.X1 = b.X0 + step
		g := layout.Glyph{Rune: char, Box: b, Size: whole.Height(), Confidence: sure[i]}
		if len(text) == 1 {
			g.Doubt = "扫描件上这一格只认出一个字，可能是数字"
		}
		list = append(list, g)
	}
	return list
}

// charactersOf is what was read on a line and the confidence, 0 to 1, in each character.
func charactersOf(readings []reading, line int) (text []rune, sure []float64) {
	for _, c := range readings {
		if c.line != line {
			continue
		}
		for _, char := range c.text {
			text, sure = append(text, char), append(sure, max(c.sure/100, LeastConfidence))
		}
	}
	return text, sure
}
