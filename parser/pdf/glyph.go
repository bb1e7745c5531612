package pdf

import (
	"math"
	"slices"
	"unicode"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

// style is what the glyphs of one piece of text share.
type style struct {
	handle uint64
	shown  ink.Matrix // glyph space, scaled to the font size, to the displayed page
	size   float64
	angle  float64
	hidden bool
	white  bool       // filled in white: on white paper nobody sees it
	user   ink.Matrix // glyph space to user space
	asked  bool       // the font was asked for
	font   face       // see text.font
}

// text is the walk over one page's characters.
type text struct {
	*reading
	number int    // of the page
	page   uint64 // PDFium's text page
	shown  ink.Matrix
	bounds document.Box
	object style // of the character before
	glyphs []ink.Glyph
	layer  []layout.Glyph
	taken  map[uint64]bool // text objects of which PDFium gave characters
	digits []digit         // glyphs whose looks are to be judged
	fonts  map[uint64]face // of the page
}

// readGlyphs adds the page's visible glyphs, line by line as PDFium finds them.
//
// PDFium leaves out a text object that looks like a repetition of one before,
// and its notion of that is wide. So what it left out is read again without
// what it took, and once judges what is a repetition.
func (r *reading) readGlyphs(page uint64, objects []uint64, shown ink.Matrix, to *layout.Page) {
	t := &text{reading: r, number: to.Number, shown: shown, bounds: document.Box{X1: to.Width, Y1: to.Height}, taken: map[uint64]bool{}, fonts: map[uint64]face{}}
	const passes = 4
	for range passes {
		t.pass(page)
		left := 0
		for _, object := range objects {
			if !t.taken[object] {
				left++
			}
		}
		if left == 0 || left == len(objects) || r.err != nil {
			break
		}
		for object := range t.taken {
			r.call("FPDFPageObj_SetIsActive", object, 0)
		}
		objects = slices.DeleteFunc(slices.Clone(objects), func(o uint64) bool { return t.taken[o] })
	}
	t.judgeDigits(page)
	to.Glyphs, to.Layer = ink.Once(ink.Spread(t.glyphs)), t.layer
}

// pass reads the characters of all active text objects.
func (t *text) pass(page uint64) {
	if t.page = t.call("FPDFText_LoadPage", page); t.page == 0 {
		return
	}
	defer t.call("FPDFText_ClosePage", t.page)
	count := t.count("FPDFText_CountChars", t.page)
	t.reading.glyphs += count
	for i := 0; i < count && !t.full() && t.err == nil; i++ {
		t.read(uint64(i))
	}
}

// read adds the i-th character if it is a visible glyph.
func (t *text) read(i uint64) {
	object := t.call("FPDFText_GetTextObject", t.page, i)
	if object != t.object.handle {
		t.taken[object] = true
	}
	raw := rune(t.call("FPDFText_GetUnicode", t.page, i))
	if ink.Blank(raw) {
		return
	}
	t.enter(object, i)
	box, ok := t.box(raw, i)
	if !ok || !ink.Overlap(box, t.bounds) {
		t.content.Hidden++
		return
	}
	if t.object.hidden {
		t.content.Hidden++
		if t.object.size >= ink.SmallestSize {
			t.layer = append(t.layer, layout.Glyph{Rune: document.Ideograph(raw), Box: box, Size: t.object.size, Angle: t.object.angle})
		}
		return
	}
	glyph := layout.Glyph{Box: box, Size: t.object.size, Angle: t.object.angle}
	glyph.Rune, glyph.Raw, glyph.Doubt = t.character(raw, i)
	if t.object.white && unicode.IsDigit(glyph.Rune) {
		glyph.Doubt = ink.White
	}
	if glyph.Doubt == "" {
		t.note(glyph.Rune, i)
	}
	t.glyphs = append(t.glyphs, ink.Glyph{Glyph: glyph, Object: t.object.handle})
}

// softHyphen is what PDFium makes of a hyphen at the end of a line, so that
// the word can be joined: in a table it is a dash in a narrow cell.
const softHyphen = 2

// character tells what the glyph is, the file's code point when it differs,
// and why the two may be wrong.
func (t *text) character(raw rune, i uint64) (r, other rune, doubt string) {
	if raw == softHyphen {
		return '-', 0, ""
	}
	r, other, doubt = ink.Character(raw)
	if t.yes("FPDFText_HasUnicodeMapError", t.page, i) {
		doubt = ink.NoMapping
	}
	if doubt != "" && t.content.Outlined {
		_, t.content.Outlined = t.font()
	}
	return r, other, doubt
}

// enter reads what the i-th character's text object says, unless it is the
// object of the character before.
func (t *text) enter(handle, i uint64) {
	if handle != 0 && handle == t.object.handle {
		return
	}
	t.call("FPDFText_GetMatrix", t.page, i, t.at(0))
	user := t.matrix()
	size := math.Float64frombits(t.call("FPDFText_GetFontSize", t.page, i))
	size = finite(size)
	user = ink.Matrix{size, 0, 0, size, 0, 0}.Then(user)
	user[4], user[5] = 0, 0
	shown := user.Then(t.shown)
	t.object = style{
		handle: handle,
		user:   user,
		shown:  shown,
		size:   math.Hypot(shown[2], shown[3]),
		angle:  shown.Angle(),
	}
	t.object.hidden = t.object.size < ink.SmallestSize || t.buried[handle] || t.invisible(handle)
	_, white := t.colour("FPDFPageObj_GetFillColor", handle)
	t.object.white = !t.object.hidden && white
}

// invisible reports whether text is drawn without ink: rendering mode 3 (as
// recognisers do under a scan), 7 (only a clip), or wholly transparent.
func (t *text) invisible(object uint64) bool {
	const fill, stroke, fillStroke, unseen = 0, 1, 2, 3
	function := "FPDFPageObj_GetFillColor"
	switch mode := t.call("FPDFTextObj_GetTextRenderMode", object); mode & 3 {
	case unseen:
		return true
	case stroke:
		function = "FPDFPageObj_GetStrokeColor"
	}
	seen, _ := t.colour(function, object)
	return !seen
}

// box is the glyph's box on the displayed page: from its origin as far as it
// advances, and as high as the font.
func (t *text) box(r rune, i uint64) (document.Box, bool) {
	if !t.yes("FPDFText_GetCharOrigin", t.page, i, t.at(0), t.at(2)) {
		return document.Box{}, false
	}
	origin := ink.Point{X: t.double(0), Y: t.double(2)}
	if u := t.object.user; u[0] > 0 && u[3] > 0 && math.Abs(u[1]) < 0.01*u[0] {
		if box, ok := t.uprightBox(origin, u[3], i); ok {
			return box, true
		}
	}
	return t.turnedBox(r, origin, i)
}

// uprightBox takes the advance from PDFium's loose box, whose height is now
// the font's and now the ink's. A glyph that is written downwards hangs below
// the middle of its loose box's upper edge: it keeps that box.
func (t *text) uprightBox(origin ink.Point, size float64, i uint64) (document.Box, bool) {
	t.call("FPDFText_GetLooseCharBox", t.page, i, t.at(0))
	left, top, right, bottom := t.float(0), t.float(1), t.float(2), t.float(3)
	if right-left < 0.01*size {
		return document.Box{}, false
	}
	if left > origin.X-0.3*size {
		top, bottom = origin.Y+ink.Ascent*size, origin.Y-ink.Descent*size
	}
	return t.shown.Box(left, bottom, right, top), true
}

// turnedBox makes the box of a glyph that PDFium's loose box does not fit:
// turned text. It is as long as the glyph's ink, or one em for ideographs.
func (t *text) turnedBox(r rune, origin ink.Point, i uint64) (document.Box, bool) {
	t.call("FPDFText_GetCharBox", t.page, i, t.at(0), t.at(2), t.at(4), t.at(6))
	left, right, bottom, top := t.double(0), t.double(2), t.double(4), t.double(6)
	toUser := t.object.user
	toUser[4], toUser[5] = origin.X, origin.Y
	shape, ok := toUser.Unmap(left, bottom, right, top)
	if !ok {
		return document.Box{}, false
	}
	end := max(shape.X1, 0.1)
	if ink.Wide(r) {
		end = max(end, 1)
	}
	return toUser.Then(t.shown).Box(min(0, shape.X0), -ink.Descent, end, ink.Ascent), true
}
