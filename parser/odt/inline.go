package odt

import (
	"strconv"
	"strings"

	"gouji/parser/document"
	"gouji/parser/wordml"
)

// typist puts what stands in a paragraph into it.
type typist struct {
	*walk
	open   *wordml.Paragraph
	space  bool // the last character was white space, or none was
	hidden bool
}

// inline reads the children of a node in the line.
func (t *typist) inline(n *node, look wordml.Look) {
	for _, child := range n.Children {
		t.part(child, look)
	}
}

func (t *typist) part(n *node, look wordml.Look) {
	if !t.goesOn() {
		return
	}
	switch n.Name {
	case "":
		t.characters(n.Characters, look)
	case "text:span":
		t.inline(n, t.styles.look("text", n.Attribute("text:style-name"), look))
	case "text:s":
		for range min(n.Number("text:c", 1), 1000) {
			t.add(' ', look)
		}
	case "text:tab":
		t.add('\t', look)
	case "text:line-break":
		t.add('\n', look)
	case "text:ruby":
		t.part(&node{Name: "text:span", Children: n.Find("text:ruby-base").Kids()}, look)
	case "text:hidden-text":
		if n.Attribute("text:is-hidden") == "false" {
			t.inline(n, look)
		}
	case "text:hidden-paragraph":
		t.hidden = t.hidden || n.Attribute("text:is-hidden") == "true"
	case "office:annotation":
		t.revisions.Comments++
	case "text:note", "text:number", "text:script", "text:tracked-changes", "text:soft-page-break":
	default:
		if strings.HasPrefix(n.Name, "text:") {
			t.inline(n, look) // fields as they were printed, links
			return
		}
		t.drawing(n)
	}
}

// characters adds text; white space of the file is one space.
func (t *typist) characters(text string, look wordml.Look) {
	for _, c := range text {
		switch c {
		case ' ', '\t', '\r', '\n':
			if t.space {
				continue
			}
			t.add(' ', look)
			t.space = true
		default:
			t.add(c, look)
		}
	}
}

func (t *typist) add(c rune, look wordml.Look) {
	t.space = false
	if t.walk.characters++; t.walk.characters > maxCharacters {
		t.tooMuch("正文超过 %d 字", maxCharacters)
		return
	}
	last := len(t.open.Runs) - 1
	if last < 0 || t.open.Runs[last].Look != look {
		t.open.Runs = append(t.open.Runs, wordml.Run{Look: look})
		last++
	}
	t.open.Runs[last].Text = append(t.open.Runs[last].Text, c)
}

func (w *walk) tooMuch(format string, limit int) {
	if w.exhausted == nil {
		w.exhausted = document.Exceeded(document.Content, format+"，不像是年度报告", limit)
	}
}

// drawing reads the text in a frame or shape, and counts its picture.
func (t *typist) drawing(n *node) {
	if !t.goesOn() {
		return
	}
	switch n.Name {
	case "drawing:frame":
		if box := n.Find("drawing:text-box"); box != nil {
			t.box(box)
		} else if image := n.Find("drawing:image"); image != nil && points(n.Attribute("svg-compatible:width")) > document.TableWidth {
			t.pictures++
			t.open.Pictures = append(t.open.Pictures, t.shows(image))
		}
	case "drawing:g", "drawing:a":
		for _, child := range n.Children {
			t.drawing(child)
		}
	case "drawing:custom-shape", "drawing:rect", "drawing:ellipse", "drawing:polygon", "drawing:path", "drawing:line", "drawing:caption":
		t.box(n)
	}
}

func (t *typist) box(n *node) {
	if blocks := t.blocks(n); len(blocks) > 0 {
		t.open.Boxes = append(t.open.Boxes, blocks)
	}
}

// points is a length ("12.5cm") in points; one that is not there is long.
func points(length string) float64 {
	for _, unit := range []struct {
		name   string
		points float64
	}{{"cm", 28.35}, {"mm", 2.835}, {"in", 72}, {"pt", 1}, {"px", 0.75}} {
		if number, ok := strings.CutSuffix(length, unit.name); ok {
			size, _ := strconv.ParseFloat(number, 64)
			return size * unit.points
		}
	}
	return document.TableWidth + 1
}
