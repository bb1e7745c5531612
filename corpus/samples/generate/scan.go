package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"gouji/parser/pdf/pdftest"
)

// Scan is how a page looks that was printed and scanned. The zero value of each
// part does nothing; that of DPI is 150.
type Scan struct {
	DPI   int
	Skew  float64 // degrees; each page lies a little otherwise
	Noise float64 // standard deviation of the grey, of 255
	Fax   bool    // black and white
	Stamp bool    // a red stamp over the last table
	JPEG  int     // quality; 0 for 75
	Photo Photo   // how the sheet bends and is lit
}

// scanned prints the pages of a PDF and scans them.
func (j *job) scanned(printed string) error {
	s := j.sample.Style.Scan
	s.DPI, s.JPEG = or(s.DPI, 150), or(s.JPEG, 75)
	pages, err := printedPages(printed, s.DPI)
	if err != nil {
		return err
	}
	random := newRandom(j.sample.Seed)
	f := &pdftest.File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 3+3*i)
	}
	f.Add(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, len(pages)))
	for i, page := range pages {
		if err := s.add(f, page, i == len(pages)-1, random); err != nil {
			return err
		}
	}
	return os.WriteFile(j.path, f.Bytes(), 0o644)
}

// printedPages draws a PDF's pages.
func printedPages(printed string, dpi int) ([]image.Image, error) {
	stem := printed + ".page"
	if err := run("pdftoppm", "-r", fmt.Sprint(dpi), "-png", printed, stem); err != nil {
		return nil, err
	}
	files, err := filepath.Glob(stem + "-*.png")
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var pages []image.Image
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		page, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// add scans a page into the file.
func (s Scan) add(f *pdftest.File, page image.Image, last bool, random *rand.Rand) error {
	picture := s.onGlass(page, random)
	if s.Stamp && last {
		stamp(picture)
	}
	picture = s.Photo.taken(picture, s.DPI)
	s.grain(picture, random)
	var packed bytes.Buffer
	if err := jpeg.Encode(&packed, s.coloured(picture), &jpeg.Options{Quality: s.JPEG}); err != nil {
		return err
	}
	space := "/DeviceGray"
	if s.Stamp {
		space = "/DeviceRGB"
	}
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	width, height := float64(w)*72/float64(s.DPI), float64(h)*72/float64(s.DPI)
	number := len(f.Objects) + 1
	f.Add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>", width, height, number+1, number+2))
	f.Stream("", fmt.Sprintf("%.2f 0 0 %.2f 0 0 cm /I Do", width, height))
	f.Stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8/Filter/DCTDecode", w, h, space), packed.String())
	return nil
}

// onGlass lays a page on the scanner's glass, turned by about the skew.
func (s Scan) onGlass(page image.Image, random *rand.Rand) *image.RGBA {
	b := page.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	angle := s.Skew * (0.5 + random.Float64()) * math.Pi / 180
	sin, cos := math.Sincos(angle)
	cx, cy := float64(b.Dx())/2, float64(b.Dy())/2
	turn := f64.Aff3{cos, -sin, cx - cos*cx + sin*cy, sin, cos, cy - sin*cx - cos*cy}
	draw.BiLinear.Transform(out, turn, page, b, draw.Over, nil)
	return out
}

// stamp presses a round red stamp on the lower middle of the page.
func stamp(picture *image.RGBA) {
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	cx, cy, radius := float64(w)*0.55, float64(h)*0.3, float64(w)*0.09
	for y := range h {
		for x := range w {
			d := math.Hypot(float64(x)-cx, float64(y)-cy)
			star := math.Abs(math.Sin(2.5*math.Atan2(float64(y)-cy, float64(x)-cx)))*radius*0.4 > d
			if d > radius*0.92 && d < radius || star {
				c := picture.RGBAAt(x, y)
				picture.SetRGBA(x, y, color.RGBA{R: uint8(int(c.R) * 230 / 255), G: uint8(int(c.G) * 60 / 255), B: uint8(int(c.B) * 60 / 255), A: 255})
			}
		}
	}
}

// grain adds the noise of the sensor; a fax has none, and no grey.
func (s Scan) grain(picture *image.RGBA, random *rand.Rand) {
	for i := 0; i < len(picture.Pix); i += 4 {
		n := random.NormFloat64() * s.Noise
		for c := i; c < i+3; c++ {
			v := float64(picture.Pix[c]) + n
			if s.Fax {
				v = map[bool]float64{true: 255, false: 0}[v > 150]
			}
			picture.Pix[c] = uint8(min(max(v, 0), 255))
		}
	}
}

// coloured is the picture with colour when a stamp needs it.
func (s Scan) coloured(picture *image.RGBA) image.Image {
	if s.Stamp {
		return picture
	}
	gray := image.NewGray(picture.Rect)
	draw.Draw(gray, gray.Rect, picture, image.Point{}, draw.Src)
	return gray
}
