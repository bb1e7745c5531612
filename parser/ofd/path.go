package ofd

import (
	"gouji/parser/pdf/ink"
)

// maxPoints is the longest path that may be a table's lines; longer ones are
// drawings, such as the outline of a map.
const maxPoints = 20_000

// path draws a path object. It is stroked unless it says not to, in black unless
// it says in what; it is filled only when it says so, and with what.
func (c *canvas) path(n *node, b brush) {
	l := b.look
	stroke := !l.stroke.given || l.stroke.seen && !l.stroke.white
	paint := ink.Paint{
		Filled:  flag(n, "Fill", false) && l.fill.given && l.fill.seen && l.alpha > 0,
		Stroked: flag(n, "Stroke", true) && stroke && l.alpha > 0,
		Pen:     l.pen * b.shown.Scale(),
		White:   l.fill.white,
	}
	if !paint.Filled && !paint.Stroked {
		return
	}
	p := pen{shown: b.shown, data: n.Find("AbbreviatedData").Text()}
	if p.draw(); p.points > maxPoints || len(p.outlines) == 0 {
		return
	}
	c.objects += p.points / 8
	c.drawing.Path(p.outlines, paint)
}

// pen draws abbreviated path data.
type pen struct {
	shown    ink.Matrix
	data     string
	at       int
	outlines []ink.Outline
	points   int
}

// operands are how many numbers each operator takes.
var operands = map[byte]int{'S': 2, 'M': 2, 'L': 2, 'Q': 4, 'B': 6, 'A': 7, 'C': 0}

// draw follows the operators; operands without an operator are drawn as by the
// one before.
func (p *pen) draw() {
	operator := byte(0)
	for p.points <= maxPoints {
		next, ok := p.operator()
		switch {
		case !ok:
			return
		case next != 0:
			operator = next
		case operands[operator] == 0:
			return
		}
		values, whole := p.numbers(operands[operator])
		if !whole {
			return
		}
		p.operate(operator, values)
	}
}

func (p *pen) operate(operator byte, values []float64) {
	switch operator {
	case 'S', 'M':
		p.outlines = append(p.outlines, ink.Outline{})
		p.to(values, false)
	case 'L':
		p.to(values, false)
	case 'Q', 'B', 'A':
		p.to(values[len(values)-2:], true)
	case 'C':
		if n := len(p.outlines); n > 0 {
			p.outlines[n-1].Closed = true
		}
	}
}

func (p *pen) to(end []float64, curved bool) {
	if len(p.outlines) == 0 {
		p.outlines = append(p.outlines, ink.Outline{})
	}
	p.points++
	o := &p.outlines[len(p.outlines)-1]
	o.Points = append(o.Points, p.shown.Apply(ink.Point{X: end[0], Y: end[1]}))
	o.Curved = append(o.Curved, curved)
}

// operator reads the next operator, 0 when a number stands there; false at the end
// and where neither does.
func (p *pen) operator() (byte, bool) {
	p.skip()
	if p.at == len(p.data) {
		return 0, false
	}
	c := p.data[p.at]
	if _, known := operands[c]; known {
		p.at++
		return c, true
	}
	return 0, c == '-' || c == '+' || c == '.' || c >= '0' && c <= '9'
}

// numbers reads so many numbers; false when there are fewer.
func (p *pen) numbers(count int) ([]float64, bool) {
	var list []float64
	for range count {
		p.skip()
		from := p.at
		for p.at < len(p.data) && !between(p.data[p.at]) && (p.at == from || operands[p.data[p.at]] == 0 && p.data[p.at] != 'C') {
			p.at++
		}
		value, ok := number(p.data[from:p.at])
		if !ok {
			return nil, false
		}
		list = append(list, value)
	}
	return list, true
}

func (p *pen) skip() {
	for p.at < len(p.data) && between(p.data[p.at]) {
		p.at++
	}
}

// between reports whether a byte stands between numbers.
func between(c byte) bool { return c == ' ' || c == ',' || c == '\n' || c == '\r' || c == '\t' }
