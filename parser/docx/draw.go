package docx

import (
	"strconv"
	"strings"

	"gouji/parser/document"
)

// drawn is what the walk meets in one drawing.
type drawn struct {
	image bool
	link  string  // the id of the picture's part; empty when it is outside the file
	width float64 // points; 0 when the drawing does not say
}

// draw reads a w:drawing, w:pict or w:object: the text boxes in it and whether
// it is a picture. Office writes new drawings twice, as DrawingML and as VML;
// inside takes one of them.
func (w *walk) draw(p *paragraph) {
	var d drawn
	w.shapes(p, &d)
	if d.image && (d.width == 0 || d.width > document.TableWidth) {
		w.pictures++
		if d.link != "" {
			p.pictures = append(p.pictures, d.link)
		}
	}
}

func (w *walk) shapes(p *paragraph, d *drawn) {
	w.inside(func() {
		switch {
		case w.space == word && w.local == "txbxContent":
			w.textBox(p)
			return
		case w.space == wordDraw && w.local == "extent":
			d.width = float64(w.number("cx", 0)) / 12700 // English metric units
		case w.space == drawing && w.local == "blip", w.space == vml && w.local == "imagedata":
			d.image = true
			d.link = w.pictureLink()
		case w.space == vml && w.local == "textpath": // WordArt
			w.wordArt(p)
		case w.space == vml:
			style, _ := w.attr("style")
			d.width = max(d.width, styleWidth(style))
		}
		w.shapes(p, d)
	})
}

// pictureLink is the id of the relationship to the picture that the element shows.
func (w *walk) pictureLink() string {
	name := "embed"
	if w.space == vml {
		name = "id"
	}
	link, _ := w.attr(name)
	return link
}

func (w *walk) wordArt(p *paragraph) {
	text, _ := w.attr("string")
	if w.count(&w.paragraphs, w.limits.Paragraphs, "段落") {
		art := newParagraph()
		art.add(text)
		p.boxes = append(p.boxes, node{paragraph: art})
	}
}

// textBox reads the blocks of a text box; the fields of the paragraph that
// anchors it stay open around it.
func (w *walk) textBox(p *paragraph) {
	outer := w.fields
	w.fields = fields{}
	p.boxes = append(p.boxes, w.blocks()...)
	w.fields = outer
}

// styleWidth is the width in a VML style ("width:300pt;height:…"), in points.
func styleWidth(style string) float64 {
	for _, rule := range strings.Split(style, ";") {
		value, ok := strings.CutPrefix(strings.TrimSpace(rule), "width:")
		if !ok {
			continue
		}
		for unit, points := range map[string]float64{"pt": 1, "in": 72, "cm": 28.35, "mm": 2.835, "px": 0.75} {
			if number, ok := strings.CutSuffix(value, unit); ok {
				size, _ := strconv.ParseFloat(strings.TrimSpace(number), 64)
				return size * points
			}
		}
	}
	return 0
}
