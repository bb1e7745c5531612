package ofd

import (
	"strings"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

// millimetre is the unit of OFD, in points.
const millimetre = 72 / 25.4

// Pages without a size that makes sense are A4, in millimetres. The largest paper
// of ISO 216 is 1682 × 2378.
const (
	usualWidth, usualHeight = 210, 297
	longestSide             = 5000
)

// deepestObject bounds how blocks and composite objects may nest.
const deepestObject = 20

// canvas is one page being drawn.
type canvas struct {
	*budget
	resources
	drawing *ink.Drawing
	bounds  document.Box
	print   []ink.Glyph
	pieces  uint64 // of text drawn so far
	digits  []setDigit
	types   *typefaces
	sink    sink
}

// sink takes, besides, the pictures as they are; nil when nobody asks.
type sink interface {
	picture(part string, place ink.Matrix)
}

// brush is what an object inherits from what it is in.
type brush struct {
	shown ink.Matrix // its space to the page, in points
	look  look
	depth int
}

// draw reads one page, and gives its pictures to the sink.
func (f *File) draw(ref *pageRef, number int, spent *budget, to sink) (layout.Page, error) {
	page := layout.Page{Number: number}
	root, err := f.archive.part(ref.part)
	if err != nil {
		box := sizeOf(ref.area)
		page.Width, page.Height = box.Width(), box.Height()
		return page, err
	}
	box := sizeOf(root.Find("Area"), ref.area)
	page.Width, page.Height = box.Width(), box.Height()
	c := &canvas{budget: spent, drawing: ink.NewDrawing(page.Width, page.Height), bounds: document.Box{X1: page.Width, Y1: page.Height}, types: f.types, sink: to}
	if err := f.drawOn(c, root, ref); err != nil {
		return page, err
	}
	c.doubtDigits()
	c.drawing.Finish(&page)
	page.Glyphs = ink.Once(ink.Spread(c.print))
	return page, nil
}

// sizeOf is the physical box of the first area that has one, in points.
func sizeOf(areas ...*node) document.Box {
	for _, area := range areas {
		box := numbers(area.Find("PhysicalBox").Text())
		if len(box) == 4 && plausible(box[2]) && plausible(box[3]) {
			return document.Box{X1: box[2] * millimetre, Y1: box[3] * millimetre}
		}
	}
	return document.Box{X1: usualWidth * millimetre, Y1: usualHeight * millimetre}
}

func plausible(side float64) bool { return side > 0 && side <= longestSide }

// drawOn draws the page's templates and its content in their order.
func (f *File) drawOn(c *canvas, root *node, ref *pageRef) error {
	c.resources = ref.resources
	var under, over []*node
	for _, n := range root.Kids() {
		switch n.Name {
		case "PageRes":
			c.resources = c.resources.clone()
			if err := f.readResources(c.resources, f.archive.locate(n.Text(), ref.part)); err != nil {
				return err
			}
		case "Template":
			content, order, err := f.template(n, ref)
			if err != nil {
				return err
			}
			if strings.EqualFold(order, "Foreground") {
				over = append(over, content)
			} else {
				under = append(under, content)
			}
		}
	}
	bare := brush{shown: ink.Matrix{millimetre, 0, 0, millimetre, 0, 0}, look: plain}
	for _, content := range append(append(under, root.Find("Content")), over...) {
		c.children(content, bare)
	}
	return f.annotate(c, ref, bare)
}

// annotate draws what was written on the page later: corrections, stamps, marks.
func (f *File) annotate(c *canvas, ref *pageRef, b brush) error {
	if ref.over == "" {
		return nil
	}
	root, err := f.archive.optional(ref.over)
	for _, n := range root.Kids() {
		if n.Name != "Annot" || !flag(n, "Visible", true) {
			continue
		}
		if look := n.Find("Appearance"); look != nil {
			c.children(look, placed(look, b))
		}
	}
	return err
}

// template is what a page's use of a template draws, and whether above or below it.
func (f *File) template(use *node, ref *pageRef) (content *node, order string, err error) {
	known, ok := ref.templates[use.Attribute("TemplateID")]
	if !ok {
		return nil, "", nil
	}
	if order = use.Attribute("ZOrder"); order == "" {
		order = known.order
	}
	root, err := f.archive.optional(known.part)
	return root.Find("Content"), order, err
}

func (c *canvas) children(parent *node, b brush) {
	if b.depth > deepestObject {
		return
	}
	b.depth++
	for _, n := range parent.Kids() {
		if c.exceeded() {
			return
		}
		c.object(n, b)
	}
}

// object draws a layer, a block or one of the four kinds of graphic units.
func (c *canvas) object(n *node, b brush) {
	if !flag(n, "Visible", true) {
		return
	}
	c.objects++
	b.look = c.dressed(b.look, n)
	switch n.Name {
	case "Layer", "PageBlock":
		c.children(n, b)
	case "TextObject":
		c.text(n, placed(n, b))
	case "PathObject":
		c.path(n, placed(n, b))
	case "ImageObject":
		c.image(n, b)
	case "CompositeObject":
		c.children(c.composites[n.Attribute("ResourceID")].Find("Content"), placed(n, b))
	}
}

// placed is the space of an object: its CTM, then the corner of its boundary.
func placed(n *node, b brush) brush {
	place := ink.Identity
	if ctm := numbers(n.Attribute("CTM")); len(ctm) == 6 {
		place = ink.Matrix(ctm)
	}
	if box := numbers(n.Attribute("Boundary")); len(box) == 4 {
		place = place.Then(ink.Matrix{1, 0, 0, 1, box[0], box[1]})
	}
	b.shown = place.Then(b.shown)
	return b
}

// image draws a picture, which its CTM spreads from the unit square; without one it
// fills its boundary.
func (c *canvas) image(n *node, b brush) {
	place := placed(n, b).shown
	box := numbers(n.Attribute("Boundary"))
	if n.Attribute("CTM") == "" && len(box) == 4 {
		place = ink.Matrix{box[2], 0, 0, box[3], 0, 0}.Then(place)
	}
	if b.look.alpha == 0 {
		return
	}
	c.drawing.Image(place.Box(0, 0, 1, 1))
	if c.sink != nil {
		c.sink.picture(c.media[n.Attribute("ResourceID")], place)
	}
}
