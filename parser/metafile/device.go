package metafile

import (
	"math"

	"gouji/parser/document"
	"gouji/parser/pdf/ink"
)

// device is what a metafile is played on.
type device struct {
	width, height float64    // of the page, points
	toPage        ink.Matrix // from its pixels to points
	millimetre    float64    // pixels

	deviceContext
	saved   []deviceContext
	objects map[int]any // pens, brushes and fonts by their handles

	ink    *ink.Drawing
	glyphs []ink.Glyph
	pieces uint64
	covers []cover
	path   []ink.Outline
	inPath bool

	bitmap                   []byte
	bitmapPixels             int
	records, points          int
	cut, foreign, plus, full bool
}

// deviceContext is what a metafile may save and restore.
type deviceContext struct {
	world                ink.Matrix
	mode                 int
	windowAt, viewportAt ink.Point
	window, viewport     ink.Point // extents
	pen                  pen
	brush                brush
	font                 font
	align                int
	colour, back         uint32
	at                   ink.Point     // where the pen stands, in the file's units
	clip                 *document.Box // points; nil for none
}

// pen draws lines; its width is in the file's units.
type pen struct {
	width float64
	none  bool // or white
}

// brush fills areas.
type brush struct{ white, none bool }

// The ways of mapping, [MS-EMF] 2.1.21.
const (
	modeText        = 1
	modeTwips       = 6
	modeIsotropic   = 7
	modeAnisotropic = 8
)

const white = 0xFFFFFF

func newDevice() *device {
	return &device{objects: map[int]any{}, deviceContext: deviceContext{
		world: ink.Identity, mode: modeText, window: ink.Point{X: 1, Y: 1}, viewport: ink.Point{X: 1, Y: 1},
		back: white, brush: brush{white: true}, font: font{em: usualFont},
	}}
}

// open begins a page of the size in points.
func (d *device) open(width, height float64) {
	d.width, d.height = width, height
	d.ink = ink.NewDrawing(width, height)
}

func (d *device) exceeded() bool {
	return d.full || d.records > mostRecords || len(d.glyphs) > mostGlyphs || d.points > mostPoints
}

// shown maps the file's units to the page.
func (d *device) shown() ink.Matrix { return d.world.Then(d.mapping()).Then(d.toPage) }

// mapping maps the units of the page space to pixels.
func (d *device) mapping() ink.Matrix {
	x, y := 1.0, 1.0
	switch {
	case d.mode > modeText && d.mode <= modeTwips:
		x = d.millimetre * [...]float64{0.1, 0.01, 0.254, 0.0254, 25.4 / 1440}[d.mode-2]
		y = -x
	case d.mode == modeIsotropic:
		x, y = share(d.viewport.X, d.window.X), share(d.viewport.Y, d.window.Y)
		least := min(math.Abs(x), math.Abs(y))
		x, y = math.Copysign(least, x), math.Copysign(least, y)
	case d.mode == modeAnisotropic:
		x, y = share(d.viewport.X, d.window.X), share(d.viewport.Y, d.window.Y)
	}
	return ink.Matrix{x, 0, 0, y, d.viewportAt.X - x*d.windowAt.X, d.viewportAt.Y - y*d.windowAt.Y}
}

func share(of, whole float64) float64 {
	if whole == 0 {
		return 1
	}
	return of / whole
}

// deepest is how many contexts are saved at a time.
const deepest = 1000

func (d *device) save() {
	if len(d.saved) < deepest {
		d.saved = append(d.saved, d.deviceContext)
	}
}

// restore goes back to a saved context: the last for -1, the one of a number from 1.
func (d *device) restore(which int) {
	if which < 0 {
		which = len(d.saved) + 1 + which
	}
	if which < 1 || which > len(d.saved) {
		return
	}
	d.deviceContext = d.saved[which-1]
	d.saved = d.saved[:which-1]
}

// use takes an object into use.
func (d *device) use(object any) {
	switch o := object.(type) {
	case pen:
		d.pen = o
	case brush:
		d.brush = o
	case font:
		d.font = o
	}
}

// stock are the objects that every device has, [MS-EMF] 2.1.31.
func stock(number uint32) any {
	switch number {
	case 0:
		return brush{white: true}
	case 1, 2, 3, 4:
		return brush{}
	case 5:
		return brush{none: true}
	case 7:
		return pen{}
	case 6, 8:
		return pen{none: true}
	}
	return font{em: usualFont}
}

func penOf(style int, width float64, colour uint32) pen {
	const kind, null = 0xF, 5
	return pen{width: width, none: style&kind == null || colour&white == white}
}

func brushOf(style int, colour uint32) brush {
	const null = 1
	return brush{none: style == null, white: style == 0 && colour&white == white}
}

// narrow cuts the clip down to a box, or sets it.
func (d *device) narrow(box document.Box, replace bool) {
	if d.clip != nil && !replace {
		box = document.Box{X0: max(box.X0, d.clip.X0), Y0: max(box.Y0, d.clip.Y0), X1: min(box.X1, d.clip.X1), Y1: min(box.Y1, d.clip.Y1)}
	}
	d.clip = &box
}
