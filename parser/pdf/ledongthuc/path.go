package ledongthuc

import "gouji/parser/pdf/ink"

// paintPath carries out the operators that make and paint paths.
func (r *run) paintPath(operator string) bool {
	switch operator {
	case "m":
		r.move(r.number(0), r.number(1))
	case "l":
		r.to(r.number(0), r.number(1), false)
	case "c":
		r.to(r.number(4), r.number(5), true)
	case "v", "y":
		r.to(r.number(2), r.number(3), true)
	case "h":
		r.close()
	case "re":
		r.rectangle(r.number(0), r.number(1), r.number(2), r.number(3))
	case "n":
		r.paint(false, false)
	case "S":
		r.paint(false, true)
	case "s":
		r.close()
		r.paint(false, true)
	case "f", "F", "f*":
		r.paint(true, false)
	case "B", "B*":
		r.paint(true, true)
	case "b", "b*":
		r.close()
		r.paint(true, true)
	default:
		return false
	}
	return true
}

func (r *run) move(x, y float64) {
	r.outlines = append(r.outlines, ink.Outline{})
	r.to(x, y, false)
}

// to draws on from the current point, or begins where there is none.
func (r *run) to(x, y float64, curved bool) {
	if len(r.outlines) == 0 {
		r.outlines = append(r.outlines, ink.Outline{})
	}
	if r.points++; r.points > mostPoints {
		return
	}
	o := &r.outlines[len(r.outlines)-1]
	o.Points = append(o.Points, r.shown.Apply(ink.Point{X: x, Y: y}))
	o.Curved = append(o.Curved, curved)
}

func (r *run) close() {
	if n := len(r.outlines); n > 0 {
		r.outlines[n-1].Closed = true
	}
}

func (r *run) rectangle(x, y, width, height float64) {
	r.move(x, y)
	r.to(x+width, y, false)
	r.to(x+width, y+height, false)
	r.to(x, y+height, false)
	r.close()
}

// paint ends the path.
func (r *run) paint(filled, stroked bool) {
	paint := ink.Paint{
		Filled:  filled && !r.fill.transparent,
		Stroked: stroked && !r.stroke.transparent && !r.stroke.white,
		Pen:     r.pen * r.shown.Scale(),
		White:   r.fill.white,
	}
	if r.points <= mostPoints && (paint.Filled || paint.Stroked) {
		r.drawing.Path(nonempty(r.outlines), paint)
	}
	r.outlines, r.points = nil, 0
}

func nonempty(outlines []ink.Outline) (list []ink.Outline) {
	for _, o := range outlines {
		if len(o.Points) > 0 {
			list = append(list, o)
		}
	}
	return list
}
