package ofd_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/tiff"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/ofd"
	"gouji/parser/ofd/ofdtest"
)

// corner is a white picture whose upper left quarter is black.
func corner() image.Image {
	picture := image.NewGray(image.Rect(0, 0, 40, 40))
	for i := range picture.Pix {
		if i%40 >= 20 || i/40 >= 20 {
			picture.Pix[i] = 0xFF
		}
	}
	return picture
}

func asPNG(t *testing.T, picture image.Image) string {
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, picture))
	return out.String()
}

func asTIFF(t *testing.T, picture image.Image) string {
	var out bytes.Buffer
	require.NoError(t, tiff.Encode(&out, picture, nil))
	return out.String()
}

// pictured is a page of 100 × 50 mm that draws so, with the picture as resource 9.
func pictured(drawn, picture string) []byte {
	parts := ofdtest.Parts(100, 50, drawn)
	parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], "<ofd:CommonData>", "<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>", 1)
	parts["Doc_0/DocumentRes.xml"] = `<Res BaseLoc="Res"><MultiMedias><MultiMedia ID="9" Type="Image"><MediaFile>a.bin</MediaFile></MultiMedia></MultiMedias></Res>`
	parts["Doc_0/Res/a.bin"] = picture
	return ofdtest.Archive(parts)
}

// drawnAt draws the one page of a file at a pixel to the millimetre.
func drawnAt(data []byte) (image.Image, error) {
	file, err := ofd.Open(context.Background(), data, ofd.Limits{})
	if err != nil {
		return nil, err
	}
	content, err := file.Read(context.Background())
	if err != nil {
		return nil, err
	}
	return file.Picture(context.Background(), content.Pages[0], 25.4)
}

func TestPicturesAreDrawnWhereTheyStand(t *testing.T) {
	const boundary = `<ofd:ImageObject Boundary="10 0 40 40" ResourceID="9"`
	for name, c := range map[string]struct {
		drawn string
		black image.Rectangle
	}{
		"boundary alone":    {boundary + `/>`, image.Rect(10, 0, 30, 20)},
		"matrix":            {boundary + ` CTM="80 0 0 40 0 5"/>`, image.Rect(10, 5, 50, 25)},
		"upside down":       {boundary + ` CTM="-40 0 0 -40 40 40"/>`, image.Rect(30, 20, 50, 40)},
		"turned by quarter": {boundary + ` CTM="0 40 -40 0 40 0"/>`, image.Rect(30, 0, 50, 20)},
		"with a ruling":     {`<ofd:PathObject Boundary="10 30 40 1" LineWidth="1"><ofd:AbbreviatedData>M 0 0.5 L 40 0.5</ofd:AbbreviatedData></ofd:PathObject>`, image.Rect(10, 30, 50, 31)},
		"not seen":          {boundary + ` Visible="false"/>`, image.Rectangle{}},
	} {
		t.Run(name, func(t *testing.T) {
			for format, data := range map[string]string{"PNG": asPNG(t, corner()), "TIFF": asTIFF(t, corner())} {
				picture, err := drawnAt(pictured(c.drawn, data))
				require.NoError(t, err)
				require.Equal(t, image.Rect(0, 0, 100, 50), picture.Bounds())
				assertBlack(t, c.black, picture, format)
			}
		})
	}
}

// assertBlack asserts that the page is black there and white elsewhere, but for the
// pixels at the edges.
func assertBlack(t *testing.T, want image.Rectangle, picture image.Image, format string) {
	t.Helper()
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			dark := color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y < 0x80
			at := image.Rect(x, y, x+1, y+1)
			atEdge := at.Inset(-1).Overlaps(want) && !at.Inset(-1).In(want)
			if !atEdge && dark != at.In(want) || want.Dy() == 1 && at.In(want) && !dark {
				t.Fatalf("%s: at %d, %d: dark is %v", format, x, y, dark)
			}
		}
	}
}

func TestPicturesThatCannotBeDrawn(t *testing.T) {
	const whole = `<ofd:ImageObject Boundary="0 0 100 50" ResourceID="9"/>`
	sound := asPNG(t, corner())
	for name, c := range map[string]struct {
		drawn, picture string
		kind           document.Kind
	}{
		"JBIG2":                    {whole, "\x97JB2\r\n\x1a\n", document.Unsupported},
		"no such resource":         {strings.Replace(whole, "9", "8", 1), sound, document.Corrupt},
		"cut off":                  {whole, sound[:len(sound)-30], document.Corrupt},
		"too many pixels":          {whole, asPNG(t, image.NewGray(image.Rect(0, 0, 30_000, 700))), document.TooLarge},
		"many times over the page": {strings.Repeat(strings.Replace(whole, "100 50", "30000 30000", 1), 10), sound, document.TooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := drawnAt(pictured(c.drawn, c.picture))
			var known *document.Error
			require.ErrorAs(t, err, &known)
			assert.Equal(t, c.kind, known.Kind, known.Message)
		})
	}
}

func TestAPageTooLargeToDraw(t *testing.T) {
	file, err := ofd.Open(context.Background(), ofdtest.Archive(ofdtest.Parts(5000, 5000, "")), ofd.Limits{})
	require.NoError(t, err)
	_, err = file.Picture(context.Background(), layout.Page{Number: 1, Width: 14_000, Height: 14_000}, 300)
	assert.ErrorContains(t, err, "画不下")
}
