package doc

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	_ "golang.org/x/image/bmp"
)

// written is a record as it stands in a file.
func written(kind, instance int, content string) string {
	head := binary.LittleEndian.AppendUint16(nil, uint16(instance<<4))
	head = binary.LittleEndian.AppendUint16(head, uint16(kind))
	return string(binary.LittleEndian.AppendUint32(head, uint32(len(content)))) + content
}

// metafile is one behind its head, which says whether it is packed.
func metafile(packed, content string) string {
	return strings.Repeat("h", 32) + packed + "\xFE" + content
}

func deflated(content string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	w.Write([]byte(content))
	w.Close()
	return out.String()
}

func TestPicturesInRecords(t *testing.T) {
	const uid = "0123456789abcdef"
	const entry = "................................." + "\x04.." + "n\x00m\x00" // its name is four bytes long
	for name, c := range map[string]struct{ written, want string }{
		"a PNG":                      {written(artPNG, 0x6E0, uid+"\xFF"+"pixels"), "pixels"},
		"a JPEG that has two sums":   {written(artJPEG, 0x46B, uid+uid+"\xFF"+"pixels"), "pixels"},
		"within an entry":            {written(artEntry, 6, entry+written(artPNG, 0x6E0, uid+"\xFF"+"pixels")), "pixels"},
		"behind a drawing":           {written(0xF01C, 0x542, "PICT") + written(artPNG, 0x6E0, uid+"\xFF"+"pixels"), "pixels"},
		"a metafile":                 {written(artEMF, 0x3D4, uid+metafile("\x00", deflated("strokes"))), "strokes"},
		"one that is not packed":     {written(artWMF, 0x217, uid+uid+metafile("\xFE", "strokes")), "strokes"},
		"one that is damaged":        {written(artWMF, 0x216, uid+metafile("\x00", "strokes")), ""},
		"an entry without a picture": {written(artEntry, 6, entry), ""},
		"cut off":                    {written(artPNG, 0x6E0, uid+"\xFF"+"pixels")[:30], ""},
		"nothing":                    {"", ""},
	} {
		got := ""
		if found := blip(records([]byte(c.written))); found != nil {
			got = string(found.picture())
		}
		assert.Equal(t, c.want, got, name)
	}
}

// A bitmap in memory lacks the head that a file begins with.
func TestBitmapsBecomeFiles(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, binary.Write(&b, binary.LittleEndian, struct {
		Size, Width, Height        uint32
		Planes, Bits               uint16
		Packing, Bytes, X, Y, N, M uint32
	}{40, 2, 1, 1, 8, 0, 4, 0, 0, 2, 0}))
	b.WriteString("\x00\x00\x00\x00\xFF\xFF\xFF\x00" + "\x01\x00\x00\x00") // black, white; white and black
	picture, _, err := image.Decode(bytes.NewReader(withFileHeader(b.Bytes())))
	require.NoError(t, err)
	red, _, _, _ := picture.At(0, 0).RGBA()
	assert.EqualValues(t, 0xFFFF, red)
	assert.Nil(t, withFileHeader(b.Bytes()[:20]))
}
