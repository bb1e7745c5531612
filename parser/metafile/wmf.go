package metafile

import "gouji/parser/pdf/ink"

// The records that matter, [MS-WMF] 2.1.1.1.
const (
	wmfEOF             = 0x0000
	wmfSaveDC          = 0x001E
	wmfCreatePalette   = 0x00F7
	wmfSetMapMode      = 0x0103
	wmfRestoreDC       = 0x0127
	wmfSelectObject    = 0x012D
	wmfSetTextAlign    = 0x012E
	wmfDIBPatternBrush = 0x0142
	wmfDeleteObject    = 0x01F0
	wmfPatternBrush    = 0x01F9
	wmfSetBackColour   = 0x0201
	wmfSetTextColour   = 0x0209
	wmfSetWindowOrg    = 0x020B
	wmfSetWindowExt    = 0x020C
	wmfLineTo          = 0x0213
	wmfMoveTo          = 0x0214
	wmfCreatePen       = 0x02FA
	wmfCreateFont      = 0x02FB
	wmfCreateBrush     = 0x02FC
	wmfPolygon         = 0x0324
	wmfPolyline        = 0x0325
	wmfIntersectClip   = 0x0416
	wmfRectangle       = 0x041B
	wmfTextOut         = 0x0521
	wmfPolyPolygon     = 0x0538
	wmfPatBlt          = 0x061D
	wmfCreateRegion    = 0x06FF
	wmfDIBBitBlt       = 0x0940
	wmfExtTextOut      = 0x0A32
	wmfDIBStretchBlt   = 0x0B41
	wmfStretchDIB      = 0x0F43
	wmfSelectClip      = 0x012C
)

// How long the heads of a file are, bytes.
const placeableHead, plainHead = 22, 18

// unplacedWidth, points: a WMF that does not say how large it is is as wide as the
// text of a page.
const unplacedWidth = 450.0

// playWMF plays a file record by record, up to where it is damaged.
func playWMF(data []byte) *device {
	d := newDevice()
	d.mode = modeAnisotropic
	at := plainHead
	if isPlaceable(data) {
		d.placed(reader{data})
		at += placeableHead
	}
	for b := (reader{data}); ; d.records++ {
		size, kind := 2*b.i32(at), b.u16(at+4)
		switch {
		case kind == wmfEOF && size == 6 || d.exceeded():
			return d.opened()
		case size < 6 || size > len(data)-at:
			d.cut = true
			return d.opened()
		}
		d.playOld(kind, reader{data[at : at+size]})
		at += size
	}
}

// placed reads how large the picture is, in units of which an inch has so many.
func (d *device) placed(b reader) {
	const box, inch = 6, 14
	corners := b.points(box, 2, false)
	bounds, scale := ink.Around(corners...), 72/float64(max(b.u16(inch), 1))
	d.windowAt = ink.Point{X: bounds.X0, Y: bounds.Y0}
	d.window = ink.Point{X: max(bounds.Width(), 1), Y: max(bounds.Height(), 1)}
	d.fit(d.window.X*scale, d.window.Y*scale)
}

// fit makes the window as large as a page, in points.
func (d *device) fit(width, height float64) {
	d.toPage, d.viewport = ink.Identity, ink.Point{X: width, Y: height}
	d.millimetre = 72 / 25.4
	d.open(width, height)
}

// opened is a device that has a page: a file may draw nothing.
func (d *device) opened() *device {
	if d.ink == nil {
		d.fit(1, 1)
	}
	return d
}

// setWindow says how large the drawing is, and of a file without a head the page.
func (d *device) setWindow(extent ink.Point) {
	d.window = extent
	if d.ink == nil && extent.X != 0 && extent.Y != 0 {
		d.fit(unplacedWidth, unplacedWidth*max(extent.Y, -extent.Y)/max(extent.X, -extent.X))
	}
}

func (d *device) playOld(kind int, b reader) {
	if d.playOldState(kind, b) || d.playOldObject(kind, b) || d.ink == nil {
		return
	}
	d.playOldDrawing(kind, b)
}

// backward is a point whose y comes first, as most records have it.
func (b reader) backward(at int) ink.Point {
	return ink.Point{X: float64(b.i16(at + 2)), Y: float64(b.i16(at))}
}

// playOldState follows what changes the context, [MS-WMF] 2.3.5.
func (d *device) playOldState(kind int, b reader) bool {
	switch kind {
	case wmfSaveDC:
		d.save()
	case wmfRestoreDC:
		d.restore(b.i16(6))
	case wmfSetTextAlign:
		d.align = b.u16(6)
	case wmfSetTextColour:
		d.colour = b.u32(6)
	case wmfSetBackColour:
		d.back = b.u32(6)
	case wmfSetWindowOrg:
		d.windowAt = b.backward(6)
	case wmfSetWindowExt:
		d.setWindow(b.backward(6))
	case wmfSelectClip:
		d.clip = nil
	case wmfIntersectClip:
		if d.ink != nil {
			d.clipTo([2]ink.Point{b.backward(6), b.backward(10)})
		}
	default:
		return false
	}
	return true
}

// playOldObject follows what makes objects, each in the first free place, and takes
// them into use, [MS-WMF] 2.3.4.
func (d *device) playOldObject(kind int, b reader) bool {
	switch kind {
	case wmfSelectObject:
		d.use(d.objects[b.u16(6)])
	case wmfDeleteObject:
		delete(d.objects, b.u16(6))
	case wmfCreatePen:
		d.keep(penOf(b.u16(6), float64(b.i16(8)), b.u32(12)))
	case wmfCreateBrush:
		d.keep(brushOf(b.u16(6), b.u32(8)))
	case wmfCreateFont:
		d.keep(fontOf(reader{b.bytes(6, len(b.data))}, false))
	case wmfPatternBrush, wmfDIBPatternBrush:
		d.keep(brush{})
	case wmfCreatePalette, wmfCreateRegion:
		d.keep(struct{}{})
	default:
		return false
	}
	return true
}

// keep puts an object in the first free place.
func (d *device) keep(object any) {
	for place := range mostObjects {
		if _, used := d.objects[place]; !used {
			d.objects[place] = object
			return
		}
	}
}

// mostObjects are kept at a time: a place is a number of two bytes, and programs use
// a dozen.
const mostObjects = 4096

// playOldDrawing draws, [MS-WMF] 2.3.1 and 2.3.3.
func (d *device) playOldDrawing(kind int, b reader) {
	switch kind {
	case wmfMoveTo:
		d.at = b.backward(6)
	case wmfLineTo:
		d.lineTo([]ink.Point{b.backward(6)}, false)
	case wmfPolyline:
		d.line(b.points(8, b.u16(6), false), false)
	case wmfPolygon:
		d.shapes([][]ink.Point{b.points(8, b.u16(6), false)})
	case wmfPolyPolygon:
		d.shapes(b.oldPolygons())
	case wmfRectangle:
		a, c := b.backward(6), b.backward(10)
		d.shapes([][]ink.Point{{a, {X: c.X, Y: a.Y}, c, {X: a.X, Y: c.Y}}})
	case wmfPatBlt:
		d.blit(b.backward(14), b.backward(10), b.u32(6))
	case wmfDIBBitBlt, wmfDIBStretchBlt, wmfStretchDIB:
		d.oldBitmap(kind, b)
	case wmfTextOut, wmfExtTextOut:
		d.oldText(kind, b)
	}
}

func (b reader) oldPolygons() [][]ink.Point {
	const number, counts = 6, 8
	lists := min(b.u16(number), (len(b.data)-counts)/2)
	at, all := counts+2*lists, make([][]ink.Point, max(lists, 0))
	for i := range all {
		all[i] = b.points(at, b.u16(counts+2*i), false)
		at += pointSize(false) * len(all[i])
	}
	return all
}

// oldBitmap draws a bitmap whose colours and pixels follow each other; without one
// the record fills an area.
func (d *device) oldBitmap(kind int, b reader) {
	size, bitmap := map[int]int{wmfDIBBitBlt: 14, wmfDIBStretchBlt: 18, wmfStretchDIB: 20}[kind], map[int]int{wmfDIBBitBlt: 22, wmfDIBStretchBlt: 26, wmfStretchDIB: 28}[kind]
	if kind == wmfDIBBitBlt && len(b.data) <= bitmap+2 {
		d.blit(b.backward(20), b.backward(16), b.u32(6))
		return
	}
	info := b.bytes(bitmap, len(b.data))
	head := bitmapHead(info)
	if head == 0 {
		return
	}
	d.bitmapAt(info[:head], info[head:], b.backward(size+4), b.backward(size))
}

// oldText draws text in the font's own code.
func (d *device) oldText(kind int, b reader) {
	if kind == wmfTextOut {
		const number, text = 6, 8
		count := b.u16(number)
		var p piece
		p.text, _ = byteText(b.bytes(text, count), d.font, nil)
		p.at = b.backward(text + count + count%2)
		d.put(p, [2]ink.Point{}, 0)
		return
	}
	const at, number, options, first = 6, 10, 12, 14
	count, how, text := b.u16(number), uint32(b.u16(options)), first
	var box [2]ink.Point
	if how&(opaque|clipped) != 0 {
		box, text = [2]ink.Point{b.point(first, false), b.point(first+4, false)}, first+8
	}
	p := piece{at: b.backward(at)}
	p.text, p.steps = byteText(b.bytes(text, count), d.font, b.oldSteps(text+count+count%2, count))
	d.put(p, box, how)
}

func (b reader) oldSteps(at, number int) []float64 {
	if number > (len(b.data)-at)/2 {
		return nil
	}
	list := make([]float64, number)
	for i := range list {
		list[i] = float64(b.i16(at + 2*i))
	}
	return list
}
