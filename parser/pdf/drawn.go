package pdf

import (
	"image"
	"math"
	"slices"

	"gouji/parser/document"
)

// A font says what its glyphs mean apart from how they look, so a file can say 3
// where the page shows 8: by a fault of a program that makes subsets of fonts, or
// against copying. Nothing but looking at the glyph can tell. So a picture of every
// digit of every font is drawn once and handed to a judge.

// Judge looks at a picture of one digit, upright and dark on light, parts of its
// neighbours at the sides perhaps, and says
// why it may not be the one that the file says; empty when it may well be.
type Judge func(said rune, picture *image.Gray) (doubt string)

// look is a way that a font draws a digit. It may draw two glyphs that both say 3;
// these mostly differ in size.
type look struct {
	font          face
	said          rune
	width, height int16 // of its ink, in hundredths of the font's size
}

// face is a font that the file brings. PDFium's handle of a font may become that
// of another when a page is closed, as the page's own does, so it tells fonts of one
// page only.
type face struct {
	name   string
	bytes  uint32 // of its program
	handle uint64 // of a font that has no name or no program, such as Type 3
	page   int    // number of the one that shows that font
}

// digit is a glyph whose look is to be judged.
type digit struct {
	look
	index  int          // of the glyph on the page
	object uint64       // that draws it
	ink    document.Box // in the object's space, y upwards: Y1 is its top
	size   float64      // of the font there
	angle  float64      // of the text there, in degrees anticlockwise
}

// note remembers the digit that is the next glyph, where there is a judge.
func (t *text) note(said rune, i uint64) {
	if t.judge == nil || said < '0' || said > '9' {
		return
	}
	font, embedded := t.font()
	if !embedded || !t.yes("FPDFText_GetCharBox", t.page, i, t.at(0), t.at(2), t.at(4), t.at(6)) {
		return
	}
	box := document.Box{X0: t.double(0), X1: t.double(2), Y0: t.double(4), Y1: t.double(6)}
	user := t.object.user
	d := digit{index: len(t.glyphs), object: t.object.handle, ink: box, size: math.Hypot(user[2], user[3]), angle: user.Angle()}
	d.look = look{font, said, hundredths(box.Width() / d.size), hundredths(box.Height() / d.size)}
	t.digits = append(t.digits, d)
}

func hundredths(x float64) int16 { return int16(max(-1e4, min(1e4, math.Round(100*x)))) }

// font is the font of the text object if the file brings its glyphs: one that is
// not embedded looks as whoever shows the file likes.
func (t *text) font() (font face, embedded bool) {
	if t.object.asked {
		return t.object.font, t.object.font != face{}
	}
	t.object.asked = true
	handle := t.call("FPDFTextObj_GetFont", t.object.handle)
	font, known := t.fonts[handle]
	if !known && handle != 0 && t.yes("FPDFFont_GetIsEmbedded", handle) {
		font = t.faceOf(handle)
	}
	t.fonts[handle], t.object.font = font, font
	return font, font != face{}
}

func (t *text) faceOf(handle uint64) face {
	const most = 64 // bytes of scratch memory, the name's end included
	name := ""
	if length := t.call("FPDFFont_GetBaseFontName", handle, t.at(0), most); length > 1 && length <= most {
		bytes, _ := t.module.Memory().Read(t.scratch, uint32(length-1))
		name = string(bytes)
	}
	if t.yes("FPDFFont_GetFontData", handle, 0, 0, t.at(0)) && name != "" && t.word(0) > 0 {
		return face{name: name, bytes: t.word(0)}
	}
	return face{name: name, handle: handle, page: t.number}
}

// judgeDigits marks the digits that do not look as the file says, and all others
// of their font: what lies about one digit is believed about none.
func (t *text) judgeDigits(page uint64) {
	for _, d := range t.digits {
		if t.looks[d.look] {
			continue
		}
		t.looks[d.look] = true
		if picture := t.portrait(page, d); picture != nil {
			if doubt := t.judge(d.said, picture); doubt != "" && t.liars[d.font] == "" {
				t.liars[d.font] = doubt
			}
		}
	}
	for _, d := range t.digits {
		if g := &t.glyphs[d.index]; g.Doubt == "" {
			g.Doubt = t.liars[d.font]
		}
	}
}

// ManyDigits a font must draw to be one that figures are set in: the marks of a list
// and other ornaments pass for one digit or two.
const ManyDigits = 3

// lie says what a font that figures are set in draws otherwise; empty when all
// such fonts are honest. Who draws digits otherwise may do so with any sign.
func (r *reading) lie() string {
	said := map[face]map[rune]bool{}
	for l := range r.looks {
		if said[l.font] == nil {
			said[l.font] = map[rune]bool{}
		}
		said[l.font][l.said] = true
	}
	lies := []string{""}
	for font, doubt := range r.liars {
		if len(said[font]) >= ManyDigits {
			lies = append(lies, doubt)
		}
	}
	return slices.Max(lies)
}

const (
	em   = 40 // pixels to the font's size that digits are drawn with
	room = 2  // pixels around the ink, so that its ground shows
)

// portrait draws a digit by itself; nil when it does not lie where its object is
// drawn, as happens inside of forms, or runs aslant.
func (t *text) portrait(page uint64, d digit) *image.Gray {
	if !t.yes("FPDFPageObj_GetBounds", d.object, t.at(0), t.at(1), t.at(2), t.at(3)) {
		return nil
	}
	left, top := t.float(0), t.float(3)
	scale := em / d.size
	part := image.Rect(
		int(math.Floor((d.ink.X0-left)*scale)), int(math.Floor((top-d.ink.Y1)*scale)),
		int(math.Ceil((d.ink.X1-left)*scale)), int(math.Ceil((top-d.ink.Y0)*scale))).Inset(-room)
	picture := t.drawObject(page, d.object, scale, part)
	if picture == nil {
		return nil
	}
	return upright(picture, d.angle)
}

// drawObject draws a part of a text object, dark on light whatever its colour;
// nil when the part is none of it.
func (t *text) drawObject(page, object uint64, scale float64, part image.Rectangle) *image.Gray {
	const perPixel, opacity = 4, 3
	bitmap := t.call("FPDFTextObj_GetRenderedBitmap", t.handle, page, object, uint64(math.Float32bits(float32(scale))))
	if bitmap == 0 {
		return nil
	}
	defer t.call("FPDFBitmap_Destroy", bitmap)
	whole := image.Rect(0, 0, t.count("FPDFBitmap_GetWidth", bitmap), t.count("FPDFBitmap_GetHeight", bitmap))
	stride := t.count("FPDFBitmap_GetStride", bitmap)
	view, ok := t.module.Memory().Read(uint32(t.call("FPDFBitmap_GetBuffer", bitmap)), uint32(whole.Dy()*stride))
	if !ok || !part.Inset(2*room).In(whole) || stride < perPixel*whole.Dx() {
		return nil
	}
	return sampled(part.Dx(), part.Dy(), func(x, y int) uint8 {
		at := part.Min.Add(image.Pt(x, y))
		if !at.In(whole) {
			return 0xFF
		}
		return 0xFF - view[at.Y*stride+perPixel*at.X+opacity]
	})
}

// upright turns the picture of a glyph whose text runs in a direction, in degrees
// anticlockwise; nil for one that is not along the page's edges.
func upright(p *image.Gray, angle float64) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	at := func(x, y int) uint8 { return p.Pix[y*p.Stride+x] }
	switch angle {
	case 0:
		return p
	case 90:
		return sampled(h, w, func(x, y int) uint8 { return at(y, h-1-x) })
	case 180:
		return sampled(w, h, func(x, y int) uint8 { return at(w-1-x, h-1-y) })
	case 270:
		return sampled(h, w, func(x, y int) uint8 { return at(w-1-y, x) })
	}
	return nil
}

func sampled(w, h int, tone func(x, y int) uint8) *image.Gray {
	t := image.NewGray(image.Rect(0, 0, max(w, 0), max(h, 0)))
	for i := range t.Pix {
		t.Pix[i] = tone(i%w, i/w)
	}
	return t
}
