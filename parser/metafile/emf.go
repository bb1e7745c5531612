package metafile

import (
	"gouji/parser/document"
	"gouji/parser/pdf/ink"
)

// The records that matter, [MS-EMF] 2.1.1.
const (
	emrHeader               = 1
	emrPolyBezier           = 2
	emrPolygon              = 3
	emrPolyline             = 4
	emrPolyBezierTo         = 5
	emrPolylineTo           = 6
	emrPolyPolyline         = 7
	emrPolyPolygon          = 8
	emrSetWindowExt         = 9
	emrSetWindowOrg         = 10
	emrSetViewportExt       = 11
	emrSetViewportOrg       = 12
	emrEOF                  = 14
	emrSetMapMode           = 17
	emrSetTextAlign         = 22
	emrSetTextColour        = 24
	emrSetBackColour        = 25
	emrMoveTo               = 27
	emrIntersectClip        = 30
	emrSaveDC               = 33
	emrRestoreDC            = 34
	emrSetWorld             = 35
	emrModifyWorld          = 36
	emrSelectObject         = 37
	emrCreatePen            = 38
	emrCreateBrush          = 39
	emrDeleteObject         = 40
	emrRectangle            = 43
	emrLineTo               = 54
	emrBeginPath            = 59
	emrEndPath              = 60
	emrCloseFigure          = 61
	emrFillPath             = 62
	emrStrokeAndFillPath    = 63
	emrStrokePath           = 64
	emrSelectClipPath       = 67
	emrAbortPath            = 68
	emrComment              = 70
	emrFillRegion           = 71
	emrSelectClipRegion     = 75
	emrBitBlt               = 76
	emrStretchBlt           = 77
	emrSetDIBitsToDevice    = 80
	emrStretchDIBits        = 81
	emrCreateFont           = 82
	emrExtTextOutA          = 83
	emrExtTextOutW          = 84
	emrPolyBezier16         = 85
	emrPolygon16            = 86
	emrPolyline16           = 87
	emrPolyBezierTo16       = 88
	emrPolylineTo16         = 89
	emrPolyPolyline16       = 90
	emrPolyPolygon16        = 91
	emrCreateMonoBrush      = 93
	emrCreateDIBBrush       = 94
	emrExtCreatePen         = 95
	emrPolyTextOutA         = 96
	emrPolyTextOutW         = 97
	emrSmallTextOut         = 108
	emrLast                 = 122
	firstShort, shortToWide = emrPolyBezier16, emrPolyBezier16 - emrPolyBezier // numbers of two bytes
)

// playEMF plays a file record by record, up to where it is damaged.
func playEMF(data []byte) *device {
	d := newDevice()
	d.frame(reader{data})
	for at := 0; ; d.records++ {
		b := reader{data}
		kind, size := b.u32(at), b.i32(at+4)
		switch {
		case size < 8 || size > len(data)-at || kind > emrLast:
			d.cut = true
			return d
		case kind == emrEOF || d.exceeded():
			return d
		}
		d.play(int(kind), reader{data[at : at+size]})
		at += size
	}
}

// frame reads of the header how large the picture is, and its pixels, [MS-EMF] 2.3.4.2.
func (d *device) frame(b reader) {
	const bounds, frame, pixels, millimetres = 8, 24, 72, 80
	const point = 72 / 25.4 // of a millimetre
	device, size := b.point(pixels, true), b.point(millimetres, true)
	x, y := share(device.X, size.X), share(device.Y, size.Y)
	if x <= 0 || y <= 0 {
		x, y = 1/(25.4/96), 1/(25.4/96)
	}
	box := ink.Around(b.points(frame, 2, true)...)
	left, top, width, height := box.X0/100, box.Y0/100, box.Width()/100, box.Height()/100
	if width <= 0 || height <= 0 {
		inner := ink.Around(b.points(bounds, 2, true)...)
		left, top, width, height = inner.X0/x, inner.Y0/y, inner.Width()/x, inner.Height()/y
	}
	d.millimetre = x
	d.toPage = ink.Matrix{point / x, 0, 0, point / y, -left * point, -top * point}
	d.open(width*point, height*point)
}

func (d *device) play(kind int, b reader) {
	if !d.playState(kind, b) && !d.playObject(kind, b) && !d.playPath(kind, b) && !d.playLine(kind, b) && !d.playPixels(kind, b) {
		d.playText(kind, b)
	}
}

// playState follows what changes the context, [MS-EMF] 2.3.11 and 2.3.12.
func (d *device) playState(kind int, b reader) bool {
	switch kind {
	case emrSetWindowExt:
		d.window = b.point(8, true)
	case emrSetWindowOrg:
		d.windowAt = b.point(8, true)
	case emrSetViewportExt:
		d.viewport = b.point(8, true)
	case emrSetViewportOrg:
		d.viewportAt = b.point(8, true)
	case emrSetMapMode:
		d.mode = b.i32(8)
	case emrSetTextAlign:
		d.align = b.i32(8)
	case emrSetTextColour:
		d.colour = b.u32(8)
	case emrSetBackColour:
		d.back = b.u32(8)
	case emrSaveDC:
		d.save()
	case emrRestoreDC:
		d.restore(b.i32(8))
	case emrSetWorld:
		d.world = b.matrix(8)
	case emrModifyWorld:
		d.modifyWorld(b.matrix(8), b.u32(32))
	case emrIntersectClip:
		d.clipTo(b.rect(8))
	case emrSelectClipRegion:
		d.clipRegion(b)
	default:
		return false
	}
	return true
}

func (b reader) matrix(at int) (m ink.Matrix) {
	for i := range m {
		m[i] = b.f32(at + 4*i)
	}
	return m
}

func (d *device) modifyWorld(m ink.Matrix, how uint32) {
	const identity, left, right, set = 1, 2, 3, 4
	switch how {
	case identity:
		d.world = ink.Identity
	case left:
		d.world = m.Then(d.world)
	case right:
		d.world = d.world.Then(m)
	case set:
		d.world = m
	}
}

func (d *device) clipTo(corners [2]ink.Point) {
	m := d.shown()
	d.narrow(ink.Around(m.Apply(corners[0]), m.Apply(corners[1])), false)
}

// clipRegion takes the bounds of a region for it, in pixels, [MS-EMF] 2.3.2.2. One that
// adds to the clip, or takes a part out of it, leaves it open.
func (d *device) clipRegion(b reader) {
	const size, mode, region, bounds = 8, 12, 16, 16
	const and, replace = 1, 5
	how := b.u32(mode)
	if how != and && how != replace || b.u32(size) == 0 {
		d.clip = nil
		return
	}
	corners := b.rect(region + bounds)
	d.narrow(ink.Around(d.toPage.Apply(corners[0]), d.toPage.Apply(corners[1])), how == replace)
}

// playObject follows what makes pens, brushes and fonts, and takes them into use,
// [MS-EMF] 2.3.7 and 2.3.8.
func (d *device) playObject(kind int, b reader) bool {
	const stocked = 0x80000000
	handle := int(b.u32(8))
	switch kind {
	case emrSelectObject:
		if number := b.u32(8); number&stocked != 0 {
			d.use(stock(number &^ stocked))
		} else {
			d.use(d.objects[handle])
		}
	case emrDeleteObject:
		delete(d.objects, handle)
	case emrCreatePen:
		d.objects[handle] = penOf(b.i32(12), float64(b.i32(16)), b.u32(24))
	case emrExtCreatePen:
		d.objects[handle] = penOf(b.i32(28), float64(b.u32(32)), b.u32(40))
	case emrCreateBrush:
		d.objects[handle] = brushOf(b.i32(12), b.u32(16))
	case emrCreateMonoBrush, emrCreateDIBBrush:
		d.objects[handle] = brush{}
	case emrCreateFont:
		d.objects[handle] = fontOf(reader{b.bytes(12, len(b.data))}, true)
	default:
		return false
	}
	return true
}

// playPath follows what begins, ends and paints paths, [MS-EMF] 2.3.10.
func (d *device) playPath(kind int, b reader) bool {
	switch kind {
	case emrBeginPath, emrAbortPath:
		d.path, d.inPath = nil, kind == emrBeginPath
	case emrEndPath:
		d.inPath = false
	case emrCloseFigure:
		d.closeFigure()
	case emrFillPath:
		d.endPath(false, true)
	case emrStrokeAndFillPath:
		d.endPath(true, true)
	case emrStrokePath:
		d.endPath(true, false)
	case emrSelectClipPath:
		d.clipPath()
	default:
		return false
	}
	return true
}

// clipPath takes the bounds of the path for the clip.
func (d *device) clipPath() {
	var box document.Box
	for i, o := range d.path {
		own := ink.Around(o.Points...)
		if i == 0 {
			box = own
		}
		box = box.Union(own)
	}
	if len(d.path) > 0 {
		d.narrow(box, true)
	}
	d.path = nil
}

// playLine draws lines and areas, [MS-EMF] 2.3.5.
func (d *device) playLine(kind int, b reader) bool {
	const number, first = 24, 28
	wide := kind < firstShort
	if kind >= emrPolyBezier16 && kind <= emrPolyPolygon16 {
		kind -= shortToWide
	}
	switch kind {
	case emrMoveTo:
		d.at = b.point(8, true)
	case emrLineTo:
		d.lineTo([]ink.Point{b.point(8, true)}, false)
	case emrRectangle:
		r := b.rect(8)
		d.shapes([][]ink.Point{{r[0], {X: r[1].X, Y: r[0].Y}, r[1], {X: r[0].X, Y: r[1].Y}}})
	case emrPolyline, emrPolyBezier:
		d.line(b.points(first, b.i32(number), wide), kind == emrPolyBezier)
	case emrPolylineTo, emrPolyBezierTo:
		d.lineTo(b.points(first, b.i32(number), wide), kind == emrPolyBezierTo)
	case emrPolygon:
		d.shapes([][]ink.Point{b.points(first, b.i32(number), wide)})
	case emrPolyPolyline:
		for _, points := range b.polygons(wide) {
			d.line(points, false)
		}
	case emrPolyPolygon:
		d.shapes(b.polygons(wide))
	default:
		return false
	}
	return true
}

// polygons are the lists of points of a record that has several.
func (b reader) polygons(wide bool) [][]ink.Point {
	const number, counts = 24, 32
	lists := max(0, min(b.i32(number), (len(b.data)-counts)/4))
	at, all := counts+4*lists, make([][]ink.Point, lists)
	for i := range all {
		all[i] = b.points(at, b.i32(counts+4*i), wide)
		at += pointSize(wide) * len(all[i])
	}
	return all
}

// playPixels draws bitmaps, and areas as programs fill them, [MS-EMF] 2.3.1.
func (d *device) playPixels(kind int, b reader) bool {
	switch kind {
	case emrBitBlt, emrStretchBlt:
		if b.u32(88) == 0 {
			d.blit(b.point(24, true), b.point(32, true), b.u32(40))
		} else {
			d.bitmapAt(b.bytes(b.i32(84), b.i32(88)), b.bytes(b.i32(92), b.i32(96)), b.point(24, true), b.point(32, true))
		}
	case emrStretchDIBits, emrSetDIBitsToDevice:
		size := b.point(72, true)
		if kind == emrSetDIBitsToDevice {
			size = b.point(40, true)
		}
		d.bitmapAt(b.bytes(b.i32(48), b.i32(52)), b.bytes(b.i32(56), b.i32(60)), b.point(24, true), size)
	case emrFillRegion:
		d.fillRegion(b)
	case emrComment:
		const plus = 0x2B464D45 // EMF+
		d.plus = d.plus || b.u32(12) == plus
	default:
		return false
	}
	return true
}

// fillRegion fills the rectangles of a region, in the file's units.
func (d *device) fillRegion(b reader) {
	const handle, region, number, first = 28, 32, 8, 32
	used, ok := d.objects[int(b.u32(handle))].(brush)
	if !ok {
		return
	}
	corners := b.points(region+first, 2*min(b.i32(region+number), len(b.data)), true)
	for i := 0; i+1 < len(corners); i += 2 {
		d.fill([2]ink.Point{corners[i], corners[i+1]}, used)
	}
}
