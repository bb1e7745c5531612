package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/pdf/pdftest"
)

// pictured is a page that shows a grey picture of 64 by 64 samples, packed by the filter.
func pictured(filter string, data []byte) []byte {
	f := &pdftest.File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>")
	f.Add("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>")
	f.Stream("", "500 0 0 500 50 50 cm /I Do")
	f.Stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceGray/BitsPerComponent 8/Filter%s", filter), string(data))
	return f.Bytes()
}

func TestDamagedPictures(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 64, 64))
	for i := range gray.Pix {
		gray.Pix[i] = uint8(i * i)
	}
	var photo bytes.Buffer
	require.NoError(t, jpeg.Encode(&photo, gray, nil))
	cut := slices.Concat(photo.Bytes()[:photo.Len()/2], []byte{0xFF, 0xD9})
	spoilt := packedBytes(gray.Pix)
	spoilt[len(spoilt)-1] ^= 1 // of the checksum
	for name, c := range map[string]struct {
		filter string
		data   []byte
		torn   []int
	}{
		"JPEG":             {"/DCTDecode", photo.Bytes(), nil},
		"half a JPEG":      {"/DCTDecode", cut, []int{1}},
		"a packed JPEG":    {"[/FlateDecode/DCTDecode]", packedBytes(photo.Bytes()), nil},
		"half of it":       {"[/FlateDecode/DCTDecode]", packedBytes(cut), []int{1}},
		"packed samples":   {"/FlateDecode", packedBytes(gray.Pix), nil},
		"a wrong checksum": {"/FlateDecode", spoilt, []int{1}},
		"plain samples":    {"[]", gray.Pix, nil},
	} {
		t.Run(name, func(t *testing.T) {
			content, err := engine.Read(context.Background(), pictured(c.filter, c.data), Limits{})
			require.NoError(t, err)
			assert.Equal(t, c.torn, content.Torn)
			assert.Empty(t, content.Damage, "nobody may look at the picture")
		})
	}
}

func packedBytes(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}
