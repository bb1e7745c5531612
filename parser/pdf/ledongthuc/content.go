package ledongthuc

import (
	"gouji/parser/document"
	"gouji/parser/pdf/ink"

	library "github.com/ledongthuc/pdf"
)

// Bounds on a page's content.
const (
	deepestForm  = 20
	deepestState = 256
	mostSteps    = 20_000_000 // operators of a page, those of its forms included
	mostPoints   = 20_000     // of one path; longer ones are drawings, not rulings
	mostOperands = 1000
)

// canvas is one page being drawn.
type canvas struct {
	*reading
	drawing *ink.Drawing
	bounds  document.Box
	glyphs  []ink.Glyph
	objects uint64 // pieces of text shown so far
	steps   int
}

// state is the graphics state.
type state struct {
	shown        ink.Matrix // user space to the displayed page
	pen          float64    // line width in user space
	fill, stroke colour
	words        textState
}

// colour is what matters of one.
type colour struct {
	space       string // name of its colour space, empty for one with an own operator
	white       bool
	transparent bool
}

func initial(shown ink.Matrix) state {
	return state{shown: shown, pen: 1, words: textState{stretch: 1}}
}

// run is the walk over one content stream.
type run struct {
	*canvas
	state
	lexer     lexer
	resources library.Value
	fonts     map[string]*font // by their names in resources: finding one anew is slow
	saved     []state
	operands  []operand
	outlines  []ink.Outline
	points    int
	depth     int
}

// run draws a content stream with its resources.
func (c *canvas) run(content []byte, resources library.Value, s state, depth int) {
	r := &run{canvas: c, state: s, lexer: lexer{data: content}, resources: resources, fonts: map[string]*font{}, depth: depth}
	for c.reading.glyphs <= mostGlyphs {
		o, operator, ok := r.lexer.next()
		if !ok {
			return
		}
		if operator == "" {
			if len(r.operands) < mostOperands {
				r.operands = append(r.operands, o)
			}
			continue
		}
		if c.steps++; c.steps > mostSteps {
			panic("页面的图形太多") // a page of which a part is left out would pass for whole
		}
		r.operate(operator)
		r.operands = r.operands[:0]
	}
}

// number is the i-th operand as a number, 0 when it is none.
func (r *run) number(i int) float64 {
	if i < 0 || i >= len(r.operands) {
		return 0
	}
	return r.operands[i].number
}

// string is the i-th operand's bytes, of a name or a string.
func (r *run) string(i int) string {
	if i < 0 || i >= len(r.operands) {
		return ""
	}
	return r.operands[i].text
}

func (r *run) matrix() (m ink.Matrix) {
	for i := range m {
		m[i] = r.number(i)
	}
	return m
}

// operate carries out one operator (PDF 32000-1, annex A).
func (r *run) operate(operator string) {
	switch operator {
	case "q":
		if len(r.saved) < deepestState {
			r.saved = append(r.saved, r.state)
		}
	case "Q":
		if n := len(r.saved); n > 0 {
			r.state, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "cm":
		r.shown = r.matrix().Then(r.shown)
	case "w":
		r.pen = r.number(0)
	case "gs":
		r.extend(r.resources.Key("ExtGState").Key(r.string(0)))
	case "Do":
		r.object(r.resources.Key("XObject").Key(r.string(0)))
	case "BI":
		r.drawing.Image(r.shown.Box(0, 0, 1, 1))
	case "ID":
		r.lexer.skipImage()
	default:
		if !r.paintPath(operator) && !r.setColour(operator) {
			r.operateText(operator)
		}
	}
}

// extend takes over the entries of a graphics state dictionary.
func (r *run) extend(v library.Value) {
	if alpha := v.Key("ca"); !alpha.IsNull() {
		r.fill.transparent = alpha.Float64() == 0
	}
	if alpha := v.Key("CA"); !alpha.IsNull() {
		r.stroke.transparent = alpha.Float64() == 0
	}
	if pen := v.Key("LW"); !pen.IsNull() {
		r.pen = pen.Float64()
	}
}

// object draws a form or a picture.
func (r *run) object(v library.Value) {
	switch v.Key("Subtype").Name() {
	case "Image":
		r.drawing.Image(r.shown.Box(0, 0, 1, 1))
	case "Form":
		if r.depth >= deepestForm {
			return
		}
		inside := r.state
		if m := v.Key("Matrix"); m.Len() == 6 {
			var form ink.Matrix
			for i := range form {
				form[i] = m.Index(i).Float64()
			}
			inside.shown = form.Then(r.shown)
		}
		resources := v.Key("Resources")
		if resources.IsNull() {
			resources = r.resources
		}
		r.canvas.run(stream(v), resources, inside, r.depth+1)
	}
}

// setColour carries out the operators that set colours.
func (r *run) setColour(operator string) bool {
	to := &r.fill
	if operator[0] >= 'A' && operator[0] <= 'Z' {
		to = &r.stroke
	}
	switch operator {
	case "g", "G", "rg", "RG", "k", "K":
		to.space = ""
		to.white = r.white(to.space)
	case "cs", "CS":
		to.space, to.white = r.space(r.string(0)), false
	case "sc", "SC", "scn", "SCN":
		to.white = r.white(to.space)
	default:
		return false
	}
	return true
}

// space is the kind of colour space that a name means.
func (r *run) space(called string) string {
	defined := r.resources.Key("ColorSpace").Key(called)
	switch {
	case defined.Kind() == library.Array:
		return defined.Index(0).Name()
	case defined.Kind() == library.Name:
		return defined.Name()
	}
	return called
}

// white reports whether the operands are white in the space. In spaces of inks
// and of tables a single 1 is something else than white.
func (r *run) white(space string) bool {
	const nearly = 0.98
	switch space {
	case "Separation", "Indexed", "DeviceN", "Pattern", "Lab":
		return false
	}
	n := len(r.operands)
	if n == 0 || n > 4 {
		return false
	}
	for i := range n {
		if light := r.number(i); n == 4 && light > 1-nearly || n < 4 && light < nearly {
			return false
		}
	}
	return true
}
