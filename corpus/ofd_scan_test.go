package corpus_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/ofd"
	"gouji/parser/ofd/ofdtest"
	"gouji/parser/pdf"
	"gouji/parser/scan"
)

// A scan is the same picture in a PDF and in an OFD, and so read alike.
func TestScansInOFD(t *testing.T) {
	data, err := os.ReadFile("scans/2021-stamped.pdf")
	require.NoError(t, err)
	engine := pdf.NewEngine(1, pdf.DefaultMemory)
	defer engine.Close()
	original, err := engine.Read(context.Background(), data, pdf.Limits{})
	require.NoError(t, err)
	want, err := engine.Render(context.Background(), data, 1, scan.DPI)
	require.NoError(t, err)
	page := original.Pages[0]
	twin, err := ofd.Open(context.Background(), scanned(t, page.Width, page.Height, want), ofd.Limits{})
	require.NoError(t, err)
	content, err := twin.Read(context.Background())
	require.NoError(t, err)
	assert.Equal(t, []int{0}, content.Pictured())
	got, err := twin.Picture(context.Background(), content.Pages[0], scan.DPI)
	require.NoError(t, err)
	require.Equal(t, want.Bounds(), got.Bounds())
	assert.Less(t, difference(want, got), 2.0)
}

// scanned is an OFD of one page of the size, in points, that shows the picture.
func scanned(t *testing.T, width, height float64, picture image.Image) []byte {
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, picture))
	const millimetre = 72 / 25.4
	box := fmt.Sprintf("%f 0 0 %f 0 0", width/millimetre, height/millimetre)
	parts := ofdtest.Parts(width/millimetre, height/millimetre, `<ofd:ImageObject Boundary="0 0 1 1" CTM="`+box+`" ResourceID="9"/>`)
	parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], "<ofd:CommonData>", "<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>", 1)
	parts["Doc_0/DocumentRes.xml"] = `<Res BaseLoc="Res"><MultiMedias><MultiMedia ID="9" Type="Image"><MediaFile>scan.png</MediaFile></MultiMedia></MultiMedias></Res>`
	parts["Doc_0/Res/scan.png"] = out.String()
	return ofdtest.Archive(parts)
}

// difference is the mean one of the pixels' green, of 255.
func difference(a, b image.Image) float64 {
	sum, size := 0.0, a.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			_, green, _, _ := a.At(x, y).RGBA()
			_, other, _, _ := b.At(x, y).RGBA()
			sum += float64(max(green, other)-min(green, other)) / 257
		}
	}
	return sum / float64(size.X*size.Y)
}

// Pages of pictures are recognised beside those of text, and what cannot be is told.
func TestPagesOfPicturesInOFD(t *testing.T) {
	requireTesseract(t)
	reader := parser.NewReader(parser.Options{})
	t.Cleanup(func() { require.NoError(t, reader.Close()) })
	const missing = `<ofd:ImageObject Boundary="0 0 100 50" ResourceID="8"/>`
	const sound = `<ofd:ImageObject Boundary="0 0 100 50" ResourceID="9"/>`
	const text = `<ofd:TextObject Boundary="10 20 50 5" Size="4"><ofd:TextCode X="0" Y="4">前言</ofd:TextCode></ofd:TextObject>`

	_, err := reader.Read(context.Background(), "a.ofd", ofdtest.Archive(ofdtest.Parts(100, 50, missing)))
	var known *document.Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, document.NoText, known.Kind, known.Message)

	parts := ofdtest.Parts(100, 50, text, missing, sound)
	parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], "<ofd:CommonData>", "<ofd:CommonData><ofd:DocumentRes>R.xml</ofd:DocumentRes>", 1)
	parts["Doc_0/R.xml"] = `<Res><MultiMedias><MultiMedia ID="9"><MediaFile>paper.png</MediaFile></MultiMedia></MultiMedias></Res>`
	var paper bytes.Buffer
	require.NoError(t, png.Encode(&paper, image.NewGray(image.Rect(0, 0, 100, 50))))
	parts["Doc_0/paper.png"] = paper.String()
	d, err := reader.Read(context.Background(), "a.ofd", ofdtest.Archive(parts))
	require.NoError(t, err)
	assert.Equal(t, "有 1 页是图片，读不出来（第2页）", d.Incomplete)
	assert.Equal(t, "ofd+tesseract", d.Reader)
}
