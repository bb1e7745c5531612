package ofd

import (
	"bytes"
	"cmp"
	"errors"
	"image"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"gouji/parser/pdf"
)

// An OFD says what a text means in TextCode and how it looks by the glyphs of a font
// that it brings, told by CGTransform or by the font's own table of characters. The
// two may differ, so every digit of every such font is drawn once and looked at, as
// package pdf does it.

// typefaces are the fonts of a file, by their parts.
type typefaces struct {
	*archive
	judge pdf.Judge
	known map[string]*typeface
}

// typeface is a font that the file brings.
type typeface struct {
	font   *sfnt.Font // nil for one that cannot be opened
	source *rationed
	buffer sfnt.Buffer
	looks  map[drawnDigit]bool // those that were judged
	lie    string              // why its digits are not believed; empty while they are
}

// drawnDigit is a digit and the glyph that stands for it.
type drawnDigit struct {
	said  rune
	glyph sfnt.GlyphIndex
}

// Bounds of the work on fonts.
const (
	mostFonts = 64 // that are opened; reports have some ten
	// mostLooks of the ten digits of a font: one that is drawn in two sizes or
	// from two subsets has twenty.
	mostLooks = 40
	// openRation and glyphRation are how many bytes may be read to open a font, of
	// which Chinese ones have 20 MB, and for one glyph, whose outline has some 200:
	// parts of glyphs may be parts of others, and make billions of a few.
	openRation, glyphRation = 32 << 20, 64 << 10
)

// rationed is the data of a font, of which only so much can be read.
type rationed struct {
	bytes.Reader
	left int
}

var errRation = errors.New("the font takes too much reading")

// ReadAt implements io.ReaderAt.
func (r *rationed) ReadAt(p []byte, at int64) (int, error) {
	const each = 16 // bytes that a reading counts for at least, in work
	if r.left -= len(p) + each; r.left < 0 {
		return 0, errRation
	}
	return r.Reader.ReadAt(p, at)
}

// of is the font of a part; nil when there is none to look at.
func (t *typefaces) of(part string) *typeface {
	if t == nil || t.judge == nil || part == "" {
		return nil
	}
	face, known := t.known[part]
	if !known && len(t.known) < mostFonts {
		face = &typeface{looks: map[drawnDigit]bool{}}
		if data, err := t.Bytes(part); err == nil {
			face.open(data)
		}
		t.known[part] = face
	}
	if face == nil || face.font == nil {
		return nil
	}
	return face
}

// open opens the font of the data if it is TrueType or OpenType. The reader of fonts
// is not made for hostile input: one that panics has met a damaged font.
func (f *typeface) open(data []byte) {
	defer func() {
		if recover() != nil {
			f.font = nil
		}
	}()
	f.source = &rationed{left: openRation}
	f.source.Reset(data)
	if font, err := sfnt.ParseReaderAt(f.source); err == nil {
		f.font = font
	}
}

// tooMany is why a font's digits are not believed that has a look for each of them.
const tooMany = "字体里的数字有太多种画法，不能一一辨认，文字和页面上看到的可能不一样"

// look judges a digit unless that was done; glyph is -1 where the file leaves it to
// the font's table of characters.
func (t *typefaces) look(face *typeface, said rune, glyph int) {
	face.source.left = glyphRation
	d := drawnDigit{said, face.glyphOf(said, glyph)}
	switch {
	case face.looks[d] || t.ctx.Err() != nil:
		return
	case len(face.looks) == mostLooks:
		face.lie = cmp.Or(face.lie, tooMany)
		return
	}
	face.looks[d] = true
	if picture := face.portrait(d.glyph); picture != nil {
		if doubt := t.judge(said, picture); doubt != "" && face.lie == "" {
			face.lie = doubt
		}
	}
}

func (f *typeface) glyphOf(said rune, glyph int) sfnt.GlyphIndex {
	if glyph >= 0 {
		return sfnt.GlyphIndex(min(glyph, math.MaxUint16))
	}
	defer func() { _ = recover() }() // as in open
	index, _ := f.font.GlyphIndex(&f.buffer, said)
	return index // 0, the missing glyph, on an error
}

const (
	em   = 40 // pixels to the font's size that digits are drawn with
	room = 2  // pixels around the ink, so that its ground shows
	// largestGlyph, pixels, is far more than any digit has.
	largestGlyph = 4 * em
)

// portrait draws a glyph dark on light; nil for one that cannot be drawn or leaves no
// ink: 0, the sign for a missing glyph, is no glyph of the font's either.
func (f *typeface) portrait(glyph sfnt.GlyphIndex) (picture *image.Gray) {
	defer func() {
		if recover() != nil {
			picture = nil
		}
	}()
	if glyph == 0 {
		return nil
	}
	segments, err := f.font.LoadGlyph(&f.buffer, glyph, fixed.I(em), nil)
	if err != nil || len(segments) == 0 {
		return nil
	}
	bounds := segments.Bounds()
	box := image.Rect(bounds.Min.X.Floor(), bounds.Min.Y.Floor(), bounds.Max.X.Ceil(), bounds.Max.Y.Ceil()).Inset(-room)
	if box.Dx() > largestGlyph || box.Dy() > largestGlyph {
		return nil
	}
	return filled(segments, box)
}

func filled(segments sfnt.Segments, box image.Rectangle) *image.Gray {
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(p fixed.Point26_6) (x, y float32) {
		const unit = 64
		return float32(p.X)/unit - float32(box.Min.X), float32(p.Y)/unit - float32(box.Min.Y)
	}
	for _, s := range segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			r.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			r.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			r.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			r.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	ink := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	r.Draw(ink, ink.Rect, image.Opaque, image.Point{})
	picture := image.NewGray(ink.Rect)
	for i, opacity := range ink.Pix {
		picture.Pix[i] = 0xFF - opacity
	}
	return picture
}

// lie says what a font that figures are set in draws otherwise; empty when all such
// fonts are honest. Who draws digits otherwise may do so with any sign.
func (t *typefaces) lie() string {
	lies := []string{""}
	for _, face := range t.known {
		said := map[rune]bool{}
		for d := range face.looks {
			said[d.said] = true
		}
		if len(said) >= pdf.ManyDigits {
			lies = append(lies, face.lie)
		}
	}
	return slices.Max(lies)
}

// transforms are the glyphs that a text object gives for characters, by the place of
// the character in the object. Where several make one, none is known.
func transforms(object *node) map[int]int {
	const most = 100_000 // characters of an object
	glyphs := map[int]int{}
	for _, n := range object.Kids() {
		if n.Name != "CGTransform" {
			continue
		}
		from, _ := strconv.Atoi(n.Attribute("CodePosition"))
		ids := strings.Fields(n.Find("Glyphs").Text())
		if count := first(n.Attribute("CodeCount"), 1); int(count) != len(ids) || from < 0 {
			continue
		}
		for i, id := range ids {
			if glyph, err := strconv.Atoi(id); err == nil && glyph >= 0 && len(glyphs) < most {
				glyphs[from+i] = glyph
			}
		}
	}
	return glyphs
}
