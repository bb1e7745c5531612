package scan

import (
	"fmt"
	"image"
	"math"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/width"

	"gouji/parser/layout"
)

// A scan that another program made searchable brings that program's reading with it,
// as text that nobody sees. It is never believed, but it is a second reading: where it
// has another number in a cell, one of the two is wrong.

// plainNumber is a number as recognisers write it. A layer that reads the page as
// another language has few of them.
var plainNumber = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)

const (
	// enoughOther, cells: from so many on that differ the layer is weighed as a whole.
	enoughOther = 4
	// worthlessShare, of the cells that are not 0 in both: a layer that differs in more
	// of them reads nonsense, or stands elsewhere than its picture.
	worthlessShare = 0.5
)

// otherNumber is a cell's number as read here and by the layer.
type otherNumber struct {
	own, layer string
	glyphs     []int // of the number read here
}

// doubtOtherwise doubts the numbers of which the layer says another. Cells are in
// pixels.
func doubtOtherwise(page *layout.Page, cells []image.Rectangle, dpi float64) {
	if len(page.Layer) == 0 {
		return
	}
	var differ []otherNumber
	telling := 0
	for _, n := range numbersOfBoth(page, cells, dpi) {
		if n.own != "0" || n.layer != "0" {
			telling++
		}
		if !strings.Contains(n.own, n.layer) { // digits overlooked, as single ones often are, are no other reading of them
			differ = append(differ, n)
		}
	}
	if len(differ) >= enoughOther && float64(len(differ)) > worthlessShare*float64(telling) {
		return
	}
	for _, n := range differ {
		reason := fmt.Sprintf("扫描件里藏着的文字层在这一格写的是%s，与看图认出的%s不同", n.layer, n.own)
		for _, i := range n.glyphs {
			if page.Glyphs[i].Doubt == "" {
				page.Glyphs[i].Doubt = reason
			}
		}
	}
}

// numbersOfBoth are the cells in which both readings have a number and nothing else.
func numbersOfBoth(page *layout.Page, cells []image.Rectangle, dpi float64) []otherNumber {
	own, layer := heldBy(page.Glyphs, cells, dpi), heldBy(page.Layer, cells, dpi)
	var list []otherNumber
	for i := range cells {
		n := otherNumber{numberIn(page.Glyphs, own[i]), numberIn(page.Layer, layer[i]), own[i]}
		if n.own != "" && n.layer != "" && !reachesOut(page.Layer, layer[i]) {
			list = append(list, n)
		}
	}
	return list
}

// heldBy are the indexes of the glyphs of which each cell holds the middle.
func heldBy(glyphs []layout.Glyph, cells []image.Rectangle, dpi float64) [][]int {
	list := make([][]int, len(cells))
	for i := range glyphs {
		x, y := glyphs[i].Box.Center()
		at := image.Pt(pixels(x, dpi), pixels(y, dpi))
		if cell := cellOf(image.Rectangle{Min: at, Max: at}, cells); cell != prose {
			list[cell] = append(list[cell], i)
		}
	}
	return list
}

// numberIn is the number that the glyphs are, without separators; empty when they are
// none, or stand on several lines.
func numberIn(glyphs []layout.Glyph, held []int) string {
	list := make([]layout.Glyph, len(held))
	for i, at := range held {
		list[i] = glyphs[at]
	}
	lines := layout.Lines(list, layout.DefaultTolerances)
	if len(lines) != 1 {
		return ""
	}
	text := strings.NewReplacer(",", "", " ", "", "\u00A0", "").Replace(width.Narrow.String(lines[0].Text))
	if !plainNumber.MatchString(text) {
		return ""
	}
	return thousands.ReplaceAllString(text, "$1$2")
}

// thousands is a number whose comma was read as a point, as recognisers do: counts have
// no three decimals, nor has a fee in 万元.
var thousands = regexp.MustCompile(`^([1-9][0-9]{0,2})\.([0-9]{3})$`)

// besideSign, of the size: between the signs of one word there is less.
const besideSign = 0.3

// reachesOut reports whether the word of which the cell holds signs goes on beyond it:
// a recogniser spaces the signs of a word evenly, so that some of two numbers it took
// for one word stand in the wrong cell. Signs follow each other as they were written.
func reachesOut(layer []layout.Glyph, held []int) bool {
	joins := func(a, b int) bool {
		if a < 0 || b >= len(layer) {
			return false
		}
		left, right := layer[a].Box, layer[b].Box
		_, y := left.Center()
		return right.Y0 < y && y < right.Y1 && math.Abs(right.X0-left.X1) < besideSign*layer[a].Size
	}
	first, last := slices.Min(held), slices.Max(held)
	return joins(first-1, first) || joins(last, last+1)
}

// layerTurned turns a layer with its page, about the middle by degrees, clockwise as seen.
func layerTurned(page layout.Page, degrees float64) []layout.Glyph {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	list := make([]layout.Glyph, len(page.Layer))
	for i, g := range page.Layer {
		x, y := g.Box.Center()
		dx, dy := x-page.Width/2, y-page.Height/2
		toX, toY := page.Width/2+dx*cos-dy*sin, page.Height/2+dx*sin+dy*cos
		g.Box.X0, g.Box.X1 = g.Box.X0+toX-x, g.Box.X1+toX-x
		g.Box.Y0, g.Box.Y1 = g.Box.Y0+toY-y, g.Box.Y1+toY-y
		list[i] = g
	}
	return list
}
