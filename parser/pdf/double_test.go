package pdf

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/pdf/pdftest"
)

// lines are so many lines of a text in Helvetica.
func lines(text string, count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "BT /F 12 Tf 80 %d Td (%s) Tj ET ", 700-30*i, text)
	}
	return b.String()
}

const wholePage = "q 600 0 0 800 0 0 cm /I Do Q "

// upon is a page of the content, which shows a picture as I.
func upon(t *testing.T, picture image.Image, content string) *Content {
	t.Helper()
	var photo bytes.Buffer
	require.NoError(t, jpeg.Encode(&photo, picture, nil))
	size := picture.Bounds().Size()
	f := &pdftest.File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>")
	f.Add("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>/Font<</F 6 0 R>>>>>>")
	f.Stream("", content)
	f.Stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", size.X, size.Y), photo.String())
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	data := f.Bytes()
	read, err := engine.Read(context.Background(), data, Limits{})
	require.NoError(t, err)
	return read
}

// scanOf is the picture of a page of the content.
func scanOf(t *testing.T, content string) image.Image {
	t.Helper()
	picture, err := engine.Render(context.Background(), pdftest.Drawn("", content), 1, 150)
	require.NoError(t, err)
	return picture
}

// textured is dark in every third row and column.
func textured() image.Image {
	picture := image.NewGray(image.Rect(0, 0, 600, 800))
	for i := range picture.Pix {
		if picture.Pix[i] = 0xE0; i%3 == 0 || i/600%3 == 0 {
			picture.Pix[i] = 0x40
		}
	}
	return picture
}

func TestTextUponItsOwnPictureIsNotBelieved(t *testing.T) {
	const table = "0.5 w 60 60 480 680 re S 60 400 m 540 400 l S "
	print := scanOf(t, table+lines("total 1358 and 42", 9))
	letterhead := scanOf(t, "BT /F 30 Tf 60 745 Td (Letterhead) Tj ET "+table)
	said := lines("total 1853 and 42", 9)
	for name, c := range map[string]struct {
		picture image.Image
		content string
		doubled []int
	}{
		"the same words, one digit another": {print, wholePage + said, []int{1}},
		"below and above":                   {print, said + "q 600 0 0 800 0 0 cm /I Do Q " + said, []int{1}},
		"beside, two points lower":          {print, wholePage + "1 0 0 1 0 -2 cm " + said, []int{1}},
		"a frame and a letterhead":          {letterhead, wholePage + said, nil},
		"a dark texture":                    {textured(), wholePage + said, nil},
		"a number on the scan":              {print, wholePage + lines("7", 1), nil},
		"another picture above the text":    {print, "q 600 0 0 80 0 720 cm /I Do Q " + said, nil},
	} {
		t.Run(name, func(t *testing.T) {
			content := upon(t, c.picture, c.content)
			assert.Equal(t, c.doubled, content.Doubled)
			if c.doubled != nil {
				assert.Equal(t, []int{0}, content.Pictured())
				assert.NotEmpty(t, content.Pages[0].Layer, "it is another reading")
			} else {
				assert.NotEmpty(t, content.Pages[0].Glyphs)
			}
		})
	}
}

func TestAPageIsDrawnWithoutItsText(t *testing.T) {
	const box = "10 10 20 20 re f "
	want := scanOf(t, box)
	got, err := engine.RenderWithoutText(context.Background(), pdftest.Drawn("", box+lines("7", 1)+"/X0 Do", lines("8", 2)), 1, 150)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}
