package page

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/layout"
)

// dpi is how finely pages are drawn, in dots per inch: at 110 an A4 page is 910
// pixels wide, and the small print of table three can still be read.
const dpi = 110

// picture is a page, as pixels or as what has to be set to see it.
type picture struct {
	Number int            `json:"number"`
	Width  float64        `json:"width"` // points
	Height float64        `json:"height"`
	PNG    string         `json:"png,omitempty"` // base64
	Runs   []run          `json:"runs,omitempty"`
	Lines  []document.Box `json:"lines,omitempty"`
}

func pictureOf(d parser.Drawing) (picture, error) {
	p := picture{Number: d.Page.Number, Width: tenth(d.Page.Width), Height: tenth(d.Page.Height)}
	if d.Picture == nil {
		p.Runs, p.Lines = runs(d.Page.Glyphs), lines(d.Page.Rulings)
		return p, nil
	}
	var file bytes.Buffer
	err := png.Encode(&file, grey(d.Picture))
	p.PNG = base64.StdEncoding.EncodeToString(file.Bytes())
	return p, err
}

func tenth(x float64) float64 { return math.Round(x*10) / 10 }

// greys are as many as two bits hold: print stays as legible as in 256, at a third of
// the bytes.
var greys = color.Palette{color.Gray{0}, color.Gray{85}, color.Gray{170}, color.Gray{255}}

// grey reduces a picture to the greys.
func grey(picture image.Image) *image.Paletted {
	bounds := picture.Bounds()
	from, ok := picture.(*image.RGBA)
	if !ok {
		from = image.NewRGBA(bounds)
		draw.Draw(from, bounds, picture, bounds.Min, draw.Src)
	}
	to := image.NewPaletted(bounds, greys)
	for i := range to.Pix {
		at := from.Pix[4*i:]
		to.Pix[i] = level(at[0], at[1], at[2])
	}
	return to
}

// level is the index of the grey nearest to a colour, weighed as the eye does
// (ITU-R BT.601).
func level(r, g, b byte) byte {
	luma := (299*int(r) + 587*int(g) + 114*int(b)) / 1000
	return byte((3*luma + 127) / 255)
}

// run is glyphs that stand side by side on a line.
type run struct {
	X     float64 `json:"x"`
	Y     float64 `json:"y"`     // of the base line
	Width float64 `json:"width"` // that the text fills
	Size  float64 `json:"size"`
	Turn  float64 `json:"turn,omitempty"` // degrees clockwise
	Text  string  `json:"text"`

	end float64 // where a next glyph would stand
}

// descent is how much of a glyph's box lies below its base line.
const descent = 0.2

// runs joins glyphs, which come in the order of drawing.
func runs(glyphs []layout.Glyph) []run {
	var list []run
	for _, g := range glyphs {
		if len(list) > 0 && list[len(list)-1].takes(g) {
			continue
		}
		list = append(list, run{
			X: tenth(g.Box.X0), Y: tenth(g.Box.Y1 - descent*g.Box.Height()), Width: tenth(g.Box.Width()),
			Size: tenth(g.Size), Turn: g.Angle, Text: string(g.Rune), end: g.Box.X1,
		})
	}
	return list
}

// takes adds a glyph that goes on where the run ends, in its size and on its line.
// Upright text only: turned characters are set one by one.
func (r *run) takes(g layout.Glyph) bool {
	const near = 0.25 // of the size: a gap as wide as this is a space, or a column's
	y := tenth(g.Box.Y1 - descent*g.Box.Height())
	if r.Turn != 0 || g.Angle != 0 || y != r.Y || tenth(g.Size) != r.Size || math.Abs(g.Box.X0-r.end) > near*g.Size {
		return false
	}
	r.Text += string(g.Rune)
	r.end = g.Box.X1
	r.Width = tenth(r.end - r.X)
	return true
}

// lines are the rulings that are seen.
func lines(rulings []layout.Ruling) []document.Box {
	var list []document.Box
	for _, r := range rulings {
		if r.Source != layout.Shade {
			list = append(list, r.Box)
		}
	}
	return list
}
