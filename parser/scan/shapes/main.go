// Shapes writes parser/scan/shapes.bin.gz: the shapes of digits in the fonts
// that are given, files or folders of TrueType and OpenType fonts.
//
//	go run ./parser/scan/shapes -out parser/scan/shapes.bin.gz /usr/share/fonts
//
// Every sign is drawn small and blurred, as scanners see it, and once thinner
// and once bolder.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"image"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gouji/parser/scan"
)

const signs = "0123456789/+"

func main() {
	log.SetFlags(0)
	out := flag.String("out", "parser/scan/shapes.bin.gz", "file to write")
	flag.Parse()
	var records [][]byte
	for _, path := range fontFiles(flag.Args()) {
		for _, f := range fontsIn(path) {
			records = append(records, shapesOf(f)...)
		}
	}
	slices.SortFunc(records, bytes.Compare)
	records = slices.CompactFunc(records, bytes.Equal)
	log.Printf("%d shapes", len(records))
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	for _, r := range records {
		_, _ = w.Write(r)
	}
	_ = w.Close()
	if err := os.WriteFile(*out, packed.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

func fontFiles(paths []string) []string {
	var list []string
	for _, root := range paths {
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			ending := strings.ToLower(filepath.Ext(path))
			if err == nil && slices.Contains([]string{".ttf", ".otf", ".ttc"}, ending) {
				list = append(list, path)
			}
			return nil
		})
	}
	slices.Sort(list)
	return list
}

// fontsIn are the fonts of a file that have upright digits.
func fontsIn(path string) []*sfnt.Font {
	name := strings.ToLower(filepath.Base(path))
	for _, not := range []string{"italic", "oblique", "symbol", "emoji", "dingbat", "opens___", "d050000l", "z003", "bdi", "-it"} {
		if strings.Contains(name, not) {
			return nil
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	collection, err := opentype.ParseCollection(data)
	if err != nil {
		log.Printf("%s: %v", path, err)
		return nil
	}
	f, err := collection.Font(0)
	if err != nil {
		return nil
	}
	log.Print(path)
	return []*sfnt.Font{f}
}

const (
	drawn  = 96 // pixels to the em: large enough that the grid is fine
	canvas = 2 * drawn
)

func shapesOf(f *sfnt.Font) [][]byte {
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: drawn, DPI: 72})
	if err != nil {
		return nil
	}
	defer face.Close()
	var records [][]byte
	for _, sign := range signs {
		if _, ok := face.GlyphAdvance(sign); !ok {
			return nil
		}
		picture := image.NewGray(image.Rect(0, 0, canvas, canvas))
		d := font.Drawer{Dst: picture, Src: image.White, Face: face, Dot: fixed.P(drawn/2, canvas*3/4)}
		d.DrawString(string(sign))
		blurred := blur(picture, drawn/20)
		for _, level := range []uint8{90, 128, 170} { // bolder, as drawn, thinner
			if r := scan.ShapeRecord(sign, blurred, level); r != nil {
				records = append(records, r)
			}
		}
	}
	return records
}

// blur takes the mean of the pixels around each.
func blur(p *image.Gray, reach int) *image.Gray {
	out := image.NewGray(p.Rect)
	for y := range canvas {
		for x := range canvas {
			sum, n := 0, 0
			for dy := -reach; dy <= reach; dy++ {
				for dx := -reach; dx <= reach; dx++ {
					if q := (image.Point{X: x + dx, Y: y + dy}); q.In(p.Rect) {
						sum, n = sum+int(p.GrayAt(q.X, q.Y).Y), n+1
					}
				}
			}
			out.Pix[y*out.Stride+x] = uint8(sum / n)
		}
	}
	return out
}
