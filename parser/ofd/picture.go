package ofd

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // the formats of pictures that programs put into OFD
	_ "image/png"
	"math"

	_ "golang.org/x/image/bmp"
	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
	_ "golang.org/x/image/tiff"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

const (
	// mostPixels bounds a page's drawing and each of its pictures: A3 at 300 dots
	// per inch has 17 million.
	mostPixels = 20_000_000
	// mostPainted bounds the pixels of all pictures of a page together, and those
	// that they cover.
	mostPainted = 5 * mostPixels
)

// Picture draws what pictures and rulings a page shows, on white: page is one that
// Read gave. A picture that cannot be decoded, of JBIG2 for instance, is an error of
// kind Unsupported, one that is not there or is damaged Corrupt.
func (f *File) Picture(ctx context.Context, page layout.Page, dpi float64) (image.Image, error) {
	scale := dpi / 72
	width, height := math.Ceil(page.Width*scale), math.Ceil(page.Height*scale)
	if width*height > mostPixels {
		return nil, tooManyPixels(width, height)
	}
	p := &painter{archive: f.archive, ctx: ctx, scale: scale, paper: image.NewRGBA(image.Rect(0, 0, int(width), int(height)))}
	draw.Draw(p.paper, p.paper.Rect, image.White, image.Point{}, draw.Src)
	if _, err := f.draw(f.pages[page.Number-1], page.Number, &budget{}, p); err != nil {
		return nil, err
	}
	if p.err != nil {
		return nil, p.err
	}
	p.rulings(page.Rulings)
	return p.paper, nil
}

func tooManyPixels(width, height float64) error {
	return document.Exceeded(document.Content, "页面或其中的图片有 %.0f × %.0f 个像素，画不下", width, height)
}

// painter draws on paper, until something cannot be drawn.
type painter struct {
	*archive
	ctx     context.Context
	scale   float64 // pixels to the point
	paper   *image.RGBA
	part    string // the last one decoded
	decoded image.Image
	painted float64 // pixels
	err     error
}

// picture draws one, which place spreads from the unit square, in points.
func (p *painter) picture(part string, place ink.Matrix) {
	place = place.Then(ink.Matrix{p.scale, 0, 0, p.scale, 0, 0})
	if p.err != nil || !visible(place) {
		return
	}
	if p.ctx.Err() != nil {
		p.err = document.TimedOut(p.ctx)
		return
	}
	if p.decoded == nil || p.part != part {
		p.part = part
		p.decoded, p.err = p.decode(part)
	}
	p.spend(place.Box(0, 0, 1, 1))
	if p.err == nil {
		spread(p.paper, p.decoded, place)
	}
}

// visible reports whether a picture covers a pixel.
func visible(place ink.Matrix) bool {
	across, down := math.Hypot(place[0], place[1]), math.Hypot(place[2], place[3])
	return across >= 1 && down >= 1 && math.Abs(place[0]*place[3]-place[1]*place[2]) >= 1
}

// spend counts the pixels that a picture covers.
func (p *painter) spend(box document.Box) {
	p.painted += min(box.Width()*box.Height(), mostPixels)
	if p.err == nil && p.painted > mostPainted {
		p.err = document.Exceeded(document.Content, "页面上的图片太多，画不下")
	}
}

// decode is the picture of a part. Its size is looked at before it is unpacked.
func (p *painter) decode(part string) (picture image.Image, err error) {
	data, err := p.Bytes(part)
	switch {
	case fatal(err):
		return nil, err
	case err != nil || len(data) == 0:
		return nil, document.Errorf(document.Corrupt, "图片 %s 缺失或已损坏", part)
	}
	header, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, document.Errorf(document.Unsupported, "图片 %s 不是 PNG、JPEG、BMP 或 TIFF，或已损坏", part)
	}
	pixels := float64(header.Width) * float64(header.Height)
	if pixels > mostPixels {
		return nil, tooManyPixels(float64(header.Width), float64(header.Height))
	}
	p.painted += pixels
	return decode(data, part)
}

// decode reads the picture. The readers of picture formats are not all made for
// hostile input: one that panics has met a damaged picture.
func decode(data []byte, part string) (picture image.Image, err error) {
	defer func() {
		if recover() != nil {
			err = document.Errorf(document.Corrupt, "图片 %s 已损坏", part)
		}
	}()
	picture, _, err = image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, document.Errorf(document.Corrupt, "图片 %s 已损坏：%w", part, err)
	}
	return picture, nil
}

// spread draws a picture as place maps the unit square to the paper.
func spread(paper *image.RGBA, picture image.Image, place ink.Matrix) {
	b := picture.Bounds()
	w, h := float64(b.Dx()), float64(b.Dy())
	across, down := math.Hypot(place[0], place[1]), math.Hypot(place[2], place[3])
	area := math.Abs(place[0]*place[3] - place[1]*place[2])
	// Averaging takes time by how much a picture is shrunk and sheared; print that
	// is shrunk more than this cannot be read anyway.
	const mostShrunk, leastUpright = 8, 0.8
	var scaler draw.Transformer = draw.BiLinear
	if w/across > mostShrunk || h/down > mostShrunk || area < leastUpright*across*down {
		scaler = draw.NearestNeighbor
	}
	toPaper := ink.Matrix{1, 0, 0, 1, -float64(b.Min.X), -float64(b.Min.Y)}.Then(ink.Matrix{1 / w, 0, 0, 1 / h, 0, 0}).Then(place)
	scaler.Transform(paper, f64.Aff3{toPaper[0], toPaper[2], toPaper[4], toPaper[1], toPaper[3], toPaper[5]}, picture, b, draw.Over, nil)
}

// rulings draws the lines that are no part of a picture.
func (p *painter) rulings(list []layout.Ruling) {
	for _, r := range list {
		if r.Source == layout.Shade {
			continue
		}
		box := image.Rect(
			int(math.Floor(r.Box.X0*p.scale)), int(math.Floor(r.Box.Y0*p.scale)),
			int(math.Ceil(r.Box.X1*p.scale)), int(math.Ceil(r.Box.Y1*p.scale)))
		draw.Draw(p.paper, box, image.Black, image.Point{}, draw.Src)
	}
}
