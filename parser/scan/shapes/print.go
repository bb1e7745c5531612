package main

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gouji/parser/scan"
	"gouji/parser/scan/perceptron"
)

// press prints lines in a typeface and scans them.
type press struct {
	typeface
	random *rand.Rand
}

// examples prints so many lines; what came apart or together in the scan cannot
// be told which sign it is, and is left out.
func (p *press) examples(lines int) []perceptron.Example {
	var list []perceptron.Example
	for range lines {
		text := p.text()
		if !p.has(text) {
			continue
		}
		looks := scan.LooksOf(p.scanned(text))
		told := strings.NewReplacer(".", "", ",", "").Replace(text)
		if len(looks) != utf8.RuneCountInString(told) {
			continue
		}
		for i, sign := range []rune(told) {
			list = append(list, perceptron.Example{Input: looks[i], Class: classOf(sign)})
		}
	}
	return list
}

// classOf is the class of a sign, that after the last for characters.
func classOf(sign rune) int {
	if at := strings.IndexRune(scan.Signs, sign); at >= 0 {
		return at
	}
	return len(scan.Signs)
}

// words are characters that stand in the cells of reports, the simplest among
// them: they must not be taken for digits.
const words = "无元件二三上下个人工大小中土口日目自己其他总计信访申请重复公开结果维持纠正尚未审行政诉讼机关规章国家秘密属于类予以部分法律商业企科研社益组织服务构"

// text is what a line says: mostly a number, at times a character.
func (p *press) text() string {
	if p.random.IntN(8) == 0 {
		return string(one(p, []rune(words)...))
	}
	text := ""
	for range 1 + p.random.IntN(5) {
		text += string(scan.Signs[p.random.IntN(len(digits))])
	}
	switch p.random.IntN(12) {
	case 0:
		text += "." + text[:1]
	case 1:
		text = "+" + text
	case 2:
		text = "/"
	}
	return text
}

const digits = "0123456789"

func (p *press) has(text string) bool {
	for _, r := range text {
		if at, err := p.font.GlyphIndex(&sfnt.Buffer{}, r); err != nil || at == 0 {
			return false
		}
	}
	return true
}

func one[T any](p *press, choices ...T) T { return choices[p.random.IntN(len(choices))] }

// between gives a number from a range.
func (p *press) between(least, most float64) float64 {
	return least + (most-least)*p.random.Float64()
}

// scanned prints a line and scans it; the picture has 300 dots to the inch.
func (p *press) scanned(text string) *image.Gray {
	dpi := one(p, 150.0, 150, 200, 300)
	line := p.printed(text, p.between(6.5, 13), dpi)
	if p.random.IntN(3) == 0 {
		line = smeared(line)
	}
	p.grain(line)
	line = p.compressed(line)
	scale := scan.DPI / dpi
	out := image.NewGray(image.Rect(0, 0, int(float64(line.Rect.Dx())*scale), int(float64(line.Rect.Dy())*scale)))
	one[draw.Interpolator](p, draw.BiLinear, draw.CatmullRom).Scale(out, out.Rect, line, line.Rect, draw.Src, nil)
	return out
}

// printed draws a line of the size, in points, in black or worn ink.
func (p *press) printed(text string, size, dpi float64) *image.Gray {
	face, err := opentype.NewFace(p.font, &opentype.FaceOptions{Size: size, DPI: dpi})
	if err != nil {
		return image.NewGray(image.Rect(0, 0, 1, 1))
	}
	defer face.Close()
	em := size * dpi / 72
	wide := font.MeasureString(face, text).Ceil()
	paper := uint8(p.between(225, 255))
	picture := filled(image.Rect(0, 0, wide+int(2*em), int(3*em)), paper)
	ink := image.NewUniform(color.Gray{Y: uint8(p.between(0, 110))})
	dot := fixed.Point26_6{X: fixed.Int26_6((em + p.random.Float64()) * 64), Y: fixed.Int26_6((2*em + p.random.Float64()) * 64)}
	d := font.Drawer{Dst: picture, Src: ink, Face: face, Dot: dot}
	d.DrawString(text)
	return picture
}

// smeared is a picture as if laid a little askew: each pixel is part of its
// neighbours.
func smeared(picture *image.Gray) *image.Gray {
	out := filled(picture.Rect, picture.Pix[0])
	for y := 1; y < picture.Rect.Dy(); y++ {
		for x := 1; x < picture.Rect.Dx(); x++ {
			at := y*picture.Stride + x
			sum := int(picture.Pix[at]) + int(picture.Pix[at-1]) + int(picture.Pix[at-picture.Stride]) + int(picture.Pix[at-picture.Stride-1])
			out.Pix[at] = uint8(sum / 4)
		}
	}
	return out
}

// grain adds the noise of a sensor, or makes all black and white as a fax does.
func (p *press) grain(picture *image.Gray) {
	noise, level := one(p, 0, 0, 4, 10.0), p.between(110, 190)
	fax := p.random.IntN(3) == 0
	for i, pixel := range picture.Pix {
		v := float64(pixel) + noise*p.random.NormFloat64()
		if fax && v > level {
			v = 255
		} else if fax {
			v = 0
		}
		picture.Pix[i] = uint8(min(max(v, 0), 255))
	}
}

// compressed is a picture as JPEG leaves it.
func (p *press) compressed(picture *image.Gray) *image.Gray {
	var packed bytes.Buffer
	if err := jpeg.Encode(&packed, picture, &jpeg.Options{Quality: 40 + p.random.IntN(50)}); err != nil {
		return picture
	}
	out, err := jpeg.Decode(&packed)
	if err != nil {
		return picture
	}
	return out.(*image.Gray)
}

func filled(r image.Rectangle, level uint8) *image.Gray {
	g := image.NewGray(r)
	for i := range g.Pix {
		g.Pix[i] = level
	}
	return g
}
