package pdf

import "gouji/parser/pdf/ink"

// maxSegments is the longest path that may be a table's lines; longer ones are
// drawings, such as the outline of a map.
const maxSegments = 20_000

// PDFium's numbers for kinds of path segments.
const (
	bezierSegment = 1
	moveSegment   = 2
)

// path turns a painted path into rulings, and tells whether it is a white area.
func (d *drawing) path(handle uint64, shown ink.Matrix) (white bool) {
	paint := d.paint(handle, shown)
	if paint.Filled || paint.Stroked {
		d.page.Path(d.outlines(handle, shown), paint)
	}
	return paint.Filled && paint.White
}

func (d *drawing) paint(handle uint64, shown ink.Matrix) (p ink.Paint) {
	if !d.yes("FPDFPath_GetDrawMode", handle, d.at(0), d.at(1)) {
		return p
	}
	p.Filled, p.Stroked = d.word(0) != 0, d.word(1) != 0
	if p.Filled {
		p.Filled, p.White = d.colour("FPDFPageObj_GetFillColor", handle)
	}
	if p.Stroked {
		seen, white := d.colour("FPDFPageObj_GetStrokeColor", handle)
		p.Stroked = seen && !white
		d.call("FPDFPageObj_GetStrokeWidth", handle, d.at(0))
		p.Pen = d.float(0) * shown.Scale()
	}
	return p
}

// colour tells whether the colour of an object is seen at all, and whether it is
// white: on white paper nobody sees that. A pattern has no colour that PDFium tells:
// it is seen.
func (l *library) colour(function string, handle uint64) (seen, white bool) {
	if !l.yes(function, handle, l.at(0), l.at(1), l.at(2), l.at(3)) {
		return true, false
	}
	const nearlyWhite = 250
	white = min(l.word(0), l.word(1), l.word(2)) >= nearlyWhite
	return l.word(3) > 0, white
}

func (d *drawing) outlines(handle uint64, shown ink.Matrix) (list []ink.Outline) {
	count := d.count("FPDFPath_CountSegments", handle)
	if count > maxSegments {
		return nil
	}
	d.objects += count / 8
	for i := range count {
		segment := d.call("FPDFPath_GetPathSegment", handle, uint64(i))
		if !d.yes("FPDFPathSegment_GetPoint", segment, d.at(0), d.at(1)) {
			return list
		}
		p := shown.Apply(ink.Point{X: d.float(0), Y: d.float(1)})
		kind := d.call("FPDFPathSegment_GetType", segment)
		if kind == moveSegment || len(list) == 0 {
			list = append(list, ink.Outline{})
		}
		o := &list[len(list)-1]
		o.Points = append(o.Points, p)
		o.Curved = append(o.Curved, kind == bezierSegment)
		o.Closed = kind != moveSegment && d.yes("FPDFPathSegment_GetClose", segment)
	}
	return list
}
