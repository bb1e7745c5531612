package ofd

import "strconv"

// usualPen is the width of lines that give none, in millimetres.
const usualPen = 0.353

// look is how an object is painted: its own attributes and those of the drawing
// parameters that it, or what it is in, refers to.
type look struct {
	pen          float64 // line width in the object's space
	alpha        int     // 0 for invisible to 255
	fill, stroke colour
}

var plain = look{pen: usualPen, alpha: 255}

// colour is what matters of one.
type colour struct {
	given bool
	white bool
	seen  bool
}

// deepestParam bounds how drawing parameters may refer to others.
const deepestParam = 10

// dressed is the look of an object inside of what has the look around it.
func (c *canvas) dressed(around look, n *node) look {
	l := c.param(around, n.Attribute("DrawParam"), 0)
	if alpha, given := n.Given("Alpha"); given {
		l.alpha = min(l.alpha, integer(alpha, 255))
	}
	l.adopt(n)
	return l
}

// param applies the drawing parameters of the ID, those that they refer to first.
func (c *canvas) param(around look, id string, depth int) look {
	p := c.drawParams[id]
	if p == nil || depth > deepestParam {
		return around
	}
	l := c.param(around, p.Attribute("Relative"), depth+1)
	l.adopt(p)
	return l
}

// adopt takes over what an object or a drawing parameter says itself.
func (l *look) adopt(n *node) {
	if width := numbers(n.Attribute("LineWidth")); len(width) == 1 {
		l.pen = width[0]
	}
	if fill := n.Find("FillColor"); fill != nil {
		l.fill = colourOf(fill)
	}
	if stroke := n.Find("StrokeColor"); stroke != nil {
		l.stroke = colourOf(stroke)
	}
}

// colourOf reads a colour. One of a palette, a pattern or a shading is seen.
func colourOf(n *node) colour {
	c := colour{given: true, seen: integer(n.Attribute("Alpha"), 255) > 0}
	const nearlyWhite, nearlyNoInk = 250, 5
	value := numbers(n.Attribute("Value"))
	c.white = len(value) > 0
	for _, component := range value {
		if len(value) == 4 && component > nearlyNoInk || len(value) != 4 && component < nearlyWhite {
			c.white = false
		}
	}
	return c
}

func integer(s string, missing int) int {
	value, err := strconv.Atoi(s)
	if err != nil {
		return missing
	}
	return value
}
